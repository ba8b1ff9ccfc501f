import { GRAVITY_MPS2 } from '$lib/core/gravity';
import { SensorError } from '../sensor';
import { bytes, bytesOf, expectLength, float32Vector } from './bytes';
import type { Connection, Model, Reading, Stream } from './model';

/*
 * Movella DOT, before that Xsens DOT: calibrated floats with a clock of their own.
 * Source: Movella, "DOT BLE Service Specifications", XD0506P rev. C, July 2023; xsens/xsens_dot_server.
 */

const CONFIGURATION = uuid('1000');
const DEVICE_CONTROL = uuid('1002');
const MEASUREMENT = uuid('2000');
const MEASUREMENT_CONTROL = uuid('2001');
const LONG_PAYLOAD = uuid('2002');
const MEDIUM_PAYLOAD = uuid('2003');
const BATTERY_SERVICE = uuid('3000');
const BATTERY = uuid('3001');

const COMPANY = 0x0886;

/** Payload modes that hold specific force and angular rate as measured. */
export type DotMode = 20 | 21 | 26;

interface Layout {
  /** The characteristic that notifies of it: it goes by how long the payload is. */
  readonly characteristic: string;
  /** Without the zeros that may follow. */
  readonly length: number;
  /** Where the specific force begins, and after it the angular rate. */
  readonly accelAt: number;
}

const LAYOUTS: Readonly<Record<DotMode, Layout>> = {
  /** Rate quantities with the magnetic field after them. */
  20: { characteristic: MEDIUM_PAYLOAD, length: 34, accelAt: 4 },
  /** Rate quantities. */
  21: { characteristic: MEDIUM_PAYLOAD, length: 28, accelAt: 4 },
  /** The orientation as a quaternion before them. */
  26: { characteristic: LONG_PAYLOAD, length: 44, accelAt: 20 },
};

/** The shortest that holds all that is needed. */
const MODE: DotMode = 21;
/** The fastest it sends; 120 Hz is for recordings in the sensor. */
const RATE_HZ = 60;
const RANGE_G = 16;
const RANGE_DPS = 2000;
/** Its calibration stretches the axes a little, so that a full scale may come out above its name. */
const BEYOND = 1.1;
/** What one notification holds on a link that has not agreed on longer ones. */
const SHORT_PACKET_BYTES = 20;

const CLOCK_UNIT_S = 1e-6;
/** 71.6 minutes. */
const CLOCK_PERIOD = 2 ** 32;

/**
 * One notification of a payload mode: specific force, angular rate, and the device's clock in µs. Throws SensorError
 * `unreadable` on one that is too short, and on numbers that it cannot measure.
 */
export function decodeMovellaDot(view: DataView, mode: DotMode): Reading[] {
  const { length, accelAt } = LAYOUTS[mode];
  if (view.byteLength < length && view.byteLength <= SHORT_PACKET_BYTES)
    throw onlyShort(view, length);
  expectLength(view, length, `A Movella DOT's payload of mode ${mode}`);
  return [
    {
      tick: view.getUint32(0, true),
      accel_mps2: float32Vector(view, accelAt, RANGE_G * GRAVITY_MPS2 * BEYOND),
      gyro_dps: float32Vector(view, accelAt + 12, RANGE_DPS * BEYOND),
    },
  ];
}

function onlyShort(view: DataView, length: number): SensorError {
  return new SensorError(
    'unreadable',
    `A Movella DOT's payload came with ${view.byteLength} bytes, where ${length} were expected. This connection carries only short packets (its MTU is below 43): connect anew, update the system's Bluetooth, or use another computer or telephone.`,
  );
}

/** The battery characteristic: percent, and whether it is being charged. Throws SensorError `unreadable` on more than 100 %. */
export function decodeDotBattery(view: DataView): { percent: number; charging: boolean } {
  expectLength(view, 2, "A Movella DOT's battery level");
  const percent = view.getUint8(0);
  if (percent > 100) {
    throw new SensorError(
      'unreadable',
      `A Movella DOT tells of a battery charged to ${percent} %.`,
    );
  }
  return { percent, charging: view.getUint8(1) !== 0 };
}

const CONTROL_BYTES = 32;
const CONTROL_RATE_AT = 24;
/** In the control's first byte: of all that follows, take the rate and leave the rest. */
const CHANGE_RATE = 0x10;

/** The device control as it was read, made to set the output rate and nothing else. Throws SensorError `unreadable` on one too short. */
export function withOutputRate(control: DataView, rate_Hz: number): Uint8Array<ArrayBuffer> {
  expectLength(control, CONTROL_BYTES, "A Movella DOT's device control");
  const changed = bytesOf(control).slice(0, CONTROL_BYTES);
  changed[0] = CHANGE_RATE;
  new DataView(changed.buffer).setUint16(CONTROL_RATE_AT, rate_Hz, true);
  return changed;
}

function uuid(short: string): string {
  return `1517${short}-4947-11e9-8646-d663bd873d93`;
}

function streamOf(connection: Connection): Stream {
  const { characteristic } = LAYOUTS[MODE];
  const measure = (action: 0 | 1) =>
    connection.write(MEASUREMENT, MEASUREMENT_CONTROL, bytes(1, action, MODE));
  let stopped = false;
  return {
    name: null,
    rate_Hz: RATE_HZ,
    range_g: RANGE_G,
    clock: { kind: 'ticks', unit_s: CLOCK_UNIT_S, period: CLOCK_PERIOD },
    async start(take, battery) {
      if (await connection.has(BATTERY_SERVICE, BATTERY)) {
        battery(decodeDotBattery(await connection.read(BATTERY_SERVICE, BATTERY)).percent);
      }
      // It sends to whom has asked before it starts, and to nobody else.
      await connection.subscribe(MEASUREMENT, characteristic, (view) => {
        if (!stopped) take(decodeMovellaDot(view, MODE));
      });
      await measure(1);
    },
    async stop() {
      stopped = true;
      await measure(0);
    },
  };
}

export const movellaDot: Model = {
  id: 'movella-dot',
  name: 'Movella DOT',
  filters: [
    { namePrefix: 'Movella DOT' },
    { namePrefix: 'Xsens DOT' },
    { manufacturerData: [{ companyIdentifier: COMPANY }] },
  ],
  services: [CONFIGURATION, MEASUREMENT, BATTERY_SERVICE],

  async recognises(connection) {
    return (
      (await connection.has(MEASUREMENT, MEASUREMENT_CONTROL)) &&
      (await connection.has(MEASUREMENT, LAYOUTS[MODE].characteristic))
    );
  },

  async open(connection) {
    const control = await connection.read(CONFIGURATION, DEVICE_CONTROL);
    await connection.write(CONFIGURATION, DEVICE_CONTROL, withOutputRate(control, RATE_HZ));
    return streamOf(connection);
  },
};
