import { SensorError, UnpairedError } from '../sensor';
import { bytes, expectLength, fromG, int16Vector, scaled } from './bytes';
import type { Connection, Model, Reading, Stream } from './model';
import { modelNumber } from './standard';
import { modelWords } from './words';

/** UUIDs and formats: microbit-dal, MicroBitAccelerometerService.cpp. */
const ACCELEROMETER = 'e95d0753-251d-470a-a062-fa1922dfa9a8';
const ACCELERATION = 'e95dca4b-251d-470a-a062-fa1922dfa9a8';
const PERIOD = 'e95dfb24-251d-470a-a062-fa1922dfa9a8';

/**
 * 20 ms, u16. At 10 ms a telephone that listens every 45 ms would have to be sent four or five packets at
 * once; beyond 50 a second links lose single packets, and without a stamp nobody could tell which. Never 0
 * or 1: the firmware crashes (microbit-dal #300).
 */
const EVERY_20_MS = bytes(20, 0);

/** BBC micro:bit V1 and V2 with a program that offers the Bluetooth accelerometer service. */
export const microbit: Model = {
  id: 'microbit',
  name: 'BBC micro:bit',
  filters: [{ namePrefix: 'BBC micro:bit' }, { namePrefix: 'uBit' }],
  services: [ACCELEROMETER],
  // By its model number where its program lacks the service, so that `open` can say what is missing.
  recognises: async (connection) =>
    (await connection.has(ACCELEROMETER)) ||
    (await modelNumber(connection)).startsWith('BBC micro:bit'),
  open,
};

/**
 * A packet of int16 acceleration x, y, z in thousandths of g, with the firmware's signs. Steps are of several
 * thousandths, so that a sensor at rest says the same again and again: those are measurements, not repeats.
 */
export function decodeMicrobit(view: DataView): Reading {
  expectLength(view, 6, 'An acceleration packet of a micro:bit');
  return { accel_mps2: fromG(scaled(int16Vector(view, 0), 1e-3)) };
}

async function open(connection: Connection): Promise<Stream> {
  if (!(await connection.has(ACCELEROMETER, ACCELERATION))) {
    throw new SensorError(
      'not-ready',
      `${modelWords.microbitNoService} ${modelWords.microbitProgram}`,
    );
  }
  const rate_Hz = 1000 / (await sayingHowToPair(setPeriod(connection)));
  return {
    name: null,
    rate_Hz,
    range_g: 2,
    clock: { kind: 'count', rate_Hz },
    start: (take) =>
      sayingHowToPair(
        connection.subscribe(ACCELEROMETER, ACCELERATION, (view) => take([decodeMicrobit(view)])),
      ),
    // Its program measures all the time; nothing is sent once the connection is closed.
    stop: () => Promise.resolve(),
  };
}

/** Sets the period and returns what the device made of it, ms: it takes the nearest that its part can do. */
async function setPeriod(connection: Connection): Promise<number> {
  await connection.write(ACCELEROMETER, PERIOD, EVERY_20_MS);
  const answer = await connection.read(ACCELEROMETER, PERIOD);
  expectLength(answer, 2, 'The period of a micro:bit');
  const period_ms = answer.getUint16(0, true);
  if (period_ms > 0) return period_ms;
  throw new SensorError('not-ready', modelWords.microbitNoRate);
}

/** Programs want to be paired with a passkey unless built otherwise, which browsers hardly manage. */
async function sayingHowToPair<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (cause) {
    if (!refusedUnpaired(cause)) throw cause;
    throw new UnpairedError(`${modelWords.microbitUnpaired} ${modelWords.microbitProgram}`, {
      cause,
    });
  }
}

/**
 * Whether a device refused for want of pairing. Here Chromium's SecurityError and NotSupportedError count too,
 * where the system gives another reason or none.
 */
function refusedUnpaired(error: unknown): boolean {
  if (error instanceof UnpairedError) return true;
  if (!(error instanceof SensorError) || !(error.cause instanceof DOMException)) return false;
  return error.cause.name === 'SecurityError' || error.cause.name === 'NotSupportedError';
}
