import type { Connection, Model, Reading, Stream } from './model';
import { SensorError } from '../sensor';
import { bytes, bytesOf, fromG, int16Vector, scaled } from './bytes';
import { modelWords } from './words';

/** Ends in 9a34fb, which is not the Bluetooth base: the short form 0xffe5 does not match. */
const LOW_ENERGY = {
  service: '0000ffe5-0000-1000-8000-00805f9a34fb',
  notify: '0000ffe4-0000-1000-8000-00805f9a34fb',
  write: '0000ffe9-0000-1000-8000-00805f9a34fb',
};
/** Models that speak classic Bluetooth as well have this one instead. */
const DUAL_MODE = {
  service: '49535343-fe7d-4ae5-8fa9-9fafd205e455',
  notify: '49535343-1e4d-4bd9-ba61-23c647249616',
  write: '49535343-8841-43f4-a8d4-ecbe34729bb3',
};

const UNLOCK = bytes(0xff, 0xaa, 0x69, 0x88, 0xb5);
/** 42 Hz: below half the rate, and far above what legs do. */
const BANDWIDTH = bytes(0xff, 0xaa, 0x1f, 0x04, 0x00);
const RATE_100_Hz = bytes(0xff, 0xaa, 0x03, 0x09, 0x00);
/** As it leaves the factory, and as it wakes anyhow: nothing is saved. */
const RATE_10_Hz = bytes(0xff, 0xaa, 0x03, 0x06, 0x00);
const READ_VOLTAGE = bytes(0xff, 0xaa, 0x27, 0x64, 0x00);

const RANGE_g = 16;
const GYRO_RANGE_dps = 2000;
const VOLTAGE_REGISTER = 0x64;
const NAME_OF_VIBROMETERS = /^WTVB/i;

/** WitMotion's BLE 5.0 units: WT901BLE, WT9011DCL, BWT901BLE5.0. Protocol: WitMotion's own SDK. */
export const witmotion: Model = {
  id: 'witmotion',
  name: 'WitMotion BLE 5.0',
  filters: [{ namePrefix: 'WT' }, { namePrefix: 'BWT' }, { services: [LOW_ENERGY.service] }],
  services: [LOW_ENERGY.service, DUAL_MODE.service],
  async recognises(connection) {
    return (await uuidsOf(connection)) !== null;
  },
  open,
};

async function uuidsOf(connection: Connection): Promise<typeof LOW_ENERGY | null> {
  for (const uuids of [LOW_ENERGY, DUAL_MODE]) {
    if (await connection.has(uuids.service, uuids.notify)) return uuids;
  }
  return null;
}

async function open(connection: Connection): Promise<Stream> {
  if (NAME_OF_VIBROMETERS.test(connection.deviceName)) throw vibrometer(connection.deviceName);
  const { service, notify, write } = (await uuidsOf(connection)) ?? LOW_ENERGY;
  const send = async (...commands: Uint8Array<ArrayBuffer>[]) => {
    for (const command of commands) await connection.write(service, write, command);
  };
  return {
    name: null,
    rate_Hz: 100,
    range_g: RANGE_g,
    clock: { kind: 'count', rate_Hz: 100 },
    async start(take, battery) {
      const decode = newDecoder(battery);
      await connection.subscribe(service, notify, (value) => take(decode(value)));
      await send(UNLOCK, BANDWIDTH, RATE_100_Hz, READ_VOLTAGE);
    },
    stop: () => send(UNLOCK, RATE_10_Hz),
  };
}

const HEAD = 0x55;
const MEASURED = 0x61;
const REGISTERS = 0x71;
const FRAME_bytes = 20;
const VIBROMETER_FRAME_bytes = 28;

/**
 * A decoder of the notifications, one to eight frames each, cut anywhere. A frame that is byte for byte the
 * one before is one the module sent twice. Throws SensorError `wrong-device` at a vibrometer's frames, which
 * begin alike.
 */
export function newDecoder(battery: (percent: number) => void = () => undefined) {
  let rest: Uint8Array = new Uint8Array(0);
  let inStep = false;
  let last = '';

  return (value: DataView): Reading[] => {
    const stream = Uint8Array.from([...rest, ...bytesOf(value)]);
    const readings: Reading[] = [];
    let at = 0;
    while (at + FRAME_bytes <= stream.length) {
      const begins = beginsFrame(stream, at);
      const fits = begins && (inStep || beginsFrame(stream, at + FRAME_bytes));
      if (begins && !fits) {
        // Frame or not: what comes next tells.
        if (stream.length < at + VIBROMETER_FRAME_bytes + 2) break;
        if (isHead(stream, at + VIBROMETER_FRAME_bytes)) throw vibrometer('This sensor');
      }
      inStep = fits;
      if (!fits) {
        at++;
        continue;
      }
      readFrame(stream.slice(at, at + FRAME_bytes), readings);
      at += FRAME_bytes;
      inStep = beginsFrame(stream, at);
    }
    rest = stream.slice(at);
    return readings;
  };

  function readFrame(frame: Uint8Array<ArrayBuffer>, readings: Reading[]): void {
    const view = new DataView(frame.buffer);
    if (frame[1] === REGISTERS) {
      if (frame[2] === VOLTAGE_REGISTER) battery(percentLeft(view.getInt16(4, true) / 100));
      return;
    }
    const written = frame.join();
    const repeated = written === last;
    last = written;
    readings.push({ ...measured(view), ...(repeated && { repeated }) });
  }
}

/** Acceleration ± 16 g and angular rate ± 2000 °/s, full scale 32768. */
function measured(frame: DataView): Reading {
  return {
    accel_mps2: fromG(scaled(int16Vector(frame, 2), RANGE_g / 32768)),
    gyro_dps: scaled(int16Vector(frame, 8), GYRO_RANGE_dps / 32768),
  };
}

/** Whether a frame may begin here, as far as the bytes have come. */
function beginsFrame(stream: Uint8Array, at: number): boolean {
  if (at >= stream.length) return true;
  return stream[at] === HEAD && (at + 1 === stream.length || isHead(stream, at));
}

function isHead(stream: Uint8Array, at: number): boolean {
  return stream[at] === HEAD && (stream[at + 1] === MEASURED || stream[at + 1] === REGISTERS);
}

/** WitMotion's table of a lithium cell's voltage. */
const CHARGE: readonly [above_V: number, percent: number][] = [
  [3.96, 100],
  [3.93, 90],
  [3.87, 75],
  [3.82, 60],
  [3.79, 50],
  [3.77, 40],
  [3.73, 30],
  [3.7, 20],
  [3.68, 15],
  [3.5, 10],
  [3.4, 5],
];

function percentLeft(voltage_V: number): number {
  return CHARGE.find(([above_V]) => voltage_V > above_V)?.[1] ?? 0;
}

function vibrometer(name: string): SensorError {
  return new SensorError('wrong-device', modelWords.witmotionVibration(name));
}
