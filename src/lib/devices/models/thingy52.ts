import { SensorError } from '../sensor';
import { bytes, bytesOf, expectLength, fromG, int16Vector, scaled } from './bytes';
import type { Connection, Model, Reading, Stream } from './model';
import { modelWords } from './words';

/** UUIDs and formats: Nordic-Thingy52-FW, ble_tms.h and ble_tcs.h. */
const CONFIGURATION = 'ef680100-9b35-4933-9b10-52ffa9740042';
const CONNECTION_PARAMETERS = 'ef680104-9b35-4933-9b10-52ffa9740042';
const MOTION = 'ef680400-9b35-4933-9b10-52ffa9740042';
const MOTION_SETTINGS = 'ef680401-9b35-4933-9b10-52ffa9740042';
const RAW_MOTION = 'ef680406-9b35-4933-9b10-52ffa9740042';

/**
 * The firmware does 200 Hz, but telephones then lose most of it (Android-BLE-Library #272), and without a
 * stamp or a sequence number in its packets nobody could tell which.
 */
const WANTED_HZ = 100;
/** What the firmware takes. */
const SLOWEST_HZ = 5;
const FASTEST_HZ = 200;

/** Every 7.5 to 15 ms (6 and 12 units of 1.25 ms), skipping none, given up after 4 s (400 units of 10 ms). */
const OFTEN = bytes(0x06, 0x00, 0x0c, 0x00, 0x00, 0x00, 0x90, 0x01);

const SETTINGS_BYTES = 9;
const FREQUENCY_AT = 6;

/** The firmware's 6Q10 and 11Q5, not the other constants that Nordic's own Thingy.js divides by. */
const ACCEL_COUNTS_PER_G = 1024;
const GYRO_COUNTS_PER_DPS = 32;

/** Nordic Thingy:52: acceleration, angular rate and compass in every packet, without a clock. */
export const thingy52: Model = {
  id: 'thingy52',
  name: 'Nordic Thingy:52',
  // Its owner can rename it; the service is always advertised.
  filters: [{ services: [CONFIGURATION] }, { namePrefix: 'Thingy' }],
  services: [CONFIGURATION, MOTION],
  recognises: (connection) => connection.has(MOTION, RAW_MOTION),
  open,
};

/**
 * A raw motion packet: int16 specific force x, y, z in 1/1024 g, angular rate in 1/32 °/s, and a compass
 * that is of no use beside iron. The part itself ends at ± 2 g.
 */
export function decodeThingy52(view: DataView): Reading {
  expectLength(view, 18, 'A motion packet of a Thingy:52');
  return {
    accel_mps2: fromG(scaled(int16Vector(view, 0), 1 / ACCEL_COUNTS_PER_G)),
    gyro_dps: scaled(int16Vector(view, 6), 1 / GYRO_COUNTS_PER_DPS),
  };
}

/**
 * The motion settings as they were read, at another frequency. All else stays as its owner set it, for the
 * Thingy keeps these bytes for good: wake-on-motion, say, concerns a Thingy asleep and alters nothing while
 * it measures.
 */
export function atFrequency(settings: DataView, frequency_Hz: number): Uint8Array<ArrayBuffer> {
  expectLength(settings, SETTINGS_BYTES, 'The motion settings of a Thingy:52');
  // A copy of exactly nine bytes: at any other length the firmware restarts.
  const changed = bytesOf(settings).slice(0, SETTINGS_BYTES);
  new DataView(changed.buffer).setUint16(FREQUENCY_AT, frequency_Hz, true);
  return changed;
}

async function open(connection: Connection): Promise<Stream> {
  // One packet a reading: what the link cannot carry in time is lost, so it is asked for often first.
  if (await connection.has(CONFIGURATION, CONNECTION_PARAMETERS)) {
    await connection.write(CONFIGURATION, CONNECTION_PARAMETERS, OFTEN);
  }
  const rate_Hz = await setFrequency(connection);
  return {
    name: null,
    rate_Hz,
    range_g: 2,
    clock: { kind: 'count', rate_Hz },
    start: (take) =>
      connection.subscribe(MOTION, RAW_MOTION, (view) => take([decodeThingy52(view)])),
    // It ceases to measure by itself when the connection closes.
    stop: () => Promise.resolve(),
  };
}

/** Sets the frequency and returns what the device then says it is, Hz. */
async function setFrequency(connection: Connection): Promise<number> {
  const before = await connection.read(MOTION, MOTION_SETTINGS);
  await connection.write(MOTION, MOTION_SETTINGS, atFrequency(before, WANTED_HZ));
  const after = await connection.read(MOTION, MOTION_SETTINGS);
  expectLength(after, SETTINGS_BYTES, 'The motion settings of a Thingy:52');
  const rate_Hz = after.getUint16(FREQUENCY_AT, true);
  if (rate_Hz >= SLOWEST_HZ && rate_Hz <= FASTEST_HZ) return rate_Hz;
  throw new SensorError('not-ready', modelWords.thingyRate(WANTED_HZ, rate_Hz));
}
