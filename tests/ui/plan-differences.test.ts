import { expect, it } from 'vitest';
import { depthAbout, planFor, withTarget } from '$lib/guide/plan';
import { planDifferences } from '$lib/ui/plan-differences';
import { chosen } from '../locale/chosen';

const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');

it('finds nothing between a plan and itself, whatever order its fields have', () => {
  expect(planDifferences(plan, plan)).toEqual([]);
  const { tolerances, ...rest } = plan;
  expect(planDifferences(plan, { tolerances, ...rest })).toEqual([]);
});

it('tells each thing that is asked otherwise, before and after', () => {
  const slower = withTarget(plan, 'lower', { kind: 'band', low_s: 4, high_s: 5 }, 'coach');
  const deeper = withTarget(slower, 'depth', depthAbout(0.42), 'coach');
  const fewer = withTarget(deeper, 'reps', { low: 6, high: 6 }, 'coach');
  const strict = { ...fewer, tolerances: { ...fewer.tolerances, lower_s: 0.1 } };
  expect(planDifferences(plan, strict)).toEqual([
    { name: 'Tempo', was: '3–4 / 0.5–1 / – / –', is: '4–5 / 0.5–1 / – / –' },
    { name: 'Depth', was: 'free', is: '42 cm (38–44)' },
    { name: 'Reps', was: '8–12', is: '6' },
    { name: 'Lower', was: '±0.25 s', is: '±0.1 s' },
  ]);
});

it('tells all of a plan where nothing was asked', () => {
  const names = planDifferences(null, plan).map(({ name }) => name);
  expect(names).toContain('Goal');
  expect(names).toContain('Tempo');
  // The tolerances are the app's own: nobody changed them.
  expect(names).not.toContain('Lower');
});

it('tells it in German too', async () => {
  const german = await chosen(
    { language: 'de', decimal: ',' },
    () => import('$lib/ui/plan-differences'),
  );
  const fewer = withTarget(plan, 'reps', null, 'coach');
  expect(german.planDifferences(plan, fewer)).toEqual([
    { name: 'Wiederholungen', was: '8–12', is: 'frei' },
  ]);
});
