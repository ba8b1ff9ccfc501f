import { setTimeout as pause } from 'node:timers/promises';
import { GRAVITY_MPS2 } from '../../../src/lib/core/gravity';
import { sampleAt } from '../../../src/lib/core/recording';
import { simulate, type Simulation } from '../../../src/lib/core/simulate';
import type { SetPlan } from '../../../src/lib/core/simulate/plan';
import { Random } from '../../../src/lib/core/simulate/random';
import type { TrueRep } from '../../../src/lib/core/simulate/truth';
import type { Emulation, Packet, Written } from './emulation';
import type { FakeBluez } from './fake-bluez';
import type { FakePeripheral } from './peripheral';

/** Three quick reps with a still start and end: about 15 s. */
export const SHORT_SET: Partial<SetPlan> = {
  reps: 3,
  depth_m: 0.4,
  depthTrend: 0,
  fatigue: 0,
  lower_s: 1.3,
  bottom_s: 0.3,
  press_s: 0.9,
  pressShapes: ['minimum-jerk', 'early', 'late'],
  top_s: 0.4,
  sticking: 0,
  knocks: 0,
  unrack_m: 0.03,
  rerack_m: 0.03,
  restBefore_s: 1.5,
  restExtended_s: 0.8,
  restAfter_s: 1.5,
};

/** Below this rate a quick stroke is too few samples to be told apart: two slower reps instead, in the same time. */
const QUICK_FROM_Hz = 20;
const SLOWER_REPS: Partial<SetPlan> = { reps: 2, lower_s: 2.2, press_s: 1.7, bottom_s: 0.6 };

export interface PlaySettings {
  /** The same seed plays the same set. */
  readonly seed: number;
  readonly address: string;
  /** Changes to the short set. */
  readonly set: Partial<SetPlan>;
}

const DEFAULTS: PlaySettings = { seed: 1, address: 'C0:00:00:00:00:01', set: {} };

/** Times between two connection events, as telephones and computers choose them. */
const CONNECTION_INTERVAL_ms = [15, 45] as const;

/** The short set as the emulation's part would measure it. Throws RangeError on a plan no sled can follow. */
export function shortSet(
  emulation: Pick<Emulation, 'rate_Hz' | 'range_g' | 'resolution_mps2' | 'hasGyro'>,
  { seed, set }: Pick<PlaySettings, 'seed' | 'set'>,
): Simulation {
  const { rate_Hz, range_g, resolution_mps2, hasGyro } = emulation;
  const bits = Math.log2((2 * range_g * GRAVITY_MPS2) / resolution_mps2);
  const sensor = { rate_Hz, range_g, bits, ...(hasGyro ? {} : { gyro: null }) };
  const plan = rate_Hz < QUICK_FROM_Hz ? { ...SHORT_SET, ...SLOWER_REPS } : SHORT_SET;
  return simulate({ seed, set: { ...plan, ...set }, sensor });
}

/** Puts the emulated sensor in reach; it plays a short set once the page has it measure. */
export function play(
  ble: FakeBluez,
  emulation: Emulation,
  settings: Partial<PlaySettings> = {},
): PlayedSensor {
  const { seed, address, set } = { ...DEFAULTS, ...settings };
  const { name, services, companies, advertises } = emulation;
  const peripheral = ble.addPeripheral({ address, name, services, companies, advertises });
  const interval_ms = new Random(seed, 'radio').uniform(...CONNECTION_INTERVAL_ms);
  return new PlayedSensor(peripheral, emulation, shortSet(emulation, { seed, set }), interval_ms);
}

/**
 * An emulated sensor on a simulated sled. The set begins when the sensor first measures and goes on whatever
 * happens to the link: what is not sent at its time is lost, as on a real sled.
 */
export class PlayedSensor {
  readonly peripheral: FakePeripheral;
  /** The full reps that truly are in the set; times are the set's. */
  readonly reps: readonly TrueRep[];
  /** Everything the page wrote, in order. */
  readonly writes: Written[] = [];
  readonly duration_s: number;
  readonly #packets: readonly Packet[];
  readonly #interval_ms: number;
  #next = 0;
  #measures = false;
  #muted = false;
  #startedAt_ms: number | null = null;

  constructor(
    peripheral: FakePeripheral,
    emulation: Emulation,
    { recording, truth }: Simulation,
    interval_ms: number,
  ) {
    this.peripheral = peripheral;
    this.reps = truth.reps.filter(({ kind }) => kind === 'full');
    this.#interval_ms = interval_ms;
    const samples = Array.from({ length: recording.length }, (_, i) => sampleAt(recording, i));
    this.#packets = emulation.packets(samples);
    this.duration_s = this.#packets.at(-1)?.at_s ?? 0;
    peripheral.on('write', ({ uuid, data }) => {
      this.writes.push({ characteristic: uuid, hex: Buffer.from(data).toString('hex') });
    });
    emulation.play(peripheral, (on) => this.#measure(on));
  }

  /** Whether the set has begun. */
  get begun(): boolean {
    return this.#startedAt_ms !== null;
  }

  /** Resolves at a time of the set's, s; the set must have begun. */
  async until(t_s: number): Promise<void> {
    const left_ms = 1000 * (t_s - this.#elapsed_s);
    if (left_ms > 0) await pause(left_ms);
  }

  /** Resolves when everything has been sent. */
  async over(): Promise<void> {
    await this.until(this.duration_s);
    while (this.#next < this.#packets.length) await pause(this.#interval_ms);
  }

  /** Stays connected but sends nothing. */
  mute(): void {
    this.#muted = true;
  }

  unmute(): void {
    this.#muted = false;
  }

  /** Breaks the link; the page may make it anew at once. */
  drop(): void {
    this.peripheral.disconnect();
  }

  get #elapsed_s(): number {
    if (this.#startedAt_ms === null) throw new Error('The set has not begun.');
    return (performance.now() - this.#startedAt_ms) / 1000;
  }

  #measure(on: boolean): void {
    this.#measures = on;
    if (!on || this.begun) return;
    this.#startedAt_ms = performance.now();
    void this.#send();
  }

  /** Sends at each connection event what has become complete since the last. */
  async #send(): Promise<void> {
    while (this.#next < this.#packets.length) {
      const sinceEvent_ms = (1000 * this.#elapsed_s) % this.#interval_ms;
      await pause(this.#interval_ms - sinceEvent_ms);
      const elapsed_s = this.#elapsed_s;
      for (; this.#packets[this.#next]?.at_s <= elapsed_s; this.#next++) {
        if (!this.#measures || this.#muted || !this.peripheral.connected) continue;
        const { characteristic, bytes } = this.#packets[this.#next];
        this.peripheral.notify(characteristic, bytes);
      }
    }
  }
}
