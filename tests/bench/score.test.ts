import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/lib/core/simulate';
import type { SetTruth } from '../../src/lib/core/simulate/truth';
import { analyse } from '../../src/lib/core/sled/analyse';
import type { Rep, SetReport } from '../../src/lib/core/sled/report';
import { recordingOf } from '../../src/lib/core/recording';
import { scoreStrokes } from './broad';
import { CATEGORIES, simulateSet } from './categories';
import { matchByOverlap, scoreSet, summarise } from './score';
import { calibrationTable, scoreTable } from './table';

const SD = 0.01;
const EMPTY = analyse(recordingOf([]));

/** What is not scored. */
const RIDE_UNKNOWN = {
  lowering: null,
  turnaround: null,
  stop: { braking_mps2: NaN, brakingSd_mps2: NaN, slam: null },
  knocks: null,
  vibration: null,
  mounting: null,
};

/** What an analyser that knows the truth would report. */
function perfectReport(truth: SetTruth): SetReport {
  const timed = <T extends object>(phase: T) => ({ ...phase, durationSd_s: SD });
  const moved = <T extends object>(phase: T) => ({
    ...timed(phase),
    meanSd_mps: SD,
    peakSd_mps: SD,
  });
  const reps: Rep[] = truth.reps.map(
    ({ index, kind, lower, bottom, press, top, depth_m, tension }) => ({
      ...RIDE_UNKNOWN,
      index,
      kind,
      quality: 'good',
      depth_m,
      depthSd_m: SD,
      lower: lower && moved(lower),
      bottom: bottom && timed(bottom),
      press: { ...moved(press), propulsiveSd_mps: SD },
      top: top && timed(top),
      tension: timed(tension),
    }),
  );
  return { ...EMPTY, reps, strokes: truth.strokes };
}

/** The perfect report with every rep changed. */
function changed(truth: SetTruth, change: (rep: Rep) => Rep): SetReport {
  const report = perfectReport(truth);
  return { ...report, reps: report.reps.map(change) };
}

const { truth } = simulate({ seed: 1 });

describe('a perfect analysis', () => {
  it('scores everything, with no error, in every category', () => {
    for (const category of CATEGORIES) {
      const sets = [0, 1].map((index) => {
        const { truth } = simulateSet(category, index, 1);
        return scoreSet(perfectReport(truth), truth);
      });
      const score = summarise(category.name, sets);
      expect(score).toMatchObject({ sets: 2, exact: 2, missed: 0, extra: 0 });
      if (category.name === 'no reps') {
        expect(score.reps).toBe(0);
        expect(score.depthRmse_m).toBeNull();
        continue;
      }
      expect(score.reps).toBeGreaterThan(4);
      expect(score.depthRmse_m).toBe(0);
      expect(score.velocityRmse_mps).toBe(0);
      expect(score.doubtful).toBe(0);
      for (const agreement of Object.values(score.times)) {
        expect(agreement).toMatchObject({ bias_s: 0, spread_s: 0 });
      }
      for (const share of Object.values(score.within2Sd)) expect(share).toBe(1);
    }
  });
});

describe('a wrong analysis', () => {
  it('misses every rep when it finds none', () => {
    expect(scoreSet(EMPTY, truth)).toEqual({ reps: 8, missed: 8, extra: 0, found: [] });
  });

  it('is not exact when one rep is missing and another invented, though the number is right', () => {
    const report = perfectReport(truth);
    const last = report.reps[7];
    const invented = { ...last, press: { ...last.press, start_s: 900, end_s: 901 } };
    const score = scoreSet({ ...report, reps: [...report.reps.slice(0, 7), invented] }, truth);
    expect(score).toMatchObject({ reps: 8, missed: 1, extra: 1 });
    expect(summarise('set', [score]).exact).toBe(0);
  });

  it('misses a rep that it calls partial', () => {
    const score = scoreSet(
      changed(truth, (rep) => ({ ...rep, kind: 'partial' })),
      truth,
    );
    expect(score).toMatchObject({ missed: 8, extra: 0 });
  });

  it('is not credited twice for one press split in two', () => {
    const report = perfectReport(truth);
    const reps = report.reps.flatMap((rep) => {
      const half_s = (rep.press.start_s + rep.press.end_s) / 2;
      return [
        { ...rep, press: { ...rep.press, end_s: half_s } },
        { ...rep, press: { ...rep.press, start_s: half_s } },
      ];
    });
    expect(scoreSet({ ...report, reps }, truth)).toMatchObject({ missed: 0, extra: 8 });
  });

  it('shows a constant error as bias without spread', () => {
    const late = changed(truth, (rep) => ({
      ...rep,
      depth_m: rep.depth_m + 0.03,
      press: { ...rep.press, duration_s: rep.press.duration_s + 0.1 },
    }));
    const score = summarise('set', [scoreSet(late, truth)]);
    expect(score.depthRmse_m).toBeCloseTo(0.03, 12);
    expect(score.depthBias_m).toBeCloseTo(0.03, 12);
    expect(score.times.press.bias_s).toBeCloseTo(0.1, 12);
    expect(score.times.press.spread_s).toBeCloseTo(0, 12);
    expect(score.within2Sd).toMatchObject({ depth: 0, press: 0, lower: 1 });
  });

  it('shows alternating errors as spread without bias', () => {
    const report = changed(truth, (rep) => ({
      ...rep,
      lower: rep.lower && {
        ...rep.lower,
        duration_s: rep.lower.duration_s + (rep.index % 2 === 0 ? 0.1 : -0.1),
      },
    }));
    const { lower } = summarise('set', [scoreSet(report, truth)]).times;
    expect(lower.bias_s).toBeCloseTo(0, 12);
    expect(lower.spread_s).toBeCloseTo(1.96 * 0.1 * Math.sqrt(8 / 7), 9);
  });

  it('counts doubtful reps', () => {
    const report = changed(truth, (rep) => ({
      ...rep,
      quality: rep.index > 6 ? 'doubtful' : 'good',
    }));
    const score = summarise('set', [scoreSet(report, truth)]);
    expect(score).toMatchObject({ doubtful: 0.25, doubtfulReps: 2 });
    expect(score.beyond3Sd).toEqual({ reps: 0, doubtful: 0 });
  });

  it('counts reps with any figure beyond 3 sd, and how many of them were called doubtful', () => {
    const report = changed(truth, (rep) => ({
      ...rep,
      depth_m: rep.depth_m + (rep.index === 1 ? 3.1 * SD : 0),
      press: { ...rep.press, mean_mps: rep.press.mean_mps - (rep.index === 2 ? 3.1 * SD : 0) },
      top: rep.top && { ...rep.top, duration_s: rep.top.duration_s + (rep.index === 3 ? 2.9 * SD : 0) }, // prettier-ignore
      quality: rep.index < 2 ? 'doubtful' : 'good',
    }));
    const { beyond3Sd, doubtfulReps } = summarise('set', [scoreSet(report, truth)]);
    expect(beyond3Sd).toEqual({ reps: 2, doubtful: 1 });
    expect(doubtfulReps).toBe(1);
  });
});

describe('matching', () => {
  it('prefers the larger overlap and uses each interval once', () => {
    const truth = [
      { start_s: 0, end_s: 2 },
      { start_s: 3, end_s: 5 },
    ];
    const found = [
      { start_s: 1.5, end_s: 4.8 },
      { start_s: 6, end_s: 7 },
    ];
    expect(matchByOverlap(truth, found)).toEqual([[1, 0]]);
  });
});

describe('optical strokes', () => {
  it('measure travel and turnaround against the true height', () => {
    const optical = [
      {
        direction: 'down' as const,
        t_start: 1,
        t_end: 2,
        dz_m: -0.4,
        t_move_start: 1.02,
        t_move_end: 1.98,
      },
      {
        direction: 'up' as const,
        t_start: 2,
        t_end: 3,
        dz_m: 0.38,
        t_move_start: 2.02,
        t_move_end: 2.97,
      },
      {
        direction: 'down' as const,
        t_start: 3,
        t_end: 4,
        dz_m: -0.4,
        t_move_start: 3.02,
        t_move_end: 3.98,
      },
    ];
    const found = [
      { direction: 'lower' as const, start_s: 1.03, end_s: 1.99, travel_m: 0.41, rep: 1 },
      { direction: 'press' as const, start_s: 2.03, end_s: 2.98, travel_m: 0.35, rep: 1 },
    ];
    const score = scoreStrokes('file', optical, found);
    expect(score).toMatchObject({ strokes: 3, found: 2, missed: 1, extra: 0 });
    expect(score.travelMedian_m).toBeCloseTo(0.02, 9);
    expect(score.travelRmse_m).toBeCloseTo(Math.sqrt((0.01 ** 2 + 0.03 ** 2) / 2), 9);
    expect(score.boundaryMedian_s).toBeCloseTo(0.01, 9);
    expect(score.turnMedian_s).toBeCloseTo(0.01, 9);
  });
});

describe('the tables', () => {
  const scores = [summarise('one', [scoreSet(perfectReport(truth), truth)]), summarise('none', [])];

  it.each([
    ['score', scoreTable],
    ['calibration', calibrationTable],
  ])('have one line per category, all of one width: %s', (_, table) => {
    const lines = table(scores).split('\n');
    expect(lines).toHaveLength(3);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  it('say how many sets were exact', () => {
    expect(scoreTable(scores)).toContain('1/1');
  });

  it('mark the sd that are too large or too small, and no others', () => {
    const share = (depth: number) => {
      const within2Sd = { ...scores[0].within2Sd, depth, lower: 0.95, bottom: 0.95, press: 0.95, top: 0.95, velocity: 0.95 }; // prettier-ignore
      return calibrationTable([{ ...scores[0], within2Sd }]).split('\n')[1];
    };
    expect(share(0.92)).toContain('*92 %');
    expect(share(0.98)).toContain('*98 %');
    for (const right of [0.93, 0.95, 0.97]) expect(share(right)).not.toContain('*');
  });
});
