const SETTINGS = {
  /** Of the readings that came within so long, only the least delayed is kept. */
  bucket_s: 0.2,
  /** What came longer ago says nothing of the rate now. */
  window_s: 60,
  /** What the rate may be off by from what the device was asked for, relative sd. */
  nominalSd: 0.1,
  /** After a break the rate is what it was, to so much. */
  keptSd: 3e-3,
  /** No rate is further from the nominal one than by this factor. */
  furthest: 2,
};

interface Point {
  index: number;
  at_s: number;
}

/**
 * The straight line `t = origin + index · interval` below all arrivals: the times at which readings would
 * have come had none been delayed more than the least. A notification is late by anything, never early, so
 * the truth lies along the lower edge of the arrivals. The slope is that of the edge of their lower convex
 * hull above their mean index, which of all lines below the points comes nearest to them on average (Moon,
 * Skelly & Towsley 1999, doi 10.1109/INFCOM.1999.749287), but drawn towards the nominal one while there are
 * few ({@link slopeBelow}).
 */
export class EarliestLine {
  readonly #nominal_s: number;
  readonly #scatter_s: number;
  #prior: { interval_s: number; sd: number };
  #interval_s: number;
  /** A point that the line passes through. */
  #touched: Point = { index: 0, at_s: 0 };
  #points: Point[] = [];
  #bucket: (Point & { start_s: number }) | null = null;

  /** `scatter_s`: how far above the line the least delayed arrival of a bucket lies, about. */
  constructor({ rate_Hz, scatter_s }: { rate_Hz: number; scatter_s: number }) {
    this.#nominal_s = 1 / rate_Hz;
    this.#scatter_s = scatter_s;
    this.#interval_s = this.#nominal_s;
    this.#prior = { interval_s: this.#nominal_s, sd: SETTINGS.nominalSd };
  }

  /** Time from one reading to the next, s. */
  get interval_s(): number {
    return this.#interval_s;
  }

  /** What the rate may be off by, relative sd. */
  get rateSd(): number {
    const { sd } = this.#prior;
    return sd / Math.hypot(1, (sd * this.#span_s()) / this.#scatter_s);
  }

  /** When the reading of this index was there, s. */
  timeAt_s(index: number): number {
    return this.#touched.at_s + (index - this.#touched.index) * this.#interval_s;
  }

  /** Reading `index`, later than those before, was there at `at_s`. */
  add(index: number, at_s: number): void {
    const bucket = this.#bucket;
    if (!bucket || at_s >= bucket.start_s + SETTINGS.bucket_s) {
      this.#close();
      this.#bucket = { index, at_s, start_s: at_s };
    } else if (at_s - bucket.at_s <= (index - bucket.index) * this.#interval_s) {
      this.#bucket = { index, at_s, start_s: bucket.start_s };
    }
    // Nothing arrives before it was measured: until the next fit the line gives way.
    if (at_s < this.timeAt_s(index)) this.#touched = { index, at_s };
  }

  /** How far above the line the least delayed of the last so many buckets lies, s; 0 while there are fewer. */
  leastLag_s(buckets: number): number {
    if (this.#points.length < buckets) return 0;
    const lags_s = this.#points
      .slice(-buckets)
      .map(({ index, at_s }) => at_s - this.timeAt_s(index));
    return Math.min(...lags_s);
  }

  /** What comes next does not follow: keeps the rate and nothing else. */
  restart({ index, at_s }: Point): void {
    this.#trustSoFar();
    this.#points = [];
    this.#bucket = null;
    this.#touched = { index, at_s };
  }

  /** Fits the line to all that has come, the open bucket included. */
  settle(): void {
    this.#close();
  }

  #close(): void {
    if (!this.#bucket) return;
    const { index, at_s } = this.#bucket;
    this.#points.push({ index, at_s });
    this.#bucket = null;
    const kept = this.#points.findIndex((point) => point.at_s >= at_s - SETTINGS.window_s);
    if (kept > 0) this.#trustSoFar();
    this.#points.splice(0, kept);
    this.#fit();
  }

  /** The rate found so far takes the nominal one's place, so that it outlasts the points it was found from. */
  #trustSoFar(): void {
    const sd = Math.max(this.rateSd, SETTINGS.keptSd);
    this.#prior = { interval_s: this.#interval_s, sd };
  }

  #fit(): void {
    const { interval_s, sd } = this.#prior;
    const pull_s = (sd * interval_s) ** 2 / this.#scatter_s;
    const { furthest } = SETTINGS;
    const fitted_s = slopeBelow(this.#points, { interval_s, pull_s });
    this.#interval_s = clamp(fitted_s, this.#nominal_s / furthest, this.#nominal_s * furthest);
    const lag_s = ({ index, at_s }: Point) => at_s - index * this.#interval_s;
    this.#touched = this.#points.reduce((least, point) =>
      lag_s(point) < lag_s(least) ? point : least,
    );
  }

  #span_s(): number {
    const last = this.#points.at(-1);
    return last ? last.at_s - this.#points[0].at_s : 0;
  }
}

/**
 * Slope of the likeliest line below points whose heights above it are distributed exponentially, of a mean m, the
 * slope being known beforehand to be `interval_s` with a variance v: `pull_s` = v / m. A line of slope s touches
 * the points' lower convex hull (Andrew 1979, doi 10.1016/0020-0190(79)90072-3) in a vertex; where that lies
 * before the mean index a steeper one comes nearer to the points, and is further from what was known.
 */
function slopeBelow(
  points: readonly Point[],
  { interval_s, pull_s }: { interval_s: number; pull_s: number },
): number {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length > 1 && !turnsUp(hull[hull.length - 2], hull[hull.length - 1], point)) {
      hull.pop();
    }
    hull.push(point);
  }
  const sum = points.reduce((so_far, { index }) => so_far + index, 0);
  const wanted_s = ({ index }: Point) => interval_s + pull_s * (sum - points.length * index);
  let vertex = 0;
  while (
    vertex + 1 < hull.length &&
    slope(hull[vertex], hull[vertex + 1]) < wanted_s(hull[vertex])
  ) {
    vertex++;
  }
  const least_s = vertex > 0 ? slope(hull[vertex - 1], hull[vertex]) : -Infinity;
  return Math.max(wanted_s(hull[vertex]), least_s);
}

function turnsUp(a: Point, b: Point, c: Point): boolean {
  return slope(a, b) < slope(b, c);
}

function slope(a: Point, b: Point): number {
  return (b.at_s - a.at_s) / (b.index - a.index);
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
