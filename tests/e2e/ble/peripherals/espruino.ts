import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { Sample } from '../../../../src/lib/core/recording';
import {
  ASK_BOARD,
  END,
  PUCK_SCRIPT,
  RESET,
} from '../../../../src/lib/devices/models/espruino-script';
import type { Emulation, Packet, Peripheral } from '../emulation';

const SERVICE = '6e400001-b5a3-f393-e0a9-e50e24dcca9e';
const WRITE = '6e400002-b5a3-f393-e0a9-e50e24dcca9e';
const NOTIFY = '6e400003-b5a3-f393-e0a9-e50e24dcca9e';

/** The smallest packet of Bluetooth LE, and what this board keeps to. */
const CHUNK = 20;
const PER_FRAME = 4;
/** The script's clock when the set begins. */
const STARTS_AT_MS = 40;

/** A Puck.js 2.1: it takes our script line by line and measures when it has its last. */
export const espruino: Emulation = {
  model: 'espruino',
  name: 'Puck.js 5f2a',
  services: { [SERVICE]: { [WRITE]: ['write', 'write-without-response'], [NOTIFY]: ['notify'] } },
  advertises: [],
  rate_Hz: 104,
  hasGyro: true,
  range_g: 8,
  resolution_mps2: GRAVITY_MPS2 / 4096,
  setUp: [RESET, ASK_BOARD, PUCK_SCRIPT].flatMap(written),
  putDown: written(END),
  battery_percent: 83,
  depthWithin_m: 0.02,
  play(peripheral, measures) {
    let script = '';
    peripheral.on('write', ({ uuid, data }) => {
      if (uuid !== WRITE) return;
      script += new TextDecoder().decode(data);
      if (script.endsWith(RESET)) {
        script = '';
        print(peripheral, '\r\n Espruino 2v21 (c) G.Williams\r\n\r\n>');
      } else if (script.endsWith(ASK_BOARD)) {
        print(peripheral, '<sledtrace PUCKJS 2.1>\r\n');
      } else if (script.endsWith(PUCK_SCRIPT)) {
        print(peripheral, '<sledtrace ready 83>\r\n');
        measures(true);
      } else if (script.endsWith(END)) {
        measures(false);
      }
    });
    peripheral.on('disconnect', () => {
      script = '';
      measures(false);
    });
  },
  packets(samples) {
    const frames = Math.floor(samples.length / PER_FRAME);
    return Array.from({ length: frames }, (_, i) =>
      packed(samples.slice(PER_FRAME * i, PER_FRAME * (i + 1)), i + 1),
    ).flat();
  },
};

function print(peripheral: Peripheral, text: string): void {
  for (const chunk of chunks(new TextEncoder().encode(text))) peripheral.notify(NOTIFY, chunk);
}

/** One frame, in as many notifications as it takes. */
function packed(samples: readonly Sample[], counter: number): Packet[] {
  const bytes = new Uint8Array(8 + 12 * PER_FRAME);
  const view = new DataView(bytes.buffer);
  const at_s = samples[samples.length - 1].t_s;
  bytes.set([0xb5, 0xa6, counter % 256]);
  view.setUint32(4, STARTS_AT_MS + Math.floor(at_s * 1000), true);
  samples.forEach(({ accel_mps2, gyro_dps = [0, 0, 0] }, i) => {
    const counts = [
      ...accel_mps2.map((value) => (value / GRAVITY_MPS2) * 4096),
      ...gyro_dps.map((value) => value / 0.00875),
    ];
    counts.forEach((count, axis) => view.setInt16(8 + 12 * i + 2 * axis, int16(count), true));
  });
  bytes[3] = -bytes.reduce((sum, byte) => sum + byte, 0);
  return chunks(bytes).map((chunk) => ({ characteristic: NOTIFY, bytes: chunk, at_s }));
}

function int16(value: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(value)));
}

function chunks(bytes: Uint8Array): Uint8Array[] {
  const count = Math.ceil(bytes.length / CHUNK);
  return Array.from({ length: count }, (_, i) => bytes.slice(CHUNK * i, CHUNK * (i + 1)));
}

/** The writes that a text takes. */
function written(text: string) {
  return chunks(new TextEncoder().encode(text)).map((chunk) => ({
    characteristic: WRITE,
    hex: Array.from(chunk, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  }));
}
