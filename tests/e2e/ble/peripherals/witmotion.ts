import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample } from '../../../../src/lib/core/recording';
import type { Emulation, Packet } from '../emulation';

// They end in 9a34fb, where the Bluetooth SIG's own end in 9b34fb.
const SERVICE = '0000ffe5-0000-1000-8000-00805f9a34fb';
const NOTIFY = '0000ffe4-0000-1000-8000-00805f9a34fb';
const WRITE = '0000ffe9-0000-1000-8000-00805f9a34fb';
const READ_VOLTAGE = 'ffaa276400';
const VOLTAGE_REPLY = [0x55, 0x71, 0x64, 0x00];
const VOLTAGE_cV = 394;
const FRAME_BYTES = 20;
/** Several frames to a notification, as captured. */
const FRAMES_PER_PACKET = 4;
const LSB_PER_G = 2048;
const LSB_PER_DPS = 32768 / 2000;

/** WT901BLE68 and its family: 20-byte frames without a clock, four to a notification. */
export const witmotion: Emulation = {
  model: 'witmotion',
  name: 'WT901BLE68',
  services: { [SERVICE]: { [NOTIFY]: ['notify'], [WRITE]: ['write', 'write-without-response'] } },
  advertises: [SERVICE],
  rate_Hz: 100,
  hasGyro: true,
  range_g: 16,
  resolution_mps2: GRAVITY_MPS2 / LSB_PER_G,
  setUp: [
    { characteristic: WRITE, hex: 'ffaa6988b5' },
    { characteristic: WRITE, hex: 'ffaa1f0400' },
    { characteristic: WRITE, hex: 'ffaa030900' },
    { characteristic: WRITE, hex: READ_VOLTAGE },
  ],
  // Nothing stops its frames but the end of the connection; slowly they cost less.
  putDown: [
    { characteristic: WRITE, hex: 'ffaa6988b5' },
    { characteristic: WRITE, hex: 'ffaa030600' },
  ],
  battery_percent: 90,
  depthWithin_m: 0.03,
  play(peripheral, measures) {
    peripheral.on('subscribe', () => measures(true));
    peripheral.on('unsubscribe', () => measures(false));
    peripheral.on('disconnect', () => measures(false));
    peripheral.on('write', ({ data }) => {
      if (Buffer.from(data).toString('hex') !== READ_VOLTAGE) return;
      const reply = Buffer.alloc(FRAME_BYTES);
      reply.set(VOLTAGE_REPLY);
      reply.writeInt16LE(VOLTAGE_cV, VOLTAGE_REPLY.length);
      peripheral.notify(NOTIFY, reply);
    });
  },
  packets(samples) {
    const packets: Packet[] = [];
    for (let i = 0; i < samples.length; i += FRAMES_PER_PACKET) {
      const together = samples.slice(i, i + FRAMES_PER_PACKET);
      const at_s = together[together.length - 1].t_s;
      packets.push({ characteristic: NOTIFY, bytes: Buffer.concat(together.map(frame)), at_s });
    }
    return packets;
  },
};

function frame({ accel_mps2, gyro_dps = [0, 0, 0] }: Sample): Buffer {
  const bytes = Buffer.alloc(FRAME_BYTES);
  bytes.set([0x55, 0x61]);
  const put = (value: number, field: number) =>
    bytes.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(value))), 2 + 2 * field);
  accel_mps2.forEach((value, i) => put((value / GRAVITY_MPS2) * LSB_PER_G, i));
  gyro_dps.forEach((value, i) => put(value * LSB_PER_DPS, 3 + i));
  return bytes;
}
