import type { Sample } from '$lib/core/recording';
import type { ClockSettings, Reading } from '../models/model';
import type { SampleClock } from './clock';
import { EarliestLine } from './earliest-line';
import { Pace } from './pace';
import { sampleOf, type Batch } from './timed';

const SETTINGS = {
  /** The least delayed batch of a fraction of a second still comes so late, about. */
  scatter_s: 0.03,
  /** A batch is late if it comes later than this, and than this share of the time that its readings take. */
  late_s: 0.03,
  /** In place of `late_s` while the rate is still being found: what is a little late then tells of the rate. */
  youngLate_s: 0.1,
  lateShare: 0.6,
  /** So many standard deviations of the rate are allowed for besides. */
  rateSds: 2,
  /** Late batches are held back until one comes in time, or none came less late for so long, by this much. */
  hold_s: 0.8,
  eased_s: 0.02,
  /** At the start and after a break of the link all are held back for so long. */
  startHold_s: 1,
};

/** A batch, and the index of its last reading if none were lost before it. */
interface Counted extends Batch {
  readonly index: number;
}

/**
 * The times of readings that the device does not stamp. Model: reading k is measured at `origin + k · interval`,
 * the interval near the nominal one (within some 20 %) and slowly changing; its batch comes later by
 * a least delay, the same for all, and by anything from 0 to some 0.1 s more, in bursts. So the truth lies
 * along the lower edge of the arrivals ({@link EarliestLine}), and the times follow it smoothly ({@link Pace}).
 *
 * Batches that were lost on the way show as arrivals that stay later than before. So what comes late is held
 * back: where one soon comes in time nothing was lost; where none does, what is missing becomes a gap.
 */
export class CountClock implements SampleClock {
  /** Readings that are counted cannot be told to be late. */
  readonly late = 0;
  readonly #line: EarliestLine;
  #pace: Pace | null = null;
  /** Whether what comes follows on what came before: not at the start, nor after a break of the link. */
  #follows = false;
  #held: Counted[] = [];
  /** Least lag of what is held, and when it last fell. */
  #least = { lag_s: Infinity, fell_s: -Infinity };
  /** Of the last reading that was given, lost ones counted. */
  #index = -1;
  #given_s = -Infinity;
  #ready: Sample[] = [];

  constructor({ rate_Hz }: Extract<ClockSettings, { kind: 'count' }>) {
    this.#line = new EarliestLine({ rate_Hz, scatter_s: SETTINGS.scatter_s });
  }

  take(readings: readonly Reading[], arrived_s: number): Sample[] {
    if (readings.length > 0) this.#hear({ readings, arrived_s });
    return this.#given();
  }

  interrupted(): void {
    this.#release();
    this.#follows = false;
  }

  flush(): Sample[] {
    this.#release();
    return this.#given();
  }

  #given(): Sample[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #hear({ readings, arrived_s }: Batch): void {
    const before = this.#held.at(-1)?.index ?? this.#index;
    const batch = { readings, arrived_s, index: before + readings.length };
    this.#held.push(batch);
    if (this.#follows) this.#judge(batch);
    else if (arrived_s - this.#held[0].arrived_s >= SETTINGS.startHold_s) this.#begin();
  }

  #release(): void {
    if (this.#held.length === 0) return;
    if (this.#follows) this.#give(this.#takeHeld());
    else this.#begin();
  }

  #takeHeld(): Counted[] {
    const held = this.#held;
    this.#held = [];
    this.#least = { lag_s: Infinity, fell_s: -Infinity };
    return held;
  }

  /** At the start and after a break: what was held says when its first reading was. */
  #begin(): void {
    const held = this.#takeHeld();
    const [{ index, arrived_s }] = held;
    this.#line.restart({ index, at_s: arrived_s });
    for (const each of held) this.#line.add(each.index, each.arrived_s);
    this.#line.settle();
    const first_s = this.#line.timeAt_s(this.#index + 1);
    if (this.#pace) this.#pace.resume(first_s);
    else this.#pace = new Pace(this.#line, first_s);
    this.#follows = true;
    this.#time(held);
  }

  /** Gives what is held as soon as it is plain whether readings were lost. */
  #judge(batch: Counted): void {
    const { arrived_s, index } = batch;
    const lag_s = this.#lag_s(batch);
    const late_s = this.#late_s(batch);
    if (lag_s < -late_s && !this.#pace?.isYoung) this.#line.restart({ index, at_s: arrived_s });
    if (lag_s <= late_s) {
      this.#give(this.#takeHeld());
      return;
    }
    if (lag_s < this.#least.lag_s - SETTINGS.eased_s) this.#least.fell_s = arrived_s;
    this.#least.lag_s = Math.min(lag_s, this.#least.lag_s);
    const settled = arrived_s - this.#least.fell_s >= SETTINGS.hold_s;
    if (settled && this.#held.length > 1) this.#giveWithGap(late_s);
  }

  /** Gives what stayed late: readings were lost before it, or after its first batches, which were merely late. */
  #giveWithGap(late_s: number): void {
    const held = this.#takeHeld();
    const { length } = held[held.length - 1].readings;
    const batch_s = length * this.#line.interval_s;
    const lags_s = held.map((batch) => this.#lag_s(batch));
    const lostFrom = (i: number) => Math.round(Math.min(...lags_s.slice(i)) / batch_s);
    const isBeforeGap = (lag_s: number, i: number) =>
      i + 1 < held.length && lag_s < lostFrom(i + 1) * batch_s - SETTINGS.eased_s;
    const first = lags_s.findIndex((lag_s, i) => !isBeforeGap(lag_s, i));
    const lost = lostFrom(first);
    const end = 1 + lags_s.findLastIndex((lag_s) => lag_s <= lost * batch_s + late_s);
    this.#give(held.slice(0, first));
    this.#give(held.slice(first, end), lost * length);
    for (const batch of held.slice(end)) this.#hear(batch);
  }

  #lag_s({ arrived_s, index }: Counted): number {
    return arrived_s - this.#line.timeAt_s(index);
  }

  /** What comes with a larger lag is late. */
  #late_s({ readings, arrived_s }: Batch): number {
    const { lateShare, rateSds } = SETTINGS;
    const late_s = this.#pace?.isYoung ? SETTINGS.youngLate_s : SETTINGS.late_s;
    const doubt_s = rateSds * this.#line.rateSd * (arrived_s - this.#given_s);
    return Math.max(late_s, lateShare * readings.length * this.#line.interval_s) + doubt_s;
  }

  /** Gives batches, so many readings having been lost before them. */
  #give(batches: readonly Counted[], lost = 0): void {
    this.#index += lost;
    this.#pace?.skip(lost);
    for (const { index, arrived_s } of batches) this.#line.add(index + lost, arrived_s);
    this.#time(batches);
  }

  #time(batches: readonly Counted[]): void {
    if (!this.#pace) throw new Error('Readings were to be timed before the clock had begun.');
    for (const { readings, arrived_s } of batches) {
      this.#given_s = arrived_s;
      for (const reading of readings) {
        this.#index++;
        this.#ready.push(sampleOf(reading, this.#pace.next(this.#index)));
      }
    }
  }
}
