import { describe, expect, it } from 'vitest';
import { solve } from '../../../src/lib/core/signal/least-squares';
import { LEAK_TERMS, leakAt, type LeakRow } from '../../../src/lib/core/signal/step-smoother';
import { leakRows, type LeakSighting } from '../../../src/lib/core/sled/leak-fit';
import { Random } from '../../../src/lib/core/simulate/random';
import { Path } from '../path';

const PRIOR_SD_MPS2 = 0.034;
const LEAK = [0.03, 0.02, -0.01];
const SET = new Path().rest(1).reps(3, 0.4, 3, 1.5, 0.6).rest(1);
/** Two steps of a tenth of a second. */
const APART_S = 0.2;

interface Shown {
  leak?: readonly number[];
  offset_mps2?: number;
  drift_mps3?: number;
  misalignment?: number;
  noise?: { random: Random; sd_mps2: number };
}

/** What a witness shows over a set, every fifth of a second. */
function sightingsOf(
  { leak = LEAK, offset_mps2 = 0, drift_mps3 = 0, misalignment = 0, noise }: Shown,
  path = SET,
): LeakSighting[] {
  return Array.from({ length: Math.floor(path.end_s / APART_S) }, (_, k) => {
    const t_s = (k + 0.5) * APART_S;
    const gained_mps = path.velocityAt(t_s + 0.1) - path.velocityAt(t_s - 0.1);
    const accel_mps2 = gained_mps / APART_S;
    const position_m = path.positionAt(t_s);
    return {
      position_m,
      accel_mps2,
      witness_mps2:
        leakAt(leak, 0, position_m) +
        offset_mps2 +
        drift_mps3 * t_s +
        misalignment * accel_mps2 +
        (noise ? noise.sd_mps2 * noise.random.normal() : 0),
    };
  });
}

const STEADY = { drifts: false };
const DRIFTING = { drifts: true };

/** Mean and covariance of the leak's coefficients, given rows of variance 1 and a prior. */
function known(rows: readonly LeakRow[], priorSd_mps2 = PRIOR_SD_MPS2) {
  const information = Array.from({ length: LEAK_TERMS }, (_, r) =>
    Array.from(
      { length: LEAK_TERMS },
      (__, c) =>
      rows.reduce((sum, { weights }) => sum + weights[r] * weights[c], r === c ? 1 / priorSd_mps2 ** 2 : 0), // prettier-ignore
    ),
  );
  const solved = (right: (r: number) => number) =>
    solve(information.map((row, r) => Float64Array.of(...row, right(r))));
  const mean = solved((r) => rows.reduce((sum, { weights, value }) => sum + weights[r] * value, 0));
  const covariance = information.map((_, c) => solved((r) => Number(r === c)));
  return { mean, covariance };
}

/** The leak at a place and its sd, as the rows tell it. */
function leakThere(rows: readonly LeakRow[], position_m: number) {
  const { mean, covariance } = known(rows);
  const at = (j: number) =>
    leakAt(
      [0, 1, 2].map((i) => Number(i === j)),
      0,
      position_m,
    );
  let variance = 0;
  covariance.forEach((row, r) => row.forEach((value, c) => (variance += at(r) * value * at(c))));
  return { leak_mps2: leakAt(mean, 0, position_m), sd_mps2: Math.sqrt(variance) };
}

function expectSameRows(a: readonly LeakRow[], b: readonly LeakRow[]): void {
  expect(a).toHaveLength(b.length);
  a.forEach(({ weights, value }, r) => {
    expect(value / (b[r].value || 1)).toBeCloseTo(b[r].value ? 1 : 0, 4);
    weights.forEach((weight, j) => expect(weight / (b[r].weights[j] || 1)).toBeCloseTo(b[r].weights[j] ? 1 : 0, 4)); // prettier-ignore
  });
}

const noisy = (seed: number, sd_mps2 = 0.004) => ({ random: new Random(seed), sd_mps2 });

describe('what sightings say of the leak', () => {
  it.each([STEADY, DRIFTING])('is the leak, out of an offset and noise, %j', (kind) => {
    const rows = leakRows(sightingsOf({ offset_mps2: 0.3, noise: noisy(1) }), kind);
    for (const position_m of [-0.1, -0.2, -0.4]) {
      const { leak_mps2 } = leakThere(rows, position_m);
      expect(Math.abs(leak_mps2 - leakAt(LEAK, 0, position_m))).toBeLessThan(0.004);
    }
  });

  it('does not know an offset: any one leaves the same rows', () => {
    const plain = leakRows(sightingsOf({ noise: noisy(2) }), STEADY);
    for (const offset_mps2 of [-2, 0.5]) {
      expectSameRows(leakRows(sightingsOf({ offset_mps2, noise: noisy(2) }), STEADY), plain);
    }
  });

  it('nor a drift, where the witness drifts', () => {
    const plain = leakRows(sightingsOf({ noise: noisy(3) }), DRIFTING);
    const adrift = { offset_mps2: 1, drift_mps3: -0.05, noise: noisy(3) };
    expectSameRows(leakRows(sightingsOf(adrift), DRIFTING), plain);
  });

  it('mirrored is the opposite, as surely', () => {
    const sightings = sightingsOf({ noise: noisy(4) });
    const opposite = sightings.map((one) => ({ ...one, witness_mps2: -one.witness_mps2 }));
    const there = leakRows(sightings, STEADY);
    leakRows(opposite, STEADY).forEach(({ weights, value }, r) => {
      expect(value).toBeCloseTo(-there[r].value, 9);
      expect(weights).toEqual(there[r].weights);
    });
  });

  it('is not what a rail axis slightly off lets through', () => {
    const off = sightingsOf({ leak: [0, 0, 0], misalignment: 0.02, noise: noisy(5) });
    for (const position_m of [-0.2, -0.4]) {
      expect(Math.abs(leakThere(leakRows(off, STEADY), position_m).leak_mps2)).toBeLessThan(0.003);
    }
  });

  it('is the surer, the less noise and the more sightings there are', () => {
    const sd_mps2 = (sightings: LeakSighting[]) => leakThere(leakRows(sightings, STEADY), -0.3).sd_mps2; // prettier-ignore
    const usual = sd_mps2(sightingsOf({ noise: noisy(6) }));
    expect(sd_mps2(sightingsOf({ noise: noisy(6, 0.02) }))).toBeGreaterThan(2 * usual);
    expect(sd_mps2(sightingsOf({ noise: noisy(6) }).slice(0, 33))).toBeGreaterThan(1.2 * usual);
  });

  it.each([
    ['a quiet witness', STEADY, 0.002],
    ['a noisy witness', STEADY, 0.03],
    ['a witness that drifts', DRIFTING, 0.005],
  ])('of %s is about as uncertain as it is wrong, over many leaks', (_, kind, sd_mps2) => {
    const runs = 200;
    let squares = 0;
    for (let seed = 0; seed < runs; seed++) {
      const random = new Random(seed, 'leaks');
      const leak = [0, 1, 2].map(() => PRIOR_SD_MPS2 * random.normal());
      const shown = {
        leak,
        offset_mps2: random.normal(),
        drift_mps3: kind.drifts ? 0.02 * random.normal() : 0,
        misalignment: 0.02 * random.normal(),
        noise: { random, sd_mps2 },
      };
      const found = leakThere(leakRows(sightingsOf(shown), kind), -0.3);
      squares += ((found.leak_mps2 - leakAt(leak, 0, -0.3)) / found.sd_mps2) ** 2;
    }
    // What is left over is taken to be less white than it is here: a little too unsure is as promised.
    expect(Math.sqrt(squares / runs)).toBeGreaterThan(0.5);
    expect(Math.sqrt(squares / runs)).toBeLessThan(1.15);
  });

  it('leaves the sightings as they were', () => {
    const sightings = sightingsOf({ noise: noisy(7) });
    const before = structuredClone(sightings);
    leakRows(sightings, DRIFTING);
    expect(sightings).toEqual(before);
  });
});

describe('sightings say nothing', () => {
  it('where there are few or none', () => {
    expect(leakRows([], STEADY)).toEqual([]);
    expect(leakRows(sightingsOf({ noise: noisy(8) }).slice(0, 8), DRIFTING)).toEqual([]);
  });

  it.each([STEADY, DRIFTING])(
    'that is not a number where a witness always shows the same, %j',
    (kind) => {
      const silent = sightingsOf({ leak: [0, 0, 0] });
      for (const { weights, value } of leakRows(silent, kind)) {
        expect([...weights, value].every(Number.isFinite)).toBe(true);
      }
    },
  );

  it.each([STEADY, DRIFTING])('where the sled never moved, %j', (kind) => {
    const still = sightingsOf({ noise: noisy(9) }, new Path().rest(20));
    for (const position_m of [-0.2, -0.4]) {
      const { leak_mps2, sd_mps2 } = leakThere(leakRows(still, kind), position_m);
      const { sd_mps2: before_mps2 } = leakThere([], position_m);
      expect(Math.abs(leak_mps2)).toBeLessThan(1e-4);
      expect(sd_mps2 / before_mps2).toBeCloseTo(1, 3);
    }
  });
});
