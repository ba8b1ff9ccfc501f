import { describe, expect, it } from 'vitest';
import type { SensorGrade } from '../../../../src/lib/core/simulate/sensor';
import { expectHonest, KINDS, ridden, riddenKinds } from './ridden';

/** The ends of all strokes: whether it truly knocked there, the true burst, and what was found. */
function ends(sensor: Partial<SensorGrade> = {}) {
  const sets = riddenKinds(4, { knocks: 0.4 }, sensor);
  return sets.flatMap(({ reps }) =>
    reps.flatMap(({ truth, rep }) => [
      {
        knocked: truth.knocked.bottom,
        burst_mps2: truth.burst_mps2.bottom ?? NaN,
        knock: rep.knocks?.bottom ?? null,
        end_s: truth.lower?.end_s ?? NaN,
      },
      {
        knocked: truth.knocked.top,
        burst_mps2: truth.burst_mps2.top,
        knock: rep.knocks?.top ?? null,
        end_s: truth.press.end_s,
      },
    ]),
  );
}

describe('knocks', () => {
  const all = ends();

  it('are found where the sled struck, and nowhere else', () => {
    const struck = all.filter(({ knocked }) => knocked);
    const quiet = all.filter(({ knocked }) => !knocked);
    expect(Math.min(struck.length, quiet.length)).toBeGreaterThan(60);
    expect(struck.filter(({ knock }) => knock).length).toBeGreaterThan(0.95 * struck.length);
    expect(quiet.filter(({ knock }) => knock).length).toBeLessThan(0.03 * quiet.length);
  });

  it('have an honest size', () => {
    expectHonest(
      all.flatMap(({ knock, burst_mps2 }) =>
        knock ? [{ error: knock.size_mps2 - burst_mps2, sd: knock.sizeSd_mps2 }] : [],
      ),
    );
  });

  it('are told when they were', () => {
    for (const { knock, knocked, end_s } of all) {
      if (knock && knocked) expect(Math.abs(knock.t_s - end_s)).toBeLessThan(0.2);
    }
  });

  it('are found at 50 Hz too, if not all', () => {
    const slow = ends({ rate_Hz: 50 });
    const struck = slow.filter(({ knocked }) => knocked);
    expect(struck.filter(({ knock }) => knock).length).toBeGreaterThan(0.85 * struck.length);
    expect(slow.filter(({ knock, knocked }) => knock && !knocked).length).toBeLessThan(5);
  });

  it('nobody can tell at 25 Hz', () => {
    for (const { rep } of ridden(1, KINDS.bounced, { rate_Hz: 25 }).reps) {
      expect(rep.knocks).toBeNull();
    }
  });

  it('come with a press that runs into the stop', () => {
    for (const seed of [1, 2, 3]) {
      for (const { rep } of ridden(seed, { slams: 1, knocks: 0 }).reps) {
        expect(rep.knocks?.top).not.toBeNull();
        expect(rep.knocks?.bottom).toBeNull();
      }
    }
  });
});
