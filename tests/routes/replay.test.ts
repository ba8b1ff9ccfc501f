import { describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { planFor } from '$lib/guide/plan';
import { replayedAt, repStartFrom } from '../../src/routes/(athlete)/sets/replay';

const report = analyse(simulate({ seed: 3 }).recording);
const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');
const [first] = report.reps;
const { lower, press } = first;
if (!lower) throw new Error('The first rep has no lower.');

describe('a set played again', () => {
  it('goes through the phases of a rep', () => {
    const phaseAt = (t_s: number) => replayedAt(report, null, t_s).phase;
    expect(phaseAt(lower.start_s - 0.01)).toBeNull();
    expect(phaseAt(lower.start_s + 0.01)).toBe('lower');
    expect(phaseAt((lower.end_s + press.start_s) / 2)).toBe('bottom');
    expect(phaseAt(press.start_s + 0.01)).toBe('press');
    expect(phaseAt(press.end_s + 0.01)).toBe('top');
    expect(replayedAt(report, null, press.end_s + 0.01).rep?.index).toBe(1);
    expect(replayedAt(report, null, press.start_s + 0.5).elapsed_s).toBeCloseTo(0.5, 9);
  });

  it('is where the sled was', () => {
    const top = replayedAt(report, null, lower.start_s).position_m ?? NaN;
    const bottom = replayedAt(report, null, (lower.end_s + press.start_s) / 2).position_m ?? NaN;
    expect(top - bottom).toBeCloseTo(first.depth_m, 2);
  });

  it('has the pacer go to the depth of the rep in the time that was asked', () => {
    const top = replayedAt(report, plan, lower.start_s).position_m ?? NaN;
    const pacerAt = (after_s: number) => replayedAt(report, plan, lower.start_s + after_s).pacer_m;
    expect(pacerAt(0)).toBeCloseTo(top, 6);
    expect(pacerAt(1.75)).toBeCloseTo(top - first.depth_m / 2, 6);
    expect(pacerAt(3.6)).toBeCloseTo(top - first.depth_m, 6);
    expect(replayedAt(report, null, lower.start_s + 1).pacer_m).toBeNull();
  });

  it('is gone through from rep to rep', () => {
    const { reps } = report;
    const starts_s = reps.map((rep) => rep.lower?.start_s ?? rep.press.start_s);
    expect(repStartFrom(reps, 0, 1)).toBe(starts_s[0]);
    expect(repStartFrom(reps, starts_s[0], 1)).toBe(starts_s[1]);
    // Amid a rep, back is to its own beginning, and from there to the one before.
    expect(repStartFrom(reps, starts_s[1] + 1, -1)).toBe(starts_s[1]);
    expect(repStartFrom(reps, starts_s[1], -1)).toBe(starts_s[0]);
    expect(repStartFrom(reps, starts_s[0], -1)).toBeNull();
    expect(repStartFrom(reps, Infinity, 1)).toBeNull();
  });
});
