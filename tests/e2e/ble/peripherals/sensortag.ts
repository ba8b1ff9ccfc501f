import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample } from '../../../../src/lib/core/recording';
import type { Emulation } from '../emulation';

const MOVEMENT = 'f000aa80-0451-4000-b000-000000000000';
const READINGS = 'f000aa81-0451-4000-b000-000000000000';
const SETTINGS = 'f000aa82-0451-4000-b000-000000000000';
const PERIOD = 'f000aa83-0451-4000-b000-000000000000';
const BATTERY = '0000180f-0000-1000-8000-00805f9b34fb';
const BATTERY_LEVEL = '00002a19-0000-1000-8000-00805f9b34fb';

const BATTERY_PERCENT = 91;

export const sensortag: Emulation = {
  model: 'sensortag',
  name: 'CC2650 SensorTag',
  services: {
    [MOVEMENT]: {
      [READINGS]: ['read', 'notify'],
      [SETTINGS]: ['read', 'write'],
      [PERIOD]: ['read', 'write'],
    },
    [BATTERY]: { [BATTERY_LEVEL]: ['read', 'notify'] },
  },
  rate_Hz: 10,
  hasGyro: true,
  range_g: 8,
  resolution_mps2: (GRAVITY_MPS2 * 8) / 32768,
  setUp: [
    { characteristic: PERIOD, hex: '0a' },
    { characteristic: SETTINGS, hex: '3f02' },
  ],
  putDown: [{ characteristic: SETTINGS, hex: '0000' }],
  battery_percent: BATTERY_PERCENT,
  // 95 % of 192 reps at the guide's tempo were within 21 mm (seeds 1 to 24).
  depthWithin_m: 0.03,
  play(peripheral, measures) {
    const asleep: [string, Iterable<number>][] = [
      [SETTINGS, [0, 0]],
      [PERIOD, [100]],
      [BATTERY_LEVEL, [BATTERY_PERCENT]],
    ];
    let kept = new Map(asleep);
    let heard = false;
    const tell = () => measures(heard && [...(kept.get(SETTINGS) ?? [])].some((byte) => byte > 0));
    peripheral.onRead = (characteristic) => kept.get(characteristic) ?? [];
    peripheral.on('write', ({ uuid, data }) => {
      kept.set(uuid, Uint8Array.from(data));
      if (uuid === SETTINGS) tell();
    });
    peripheral.on('subscribe', (characteristic) => {
      if (characteristic !== READINGS) return;
      heard = true;
      tell();
    });
    peripheral.on('unsubscribe', (characteristic) => {
      if (characteristic !== READINGS) return;
      heard = false;
      tell();
    });
    // Whoever comes next has to set it anew.
    peripheral.on('disconnect', () => {
      kept = new Map(asleep);
      heard = false;
      tell();
    });
  },
  packets: (samples) =>
    samples.map((sample) => ({
      characteristic: READINGS,
      bytes: packed(sample),
      at_s: sample.t_s,
    })),
};

/** Angular rate in 500/65536 °/s, force in 1/4096 g, no compass. */
function packed({ accel_mps2, gyro_dps = [0, 0, 0] }: Sample): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(18));
  gyro_dps.forEach((value, axis) => {
    bytes.setInt16(2 * axis, clamped((value * 65536) / 500), true);
  });
  accel_mps2.forEach((value, axis) => {
    bytes.setInt16(6 + 2 * axis, clamped((value / GRAVITY_MPS2) * 4096), true);
  });
  return new Uint8Array(bytes.buffer);
}

function clamped(counts: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(counts)));
}
