import { STEP_S } from '../../src/lib/core/signal/step-smoother';
import { median } from '../../src/lib/core/signal/statistics';
import type { SetTruth } from '../../src/lib/core/simulate/truth';
import { repsOf } from '../../src/lib/core/sled/analyse';
import type { HoldSeeker, Rests } from '../../src/lib/core/sled/hold-search';
import type { Rep } from '../../src/lib/core/sled/report';
import { SetFollower } from '../../src/lib/core/sled/set-follower';
import { V0_MPS } from '../../src/lib/core/sled/setup';
import type { SimulatedSet } from './categories';

/** What the smoother is told. */
const SETTINGS = {
  /** A hold is slower than v0 for at least this long. */
  leastHold_s: 0.2,
  /** A press that ends further than this from where presses end (it failed) does not end at the top. */
  topWithin_m: 0.04,
};

/**
 * The reps as the same rail, tilt, smoother and measures find them when the true holds and tops are
 * told: what could be had if every hold were told from slow motion.
 */
export function oracleReps({ recording, truth, setup }: SimulatedSet): Rep[] {
  const follower = new SetFollower(setup, (start_s) => new ToldHolds(trueRests(truth, start_s)));
  follower.take(recording);
  return repsOf(follower.bouts({ hasEnded: true }), []);
}

/** Knows the holds and tops, and tells them when they are over. */
class ToldHolds implements HoldSeeker {
  steps = 0;
  readonly #rests: Rests;

  constructor(rests: Rests) {
    this.#rests = rests;
  }

  step(): void {
    this.steps++;
  }

  since(edge: number): Rests {
    const { holds, tops, pressEnds } = this.#rests;
    const now = this.steps;
    const over = (at: number) => at >= edge && at <= now;
    return {
      holds: holds
        .filter(({ start, end }) => end >= edge && start < now)
        .map(({ start, end }) => ({ start, end: Math.min(end, now + 1) })),
      tops: tops.filter(over),
      beginnings: [],
      pressEnds: pressEnds.filter(over),
    };
  }

  get lastPressEnd(): number {
    return this.#rests.pressEnds.findLast((edge) => edge <= this.steps) ?? -1;
  }

  get holdingSince(): number {
    const hold = this.#rests.holds.find(
      ({ start, end }) => start <= this.steps && this.steps < end,
    );
    return hold?.start ?? Infinity;
  }

  readonly refused = 0;

  drifts(): void {
    // Nor on this.
  }

  changeLeak(): void {
    // What is told does not depend on it.
  }

  clone(): ToldHolds {
    const copy = new ToldHolds(this.#rests);
    copy.steps = this.steps;
    return copy;
  }
}

/** The true holds and tops, in edges of steps from `start_s` on. */
export function trueRests(truth: SetTruth, start_s: number): Rests {
  const edgeAt = (t_s: number) => (t_s - start_s) / STEP_S;
  const holds = slowSpans(truth)
    .map((slow) => ({
      start: Math.max(0, Math.ceil(edgeAt(slow.start_s))),
      end: Math.floor(edgeAt(slow.end_s)) + 1,
    }))
    .filter(({ start, end }) => start < end);
  const ends = truth.strokes.filter(({ direction }) => direction === 'press');
  const edges = (times_s: number[]) =>
    times_s.map((t_s) => Math.round(edgeAt(t_s))).filter((edge) => edge >= 0);
  return {
    holds,
    tops: edges(topTimes_s(truth)),
    beginnings: [],
    pressEnds: edges(ends.map(({ end_s }) => end_s)),
  };
}

/** Where the sled is truly slower than v0 for long enough. */
function slowSpans({ motion }: SetTruth): { start_s: number; end_s: number }[] {
  const { velocity_mps, rate_Hz, length } = motion;
  const spans: { start_s: number; end_s: number }[] = [];
  let first = 0;
  for (let i = 0; i <= length; i++) {
    if (i < length && Math.abs(velocity_mps[i]) < V0_MPS) continue;
    const span = { start_s: first / rate_Hz, end_s: (i - 1) / rate_Hz };
    if (span.end_s - span.start_s >= SETTINGS.leastHold_s) spans.push(span);
    first = i + 1;
  }
  return spans;
}

function topTimes_s({ motion, strokes }: SetTruth): number[] {
  const ends = strokes
    .filter(({ direction }) => direction === 'press')
    .map(({ end_s }) => ({
      end_s,
      place_m: motion.position_m[Math.round(end_s * motion.rate_Hz)],
    }));
  const usual_m = median(ends.map(({ place_m }) => place_m));
  return ends
    .filter(({ place_m }) => Math.abs(place_m - usual_m) < SETTINGS.topWithin_m)
    .map(({ end_s }) => end_s);
}
