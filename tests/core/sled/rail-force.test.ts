import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import { STEP_S } from '../../../src/lib/core/signal/step-smoother';
import { scale } from '../../../src/lib/core/signal/vector';
import { reversed, type Rail } from '../../../src/lib/core/sled/rail';
import { stepNoiseFloor, RailForce } from '../../../src/lib/core/sled/rail-force';
import { LOOKAHEAD_STEPS, STEP_CELLS } from '../../../src/lib/core/sled/step-means';
import { Random } from '../../../src/lib/core/simulate/random';
import { anyMounting, forceOf, Path, railAt } from '../path';
import { grownFrom, knownRail, turned, type Grown, type Read } from '../steps';

const FLOOR_M2PS3 = 1e-6;
const SET = new Path().rest(1).reps(3, 0.4, 3, 1.5, 0.6).rest(2);
const UNTURNED = (world: Vector3) => world;
const LOST: Vector3 = [NaN, NaN, NaN];

/** The force along a rail over all steps that can be taken, from step `first` on. */
function followed({ grid, means }: Grown, rail: Rail, first = 0): RailForce {
  const force = new RailForce(grid, means, first, rail, FLOOR_M2PS3);
  while (first + force.length + LOOKAHEAD_STEPS < means.length) addStep(force);
  return force;
}

const addStep = (force: RailForce) =>
  force.addStep(force.first + force.length + LOOKAHEAD_STEPS + 1);

/** What is known of every step taken, by name. */
function stepsOf(force: RailForce): Record<string, number[]> {
  const cut = (column: ArrayLike<number>) =>
    Array.from({ length: force.length }, (_, k) => column[k]);
  return {
    gained_mps: cut(force.gained_mps),
    shifted_m: cut(force.shifted_m),
    noise_m2ps3: cut(force.noise_m2ps3),
    witness_mps2: cut(force.witness_mps2),
    seen_mps2: cut(force.seen_mps2),
    roughness_m2ps4: cut(force.roughness_m2ps4),
    samples: cut(force.samples),
  };
}

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
const setOn = (incline_deg: number) =>
  grownFrom({ force: forceOf(SET, railAt(incline_deg), UNTURNED) });

describe('the force along a rail', () => {
  it('is nothing where nothing moves', () => {
    const { noise_m2ps3, roughness_m2ps4, ...steps } = stepsOf(
      followed(grownFrom({ force: forceOf(new Path().rest(10), railAt(35), UNTURNED) }), knownRail(35)), // prettier-ignore
    );
    for (const name of ['gained_mps', 'shifted_m', 'witness_mps2', 'seen_mps2']) {
      expect(largest(steps[name]), name).toBeLessThan(1e-5);
    }
    expect(largest(roughness_m2ps4.slice(1))).toBeLessThan(1e-9);
    for (const noise of noise_m2ps3) expect(noise / FLOOR_M2PS3).toBeCloseTo(1, 3);
  });

  it.each([2, 35, 80])('adds up to the motion, %i° up, however the sensor sits', (incline_deg) => {
    for (let seed = 0; seed < 3; seed++) {
      const mounting = anyMounting(new Random(seed));
      const grown = grownFrom({ force: forceOf(SET, railAt(incline_deg), mounting) });
      const { gained_mps, shifted_m } = followed(grown, knownRail(incline_deg, mounting));
      let [s, v] = [0, 0];
      const steps = Math.floor((SET.end_s - 1) / STEP_S);
      for (let k = 0; k < steps; k++) {
        expect(Math.abs(s - SET.positionAt(grown.grid.start_s + k * STEP_S))).toBeLessThan(2e-3);
        expect(Math.abs(v - SET.velocityAt(grown.grid.start_s + k * STEP_S))).toBeLessThan(3e-3);
        s += STEP_S * v + shifted_m[k];
        v += gained_mps[k];
      }
    }
  });

  it('is the mean of its cells, step by step', () => {
    const force = followed(setOn(35), knownRail(35));
    for (let k = 0; k < force.length; k++) {
      const cells = force.along_mps2.slice(k * STEP_CELLS, (k + 1) * STEP_CELLS);
      const gained_mps = cells.reduce((sum, a) => sum + a * GRID_STEP_S, 0);
      expect(force.gained_mps[k]).toBeCloseTo(gained_mps, 12);
    }
  });

  it('along the reversed rail is the opposite, as well known', () => {
    const grown = tipping(35, 0.01);
    const there = stepsOf(followed(grown, knownRail(35)));
    const back = stepsOf(followed(grown, reversed(knownRail(35))));
    for (const name of ['gained_mps', 'shifted_m', 'witness_mps2', 'seen_mps2']) {
      back[name].forEach((value, k) => expect(value, name).toBeCloseTo(-there[name][k], 9));
    }
    for (const name of ['noise_m2ps3', 'roughness_m2ps4', 'samples']) {
      expect(back[name], name).toEqual(there[name]);
    }
  });

  it('from a later step on is the later part of the same', () => {
    const grown = tipping(35, 0.01);
    const whole = stepsOf(followed(grown, knownRail(35)));
    const later = stepsOf(followed(grown, knownRail(35), 40));
    for (const name of ['gained_mps', 'shifted_m', 'witness_mps2', 'roughness_m2ps4']) {
      expect(later[name], name).toEqual(whole[name].slice(40));
    }
  });

  it('counts the samples of its steps and how rough they are', () => {
    const random = new Random(1);
    const sd_mps2 = 0.05;
    const force = forceOf(new Path().rest(60), railAt(35), UNTURNED, { random, sd_mps2 });
    const { roughness_m2ps4, samples } = stepsOf(followed(grownFrom({ force }), knownRail(35)));
    for (const count of samples.slice(1))
      expect(Math.abs(count - STEP_CELLS)).toBeLessThanOrEqual(1);
    const usual =
      roughness_m2ps4.slice(1).reduce((sum, value) => sum + value) / (samples.length - 1);
    expect(usual / (3 * sd_mps2 ** 2)).toBeGreaterThan(0.95);
    expect(usual / (3 * sd_mps2 ** 2)).toBeLessThan(1.05);
  });
});

describe('a step taken', () => {
  const random = new Random(2);
  const force = forceOf(SET, railAt(35), UNTURNED, { random, sd_mps2: 0.02 });
  const gyro = force.map((): Vector3 => [0.1 * random.normal(), random.normal(), 0]);

  it.each([2, 35])('never changes, whatever comes later, on a rail at %i°', (incline_deg) => {
    const whole = stepsOf(followed(grownFrom({ force, gyro }), knownRail(incline_deg)));
    for (const cells of [60, 333, 900]) {
      const early = { force: force.slice(0, cells), gyro: gyro.slice(0, cells) };
      const steps = stepsOf(followed(grownFrom(early), knownRail(incline_deg)));
      expect(steps.gained_mps.length).toBeGreaterThan(0);
      for (const [name, column] of Object.entries(steps)) {
        expect(whole[name].slice(0, column.length), name).toEqual(column);
      }
    }
  });

  it.each([2, 35])('does not depend on what was looked at provisionally, at %i°', (incline_deg) => {
    const grown = grownFrom({ force, gyro });
    const plain = stepsOf(followed(grown, knownRail(incline_deg)));
    const looking = new RailForce(grown.grid, grown.means, 0, knownRail(incline_deg), FLOOR_M2PS3);
    for (let k = 0; k < plain.samples.length; k++) {
      addStep(looking);
      const ahead = Math.min(grown.means.length, looking.length + LOOKAHEAD_STEPS);
      const seen = looking.provisionally(() => {
        while (looking.length < ahead) looking.addStep(ahead);
        return looking.length;
      });
      expect(seen).toBe(ahead);
      expect(looking.length).toBe(k + 1);
    }
    expect(stepsOf(looking)).toEqual(plain);
  });
});

describe('noise', () => {
  const still = forceOf(new Path().rest(12), railAt(35), UNTURNED);
  const noiseIn = (read: Read) => followed(grownFrom(read), knownRail(35)).noise_m2ps3;
  const moving = forceOf(SET, railAt(35), UNTURNED);
  /** In the first press. */
  const [from, to] = [460, 610];
  const total = (noise: Float64Array) =>
    noise.slice(from / STEP_CELLS, to / STEP_CELLS).reduce((sum, value) => sum + value);
  const usual = total(noiseIn({ force: moving }));

  it('is never less than the floor', () => {
    for (const read of [{ force: still }, { force: moving }]) {
      const { noise_m2ps3 } = stepsOf(followed(grownFrom(read), knownRail(35)));
      for (const noise of noise_m2ps3) expect(noise).toBeGreaterThan(0.999 * FLOOR_M2PS3);
    }
  });

  it('is more where samples are lost in a motion, and the more, the more are', () => {
    const lost = (count: number) =>
      moving.map((force, i) => (i > 465 && i <= 465 + count ? LOST : force));
    const totals = [1, 10, 60].map((count) => total(noiseIn({ force: lost(count) })));
    expect(totals[0]).toBeGreaterThan(usual);
    expect(totals[1]).toBeGreaterThan(2 * usual);
    expect(totals[2]).toBeGreaterThan(2 * totals[1]);
  });

  it('is more where the reading is cut off', () => {
    const cut = moving.map((force, i): Vector3 => (i > 520 && i < 530 ? [25, 0, 30] : force));
    const beside = moving.map((force, i): Vector3 => (i > 520 && i < 530 ? [25 + 1e-3 * i, 0, 30 + 1e-3 * i] : force)); // prettier-ignore
    expect(total(noiseIn({ force: cut }))).toBeGreaterThan(
      total(noiseIn({ force: beside })) + 0.005,
    );
  });

  it('is where it belongs: what is lost does not spread', () => {
    const { noise_m2ps3 } = stepsOf(
      followed(
        grownFrom({ force: moving.map((force, i) => (i > 465 && i < 500 ? LOST : force)) }),
        knownRail(35),
      ),
    );
    const plain = noiseIn({ force: moving });
    noise_m2ps3.forEach((noise, k) => {
      expect(noise).toBeGreaterThan(0);
      if (k < 43 || k > 53) expect(noise / plain[k]).toBeCloseTo(1, 3);
    });
  });
});

describe('the noise floor', () => {
  const axis = railAt(35);
  const noisy = (sd_mps2: number, path: Path, seed = 1) =>
    grownFrom({
      force: forceOf(path, axis, UNTURNED, { random: new Random(seed), sd_mps2 }),
    }).means;
  const floorOf = (sd_mps2: number, path = new Path().rest(60), seed = 1) => {
    const means = noisy(sd_mps2, path, seed);
    return stepNoiseFloor(means, axis, 0, means.length);
  };

  it('is the density of white noise, or somewhat less: it is read where it is quietest', () => {
    for (const sd_mps2 of [0.03, 0.1, 0.3]) {
      for (let seed = 0; seed < 5; seed++) {
        const share = floorOf(sd_mps2, new Path().rest(60), seed) / (sd_mps2 ** 2 * GRID_STEP_S);
        expect(share).toBeGreaterThan(0.1);
        expect(share).toBeLessThan(1.2);
      }
    }
  });

  it('hardly sees motion', () => {
    const moving = new Path().rest(4).reps(6).rest(4);
    expect(floorOf(0.1, moving) / floorOf(0.1)).toBeGreaterThan(0.5);
    expect(floorOf(0.1, moving) / floorOf(0.1)).toBeLessThan(2);
  });

  it('is the same along the opposite line', () => {
    const means = noisy(0.1, new Path().rest(20));
    expect(stepNoiseFloor(means, scale(axis, -1), 0, means.length)).toBeCloseTo(
      stepNoiseFloor(means, axis, 0, means.length),
      15,
    );
  });

  it('is that of a good part where there is none, or too little to tell', () => {
    const least = floorOf(0);
    expect(least).toBeGreaterThan(0);
    expect(stepNoiseFloor(noisy(1, new Path().rest(5)), axis, 0, 4)).toBe(least);
    expect(stepNoiseFloor(noisy(1, new Path().rest(5)), axis, 3, 3)).toBe(least);
  });
});

/** The set on a carriage that tips about the lateral axis by `tilt_rad` per metre: what a sensor feels of it. */
function tipping(incline_deg: number, tilt_radpm: number, mounting = UNTURNED): Grown {
  const rail = knownRail(incline_deg);
  const accel_mps2 = SET.cellAccel_mps2();
  const force: Vector3[] = [];
  const gyro: Vector3[] = [];
  accel_mps2.forEach((a, k) => {
    const t_s = (k + 0.5) * GRID_STEP_S;
    const [x, , z] = rail.axis;
    const felt: Vector3 = [a * x, 0, a * z + rail.rest_mps2[2]];
    // The sensor sees the world turned the other way.
    force.push(mounting(turned(felt, [0, 1, 0], -tilt_radpm * SET.positionAt(t_s))));
    const rate_dps = (tilt_radpm * SET.velocityAt(t_s) * 180) / Math.PI;
    gyro.push(mounting([0, rate_dps, 0]));
  });
  return grownFrom({ force, gyro });
}

describe('the witness of tilt', () => {
  const TILT_RADPM = 0.01;
  /** What the tipping adds to the force along the rail, in each step. */
  const leakOf = (incline_deg: number) => {
    const tipped = followed(tipping(incline_deg, TILT_RADPM), knownRail(incline_deg));
    const straight = followed(tipping(incline_deg, 0), knownRail(incline_deg));
    return stepsOf(tipped).gained_mps.map(
      (gained, k) => (gained - straight.gained_mps[k]) / STEP_S,
    );
  };
  /** Steps in which the sled does not speed up or slow down: there gravity leaks alone. */
  const isCalm = (k: number) =>
    [0, 1].every((i) => Math.abs(SET.velocityAt((k + i) * STEP_S + 0.005) - SET.velocityAt(k * STEP_S + 0.005)) < 1e-6); // prettier-ignore
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const off = (a: readonly number[], b: readonly number[]) =>
    spread(a.map((value, k) => value - b[k]).filter((_, k) => isCalm(k)));

  it.each([15, 20, 35, 50, 70])(
    'square to the rail sees what leaks on to it at %i°',
    (incline_deg) => {
      const leak = leakOf(incline_deg);
      const force = followed(tipping(incline_deg, TILT_RADPM), knownRail(incline_deg));
      expect(force.witnessDrifts).toBe(false);
      const { witness_mps2, seen_mps2 } = stepsOf(force);
      expect(spread(leak)).toBeGreaterThan(0.01);
      expect(off(witness_mps2, leak)).toBeLessThan(0.05 * spread(leak));
      expect(off(seen_mps2, leak)).toBeLessThan(0.4 * spread(leak));
    },
  );

  it.each([0, 4, 10])('on a rail at %i° is the gyroscope alone', (incline_deg) => {
    const leak = leakOf(incline_deg);
    const force = followed(tipping(incline_deg, TILT_RADPM), knownRail(incline_deg));
    expect(force.witnessDrifts).toBe(true);
    const { witness_mps2, seen_mps2 } = stepsOf(force);
    expect(off(witness_mps2, leak)).toBeLessThan(0.15 * spread(leak));
    expect(seen_mps2.every((seen) => seen === 0)).toBe(true);
  });

  it('of a gyroscope is in time with the leak', () => {
    const { witness_mps2 } = stepsOf(followed(tipping(4, TILT_RADPM), knownRail(4)));
    const leak = leakOf(4);
    expect(off(witness_mps2, leak)).toBeLessThan(0.05 * spread(leak));
  });

  it('is dark where a sample of the gyroscope is lost, not from then on', () => {
    const force = forceOf(SET, railAt(4), UNTURNED);
    const gyro = force.map((_, i): Vector3 => (i === 300 ? LOST : [0, 1, 0]));
    const { witness_mps2 } = stepsOf(followed(grownFrom({ force, gyro }), knownRail(4)));
    expect(witness_mps2.slice(0, 29).every(Number.isFinite)).toBe(true);
    expect(witness_mps2.slice(32).every(Number.isFinite)).toBe(true);
  });

  it.each([4, 35])('sees the same however the sensor sits, at %i°', (incline_deg) => {
    const mounting = anyMounting(new Random(3));
    const plain = stepsOf(followed(tipping(incline_deg, TILT_RADPM), knownRail(incline_deg)));
    const other = stepsOf(
      followed(tipping(incline_deg, TILT_RADPM, mounting), knownRail(incline_deg, mounting)),
    );
    other.witness_mps2.forEach((value, k) => expect(value).toBeCloseTo(plain.witness_mps2[k], 4));
  });

  it.each([4, 35])('sees nothing where nothing tips, at %i°', (incline_deg) => {
    const { witness_mps2, seen_mps2 } = stepsOf(
      followed(tipping(incline_deg, 0), knownRail(incline_deg)),
    );
    expect(largest(witness_mps2)).toBeLessThan(1e-5);
    expect(largest(seen_mps2)).toBeLessThan(1e-5);
  });

  it.each([
    ['on a level rail without a gyroscope', 4, knownRail(4)],
    ['on a vertical rail, which has no normal', 90, knownRail(90)],
  ])('there is none %s', (_, incline_deg, rail) => {
    const { witness_mps2, seen_mps2, gained_mps } = stepsOf(followed(setOn(incline_deg), rail));
    expect(witness_mps2.every(Number.isNaN)).toBe(true);
    expect(seen_mps2.every((seen) => seen === 0)).toBe(true);
    expect(gained_mps.every(Number.isFinite)).toBe(true);
  });

  it('is believed where it stands out of the noise, and hardly where it is noise alone', () => {
    const path = new Path().rest(60);
    const sd_mps2 = Math.sqrt(FLOOR_M2PS3 / GRID_STEP_S);
    const noise = { random: new Random(4), sd_mps2 };
    const rail = knownRail(35);
    const alone = stepsOf(followed(grownFrom({ force: forceOf(path, railAt(35), UNTURNED, noise) }), rail)); // prettier-ignore
    const rms = (values: readonly number[]) =>
      Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
    expect(rms(alone.seen_mps2)).toBeLessThan(rms(alone.witness_mps2) / 6);
    const tipped = stepsOf(followed(tipping(35, TILT_RADPM), rail));
    expect(rms(tipped.seen_mps2)).toBeGreaterThan(0.8 * rms(tipped.witness_mps2));
  });
});
