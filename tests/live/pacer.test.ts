import { describe, expect, it } from 'vitest';
import { parseTempo } from '$lib/guide/tempo';
import { beatsOf, scheduleOf } from '$lib/live/metronome';
import { pacerShare } from '$lib/live/pacer';

describe('the pacer', () => {
  const tempo = parseTempo('3–5 / 1 / 2 / 0');

  it.each([
    [0, 0],
    [1, 0.25],
    [4, 1],
    [4.9, 1],
    [6, 0.5],
    [7, 0],
    [20, 0],
  ])('%d s after the start of the lower is at %d of the depth', (since_s, share) => {
    expect(pacerShare(tempo, since_s)).toBeCloseTo(share);
  });

  it('is not there in a phase that no time is asked of, nor after it', () => {
    expect(pacerShare(parseTempo('– / 1 / 2 / 0'), 1)).toBeNull();
    const free = parseTempo('4 / – / 2 / 0');
    expect([1, 4.1, 6].map((since_s) => pacerShare(free, since_s))).toEqual([0.25, null, null]);
    const explosive = parseTempo('4 / 1 / X / 0');
    expect([4.5, 5.1].map((since_s) => pacerShare(explosive, since_s))).toEqual([1, null]);
  });

  it('turns at once where no hold is asked', () => {
    expect(pacerShare(parseTempo('4-0-2-0'), 5)).toBeCloseTo(0.5);
  });
});

describe('the metronome', () => {
  const written = (text: string) =>
    beatsOf(parseTempo(text)).map(({ at_s, isAccent }) => `${at_s}${isAccent ? '!' : ''}`);

  it('ticks each second, with an accent where a phase ends', () => {
    expect(written('3-1-2-0')).toEqual(['1', '2', '3!', '4!', '5', '6!']);
    expect(written('3–4 / 0.5–1 / 1–2 / –')).toEqual([
      '1',
      '2',
      '3',
      '3.5!',
      '4.25!',
      '5.25',
      '5.75!',
    ]);
  });

  it('ticks nothing right before an accent, and no hold that is none', () => {
    expect(written('3.2 / 0 / 2 / 0')).toEqual(['1', '2', '3.2!', '4.2', '5.2!']);
  });

  it('falls silent at the first phase that no time is asked of', () => {
    expect(written('– / 1 / 2 / 0')).toEqual([]);
    expect(written('2 / – / 2 / 0')).toEqual(['1', '2!']);
    expect(written('2 / 1 / X / 0')).toEqual(['1', '2!', '3!']);
  });

  it('is laid on a clock by what of the rep has passed', () => {
    const beats = beatsOf(parseTempo('3-1-X-0'));
    const scheduled = scheduleOf(beats, { elapsed_s: 1.4, now_s: 100, speed: 1 });
    expect(scheduled.map(({ at_s }) => at_s)).toEqual([100.6, 101.6, 102.6]);
    const fast = scheduleOf(beats, { elapsed_s: 0.4, now_s: 100, speed: 2 });
    expect(fast.map(({ at_s }) => at_s)).toEqual([100.3, 100.8, 101.3, 101.8]);
  });
});
