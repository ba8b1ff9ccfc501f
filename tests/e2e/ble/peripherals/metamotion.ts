import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample, Vector3 } from '../../../../src/lib/core/recording';
import type { Emulation, Packet, Peripheral } from '../emulation';

const SERVICE = '326a9000-85cb-9195-d9dd-464cfbbae75a';
const COMMAND = '326a9001-85cb-9195-d9dd-464cfbbae75a';
const NOTIFY = '326a9006-85cb-9195-d9dd-464cfbbae75a';
const DEVICE_INFORMATION = '0000180a-0000-1000-8000-00805f9b34fb';
const MODEL_NUMBER = '00002a24-0000-1000-8000-00805f9b34fb';

/** At ± 16 g and ± 1000 °/s. */
const LSB_PER_G = 2048;
const LSB_PER_DPS = 32.8;
const PER_PACKET = 3;
const BATTERY_PERCENT = 87;
const BATTERY_MV = 4012;

/** What the two chips do differently; everything in hex. */
interface Board {
  readonly name: string;
  readonly shownAs: string;
  readonly modelNumber: string;
  /** Answers to `03 80` and `13 80`: implementation and revision. */
  readonly accelModule: string;
  readonly gyroModule: string;
  /** 100 Hz, ± 16 g. */
  readonly accelSettings: string;
  readonly packedAccel: string;
  readonly packedGyro: string;
}

/** Shown by its model, since nearly every board calls itself MetaWear. */
type MetamotionEmulation = Emulation & { readonly shownAs: string };

/** A MetaMotion R, with a BMI160. */
export const metamotionR: MetamotionEmulation = emulate({
  name: 'MetaWear',
  shownAs: 'MetaMotion R',
  modelNumber: '5',
  accelModule: '0101',
  gyroModule: '0001',
  accelSettings: '280c',
  packedAccel: '1c',
  packedGyro: '07',
});

/** A MetaMotion S, with a BMI270, renamed by its owner. */
export const metamotionS: MetamotionEmulation = emulate({
  name: 'Leg press 1',
  shownAs: 'MetaMotion S',
  modelNumber: '8',
  accelModule: '0400',
  gyroModule: '0100',
  accelSettings: 'a803',
  packedAccel: '05',
  packedGyro: '05',
});

function emulate(board: Board): MetamotionEmulation {
  const { name, shownAs, accelSettings, packedAccel, packedGyro } = board;
  return {
    model: 'metamotion',
    name,
    shownAs,
    services: {
      [SERVICE]: { [COMMAND]: ['write', 'write-without-response'], [NOTIFY]: ['notify'] },
      [DEVICE_INFORMATION]: { [MODEL_NUMBER]: ['read'] },
    },
    rate_Hz: 100,
    hasGyro: true,
    range_g: 16,
    resolution_mps2: GRAVITY_MPS2 / LSB_PER_G,
    setUp: commands(
      '0380',
      '1380',
      '110906000c0000005802',
      `0303${accelSettings}`,
      '13032801',
      '118c',
      `03${packedAccel}01`,
      `13${packedGyro}01`,
      '03020100',
      '13020100',
      '030101',
      '130101',
    ),
    putDown: commands(
      '030100',
      '130100',
      '03020001',
      '13020001',
      `03${packedAccel}00`,
      `13${packedGyro}00`,
    ),
    battery_percent: BATTERY_PERCENT,
    // Over 100 simulated sets the worst of 300 depths was 16 mm off.
    depthWithin_m: 0.02,
    play: (peripheral, measures) => play(board, peripheral, measures),
    packets: (samples) => packetsOf(samples, board),
  };
}

function commands(...hex: string[]) {
  return hex.map((each) => ({ characteristic: COMMAND, hex: each }));
}

function play(board: Board, peripheral: Peripheral, measures: (on: boolean) => void): void {
  /** What has been written to each register, but for its number. */
  const registers = new Map<string, string>();
  let heard = false;
  const tell = (hex: string) => {
    if (heard) peripheral.notify(NOTIFY, Buffer.from(hex, 'hex'));
  };
  const settle = () => measures(heard && isMeasuring(registers, board));
  peripheral.onRead = () => Buffer.from(board.modelNumber);
  peripheral.on('subscribe', () => {
    heard = true;
    settle();
  });
  // Without a connection it loses what it was told, as after its reset.
  peripheral.on('disconnect', () => {
    heard = false;
    registers.clear();
    settle();
  });
  peripheral.on('write', ({ data }) => {
    const hex = Buffer.from(data).toString('hex');
    const answer = answers(board).get(hex);
    if (answer !== undefined) tell(hex + answer);
    registers.set(hex.slice(0, 4), hex.slice(4));
    settle();
  });
}

function answers({ accelModule, gyroModule }: Board): Map<string, string> {
  const battery = Buffer.alloc(3);
  battery.writeUInt8(BATTERY_PERCENT);
  battery.writeUInt16LE(BATTERY_MV, 1);
  return new Map([
    ['0380', accelModule],
    ['1380', gyroModule],
    ['118c', battery.toString('hex')],
  ]);
}

function isMeasuring(
  registers: ReadonlyMap<string, string>,
  { accelSettings, packedAccel, packedGyro }: Board,
): boolean {
  const wanted = [
    ['0303', accelSettings],
    ['1303', '2801'],
    [`03${packedAccel}`, '01'],
    [`13${packedGyro}`, '01'],
    ['0302', '0100'],
    ['1302', '0100'],
    ['0301', '01'],
    ['1301', '01'],
  ];
  return wanted.every(([register, value]) => registers.get(register) === value);
}

/** Three by three, specific force first; what does not fill a packet is never sent. */
function packetsOf(samples: readonly Sample[], { packedAccel, packedGyro }: Board): Packet[] {
  const packets: Packet[] = [];
  for (let end = PER_PACKET; end <= samples.length; end += PER_PACKET) {
    const three = samples.slice(end - PER_PACKET, end);
    const at_s = three[PER_PACKET - 1].t_s;
    const accel = three.map(({ accel_mps2 }) => steps(accel_mps2, LSB_PER_G / GRAVITY_MPS2));
    const gyro = three.map(({ gyro_dps }) => steps(gyro_dps ?? [0, 0, 0], LSB_PER_DPS));
    for (const bytes of [packed(`03${packedAccel}`, accel), packed(`13${packedGyro}`, gyro)]) {
      packets.push({ characteristic: NOTIFY, bytes, at_s });
    }
  }
  return packets;
}

/** In steps of the part, which says no more than its range. */
function steps(vector: Vector3, stepsPerUnit: number): number[] {
  return vector.map((value) => Math.max(-32768, Math.min(32767, Math.round(value * stepsPerUnit))));
}

function packed(header: string, measurements: readonly number[][]): Buffer {
  const values = measurements.flat();
  const bytes = Buffer.alloc(2 + 2 * values.length);
  bytes.write(header, 'hex');
  values.forEach((value, i) => bytes.writeInt16LE(value, 2 + 2 * i));
  return bytes;
}
