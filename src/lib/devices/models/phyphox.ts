import { SensorError } from '../sensor';
import { expectLength, float32Vector, fromG, int16Vector, scaled } from './bytes';
import type { ClockSettings, Connection, Model, Reading, Stream } from './model';
import { tryOut, type Trial } from './trial';

const uuid = (number: string) => `cddf${number}-30f7-4671-8b43-5e40ba53514a`;
/** Advertised. Its characteristic cddf0002 starts the transfer of an experiment when it is subscribed to: leave it alone. */
const EXPERIMENT_SERVICE = uuid('0001');
const DATA_SERVICE = uuid('1001');
const DATA = uuid('1002');

/** No accelerometer of these boards tells more, g. */
const FLOAT_LIMIT_G = 32;
/** Range of Arduino's own libraries for these boards; a sketch of floats does not say it. */
const FLOAT_RANGE_G = 4;
/** The time of floats is taken modulo this, s: sketches start anew there to keep its step below 0.1 ms. */
const FLOAT_PERIOD_S = 1000;
/** Beyond this a float32 of seconds no longer tells one sample from the next. */
const FLOAT_TIME_LIMIT_S = 1e6;

const SKETCH_LENGTH = 18;
const SKETCH_MARK = 0x53;
const SKETCH_RANGE_G = 8;
const SKETCH_COUNTS_PER_G = 4096;
const SKETCH_COUNTS_PER_DPS = 16;

/** Times in µs (the sketch) or in s (floats). */
const SKETCH_CLOCK = { kind: 'ticks', unit_s: 1e-6, period: 2 ** 32 } as const;
const FLOAT_CLOCK = { kind: 'ticks', unit_s: 1, period: FLOAT_PERIOD_S } as const;

/**
 * One notification of a board with the phyphox library, told by its length:
 *
 * | bytes | content                                                                          | tick |
 * | ----- | -------------------------------------------------------------------------------- | ---- |
 * | 12    | float32 ax, ay, az, g                                                            | none |
 * | 16    | float32 t, s, ax, ay, az, g                                                      | s    |
 * | 20    | the same and a spare float (one component of a rotation is no vector: passed over) | s    |
 * | 18    | our sketch: `53`, u8 counter, u32 µs, int16 acceleration, 4096 a g, int16 rate, 16 a °/s | µs |
 *
 * The library's floats come in multiples of 4 bytes, so that 18 bytes can only be the sketch's. Throws
 * SensorError `unreadable` for one or two floats, for other lengths and for numbers no such sensor sends.
 */
export function decodePhyphox(view: DataView): Reading[] {
  switch (view.byteLength) {
    case 12:
      return [{ accel_mps2: fromG(float32Vector(view, 0, FLOAT_LIMIT_G)) }];
    case 16:
    case 20:
      return [{ accel_mps2: fromG(float32Vector(view, 4, FLOAT_LIMIT_G)), tick: floatTick(view) }];
    case SKETCH_LENGTH:
      return [decodeSketch(view)];
  }
  expectLength(view, 12, 'A phyphox packet (acceleration along x, y and z)');
  throw new SensorError('unreadable', `No phyphox layout has ${view.byteLength} bytes.`);
}

function decodeSketch(view: DataView): Reading {
  const mark = view.getUint8(0);
  if (mark !== SKETCH_MARK) {
    throw new SensorError('unreadable', `A packet of the sketch begins with ${mark}, not with 83.`);
  }
  return {
    accel_mps2: fromG(scaled(int16Vector(view, 6), 1 / SKETCH_COUNTS_PER_G)),
    gyro_dps: scaled(int16Vector(view, 12), 1 / SKETCH_COUNTS_PER_DPS),
    tick: view.getUint32(2, true),
  };
}

/** The time in the first float, s within one period. */
function floatTick(view: DataView): number {
  const t_s = view.getFloat32(0, true);
  if (!(t_s >= 0 && t_s <= FLOAT_TIME_LIMIT_S)) {
    throw new SensorError('unreadable', `A phyphox packet gives ${t_s} as its time in seconds.`);
  }
  return t_s % FLOAT_PERIOD_S;
}

/** Boards with the phyphox library: Arduino Nano 33 BLE (Sense), ESP32, XIAO nRF52840 Sense; see static/firmware. */
export const phyphox: Model = {
  id: 'phyphox',
  name: 'phyphox board',
  filters: [{ services: [EXPERIMENT_SERVICE] }, { namePrefix: 'phyphox' }],
  services: [EXPERIMENT_SERVICE, DATA_SERVICE],
  recognises: (connection) => connection.has(DATA_SERVICE, DATA),
  open,
};

async function open(connection: Connection): Promise<Stream> {
  let length: number | null = null;
  const trial = await tryOut(connection, [DATA_SERVICE, DATA], (view) => {
    const readings = decodePhyphox(view);
    // The clock depends on the layout, so the layout may not change under way.
    length ??= view.byteLength;
    if (view.byteLength === length) return readings;
    throw new SensorError(
      'unreadable',
      `A packet has ${view.byteLength} bytes, the ones before had ${length}.`,
    );
  });
  return {
    name: null,
    rate_Hz: rateOf(trial, length),
    range_g: length === SKETCH_LENGTH ? SKETCH_RANGE_G : FLOAT_RANGE_G,
    clock: clockOf(trial, length),
    start: (take) => {
      trial.handTo(take);
      return Promise.resolve();
    },
    // The board goes on by itself; it falls silent when the connection is closed.
    stop: () => {
      trial.handTo(() => undefined);
      return Promise.resolve();
    },
  };
}

function rateOf(trial: Trial, length: number | null): number {
  const clock = clockOf(trial, length);
  return clock.kind === 'count' ? clock.rate_Hz : trial.tickRate_Hz(clock.unit_s, clock.period);
}

function clockOf(trial: Trial, length: number | null): ClockSettings {
  if (length === SKETCH_LENGTH) return SKETCH_CLOCK;
  if (length === 12) return { kind: 'count', rate_Hz: trial.arrivalRate_Hz };
  return FLOAT_CLOCK;
}
