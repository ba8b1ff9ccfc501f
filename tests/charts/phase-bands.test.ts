import { chosen } from '../locale/chosen';
import { describe, expect, it } from 'vitest';
import { depthRange } from '$lib/charts/depth-by-rep';
import { phaseBands, repSpan } from '$lib/charts/phase-bands';
import { verticalRange } from '$lib/charts/position-trace';
import { unbroken } from '$lib/charts/position-behind';
import { steppedRange } from '$lib/charts/scale';
import { phaseTimes, repLabel } from '$lib/charts/tempo-bars';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';

const { reps, track } = analyse(simulate({ seed: 3 }).recording);
const [first] = reps;
const pressOnly = { ...first, lower: null, bottom: null };

describe('phase bands', () => {
  it('join without a gap from lower through the hold to the press', () => {
    const bands = phaseBands([first]);
    expect(bands.map(({ phase }) => phase)).toEqual(['lower', 'bottom', 'press']);
    expect(bands[0].end_s).toBe(bands[1].start_s);
    expect(bands[1].end_s).toBe(bands[2].start_s);
    expect(repSpan(first)).toEqual({ start_s: bands[0].start_s, end_s: bands[2].end_s });
  });

  it('of a rep without a lower are its press', () => {
    expect(phaseBands([pressOnly]).map(({ phase }) => phase)).toEqual(['press']);
    expect(repSpan(pressOnly).start_s).toBe(first.press.start_s);
  });
});

describe('the uncertainty behind the trace', () => {
  it('is parted where the position is lost', () => {
    const values = Float32Array.of(1, 2, NaN, NaN, 3, 4, NaN);
    expect(unbroken([0, 1, 2, 3, 4, 5, 6], values)).toEqual([
      [0, 1],
      [4, 5],
    ]);
    expect(unbroken([], values)).toEqual([]);
  });
});

describe('tempo bars', () => {
  it('have a height per rep and phase, none for a phase that a rep lacks', () => {
    expect(phaseTimes([first, pressOnly], 'lower')).toEqual([
      { x: '1', y: first.lower?.duration_s },
      { x: '1', y: 0 },
    ]);
  });

  it('mark a rep that is partial or doubtful', () => {
    expect(repLabel(first)).toBe('1');
    expect(repLabel({ ...first, quality: 'doubtful' })).toBe('1*');
    expect(repLabel({ ...first, kind: 'partial' })).toBe('1*');
  });
});

describe('scales', () => {
  it('take longer steps over a long range, and zero stays one of them', () => {
    expect(steppedRange(-42, 8, 10)).toEqual({ low: -50, high: 10, step: 10 });
    expect(steppedRange(-290, 20, 10)).toEqual({ low: -300, high: 50, step: 50 });
    expect(steppedRange(-4342, 60, 10)).toEqual({ low: -5000, high: 1000, step: 1000 });
  });

  it('of depth hold every whisker, in steps of 5 cm', () => {
    const { low, high } = depthRange(reps);
    expect([low % 5, high % 5]).toEqual([0, 0]);
    for (const { depth_m, depthSd_m } of reps) {
      expect((depth_m - 2 * depthSd_m) * 100).toBeGreaterThan(low);
      expect((depth_m + 2 * depthSd_m) * 100).toBeLessThan(high);
    }
    expect(depthRange([])).toEqual({ low: 0, high: 15, step: 5 });
  });

  it('of position hold the track, in steps of 10 cm, and stand before there is one', () => {
    const { low, high } = verticalRange(track);
    expect(Math.min(...track.position_m) * 100).toBeGreaterThan(low);
    expect(Math.max(...track.position_m) * 100).toBeLessThanOrEqual(high);
    expect(verticalRange(undefined)).toEqual({ low: -40, high: 10, step: 10 });
  });
});

describe('axes in inches', () => {
  it('rest on whole steps of inches', async () => {
    const { verticalRange } = await chosen(
      { length: 'in' },
      () => import('$lib/charts/position-trace'),
    );
    expect(verticalRange(undefined)).toEqual({ low: -16, high: 4, step: 4 });
    const { depthRange } = await chosen({ length: 'in' }, () => import('$lib/charts/depth-by-rep'));
    expect(depthRange([])).toEqual({ low: 0, high: 6, step: 2 });
  });

  it('wear the decimal sign, and a true minus', async () => {
    const { tickFigure } = await chosen({ decimal: ',' }, () => import('$lib/charts/tick'));
    expect([tickFigure(-2.5), tickFigure('10'), tickFigure(0.1 + 0.2)]).toEqual([
      '−2,5',
      '10',
      '0,3',
    ]);
  });
});
