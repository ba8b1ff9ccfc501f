import { describe, expect, it } from 'vitest';
import type { Stroke } from '$lib/core/sled/report';
import {
  firstStroke_s,
  isPaused,
  pausedAt,
  resumedAt,
  setTime_s,
  startedOverAt,
} from '$lib/live/pauses';

const strokesAt = (...starts_s: number[]) => ({
  strokes: starts_s.map((start_s): Stroke => ({
    direction: 'lower',
    start_s,
    end_s: start_s + 2,
    travel_m: 0.4,
    rep: null,
  })),
});

describe('a pause', () => {
  it('reaches from its start to its end, and to a far but finite time until then', () => {
    const paused = pausedAt([], 10);
    expect(isPaused(paused, 10)).toBe(true);
    expect(isPaused(paused, 3600)).toBe(true);
    expect(JSON.parse(JSON.stringify(paused))).toEqual(paused);
    expect(resumedAt(paused, 25)).toEqual([{ start_s: 10, end_s: 25, reason: 'removed' }]);
    expect(isPaused(resumedAt(paused, 25), 25)).toBe(false);
  });

  it('is one, however often it is asked for', () => {
    const paused = pausedAt([], 10);
    expect(pausedAt(paused, 12)).toBe(paused);
    expect(resumedAt([], 12)).toEqual([]);
  });

  it('leaves nothing behind when it took no time', () => {
    expect(resumedAt(pausedAt([], 10), 10)).toEqual([]);
  });

  it('leaves earlier ones as they were', () => {
    const first = resumedAt(pausedAt([], 10), 12);
    expect(resumedAt(pausedAt(first, 20), 23)).toEqual([
      ...first,
      { start_s: 20, end_s: 23, reason: 'removed' },
    ]);
  });
});

describe('the time of a set', () => {
  it('runs from its first stroke', () => {
    expect(firstStroke_s(strokesAt(4, 9), [])).toBe(4);
    expect(setTime_s(4, [], 10)).toBe(6);
    expect(setTime_s(null, [], 10)).toBe(0);
  });

  it('stands still in a pause, also in one under way', () => {
    const once = resumedAt(pausedAt([], 6), 9);
    expect(setTime_s(4, once, 10)).toBe(3);
    expect(setTime_s(4, pausedAt(once, 12), 20)).toBe(5);
  });

  it('begins anew with the first stroke after the set was started over', () => {
    const over = startedOverAt(0, 12);
    expect(firstStroke_s(strokesAt(4, 9), over)).toBeNull();
    expect(firstStroke_s(strokesAt(4, 9, 15), over)).toBe(15);
    expect(setTime_s(15, over, 18)).toBe(3);
  });
});
