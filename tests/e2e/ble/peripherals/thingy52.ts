import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample } from '../../../../src/lib/core/recording';
import type { Emulation } from '../emulation';

const CONFIGURATION = 'ef680100-9b35-4933-9b10-52ffa9740042';
const CONNECTION_PARAMETERS = 'ef680104-9b35-4933-9b10-52ffa9740042';
const MOTION = 'ef680400-9b35-4933-9b10-52ffa9740042';
const MOTION_SETTINGS = 'ef680401-9b35-4933-9b10-52ffa9740042';
const RAW_MOTION = 'ef680406-9b35-4933-9b10-52ffa9740042';
const BATTERY = '0000180f-0000-1000-8000-00805f9b34fb';
const BATTERY_LEVEL = '00002a19-0000-1000-8000-00805f9b34fb';

/** As it leaves its firmware: 1000, 500 and 500 ms, 10 Hz, wake-on-motion. */
const FACTORY_SETTINGS = [0xe8, 0x03, 0xf4, 0x01, 0xf4, 0x01, 0x0a, 0x00, 0x01];
/** 7.5 to 30 ms, no latency, 3.2 s. */
const FACTORY_PARAMETERS = [0x06, 0x00, 0x18, 0x00, 0x00, 0x00, 0x40, 0x01];
const BATTERY_PERCENT = 83;

export const thingy52: Emulation = {
  model: 'thingy52',
  name: 'Thingy',
  services: {
    [CONFIGURATION]: { [CONNECTION_PARAMETERS]: ['read', 'write'] },
    [MOTION]: { [MOTION_SETTINGS]: ['read', 'write'], [RAW_MOTION]: ['notify'] },
    [BATTERY]: { [BATTERY_LEVEL]: ['read', 'notify'] },
  },
  rate_Hz: 100,
  hasGyro: true,
  range_g: 2,
  resolution_mps2: GRAVITY_MPS2 / 1024,
  setUp: [
    { characteristic: CONNECTION_PARAMETERS, hex: '06000c0000009001' },
    { characteristic: MOTION_SETTINGS, hex: 'e803f401f401640001' },
  ],
  putDown: [],
  battery_percent: BATTERY_PERCENT,
  // 95 % of 192 reps at the guide's tempo were within 16 mm (seeds 1 to 24).
  depthWithin_m: 0.02,
  play(peripheral, measures) {
    // It keeps both for good.
    const kept = new Map<string, Iterable<number>>([
      [MOTION_SETTINGS, FACTORY_SETTINGS],
      [CONNECTION_PARAMETERS, FACTORY_PARAMETERS],
      [BATTERY_LEVEL, [BATTERY_PERCENT]],
    ]);
    peripheral.onRead = (characteristic) => kept.get(characteristic) ?? [];
    peripheral.on('write', ({ uuid, data }) => void kept.set(uuid, Uint8Array.from(data)));
    peripheral.on('subscribe', (characteristic) => {
      if (characteristic === RAW_MOTION) measures(true);
    });
    peripheral.on('unsubscribe', (characteristic) => {
      if (characteristic === RAW_MOTION) measures(false);
    });
    peripheral.on('disconnect', () => measures(false));
  },
  packets: (samples) =>
    samples.map((sample) => ({
      characteristic: RAW_MOTION,
      bytes: packed(sample),
      at_s: sample.t_s,
    })),
};

/** Force in 1/1024 g, angular rate in 1/32 °/s, a compass that points at iron. */
function packed({ accel_mps2, gyro_dps = [0, 0, 0] }: Sample): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(18));
  accel_mps2.forEach((value, axis) => {
    bytes.setInt16(2 * axis, clamped((value / GRAVITY_MPS2) * 1024), true);
  });
  gyro_dps.forEach((value, axis) => bytes.setInt16(6 + 2 * axis, clamped(value * 32), true));
  [480, -160, 640].forEach((value, axis) => bytes.setInt16(12 + 2 * axis, value, true));
  return new Uint8Array(bytes.buffer);
}

/** The firmware drops the lowest bits, which rounds down. */
function clamped(counts: number): number {
  return Math.max(-32768, Math.min(32767, Math.floor(counts)));
}
