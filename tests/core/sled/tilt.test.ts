import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import { along, type Rail } from '../../../src/lib/core/sled/rail';
import {
  gyroWitness,
  normalWitness,
  repeatingLeak,
  seenLeak,
} from '../../../src/lib/core/sled/tilt';
import { Random } from '../../../src/lib/core/simulate/random';
import { GRAVITY_MPS2, gridOf, motionOf, Path, railAt } from '../path';

const SET = new Path().rest(1).reps(4, 0.4, 3, 1.5, 0.6).rest(1);
const ACCEL_MPS2 = SET.cellAccel_mps2();
const CELLS = ACCEL_MPS2.length;
const MOTION = motionOf(SET);
const position_m = (k: number) => SET.positionAt((k + 0.5) * GRID_STEP_S);

/** A rail in the sensor's frame: the sensor stands upright. */
function rail(incline_deg: number): Rail {
  const [x, , z] = railAt(incline_deg);
  return { axis: [x, 0, z], normal: [-z, 0, x], rest_mps2: [0, 0, GRAVITY_MPS2], incline_deg };
}

/** The set on a carriage that tips about the lateral axis by `tilt_rad` per metre: force and angular rate it feels. */
function tipping(incline_deg: number, tilt_rad: number) {
  const { axis } = rail(incline_deg);
  const force: Vector3[] = [];
  const gyro: Vector3[] = [];
  for (let k = 0; k < CELLS; k++) {
    const angle = tilt_rad * position_m(k);
    const [x, z] = [ACCEL_MPS2[k] * axis[0], ACCEL_MPS2[k] * axis[2] + GRAVITY_MPS2];
    // Turned by `angle` about y, right-handed; the sensor sees the world turned back.
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    force.push([c * x - s * z, 0, s * x + c * z]);
    const speed_mps = SET.velocityAt((k + 0.5) * GRID_STEP_S);
    gyro.push([0, (tilt_rad * speed_mps * 180) / Math.PI, 0]);
  }
  return gridOf(force, gyro);
}

const span = { start: 0, end: CELLS };
const TILT_RAD_PER_M = 0.01;

/** What the tipping adds to the acceleration along the rail. */
function trueLeak(incline_deg: number): Float64Array {
  const { axis, rest_mps2 } = rail(incline_deg);
  const tipped = along(tipping(incline_deg, TILT_RAD_PER_M), span, axis, rest_mps2);
  return tipped.map((a, k) => a - ACCEL_MPS2[k]);
}

/** What a signal is where the sled does not speed up or slow down: there gravity leaks alone. */
const calm = (values: Float64Array) => values.filter((_, k) => Math.abs(ACCEL_MPS2[k]) < 1e-6);

/** Largest distance of two signals, each less its mean. */
function apart(a: Float64Array, b: Float64Array): number {
  const off = a.map((value, k) => value - b[k]);
  const mean = off.reduce((sum, value) => sum + value, 0) / off.length;
  return Math.max(...off.map((value) => Math.abs(value - mean)));
}
const size = (values: Float64Array) => apart(values, new Float64Array(values.length));

describe('the witnesses of tilt', () => {
  it.each([20, 35, 50, 70])('see what gravity leaks on to a rail at %i°', (incline_deg) => {
    const grid = tipping(incline_deg, TILT_RAD_PER_M);
    const leak = trueLeak(incline_deg);
    const seen = normalWitness(grid, span, rail(incline_deg));
    if (!seen) throw new Error(`The normal axis says nothing at ${incline_deg}°.`);
    expect(apart(calm(seen), calm(leak))).toBeLessThan(0.02 * size(leak));
    const turned = gyroWitness(grid, span, rail(incline_deg));
    if (!turned) throw new Error('The grid has a gyroscope.');
    expect(apart(turned, leak)).toBeLessThan(0.05 * size(leak));
  });

  it('on a level rail it is the gyroscope alone', () => {
    const grid = tipping(2, TILT_RAD_PER_M);
    expect(normalWitness(grid, span, rail(2))).toBeNull();
    const turned = gyroWitness(grid, span, rail(2));
    expect(apart(turned ?? new Float64Array(CELLS), trueLeak(2))).toBeLessThan(0.005);
  });

  it('there is none on a vertical rail without a normal, nor without a gyroscope', () => {
    const grid = { ...tipping(90, TILT_RAD_PER_M), gyro: null };
    expect(normalWitness(grid, span, { ...rail(90), normal: null })).toBeNull();
    expect(gyroWitness(grid, span, rail(90))).toBeNull();
  });

  it('see nothing where nothing tips', () => {
    const grid = tipping(35, 0);
    expect(size(normalWitness(grid, span, rail(35)) ?? ACCEL_MPS2)).toBeLessThan(1e-9);
    expect(size(gyroWitness(grid, span, rail(35)) ?? ACCEL_MPS2)).toBe(0);
  });

  it('swap sign with the rail', () => {
    const grid = tipping(35, TILT_RAD_PER_M);
    const { axis, normal, rest_mps2, incline_deg } = rail(35);
    const back: Rail = {
      axis: [-axis[0], -axis[1], -axis[2]],
      normal,
      rest_mps2,
      incline_deg: -incline_deg,
    };
    for (const witness of [normalWitness, gyroWitness]) {
      const there = witness(grid, span, rail(35)) ?? new Float64Array(0);
      const opposite = witness(grid, span, back) ?? new Float64Array(0);
      expect(there).toHaveLength(CELLS);
      there.forEach((leak, k) => expect(opposite[k]).toBeCloseTo(-leak, 9));
    }
  });
});

describe('seenLeak', () => {
  const leak = trueLeak(35);

  it('is what the witness sees, where it stands out of the noise', () => {
    expect(apart(seenLeak(leak, 1e-7), leak)).toBeLessThan(0.2 * size(leak));
  });

  it('is next to nothing where the witness sees noise alone', () => {
    const random = new Random(1);
    const noise_m2ps3 = 1e-4;
    const sd_mps2 = Math.sqrt(noise_m2ps3 / GRID_STEP_S);
    const noise = Float64Array.from({ length: CELLS }, () => sd_mps2 * random.normal());
    expect(size(seenLeak(noise, noise_m2ps3))).toBeLessThan(0.5 * size(seenLeak(noise, 1e-9)));
  });

  it('has no offset', () => {
    const shifted = seenLeak(
      leak.map((value) => value + 3),
      1e-7,
    );
    expect(apart(shifted, seenLeak(leak, 1e-7))).toBeLessThan(1e-9);
    expect(Math.abs(shifted.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-9);
  });
});

describe('repeatingLeak', () => {
  const random = new Random(2);
  const noise = Float64Array.from({ length: CELLS }, () => 0.01 * random.normal());
  const leak = trueLeak(35);

  it('is the leak that repeats with position, out of noise, offset and drift', () => {
    const witness = leak.map((value, k) => value + noise[k] + 0.5 + (0.1 * k) / CELLS);
    const found = repeatingLeak(witness, ACCEL_MPS2, MOTION);
    expect(apart(found, leak)).toBeLessThan(0.3 * size(leak));
  });

  it('is next to nothing where nothing repeats', () => {
    const found = repeatingLeak(noise, ACCEL_MPS2, MOTION);
    expect(size(found)).toBeLessThan(0.1 * size(leak));
  });

  it('does not take for tilt what a rail axis slightly off lets through', () => {
    const witness = ACCEL_MPS2.map((a, k) => 0.02 * a + noise[k]);
    expect(size(repeatingLeak(witness, ACCEL_MPS2, MOTION))).toBeLessThan(0.1 * size(leak));
  });

  it('is nothing at the top, where the position is zero', () => {
    const found = repeatingLeak(leak, ACCEL_MPS2, MOTION);
    expect(Math.abs(found[50])).toBeLessThan(1e-9);
  });

  it('stays finite where all is knocks, and nothing calm enough to fit', () => {
    const wild = ACCEL_MPS2.map((_, k) => 30 * Math.sin(k / 200) + 40);
    const found = repeatingLeak(leak, wild, MOTION);
    expect(found.every(Number.isFinite)).toBe(true);
  });
});
