import { describe, expect, it } from 'vitest';
import { sliceRecording } from '../../src/lib/core/recording';
import { STEP_S } from '../../src/lib/core/signal/step-smoother';
import { simulate, type Simulation } from '../../src/lib/core/simulate';
import type { SetPlan } from '../../src/lib/core/simulate/plan';
import { DEFAULT_SETUP, V0_MPS } from '../../src/lib/core/sled/setup';
import { integratedHighPass } from './baselines/high-pass';
import { countPeaks } from './baselines/peak-counting';
import type { Baseline, BaselineRep } from './baselines/strokes';
import { zeroVelocityUpdates } from './baselines/zupt';
import { CATEGORIES, simulateSet } from './categories';
import { oracleRatios, sideBySide } from './compare';
import { BASELINES, BLIND, onCutSet, ORACLE } from './methods';
import { oracleReps, trueRests } from './oracle';
import { summarise } from './score';
import { comparisonTable, oracleTable } from './table';

/** Brisk strokes between clear holds, on a machine and through a sensor without fault. */
const EASY: Partial<SetPlan> = {
  reps: 6,
  incline_deg: 40,
  depth_m: 0.4,
  depthVariation: 0,
  depthTrend: 0,
  lower_s: 1.2,
  bottom_s: 1,
  press_s: 1,
  top_s: 1.2,
  tempoVariation: 0.02,
  fatigue: 0,
  lowerShapes: ['minimum-jerk'],
  pressShapes: ['minimum-jerk'],
  ripple: 0,
  sticking: 0,
  knocks: 0,
  unrack_m: 0,
  rerack_m: 0,
  restBefore_s: 1,
  restExtended_s: 0.5,
  sway_m: 0,
  tremor_m: 0,
  tilt_deg: 0,
  rolling_mps2: 0,
};
const PERFECT = {
  noise_ugPerRootHz: 0,
  biasWalk_ugPerRootS: 0,
  offset_g: 0,
  scaleError: 0,
  crossAxis: 0,
};

const easy = simulate({ seed: 1, set: EASY, sensor: PERFECT });

function find(baseline: Baseline, { recording, truth }: Simulation): BaselineRep[] {
  return baseline(recording, { axis: truth.axis, minTravel_m: DEFAULT_SETUP.minTravel_m }).reps;
}

function depthErrors_m(reps: BaselineRep[], { truth }: Simulation): number[] {
  return reps.map(({ depth_m }, i) => depth_m - truth.reps[i].depth_m);
}

describe('on an easy set', () => {
  it('every baseline counts right', () => {
    for (const baseline of [integratedHighPass, zeroVelocityUpdates, countPeaks]) {
      expect(find(baseline, easy)).toHaveLength(6);
    }
  });

  it('every baseline finds nothing where nothing moves', () => {
    const still = simulate({ seed: 1, set: { ...EASY, reps: 0 }, sensor: PERFECT });
    for (const baseline of [integratedHighPass, zeroVelocityUpdates, countPeaks]) {
      expect(find(baseline, still)).toHaveLength(0);
    }
  });

  it('zero-velocity updates measure depth within 10 mm and times within 50 ms', () => {
    const reps = find(zeroVelocityUpdates, easy);
    for (const error_m of depthErrors_m(reps, easy)) expect(Math.abs(error_m)).toBeLessThan(0.01);
    reps.forEach(({ lower, press }, i) => {
      const rep = easy.truth.reps[i];
      expect(lower?.start_s).toBeCloseTo(rep.lower?.start_s ?? NaN, 1);
      expect(Math.abs(press.duration_s - rep.press.duration_s)).toBeLessThan(0.05);
    });
  });

  it('the high-pass measures depth within a third, and always too little', () => {
    for (const error_m of depthErrors_m(find(integratedHighPass, easy), easy)) {
      expect(error_m).toBeLessThan(0);
      expect(error_m).toBeGreaterThan(-0.4 / 3);
    }
  });

  it('peak counting says nothing of depth or time', () => {
    for (const { lower, press, depth_m } of find(countPeaks, easy)) {
      expect(lower).toBeNull();
      expect(press.duration_s).toBeNaN();
      expect(depth_m).toBeNaN();
    }
  });
});

const [guideTempo] = CATEGORIES;
const guideSets = [0, 1, 2, 3].map((index) => simulateSet(guideTempo, index, 7));

describe('the oracle', () => {
  it('is told holds inside the true dwells and tops where presses end', () => {
    for (const { truth } of guideSets) {
      const { motion, strokes } = truth;
      const start_s = 0.437;
      const { holds, tops, pressEnds } = trueRests(truth, start_s);
      expect(holds.length).toBeGreaterThan(truth.reps.length);
      const speedAt = (edge: number) =>
        Math.abs(motion.velocity_mps[Math.round((start_s + edge * STEP_S) * motion.rate_Hz)]);
      for (const { start, end } of holds) {
        for (let edge = start; edge < end; edge++) expect(speedAt(edge)).toBeLessThan(V0_MPS);
      }
      const presses = strokes.filter(({ direction }) => direction === 'press');
      expect(tops).toHaveLength(presses.length);
      expect(pressEnds).toEqual(tops);
      presses.forEach(({ end_s }, i) => {
        expect(Math.abs(start_s + tops[i] * STEP_S - end_s)).toBeLessThanOrEqual(STEP_S / 2 + 1e-9);
      });
    }
  });

  it('is not told that a failed press ended at the top', () => {
    const failed = simulate({ seed: 3, set: { reps: 5, depth_m: 0.45, lastRep: 'failed' } });
    const presses = failed.truth.strokes.filter(({ direction }) => direction === 'press');
    const { tops, pressEnds } = trueRests(failed.truth, 0);
    expect(presses).toHaveLength(5);
    expect(pressEnds).toHaveLength(5);
    expect(tops).toHaveLength(4);
  });

  it('is told nothing before it has happened', () => {
    const [{ recording, truth, setup }] = guideSets;
    const cut = Math.round(recording.length / 2);
    const now_s = recording.t_s[cut - 1];
    const soFar = { recording: sliceRecording(recording, 0, cut), truth, setup };
    const reps = oracleReps(soFar);
    const whole = oracleReps({ ...soFar, recording });
    const settled = reps.filter(({ press }) => press.end_s <= now_s - 1.5);
    expect(settled.length).toBeGreaterThan(1);
    settled.forEach(({ press, depth_m }, i) => {
      expect({ press, depth_m }).toEqual({ press: whole[i].press, depth_m: whole[i].depth_m });
    });
  });

  it('finds every rep of guide-tempo sets, no worse than twice the blind figures', () => {
    const scored = [BLIND, ORACLE].map(({ name, score }) =>
      summarise(
        name,
        guideSets.flatMap((set) => score(set) ?? []),
      ),
    );
    const [ratio] = oracleRatios([scored[0]], [scored[1]]);
    expect(scored[1]).toMatchObject({ missed: 0, extra: 0 });
    expect(ratio.depthRatio).toBeGreaterThan(0.5);
    expect(ratio.lowerRatio).toBeGreaterThan(0.5);
    const lines = oracleTable([ratio]).split('\n');
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });
});

describe('the comparison', () => {
  const set = { ...easy, setup: DEFAULT_SETUP };
  const compared = sideBySide(
    BASELINES.map(({ name, score }) => ({
      method: name,
      categories: [summarise('easy', [score(set) ?? []].flat())],
    })),
  );

  it('gives what a method measures, null for what it does not', () => {
    const [{ name, methods }] = compared;
    expect(name).toBe('easy');
    for (const { exact, reps } of methods) expect([exact, reps]).toEqual([1, 6]);
    expect(methods.map(({ depthRmse_m }) => depthRmse_m === null)).toEqual([false, false, true]);
    expect(methods.map(({ press }) => press === null)).toEqual([false, false, true]);
  });

  it('has one line per method, all of one width', () => {
    const lines = comparisonTable('category', compared).split('\n');
    expect(lines).toHaveLength(1 + BASELINES.length);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  it('cuts a recording to its set, and leaves out what has none', () => {
    const zupt = BASELINES[1];
    const carried = {
      ...simulate({ seed: 1, set: { ...EASY, carriedBefore_s: 15 }, sensor: PERFECT }),
      setup: DEFAULT_SETUP,
    };
    expect(zupt.score(carried)?.extra).toBeGreaterThan(0);
    expect(onCutSet(zupt).score(carried)).toMatchObject({ reps: 6, missed: 0, extra: 0 });
    const still = simulate({ seed: 1, set: { ...EASY, reps: 0 }, sensor: PERFECT });
    expect(onCutSet(zupt).score({ ...still, setup: DEFAULT_SETUP })).toBeNull();
  });
});
