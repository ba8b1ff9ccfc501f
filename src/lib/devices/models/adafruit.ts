import type { Vector3 } from '$lib/core/recording';
import { expectLength, float32Vector, scaled } from './bytes';
import type { Connection, Model, Reading, Stream } from './model';

const uuid = (number: string) => `adaf${number}-c332-42a8-93bd-25e905756cb8`;
const ACCELEROMETER_SERVICE = uuid('0200');
const ACCELERATION = uuid('0201');
const GYROSCOPE_SERVICE = uuid('0400');
const ANGULAR_RATE = uuid('0401');
/** int32 ms, −1 stops; each of the two services has one of its own. */
const PERIOD = uuid('0001');

const PERIOD_MS = 20;
const STOPPED = -1;
/** The widest that parts on these boards can be set to, m/s² and rad/s, with a margin. */
const ACCEL_LIMIT_MPS2 = 320;
const GYRO_LIMIT_RADPS = 70;
/** What Adafruit's libraries set the LSM6DS to. */
const RANGE_G = 4;
/** An angular rate is used for so many accelerations; an older one is no longer the present one's. */
const GYRO_USES = 3;

/** Specific force, m/s². Throws SensorError `unreadable`. */
export function decodeAdafruitAcceleration(view: DataView): Vector3 {
  expectLength(view, 12, 'An acceleration');
  return float32Vector(view, 0, ACCEL_LIMIT_MPS2);
}

/** Angular rate, °/s; sent in rad/s. Throws SensorError `unreadable`. */
export function decodeAdafruitGyroscope(view: DataView): Vector3 {
  expectLength(view, 12, 'An angular rate');
  return scaled(float32Vector(view, 0, GYRO_LIMIT_RADPS), 180 / Math.PI);
}

/**
 * Pairs accelerations with angular rates, which come in notifications of their own and without a clock: an
 * acceleration takes the latest rate, as long as that is at most three accelerations old, else none.
 */
export class AdafruitPairing {
  #gyro_dps: Vector3 | null = null;
  #uses = 0;

  acceleration(view: DataView): Reading[] {
    const accel_mps2 = decodeAdafruitAcceleration(view);
    if (!this.#gyro_dps || this.#uses >= GYRO_USES) return [{ accel_mps2 }];
    this.#uses++;
    return [{ accel_mps2, gyro_dps: this.#gyro_dps }];
  }

  gyroscope(view: DataView): void {
    this.#gyro_dps = decodeAdafruitGyroscope(view);
    this.#uses = 0;
  }
}

/** Adafruit CLUE, Feather nRF52840 Sense and, without a gyroscope, Circuit Playground Bluefruit. */
export const adafruit: Model = {
  id: 'adafruit',
  name: 'Adafruit CLUE or Feather Sense',
  // The services are not advertised; the company and these names are.
  filters: [
    { manufacturerData: [{ companyIdentifier: 0x0822 }] },
    { namePrefix: 'CIRCUITPY' },
    { namePrefix: 'CLUE' },
    { namePrefix: 'Bluefruit' },
  ],
  services: [ACCELEROMETER_SERVICE, GYROSCOPE_SERVICE],
  recognises: (connection) => connection.has(ACCELEROMETER_SERVICE, ACCELERATION),
  open,
};

async function open(connection: Connection): Promise<Stream> {
  const hasGyroscope = await connection.has(GYROSCOPE_SERVICE, ANGULAR_RATE);
  const services = hasGyroscope
    ? [ACCELEROMETER_SERVICE, GYROSCOPE_SERVICE]
    : [ACCELEROMETER_SERVICE];
  const setPeriods = async (period_ms: number) => {
    for (const service of services) await connection.write(service, PERIOD, int32(period_ms));
  };
  return {
    name: null,
    rate_Hz: 1000 / PERIOD_MS,
    range_g: RANGE_G,
    clock: { kind: 'count', rate_Hz: 1000 / PERIOD_MS },
    start: async (take) => {
      const pairing = new AdafruitPairing();
      if (hasGyroscope) {
        await connection.subscribe(GYROSCOPE_SERVICE, ANGULAR_RATE, (view) => {
          pairing.gyroscope(view);
        });
      }
      await connection.subscribe(ACCELEROMETER_SERVICE, ACCELERATION, (view) => {
        take(pairing.acceleration(view));
      });
      await setPeriods(PERIOD_MS);
    },
    stop: () => setPeriods(STOPPED),
  };
}

function int32(value: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(4));
  view.setInt32(0, value, true);
  return new Uint8Array(view.buffer);
}
