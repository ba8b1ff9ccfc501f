import { describe, expect, it } from 'vitest';
import { bestsOf, type BestId } from '$lib/guide/history/bests';
import type { Lifted } from '$lib/guide/history/lifted';
import { at, lifted } from './made-up';

const best = (sets: readonly Lifted[], id: BestId) => bestsOf(sets).find((each) => each.id === id);

describe('personal bests', () => {
  it('are load × reps of sets that kept to the plan', () => {
    const sets = [
      lifted({ id: 'kept', load_kg: 120, reps: 8 }),
      lifted({ id: 'heavier', load_kg: 140, reps: 8, compliance: 0.79, ...at(1) }),
      lifted({ id: 'just', load_kg: 130, reps: 6, compliance: 0.8, ...at(2) }),
    ];
    expect(best(sets, 'work')).toMatchObject({ value: 960, load_kg: 120, set: { id: 'kept' } });
    expect(best(sets, 'load')).toMatchObject({ value: 130, set: { id: 'just' } });
  });

  it('go to the earliest of equals', () => {
    const sets = [lifted({ id: 'later', ...at(3) }), lifted({ id: 'first' })];
    expect(best(sets, 'run')?.set.id).toBe('first');
  });

  it('say whether a measured one stands out', () => {
    const deep = (id: string, mean: number) => lifted({ id, depth_m: { mean, meanSd: 0.005 } });
    expect(best([deep('a', 0.4), deep('b', 0.42)], 'depth')).toMatchObject({ isClear: true });
    expect(best([deep('a', 0.4), deep('b', 0.41)], 'depth')).toMatchObject({
      isClear: false,
      set: { id: 'b' },
    });
    expect(best([deep('a', 0.4)], 'depth')?.isClear).toBe(true);
  });

  it('of speed stand for each load by itself, the heaviest first', () => {
    const press = (load_kg: number, mean: number) =>
      lifted({ load_kg, fastest_mps: { mean, meanSd: 0.01 } });
    const speeds = bestsOf([press(100, 0.5), press(120, 0.4), press(100, 0.45)]).filter(
      ({ id }) => id === 'speed',
    );
    expect(speeds.map(({ load_kg, value }) => [load_kg, value])).toEqual([
      [120, 0.4],
      [100, 0.5],
    ]);
    expect(best([lifted({ isMaximal: false })], 'speed')).toBeUndefined();
  });

  it('are none where nothing was done', () => {
    expect(bestsOf([])).toEqual([]);
    expect(best([lifted({ reps: 0, compliantRun: 0 })], 'work')).toBeUndefined();
  });
});
