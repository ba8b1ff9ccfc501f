import { describe, expect, it } from 'vitest';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import { smoothMotion, type MotionEvidence } from '../../../src/lib/core/signal/smoother';
import { Random } from '../../../src/lib/core/simulate/random';
import { Path } from '../path';
import { inverse, product, sum, transposed, type Matrix } from './dense';

const NOISE_M2PS3 = 1e-6;

/** Evidence of `cells` cells in which nothing is known but that nothing accelerates. */
function evidenceOf(cells: number, known: Partial<MotionEvidence> = {}): MotionEvidence {
  return {
    accel_mps2: new Float64Array(cells),
    noise_m2ps3: new Float64Array(cells).fill(NOISE_M2PS3),
    restSd_mps: new Float64Array(cells + 1).fill(Infinity),
    tops: [],
    topSd_m: 0.02,
    biasWalk_mps2psqrts: 0.001,
    ...known,
  };
}

/** Rests wherever the path rests. */
function restsOf(path: Path, sd_mps: number): Float64Array {
  const edges = Math.round(path.end_s / GRID_STEP_S) + 1;
  return Float64Array.from({ length: edges }, (_, k) =>
    Math.abs(path.velocityAt(k * GRID_STEP_S)) < 1e-9 ? sd_mps : Infinity,
  );
}

/** A path's acceleration as a sensor with an offset and noise reads it. */
function noisy(path: Path, random: Random, offset_mps2: number): Float64Array {
  const sd_mps2 = Math.sqrt(NOISE_M2PS3 / GRID_STEP_S);
  return path.cellAccel_mps2().map((a_mps2) => a_mps2 + offset_mps2 + sd_mps2 * random.normal());
}

const largest = (values: ArrayLike<number>) =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

describe('smoothMotion', () => {
  it('keeps zeros zero', () => {
    const motion = smoothMotion(
      evidenceOf(300, { restSd_mps: new Float64Array(301).fill(0.01), tops: [100, 200] }),
    );
    expect(motion.length).toBe(301);
    for (const column of [motion.position_m, motion.velocity_mps, motion.bias_mps2]) {
      expect(column).toEqual(new Float64Array(301));
    }
    expect(largest(motion.velocitySd_mps)).toBeLessThan(0.005);
    expect(motion.travelSd_m(0, 300)).toBeLessThan(0.02);
  });

  it('gives back a path that it is told without noise', () => {
    const path = new Path().rest(1).reps(2).rest(1);
    const motion = smoothMotion(
      evidenceOf(path.cellAccel_mps2().length, {
        accel_mps2: path.cellAccel_mps2(),
        restSd_mps: restsOf(path, 0.001),
      }),
    );
    const errors = motion.position_m.map((s_m, k) => s_m - path.positionAt(k * GRID_STEP_S));
    expect(largest(errors)).toBeLessThan(1e-6);
    expect(largest(motion.bias_mps2)).toBeLessThan(1e-6);
  });

  it.each([1, 2, 3])('finds a steady slow lowering to within 3 sd, seed %i', (seed) => {
    const path = new Path().rest(1).move(-0.4, 4).rest(1);
    const motion = smoothMotion(
      evidenceOf(path.cellAccel_mps2().length, {
        accel_mps2: noisy(path, new Random(seed), 0.05),
        restSd_mps: restsOf(path, 0.004),
      }),
    );
    for (let k = 0; k < motion.length; k++) {
      const t_s = k * GRID_STEP_S;
      const travel_m = motion.position_m[k] - motion.position_m[0];
      const sd_m = motion.travelSd_m(0, k);
      expect(Math.abs(travel_m - path.positionAt(t_s))).toBeLessThanOrEqual(3 * sd_m);
      const off_mps = motion.velocity_mps[k] - path.velocityAt(t_s);
      expect(Math.abs(off_mps)).toBeLessThan(3 * motion.velocitySd_mps[k]);
    }
    expect(Math.abs(motion.bias_mps2[100] - 0.05)).toBeLessThan(0.01);
  });

  it('is as uncertain of a travel as it is wrong, over many sets', () => {
    const path = new Path().rest(1).move(-0.4, 3).rest(1).move(0.4, 1.5).rest(1);
    const cells = path.cellAccel_mps2().length;
    const [from, to] = [90, 410];
    const truth_m = path.positionAt(to * GRID_STEP_S) - path.positionAt(from * GRID_STEP_S);
    let squares = 0;
    for (let seed = 0; seed < 60; seed++) {
      const random = new Random(seed);
      const motion = smoothMotion(
        evidenceOf(cells, {
          accel_mps2: noisy(path, random, 0.08 * random.normal()),
          restSd_mps: restsOf(path, 0.002),
          biasWalk_mps2psqrts: 0,
        }),
      );
      const error_m = motion.position_m[to] - motion.position_m[from] - truth_m;
      squares += (error_m / motion.travelSd_m(from, to)) ** 2;
    }
    expect(Math.sqrt(squares / 60)).toBeGreaterThan(0.75);
    expect(Math.sqrt(squares / 60)).toBeLessThan(1.25);
  });

  it('comes back to the tops it is told of', () => {
    const path = new Path().rest(1).reps(3).rest(1);
    const drifting = path.cellAccel_mps2().map((a_mps2, k) => a_mps2 + 2e-5 * k);
    const tops = [50, 710, 1320, 1930];
    const apart_m = (known: Partial<MotionEvidence>) => {
      const { position_m } = smoothMotion(
        evidenceOf(drifting.length, { accel_mps2: drifting, biasWalk_mps2psqrts: 0.01, ...known }),
      );
      return Math.max(...tops.map((k) => position_m[k])) - Math.min(...tops.map((k) => position_m[k])); // prettier-ignore
    };
    expect(apart_m({ tops, topSd_m: 0.01 })).toBeLessThan(0.02);
    expect(apart_m({})).toBeGreaterThan(0.3);
  });
});

describe('a motion that goes nowhere', () => {
  const path = new Path().reps(6, 0.4, 1, 1, 0);
  const edges = Math.round(path.end_s / GRID_STEP_S) + 1;
  const known = {
    accel_mps2: path.cellAccel_mps2().map((a_mps2) => a_mps2 + 0.05),
    placeSd_m: new Float64Array(edges).fill(2),
  };

  it('has its offset found from that alone', () => {
    const motion = smoothMotion(evidenceOf(edges - 1, known));
    const lost = smoothMotion(evidenceOf(edges - 1, { accel_mps2: known.accel_mps2 }));
    const worst_mps = ({ velocity_mps }: typeof motion) =>
      largest(velocity_mps.map((v, k) => v - path.velocityAt(k * GRID_STEP_S)));
    expect(worst_mps(motion)).toBeLessThan(0.1);
    expect(worst_mps(motion)).toBeLessThan(0.3 * worst_mps(lost));
  });

  it('knows no more by a place that may be anywhere', () => {
    const anywhere = new Float64Array(edges).fill(Infinity);
    const { velocity_mps } = smoothMotion(evidenceOf(edges - 1, { ...known, placeSd_m: anywhere }));
    const plain = smoothMotion(evidenceOf(edges - 1, { accel_mps2: known.accel_mps2 }));
    expect(velocity_mps).toEqual(plain.velocity_mps);
  });
});

describe('symmetry', () => {
  const path = new Path().rest(1).move(-0.4, 3).rest(0.6).move(0.4, 1.2).rest(1);
  const restSd_mps = restsOf(path, 0.004);
  const cells = restSd_mps.length - 1;
  const accel_mps2 = noisy(path, new Random(7), 0.03);
  const motion = smoothMotion(evidenceOf(cells, { accel_mps2, restSd_mps }));

  it('an opposite acceleration is an opposite motion, as well known', () => {
    const opposite = smoothMotion(
      evidenceOf(cells, { accel_mps2: accel_mps2.map((a) => -a), restSd_mps }),
    );
    expect(largest(opposite.position_m.map((s, k) => s + motion.position_m[k]))).toBeLessThan(1e-12); // prettier-ignore
    expect(opposite.velocitySd_mps).toEqual(motion.velocitySd_mps);
  });

  it('a constant offset goes to the bias, not to the motion', () => {
    const offset = smoothMotion(
      evidenceOf(cells, { accel_mps2: accel_mps2.map((a) => a + 0.05), restSd_mps }),
    );
    expect(largest(offset.position_m.map((s, k) => s - motion.position_m[k]))).toBeLessThan(2e-3);
    offset.bias_mps2.forEach((b, k) =>
      expect(Math.abs(b - 0.05 - motion.bias_mps2[k])).toBeLessThan(2e-3),
    );
  });

  it('played backwards it is the same travel, backwards, as well known', () => {
    const back = smoothMotion(
      evidenceOf(cells, {
        accel_mps2: accel_mps2.toReversed(),
        restSd_mps: restSd_mps.toReversed(),
      }),
    );
    for (let k = 0; k <= cells; k += 20) {
      const travel_m = motion.position_m[k] - motion.position_m[0];
      const returned_m = back.position_m[cells - k] - back.position_m[cells];
      expect(Math.abs(travel_m - returned_m)).toBeLessThan(1e-3);
      expect(Math.abs(motion.velocity_mps[k] + back.velocity_mps[cells - k])).toBeLessThan(1e-3);
      const [sd_m, backSd_m] = [motion.travelSd_m(0, k), back.travelSd_m(cells - k, cells)];
      expect(Math.abs(sd_m - backSd_m)).toBeLessThan(1e-4 + 0.05 * sd_m);
    }
  });

  it('a travel is as uncertain one way as the other, and none is certain', () => {
    expect(motion.travelSd_m(100, 400)).toBe(motion.travelSd_m(400, 100));
    expect(motion.travelSd_m(250, 250)).toBeLessThan(1e-7);
    expect(motion.travelSd_m(100, 400)).toBeGreaterThan(1e-4);
  });

  it('more noise leaves more uncertainty', () => {
    const noise_m2ps3 = new Float64Array(cells).fill(100 * NOISE_M2PS3);
    const worse = smoothMotion(evidenceOf(cells, { accel_mps2, restSd_mps, noise_m2ps3 }));
    expect(worse.travelSd_m(90, 410)).toBeGreaterThan(2 * motion.travelSd_m(90, 410));
  });
});

/**
 * Mean and covariance of all states at once, 3 rows an edge, by conditioning one large Gaussian on
 * every rest and top together: no recursion forwards or backwards.
 */
function batch(evidence: MotionEvidence): { mean: Matrix; covariance: Matrix } {
  const dt = GRID_STEP_S;
  const h = dt ** 2 / 2;
  const { accel_mps2, noise_m2ps3, restSd_mps, tops, topSd_m, biasWalk_mps2psqrts } = evidence;
  const edges = accel_mps2.length + 1;
  const F = [
    [1, dt, -h],
    [0, 1, -dt],
    [0, 0, 1],
  ];
  // The prior of the first edge: 0.3 m, 0.3 m/s, 0.08 m/s².
  const states: Matrix[] = [[[0], [0], [0]]];
  const own: Matrix[] = [
    [
      [0.09, 0, 0],
      [0, 0.09, 0],
      [0, 0, 0.0064],
    ],
  ];
  for (let k = 1; k < edges; k++) {
    const [a, n, walk] = [accel_mps2[k - 1], noise_m2ps3[k - 1], biasWalk_mps2psqrts ** 2];
    const Q = [
      [(n * dt ** 3) / 3, n * h, 0],
      [n * h, n * dt, 0],
      [0, 0, walk * dt],
    ];
    states.push(sum(product(F, states[k - 1]), [[h * a], [dt * a], [0]]));
    own.push(sum(product(product(F, own[k - 1]), transposed(F)), Q));
  }
  const prior: Matrix = Array.from({ length: 3 * edges }, () => new Array<number>(3 * edges));
  for (let i = 0; i < edges; i++) {
    // Cov(x_j, x_i) = F^(j − i)·P_i.
    for (let j = i, block = own[i]; j < edges; j++, block = product(F, block)) {
      for (let r = 0; r < 3; r++) {
        for (let c = 0; c < 3; c++) {
          prior[3 * j + r][3 * i + c] = prior[3 * i + c][3 * j + r] = block[r][c];
        }
      }
    }
  }
  const rows: { place: number; variance: number }[] = tops.map((k) => ({
    place: 3 * k,
    variance: topSd_m ** 2,
  }));
  restSd_mps.forEach((sd, k) => {
    if (sd < Infinity) rows.push({ place: 3 * k + 1, variance: sd ** 2 });
  });
  const seen = rows.map(({ place }) => prior[place]);
  const scatter = rows.map(({ variance }, i) =>
    rows.map(({ place }, j) => seen[i][place] + (i === j ? variance : 0)),
  );
  const gain = product(transposed(seen), inverse(scatter));
  const mean = states.flat();
  const innovation = rows.map(({ place }) => [-mean[place][0]]);
  return {
    mean: sum(mean, product(gain, innovation)),
    covariance: sum(prior, product(product(gain, [...seen]), minusOne(3 * edges))),
  };
}

function minusOne(n: number): Matrix {
  return Array.from({ length: n }, (_, r) =>
    Array.from({ length: n }, (_, c) => (r === c ? -1 : 0)),
  );
}

describe('against one dense solution of everything at once', () => {
  const random = new Random(11);
  const cells = 36;
  const restsOnly = evidenceOf(cells, {
    accel_mps2: Float64Array.from({ length: cells }, () => random.normal()),
    noise_m2ps3: Float64Array.from({ length: cells }, () => random.uniform(1e-5, 1e-3)),
    restSd_mps: Float64Array.from({ length: cells + 1 }, (_, k) =>
      k < 4 || (k > 18 && k < 22) || k === 35 ? random.uniform(0.005, 0.05) : Infinity,
    ),
    biasWalk_mps2psqrts: 0.05,
  });
  const withTops = { ...restsOnly, tops: [3, 20, 36] };

  it.each([
    ['rests', restsOnly],
    ['rests and tops', withTops],
  ])('of %s has the same mean', (_, evidence) => {
    const motion = smoothMotion(evidence);
    const { mean } = batch(evidence);
    for (let k = 0; k <= cells; k++) {
      expect(motion.position_m[k]).toBeCloseTo(mean[3 * k][0], 9);
      expect(motion.velocity_mps[k]).toBeCloseTo(mean[3 * k + 1][0], 9);
      expect(motion.bias_mps2[k]).toBeCloseTo(mean[3 * k + 2][0], 9);
    }
  });

  it.each([
    ['rests', restsOnly],
    ['rests and tops', withTops],
  ])('of %s has the same standard deviations, but for the tops’ one factor', (_, evidence) => {
    const motion = smoothMotion(evidence);
    const { covariance } = batch(evidence);
    const factor = motion.positionSd_m[0] / Math.sqrt(covariance[0][0]);
    if (evidence.tops.length === 0) expect(factor).toBeCloseTo(1, 6);
    for (let i = 0; i <= cells; i++) {
      const own = covariance[3 * i][3 * i];
      expect(motion.positionSd_m[i] / Math.sqrt(own)).toBeCloseTo(factor, 6);
      const velocitySd_mps = Math.sqrt(covariance[3 * i + 1][3 * i + 1]);
      expect(motion.velocitySd_mps[i] / velocitySd_mps).toBeCloseTo(factor, 6);
      for (let j = i + 1; j <= cells; j++) {
        const variance = own + covariance[3 * j][3 * j] - 2 * covariance[3 * i][3 * j];
        expect(motion.travelSd_m(i, j)).toBeCloseTo(factor * Math.sqrt(variance), 8);
        const shared_m2ps2 = factor ** 2 * covariance[3 * i + 1][3 * j + 1];
        expect(motion.velocityCovariance_m2ps2(i, j)).toBeCloseTo(shared_m2ps2, 10);
        expect(motion.velocityCovariance_m2ps2(j, i)).toBeCloseTo(shared_m2ps2, 10);
      }
    }
  });
});

describe('the tops’ agreement', () => {
  const path = new Path().rest(1).reps(6, 0.4, 2, 1, 0.8).rest(1);
  const tops = Array.from({ length: 6 }, (_, i) => 520 + 460 * i - 20);
  const smoothed = (stray_mps2: number) => {
    const random = new Random(5);
    const accel_mps2 = path.cellAccel_mps2().map((a) => a + stray_mps2 * random.normal());
    const restSd_mps = restsOf(path, 0.004);
    return smoothMotion(evidenceOf(accel_mps2.length, { accel_mps2, restSd_mps, tops }));
  };
  const bare = smoothMotion(
    evidenceOf(path.cellAccel_mps2().length, { restSd_mps: restsOf(path, 0.004) }),
  );

  it('makes a motion the surer, the better they agree', () => {
    const sds_m = [0, 0.5, 2].map((stray_mps2) => smoothed(stray_mps2).travelSd_m(110, 290));
    expect(sds_m[0]).toBeLessThan(bare.travelSd_m(110, 290));
    expect(sds_m[2]).toBeGreaterThan(sds_m[1]);
    expect(sds_m[1]).toBeGreaterThan(sds_m[0]);
    expect(sds_m[0]).toBeGreaterThan(0);
  });
});
