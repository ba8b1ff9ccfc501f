import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATES } from '../../../src/lib/core/signal/six-states';
import {
  independentBelief,
  LEAK_TERMS,
  leakAt,
  smoothSteps,
  STEP_S,
  type Belief,
  type LeakRow,
  type SmoothedSteps,
  type StepEvidence,
} from '../../../src/lib/core/signal/step-smoother';
import { Random } from '../../../src/lib/core/simulate/random';
import { Path } from '../path';
import { identity, inverse, product, sum, transposed, type Matrix } from './dense';

/** Places in the state. */
const [S, V, B, C] = [0, 1, 2, 3] as const;
const NO_LEAK = [0, 0, 0];
const LEAK_SD = [0.034, 0.034, 0.017];

/** Evidence of `steps` steps in which nothing is known but that nothing accelerates. */
function evidenceOf(steps: number, known: Partial<StepEvidence> = {}): StepEvidence {
  return {
    steps,
    gained_mps: new Float64Array(steps),
    shifted_m: new Float64Array(steps),
    noise_m2ps3: new Float64Array(steps).fill(1e-6),
    restSd_mps: new Float64Array(steps + 1).fill(Infinity),
    tops: [],
    topSd_m: 0.02,
    biasWalk_mps2psqrts: 0.001,
    breaks: [],
    ...known,
  };
}

const belief = (leakSd: readonly number[] = NO_LEAK) =>
  independentBelief([0.3, 0.3, 0.08, ...leakSd]);

const edgesOf = ({ edges }: SmoothedSteps) => Array.from({ length: edges }, (_, k) => k);
const meansOf = (smoothed: SmoothedSteps, place: number) =>
  edgesOf(smoothed).map((k) => smoothed.mean(k, place));

/** A random motion of 24 steps, at rest here and there. */
function anyEvidence(seed: number, known: Partial<StepEvidence> = {}): StepEvidence {
  const random = new Random(seed);
  const steps = 24;
  const column = (value: () => number) => Float64Array.from({ length: steps }, value);
  return evidenceOf(steps, {
    gained_mps: column(() => 0.05 * random.normal()),
    shifted_m: column(() => 0.0025 * random.normal()),
    noise_m2ps3: column(() => random.uniform(1e-5, 1e-3)),
    restSd_mps: Float64Array.from({ length: steps + 1 }, (_, k) =>
      k < 3 || (k > 10 && k < 14) || k === 22 ? random.uniform(0.005, 0.05) : Infinity,
    ),
    biasWalk_mps2psqrts: 0.01,
    ...known,
  });
}

/** Mean and covariance of a whole motion, STATES rows an edge. */
interface Dense {
  mean: Matrix;
  covariance: Matrix;
}

/** An observation of one number: weights on the whole motion's states. */
interface DenseRow {
  places: ReadonlyMap<number, number>;
  value: number;
  variance: number;
}

/** The motion of one step, as the physics has it: constant acceleration less bias and the leak at mid-step. */
function moved(state: readonly number[], evidence: StepEvidence, k: number): number[] {
  const [s, v, b, ...leak] = state;
  const offset = b + leakAt(leak, 0, s + 0.5 * STEP_S * v);
  return [
    s + STEP_S * v + evidence.shifted_m[k] - 0.5 * STEP_S ** 2 * offset,
    v + evidence.gained_mps[k] - STEP_S * offset,
    b,
    ...leak,
  ];
}

/** How the state after a step depends on the one before, by central differences. */
function transition(state: readonly number[], evidence: StepEvidence, k: number): Matrix {
  const small = 1e-5;
  const columns = state.map((_, j) => {
    const [up, down] = [1, -1].map(
      (way) =>
      moved(state.map((value, i) => (i === j ? value + way * small : value)), evidence, k), // prettier-ignore
    );
    return up.map((value, i) => (value - down[i]) / (2 * small));
  });
  return transposed(columns);
}

function noiseOf(evidence: StepEvidence, k: number): Matrix {
  const noise = evidence.noise_m2ps3[k];
  const Q = identity(STATES).map((row) => row.map(() => 0));
  Q[S][S] = (noise * STEP_S ** 3) / 3;
  Q[S][V] = Q[V][S] = (noise * STEP_S ** 2) / 2;
  Q[V][V] = noise * STEP_S;
  Q[B][B] = evidence.biasWalk_mps2psqrts ** 2 * STEP_S;
  return Q;
}

/** The leak rows, then what each edge up to `until` tells: rests and, where asked for, tops. */
function denseRows(evidence: StepEvidence, leak: readonly LeakRow[], until: number): DenseRow[] {
  const rows: DenseRow[] = leak.map(({ weights, value }) => ({
    places: new Map(weights.map((weight, j) => [C + j, weight])),
    value,
    variance: 1,
  }));
  for (let k = 0; k <= until; k++) {
    const sd = evidence.restSd_mps[k];
    if (sd < Infinity) rows.push({ places: new Map([[STATES * k + V, 1]]), value: 0, variance: sd ** 2 }); // prettier-ignore
    if (!evidence.tops.includes(k)) continue;
    rows.push({
      places: new Map([[STATES * k + S, 1]]),
      value: 0,
      variance: evidence.topSd_m ** 2,
    });
  }
  return rows;
}

/**
 * All states up to an edge at once, by conditioning one large Gaussian on all that is known together: no
 * recursion forwards or backwards. `around` are the states the leak is linearised at, one an edge.
 */
function dense(
  first: Belief,
  evidence: StepEvidence,
  leak: readonly LeakRow[] = [],
  around: readonly number[][] = [],
): Dense {
  const size = STATES;
  const edges = evidence.steps + 1;
  let state = [...first.mean];
  const means: number[] = [...state];
  const own: Matrix[] = [
    Array.from({ length: size }, (_, r) => [...first.covariance.slice(size * r, size * (r + 1))]),
  ];
  const F: Matrix[] = [];
  for (let k = 0; k < evidence.steps; k++) {
    const at = around[k] ?? state;
    F.push(transition(at, evidence, k));
    const from = moved(at, evidence, k);
    const off = product(F[k], state.map((value, i) => [value - at[i]])); // prettier-ignore
    state = from.map((value, i) => value + off[i][0]);
    means.push(...state);
    own.push(sum(product(product(F[k], own[k]), transposed(F[k])), noiseOf(evidence, k)));
  }
  const prior: Matrix = Array.from({ length: size * edges }, () => new Array<number>(size * edges));
  for (let i = 0; i < edges; i++) {
    for (
      let j = i, block = own[i];
      j < edges;
      block = j < evidence.steps ? product(F[j], block) : block, j++
    ) {
      // prettier-ignore
      for (let r = 0; r < size; r++) {
        for (let c = 0; c < size; c++) {
          prior[size * j + r][size * i + c] = prior[size * i + c][size * j + r] = block[r][c];
        }
      }
    }
  }
  return conditioned(means, prior, denseRows(evidence, leak, evidence.steps));
}

function conditioned(means: readonly number[], prior: Matrix, rows: readonly DenseRow[]): Dense {
  const mean = means.map((value) => [value]);
  if (rows.length === 0) return { mean, covariance: prior };
  const seen = rows.map(
    ({ places }) =>
    prior.map((row) => [...places].reduce((total, [place, weight]) => total + weight * row[place], 0)), // prettier-ignore
  );
  const weigh = ({ places }: DenseRow, values: readonly number[]) =>
    [...places].reduce((total, [place, weight]) => total + weight * values[place], 0);
  const scatter = seen.map((one, i) =>
    rows.map((row, j) => weigh(row, one) + (i === j ? row.variance : 0)),
  );
  const gain = product(transposed(seen), inverse(scatter));
  const innovation = rows.map((row) => [row.value - weigh(row, means)]);
  const known = product(gain, seen);
  return {
    mean: sum(mean, product(gain, innovation)),
    covariance: prior.map((row, r) => row.map((value, c) => value - known[r][c])),
  };
}

function expectSame(smoothed: SmoothedSteps, { mean, covariance }: Dense, digits = 9): void {
  const variance = (place: number) => covariance[place][place];
  for (let i = 0; i < smoothed.edges; i++) {
    for (let place = 0; place < STATES; place++) {
      expect(smoothed.mean(i, place)).toBeCloseTo(mean[STATES * i + place][0], digits);
    }
    expect(smoothed.sd(i, S)).toBeCloseTo(Math.sqrt(variance(STATES * i + S)), digits - 1);
    expect(smoothed.sd(i, V)).toBeCloseTo(Math.sqrt(variance(STATES * i + V)), digits - 1);
    for (let j = i + 1; j < smoothed.edges; j++) {
      const [a, b] = [STATES * i + S, STATES * j + S];
      const travelSd_m = Math.sqrt(variance(a) + variance(b) - 2 * covariance[a][b]);
      expect(smoothed.travelSd_m(i, j)).toBeCloseTo(travelSd_m, digits - 1);
      const shared_m2ps2 = covariance[STATES * i + V][STATES * j + V];
      expect(smoothed.velocityCovariance_m2ps2(i, j)).toBeCloseTo(shared_m2ps2, digits);
      expect(smoothed.velocityCovariance_m2ps2(j, i)).toBeCloseTo(shared_m2ps2, digits);
    }
  }
}

/** Rows that say roughly what the leak is, and how two of its coefficients go together. */
const LEAK_ROWS: LeakRow[] = [
  { weights: [60, 20, -5], value: 1.2 },
  { weights: [0, 45, 30], value: -0.4 },
];

/** The evidence of the first `steps` steps, and what the edge after them says of rest and top. */
function upTo(evidence: StepEvidence, steps: number): StepEvidence {
  return {
    ...evidence,
    steps,
    restSd_mps: Array.from(evidence.restSd_mps).slice(0, steps + 1),
    tops: evidence.tops.filter((edge) => edge <= steps),
  };
}

/** ... but nothing of what that edge says. */
function before(evidence: StepEvidence, edge: number): StepEvidence {
  const prefix = upTo(evidence, edge);
  return {
    ...prefix,
    restSd_mps: Array.from(prefix.restSd_mps).with(edge, Infinity),
    tops: prefix.tops.filter((top) => top < edge),
  };
}

describe('against one dense solution of everything at once', () => {
  const tops = [2, 12, 24];

  it.each<[string, StepEvidence, Belief, LeakRow[]]>([
    ['nothing known', evidenceOf(8), belief(), []],
    ['rests', anyEvidence(1), belief(), []],
    ['rests and tops', anyEvidence(2, { tops }), belief(), []],
    ['tops alone', { ...anyEvidence(3, { tops }), restSd_mps: new Array<number>(25).fill(Infinity) }, belief(), []], // prettier-ignore
    ['a top at the first edge', anyEvidence(4, { tops: [0, 5] }), belief(), []],
  ])('%s: the same means and standard deviations', (_, evidence, first, rows) => {
    expectSame(smoothSteps(first, evidence, rows), dense(first, evidence, rows));
  });

  it('a belief whose errors go together is taken as it is', () => {
    const from = smoothSteps(belief(), anyEvidence(5, { tops: [12] }), []).before(20);
    const evidence = anyEvidence(6, { tops });
    expectSame(smoothSteps(from, evidence, []), dense(from, evidence));
  });

  it.each([1, 2, 3])(
    'a leak that is not known, linearised where the filter was, seed %i',
    (seed) => {
      const evidence = anyEvidence(seed, { tops });
      const first = belief(LEAK_SD);
      const smoothed = smoothSteps(first, evidence, LEAK_ROWS);
      const around = Array.from({ length: evidence.steps }, (_, k) => {
        const filtered = smoothSteps(first, upTo(evidence, k), LEAK_ROWS);
        return Array.from({ length: STATES }, (__, place) => filtered.mean(k, place));
      });
      expectSame(smoothed, dense(first, evidence, LEAK_ROWS, around), 4);
      const rowsOnly = conditioned(
        [...first.mean],
        identity(STATES).map((row, r) => row.map((one) => one * first.covariance[r * STATES + r])),
        denseRows(evidence, LEAK_ROWS, -1),
      );
      const atStart = smoothSteps(first, evidenceOf(2), LEAK_ROWS).leak(0);
      atStart.forEach((c, j) => expect(c).toBeCloseTo(rowsOnly.mean[C + j][0], 9));
    },
  );

  it('before an edge is known what the steps until then tell, and nothing of the edge itself', () => {
    const evidence = anyEvidence(7, { tops });
    const first = belief(LEAK_SD);
    const smoothed = smoothSteps(first, evidence, LEAK_ROWS);
    for (const edge of [1, 2, 11, 12, 13, 24]) {
      const { mean, covariance } = smoothed.before(edge);
      const alone = smoothSteps(first, before(evidence, edge), LEAK_ROWS);
      mean.forEach((value, place) => expect(value).toBeCloseTo(alone.mean(edge, place), 12));
      expect(Math.sqrt(covariance[S * STATES + S])).toBeCloseTo(alone.sd(edge, S), 12);
      expect(Math.sqrt(covariance[V * STATES + V])).toBeCloseTo(alone.sd(edge, V), 12);
      for (let r = 0; r < STATES; r++) {
        for (let c = 0; c < r; c++) {
          expect(covariance[r * STATES + c]).toBeCloseTo(covariance[c * STATES + r], 12);
        }
      }
    }
    expect(smoothed.before(0)).toEqual(first);
  });

  it('a belief handed on is the same motion: two halves tell of the end what the whole tells', () => {
    const evidence = anyEvidence(8, { tops });
    const first = belief(LEAK_SD);
    const whole = smoothSteps(first, evidence, []);
    const cut = 9;
    const rest = smoothSteps(
      whole.before(cut),
      {
        ...evidence,
        steps: evidence.steps - cut,
        gained_mps: Array.from(evidence.gained_mps).slice(cut),
        shifted_m: Array.from(evidence.shifted_m).slice(cut),
        noise_m2ps3: Array.from(evidence.noise_m2ps3).slice(cut),
        restSd_mps: Array.from(evidence.restSd_mps).slice(cut),
        tops: tops.filter((edge) => edge >= cut).map((edge) => edge - cut),
      },
      [],
    );
    for (let k = 0; k < rest.edges; k++) {
      for (let place = 0; place < STATES; place++) {
        expect(rest.mean(k, place)).toBeCloseTo(whole.mean(k + cut, place), 9);
      }
      expect(rest.sd(k, S)).toBeCloseTo(whole.sd(k + cut, S), 9);
    }
    expect(rest.travelSd_m(2, 14)).toBeCloseTo(whole.travelSd_m(cut + 2, cut + 14), 9);
  });

  it('a top surprises by its distance from where it was expected, over how far that may be off', () => {
    const evidence = anyEvidence(9, { tops });
    const smoothed = smoothSteps(belief(), evidence, []);
    let squares = 0;
    tops.forEach((top, i) => {
      expect(smoothed.topSurprise(top).count).toBe(i);
      expect(smoothed.topSurprise(top).squares).toBeCloseTo(squares, 9);
      const { mean, covariance } = dense(belief(), {
        ...upTo(evidence, top),
        tops: tops.slice(0, i),
      });
      const place = STATES * top + S;
      squares += mean[place][0] ** 2 / (covariance[place][place] + evidence.topSd_m ** 2);
    });
    expect(smoothed.topSurprise(Infinity).count).toBe(3);
    expect(smoothed.topSurprise(Infinity).squares).toBeCloseTo(squares, 9);
  });
});

describe('a smoothed motion', () => {
  it('keeps zeros zero', () => {
    const restSd_mps = new Float64Array(31).fill(0.01);
    const smoothed = smoothSteps(
      belief(LEAK_SD),
      evidenceOf(30, { restSd_mps, tops: [10, 20] }),
      [],
    );
    for (let place = 0; place < STATES; place++) {
      expect(meansOf(smoothed, place).every((value) => value === 0)).toBe(true);
    }
    expect(smoothed.topSurprise(Infinity)).toEqual({ squares: 0, count: 2 });
    expect(smoothed.sd(15, V)).toBeLessThan(0.005);
  });

  it('mirrored is the opposite motion, as well known', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const evidence = anyEvidence(seed, { tops: [12] });
        const there = smoothSteps(belief(), evidence, []);
        const back = smoothSteps(
          belief(),
          {
            ...evidence,
            gained_mps: Array.from(evidence.gained_mps, (gained) => -gained),
            shifted_m: Array.from(evidence.shifted_m, (shifted) => -shifted),
          },
          [],
        );
        for (const place of [S, V, B]) {
          meansOf(back, place).forEach((value, k) => expect(value).toBeCloseTo(-there.mean(k, place), 12)); // prettier-ignore
        }
        expect(back.sd(7, V)).toBe(there.sd(7, V));
        expect(back.travelSd_m(3, 20)).toBe(there.travelSd_m(3, 20));
        expect(back.topSurprise(Infinity).squares).toBeCloseTo(there.topSurprise(Infinity).squares, 9); // prettier-ignore
      }),
      { numRuns: 20 },
    );
  });

  it('is as uncertain of a travel one way as the other, and of none not at all', () => {
    const smoothed = smoothSteps(belief(LEAK_SD), anyEvidence(10), LEAK_ROWS);
    expect(smoothed.travelSd_m(4, 17)).toBe(smoothed.travelSd_m(17, 4));
    expect(smoothed.travelSd_m(4, 17)).toBeGreaterThan(1e-3);
    for (const edge of [0, 9, 24]) expect(smoothed.travelSd_m(edge, edge)).toBeLessThan(1e-7);
  });

  it('is the less sure, the less is said: of noise, of rest, of tops', () => {
    const travelSd_m = (known: Partial<StepEvidence>) =>
      smoothSteps(belief(), anyEvidence(11, { tops: [12], ...known }), []).travelSd_m(2, 11);
    const usual_m = travelSd_m({});
    expect(travelSd_m({ noise_m2ps3: new Float64Array(24).fill(0.01) })).toBeGreaterThan(usual_m);
    expect(travelSd_m({ restSd_mps: new Float64Array(25).fill(Infinity) })).toBeGreaterThan(
      usual_m,
    );
    expect(travelSd_m({ tops: [] })).toBeGreaterThanOrEqual(usual_m);
  });

  it('passes over tops that lie beyond its end', () => {
    const evidence = anyEvidence(12, { tops: [12] });
    const smoothed = smoothSteps(belief(), evidence, []);
    const beyond = smoothSteps(belief(), { ...evidence, tops: [12, 25, 400] }, []);
    expect(beyond.topSurprise(Infinity)).toEqual(smoothed.topSurprise(Infinity));
    expect(meansOf(beyond, S)).toEqual(meansOf(smoothed, S));
  });

  it('of no steps is its first belief', () => {
    const smoothed = smoothSteps(belief(), evidenceOf(0), []);
    expect(smoothed.edges).toBe(1);
    expect([smoothed.mean(0, S), smoothed.mean(0, V)]).toEqual([0, 0]);
    expect(smoothed.sd(0, S)).toBeCloseTo(0.3, 12);
  });

  it('leaves what it was given as it was', () => {
    const evidence = anyEvidence(13, { tops: [12] });
    const first = belief(LEAK_SD);
    const copies = structuredClone([evidence, first, LEAK_ROWS]);
    smoothSteps(first, evidence, LEAK_ROWS);
    expect([evidence, first, LEAK_ROWS]).toEqual(copies);
  });
});

describe('a break', () => {
  const restSd_mps = new Float64Array(41).fill(0.01);
  /** At rest, then torn away at 3 m/s², then at rest again. */
  const torn = (breaks: number[]) => {
    const gained_mps = Float64Array.from({ length: 40 }, (_, k) => (k === 20 ? 3 : 0));
    return smoothSteps(belief(), evidenceOf(40, { restSd_mps, gained_mps, breaks }), []);
  };

  it('keeps what is beyond it from what was before', () => {
    const [apart, bound] = [torn([20]), torn([])];
    const still = smoothSteps(belief(), evidenceOf(40, { restSd_mps }), []);
    const moved_m = (smoothed: SmoothedSteps) =>
      Math.abs(smoothed.mean(19, S) - still.mean(19, S)) + Math.abs(smoothed.mean(15, V));
    expect(moved_m(apart)).toBeLessThan(1e-3);
    expect(moved_m(bound)).toBeGreaterThan(20 * moved_m(apart));
  });

  it('leaves the travel across it unknown, and that on either side as well known as ever', () => {
    const [apart, bound] = [torn([20]), torn([])];
    expect(apart.travelSd_m(10, 30)).toBeGreaterThan(0.5);
    expect(bound.travelSd_m(10, 30)).toBeLessThan(0.05);
    expect(apart.travelSd_m(22, 36)).toBeLessThan(0.05);
    expect(apart.travelSd_m(4, 18)).toBeLessThan(0.05);
  });

  it('does not make the sensor forget its bias', () => {
    const offset = 0.04;
    const gained_mps = new Float64Array(40).fill(offset * STEP_S);
    const known = { gained_mps, breaks: [20], restSd_mps: restSd_mps.map((sd, k) => (k < 20 ? sd : Infinity)) }; // prettier-ignore
    const smoothed = smoothSteps(belief(), evidenceOf(40, known), []);
    expect(Math.abs(smoothed.mean(38, B) - offset)).toBeLessThan(0.005);
  });
});

describe('the leak', () => {
  const arbitraryLeak = fc.tuple(...LEAK_SD.map((sd) => fc.double({ min: -3 * sd, max: 3 * sd, noNaN: true }))); // prettier-ignore
  const place = fc.double({ min: -2, max: 2, noNaN: true });

  it('is nothing at the top, and everywhere where its coefficients are nothing', () => {
    fc.assert(
      fc.property(arbitraryLeak, place, (leak, position_m) => {
        expect(Math.abs(leakAt(leak, 0, 0))).toBe(0);
        expect(Math.abs(leakAt(NO_LEAK, 0, position_m))).toBe(0);
      }),
    );
  });

  it('adds up, and swaps sign with its coefficients', () => {
    fc.assert(
      fc.property(arbitraryLeak, arbitraryLeak, place, (a, b, position_m) => {
        const both = a.map((value, j) => value + b[j]);
        const apart = leakAt(a, 0, position_m) + leakAt(b, 0, position_m);
        expect(leakAt(both, 0, position_m)).toBeCloseTo(apart, 12);
        const opposite = a.map((value) => -value);
        expect(leakAt(opposite, 0, position_m)).toBeCloseTo(-leakAt(a, 0, position_m), 12);
      }),
    );
  });

  it('goes on level beyond the ends of any travel, without a jump', () => {
    fc.assert(
      fc.property(arbitraryLeak, (leak) => {
        expect(leakAt(leak, 0, 5)).toBe(leakAt(leak, 0, 9));
        expect(leakAt(leak, 0, -5)).toBe(leakAt(leak, 0, -9));
        for (let s_m = -2; s_m < 1; s_m += 0.01) {
          const jump = leakAt(leak, 0, s_m + 1e-6) - leakAt(leak, 0, s_m);
          expect(Math.abs(jump)).toBeLessThan(1e-4);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is read from its place in a longer column', () => {
    expect(leakAt([9, 9, 0.02, 0.03, 0.01, 9], 2, -0.3)).toBe(leakAt([0.02, 0.03, 0.01], 0, -0.3));
  });

  it('stays: what is found of it is the same at every edge', () => {
    for (const rows of [[], LEAK_ROWS]) {
      const smoothed = smoothSteps(belief(LEAK_SD), anyEvidence(14, { tops: [2, 12, 24] }), rows);
      const start = smoothed.leak(0);
      expect(start).toHaveLength(LEAK_TERMS);
      expect(Math.max(...start.map(Math.abs))).toBeGreaterThan(1e-3);
      for (const edge of edgesOf(smoothed)) {
        smoothed.leak(edge).forEach((c, j) => expect(c).toBeCloseTo(start[j], 9));
      }
    }
  });

  it('that is known is taken out of the motion', () => {
    const path = new Path().rest(1).reps(2).rest(1);
    const leak = [0.05, 0.03, 0.01];
    const steps = stepsOf(path, (s_m) => leakAt(leak, 0, s_m));
    const known = { ...belief(), mean: Float64Array.of(0, 0, 0, ...leak) };
    const restSd_mps = restsOf(path, 0.002);
    const off_m = (first: Belief) => {
      const smoothed = smoothSteps(first, evidenceOf(steps.steps, { ...steps, restSd_mps }), []);
      const zero_m = smoothed.mean(0, S);
      return Math.max(...meansOf(smoothed, S).map((s_m, k) => Math.abs(s_m - zero_m - path.positionAt(k * STEP_S)))); // prettier-ignore
    };
    expect(off_m(known)).toBeLessThan(2e-3);
    expect(off_m(belief())).toBeGreaterThan(5 * off_m(known));
  });
});

/** A path's steps as a sensor feels them: what else acts along the rail depends on the place. */
function stepsOf(
  path: Path,
  felt_mps2: (position_m: number) => number,
): Pick<StepEvidence, 'steps' | 'gained_mps' | 'shifted_m'> {
  const steps = Math.round(path.end_s / STEP_S);
  const parts = 20;
  const dt = STEP_S / parts;
  const [gained_mps, shifted_m] = [new Float64Array(steps), new Float64Array(steps)];
  for (let k = 0; k < steps; k++) {
    const [from_s, to_s] = [k * STEP_S, (k + 1) * STEP_S];
    let [gained, shifted] = [0, 0];
    for (let i = 0; i < parts; i++) {
      const a = felt_mps2(path.positionAt(from_s + (i + 0.5) * dt));
      shifted += dt * (gained + 0.5 * dt * a);
      gained += dt * a;
    }
    gained_mps[k] = gained + path.velocityAt(to_s) - path.velocityAt(from_s);
    shifted_m[k] = shifted + path.positionAt(to_s) - path.positionAt(from_s) - STEP_S * path.velocityAt(from_s); // prettier-ignore
  }
  return { steps, gained_mps, shifted_m };
}

/** Rests wherever the path rests. */
function restsOf(path: Path, sd_mps: number): Float64Array {
  return Float64Array.from({ length: Math.round(path.end_s / STEP_S) + 1 }, (_, k) =>
    Math.abs(path.velocityAt(Math.min(k * STEP_S, path.end_s))) < 1e-9 ? sd_mps : Infinity,
  );
}

describe('a motion with a true path', () => {
  const path = new Path().rest(1).move(-0.4, 3).rest(1).move(0.4, 1.5).rest(1);

  it('is given back where there is no noise', () => {
    const steps = stepsOf(path, () => 0);
    const known = { ...steps, restSd_mps: restsOf(path, 0.001) };
    const smoothed = smoothSteps(belief(), evidenceOf(steps.steps, known), []);
    for (const k of edgesOf(smoothed)) {
      expect(smoothed.mean(k, S)).toBeCloseTo(path.positionAt(k * STEP_S), 6);
      expect(smoothed.mean(k, V)).toBeCloseTo(path.velocityAt(k * STEP_S), 6);
    }
  });

  it('does not show an offset in the motion, but in the bias', () => {
    const steps = stepsOf(path, () => 0.05);
    const known = { ...steps, restSd_mps: restsOf(path, 0.004) };
    const smoothed = smoothSteps(belief(), evidenceOf(steps.steps, known), []);
    for (const k of edgesOf(smoothed)) {
      expect(Math.abs(smoothed.mean(k, B) - 0.05)).toBeLessThan(2e-3);
      expect(Math.abs(smoothed.mean(k, V) - path.velocityAt(k * STEP_S))).toBeLessThan(2e-3);
    }
  });

  it.each([
    ['no leak', { size: 0, restSd_mps: 0.001, topSd_m: 0.002 }],
    ['a slight leak', { size: 0.25, restSd_mps: 0.001, topSd_m: 0.002 }],
    ['a leak as large as it may be', { size: 1, restSd_mps: 0.007, topSd_m: 0.02 }],
  ])('is as uncertain as it is wrong, over many sensors, with %s', (_, known) => {
    const leakSd = LEAK_SD.map((sd) => known.size * sd);
    const noise_m2ps3 = 2e-6;
    const runs = 150;
    const restSd_mps = restsOf(path, known.restSd_mps);
    const wrong = { lower: 0, press: 0, speed: 0, depth: 0 };
    for (let seed = 0; seed < runs; seed++) {
      const random = new Random(seed, 'steps');
      const leak = leakSd.map((sd) => sd * random.normal());
      const offset_mps2 = 0.08 * random.normal();
      const steps = stepsOf(path, (s_m) => offset_mps2 + leakAt(leak, 0, s_m));
      const evidence = evidenceOf(steps.steps, {
        ...noisySteps(steps, noise_m2ps3, random),
        noise_m2ps3: new Float64Array(steps.steps).fill(noise_m2ps3),
        restSd_mps,
        biasWalk_mps2psqrts: 0,
        tops: [5, 68],
        topSd_m: known.topSd_m,
      });
      const smoothed = smoothSteps(belief(leakSd), evidence, []);
      const travelError = (i: number, j: number) => {
        const truth_m = path.positionAt(j * STEP_S) - path.positionAt(i * STEP_S);
        const found_m = smoothed.mean(j, S) - smoothed.mean(i, S);
        return ((found_m - truth_m) / smoothed.travelSd_m(i, j)) ** 2 / runs;
      };
      wrong.lower += travelError(10, 40);
      wrong.press += travelError(50, 65);
      wrong.speed +=
        ((smoothed.mean(25, V) - path.velocityAt(2.5)) / smoothed.sd(25, V)) ** 2 / runs;
      wrong.depth += ((smoothed.mean(45, S) + 0.4) / smoothed.sd(45, S)) ** 2 / runs;
    }
    // The sled rests and comes back more exactly than it is said to: less wrong than uncertain is fair.
    for (const [name, square] of Object.entries(wrong)) {
      expect(Math.sqrt(square), name).toBeGreaterThan(0.3);
      expect(Math.sqrt(square), name).toBeLessThan(1.25);
    }
  });
});

/** White noise of a density on steps: on velocity and travel together, as its integrals. */
function noisySteps(
  { gained_mps, shifted_m }: Pick<StepEvidence, 'gained_mps' | 'shifted_m'>,
  noise_m2ps3: number,
  random: Random,
): Pick<StepEvidence, 'gained_mps' | 'shifted_m'> {
  const sd_mps = Math.sqrt(noise_m2ps3 * STEP_S);
  const noise_mps = Float64Array.from(gained_mps, () => sd_mps * random.normal());
  const own_m = () => (sd_mps * STEP_S * random.normal()) / Math.sqrt(12);
  return {
    gained_mps: Float64Array.from(gained_mps, (gained, k) => gained + noise_mps[k]),
    shifted_m: Float64Array.from(shifted_m, (shifted, k) => shifted + 0.5 * STEP_S * noise_mps[k] + own_m()), // prettier-ignore
  };
}
