import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { asymmetryOf, pairsOf } from '$lib/guide/history/sides';
import { at, lifted } from './made-up';

const left = lifted({ id: 'l', variation: 'hamstring-single', side: 'left' });
const right = lifted({ id: 'r', variation: 'hamstring-single', side: 'right', ...at(0, 3) });
const pair = { left, right };

describe('pairs', () => {
  it('are the first with the first in a session, and the second with the second', () => {
    const sets = [
      right,
      left,
      { ...left, id: 'l2', ...at(0, 6) },
      { ...right, id: 'r2', ...at(0, 9) },
      { ...left, id: 'l3', ...at(0, 12) },
    ];
    expect(pairsOf(sets).map((each) => [each.left.id, each.right.id])).toEqual([
      ['l', 'r'],
      ['l2', 'r2'],
    ]);
  });

  it('never join sessions, machines or variations', () => {
    expect(pairsOf([left, { ...right, ...at(1) }])).toEqual([]);
    expect(pairsOf([left, { ...right, machine: 'horizontal' }])).toEqual([]);
    expect(pairsOf([left, { ...right, variation: 'quad-single' }])).toEqual([]);
    expect(pairsOf([lifted(), lifted()])).toEqual([]);
  });
});

describe('asymmetry', () => {
  const deep = (mean: number, meanSd: number) => ({ depth_m: { mean, meanSd } });

  it('is the difference over the greater, and names the side with less', () => {
    const apart = {
      left: { ...left, ...deep(0.36, 0.003) },
      right: { ...right, ...deep(0.4, 0.004) },
    };
    const found = asymmetryOf(apart, 'depth');
    expect(found).toMatchObject({ metric: 'depth', lesser: 'left' });
    expect(found?.share).toBeCloseTo(0.1);
    // 0.9 · √((0.003/0.36)² + (0.004/0.4)²), by hand.
    expect(found?.sd).toBeCloseTo(0.011715, 6);
    expect(found?.verdict).toBe('borderline');
  });

  it('names no side where the uncertainty covers the difference', () => {
    const near = {
      left: { ...left, ...deep(0.39, 0.01) },
      right: { ...right, ...deep(0.4, 0.01) },
    };
    expect(asymmetryOf(near, 'depth')).toMatchObject({ lesser: null, verdict: 'in' });
  });

  it('of what is counted is exact', () => {
    const uneven = { left: { ...left, reps: 8 }, right: { ...right, reps: 6 } };
    expect(asymmetryOf(uneven, 'reps')).toMatchObject({
      share: 0.25,
      sd: 0,
      lesser: 'right',
      verdict: 'out',
    });
  });

  it('of speed compares one load, and presses meant to be fast', () => {
    expect(asymmetryOf(pair, 'press')).not.toBeNull();
    expect(asymmetryOf({ left, right: { ...right, load_kg: 100 } }, 'press')).toBeNull();
    expect(asymmetryOf({ left, right: { ...right, isMaximal: false } }, 'press')).toBeNull();
    expect(asymmetryOf({ left, right: { ...right, depth_m: null } }, 'depth')).toBeNull();
  });

  const figure = fc.record({
    mean: fc.double({ min: 0.1, max: 2, noNaN: true }),
    meanSd: fc.double({ min: 0, max: 0.2, noNaN: true }),
  });
  test.prop([figure, figure])('is the same seen from either side', (a, b) => {
    const one = asymmetryOf(
      { left: { ...left, lower_s: a }, right: { ...right, lower_s: b } },
      'lower',
    );
    const other = asymmetryOf(
      { left: { ...left, lower_s: b }, right: { ...right, lower_s: a } },
      'lower',
    );
    expect(one?.share).toBe(other?.share);
    expect(one?.sd).toBeCloseTo(other?.sd ?? NaN, 12);
    expect(one?.share).toBeGreaterThanOrEqual(0);
    expect(one?.share).toBeLessThan(1);
    if (one?.lesser) expect(other?.lesser).toBe(one.lesser === 'left' ? 'right' : 'left');
  });
});
