import { SensorError } from '../sensor';
import type { Connection, Model, Reading, Stream } from './model';
import {
  COMMAND,
  factorOf,
  PMD_SERVICE,
  PmdControl,
  readSettings,
  SETTING,
  STATUS,
  writeSettings,
  type PmdSettings,
} from './polar-pmd-control';
import { MEASUREMENT, newPmdDecoder, TICKS_PER_SECOND, type PmdStream } from './polar-pmd-frames';

const DATA = 'fb005c82-02e7-f387-1cad-8acd2d8df0c8';

/** An H10's fastest. Of a Verity Sense it picks 104 Hz: Polar does not promise that its radio carries several fast streams. */
const BEST_RATE_HZ = 200;
/** What a sled that hits its stop does not exceed, g. */
const ACCEL_RANGE_G = 8;
/** A sled hardly turns; what a jolt turns is not lost, and small turns are told finely, °/s. */
const GYRO_RANGE_DPS = 500;
/** x, y and z. */
const CHANNELS = 3;
/** What another program may have left running: PPG, accelerometer, PP intervals, gyroscope, magnetometer. */
const MAY_RUN = [1, MEASUREMENT.accel, 3, MEASUREMENT.gyro, 6];

/**
 * Polar Verity Sense, OH1 and H10: all speak Polar's measurement service (PMD), and what each can do it is
 * asked. A Verity Sense is put into its SDK mode: there it measures at 104 Hz, not 52, its frames come twice as
 * often, and it does not switch itself off after ten minutes without a pulse (polar-ble-sdk #382), which a
 * sled has none of. A pulse is not shown while it lasts, so it is left at the end.
 */
export const polarPmd: Model = {
  id: 'polar-pmd',
  name: 'Polar Verity Sense, H10 or OH1',
  filters: [{ namePrefix: 'Polar ' }],
  services: [PMD_SERVICE],
  recognises: (connection) => connection.has(PMD_SERVICE),
  open: openPolar,
};

/** One measurement, set up. */
interface Chosen extends PmdStream {
  readonly measurement: number;
  readonly range: number;
  readonly parameters: Uint8Array<ArrayBuffer>;
}

async function openPolar(connection: Connection): Promise<Stream> {
  const control = new PmdControl(connection);
  await control.listen();
  // Both channels have to be heard before the first command.
  let take: (view: DataView) => void = () => undefined;
  await connection.subscribe(PMD_SERVICE, DATA, (view) => take(view));
  const features = await control.features();
  if (!features.accel) {
    throw new SensorError(
      'wrong-device',
      `${connection.deviceName || 'This Polar sensor'} has no accelerometer that it could stream. Take a Polar Verity Sense, H10 or OH1.`,
    );
  }
  const inSdkMode = features.sdkMode && (await enterSdkMode(control));
  const accel = await chosenFor(control, MEASUREMENT.accel, ACCEL_RANGE_G);
  const gyro = features.gyro ? await chosenFor(control, MEASUREMENT.gyro, GYRO_RANGE_DPS) : null;
  return new PolarStream(control, accel, gyro, inSdkMode, (taker) => (take = taker));
}

class PolarStream implements Stream {
  readonly name = null;
  readonly rate_Hz: number;
  readonly range_g: number;
  readonly clock = { kind: 'ticks', unit_s: 1 / TICKS_PER_SECOND, period: Infinity } as const;
  readonly #control: PmdControl;
  readonly #chosen: readonly Chosen[];
  readonly #inSdkMode: boolean;
  readonly #decode: (view: DataView) => readonly Reading[];
  readonly #hear: (taker: (view: DataView) => void) => void;

  constructor(
    control: PmdControl,
    accel: Chosen,
    gyro: Chosen | null,
    inSdkMode: boolean,
    hear: (taker: (view: DataView) => void) => void,
  ) {
    this.rate_Hz = accel.rate_Hz;
    this.range_g = accel.range;
    this.#control = control;
    this.#chosen = gyro ? [accel, gyro] : [accel];
    this.#inSdkMode = inSdkMode;
    this.#decode = newPmdDecoder({ accel, gyro });
    this.#hear = hear;
  }

  async start(take: (readings: readonly Reading[]) => void): Promise<void> {
    this.#hear((view) => {
      const readings = this.#decode(view);
      if (readings.length > 0) take(readings);
    });
    for (const chosen of this.#chosen) await this.#begin(chosen);
    this.#control.stoppedByDevice = (measurements) => {
      void this.#beginAgain(measurements);
    };
  }

  async stop(): Promise<void> {
    this.#hear(() => undefined);
    this.#control.stoppedByDevice = () => undefined;
    // A measurement that has stopped already is none the worse for it: any answer will do.
    for (const { measurement } of this.#chosen) await this.#control.ask(COMMAND.stop, measurement);
    if (this.#inSdkMode) await this.#control.ask(COMMAND.stop, MEASUREMENT.sdkMode);
  }

  async #begin(chosen: Chosen): Promise<void> {
    const { measurement, parameters } = chosen;
    let response = await this.#control.ask(COMMAND.start, measurement, parameters);
    if (response.status === STATUS.alreadyInState) {
      // An H10 goes on measuring until it is told to stop; its settings may be another program's.
      await this.#control.ask(COMMAND.stop, measurement);
      response = await this.#control.ask(COMMAND.start, measurement, parameters);
    }
    chosen.factor = factorOf(this.#control.accepted(response));
  }

  async #beginAgain(measurements: readonly number[]): Promise<void> {
    try {
      for (const chosen of this.#chosen) {
        if (measurements.includes(chosen.measurement)) await this.#begin(chosen);
      }
    } catch (cause) {
      // The stream stays mute; whoever watches over it connects anew, and is told the reason then.
      if (!(cause instanceof SensorError)) throw cause;
    }
  }
}

/** Whether the device is in its SDK mode now; where it will not, its usual rates have to do. */
async function enterSdkMode(control: PmdControl): Promise<boolean> {
  let { status } = await control.ask(COMMAND.start, MEASUREMENT.sdkMode);
  if (status === STATUS.invalidState) {
    for (const measurement of MAY_RUN) await control.ask(COMMAND.stop, measurement);
    ({ status } = await control.ask(COMMAND.start, MEASUREMENT.sdkMode));
  }
  return status === STATUS.ok || status === STATUS.alreadyInState;
}

/** Asks for a measurement's settings and picks from them. */
async function chosenFor(control: PmdControl, measurement: number, range: number): Promise<Chosen> {
  const { parameters } = await control.demand(COMMAND.settings, measurement);
  return { measurement, factor: 1, ...choose(readSettings(parameters), range) };
}

/**
 * Of what a device offers, the fastest rate up to {@link BEST_RATE_HZ} and the smallest range that holds `range`,
 * with the bytes that set them. Throws SensorError `unreadable` where it offers no rate or no range.
 */
export function choose(
  offered: PmdSettings,
  range: number,
): { rate_Hz: number; range: number; parameters: Uint8Array<ArrayBuffer> } {
  const rate_Hz = atMost(offered.get(SETTING.rate_Hz), BEST_RATE_HZ);
  const whole = atLeast(offered.get(SETTING.range), range);
  const thousandths = atLeast(offered.get(SETTING.milliRange), range * 1000);
  const chosenRange = whole ?? (thousandths === null ? null : thousandths / 1000);
  if (rate_Hz === null || chosenRange === null) {
    throw new SensorError(
      'unreadable',
      'A Polar sensor offers settings without a rate or without a range. Please report it.',
    );
  }
  const values = [
    [SETTING.rate_Hz, rate_Hz],
    [SETTING.resolution_bits, atMost(offered.get(SETTING.resolution_bits), 16)],
    [SETTING.range, whole],
    [SETTING.milliRange, whole === null ? thousandths : null],
    [SETTING.channels, atMost(offered.get(SETTING.channels), CHANNELS)],
  ] as const;
  const chosen = new Map<number, number>();
  for (const [setting, value] of values) if (value !== null) chosen.set(setting, value);
  return { rate_Hz, range: chosenRange, parameters: writeSettings(chosen) };
}

/** The largest value not above a limit, else the smallest; null of none. */
function atMost(values: readonly number[] | undefined = [], limit: number): number | null {
  if (values.length === 0) return null;
  const within = values.filter((value) => value <= limit);
  return within.length > 0 ? Math.max(...within) : Math.min(...values);
}

/** The smallest value not below a limit, else the largest; null of none. */
function atLeast(values: readonly number[] = [], limit: number): number | null {
  if (values.length === 0) return null;
  const within = values.filter((value) => value >= limit);
  return within.length > 0 ? Math.min(...within) : Math.max(...values);
}
