import { describe, expect, it } from 'vitest';
import { repsOf } from '../../../src/lib/core/sled/analyse';
import { measureRep, measureSet, topBetween } from '../../../src/lib/core/sled/measure';
import { SCALE_SD, type Measured } from '../../../src/lib/core/sled/measures/measured';
import type { Rep } from '../../../src/lib/core/sled/report';
import { findReps, findStrokes } from '../../../src/lib/core/sled/segment';
import { V0_MPS } from '../../../src/lib/core/sled/setup';
import { TrackRows } from '../../../src/lib/core/sled/track-rows';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import { forceOf, motionOf, Path, railAt } from '../path';

const START_S = 100;
const TRAVEL_SD_M = 0.003;

/** What a path's reps are measured from, as if the smoother had found it exactly. */
function knownExactly(path: Path): Measured {
  const axis = railAt(40);
  const force = forceOf(path, axis, (world) => world);
  const column = (c: 0 | 1 | 2) => Float64Array.from(force, (row) => row[c]);
  return {
    motion: motionOf(path, 0.002, TRAVEL_SD_M),
    accel_mps2: path.cellAccel_mps2(),
    noise_m2ps3: new Float64Array(force.length).fill(2e-6),
    force_mps2: [column(0), column(1), column(2)],
    axis,
    start_s: START_S,
    incline_deg: 40,
    inclineSd_deg: 1,
    interval_s: 0.01,
  };
}

function measuredReps(path: Path, changes: Partial<Measured> = {}) {
  const measured = { ...knownExactly(path), ...changes };
  const strokes = findStrokes(measured.motion, 0.1);
  const reps = findReps(strokes, { presses_m: [], anyStroke: false });
  return reps.map((rep) => measureRep(measured, rep));
}

/** Every rep of a path, with the tops between them. */
function measured(path: Path, changes: Partial<Measured> = {}): Rep[] {
  const reps = measuredReps(path, changes);
  return repsOf([{ rail: null, reps, strokes: [], track: new TrackRows(0).track(null) }], []);
}

const DEPTH_M = 0.4;
const LOWER_S = 3;
const PRESS_S = 1.5;
const HOLD_S = 0.8;
const SET = new Path().rest(2).reps(3, DEPTH_M, LOWER_S, PRESS_S, HOLD_S).rest(2);

/** Of a move of a path: steady speed, and the time lost to v0 at either end. */
function analytic(travel_m: number, duration_s: number, ramp_s = 0.2) {
  const steady_mps = travel_m / (duration_s - ramp_s);
  return { steady_mps, late_s: (V0_MPS / steady_mps) * ramp_s };
}

describe('measureRep', () => {
  const reps = measured(SET);
  const lower = analytic(DEPTH_M, LOWER_S);
  const press = analytic(DEPTH_M, PRESS_S);

  it('knows a stroke’s time less well, and a bottom’s better, where its velocities err alike', () => {
    const sd_mps = 0.02;
    const motion = motionOf(SET, sd_mps);
    const alike = { ...motion, velocityCovariance_m2ps2: () => sd_mps ** 2 };
    const [apart, together] = [motion, alike].map((known) => measured(SET, { motion: known })[1]);
    for (const phase of ['lower', 'press'] as const) {
      const [sd_s, alikeSd_s] = [apart, together].map((rep) => rep[phase]?.durationSd_s ?? NaN);
      expect(alikeSd_s / sd_s).toBeGreaterThan(1.3);
      expect(alikeSd_s / sd_s).toBeLessThan(Math.SQRT2);
    }
    const [sd_s, alikeSd_s] = [apart, together].map(({ bottom }) => bottom?.durationSd_s ?? NaN);
    expect(alikeSd_s).toBeLessThan(0.7 * sd_s);
  });

  it('times every phase between its passings of v0, on the recording’s axis', () => {
    reps.forEach((rep, i) => {
      const begin_s = START_S + 2 + i * (LOWER_S + PRESS_S + 2 * HOLD_S);
      expect(rep.lower?.start_s).toBeCloseTo(begin_s + lower.late_s, 2);
      expect(rep.lower?.duration_s).toBeCloseTo(LOWER_S - 2 * lower.late_s, 2);
      expect(rep.bottom?.duration_s).toBeCloseTo(HOLD_S + lower.late_s + press.late_s, 2);
      expect(rep.press.start_s).toBeCloseTo(begin_s + LOWER_S + HOLD_S + press.late_s, 2);
      expect(rep.press.duration_s).toBeCloseTo(PRESS_S - 2 * press.late_s, 2);
      expect(rep.press.end_s - rep.press.start_s).toBeCloseTo(rep.press.duration_s, 9);
    });
  });

  it('leaves no time between the phases', () => {
    reps.forEach(({ lower, bottom, press, top }, i) => {
      expect((lower?.end_s ?? NaN) + (bottom?.duration_s ?? NaN)).toBeCloseTo(press.start_s, 9);
      const next = reps[i + 1];
      if (next) expect(press.end_s + (top?.duration_s ?? NaN)).toBeCloseTo(next.lower?.start_s ?? NaN, 9); // prettier-ignore
    });
    expect(reps.at(-1)?.top).toBeNull();
  });

  it('gives mean and peak speed, positive for either direction', () => {
    for (const rep of reps) {
      expect(rep.lower?.peak_mps).toBeCloseTo(lower.steady_mps, 6);
      expect(rep.press.peak_mps).toBeCloseTo(press.steady_mps, 6);
      const travel_m = DEPTH_M - V0_MPS * press.late_s;
      expect(rep.press.mean_mps).toBeCloseTo(travel_m / (PRESS_S - 2 * press.late_s), 3);
      expect(rep.lower?.mean_mps).toBeGreaterThan(0.13);
      expect(rep.lower?.mean_mps).toBeLessThan(lower.steady_mps);
    }
  });

  it('gives the depth from the start of lower to the lowest place', () => {
    for (const { depth_m } of reps) expect(Math.abs(depth_m - DEPTH_M)).toBeLessThan(0.002);
    const sinking = new Path().rest(1).move(-0.35, 3).rest(0.2).move(-0.004, 0.7).rest(0.2);
    const [rep] = measured(sinking.move(0.354, 1.5).rest(1));
    expect(Math.abs(rep.depth_m - 0.354)).toBeLessThan(0.002);
  });

  it('gives the depth up to the end of the press where there is no lower', () => {
    const path = new Path(-0.4).rest(2);
    for (let i = 0; i < 3; i++) path.move(0.4, 1.2).rest(0.8).move(-0.4, 3).rest(0.8);
    const [first] = measured(path);
    expect(first.lower).toBeNull();
    expect(first.bottom).toBeNull();
    expect(first.top?.duration_s).toBeGreaterThan(0.8);
    expect(Math.abs(first.depth_m - 0.4)).toBeLessThan(0.002);
  });

  it('gives every sd, larger for a slower sensor and never below the scale’s', () => {
    const [rep] = reps;
    const [slow] = measured(SET, { interval_s: 0.1 });
    expect(rep.depthSd_m).toBeGreaterThanOrEqual(Math.hypot(TRAVEL_SD_M, SCALE_SD * rep.depth_m));
    expect(rep.depthSd_m).toBeLessThan(0.01);
    for (const phase of ['lower', 'bottom', 'press'] as const) {
      const sd_s = rep[phase]?.durationSd_s ?? NaN;
      expect(sd_s).toBeGreaterThan(0);
      expect(slow[phase]?.durationSd_s).toBeGreaterThan(sd_s);
    }
    expect(rep.press.meanSd_mps).toBeGreaterThan(TRAVEL_SD_M / 2);
    expect(rep.press.meanSd_mps).toBeLessThan(0.02);
  });
});

describe('the propulsive part of a press', () => {
  const braked = (incline_deg: number, path: Path) => measured(path, { incline_deg })[0].press;

  it('is all of it where gravity brakes it', () => {
    const gentle = new Path().rest(1).move(-0.4, 3).rest(1).move(0.4, 1.5, 0.3).rest(1);
    const press = braked(40, gentle);
    expect(press.propulsive_mps).toBeCloseTo(press.mean_mps, 6);
  });

  it('ends where the sled is braked harder than that', () => {
    // 0.4 m in 0.6 s with ramps of 0.1 s brakes at 8 m/s², more than g·sin 40° = 6.3.
    const hard = new Path().rest(1).move(-0.4, 3).rest(1).move(0.4, 0.6, 0.1).rest(1);
    const press = braked(40, hard);
    const steady_mps = 0.4 / 0.5;
    // Until 0.5 s it goes 0.36 m; the start lies 2.5 ms in, at v0.
    expect(press.propulsive_mps).toBeCloseTo(0.36 / (0.5 - (V0_MPS / steady_mps) * 0.1), 2);
    expect(press.propulsive_mps).toBeGreaterThan(1.05 * press.mean_mps);
    expect(braked(80, hard).propulsive_mps).toBeCloseTo(press.mean_mps, 6);
  });

  it('on a level rail ends with the first braking', () => {
    const gentle = new Path().rest(1).move(-0.4, 3).rest(1).move(0.4, 1.5, 0.3).rest(1);
    expect(braked(0, gentle).propulsive_mps).toBeGreaterThan(braked(40, gentle).propulsive_mps);
  });
});

describe('topBetween', () => {
  const [first, second] = measuredReps(SET);

  it('lasts from the press to the next lower, known no better than both', () => {
    const top = topBetween(first, second);
    expect(top?.duration_s).toBeCloseTo((second.lower?.start_s ?? NaN) - first.press.end_s, 9);
    const sd_s = Math.hypot(first.endSd_s, second.startSd_s);
    expect(top?.durationSd_s).toBeGreaterThanOrEqual(sd_s);
    expect(top?.durationSd_s).toBeLessThan(sd_s + 0.01);
  });

  it('is never known exactly: samples lie apart', () => {
    expect(first.endSd_s).toBeGreaterThanOrEqual(0.2 * GRID_STEP_S);
    expect(second.startSd_s).toBeGreaterThanOrEqual(0.2 * GRID_STEP_S);
  });

  it('is none where the next rep has no lower', () => {
    expect(topBetween(first, { ...second, lower: null })).toBeNull();
  });
});

describe('measureSet', () => {
  const rep = (mean_mps: number, depth_m: number, kind: Rep['kind'] = 'full'): Rep => {
    const [first] = measured(SET);
    return { ...first, kind, depth_m, press: { ...first.press, mean_mps } };
  };

  it('measures the full reps alone', () => {
    const set = measureSet([rep(0.5, 0.4), rep(9, 0.1, 'partial'), rep(0.4, 0.38), rep(0.3, 0.36)]);
    expect(set.reps).toBe(3);
    expect(set.velocityLoss).toBeCloseTo(0.4, 9);
    expect(set.depthCv).toBeCloseTo(0.02 / 0.38, 9);
  });

  it('takes the loss from the fastest, not the first', () => {
    expect(measureSet([rep(0.4, 0.4), rep(0.5, 0.4), rep(0.45, 0.4)]).velocityLoss).toBeCloseTo(0.1, 9); // prettier-ignore
    expect(measureSet([rep(0.4, 0.4), rep(0.5, 0.4)]).velocityLoss).toBe(0);
  });

  it('sums the time under tension from lower to the end of press', () => {
    const set = measureSet(measured(SET));
    const { late_s } = analytic(DEPTH_M, LOWER_S);
    const each_s = LOWER_S + HOLD_S + PRESS_S - late_s - analytic(DEPTH_M, PRESS_S).late_s;
    expect(set.timeUnderTension_s).toBeCloseTo(3 * each_s, 1);
  });

  it('says nothing of variation below two reps', () => {
    const nothing = {
      reps: 0,
      timeUnderTension_s: 0,
      timeUnderTensionSd_s: 0,
      depthCv: null,
      velocityLoss: null,
      velocityLossSd: null,
      drift: { depth: null, lower: null, press: null },
      bounces: [],
      vibration: null,
      clip: null,
    };
    expect(measureSet([])).toEqual(nothing);
    const shaken = measureSet([rep(0.5, 0.2, 'partial')]);
    expect(shaken.vibration).not.toBeNull();
    expect({ ...shaken, vibration: null }).toEqual(nothing);
    expect(measureSet([rep(0.5, 0.4)])).toMatchObject({ reps: 1, depthCv: null, velocityLoss: null }); // prettier-ignore
  });
});
