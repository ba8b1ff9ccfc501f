import { modulo } from '../modulo';

const SETTINGS = {
  /** A notification may come less late than any before it by so long, or by this share of a period if that is shorter. */
  tolerance_s: 2,
  toleranceShare: 1 / 4,
  /** Nor does one come later than this: a clock that says so was set anew. */
  longestLag_s: 10,
  /** A stamp this far behind the one before is no late packet: the clock was set anew. */
  restart_s: 2,
  /** After a break of the link the device's clock went on if it fits the arrival to within this. */
  wentOn_s: 0.25,
  /** The least lag is that of the last one to two of these. */
  lagWindow_s: 10,
  /** No notification holds readings of more than this. */
  longestBatch_s: 5,
};

/** A device's clock: `unit_s` seconds to a tick, rolling over after `period` ticks (∞: never). */
export interface TickUnits {
  readonly unit_s: number;
  readonly period: number;
}

/** A stamp that has arrived. */
export interface Arrival {
  readonly tick: number;
  readonly arrived_s: number;
}

/**
 * Where a device's ticks lie on the host's axis. Of the times that a tick of a clock that rolls over may mean,
 * it means the latest that had come when it arrived: its lag (arrival less time) is no smaller than the least
 * of the last seconds, the link's usual delay, but for a tolerance. The least lag is taken anew every few
 * seconds, since the two clocks drift apart by up to some 100 ppm. A clock that falls back, or does not
 * fit the arrivals, was set anew and is anchored by them.
 */
export class TickAxis {
  readonly #unit_s: number;
  readonly #period: number;
  readonly #tolerance_s: number;
  #anchor: { tick: number; at_s: number } | null = null;
  #broken = false;
  #latest_s = -Infinity;
  #lags: { since_s: number; least_s: number; before_s: number } | null = null;

  constructor({ unit_s, period }: TickUnits) {
    this.#unit_s = unit_s;
    this.#period = period;
    const { tolerance_s, toleranceShare } = SETTINGS;
    this.#tolerance_s = Math.min(tolerance_s, toleranceShare * period * unit_s);
  }

  /** What comes next may be stamped by a clock that was set anew. */
  interrupted(): void {
    this.#broken = true;
  }

  /** Times, s, of the stamps of one notification; `isAnew` where the axis was anchored by this very stamp. */
  read(ticks: readonly number[], arrived_s: number): { at_s: number; isAnew: boolean }[] {
    const last = ticks[ticks.length - 1];
    if (this.#broken && !this.#goesOn({ tick: last, arrived_s })) this.#anchor = null;
    this.#broken = false;
    return ticks.map((tick) => {
      const usual_s = this.#usual_s({ tick, arrived_s });
      const isAnew = usual_s === null;
      // The batch's last reading is the one that cannot have waited.
      const at_s = usual_s ?? this.#begin(tick, arrived_s - this.#batchSpan_s(tick, last));
      this.#heard(arrived_s - at_s, arrived_s);
      this.#latest_s = Math.max(at_s, this.#latest_s);
      return { at_s, isAnew };
    });
  }

  /**
   * Times, s, of stamps one after the other, none a period after the one before, when so much time went by
   * before them that the first alone might mean one period or another: the latest at which all of them fit.
   */
  readTrain(train: readonly Arrival[]): { at_s: number; isAnew: boolean }[] {
    let [ticks, before] = [0, train[0].tick];
    const since_s = train.map(({ tick }) => {
      ticks += modulo(tick - before, this.#period);
      before = tick;
      return ticks * this.#unit_s;
    });
    const latest_s = Math.min(...train.map(({ arrived_s }, i) => arrived_s - since_s[i]));
    const isAnew = !this.#anchor || this.#broken;
    this.#broken = false;
    const first_s = isAnew
      ? this.#begin(train[0].tick, latest_s)
      : this.#timeOf(train[0].tick, latest_s - this.#least_s() + this.#tolerance_s);
    return train.map(({ arrived_s }, i) => {
      const at_s = first_s + since_s[i];
      this.#heard(arrived_s - at_s, arrived_s);
      this.#latest_s = Math.max(at_s, this.#latest_s);
      return { at_s, isAnew: isAnew && i === 0 };
    });
  }

  /** The time of a stamp if the clock went on as before; null where it was set anew, or at the start. */
  #usual_s({ tick, arrived_s }: Arrival): number | null {
    if (!this.#anchor) return null;
    const soonest_s = arrived_s - this.#least_s() + this.#tolerance_s;
    const at_s = this.#timeOf(tick, soonest_s);
    const fits =
      at_s <= soonest_s &&
      at_s >= arrived_s - this.#least_s() - SETTINGS.longestLag_s &&
      at_s >= this.#latest_s - SETTINGS.restart_s;
    return fits ? at_s : null;
  }

  #goesOn({ tick, arrived_s }: Arrival): boolean {
    const at_s = this.#usual_s({ tick, arrived_s });
    return at_s !== null && Math.abs(arrived_s - at_s - this.#least_s()) <= SETTINGS.wentOn_s;
  }

  /** The latest time, not after `soonest_s`, that a tick may mean; of a clock that never rolls over, its only one. */
  #timeOf(tick: number, soonest_s: number): number {
    const anchor = this.#anchor;
    if (!anchor) throw new Error(`Tick ${tick} was to be read before the axis had begun.`);
    const after = tick - anchor.tick;
    if (this.#period === Infinity) return anchor.at_s + after * this.#unit_s;
    const room = (soonest_s - anchor.at_s) / this.#unit_s;
    const turns = Math.floor((room - after) / this.#period);
    return anchor.at_s + (after + turns * this.#period) * this.#unit_s;
  }

  /** Anchors a tick at a time, or at once after the last one where that has passed. */
  #begin(tick: number, wanted_s: number): number {
    const at_s = Math.max(wanted_s, this.#latest_s + this.#unit_s);
    this.#anchor = { tick, at_s };
    this.#lags = null;
    return at_s;
  }

  #batchSpan_s(from: number, to: number): number {
    const span_s = modulo(to - from, this.#period) * this.#unit_s;
    return span_s >= 0 && span_s <= SETTINGS.longestBatch_s ? span_s : 0;
  }

  #least_s(): number {
    return this.#lags ? Math.min(this.#lags.least_s, this.#lags.before_s) : 0;
  }

  #heard(lag_s: number, arrived_s: number): void {
    const lags = this.#lags ?? { since_s: arrived_s, least_s: Infinity, before_s: Infinity };
    this.#lags =
      arrived_s - lags.since_s > SETTINGS.lagWindow_s
        ? { since_s: arrived_s, least_s: lag_s, before_s: lags.least_s }
        : { ...lags, least_s: Math.min(lags.least_s, lag_s) };
  }
}
