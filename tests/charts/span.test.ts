import { describe, expect, it } from 'vitest';
import {
  holding,
  isWhole,
  lengthOf,
  panned,
  SHORTEST_s,
  turned,
  zoomed,
  type Span,
} from '$lib/charts/span';

const whole: Span = { start_s: 10, end_s: 70 };
const seen: Span = { start_s: 20, end_s: 40 };

describe('zooming', () => {
  it('keeps the moment under the pointer where it was', () => {
    const near = zoomed(seen, whole, 2, 25);
    expect(lengthOf(near)).toBeCloseTo(10);
    // A quarter of the way along, before and after.
    expect((25 - near.start_s) / lengthOf(near)).toBeCloseTo(0.25);
  });

  it('out and in again comes back', () => {
    const { start_s, end_s } = zoomed(zoomed(seen, whole, 2, 30), whole, 0.5, 30);
    expect(start_s).toBeCloseTo(seen.start_s);
    expect(end_s).toBeCloseTo(seen.end_s);
  });

  it('shows no more than there is, and no less than half a second', () => {
    expect(zoomed(seen, whole, 0.01, 30)).toEqual(whole);
    expect(lengthOf(zoomed(seen, whole, 1e6, 30))).toBeCloseTo(SHORTEST_s);
    const short: Span = { start_s: 0, end_s: 0.2 };
    expect(zoomed(short, short, 10, 0.1)).toEqual(short);
  });

  it('at the edge stays within the set', () => {
    const { start_s, end_s } = zoomed({ start_s: 10, end_s: 20 }, whole, 0.5, 20);
    expect([start_s, end_s]).toEqual([10, 30]);
  });
});

describe('moving', () => {
  it('keeps the length and stops at the ends', () => {
    expect(panned(seen, whole, 5)).toEqual({ start_s: 25, end_s: 45 });
    expect(panned(seen, whole, -100)).toEqual({ start_s: 10, end_s: 30 });
    expect(panned(seen, whole, 100)).toEqual({ start_s: 50, end_s: 70 });
  });

  it('goes no further than it takes to hold a rep', () => {
    expect(holding(seen, whole, { start_s: 25, end_s: 30 })).toEqual(seen);
    expect(holding(seen, whole, { start_s: 42, end_s: 48 })).toEqual({ start_s: 29, end_s: 49 });
    expect(holding(seen, whole, { start_s: 12, end_s: 18 })).toEqual({ start_s: 11, end_s: 31 });
  });

  it('shows a rep that is longer than what is seen, whole', () => {
    const long = holding({ start_s: 20, end_s: 22 }, whole, { start_s: 30, end_s: 36 });
    expect(long.start_s).toBeLessThan(30);
    expect(long.end_s).toBeGreaterThan(36);
  });
});

it('turns a page for a moment outside, and only then', () => {
  expect(turned(seen, whole, 40)).toEqual(seen);
  expect(turned(seen, whole, 40.5)).toEqual({ start_s: 39.5, end_s: 59.5 });
  expect(turned(seen, whole, 12)).toEqual({ start_s: 11, end_s: 31 });
  // There is nothing after the end.
  expect(turned(seen, whole, 69)).toEqual({ start_s: 50, end_s: 70 });
});

it('knows when everything is seen', () => {
  expect(isWhole(whole, whole)).toBe(true);
  expect(isWhole(seen, whole)).toBe(false);
});
