import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import { expectHonest, KINDS, ridden, riddenKinds } from './ridden';

const SEEDS = [1, 2, 3, 4];
/** Presses quick enough that their stop takes more than gravity can. */
const QUICK = { ...KINDS.quick, press_s: 0.7, depth_m: 0.45, knocks: 0 };

describe('the braking of a press', () => {
  it('has an honest standard deviation, slammed or not', () => {
    const sets = [...riddenKinds(3), ...riddenKinds(2, { slams: 0.5 })];
    expectHonest(
      sets.flatMap(({ reps }) =>
        reps.map(({ truth, rep }) => ({
          error: rep.stop.braking_mps2 - truth.stop.braking_mps2,
          sd: rep.stop.brakingSd_mps2,
        })),
      ),
    );
  });
});

describe('a slam', () => {
  it('is a stop harder than gravity and friction', () => {
    let decided = 0;
    for (const seed of SEEDS) {
      const { reps, truth } = ridden(seed, { ...QUICK, slams: 0.5 });
      const incline_rad = (truth.incline_deg * Math.PI) / 180;
      const limit_mps2 = GRAVITY_MPS2 * (Math.sin(incline_rad) + 0.1 * Math.cos(incline_rad));
      for (const { rep, truth } of reps) {
        if (rep.stop.slam === 'borderline') continue;
        decided++;
        expect(rep.stop.slam).toBe(truth.stop.braking_mps2 > limit_mps2 ? 'out' : 'in');
      }
    }
    expect(decided).toBeGreaterThan(20);
  });

  it('is seen, or thought possible, wherever a quick press ran into the stop', () => {
    const slammed = SEEDS.flatMap((seed) => ridden(seed, { ...QUICK, slams: 1 }).reps);
    const missed = slammed.filter(({ rep }) => rep.stop.slam === 'in');
    expect(slammed.every(({ truth }) => truth.slammed)).toBe(true);
    expect(missed.length).toBeLessThanOrEqual(0.05 * slammed.length);
  });

  it('is never seen where legs stop the sled at guide tempo', () => {
    for (const seed of SEEDS) {
      for (const { rep } of ridden(seed, { knocks: 0 }).reps) expect(rep.stop.slam).toBe('in');
    }
  });

  it('is not judged on a level rail', () => {
    for (const { rep } of ridden(1, { incline_deg: 2 }).reps) expect(rep.stop.slam).toBeNull();
  });
});
