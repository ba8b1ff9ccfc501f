import { describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import {
  momentOf,
  originOf,
  placeWords,
  repAt,
  stretchOf,
} from '../../src/routes/(athlete)/comments/place';

const { recording } = simulate({ seed: 3 });
const report = analyse(recording);
const third = report.reps[2];

describe('a comment on a rep', () => {
  const at_s = momentOf(third);

  it('is found again by its time, though the reps before it count no longer', () => {
    const [first] = report.reps;
    const stretch = { start_s: (first.lower ?? first.press).start_s, end_s: first.press.end_s };
    const excluded = [{ ...stretch, reason: 'removed' as const }];
    const fewer = analyse(recording, { ...DEFAULT_SETUP, excluded });
    expect(repAt(report, at_s)?.index).toBe(3);
    expect(repAt(fewer, at_s)?.index).toBe(2);
    expect(repAt(fewer, at_s)?.press.start_s).toBe(third.press.start_s);
  });

  it('is told by its number, a phase by its name too', () => {
    expect(placeWords(report, { kind: 'rep', at_s })).toBe('Rep 3');
    expect(placeWords(report, { kind: 'phase', at_s, phase: 'bottom' })).toBe('Rep 3, hold');
  });

  it('is told by its time where there is no rep any more', () => {
    const text = placeWords({ ...report, reps: [] }, { kind: 'rep', at_s });
    expect(text).toBe(`At ${(at_s - originOf(report)).toFixed(1)} s`);
    expect(stretchOf({ ...report, reps: [] }, { kind: 'rep', at_s })).toBeNull();
  });

  it('spans the rep or its phase', () => {
    expect(stretchOf(report, { kind: 'phase', at_s, phase: 'press' })).toMatchObject({
      start_s: third.press.start_s,
      end_s: third.press.end_s,
    });
    expect(stretchOf(report, { kind: 'phase', at_s, phase: 'bottom' })).toEqual({
      start_s: third.lower?.end_s,
      end_s: third.press.start_s,
    });
  });
});

it('tells a stretch by the times that the trace counts', () => {
  const origin_s = originOf(report);
  const about = { kind: 'span', start_s: origin_s + 2, end_s: origin_s + 4.25 } as const;
  expect(placeWords(report, about)).toBe('2.0–4.3 s');
  expect(stretchOf(report, about)).toEqual({ start_s: about.start_s, end_s: about.end_s });
  expect(stretchOf(report, { kind: 'set' })).toBeNull();
});
