import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample } from '../../../../src/lib/core/recording';
import type { Emulation } from '../emulation';

const ACCELEROMETER = 'e95d0753-251d-470a-a062-fa1922dfa9a8';
const ACCELERATION = 'e95dca4b-251d-470a-a062-fa1922dfa9a8';
const PERIOD = 'e95dfb24-251d-470a-a062-fa1922dfa9a8';
const DEVICE_INFORMATION = '0000180a-0000-1000-8000-00805f9b34fb';
const MODEL_NUMBER = '00002a24-0000-1000-8000-00805f9b34fb';

/** What an LSM303AGR can do, ms; the firmware takes the next that is not shorter. */
const PERIODS_MS = [2, 5, 10, 20, 40, 100, 1000];

/** A V1 with an open program: ± 2 g in ten bits, no battery service. */
export const microbit: Emulation = {
  model: 'microbit',
  name: 'BBC micro:bit [zuvev]',
  services: {
    [ACCELEROMETER]: { [ACCELERATION]: ['read', 'notify'], [PERIOD]: ['read', 'write'] },
    [DEVICE_INFORMATION]: { [MODEL_NUMBER]: ['read'] },
  },
  rate_Hz: 50,
  hasGyro: false,
  range_g: 2,
  resolution_mps2: (GRAVITY_MPS2 * 2) / 512,
  setUp: [{ characteristic: PERIOD, hex: '1400' }],
  putDown: [],
  battery_percent: null,
  // 95 % of 192 reps at the guide's tempo were within 19 mm (seeds 1 to 24).
  depthWithin_m: 0.025,
  play(peripheral, measures) {
    let period_ms = 100;
    peripheral.onRead = (characteristic) => {
      if (characteristic === PERIOD) return [period_ms & 0xff, period_ms >> 8];
      return characteristic === MODEL_NUMBER ? new TextEncoder().encode('BBC micro:bit') : [];
    };
    peripheral.on('write', ({ uuid, data }) => {
      if (uuid !== PERIOD) return;
      const wanted_ms = data[0] | (data[1] << 8);
      period_ms = PERIODS_MS.find((each_ms) => each_ms >= wanted_ms) ?? 1000;
    });
    peripheral.on('subscribe', (characteristic) => {
      if (characteristic === ACCELERATION) measures(true);
    });
    peripheral.on('unsubscribe', (characteristic) => {
      if (characteristic === ACCELERATION) measures(false);
    });
    peripheral.on('disconnect', () => measures(false));
  },
  packets: (samples) =>
    samples.map((sample) => ({
      characteristic: ACCELERATION,
      bytes: packed(sample),
      at_s: sample.t_s,
    })),
};

/** Thousandths of g. */
function packed({ accel_mps2 }: Sample): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(6));
  accel_mps2.forEach((value, axis) => {
    const thousandths = Math.round((value / GRAVITY_MPS2) * 1000);
    bytes.setInt16(2 * axis, Math.max(-32768, Math.min(32767, thousandths)), true);
  });
  return new Uint8Array(bytes.buffer);
}
