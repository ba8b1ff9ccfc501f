import type { Sample } from '$lib/core/recording';
import type { ClockSettings, Reading } from '../models/model';
import type { SampleClock } from './clock';
import { EarliestLine } from './earliest-line';
import { Pace } from './pace';
import { sampleOf, type Batch } from './timed';

const SETTINGS = {
  /** The least delayed notification of a fraction of a second still comes so late, about. */
  scatter_s: 0.03,
  /** A silence: longer than this, and than so many notifications should take. */
  silence_s: 0.4,
  silentNotifications: 3,
  /** After a silence readings are held back until, for so long, none came less late than those before by this much; */
  hold_s: 0.3,
  eased_s: 0.02,
  /** but no longer than this. */
  longestHold_s: 1,
  /** At the start and after a break of the link they are held back for so long. */
  startHold_s: 0.5,
  /** What comes later than this after a silence, and as late all through the hold, tells of lost readings. */
  gap_s: 0.08,
  /**
   * So does what comes later than this without a silence, in so many of the line's buckets one after the other:
   * soon where it is much, and where it is more than this share of a notification.
   */
  drifts: [
    { buckets: 5, lag_s: 0.06 },
    { buckets: 10, lag_s: 0.02 },
  ],
  driftShare: 0.6,
  /** What comes earlier than this tells that delayed readings had been taken for lost. */
  early_s: 0.1,
};

type Hold = {
  /** Why: the first readings of all, the first after a break of the link, or the first after a silence. */
  readonly after: 'nothing' | 'break' | 'silence';
  readonly silence_s: number;
  readonly held: Batch[];
  /** Least lag of what is held, and when it last fell. */
  least_s: number;
  fell_s: number;
};

/**
 * The times of readings that the device does not stamp. Model: reading k is measured at `origin + k · interval`,
 * the interval near the nominal one (within some 20 %) and slowly changing; its notification comes later by
 * a least delay, the same for all, and by anything from 0 to some 0.1 s more, in bursts. So the truth lies
 * along the lower edge of the arrivals ({@link EarliestLine}), and the times follow it smoothly ({@link Pace}).
 *
 * Readings that were lost on the way show as arrivals that stay later than before. After a silence that is
 * looked at before anything is given: until arrivals have stopped becoming less late, 0.3 s or a little more,
 * readings are held back; then what is missing becomes a gap of whole intervals. Notifications lost without a
 * silence are counted once the lag has grown, and made up for by longer intervals.
 */
export class CountClock implements SampleClock {
  /** Readings that are counted cannot be told to be late. */
  readonly late = 0;
  readonly #line: EarliestLine;
  #pace: Pace | null = null;
  #hold: Hold | null = null;
  #broken = false;
  /** Of the last reading, lost ones counted. */
  #index = -1;
  #lastArrival_s = -Infinity;
  #ready: Sample[] = [];

  constructor({ rate_Hz }: Extract<ClockSettings, { kind: 'count' }>) {
    this.#line = new EarliestLine({ rate_Hz, scatter_s: SETTINGS.scatter_s });
  }

  take(readings: readonly Reading[], arrived_s: number): Sample[] {
    if (readings.length === 0) return this.#given();
    const notification = { readings, arrived_s };
    const silence_s = arrived_s - this.#lastArrival_s;
    this.#lastArrival_s = arrived_s;
    this.#hold ??= this.#holdAfter(silence_s, notification);
    if (this.#hold) this.#keep(this.#hold, notification);
    else this.#place(notification);
    return this.#given();
  }

  interrupted(): void {
    this.#release();
    this.#broken = true;
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

  #holdAfter(silence_s: number, { readings, arrived_s }: Batch): Hold | null {
    const hold = { silence_s, held: [], least_s: Infinity, fell_s: arrived_s };
    if (!this.#pace) return { ...hold, after: 'nothing' };
    if (this.#broken) return { ...hold, after: 'break' };
    const usual_s = SETTINGS.silentNotifications * readings.length * this.#line.interval_s;
    const silent = silence_s > Math.max(SETTINGS.silence_s, usual_s);
    return silent ? { ...hold, after: 'silence' } : null;
  }

  /** Holds a notification back, and lets all go once it is plain how late they are. */
  #keep(hold: Hold, notification: Batch): void {
    const { arrived_s, readings } = notification;
    hold.held.push(notification);
    const index = hold.held.reduce((sum, each) => sum + each.readings.length, this.#index);
    const lag_s = arrived_s - index * this.#line.interval_s;
    if (lag_s < hold.least_s - SETTINGS.eased_s) hold.fell_s = arrived_s;
    hold.least_s = Math.min(hold.least_s, lag_s);
    const usual_s = readings.length * this.#line.interval_s;
    const held_s = arrived_s - hold.held[0].arrived_s;
    const settled =
      hold.after === 'silence'
        ? arrived_s - hold.fell_s >= SETTINGS.hold_s || held_s >= SETTINGS.longestHold_s
        : held_s >= SETTINGS.startHold_s;
    // Of large batches two must be seen.
    if (settled && held_s >= usual_s / 2) this.#release();
  }

  #release(): void {
    const hold = this.#hold;
    if (!hold) return;
    this.#hold = null;
    if (hold.after === 'silence') this.#resume(hold);
    else this.#begin(hold);
  }

  /** After a silence: a gap of as many readings as are missing. */
  #resume({ held, silence_s }: Hold): void {
    const lags_s = this.#indexed(held).map(
      ([index, { arrived_s }]) => arrived_s - this.#line.timeAt_s(index),
    );
    const lag_s = Math.min(...lags_s);
    // The silence itself may have been longer or shorter by what the rate is off.
    const doubt_s = SETTINGS.gap_s + 2 * this.#line.rateSd * silence_s;
    const lost = lag_s > doubt_s ? Math.round(lag_s / this.#line.interval_s) : 0;
    this.#index += lost;
    this.#pace?.skip(lost);
    for (const [index, { arrived_s }] of this.#indexed(held)) this.#line.add(index, arrived_s);
    for (const { readings } of held) this.#give(readings);
  }

  /** At the start and after a break: what was held says when its first reading was. */
  #begin({ held }: Hold): void {
    this.#broken = false;
    const indexed = this.#indexed(held);
    const [[index, { arrived_s }]] = indexed;
    this.#line.restart({ index, at_s: arrived_s });
    for (const [each, notification] of indexed) this.#line.add(each, notification.arrived_s);
    this.#line.settle();
    const first_s = this.#line.timeAt_s(this.#index + 1);
    if (this.#pace) this.#pace.resume(first_s);
    else this.#pace = new Pace(this.#line, first_s);
    for (const { readings } of held) this.#give(readings);
  }

  /** Notifications, each with the index of its last reading. */
  #indexed(notifications: readonly Batch[]): [number, Batch][] {
    let index = this.#index;
    return notifications.map((each) => [(index += each.readings.length), each]);
  }

  #place({ readings, arrived_s }: Batch): void {
    this.#mind(this.#index + readings.length, arrived_s, readings.length);
    this.#line.add(this.#index + readings.length, arrived_s);
    this.#give(readings);
  }

  /** Sees whether the count has gone wrong, and mends it. */
  #mind(index: number, arrived_s: number, size: number): void {
    if (this.#pace?.isYoung) return;
    if (arrived_s < this.#line.timeAt_s(index) - SETTINGS.early_s) {
      this.#line.restart({ index, at_s: arrived_s });
      return;
    }
    const notification_s = size * this.#line.interval_s;
    for (const { buckets, lag_s } of SETTINGS.drifts) {
      const least_s = this.#line.leastLag_s(buckets);
      if (least_s < Math.max(lag_s, SETTINGS.driftShare * notification_s)) continue;
      const lost = Math.round(least_s / this.#line.interval_s);
      this.#line.skip(lost, buckets);
      this.#index += lost;
      return;
    }
  }

  #give(readings: readonly Reading[]): void {
    if (!this.#pace) throw new Error('Readings were to be timed before the clock had begun.');
    for (const reading of readings) {
      this.#index++;
      this.#ready.push(sampleOf(reading, this.#pace.next(this.#index)));
    }
  }
}
