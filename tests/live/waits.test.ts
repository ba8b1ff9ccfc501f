import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent } from '$lib/live/events';
import { Herald } from '$lib/live/herald';
import { restAfter_s } from '$lib/live/rest';
import { stageOf, type Standing } from '$lib/live/stage';
import { NO_PHASE } from '$lib/live/phase';
import { Waits } from '$lib/live/waits.svelte';
import { planFor } from '$lib/guide/plan';

let waits: Waits;
let told: LiveEvent[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const herald = new Herald();
  told = [];
  herald.hear((event) => told.push(event));
  waits = new Waits(herald);
});
afterEach(() => vi.useRealTimers());

const kinds = () => told.map((event) => (event.kind === 'countdown' ? event.left_s : event.kind));

describe('the start delay', () => {
  it('tells each second once and beeps at its end', () => {
    waits.beginDelay(3, () => false);
    expect(waits.delay.left_s).toBe(3);
    vi.advanceTimersByTime(2500);
    expect(kinds()).toEqual([3, 2, 1]);
    vi.advanceTimersByTime(1000);
    expect(kinds()).toEqual([3, 2, 1, 'go']);
    expect(waits.delay.left_s).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is over without a beep once the person lifts', () => {
    let begun = false;
    waits.beginDelay(10, () => begun);
    vi.advanceTimersByTime(1500);
    begun = true;
    vi.advanceTimersByTime(10_000);
    expect(kinds()).toEqual([10, 9]);
    expect(waits.delay.left_s).toBeNull();
  });

  it('is none where none is wanted', () => {
    waits.beginDelay(0, () => false);
    expect(waits.delay.left_s).toBeNull();
    expect(told).toEqual([]);
  });

  it('tells the right second though a timer came late', () => {
    waits.beginDelay(10, () => false);
    vi.setSystemTime(0);
    const now = vi.spyOn(performance, 'now');
    now.mockReturnValue(performance.now() + 4300);
    vi.advanceTimersToNextTimer();
    now.mockRestore();
    expect(kinds()).toEqual([10, 6]);
    waits.stop();
  });
});

describe('the rest', () => {
  it('runs down, says once that it is over, and counts on', () => {
    waits.beginRest(2);
    vi.advanceTimersByTime(4500);
    expect(kinds()).toEqual([2, 1, 'rest-over']);
    expect(waits.rest.left_s).toBe(-2);
    waits.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('only counts on where nothing is asked of it', () => {
    waits.beginRest(null);
    vi.advanceTimersByTime(3500);
    expect(told).toEqual([]);
    expect(waits.rest.left_s).toBe(-3);
    waits.stop();
  });

  it('is the person’s own, else the least that the plan asks', () => {
    const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');
    const rested = { ...plan, targets: { ...plan.targets, rest: band(60, 90) } };
    expect(restAfter_s(rested, { rest_s: null })).toBe(60);
    expect(restAfter_s(rested, { rest_s: 150 })).toBe(150);
    expect(restAfter_s(null, { rest_s: null })).toBeNull();
    expect(restAfter_s(null, { rest_s: 45 })).toBe(45);
  });
});

const band = (low_s: number, high_s: number) => ({ kind: 'band' as const, low_s, high_s });

describe('where a set stands', () => {
  const waiting: Standing = {
    isUnderWay: true,
    isPaused: false,
    isDelayed: false,
    firstStroke_s: null,
    phase: NO_PHASE,
  };

  it.each<[string, Partial<Standing>]>([
    ['none', { isUnderWay: false, isPaused: true }],
    ['armed', {}],
    ['delay', { isDelayed: true }],
    ['lifting', { firstStroke_s: 3 }],
    // Motion wins over the delay, and is seen before the stroke is done.
    ['lifting', { isDelayed: true, phase: { ...NO_PHASE, name: 'lower' } }],
    ['paused', { isPaused: true, firstStroke_s: 3 }],
    // Started over: the last stroke left the sled at the top.
    ['armed', { phase: { ...NO_PHASE, name: 'top' } }],
  ])('is %s with %o', (stage, change) => {
    expect(stageOf({ ...waiting, ...change })).toBe(stage);
  });
});
