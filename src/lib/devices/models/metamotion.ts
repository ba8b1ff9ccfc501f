import type { Vector3 } from '$lib/core/recording';
import { SensorError } from '../sensor';
import { bytes, expectLength, fromG, int16Vector, scaled } from './bytes';
import { Exchange } from './exchange';
import { Pairing, type Burst } from './metamotion-pairing';
import type { Connection, Model, Reading, Stream } from './model';
import { modelNumber } from './standard';
import { modelWords } from './words';

/*
 * MbientLab MetaMotion R, RL, C and S: a BMI160 or a BMI270 behind MbientLab's own protocol. A message is a module, a
 * register (with its top bit set: a read, and its answer) and what belongs to it. There is no time in it.
 * Source: mbientlab/MetaWear-SDK-Cpp and its tests.
 */

const SERVICE = '326a9000-85cb-9195-d9dd-464cfbbae75a';
const COMMAND = '326a9001-85cb-9195-d9dd-464cfbbae75a';
const NOTIFY = '326a9006-85cb-9195-d9dd-464cfbbae75a';

/** By model number. */
const MODEL_NAMES = new Map([
  ['5', 'MetaMotion R'],
  ['6', 'MetaMotion C'],
  ['8', 'MetaMotion S'],
]);

const ACCELEROMETER = 0x03;
const GYROSCOPE = 0x13;
const SETTINGS = 0x11;

const MODULE = 0x80;
const BATTERY = 0x8c;

interface Chip {
  readonly name: string;
  /** What the accelerometer's and the gyroscope's module call it. */
  readonly implementation: { readonly accel: number; readonly gyro: number };
  /** From this revision of its modules on it sends three measurements at once. */
  readonly packedFrom: number;
  /** The registers that notify of one measurement, and of three. */
  readonly single: { readonly accel: number; readonly gyro: number };
  readonly packed: { readonly accel: number; readonly gyro: number };
  /** The accelerometer's filter bits, beside its rate. */
  readonly accelFilter: number;
  readonly accelRange: Readonly<Record<AccelRange_g, number>>;
}

export type AccelRange_g = 2 | 4 | 8 | 16;
export type GyroRange_dps = 125 | 250 | 500 | 1000 | 2000;

const CHIPS = {
  bmi160: {
    name: 'BMI160',
    implementation: { accel: 1, gyro: 0 },
    packedFrom: 1,
    single: { accel: 0x04, gyro: 0x05 },
    packed: { accel: 0x1c, gyro: 0x07 },
    accelFilter: 0x20,
    accelRange: { 2: 0x03, 4: 0x05, 8: 0x08, 16: 0x0c },
  },
  bmi270: {
    name: 'BMI270',
    implementation: { accel: 4, gyro: 1 },
    packedFrom: 0,
    single: { accel: 0x04, gyro: 0x04 },
    packed: { accel: 0x05, gyro: 0x05 },
    accelFilter: 0xa0,
    accelRange: { 2: 0x00, 4: 0x01, 8: 0x02, 16: 0x03 },
  },
} as const satisfies Record<string, Chip>;

export type ChipName = keyof typeof CHIPS;
const CHIP_NAMES: readonly ChipName[] = ['bmi160', 'bmi270'];

/** Both chips alike. */
const GYRO_FILTER = 0x20;
const GYRO_RANGE: Readonly<Record<GyroRange_dps, number>> = {
  2000: 0,
  1000: 1,
  500: 2,
  250: 3,
  125: 4,
};
/** Steps per g times the range in g, and steps per °/s times the range in °/s: 2048 at ± 16 g, 16.4 at ± 2000 °/s. */
const ACCEL_STEPS = 16 * 2048;
const GYRO_STEPS = 2000 * 16.4;

/** What the chip is, and how it has been set: a message does not tell. */
export interface MetamotionSettings {
  readonly chip: ChipName;
  readonly accelRange_g: AccelRange_g;
  readonly gyroRange_dps: GyroRange_dps;
}

/**
 * 100 Hz: a link carries about 100 packets a second, and two streams packed by three make 67 of them. At 200 Hz
 * they would be 133, and the surplus is lost.
 */
const RATE_HZ = 100;
const RATE_CODE = 0x08;
/**
 * ± 16 g, since a sled that runs onto its stop is steel on steel, and a clipped knock is speed lost for good. The
 * finer step of ± 8 g would gain nothing: a step of 1/2048 g is half of what the better chip, of 160 µg/√Hz,
 * scatters at this rate (50 Hz of it: 1.1 mg).
 */
const ACCEL_RANGE_G = 16;
/** A sled hardly turns; ± 1000 °/s is for the hand that clips the sensor on. */
const GYRO_RANGE_DPS = 1000;

const ANSWER_WITHIN_MS = 3000;

/**
 * The measurements of one notification, single or packed; null where it tells of something else. Throws SensorError
 * `unreadable` on a notification of measurements that has another length than one or three of them.
 */
export function readBurst(view: DataView, settings: MetamotionSettings): Burst | null {
  expectLength(view, 2, 'A MetaMotion message');
  const kind = kindOf(view.getUint8(0));
  if (!kind) return null;
  const chip: Chip = CHIPS[settings.chip];
  const count = countOf(view.getUint8(1), chip.single[kind], chip.packed[kind]);
  if (count === 0) return null;
  const length = 2 + 6 * count;
  if (view.byteLength !== length) {
    throw new SensorError(
      'unreadable',
      `A MetaMotion message of ${count} measurements has ${view.byteLength} bytes, where ${length} were expected.`,
    );
  }
  const vectors: Vector3[] = [];
  for (let offset = 2; offset < length; offset += 6) {
    const raw = int16Vector(view, offset);
    vectors.push(
      kind === 'accel'
        ? fromG(scaled(raw, settings.accelRange_g / ACCEL_STEPS))
        : scaled(raw, settings.gyroRange_dps / GYRO_STEPS),
    );
  }
  return { kind, vectors };
}

function kindOf(module: number): Burst['kind'] | null {
  if (module === ACCELEROMETER) return 'accel';
  return module === GYROSCOPE ? 'gyro' : null;
}

function countOf(register: number, single: number, packed: number): number {
  if (register === single) return 1;
  return register === packed ? 3 : 0;
}

/** Reads notifications one after the other, and pairs specific force with angular rate. Throws as {@link readBurst}. */
export function newMetamotionDecoder(settings: MetamotionSettings): (view: DataView) => Reading[] {
  const pairing = new Pairing();
  return (view) => {
    const burst = readBurst(view, settings);
    return burst ? pairing.add(burst) : [];
  };
}

/** What a module says it is; null where the board has no such module. */
export interface ModuleVersion {
  readonly implementation: number;
  readonly revision: number;
}

/** The answer to the question what a module is: `module 80`, and where there is one `implementation revision`. */
export function decodeModuleVersion(view: DataView): ModuleVersion | null {
  expectLength(view, 2, "A MetaMotion's answer about a module");
  if (view.getUint8(1) !== MODULE) {
    throw new SensorError(
      'unreadable',
      `A MetaMotion message of register ${view.getUint8(1)} says nothing about a module.`,
    );
  }
  if (view.byteLength === 2) return null;
  expectLength(view, 4, "A MetaMotion's answer about a module");
  return { implementation: view.getUint8(2), revision: view.getUint8(3) };
}

/** The answer to the question for the battery: `11 8C percent`, and its voltage. Throws SensorError `unreadable` on others. */
export function decodeMetamotionBattery(view: DataView): { percent: number; voltage_mV: number } {
  expectLength(view, 5, "A MetaMotion's answer about its battery");
  const percent = view.getUint8(2);
  if (!isAnswer(view, SETTINGS, BATTERY) || percent > 100) {
    throw new SensorError('unreadable', `A MetaMotion tells of a battery charged to ${percent} %.`);
  }
  return { percent, voltage_mV: view.getUint16(3, true) };
}

function isAnswer(view: DataView, module: number, register: number): boolean {
  return view.byteLength >= 2 && view.getUint8(0) === module && view.getUint8(1) === register;
}

/** A connected board: commands go out, messages come in on one characteristic, whatever they answer. */
class Board {
  /** Hears every message from now on. */
  listener: (message: DataView) => void = () => {};
  readonly #connection: Connection;
  readonly #exchange = new Exchange(
    'The MetaMotion',
    ANSWER_WITHIN_MS,
    'Press its button, bring it near and try again.',
  );

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  listen(): Promise<void> {
    return this.#connection.subscribe(SERVICE, NOTIFY, (message) => {
      this.#exchange.heard(message);
      this.listener(message);
    });
  }

  async tell(...commands: readonly (readonly number[])[]): Promise<void> {
    for (const command of commands) {
      await this.#connection.write(SERVICE, COMMAND, bytes(...command));
    }
  }

  /** What a module says it is. Rejects with SensorError `unreachable` where it says nothing. */
  async versionOf(module: number): Promise<ModuleVersion | null> {
    const answer = await this.#exchange.ask(
      `what its module ${module} is`,
      () => this.tell([module, MODULE]),
      (message) => (isAnswer(message, module, MODULE) ? message : null),
    );
    return decodeModuleVersion(answer);
  }

  /** What the board is called in its shop; null where it tells a model we have no name for, or none. */
  async modelName(): Promise<string | null> {
    return MODEL_NAMES.get(await modelNumber(this.#connection)) ?? null;
  }
}

/** Rejects with SensorError: `wrong-device` where the board has another chip, `not-ready` where its firmware cannot pack. */
async function chipOf(board: Board): Promise<ChipName> {
  const accel = await board.versionOf(ACCELEROMETER);
  const gyro = await board.versionOf(GYROSCOPE);
  const chip = CHIP_NAMES.find((name) => {
    const { implementation } = CHIPS[name];
    return (
      accel?.implementation === implementation.accel && gyro?.implementation === implementation.gyro
    );
  });
  if (!chip || !accel || !gyro) {
    throw new SensorError(
      'wrong-device',
      modelWords.metawearParts(
        modelWords.accelerometer(accel?.implementation ?? null),
        modelWords.gyroscope(gyro?.implementation ?? null),
      ),
    );
  }
  const { name, packedFrom } = CHIPS[chip];
  if (Math.min(accel.revision, gyro.revision) < packedFrom) {
    throw new SensorError('not-ready', modelWords.metamotionFirmware(name));
  }
  return chip;
}

/** Asks for 7.5 to 15 ms between meetings on the air (in 1.25 ms), none left out, and 6 s before it is given up (in 10 ms). */
const SHORT_INTERVAL = [SETTINGS, 0x09, 0x06, 0x00, 0x0c, 0x00, 0x00, 0x00, 0x58, 0x02];

const ASK_BATTERY = [SETTINGS, BATTERY];

function configuration({ chip, accelRange_g, gyroRange_dps }: MetamotionSettings): number[][] {
  const { accelFilter, accelRange } = CHIPS[chip];
  return [
    [ACCELEROMETER, 0x03, accelFilter | RATE_CODE, accelRange[accelRange_g]],
    [GYROSCOPE, 0x03, GYRO_FILTER | RATE_CODE, GYRO_RANGE[gyroRange_dps]],
  ];
}

/** Wants packed notifications, lets both parts measure, and starts them one right after the other. */
function startCommands({ packed }: Chip): number[][] {
  return [
    [ACCELEROMETER, packed.accel, 1],
    [GYROSCOPE, packed.gyro, 1],
    [ACCELEROMETER, 0x02, 1, 0],
    [GYROSCOPE, 0x02, 1, 0],
    [ACCELEROMETER, 0x01, 1],
    [GYROSCOPE, 0x01, 1],
  ];
}

/** Undoes what {@link startCommands} did; the board goes on measuring after a disconnection otherwise. */
function stopCommands({ packed }: Chip): number[][] {
  return [
    [ACCELEROMETER, 0x01, 0],
    [GYROSCOPE, 0x01, 0],
    [ACCELEROMETER, 0x02, 0, 1],
    [GYROSCOPE, 0x02, 0, 1],
    [ACCELEROMETER, packed.accel, 0],
    [GYROSCOPE, packed.gyro, 0],
  ];
}

function streamOf(board: Board, name: string | null, settings: MetamotionSettings): Stream {
  const chip = CHIPS[settings.chip];
  return {
    name,
    rate_Hz: RATE_HZ,
    range_g: settings.accelRange_g,
    clock: { kind: 'count', rate_Hz: RATE_HZ },
    async start(take, battery) {
      const decode = newMetamotionDecoder(settings);
      board.listener = (message) => {
        if (isAnswer(message, SETTINGS, BATTERY)) {
          battery(decodeMetamotionBattery(message).percent);
          return;
        }
        const readings = decode(message);
        if (readings.length > 0) take(readings);
      };
      await board.tell(ASK_BATTERY, ...startCommands(chip));
    },
    async stop() {
      board.listener = () => {};
      await board.tell(...stopCommands(chip));
    },
  };
}

export const metamotion: Model = {
  id: 'metamotion',
  name: 'MbientLab MetaMotion',
  filters: [{ namePrefix: 'MetaWear' }, { services: [SERVICE] }],
  services: [SERVICE],

  async recognises(connection) {
    return (await connection.has(SERVICE, COMMAND)) && (await connection.has(SERVICE, NOTIFY));
  },

  async open(connection) {
    const board = new Board(connection);
    const name = await board.modelName();
    await board.listen();
    const settings: MetamotionSettings = {
      chip: await chipOf(board),
      accelRange_g: ACCEL_RANGE_G,
      gyroRange_dps: GYRO_RANGE_DPS,
    };
    await board.tell(SHORT_INTERVAL, ...configuration(settings));
    return streamOf(board, name, settings);
  },
};
