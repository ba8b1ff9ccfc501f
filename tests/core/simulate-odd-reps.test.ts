import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '../../src/lib/core/gravity';
import { simulate } from '../../src/lib/core/simulate';
import type { OddRep, SetPlan } from '../../src/lib/core/simulate/plan';

const EVEN: Partial<SetPlan> = {
  reps: 4,
  incline_deg: 45,
  depth_m: 0.4,
  depthVariation: 0,
  depthTrend: 0,
  lower_s: 3,
  bottom_s: 0.7,
  press_s: 1.2,
  top_s: 0.7,
  tempoVariation: 0,
  fatigue: 0,
  lowerShapes: ['minimum-jerk'],
  pressShapes: ['minimum-jerk'],
  ripple: 0,
  sticking: 0,
  knocks: 0,
  topVariation_m: 0,
  sway_m: 0,
  tremor_m: 0,
};

function repsOf(set: Partial<SetPlan>) {
  return simulate({ seed: 3, set: { ...EVEN, ...set } }).truth.reps;
}

/** The four reps, the second of which is odd. */
const withOdd = (odd: Omit<OddRep, 'rep'>) => repsOf({ oddReps: [{ rep: 2, ...odd }] });

describe('an odd rep', () => {
  it('takes its own times and depth, and leaves the others theirs', () => {
    const [first, odd, third] = withOdd({ lower_s: 2, bottom_s: 1.5, press_s: 2, depth_m: 0.3 });
    expect(odd.lower?.duration_s).toBeCloseTo(2, 1);
    expect(odd.bottom?.duration_s).toBeCloseTo(1.5, 0);
    expect(odd.press.duration_s).toBeCloseTo(2, 1);
    expect(odd.depth_m).toBeCloseTo(0.3, 2);
    for (const { lower, press, depth_m } of [first, third]) {
      expect(lower?.duration_s).toBeCloseTo(3, 1);
      expect(press.duration_s).toBeCloseTo(1.2, 1);
      expect(depth_m).toBeCloseTo(0.4, 2);
    }
  });

  it('may fall most of the way and be eased down', () => {
    const [even, falling] = withOdd({ lowerShapes: ['falling'] });
    expect(even.lowering?.peakRatio).toBeLessThan(2);
    expect(falling.lowering?.peakRatio).toBeGreaterThan(4);
    expect(falling.lower?.duration_s).toBeCloseTo(3, 1);
  });

  it('may be thrown: gravity alone brakes it', () => {
    const pull_mps2 = GRAVITY_MPS2 * Math.SQRT1_2;
    const [pressed, thrown] = withOdd({ throws: true, press_s: 0.8 });
    expect(pressed.stop.braking_mps2).toBeLessThan(0.4 * pull_mps2);
    expect(thrown.stop.braking_mps2).toBeGreaterThan(0.7 * pull_mps2);
    expect(thrown.stop.braking_mps2).toBeLessThan(1.1 * pull_mps2);
    expect(thrown.slammed).toBe(false);
  });

  it('may bounce, and slam', () => {
    const [, odd, third] = withOdd({ bounces: 1, slams: 1 });
    expect(odd).toMatchObject({ bounced: true, slammed: true });
    expect(third).toMatchObject({ bounced: false, slammed: false });
  });

  it('may end above the top; the next begins there', () => {
    const [first, odd, third] = withOdd({ top_m: 0.08 });
    const travel_m = ({ press }: typeof odd) => press.mean_mps * press.duration_s;
    expect(travel_m(odd) - travel_m(first)).toBeCloseTo(0.08, 2);
    expect(third.depth_m - first.depth_m).toBeCloseTo(0.08, 2);
  });

  it('may wander in its hold, and go on from where it stopped', () => {
    const { truth } = simulate({
      seed: 3,
      set: { ...EVEN, oddReps: [{ rep: 2, bottom_s: 10, wanders_m: 0.05 }] },
    });
    const { lower, press, depth_m } = truth.reps[1];
    const { t_s, position_m } = truth.track;
    const held = position_m.filter(
      (_, i) => t_s[i] > (lower?.end_s ?? NaN) + 0.5 && t_s[i] < press.start_s - 0.5,
    );
    expect(Math.max(...held) - Math.min(...held)).toBeCloseTo(0.05, 2);
    expect(depth_m).toBeCloseTo(0.4, 2);
  });
});

it('lowers ever faster where that is planned', () => {
  const reps = repsOf({ lowerTrend: -0.3 });
  const durations_s = reps.map(({ lower }) => lower?.duration_s ?? NaN);
  expect(durations_s[0]).toBeCloseTo(3, 1);
  expect(durations_s[3]).toBeCloseTo(2.1, 1);
});
