import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { check } from '$lib/guide/check';
import { sessionsOf, weekOf } from '$lib/guide/rules/history';
import type { PastSet } from '$lib/guide/rules/rule';
import { kilograms, performed, reps, type SetSketch } from './performed';

const HOUR_MS = 3600e3;
const NOW = '2026-03-04T18:00';
const NOW_MS = Date.parse(NOW);

/** Eight weeks of training, oldest first. */
const histories = fc
  .array(
    fc.record({
      startedAt_ms: fc
        .integer({ min: 1, max: 56 * 24 * 60 })
        .map((minutes) => NOW_MS - minutes * 60e3),
      variation: fc.constantFrom('hamstring', 'hamstring-narrow', 'quad' as const),
      goal: fc.constantFrom('hypertrophy-b', 'strength' as const),
      load_kg: fc.option(fc.integer({ min: 40, max: 200 })),
      reps: fc.integer({ min: 0, max: 20 }),
      pain: fc.option(fc.integer({ min: 0, max: 10 })),
      compliance: fc.option(fc.constantFrom(0.5, 1)),
    }),
    { maxLength: 30 },
  )
  .map((sets) => sets.toSorted((a, b) => a.startedAt_ms - b.startedAt_ms) as Partial<PastSet>[]);

const SET: SetSketch = {
  goal: 'hypertrophy-b',
  reps: reps(12),
  at: NOW,
  entered: { load: kilograms(100), pain: 0 },
};

function found(past: readonly Partial<PastSet>[], rule: string, over?: SetSketch['over']) {
  const { findings } = check(performed({ ...SET, past, over }));
  return findings.filter((finding) => finding.rule === rule);
}

describe('over any history', () => {
  test.prop([histories])('the sets of the session are counted', (past) => {
    const [count] = found(past, 'set-count');
    let before_ms = NOW_MS;
    let own = 1;
    for (const set of past.toReversed()) {
      if (before_ms - (set.startedAt_ms ?? NaN) >= 3 * HOUR_MS) break;
      before_ms = set.startedAt_ms ?? NaN;
      if (set.variation === 'hamstring' && set.goal === 'hypertrophy-b') own++;
    }
    expect(count.measured).toBe(own);
    expect(count.verdict).toBe(own > 5 ? 'out' : 'in');
    expect(found(past, 'set-count', 'session')[0].verdict).toBe(own > 5 || own < 3 ? 'out' : 'in');
  });

  test.prop([histories])(
    'the week has no more sessions than days and hours allow, and this one',
    (past) => {
      const [count] = found(past, 'weekly-frequency');
      const ofWeek = past.filter(
        ({ startedAt_ms, variation }) =>
          weekOf(startedAt_ms ?? NaN) === weekOf(NOW_MS) && variation !== 'quad',
      );
      expect(count.measured).toBeGreaterThanOrEqual(1);
      expect(count.measured).toBeLessThanOrEqual(ofWeek.length + 1);
      if (ofWeek.length === 0) expect(count.measured).toBe(1);
    },
  );

  test.prop([histories])('a load is held against what came before, and only then', (past) => {
    const jumps = found(past, 'load-jump');
    const known = past.filter(
      ({ load_kg, variation }) => load_kg !== null && variation === 'hamstring',
    );
    if (known.length === 0) expect(jumps).toEqual([]);
    for (const { measured, verdict } of jumps) {
      expect(verdict).toBe(measured > 0.1 ? 'out' : 'in');
      const heaviest_kg = 100 / (1 + measured);
      expect(known.some(({ load_kg }) => Math.abs((load_kg ?? NaN) - heaviest_kg) < 1e-6)).toBe(
        true,
      );
    }
  });

  test.prop([histories])('an estimated maximum never makes a load out', (past) => {
    for (const { verdict, detail } of found(past, 'load-share')) {
      expect(detail).toMatchObject({ kind: 'estimated' });
      expect(verdict).not.toBe('out');
    }
  });

  test.prop([histories])(
    'more is suggested only after sets that were kept, long enough and free of pain',
    (past) => {
      const last = past
        .filter(({ variation, goal }) => variation === 'hamstring' && goal === 'hypertrophy-b')
        .slice(-2);
      const isReady =
        last.length === 2 &&
        last.every(
          (set) =>
            set.compliance === 1 &&
            (set.reps ?? 0) >= 12 &&
            (set.pain ?? 0) === 0 &&
            (set.load_kg ?? 100) >= 100,
        );
      expect(found(past, 'progression-ready').length > 0).toBe(isReady);
    },
  );
});

describe('sessions', () => {
  const at = (...hours: number[]) => hours.map((hour) => ({ startedAt_ms: hour * HOUR_MS }));

  it('part where three hours or more lie between two sets', () => {
    expect(sessionsOf(at(0, 1, 3.9, 6.8, 9.8, 30)).map(({ length }) => length)).toEqual([4, 1, 1]);
    expect(sessionsOf([])).toEqual([]);
  });
});

describe('weeks', () => {
  it.each([
    ['2026-03-02T00:00', '2026-03-02T00:00'],
    ['2026-03-08T23:59', '2026-03-02T00:00'],
    ['2026-03-09T00:00', '2026-03-09T00:00'],
    // Across the turn of the year, and across a change of clocks in Europe.
    ['2026-01-01T12:00', '2025-12-29T00:00'],
    ['2026-03-29T12:00', '2026-03-23T00:00'],
  ])('%s belongs to the week of Monday, %s', (moment, monday) => {
    expect(weekOf(Date.parse(moment))).toBe(Date.parse(monday));
  });
});
