import { describe, expect, it } from 'vitest';
import { driftOf } from '../../../../src/lib/core/sled/measures/drift';
import type { Rep } from '../../../../src/lib/core/sled/report';
import { guideTempoPlan } from '../../../../src/lib/core/simulate/plan';
import { expectHonest, ridden, type Deviation } from './ridden';

const [{ rep }] = ridden(1, { reps: 1 }).reps;

/** Reps of the given depths, known to so much. */
const reps = (depths_m: number[], depthSd_m = 0.005): Rep[] =>
  depths_m.map((depth_m, i) => ({ ...rep, index: i + 1, depth_m, depthSd_m }));

describe('drift', () => {
  it('is the slope of a straight line', () => {
    const { depth } = driftOf(reps([0.4, 0.39, 0.38, 0.37, 0.36]));
    expect(depth?.perRep_m).toBeCloseTo(-0.01, 9);
    expect(depth?.perRepSd_m).toBeGreaterThan(0.001);
    expect(depth?.perRepSd_m).toBeLessThan(0.01);
  });

  it('is surer in a longer set, and less sure of a restless person', () => {
    const sd_m = (depths_m: number[]) => driftOf(reps(depths_m)).depth?.perRepSd_m ?? NaN;
    const even = [0.4, 0.4, 0.4, 0.4];
    expect(sd_m([...even, ...even])).toBeLessThan(0.5 * sd_m(even));
    expect(sd_m([0.45, 0.35, 0.45, 0.35])).toBeGreaterThan(1.5 * sd_m(even));
  });

  it('counts what is well known more', () => {
    const known = reps([0.4, 0.4, 0.4, 0.4, 0.3]);
    const doubted = known.map((each, i) => (i === 4 ? { ...each, depthSd_m: 0.2 } : each));
    expect(driftOf(known).depth?.perRep_m).toBeLessThan(-0.015);
    expect(driftOf(doubted).depth?.perRep_m).toBeGreaterThan(-0.005);
  });

  it('is not told below three reps, and of the lower not where there is none', () => {
    expect(driftOf(reps([0.4, 0.3]))).toEqual({ depth: null, lower: null, press: null });
    const pressed = reps([0.4, 0.4, 0.4]).map((each) => ({ ...each, lower: null }));
    expect(driftOf(pressed).lower).toBeNull();
    expect(driftOf(pressed).press?.perRep_s).toBeCloseTo(0, 9);
  });

  it('has honest standard deviations about the person’s own trend', () => {
    const deviations = { depth: [], lower: [], press: [] } as Record<string, Deviation[]>;
    for (let seed = 1; seed <= 40; seed++) {
      const plan = { ...guideTempoPlan(seed), reps: 4 + (seed % 6), lower_s: 2, restAfter_s: 2 };
      const { drift } = ridden(seed, plan).report.set;
      const last = plan.reps - 1;
      deviations.depth.push({
        error: (drift.depth?.perRep_m ?? NaN) - (plan.depth_m * plan.depthTrend) / last,
        sd: drift.depth?.perRepSd_m ?? NaN,
      });
      deviations.lower.push({
        error: drift.lower?.perRep_s ?? NaN,
        sd: drift.lower?.perRepSd_s ?? NaN,
      });
      deviations.press.push({
        error: (drift.press?.perRep_s ?? NaN) - (plan.press_s * plan.fatigue) / last,
        sd: drift.press?.perRepSd_s ?? NaN,
      });
    }
    for (const each of Object.values(deviations)) expectHonest(each, 40);
  });
});
