import { describe, expect, it } from 'vitest';
import { planFor, withTarget } from '$lib/guide/plan';
import { planRows } from '$lib/ui/plan-rows';

const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');
const rowOf = (name: string, of = plan) => planRows(of, 'plain').find((row) => row.name === name);

describe('a plan as it is printed', () => {
  it('tells whose a target is and where the guide has it from', () => {
    const lower = rowOf('lower');
    expect(lower).toMatchObject({ label: 'Lower', asked: '3–4 s', whose: 'guide' });
    expect(lower?.sources[0]).toMatch(/^Hamstring-Focused Leg Press › /);
  });

  it('says what is free, and cites nobody for it', () => {
    expect(rowOf('press')).toMatchObject({ asked: 'free', whose: null, sources: [] });
  });

  it('no longer cites the guide for what a coach changed', () => {
    const changed = withTarget(plan, 'reps', { low: 5, high: 6 }, 'coach');
    expect(rowOf('reps', changed)).toMatchObject({ asked: '5–6', whose: 'coach', sources: [] });
  });

  it('calls the depth the athlete’s, with floor, ceiling and safe stop', () => {
    const depth = {
      target_m: 0.42,
      floor_m: 0.38,
      ceiling_m: 0.44,
      stop_m: 0.5,
      softTop_m: null,
    };
    const deep = { ...plan, targets: { ...plan.targets, depth } };
    expect(rowOf('depth')).toBeUndefined();
    expect(rowOf('depth', deep)).toMatchObject({
      asked: '42 cm (38–44), safe stop 50 cm',
      whose: 'athlete',
    });
  });

  it('speaks in the field’s terms where it is asked to', () => {
    expect(planRows(plan, 'field').map(({ label }) => label)).toContain('Eccentric');
  });
});
