import type { Sample } from '../../../../src/lib/core/recording';
import type { Emulation, Packet, Peripheral } from '../emulation';

const CONFIGURATION = '15171000-4947-11e9-8646-d663bd873d93';
const DEVICE_CONTROL = '15171002-4947-11e9-8646-d663bd873d93';
const MEASUREMENT = '15172000-4947-11e9-8646-d663bd873d93';
const MEASUREMENT_CONTROL = '15172001-4947-11e9-8646-d663bd873d93';
const LONG_PAYLOAD = '15172002-4947-11e9-8646-d663bd873d93';
const MEDIUM_PAYLOAD = '15172003-4947-11e9-8646-d663bd873d93';
const SHORT_PAYLOAD = '15172004-4947-11e9-8646-d663bd873d93';
const BATTERY_SERVICE = '15173000-4947-11e9-8646-d663bd873d93';
const BATTERY = '15173001-4947-11e9-8646-d663bd873d93';

const COMPANY = 0x0886;
const BATTERY_PERCENT = 64;
const RATE_HZ = 60;
const START = '010115';
const STOP = '010015';
/** Of 16 bits over ± 16 g; what is sent is a float. */
const RESOLUTION_MPS2 = (32 * 9.80665) / 2 ** 16;
const PAYLOAD_BYTES = 40;
/** Its clock is near its end, so that it rolls over within the set. */
const CLOCK_START_US = 2 ** 32 - 5_000_000;

/** A tag of seven letters, power saving after 10 and 30 minutes, and 20 Hz left by another program. */
const CONTROL_BEFORE =
  '00' + '00' + '00' + '0a001e00' + '07' + hexOf('sled-12', 16) + '1400' + '00' + '0000000000';
/** The same with the bit that says "rate", and 60 Hz. */
const CONTROL_AFTER =
  '10' + '00' + '00' + '0a001e00' + '07' + hexOf('sled-12', 16) + '3c00' + '00' + '0000000000';

/** A Movella DOT in payload mode 21. */
export const movellaDot: Emulation = {
  model: 'movella-dot',
  name: 'Movella DOT',
  companies: [COMPANY],
  services: {
    [CONFIGURATION]: { [DEVICE_CONTROL]: ['read', 'write'] },
    [MEASUREMENT]: {
      [MEASUREMENT_CONTROL]: ['read', 'write'],
      [LONG_PAYLOAD]: ['notify'],
      [MEDIUM_PAYLOAD]: ['notify'],
      [SHORT_PAYLOAD]: ['notify'],
    },
    [BATTERY_SERVICE]: { [BATTERY]: ['read', 'notify'] },
  },
  rate_Hz: RATE_HZ,
  hasGyro: true,
  range_g: 16,
  resolution_mps2: RESOLUTION_MPS2,
  setUp: [
    { characteristic: DEVICE_CONTROL, hex: CONTROL_AFTER },
    { characteristic: MEASUREMENT_CONTROL, hex: START },
  ],
  putDown: [{ characteristic: MEASUREMENT_CONTROL, hex: STOP }],
  battery_percent: BATTERY_PERCENT,
  // Over 100 simulated sets the worst of 300 depths was 12 mm off.
  depthWithin_m: 0.02,
  play,
  packets: (samples) => samples.map(payload),
};

function play(peripheral: Peripheral, measures: (on: boolean) => void): void {
  let control = Buffer.from(CONTROL_BEFORE, 'hex');
  let heard = false;
  peripheral.onRead = (characteristic) => {
    if (characteristic === BATTERY) return [BATTERY_PERCENT, 0];
    return characteristic === DEVICE_CONTROL ? control : [];
  };
  peripheral.on('subscribe', (characteristic) => {
    if (characteristic === MEDIUM_PAYLOAD) heard = true;
  });
  peripheral.on('unsubscribe', (characteristic) => {
    if (characteristic === MEDIUM_PAYLOAD) heard = false;
  });
  peripheral.on('disconnect', () => {
    heard = false;
    measures(false);
  });
  peripheral.on('write', ({ uuid, data }) => {
    const hex = Buffer.from(data).toString('hex');
    if (uuid === DEVICE_CONTROL && data.length === control.length)
      control = withRate(control, data);
    if (uuid !== MEASUREMENT_CONTROL) return;
    // Whoever asks for notifications only after the start hears nothing.
    if (hex === START) measures(heard && control.readUInt16LE(24) === RATE_HZ);
    if (hex === STOP) measures(false);
  });
}

/** Takes the output rate where the first byte says so; nothing here changes anything else. */
function withRate(control: Buffer, written: Uint8Array): Buffer<ArrayBuffer> {
  const after = Buffer.from(control);
  if ((written[0] & 0x10) !== 0) after.set(written.subarray(24, 26), 24);
  return after;
}

/** Mode 21: the clock in µs, specific force, angular rate, zeros up to 40 bytes. */
function payload({ t_s, accel_mps2, gyro_dps = [0, 0, 0] }: Sample): Packet {
  const bytes = Buffer.alloc(PAYLOAD_BYTES);
  bytes.writeUInt32LE((CLOCK_START_US + Math.round(t_s * 1e6)) % 2 ** 32);
  [...accel_mps2, ...gyro_dps].forEach((value, i) => bytes.writeFloatLE(value, 4 + 4 * i));
  return { characteristic: MEDIUM_PAYLOAD, bytes, at_s: t_s };
}

function hexOf(text: string, length: number): string {
  return Buffer.from(text.padEnd(length, '\0')).toString('hex');
}
