import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample } from '../../../../src/lib/core/recording';
import type { Emulation, Packet, Peripheral } from '../emulation';

const SERVICE = '00000000-0001-11e1-9ab4-0002a5d5c51b';
const feature = (mask: string) => `${mask}-0001-11e1-ac36-0002a5d5c51b`;
const MOTION = feature('00e00000');
const BATTERY = feature('00020000');

/** Stamps count 8 ms in 16 bits; they roll over 4 s after the set begins. */
const STARTS_AT = 65536 - 500;

/** A SensorTile: acceleration, angular rate and magnetic field in one characteristic, 100 times a second. */
export const bluest: Emulation = {
  model: 'bluest',
  name: 'AM1V310',
  services: {
    [SERVICE]: {
      [feature('001c0000')]: ['read', 'notify'],
      [MOTION]: ['notify'],
      [BATTERY]: ['read', 'notify'],
    },
    '00000000-000f-11e1-9ab4-0002a5d5c51b': {
      '00000002-000f-11e1-ac36-0002a5d5c51b': ['read', 'write', 'notify'],
    },
  },
  companies: [0x0201],
  advertises: [],
  rate_Hz: 100,
  hasGyro: true,
  range_g: 16,
  resolution_mps2: GRAVITY_MPS2 / 1000,
  setUp: [],
  putDown: [],
  battery_percent: 87,
  depthWithin_m: 0.03,
  play(peripheral, measures) {
    peripheral.on('subscribe', (characteristic) => {
      if (characteristic === MOTION) measures(true);
      if (characteristic === BATTERY) tellCharge(peripheral);
    });
    peripheral.on('unsubscribe', (characteristic) => {
      if (characteristic === MOTION) measures(false);
    });
    peripheral.on('disconnect', () => measures(false));
  },
  packets: (samples) => samples.map(packed),
};

/** 87.2 %, 3912 mV, −25 mA, discharging; after the subscription has been confirmed. */
function tellCharge(peripheral: Peripheral): void {
  const view = new DataView(new ArrayBuffer(9));
  view.setUint16(2, 872, true);
  view.setUint16(4, 3912, true);
  view.setInt16(6, -25, true);
  view.setUint8(8, 1);
  setTimeout(() => {
    if (peripheral.connected) peripheral.notify(BATTERY, new Uint8Array(view.buffer));
  }, 50);
}

function packed(sample: Sample): Packet {
  const view = new DataView(new ArrayBuffer(20));
  view.setUint16(0, (STARTS_AT + Math.floor(sample.t_s / 0.008)) % 65536, true);
  sample.accel_mps2.forEach((value, axis) => {
    view.setInt16(2 + 2 * axis, Math.round((value / GRAVITY_MPS2) * 1000), true);
  });
  sample.gyro_dps?.forEach((value, axis) => {
    view.setInt16(8 + 2 * axis, Math.round(value * 10), true);
  });
  // A field of 400 mG downwards.
  view.setInt16(18, -400, true);
  return { characteristic: MOTION, bytes: new Uint8Array(view.buffer), at_s: sample.t_s };
}
