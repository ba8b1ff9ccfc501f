import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  fitLine,
  loadAt,
  populationMax_kg,
  profileOf,
  speedAt,
} from '$lib/guide/history/load-velocity';
import { at, lifted } from './made-up';

const point = (load_kg: number, speed_mps: number, sd_mps = 0.02) => ({
  load_kg,
  speed_mps,
  sd_mps,
});
const press = (load_kg: number, mean: number, meanSd = 0.01) =>
  lifted({ load_kg, fastest_mps: { mean, meanSd } });

/** Speeds of someone with 0.9 m/s at no load and 0.21 m/s at 200 kg. */
const onLine = (load_kg: number) => 0.9 - (0.69 * load_kg) / 200;

describe('the line', () => {
  it('is that of least squares, by hand', () => {
    // Loads 80, 100, 120; speeds 0.60, 0.50, 0.45: slope −0.00375, mean 0.51667 at 100 kg.
    const line = fitLine([point(80, 0.6), point(100, 0.5), point(120, 0.45)]);
    expect(line.centre_kg).toBeCloseTo(100);
    expect(line.slope_mpspkg.mean).toBeCloseTo(-0.00375);
    expect(line.speed_mps.mean).toBeCloseTo(0.516667, 6);
    // The points lie 0.00833, −0.01667, 0.00833 off it: χ² = 1.04 on one degree of freedom.
    expect(line.scatter).toBeCloseTo(Math.sqrt(1.041667), 6);
    // 0.02 · scatter ÷ √800, and ÷ √3.
    expect(line.slope_mpspkg.meanSd).toBeCloseTo(0.000721688, 8);
    expect(line.speed_mps.meanSd).toBeCloseTo(0.0117851, 7);
  });

  it('lies nearer to what is known better', () => {
    const points = [point(80, 0.6), point(100, 0.5), point(120, 0.45)];
    const sure = fitLine([...points.slice(0, 2), point(120, 0.45, 0.002)]);
    const residual = (line: typeof sure) => Math.abs(speedAt(line, 120).value - 0.45);
    expect(residual(sure)).toBeLessThan(residual(fitLine(points)));
  });

  test.prop([
    fc.double({ min: -0.01, max: -0.001, noNaN: true }),
    fc.double({ min: 0.5, max: 1.5, noNaN: true }),
    fc.uniqueArray(fc.integer({ min: 40, max: 250 }), { minLength: 3, maxLength: 9 }),
  ])('goes through points that lie on one', (slope, at0, loads) => {
    const line = fitLine(loads.map((load_kg) => point(load_kg, at0 + slope * load_kg)));
    expect(line.slope_mpspkg.mean).toBeCloseTo(slope, 9);
    expect(line.scatter).toBe(1);
    for (const load_kg of loads) {
      expect(speedAt(line, load_kg).value).toBeCloseTo(at0 + slope * load_kg, 9);
    }
  });

  it('is known best at the mean load', () => {
    const line = fitLine([point(80, 0.6), point(100, 0.5), point(120, 0.45)]);
    const width = (load_kg: number) => speedAt(line, load_kg).high - speedAt(line, load_kg).low;
    expect(width(100)).toBeLessThan(width(120));
    expect(width(120)).toBeLessThan(width(180));
  });
});

describe('the load at a speed', () => {
  const line = {
    centre_kg: 100,
    speed_mps: { mean: 0.5, meanSd: 0.01 },
    slope_mpspkg: { mean: -0.004, meanSd: 0.0004 },
    scatter: 1,
  };

  it('has the interval of Fieller, by hand', () => {
    const found = loadAt(line, { mean: 0.21, meanSd: 0.06 });
    // 100 + 0.29 ÷ 0.004
    expect(found?.value).toBeCloseTo(172.5);
    // Where (0.29 − 0.004·x)² = 1.96²·(0.06² + 0.01² + (0.0004·x)²), the two x.
    for (const end of [found?.low, found?.high]) {
      const x = (end ?? NaN) - 100;
      const sides = [(0.29 - 0.004 * x) ** 2, 1.96 ** 2 * (0.0037 + (0.0004 * x) ** 2)];
      expect(sides[0]).toBeCloseTo(sides[1], 10);
    }
    expect(found?.low).toBeLessThan(172.5);
    expect(found?.high).toBeGreaterThan(172.5);
  });

  it('is unknown where the slope may as well be none', () => {
    const flat = { ...line, slope_mpspkg: { mean: -0.004, meanSd: 0.0021 } };
    expect(loadAt(flat, { mean: 0.21, meanSd: 0.06 })).toBeNull();
    const rising = { ...line, slope_mpspkg: { mean: 0.004, meanSd: 0.0001 } };
    expect(loadAt(rising, { mean: 0.21, meanSd: 0.06 })).toBeNull();
  });
});

describe('a profile', () => {
  const wide = [100, 130, 160].map((load_kg) => press(load_kg, onLine(load_kg)));

  it('finds the heaviest rep of someone on a line', () => {
    const profile = profileOf(wide);
    if (profile.kind !== 'line') throw new Error(`The profile is open: ${profile.because}.`);
    expect(profile.max_kg.value).toBeCloseTo(200);
    expect(profile.max_kg.low).toBeLessThan(190);
    expect(profile.max_kg.high).toBeGreaterThan(210);
    expect(profile.beyond).toBeCloseTo(1.25);
  });

  it.each([
    ['few-loads', [wide[0], wide[1], wide[1]]],
    ['near-loads', [100, 105, 110].map((load_kg) => press(load_kg, onLine(load_kg)))],
    ['no-fall', [press(100, 0.5), press(130, 0.52), press(160, 0.5)]],
    ['no-fall', [press(100, 0.5, 0.2), press(130, 0.45, 0.2), press(160, 0.4, 0.2)]],
  ] as const)('says why it cannot tell: %s', (because, sets) => {
    expect(profileOf(sets)).toMatchObject({ kind: 'open', because });
  });

  it('looks at no press that was not meant to be fast, and at no load told otherwise', () => {
    const slow = lifted({ isMaximal: false, load_kg: 190 });
    const withSled = press(230, 0.3);
    const sets = [...wide, slow, { ...withSled, includesSled: true, ...at(-1) }];
    const profile = profileOf(sets);
    expect(profile.points.map(({ load_kg }) => load_kg)).toEqual([100, 130, 160]);
    expect(profile.others).toBe(1);
  });

  it('knows a speed no better than the days vary', () => {
    expect(profileOf([press(100, 0.5, 0)]).points[0].sd_mps).toBeCloseTo(0.025);
  });
});

describe('what other people had', () => {
  const at_mps = (speed_mps: number) => ({ set: lifted(), load_kg: 100, speed_mps, sd_mps: 0.02 });

  it('is told from one set, with their error', () => {
    // 109.29 − 55.509 · 0.5 = 81.54 %.
    const found = populationMax_kg(at_mps(0.5));
    expect(found?.mean).toBeCloseTo(122.65, 1);
    // √(5.8² + 1.11²) = 5.91 of 81.54.
    expect(found?.meanSd).toBeCloseTo(8.88, 1);
  });

  it('is not drawn on beyond their loads', () => {
    expect(populationMax_kg(at_mps(1.5))).toBeNull();
    expect(populationMax_kg(at_mps(0.1))).toBeNull();
  });
});
