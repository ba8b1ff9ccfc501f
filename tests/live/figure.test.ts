import { describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { depthAbout, planFor, withTarget, type Plan } from '$lib/guide/plan';
import { parseTempo } from '$lib/guide/tempo';
import { figureOf, scaleEnd, type Readable } from '$lib/live/figure';
import { NO_PHASE, type CurrentPhase } from '$lib/live/phase';

const base = planFor('hamstring', 'sled-45', 'hypertrophy-b');
const tempo = parseTempo('3–4 / 0.5–1 / X / –');
const plan: Plan = {
  ...withTarget(base, 'depth', depthAbout(0.4), 'athlete'),
  targets: {
    ...base.targets,
    ...tempo,
    reps: { low: 8, high: 12 },
    depth: depthAbout(0.4),
  },
};
const { reps, strokes } = analyse(simulate({ seed: 3, set: { reps: 3 } }).recording);

function phase(name: CurrentPhase['name'], change: Partial<CurrentPhase> = {}): CurrentPhase {
  return { ...NO_PHASE, name, elapsed_s: 1.5, ...change };
}
const after = (current: CurrentPhase): Readable => ({ phase: current, strokes, reps, plan });
const last = reps[reps.length - 1];

describe('the big figure', () => {
  it('is the lower under way, then that of the same rep', () => {
    const begun = strokes.slice(0, 1);
    expect(figureOf('lower', after(phase('lower'))).value).toBe(1.5);
    const held = figureOf('lower', { phase: phase('bottom'), strokes: begun, reps: [], plan });
    expect(held.value).toBeCloseTo(begun[0].end_s - begun[0].start_s);
    // In the second rep's hold, the first is no more what counts.
    const second = { phase: phase('bottom'), strokes: strokes.slice(0, 3), reps: reps.slice(0, 1) };
    expect(figureOf('lower', { ...second, plan }).value).toBeCloseTo(
      strokes[2].end_s - strokes[2].start_s,
    );
    expect(figureOf('lower', after(phase('top'))).value).toBe(last.lower?.duration_s);
    expect(figureOf('lower', after(phase('ready'))).value).toBe(0);
  });

  it('has the band of what it is of, with room beyond', () => {
    expect(figureOf('lower', after(phase('top')))).toMatchObject({
      unit: 's',
      of: 'lower',
      target: { kind: 'band', low: 3, high: 4 },
      scale: 5,
    });
    expect(figureOf('phase', after(phase('bottom')))).toMatchObject({
      of: 'bottom',
      target: { kind: 'band', low: 0.5, high: 1 },
    });
    expect(figureOf('phase', after(phase('press')))).toMatchObject({
      target: { kind: 'explosive' },
      scale: null,
    });
    expect(figureOf('phase', after(phase('top')))).toMatchObject({
      target: { kind: 'none' },
      scale: null,
    });
    expect(figureOf('lower', { ...after(phase('top')), plan: null }).scale).toBeNull();
  });

  it('shows depth in the person’s unit, that of the last rep at the top', () => {
    const under = phase('lower', { depth: { depth_m: 0.21, depthSd_m: 0.01 } });
    const { value, target, scale } = figureOf('depth', after(under));
    expect([value, scale]).toEqual([21, 60]);
    if (target.kind !== 'band') throw new Error('A depth was asked.');
    expect(target.low).toBeCloseTo(36);
    expect(target.high).toBeCloseTo(42);
    expect(figureOf('depth', after(phase('top'))).value).toBeCloseTo(last.depth_m * 100);
    const nothing = { phase: phase('ready'), strokes: [], reps: [], plan: null };
    expect(figureOf('depth', nothing).value).toBeNull();
  });

  it('shows the press as it goes, then its mean, beside the fastest of a set of maximal ones', () => {
    const pressing = phase('press', { speed: { speed_mps: 0.31, speedSd_mps: 0.01 } });
    expect(figureOf('press', after(pressing)).value).toBe(0.31);
    const done = figureOf('press', after(phase('top')));
    expect(done.value).toBe(last.press.mean_mps);
    const fastest = Math.max(...reps.map(({ press }) => press.mean_mps));
    expect(done.target).toEqual({ kind: 'band', low: fastest * 0.8, high: fastest });
    const paced = { ...plan, targets: { ...plan.targets, press: tempo.lower } };
    expect(figureOf('press', { ...after(phase('top')), plan: paced }).target.kind).toBe('none');
  });

  it('counts full reps only', () => {
    const partial = [reps[0], { ...reps[1], kind: 'partial' as const }, reps[2]];
    expect(figureOf('reps', { ...after(phase('top')), reps: partial })).toMatchObject({
      value: 2,
      target: { kind: 'band', low: 8, high: 12 },
      scale: 15,
    });
  });
});

describe('the end of the bar', () => {
  it.each([
    [4, 5],
    [1, 1.5],
    [0.5, 0.6],
    [42, 60],
    [12, 15],
    [0, 1],
  ])('for a band up to %d is %d', (high, end) => {
    expect(scaleEnd(high)).toBeCloseTo(end);
  });
});
