import { SensorError } from '../sensor';
import { expectLength, fromG, int16Vector, scaled } from './bytes';
import type { Connection, Model, Reading, Stream } from './model';
import { tryOut } from './trial';
import { modelWords } from './words';

const SERVICE = '00000000-0001-11e1-9ab4-0002a5d5c51b';
/** Characteristics end so; their first 32 bits are the mask of the features within. */
const FEATURES = '-0001-11e1-ac36-0002a5d5c51b';

const ACCELERATION = 0x00800000;
const GYROSCOPE = 0x00400000;
const MAGNETOMETER = 0x00200000;
const BATTERY = 0x00020000;
/**
 * Bytes of the features that may stand before the battery. Those that mean different things on different
 * boards (0x10000000, 0x02000000) or have no fixed length (sound: 0x08000000, 0x04000000) are not here.
 */
const LENGTHS: ReadonlyMap<number, number> = new Map([
  [0x40000000, 6], // synchronisation of sound
  [0x20000000, 1], // switch
  [0x01000000, 2], // luminosity
  [ACCELERATION, 6],
  [GYROSCOPE, 6],
  [MAGNETOMETER, 6],
  [0x00100000, 4], // pressure
  [0x00080000, 2], // humidity
  [0x00040000, 2], // temperature
  [BATTERY, 7],
  [0x00010000, 2], // second temperature
]);

/** Where things stand in a characteristic's payload, in bytes; null where they do not. */
export interface BluestLayout {
  /** The shortest payload that holds every feature of known place, the stamp included. */
  readonly length: number;
  readonly acceleration: number | null;
  readonly gyroscope: number | null;
  readonly battery: number | null;
}

const STAMP_BYTES = 2;

/**
 * The layout that a characteristic's UUID tells: after a u16 stamp the features of its mask from the highest
 * bit to the lowest. Null where it is no characteristic of features. What follows a feature of unknown
 * length has no known place, so an acceleration behind one is not found.
 */
export function bluestLayout(characteristic: string): BluestLayout | null {
  if (!characteristic.endsWith(FEATURES)) return null;
  const mask = parseInt(characteristic.slice(0, 8), 16);
  const places = new Map<number, number>();
  let at = STAMP_BYTES;
  for (let bit = 31; bit >= 0; bit--) {
    const feature = 2 ** bit;
    if (Math.floor(mask / feature) % 2 === 0) continue;
    const length = LENGTHS.get(feature);
    if (length === undefined) break;
    places.set(feature, at);
    at += length;
  }
  return {
    length: at,
    acceleration: places.get(ACCELERATION) ?? null,
    gyroscope: places.get(GYROSCOPE) ?? null,
    battery: places.get(BATTERY) ?? null,
  };
}

/**
 * One notification: acceleration in mg and angular rate in 0.1 °/s, both int16, at the layout's places. The
 * stamp counts 8 ms: enough to find a lost packet, too coarse for the time of a sample. Throws SensorError
 * `unreadable` where the payload is shorter than its layout or the layout has no acceleration.
 */
export function decodeBluest(view: DataView, layout: BluestLayout): Reading[] {
  if (layout.acceleration === null) {
    throw new SensorError('unreadable', 'A BlueST characteristic without an acceleration.');
  }
  expectLength(view, layout.length, 'A BlueST packet');
  const reading = {
    accel_mps2: fromG(scaled(int16Vector(view, layout.acceleration), 1 / 1000)),
    tick: view.getUint16(0, true),
  };
  if (layout.gyroscope === null) return [reading];
  return [{ ...reading, gyro_dps: scaled(int16Vector(view, layout.gyroscope), 1 / 10) }];
}

/** Charge, %, of a characteristic with the battery feature (0.1 %). Throws SensorError `unreadable` where there is none. */
export function decodeBluestBattery(view: DataView, layout: BluestLayout): number {
  expectLength(view, layout.length, 'A BlueST battery packet');
  const percent = layout.battery === null ? NaN : view.getUint16(layout.battery, true) / 10;
  if (percent <= 100) return percent;
  throw new SensorError('unreadable', `A BlueST board gives ${percent} % as its charge.`);
}

/** Company ids in advertisements: 0x0030 in version 2; in version 1 the device id before 01 stands in its place. */
const COMPANIES = [
  0x0030, // version 2
  0x0201, // SensorTile
  0x0301, // BlueCoin
  0x0401, // STEVAL-IDB008V
  0x0501, // BlueNRG-Tile
  0x0601, // SensorTile.box
  0x0701, // IoT node
  0x0801, // STWIN
  0x0901, // STWIN, second version
  0x0d01, // SensorTile.box PRO
  0x0e01, // STWIN.box
  0x8001, // Nucleo
];

/** What an int16 of mg can tell; no characteristic says the range that the firmware has set. */
const FORMAT_RANGE_G = 32;
/** HAL ticks >> 3 in 16 bits: rolls over after 524.288 s. */
const CLOCK = { kind: 'ticks', unit_s: 0.008, period: 65536 } as const;

/** ST boards that speak BlueST: SensorTile, SensorTile.box, BlueCoin, BlueNRG-Tile, STWIN, Nucleo with a MEMS shield. */
export const bluest: Model = {
  id: 'bluest',
  name: 'ST BlueST board',
  filters: [
    { services: [SERVICE] },
    ...COMPANIES.map((companyIdentifier) => ({ manufacturerData: [{ companyIdentifier }] })),
  ],
  services: [SERVICE],
  recognises: async (connection) => (await featuresOf(connection)).length > 0,
  open,
};

interface Features {
  readonly characteristic: string;
  readonly layout: BluestLayout;
}

async function open(connection: Connection): Promise<Stream> {
  const features = await featuresOf(connection);
  const motion = motionAmong(features);
  if (!motion) {
    throw new SensorError(
      'wrong-device',
      modelWords.bluestUnreadable(connection.deviceName || modelWords.bluestBoard),
    );
  }
  const trial = await tryOut(connection, [SERVICE, motion.characteristic], (view) =>
    decodeBluest(view, motion.layout),
  );
  // Stamps this coarse find lost packets; the times between them follow from the rate.
  const rate_Hz = trial.tickRate_Hz(CLOCK.unit_s, CLOCK.period);
  const clock = { ...CLOCK, rate_Hz };
  const charge = features.find(({ layout }) => layout.battery !== null && layout !== motion.layout);
  return {
    name: null,
    rate_Hz,
    range_g: FORMAT_RANGE_G,
    clock,
    start: async (take, battery) => {
      trial.handTo(take);
      if (!charge) return;
      await connection.subscribe(SERVICE, charge.characteristic, (view) => {
        battery(Math.round(decodeBluestBattery(view, charge.layout)));
      });
    },
    // The firmware decides what it measures; it falls silent when the connection is closed.
    stop: () => {
      trial.handTo(() => undefined);
      return Promise.resolve();
    },
  };
}

async function featuresOf(connection: Connection): Promise<Features[]> {
  const characteristics = await connection.characteristics(SERVICE);
  return characteristics.flatMap((characteristic) => {
    const layout = bluestLayout(characteristic);
    return layout ? [{ characteristic, layout }] : [];
  });
}

/** The characteristic that has both, else one that has the acceleration. */
function motionAmong(features: readonly Features[]): Features | undefined {
  const accelerations = features.filter(({ layout }) => layout.acceleration !== null);
  return accelerations.find(({ layout }) => layout.gyroscope !== null) ?? accelerations[0];
}
