import { setTimeout as pause } from 'node:timers/promises';
import type { Sample } from '../../src/lib/core/recording';
import type { Emulation, Packet } from '../e2e/ble/emulation';
import type { FakeBluez } from '../e2e/ble/fake-bluez';
import { play, type PlayedSensor } from '../e2e/ble/play';
import { monotonic_ms } from './radio-meter';
import type { Held } from './radio-page';

/** Eleven reps and a rest are a little more than a minute. */
const REPS_PER_MINUTE = 11;
const LONG_SET = { lower_s: 2, press_s: 1.2, restPause_s: 15 };
const SEED = 1;
/** What connecting may take. */
const CONNECTS_ms = 30_000;

/** A sensor that plays a set of so many minutes, and what has left it. */
export class LongSet {
  readonly emulation: Emulation;
  readonly sensor: PlayedSensor;
  /** Every notification that completed samples, on the machine's clock. */
  readonly notified: Held[] = [];
  readonly sent: Sample[] = [];

  constructor(ble: FakeBluez, emulation: Emulation, minutes: number) {
    this.emulation = emulation;
    let completed: ReadonlyMap<Uint8Array, readonly Sample[]> = new Map();
    const watched: Emulation = {
      ...emulation,
      packets(samples) {
        const packets = emulation.packets(samples);
        completed = samplesByPacket(packets, samples);
        return packets;
      },
    };
    const set = { ...LONG_SET, reps: REPS_PER_MINUTE * minutes, restPauses: minutes };
    this.sensor = play(ble, watched, { seed: SEED, set });
    this.sensor.peripheral.on('notify', (_, bytes) => {
      const samples = completed.get(bytes);
      if (!samples) return;
      this.sent.push(...samples);
      this.notified.push({ at_ms: monotonic_ms(), samples: this.sent.length });
    });
  }

  async begun(): Promise<void> {
    const until_ms = monotonic_ms() + CONNECTS_ms;
    while (!this.sensor.begun) {
      if (monotonic_ms() > until_ms) {
        throw new Error(`${this.emulation.name} was not set up within ${CONNECTS_ms / 1000} s.`);
      }
      await pause(20);
    }
  }
}

/** The samples that each packet is the last part of, by the packet's bytes. */
function samplesByPacket(
  packets: readonly Packet[],
  samples: readonly Sample[],
): Map<Uint8Array, readonly Sample[]> {
  const completed = new Map<Uint8Array, readonly Sample[]>();
  let next = 0;
  packets.forEach(({ at_s, bytes }, i) => {
    const isPart = packets[i + 1]?.at_s === at_s;
    const from = next;
    while (!isPart && samples[next]?.t_s <= at_s) next++;
    if (next > from) completed.set(bytes, samples.slice(from, next));
  });
  return completed;
}
