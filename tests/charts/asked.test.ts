import { describe, expect, it } from 'vitest';
import { depthDots } from '$lib/charts/depth-by-rep';
import { levelsOf } from '$lib/charts/position-marks';
import { verticalRange } from '$lib/charts/position-trace';
import { tempoBands } from '$lib/charts/tempo-bands';
import { fastestPress_mps, velocityDots } from '$lib/charts/velocity-by-rep';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { DEFAULT_TOLERANCES, depthAbout } from '$lib/guide/plan';
import { parseTempo } from '$lib/guide/tempo';

const { reps, track } = analyse(simulate({ seed: 3 }).recording);
const [first] = reps;
const nothing = { rep: null, pinned: null, marks: [] };
const depth = { ...depthAbout(0.4), stop_m: 0.7, softTop_m: 0.02 };

/** A rep whose phases last so long, s. */
const lasting = (lower: number, bottom: number, press: number) => ({
  ...first,
  lower: first.lower && { ...first.lower, duration_s: lower },
  bottom: { duration_s: bottom, durationSd_s: 0.01 },
  press: { ...first.press, duration_s: press },
});

describe('the bands of the tempo', () => {
  const tolerances = DEFAULT_TOLERANCES;

  it('stand where each phase begins, with the tolerance around them', () => {
    const tempo = parseTempo('3–4 / 0.5–1 / 1–2 / –');
    const [lower, bottom, press] = tempoBands([lasting(3.5, 0.6, 1.5)], { tempo, tolerances });
    expect(lower).toMatchObject({ phase: 'lower', asked: [3, 4], allowed: [2.75, 4.25] });
    expect(bottom.asked).toEqual([4, 4.5]);
    expect(press.asked?.[0]).toBeCloseTo(5.1);
    expect(press.allowed[1]).toBeCloseTo(6.35);
  });

  it('of an explosive press is the limit alone; of a free phase there is none', () => {
    const tempo = parseTempo('3-1-X-0');
    const bands = tempoBands([lasting(3, 1, 0.8)], { tempo, tolerances });
    expect(bands.find(({ phase }) => phase === 'press')).toMatchObject({
      asked: null,
      allowed: [4, 4 + tolerances.explosivePress_s],
    });
    const free = tempoBands([first], { tempo: parseTempo('– / – / – / –'), tolerances });
    expect(free).toEqual([]);
  });

  it('are none where nothing was asked, and never reach below a phase’s start', () => {
    expect(tempoBands(reps, null)).toEqual([]);
    const [, bottom] = tempoBands([lasting(3, 0, 1)], { tempo: parseTempo('3-0-1-0'), tolerances });
    expect(bottom.allowed[0]).toBe(3);
  });
});

describe('the depth that was asked', () => {
  it('lies on the trace from the soft top down to the safe stop', () => {
    const heights = levelsOf(depth).map(({ kind }) => kind);
    expect(heights).toEqual(['softTop', 'floor', 'target', 'ceiling', 'stop']);
    expect(levelsOf(depthAbout(0.4)).map(({ kind }) => kind)).not.toContain('stop');
    expect(levelsOf(null)).toEqual([]);
  });

  it('is always within the scales', () => {
    expect(verticalRange(track, depth).low).toBeLessThanOrEqual(-70);
    expect(depthDots({ ...nothing, reps, depth }).range.high).toBeGreaterThanOrEqual(70);
  });

  it('takes the place of the mean', () => {
    const asked = depthDots({ ...nothing, reps, depth });
    expect(asked.lines.map(({ kind }) => kind)).toEqual(['target', 'limit']);
    expect(asked.band?.from).toBeCloseTo(36);
    expect(depthDots({ ...nothing, reps, depth: null }).lines).toMatchObject([{ kind: 'own' }]);
  });

  it('marks the rep that the guide marks', () => {
    const marks = [{ rep: 2, part: 'depth', kind: 'under' } as const];
    const dots = depthDots({ ...nothing, reps, marks, depth });
    expect(dots.values.map(({ mark }) => mark).indexOf('under')).toBe(1);
  });
});

describe('press velocities', () => {
  const pressing = (mean_mps: number, meanSd_mps = 0.01) => ({
    ...first,
    press: { ...first.press, mean_mps, meanSd_mps },
  });

  it('are held against the fastest of the full reps', () => {
    const partial = { ...pressing(2), kind: 'partial' as const };
    expect(fastestPress_mps([pressing(0.5), partial])).toBe(0.5);
  });

  it('are marked where more of it is lost than is allowed, or it cannot be told', () => {
    const view = {
      ...nothing,
      allowedLoss: 0.2,
      reps: [0.5, 0.45, 0.4, 0.3].map((v) => pressing(v)),
    };
    const marks = velocityDots(view).values.map(({ mark }) => mark);
    expect(marks).toEqual([null, null, 'borderline', 'under']);
  });
});
