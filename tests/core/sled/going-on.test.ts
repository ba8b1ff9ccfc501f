import { describe, expect, it } from 'vitest';
import type { Motion } from '../../../src/lib/core/signal/smoother';
import { mayGoOnFor_s } from '../../../src/lib/core/sled/going-on';
import type { StrokeSpan } from '../../../src/lib/core/sled/segment';

const USUAL_M = 0.4;
const END = 100;

/** A press of so much travel that ended at a place, and where the sled went in the second after. */
function pressed(travel_m: number, end_m: number, { then_m = end_m, sd_m = 0.01 } = {}) {
  const edges = 2 * END;
  const column = (value: (k: number) => number) => Float64Array.from({ length: edges }, (_, k) => value(k)); // prettier-ignore
  const motion: Motion = {
    length: edges,
    position_m: column((k) => (k <= END ? end_m : end_m + ((k - END) / END) * (then_m - end_m))),
    velocity_mps: column(() => 0),
    bias_mps2: column(() => 0),
    positionSd_m: column(() => sd_m),
    velocitySd_mps: column(() => 0),
    travelSd_m: () => 0,
    velocityCovariance_m2ps2: () => 0,
  };
  const at = (edge: number) => ({ edge, sd_s: 0, lean: 1 as const });
  const press: StrokeSpan = { direction: 'press', start: at(0), end: at(END), travel_m };
  return (refused = 0, lower: StrokeSpan | null = null) =>
    mayGoOnFor_s(press, motion, { lower, usual_m: USUAL_M, refused });
}

describe('a press that has ended', () => {
  it('at the top is over', () => {
    expect(pressed(0.4, 0)()).toBe(0);
    expect(pressed(0.38, -0.03)(0.01)).toBe(0);
  });

  it('well below the top may go on, or be tried again if it was short', () => {
    expect(pressed(0.3, -0.1)()).toBe(5);
    expect(pressed(0.2, -0.2)()).toBe(9);
  });

  it('perhaps below the top may go on, but not for long', () => {
    expect(pressed(0.4, 0)(0.1)).toBe(2);
  });

  it('is over when the sled is lowered, unless it failed', () => {
    expect(pressed(0.4, 0, { then_m: -0.1 })(0.1)).toBe(0);
    expect(pressed(0.3, -0.1, { then_m: -0.2 })()).toBe(0);
    expect(pressed(0.2, -0.2, { then_m: -0.3 })()).toBe(9);
  });

  it('that stays far below where its lower began may go on, whatever is taken for the top', () => {
    const lower: StrokeSpan = {
      direction: 'lower',
      start: { edge: 2 * END - 1, sd_s: 0, lean: 1 },
      end: { edge: 2 * END - 1, sd_s: 0, lean: 1 },
      travel_m: 0.4,
    };
    // What comes after stands in for where the lower began.
    expect(pressed(0.2, 0, { then_m: 0.2 })(0, lower)).toBe(5);
    expect(pressed(0.38, 0, { then_m: 0.02 })(0, lower)).toBe(0);
  });

  it('is over where nobody knows where the sled is', () => {
    expect(pressed(0.2, -0.2, { sd_m: 0.25 })(0.5)).toBe(0);
  });

  it('is not over because its place is known badly', () => {
    expect(pressed(0.2, -0.2, { sd_m: 0.12 })()).toBe(9);
  });
});
