import type { Sample } from '$lib/core/recording';
import type { ClockSettings, Reading } from '../models/model';
import type { SampleClock } from './clock';
import { CoarseTimes } from './coarse-times';
import { TickAxis } from './tick-axis';
import { sampleOf, type Batch } from './timed';

const SETTINGS = {
  /** A clock that rolls over within this may have done so unseen when nothing came for half of its period; */
  shortPeriod_s: 8,
  /** readings are then held back for so long, to see what they mean together. */
  hold_s: 0.3,
  /** Readings with one stamp are this share of a tick apart, or this long if that is longer. */
  nudgeShare: 1 / 16,
  nudge_s: 1e-6,
};

/**
 * The times of readings that the device stamps: the device's own, so that two samples lie as far apart as their
 * stamps say, placed on the host's axis by the first arrival ({@link TickAxis} tells what a stamp means after
 * rollovers and restarts). A reading that comes after a later one is left out and counted in `late`. Where
 * several share a stamp they follow each other closely; where the settings give a rate, because ticks are not
 * much shorter than intervals, readings are counted instead ({@link CoarseTimes}).
 */
export class TickClock implements SampleClock {
  #late = 0;
  readonly #axis: TickAxis;
  readonly #period_s: number;
  readonly #nudge_s: number;
  readonly #coarse: CoarseTimes | null;
  #held: Batch[] = [];
  #ready: Sample[] = [];
  #lastArrival_s = -Infinity;
  #lastStamp_s = -Infinity;
  #lastTime_s = -Infinity;

  constructor({ unit_s, period, rate_Hz }: Extract<ClockSettings, { kind: 'ticks' }>) {
    this.#axis = new TickAxis({ unit_s, period });
    this.#period_s = unit_s * period;
    this.#nudge_s = Math.max(SETTINGS.nudgeShare * unit_s, SETTINGS.nudge_s);
    this.#coarse = rate_Hz === undefined ? null : new CoarseTimes({ unit_s, rate_Hz });
  }

  get late(): number {
    return this.#late;
  }

  take(readings: readonly Reading[], arrived_s: number): Sample[] {
    if (readings.length === 0) return this.#given();
    const silence_s = arrived_s - this.#lastArrival_s;
    this.#lastArrival_s = arrived_s;
    if (this.#held.length > 0 || this.#isAmbiguousAfter(silence_s)) {
      this.#held.push({ readings, arrived_s });
      if (arrived_s - this.#held[0].arrived_s >= SETTINGS.hold_s) this.#release();
    } else {
      this.#give(readings, this.#axis.read(readings.map(tickOf), arrived_s));
    }
    return this.#given();
  }

  interrupted(): void {
    this.#release();
    this.#axis.interrupted();
    this.#lastArrival_s = -Infinity;
  }

  flush(): Sample[] {
    this.#release();
    return this.#given();
  }

  #isAmbiguousAfter(silence_s: number): boolean {
    return this.#period_s <= SETTINGS.shortPeriod_s && silence_s > this.#period_s / 2;
  }

  #given(): Sample[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #release(): void {
    const held = this.#held.flatMap(({ readings, arrived_s }) =>
      readings.map((reading) => ({ reading, arrived_s })),
    );
    this.#held = [];
    if (held.length === 0) return;
    const train = held.map(({ reading, arrived_s }) => ({ tick: tickOf(reading), arrived_s }));
    this.#give(
      held.map(({ reading }) => reading),
      this.#axis.readTrain(train),
    );
  }

  #give(readings: readonly Reading[], stamps: readonly { at_s: number; isAnew: boolean }[]): void {
    readings.forEach((reading, i) => {
      const { at_s, isAnew } = stamps[i];
      if (at_s < this.#lastStamp_s) {
        this.#late++;
        return;
      }
      this.#lastStamp_s = at_s;
      this.#lastTime_s = this.#coarse
        ? this.#coarse.next(at_s, isAnew)
        : Math.max(at_s, this.#lastTime_s + this.#nudge_s);
      this.#ready.push(sampleOf(reading, this.#lastTime_s));
    });
  }
}

function tickOf({ tick }: Reading): number {
  if (tick === undefined) throw new Error('A reading of a device with a clock has no stamp.');
  return tick;
}
