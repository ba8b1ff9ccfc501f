import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample } from '../../../../src/lib/core/recording';
import type { Emulation, Packet } from '../emulation';

const uuid = (number: string) => `cddf${number}-30f7-4671-8b43-5e40ba53514a`;
const EXPERIMENT = uuid('0002');
const DATA = uuid('1002');

/** The board's clock when the set begins, µs: it rolls over 4 s later. */
const STARTS_AT_US = 2 ** 32 - 4_000_000;

/** A XIAO nRF52840 Sense with our sketch: LSM6DS3TR-C, 104 Hz, ± 8 g. */
export const phyphox: Emulation = {
  model: 'phyphox',
  name: 'phyphox Sledtrace',
  services: {
    [uuid('0001')]: {
      [EXPERIMENT]: ['read', 'notify'],
      [uuid('0003')]: ['read', 'write'],
      [uuid('0004')]: ['write'],
    },
    [uuid('1001')]: { [DATA]: ['notify'], [uuid('1003')]: ['read', 'write'] },
  },
  rate_Hz: 104,
  hasGyro: true,
  range_g: 8,
  resolution_mps2: GRAVITY_MPS2 / 4096,
  setUp: [],
  putDown: [],
  battery_percent: null,
  depthWithin_m: 0.02,
  play(peripheral, measures) {
    peripheral.on('subscribe', (characteristic) => {
      // It would send its experiment first, and that page by page.
      if (characteristic === EXPERIMENT) measures(false);
      if (characteristic === DATA) measures(true);
    });
    peripheral.on('unsubscribe', (characteristic) => {
      if (characteristic === DATA) measures(false);
    });
    peripheral.on('disconnect', () => measures(false));
  },
  packets: (samples) => samples.map(packed),
};

function packed(sample: Sample, index: number): Packet {
  const view = new DataView(new ArrayBuffer(18));
  view.setUint8(0, 0x53);
  view.setUint8(1, index % 256);
  view.setUint32(2, (STARTS_AT_US + Math.round(sample.t_s * 1e6)) % 2 ** 32, true);
  sample.accel_mps2.forEach((value, axis) => {
    view.setInt16(6 + 2 * axis, int16((value / GRAVITY_MPS2) * 4096), true);
  });
  sample.gyro_dps?.forEach((value, axis) => {
    view.setInt16(12 + 2 * axis, int16(value * 16), true);
  });
  return { characteristic: DATA, bytes: new Uint8Array(view.buffer), at_s: sample.t_s };
}

function int16(value: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(value)));
}
