import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample } from '../../../../src/lib/core/recording';
import type { Emulation } from '../emulation';

const CONTROLLER = '0000fe55-0000-1000-8000-00805f9b34fb';
const STATE = '00000001-1000-1000-8000-00805f9b34fb';
const BATTERY = '0000180f-0000-1000-8000-00805f9b34fb';
const BATTERY_LEVEL = '00002a19-0000-1000-8000-00805f9b34fb';

const BATTERY_PERCENT = 64;
const RATE_HZ = 60;

export const daydream: Emulation = {
  model: 'daydream',
  name: 'Daydream controller',
  services: {
    [CONTROLLER]: { [STATE]: ['notify'] },
    [BATTERY]: { [BATTERY_LEVEL]: ['read', 'notify'] },
  },
  rate_Hz: RATE_HZ,
  hasGyro: true,
  range_g: 8,
  resolution_mps2: (GRAVITY_MPS2 * 8) / 4095,
  setUp: [],
  putDown: [],
  battery_percent: BATTERY_PERCENT,
  // 95 % of 192 reps at the guide's tempo were within 13 mm (seeds 1 to 24).
  depthWithin_m: 0.02,
  play(peripheral, measures) {
    peripheral.onRead = (characteristic) =>
      characteristic === BATTERY_LEVEL ? [BATTERY_PERCENT] : [];
    peripheral.on('subscribe', (characteristic) => {
      if (characteristic === STATE) measures(true);
    });
    peripheral.on('unsubscribe', (characteristic) => {
      if (characteristic === STATE) measures(false);
    });
    peripheral.on('disconnect', () => measures(false));
  },
  packets: (samples) =>
    samples.map((sample) => ({ characteristic: STATE, bytes: packed(sample), at_s: sample.t_s })),
};

/**
 * One bit after another, the highest first: time in ms (9), sequence (5), orientation, force and angular
 * rate (13 for each axis), touch (8 and 8), buttons (5), and a byte that ends in 1 as real packets' did.
 */
function packed({ t_s, accel_mps2, gyro_dps = [0, 0, 0] }: Sample): Uint8Array {
  const bits = [
    unsigned(Math.round(t_s * 1000), 9),
    unsigned(Math.round(t_s * RATE_HZ), 5),
    ...[3, 2047, -18].map((value) => unsigned(value, 13)),
    ...accel_mps2.map((value) => axis(((value / GRAVITY_MPS2) * 4095) / 8)),
    ...gyro_dps.map((value) => axis((value * 4095) / 2048)),
    unsigned(0, 8),
    unsigned(0, 8),
    unsigned(0, 5),
    unsigned(1, 8),
  ].join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (each) => parseInt(each, 2));
}

function axis(counts: number): string {
  return unsigned(Math.max(-4096, Math.min(4095, Math.round(counts))), 13);
}

/** The lowest bits of a whole number, two's complement below zero. */
function unsigned(value: number, width: number): string {
  const wrapped = ((value % 2 ** width) + 2 ** width) % 2 ** width;
  return wrapped.toString(2).padStart(width, '0');
}
