import type { Vector3 } from '$lib/core/recording';
import { SensorError } from '../sensor';
import { bytes, expectLength, fromG, int16Vector, scaled } from './bytes';
import type { Connection, Model, Reading, Stream } from './model';
import { modelWords } from './words';

/** UUIDs and formats: TI, CC2650 SensorTag User's Guide, "Movement Sensor". */
const ADVERTISED = '0000aa80-0000-1000-8000-00805f9b34fb';
const MOVEMENT = 'f000aa80-0451-4000-b000-000000000000';
const MOVEMENT_READINGS = 'f000aa81-0451-4000-b000-000000000000';
const MOVEMENT_SETTINGS = 'f000aa82-0451-4000-b000-000000000000';
const MOVEMENT_PERIOD = 'f000aa83-0451-4000-b000-000000000000';

/** The shortest it takes: ten units of 10 ms. */
const EVERY_100_MS = bytes(0x0a);
const RATE_HZ = 10;

/**
 * Bits 0 to 5, the axes of gyroscope and accelerometer; 8 and 9, the range: 2 is ± 8 g. Bit 6, the compass,
 * is of no use beside iron, and with bit 7 it would fall silent whenever the sled rests.
 */
const MEASURING = bytes(0x3f, 0x02);
const OFF = bytes(0x00, 0x00);
const RANGE_G = 8;

/** ± 250 °/s over 16 bits. */
const GYRO_COUNTS_PER_DPS = 65536 / 500;

/** Counts to 1 g at the range that is asked for, and at all: ± 8, 2, 4 and 16 g. */
const ASKED_FOR = 4096;
const SCALES = [ASKED_FOR, 16384, 8192, 2048] as const;

export type CountsPerG = (typeof SCALES)[number];

/** At rest the lengths of readings differ by less than this share: a simulated part of 300 µg/√Hz by 0.3 %. */
const STILL = 0.1;

/** Half a second: short enough that nobody takes it for silence. */
const READINGS_TO_SCALE_BY = 5;

/** TI SensorTag CC2650STK and CC1350STK: ten readings a second at most, without a clock. */
export const sensortag: Model = {
  id: 'sensortag',
  name: 'TI SensorTag',
  filters: [
    { services: [ADVERTISED] },
    { namePrefix: 'CC2650 SensorTag' },
    { namePrefix: 'CC1350 SensorTag' },
    { namePrefix: 'SensorTag' },
  ],
  services: [MOVEMENT],
  recognises: (connection) => connection.has(MOVEMENT, MOVEMENT_READINGS),
  open,
};

/** A movement packet before its scale is known. */
export interface Movement {
  readonly accel_counts: Vector3;
  readonly gyro_dps: Vector3;
}

/**
 * A movement packet: int16 angular rate x, y, z, then specific force, then the compass, which is not read.
 * Both in the part's own frame: programs that turn axes round serve their screens.
 */
export function decodeMovement(view: DataView): Movement {
  expectLength(view, 12, 'A movement packet of a SensorTag');
  return {
    gyro_dps: scaled(int16Vector(view, 0), 1 / GYRO_COUNTS_PER_DPS),
    accel_counts: int16Vector(view, 6),
  };
}

export function readingOf({ accel_counts, gyro_dps }: Movement, countsPerG: CountsPerG): Reading {
  return { accel_mps2: fromG(scaled(accel_counts, 1 / countsPerG)), gyro_dps };
}

/**
 * The scale at which the first readings weigh nearest to 1 g, by their median, as some firmware measures
 * at ± 2 g whatever it is asked for. A sled in motion, after a link broke in mid-set, may weigh 1.5 g: unless
 * the readings are still, the scale that was asked for stands until they would be twice or half of 1 g.
 */
export function scaleOf(first_counts: readonly Vector3[]): CountsPerG {
  const lengths = first_counts.map((counts) => Math.hypot(...counts)).sort((a, b) => a - b);
  const median = lengths.at(lengths.length >> 1) ?? 0;
  const still = (lengths.at(-1) ?? 0) - (lengths.at(0) ?? 0) < STILL * median;
  const plausible = median > ASKED_FOR / 2 && median < ASKED_FOR * 2;
  if (plausible && !still) return ASKED_FOR;
  const error = (countsPerG: CountsPerG) => Math.abs(median / countsPerG - 1);
  return SCALES.reduce((best, each) => (error(each) < error(best) ? each : best));
}

/**
 * Reads packets at the scale that their first half second tells. Until then it gives nothing; then it gives
 * all it held back, so that no reading is lost or altered later; only a link that breaks before loses them.
 */
export function newDecoder(): (view: DataView) => readonly Reading[] {
  const held: Movement[] = [];
  let countsPerG: CountsPerG | null = null;
  return (view) => {
    held.push(decodeMovement(view));
    if (countsPerG === null && held.length < READINGS_TO_SCALE_BY) return [];
    const scale = (countsPerG ??= scaleOf(held.map(({ accel_counts }) => accel_counts)));
    return held.splice(0).map((movement) => readingOf(movement, scale));
  };
}

async function open(connection: Connection): Promise<Stream> {
  for (const each of [MOVEMENT_SETTINGS, MOVEMENT_PERIOD]) {
    if (await connection.has(MOVEMENT, each)) continue;
    throw new SensorError('wrong-device', modelWords.sensortagFirmware);
  }
  await connection.write(MOVEMENT, MOVEMENT_PERIOD, EVERY_100_MS);
  return {
    name: null,
    rate_Hz: RATE_HZ,
    range_g: RANGE_G,
    clock: { kind: 'count', rate_Hz: RATE_HZ },
    start: async (take) => {
      const decode = newDecoder();
      await connection.subscribe(MOVEMENT, MOVEMENT_READINGS, (view) => {
        const readings = decode(view);
        if (readings.length > 0) take(readings);
      });
      await connection.write(MOVEMENT, MOVEMENT_SETTINGS, MEASURING);
    },
    stop: () => connection.write(MOVEMENT, MOVEMENT_SETTINGS, OFF),
  };
}
