import { describe, expect, it } from 'vitest';
import { furthestRep, heightAt_m, meanCurve, repCurves, type RepCurve } from '$lib/charts/overlay';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';

const report = analyse(simulate({ seed: 3 }).recording);

/** A rep that sinks by `depth_m` until its press begins, and rises in a second. */
function curve(rep: number, depth_m: number, lower_s = 3): RepCurve {
  const n = (lower_s + 1) * 100 + 1;
  const t_s = Float64Array.from({ length: n }, (_, i) => i / 100 - lower_s);
  return {
    rep,
    kind: 'full',
    t_s,
    height_m: Float32Array.from(t_s, (t) =>
      t < 0 ? -depth_m * (1 + t / lower_s) : depth_m * (t - 1),
    ),
  };
}

describe('reps laid over one another', () => {
  const curves = repCurves(report);

  it('have their press begin at zero, near their own depth', () => {
    expect(curves.map(({ rep }) => rep)).toEqual(report.reps.map(({ index }) => index));
    curves.forEach((each, i) => {
      const { depth_m, lower, press } = report.reps[i];
      expect(heightAt_m(each, 0)).toBeCloseTo(-depth_m, 1);
      expect(each.t_s[0]).toBeCloseTo((lower ?? press).start_s - press.start_s, 1);
      expect(each.height_m[0]).toBe(0);
    });
  });

  it('end at the top where there was no lower', () => {
    const [first] = report.reps;
    const [pressed] = repCurves({ ...report, reps: [{ ...first, lower: null, bottom: null }] });
    expect(pressed.t_s[0]).toBeCloseTo(0, 1);
    expect(pressed.height_m.at(-1)).toBe(0);
    expect(pressed.height_m[0]).toBeLessThan(-0.3);
  });
});

describe('a height between two rows', () => {
  it('lies on the straight line, and is unknown outside', () => {
    const each = curve(1, 0.4);
    expect(heightAt_m(each, -1.505)).toBeCloseTo(-0.4 * (1 - 1.505 / 3));
    expect(heightAt_m(each, -3.01)).toBeNaN();
    expect(heightAt_m(each, 1.01)).toBeNaN();
  });
});

describe('the mean of reps', () => {
  it('is half way between two, with their standard deviation', () => {
    const mean = meanCurve([curve(1, 0.4), curve(2, 0.5)]);
    const bottom = mean.find(({ t_s }) => Math.abs(t_s) < 0.001);
    expect(bottom?.mean_m).toBeCloseTo(-0.45);
    expect(bottom?.sd_m).toBeCloseTo(0.1 / Math.SQRT2);
  });

  it('reaches as far as half of the reps do', () => {
    const mean = meanCurve([curve(1, 0.4), curve(2, 0.4), curve(3, 0.4, 6)]);
    expect(mean[0].t_s).toBeCloseTo(-3);
  });

  it('is none of one rep, nor of partial ones', () => {
    expect(meanCurve([curve(1, 0.4)])).toEqual([]);
    const partial = { ...curve(2, 0.1), kind: 'partial' as const };
    expect(meanCurve([curve(1, 0.4), partial])).toEqual([]);
  });

  it('passes over what was lost', () => {
    const holed = curve(3, 0.9);
    holed.height_m.fill(NaN, 290, 310);
    const mean = meanCurve([curve(1, 0.4), curve(2, 0.4), holed]);
    expect(mean.find(({ t_s }) => Math.abs(t_s) < 0.001)?.mean_m).toBeCloseTo(-0.4);
  });
});

it('finds the rep that strays furthest', () => {
  const curves = [curve(1, 0.4), curve(2, 0.42), curve(3, 0.3), curve(4, 0.41)];
  expect(furthestRep(curves, meanCurve(curves))).toBe(3);
  expect(furthestRep(curves, [])).toBeNull();
});
