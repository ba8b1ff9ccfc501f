import { clamp, type EarliestLine } from './earliest-line';

const SETTINGS = {
  /** So long after the start the pace is still being found. */
  youth_s: 5,
  /** By this share of it the interval may change in a second, in youth and after, but not by more from one to the next. */
  youngStep_per_s: 1.5,
  step_per_s: 0.5,
  largestStep: 0.3,
  /** By this share an interval may differ from the fitted one, to make up for an error of the time. */
  youngReach: 0.2,
  reach: 0.1,
  /** An error of the time is made up for over this share of the age, at most so long. */
  patience: 0.3,
  least_s: 0.3,
  most_s: 2,
};

/**
 * Times that follow a line which is still being fitted, without its jumps: each interval is nearly the one
 * before, and errors of the time are made up for little by little.
 */
export class Pace {
  readonly #line: EarliestLine;
  #age_s = 0;
  #interval_s: number;
  #time_s: number;

  /** The first reading is given the time `first_s`, or nearly. */
  constructor(line: EarliestLine, first_s: number) {
    this.#line = line;
    this.#interval_s = line.interval_s;
    this.#time_s = first_s - line.interval_s;
  }

  /** Whether the rate is still being found. */
  get isYoung(): boolean {
    return this.#age_s < SETTINGS.youth_s;
  }

  /** The time of the reading of this index, the one after the last. */
  next(index: number): number {
    const young = this.isYoung;
    const step_per_s = young ? SETTINGS.youngStep_per_s : SETTINGS.step_per_s;
    const step = Math.min(SETTINGS.largestStep, step_per_s * this.#interval_s);
    const reach = young ? SETTINGS.youngReach : SETTINGS.reach;
    const patience_s = clamp(SETTINGS.patience * this.#age_s, SETTINGS.least_s, SETTINGS.most_s);
    const error_s = this.#line.timeAt_s(index) - (this.#time_s + this.#interval_s);
    const wanted_s = this.#line.interval_s * (1 + clamp(error_s / patience_s, -reach, reach));
    const [least_s, most_s] = [this.#interval_s * (1 - step), this.#interval_s * (1 + step)];
    this.#interval_s = clamp(wanted_s, least_s, most_s);
    this.#advance(this.#interval_s);
    return this.#time_s;
  }

  /** So many readings are missing before the next one. */
  skip(readings: number): void {
    this.#advance(readings * this.#interval_s);
  }

  /** The next reading, the first after a break, is given the time `at_s`, unless that has passed. */
  resume(at_s: number): void {
    this.#advance(Math.max(0, at_s - this.#interval_s - this.#time_s));
  }

  #advance(by_s: number): void {
    this.#age_s += by_s;
    this.#time_s += by_s;
  }
}
