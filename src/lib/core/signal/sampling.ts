import type { Columns3, Recording } from '../recording';
import { Extremes } from './extremes';
import { median } from './statistics';

/** Reading so many intervals tells their median well enough. */
const MOST_INTERVALS = 2000;

/** A gap is reported when no sample came for more than this many sampling intervals, and this long. */
const GAP_INTERVALS = 2.5;
const GAP_MIN_S = 0.1;

const AXES = ['x', 'y', 'z'] as const;

/** A stretch without a usable sample. */
interface Gap {
  start_s: number;
  duration_s: number;
}

/**
 * How a recording was sampled, whatever it shows. Takes the samples as they come: of a recording that grows
 * only the new ones are read.
 */
export class Sampling {
  /** Median distance of successive samples; NaN below two. */
  interval_s = NaN;
  #rows = 0;
  #last_s = NaN;
  /** Stretches that are gaps if the interval is short against them. */
  readonly #pauses: Gap[] = [];
  readonly #extremes = { x: new Extremes(), y: new Extremes(), z: new Extremes() };

  /** Takes the samples of a recording, which begins with those of the call before. */
  take({ length, t_s, accel_mps2 }: Recording): void {
    const { x, y, z } = accel_mps2;
    for (let i = this.#rows; i < length; i++) {
      this.#extremes.x.take(x[i]);
      this.#extremes.y.take(y[i]);
      this.#extremes.z.take(z[i]);
      if (!Number.isFinite(x[i] + y[i] + z[i])) continue;
      const duration_s = t_s[i] - this.#last_s;
      if (duration_s > GAP_MIN_S) this.#pauses.push({ start_s: this.#last_s, duration_s });
      this.#last_s = t_s[i];
    }
    this.#rows = length;
    this.interval_s = medianInterval(t_s);
  }

  /** Stretches without a usable sample, longer than a few intervals. */
  get gaps(): Gap[] {
    const longest_s = GAP_INTERVALS * this.interval_s;
    return this.#pauses.filter(({ duration_s }) => duration_s > longest_s);
  }

  /** The axes that reached the end of the sensor's range. */
  get clipped(): (keyof Columns3)[] {
    return AXES.filter((axis) => this.#extremes[axis].level_mps2 < Infinity);
  }
}

/** How a whole recording was sampled. */
export function samplingOf(recording: Recording): Sampling {
  const sampling = new Sampling();
  sampling.take(recording);
  return sampling;
}

/** Median distance of successive times, of at most some thousand of them; NaN below two. */
export function medianInterval(t_s: Float64Array): number {
  const stride = Math.max(1, Math.floor(t_s.length / MOST_INTERVALS));
  const steps_s = new Float64Array(Math.max(0, Math.ceil((t_s.length - 1) / stride)));
  for (let i = 0; i < steps_s.length; i++) steps_s[i] = t_s[i * stride + 1] - t_s[i * stride];
  return median(steps_s);
}
