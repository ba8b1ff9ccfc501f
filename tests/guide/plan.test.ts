import { describe, expect, it } from 'vitest';
import { depthAbout, DEFAULT_TOLERANCES, planFor, withTarget } from '$lib/guide/plan';

describe('a plan', () => {
  it('starts from what the guide asks', () => {
    const { prescription, targets, origins } = planFor('hamstring', 'sled-45', 'hypertrophy-b');
    expect(prescription).toBe('ham-hypertrophy-b');
    expect(targets).toMatchObject({
      lower: { kind: 'band', low_s: 3, high_s: 4 },
      bottom: { kind: 'band', low_s: 0.5, high_s: 1 },
      press: { kind: 'free' },
      top: { kind: 'free' },
      reps: { low: 8, high: 12 },
      rest: null,
      depth: null,
    });
    expect(origins).toEqual({});
  });

  it('says which blanks the app fills', () => {
    const { targets, origins } = planFor('hamstring', 'sled-45', 'first-sessions');
    expect(targets.lower).toEqual({ kind: 'band', low_s: 3, high_s: 4 });
    expect(origins).toEqual({ lower: 'default', bottom: 'default' });
  });

  it('asks nothing where the guide has no prescription', () => {
    const { prescription, targets } = planFor('quad', 'sled-45', 'strength');
    expect(prescription).toBeNull();
    expect(targets.lower).toEqual({ kind: 'free' });
  });

  it('remembers whose a target is', () => {
    const plan = planFor('hamstring', 'sled-45', 'strength');
    const changed = withTarget(plan, 'rest', { kind: 'band', low_s: 120, high_s: 180 }, 'coach');
    expect(changed.targets.rest).toEqual({ kind: 'band', low_s: 120, high_s: 180 });
    expect(changed.origins).toEqual({ rest: 'coach' });
    expect(plan.targets.rest).toBeNull();
  });

  it('puts floor and ceiling about a depth by the tolerances', () => {
    const { target_m, floor_m, ceiling_m } = depthAbout(0.4, DEFAULT_TOLERANCES);
    expect(target_m).toBe(0.4);
    expect(floor_m).toBeCloseTo(0.36, 12);
    expect(ceiling_m).toBeCloseTo(0.42, 12);
  });
});
