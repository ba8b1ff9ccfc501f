import { describe, expect, it } from 'vitest';
import { planFor } from '$lib/guide/plan';
import { SOME_SUMMARY as here, storedSet } from '../store/stored-set';
import { compared, othersOf } from '../../src/routes/(athlete)/sets/comparison';

function find(rows: ReturnType<typeof compared>, measure: string) {
  const row = rows.find((each) => each.measure === measure);
  if (!row) throw new Error(`There is no row ${measure}.`);
  return row;
}

describe('two sets', () => {
  it('that are the same differ in nothing', () => {
    const rows = compared(here, here);
    expect(rows.filter(({ differs }) => differs)).toEqual([]);
    expect(find(rows, 'lower').difference?.mean).toBe(0);
  });

  it('differ by more than twice the error of the difference, or it is left open', () => {
    const lasting = (mean: number, meanSd: number) => ({
      ...here,
      lower_s: { mean, meanSd, low: mean, high: mean },
    });
    const near = find(compared(lasting(3, 0.03), lasting(2.95, 0.04)), 'lower');
    expect(near.difference?.mean).toBeCloseTo(0.05);
    expect(near.difference?.meanSd).toBeCloseTo(0.05);
    expect(near.differs).toBe(false);
    expect(find(compared(lasting(3, 0.03), lasting(2.8, 0.04)), 'lower').differs).toBe(true);
  });

  it('count exactly, and say nothing of what one of them lacks', () => {
    const rows = compared(here, { ...here, reps: 5, press_s: null, compliance: null });
    expect(find(rows, 'reps')).toMatchObject({
      difference: { mean: here.reps - 5, meanSd: 0 },
      differs: true,
    });
    expect(find(rows, 'press').difference).toBeNull();
    expect(find(rows, 'kept').there).toBeNull();
  });
});

describe('the sets to compare with', () => {
  const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');
  const set = storedSet({ id: 'a', plan });

  it('are those pressed the same way, then the others, never the set itself', () => {
    const sets = [
      set,
      storedSet({ id: 'b', plan: planFor('quad', 'sled-45', 'free') }),
      storedSet({ id: 'c', plan: planFor('hamstring', 'sled-45', 'strength') }),
      storedSet({ id: 'd', plan: null }),
    ];
    const { like, unlike } = othersOf(set, sets);
    expect(like.map(({ id }) => id)).toEqual(['c']);
    expect(unlike.map(({ id }) => id)).toEqual(['b', 'd']);
  });
});
