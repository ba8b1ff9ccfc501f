import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample, Vector3 } from '../../../../src/lib/core/recording';
import type { Emulation, Packet } from '../emulation';

const uuid = (number: string) => `adaf${number}-c332-42a8-93bd-25e905756cb8`;
const PERIOD = uuid('0001');
const VERSION = uuid('0002');
const ACCELERATION = uuid('0201');
const ANGULAR_RATE = uuid('0401');

const TWENTY_MS = { characteristic: PERIOD, hex: '14000000' };
const STOPPED = { characteristic: PERIOD, hex: 'ffffffff' };

/** A CLUE with Adafruit's CircuitPython program: LSM6DS33, ± 4 g, 50 Hz. */
export const adafruit: Emulation = {
  model: 'adafruit',
  name: 'CIRCUITPY1a2b',
  services: {
    [uuid('0200')]: {
      [ACCELERATION]: ['read', 'notify'],
      [PERIOD]: ['read', 'write'],
      [VERSION]: ['read'],
    },
    [uuid('0400')]: {
      [ANGULAR_RATE]: ['read', 'notify'],
      [PERIOD]: ['read', 'write'],
      [VERSION]: ['read'],
    },
  },
  companies: [0x0822],
  advertises: [],
  rate_Hz: 50,
  hasGyro: true,
  range_g: 4,
  resolution_mps2: GRAVITY_MPS2 / 8192,
  // One for each service.
  setUp: [TWENTY_MS, TWENTY_MS],
  putDown: [STOPPED, STOPPED],
  battery_percent: null,
  depthWithin_m: 0.03,
  play(peripheral, measures) {
    let set = 0;
    peripheral.on('write', ({ uuid: characteristic, data }) => {
      if (characteristic !== PERIOD) return;
      if (data[0] === 0xff) measures(false);
      else if (++set === 2) measures(true);
    });
    peripheral.on('disconnect', () => {
      set = 0;
      measures(false);
    });
  },
  packets: (samples) => samples.flatMap(packed),
};

/** Its program looks at the accelerometer first, then at the gyroscope. */
function packed({ t_s, accel_mps2, gyro_dps = [0, 0, 0] }: Sample): Packet[] {
  const [x, y, z] = gyro_dps;
  const radians = Math.PI / 180;
  return [
    { characteristic: ACCELERATION, bytes: floats(accel_mps2), at_s: t_s },
    {
      characteristic: ANGULAR_RATE,
      bytes: floats([x * radians, y * radians, z * radians]),
      at_s: t_s,
    },
  ];
}

function floats(vector: Vector3): Uint8Array {
  const view = new DataView(new ArrayBuffer(12));
  vector.forEach((value, axis) => view.setFloat32(4 * axis, value, true));
  return new Uint8Array(view.buffer);
}
