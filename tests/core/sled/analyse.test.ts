import { describe, expect, it } from 'vitest';
import { recordingOf, samplesOf, type Recording } from '../../../src/lib/core/recording';
import { ALGORITHM } from '../../../src/lib/core/sled/algorithm';
import { analyse, GrowingAnalysis } from '../../../src/lib/core/sled/analyse';
import type { SetReport, Stroke, WarningCode } from '../../../src/lib/core/sled/report';
import { DEFAULT_SETUP, V0_MPS } from '../../../src/lib/core/sled/setup';
import { simulate, type Simulation } from '../../../src/lib/core/simulate';
import type { SetPlan } from '../../../src/lib/core/simulate/plan';
import { SENSOR_GRADES, type SensorGrade } from '../../../src/lib/core/simulate/sensor';
import { categoryNamed, simulateSet } from '../../bench/categories';
import { angle_deg } from '../path';
import { expectSound } from './sound';

const REPS = 5;
const SEEDS = [1, 2, 3];

interface Case extends Simulation {
  report: SetReport;
}

function analysed(
  seed: number,
  set: Partial<SetPlan> = {},
  sensor: Partial<SensorGrade> = {},
  setup = DEFAULT_SETUP,
): Case {
  const simulation = simulate({ seed, set: { reps: REPS, ...set }, sensor });
  return { ...simulation, report: analyse(simulation.recording, setup) };
}

const codes = ({ warnings }: SetReport) => warnings.map(({ code }) => code);
const letters = (strokes: readonly Pick<Stroke, 'direction'>[]) =>
  strokes.map(({ direction }) => direction[0]).join('');

/** Every true rep is found in its place and order, and no other; depths within `within` of the truth, or 3 sd where the data leave them open. */
function expectTruth({ report, truth }: Case, within = 0.15): void {
  expectSound(report);
  expect(report.reps).toHaveLength(truth.reps.length);
  report.reps.forEach((rep, i) => {
    const real = truth.reps[i];
    expect(rep.kind).toBe(real.kind);
    expect(rep.lower === null).toBe(real.lower === null);
    const middle_s = (real.press.start_s + real.press.end_s) / 2;
    expect(rep.press.start_s).toBeLessThan(middle_s);
    expect(rep.press.end_s).toBeGreaterThan(middle_s);
    const most_m = rep.quality === 'good' ? within * real.depth_m : 3 * rep.depthSd_m;
    expect(Math.abs(rep.depth_m - real.depth_m)).toBeLessThan(most_m);
  });
}

/** The recording without the samples of some time. */
function without(recording: Recording, from_s: number, to_s: number): Recording {
  const kept = samplesOf(recording);
  return recordingOf(kept.filter(({ t_s }) => t_s < from_s || t_s >= to_s));
}

describe.each(SEEDS)('analyse finds the reps of set %i', (seed) => {
  it.each([25, 50, 100, 200, 400])('at %i Hz', (rate_Hz) => {
    const found = analysed(seed, {}, { rate_Hz });
    expectTruth(found);
    expect(found.report.rate_Hz).toBeCloseTo(rate_Hz, 3);
    expect(codes(found.report)).toEqual([]);
  });

  it('at 10 Hz, and says that it is slow', () => {
    const found = analysed(seed, {}, { rate_Hz: 10 });
    expectTruth(found, 0.3);
    expect(codes(found.report)).toEqual(['slow-rate']);
  });

  it('without a gyroscope', () => {
    expectTruth(analysed(seed, {}, { gyro: null }));
  });

  it.each([20, 45, 70, 90])('on a rail at %i°, its incline and axis too', (incline_deg) => {
    const found = analysed(seed, { incline_deg });
    expectTruth(found);
    const { rail } = found.report;
    expect(rail.direction).toBe('gravity');
    expect(Math.abs((rail.incline_deg ?? NaN) - incline_deg)).toBeLessThan(4);
    expect(angle_deg(rail.axis ?? [0, 0, 0], found.truth.axis)).toBeLessThan(4);
  });

  it('on a level rail, from the first stroke', () => {
    const found = analysed(seed, { incline_deg: 0 });
    expectTruth(found);
    expect(found.report.rail.direction).toBe('first-stroke');
    expect(found.report.rail.incline_deg).toBeLessThan(4);
    expect(codes(found.report)).toEqual(['level-rail']);
    expect(angle_deg(found.report.rail.axis ?? [0, 0, 0], found.truth.axis)).toBeLessThan(4);
  });

  it('that starts at the bottom', () => {
    const found = analysed(seed, { startsAt: 'bottom' });
    expectTruth(found);
    expect(found.report.reps[0].lower).toBeNull();
    // The last lowering is no rep's.
    expect(letters(found.report.strokes)).toBe('plplplplpl');
    expect(found.report.strokes.at(-1)?.rep).toBeNull();
  });

  it('that starts at the bottom of a level rail, once flipped', () => {
    const flipped = { ...DEFAULT_SETUP, flip: true };
    const found = analysed(seed, { startsAt: 'bottom', incline_deg: 0 }, {}, flipped);
    expectTruth(found);
    expect(found.report.rail.direction).toBe('flipped');
  });

  it('touch-and-go', () => {
    expectTruth(analysed(seed, { bottom_s: 0, top_s: 0, lower_s: 2, press_s: 1.2 }));
  });

  it('with a hold in mid stroke', () => {
    expectTruth(analysed(seed, { stalls: 0.4, lower_s: 3, press_s: 2.5 }), 0.3);
  });

  it('with a rest in mid set, re-racked', () => {
    expectTruth(analysed(seed, { restPause_s: 8, rerack_m: 0.04 }));
  });

  it('clipped on before and taken off after', () => {
    expectTruth(analysed(seed, { carriedBefore_s: 10, carriedAfter_s: 8 }));
  });

  it('through lost samples', () => {
    const found = analysed(seed, {}, { loss: 0.02, lostAs: 'nan' });
    expectTruth(found);
  });

  it('from a telephone', () => {
    expectTruth(analysed(seed, {}, SENSOR_GRADES.phone));
  });
});

describe('a set of one rep', () => {
  it.each(SEEDS)('is one rep, seed %i', (seed) => {
    const found = analysed(seed, { reps: 1 });
    expectTruth(found);
    expect(found.report.set).toMatchObject({ reps: 1, depthCv: null, velocityLoss: null });
    expect(found.report.reps[0].top).toBeNull();
  });
});

describe('an outage of 1.5 s in mid set', () => {
  it.each([
    ['lower', 0.5],
    ['press', -0.3],
  ] as const)('in %s is reported, its rep doubtful, the others found', (phase, after_s) => {
    for (const seed of SEEDS) {
      const { recording, truth } = simulate({ seed, set: { reps: REPS } });
      const start_s = (truth.reps[2][phase]?.start_s ?? NaN) + after_s;
      const report = analyse(without(recording, start_s, start_s + 1.5));
      expectSound(report);
      expect(report.gaps).toHaveLength(1);
      expect(report.gaps[0].start_s).toBeCloseTo(start_s, 1);
      expect(report.gaps[0].duration_s).toBeCloseTo(1.5, 1);
      expect(codes(report)).toContain('samples-lost');
      const around = ({ press }: (typeof report.reps)[number], i: number) =>
        press.start_s < truth.reps[i].press.end_s && press.end_s > truth.reps[i].press.start_s;
      for (const i of [0, 1, 3, 4]) {
        expect(report.reps.filter((rep) => around(rep, i))).toHaveLength(1);
      }
      for (const rep of report.reps) {
        if (around(rep, 2)) expect(rep.quality).toBe('doubtful');
      }
      expect(report.reps.length).toBeLessThanOrEqual(REPS);
    }
  });

  it('between two reps costs none, be it two minutes', () => {
    for (const seed of SEEDS) {
      const { recording, truth } = simulate({ seed, set: { reps: REPS, top_s: 2 } });
      const middle_s = (truth.reps[2].press.end_s + (truth.reps[3].lower?.start_s ?? NaN)) / 2;
      const t_s = recording.t_s.map((time_s) => (time_s > middle_s ? time_s + 120 : time_s));
      const report = analyse({ ...recording, t_s });
      expectSound(report);
      expect(report.gaps).toHaveLength(1);
      expect(letters(report.strokes)).toBe('lplplplplp');
    }
  });
});

describe('a set that hits the end of a ±2 g range', () => {
  it('is warned of, and through a wider range is none', () => {
    const set = { bounces: 1, lower_s: 1.2, press_s: 0.8, incline_deg: 60 };
    // Clipped on so that gravity and the rebound add up on one of the sensor's axes.
    for (const seed of [2, 4, 5]) {
      const { report } = analysed(seed, set, { range_g: 2 });
      expectSound(report);
      expect(report.reps.length).toBeGreaterThan(0);
      expect(codes(report)).toContain('clipped');
      expect(codes(analysed(seed, set, { range_g: 8 }).report)).not.toContain('clipped');
    }
  });
});

describe('nobody pressing', () => {
  const STILL: Partial<SetPlan> = { reps: 0, unrack_m: 0, rerack_m: 0, sway_m: 0, tremor_m: 0 };

  it.each<[string, Partial<SetPlan>, WarningCode]>([
    ['lying still', { ...STILL, restBefore_s: 30 }, 'no-motion'],
    ['on a trembling floor', { ...STILL, restBefore_s: 30, floor_mps2: 0.3 }, 'no-motion'],
    ['un-racked and re-racked', { reps: 0, restExtended_s: 15 }, 'no-motion'],
    ['shuffled to and fro', { reps: 0, shuffles: 10 }, 'no-motion'],
  ])('is no reps: %s', (_, set, code) => {
    for (const seed of SEEDS) {
      const { report } = analysed(seed, set);
      expectSound(report);
      expect(report.reps).toEqual([]);
      expect(report.strokes).toEqual([]);
      expect(codes(report)).toEqual([code]);
      expect(report.rail).toEqual({ incline_deg: null, inclineSd_deg: null, direction: null, axis: null }); // prettier-ignore
    }
  });

  it('is no reps: carried about', () => {
    for (const seed of SEEDS) {
      const { report } = analysed(seed, { ...STILL, carriedBefore_s: 20, carriedAfter_s: 15 });
      expectSound(report);
      expect(report.reps).toEqual([]);
    }
  });
});

describe('what the user sets', () => {
  const plain = analysed(4);

  it('flip exchanges lower and press', () => {
    const flipped = analyse(plain.recording, { ...DEFAULT_SETUP, flip: true });
    expectSound(flipped);
    expect(letters(flipped.strokes)).toBe('plplplplpl');
    expect(flipped.rail.direction).toBe('flipped');
    expect(angle_deg(flipped.rail.axis ?? [0, 0, 0], plain.report.rail.axis ?? [0, 0, 0])).toBeGreaterThan(179.9); // prettier-ignore
    expect(flipped.rail.incline_deg).toBe(plain.report.rail.incline_deg);
    flipped.strokes.forEach(({ start_s, end_s, travel_m }, i) => {
      const stroke = plain.report.strokes[i];
      expect(Math.abs(start_s - stroke.start_s)).toBeLessThan(0.25);
      expect(Math.abs(end_s - stroke.end_s)).toBeLessThan(0.25);
      expect(Math.abs(travel_m / stroke.travel_m - 1)).toBeLessThan(0.1);
    });
  });

  it('minTravel is the least travel of a stroke', () => {
    const shallow = analysed(2, { depth_m: 0.25, depthTrend: 0 });
    const at = (minTravel_m: number) =>
      analyse(shallow.recording, { ...DEFAULT_SETUP, minTravel_m });
    expect(at(0.1).reps).toHaveLength(REPS);
    expect(at(0.15).reps).toHaveLength(REPS);
    const none = at(0.35);
    expect(none.reps).toEqual([]);
    expect(codes(none)).toEqual(['no-motion']);
    expect(none.warnings[0].message).toContain('0.35 m');
    expect(none.definitions).toMatchObject({ v0_mps: V0_MPS, minTravel_m: 0.35 });
  });
});

describe('a report', () => {
  const { recording, report, truth } = analysed(5, { reps: 4, carriedBefore_s: 6 });

  it('says by which algorithm and definitions it was made', () => {
    expect(report.algorithm).toBe(ALGORITHM);
    expect(report.definitions).toEqual({
      v0_mps: V0_MPS,
      minTravel_m: DEFAULT_SETUP.minTravel_m,
      sledPerSensor: 1,
    });
    expect(report.duration_s).toBe(recording.t_s[recording.length - 1] - recording.t_s[0]);
  });

  it('is the same again, byte for byte', () => {
    expect(analyse(recording)).toStrictEqual(report);
    expect(
      analyse(recording, { minTravel_m: 0.1, flip: false, sledPerSensor: 1, excluded: [] }),
    ).toStrictEqual(report);
  });

  it('leaves the recording as it was', () => {
    const before = structuredClone(recording);
    analyse(recording);
    expect(recording).toStrictEqual(before);
  });

  it('shows the motion it measured, from zero at the start of the first rep', () => {
    const { track, reps } = report;
    const at = (t_s: number) => Math.round((t_s - track.t_s[0]) / 0.01);
    const first = reps[0].lower;
    if (!first) throw new Error('The first rep has a lower.');
    expect(Math.abs(track.position_m[at(first.start_s)])).toBeLessThan(0.002);
    for (const { lower, press, depth_m } of reps) {
      if (!lower) throw new Error('Every rep has a lower.');
      const travel_m = track.position_m[at(lower.start_s)] - track.position_m[at(lower.end_s)];
      expect(travel_m).toBeGreaterThan(0.9 * depth_m);
      expect(track.velocity_mps[at((lower.start_s + lower.end_s) / 2)]).toBeLessThan(0);
      expect(track.velocity_mps[at((press.start_s + press.end_s) / 2)]).toBeGreaterThan(0);
    }
  });

  it('stays near the true motion throughout the set, by its own sd', () => {
    const { track } = report;
    const from_s = truth.reps[0].lower?.start_s ?? NaN;
    const to_s = truth.reps[truth.reps.length - 1].press.end_s;
    let far = 0;
    let all = 0;
    recording.t_s.forEach((t_s, i) => {
      if (t_s < from_s || t_s > to_s) return;
      const k = Math.round((t_s - track.t_s[0]) / 0.01);
      const off_mps = Math.abs(track.velocity_mps[k] - truth.track.velocity_mps[i]);
      if (off_mps > 4 * track.velocitySd_mps[k] + 0.005) far++;
      all++;
      expect(Math.abs(track.position_m[k] - truth.track.position_m[i])).toBeLessThan(0.08);
    });
    expect(all).toBeGreaterThan(1000);
    expect(far / all).toBeLessThan(0.05);
  });
});

describe('a last press that fails', () => {
  const failing = (seed: number, share: number) =>
    analysed(seed, {
      ...{ reps: 8, depthVariation: 0, depthTrend: 0, topVariation_m: 0.003 },
      ...{ lastRep: 'failed', failsShortBy: [share, share] },
    });

  it.each([2, 3, 4, 5, 6])(
    'far short makes a partial rep once the recording has ended, seed %i',
    (seed) => {
      const found = failing(seed, 0.7);
      expectTruth(found);
      expect(found.report.reps.at(-1)).toMatchObject({ kind: 'partial', quality: 'good' });
      // While more may come it may be tried again, and then ends no rep.
      const soFar = new GrowingAnalysis().report(found.recording);
      expect(soFar.reps).toHaveLength(7);
      expect(soFar.reps.every(({ kind }) => kind === 'full')).toBe(true);
    },
  );

  it.each([1, 2, 3, 4, 5, 6])(
    'on the border of what makes a rep partial is doubtful, seed %i',
    (seed) => {
      const { report, truth } = failing(seed, 0.4);
      expect(report.reps).toHaveLength(truth.reps.length);
      expect(report.reps.map(({ quality }) => quality)).toEqual([...Array<string>(7).fill('good'), 'doubtful']); // prettier-ignore
    },
  );

  it.each([7, 8])(
    'is taken for what most of the likelihood says, not for the top: set %i',
    (index) => {
      const set = simulateSet(categoryNamed('failed half way'), index, 8);
      const last = analyse(set.recording, set.setup).reps.at(-1);
      expect(last?.kind).toBe('partial');
      const depth_m = set.truth.reps.at(-1)?.depth_m ?? NaN;
      expect(Math.abs((last?.depth_m ?? NaN) - depth_m)).toBeLessThan(0.1);
    },
  );
});
