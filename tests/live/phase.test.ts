import { describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import type { SetTruth } from '$lib/core/simulate/truth';
import { sliceRecording } from '$lib/core/recording';
import { analyse } from '$lib/core/sled/analyse';
import { measureSet } from '$lib/core/sled/measure';
import type { Rep, SetReport, Stroke, Track } from '$lib/core/sled/report';
import { V0_MPS } from '$lib/core/sled/setup';
import { closedReps, countSettled, currentPhase } from '$lib/live/phase';
import { followed } from './followed';

const SPEED_SD_mps = 0.01;
const ALWAYS_LOWERS = 'A set at guide tempo lowers in every rep.';

/** A report whose track runs at 10 Hz through the given velocities, m/s. */
function reportOf(velocities: readonly number[], strokes: Stroke[] = []): SetReport {
  const n = velocities.length;
  const track: Track = {
    t_s: Float64Array.from({ length: n }, (_, i) => i / 10),
    position_m: new Float32Array(n),
    positionSd_m: new Float32Array(n),
    velocity_mps: Float32Array.from(velocities),
    velocitySd_mps: new Float32Array(n).fill(SPEED_SD_mps),
  };
  for (let i = 1; i < n; i++) track.position_m[i] = track.position_m[i - 1] + velocities[i] / 10;
  return {
    algorithm: 'test',
    duration_s: n / 10,
    rate_Hz: 10,
    gaps: [],
    rail: { incline_deg: 45, inclineSd_deg: 1, direction: 'gravity', axis: [1, 0, 0] },
    definitions: { v0_mps: V0_MPS, minTravel_m: 0.1, sledPerSensor: 1 },
    reps: [],
    strokes,
    set: measureSet([]),
    warnings: [],
    track,
  };
}

const still = (n: number) => Array.from({ length: n }, () => 0);
const lowering = (n: number) => Array.from({ length: n }, () => -0.1);
const pressing = (n: number) => Array.from({ length: n }, () => 0.2);
const stroke = (direction: Stroke['direction'], start_s: number, end_s: number): Stroke => ({
  direction,
  start_s,
  end_s,
  travel_m: 0.4,
  rep: 1,
});

describe('the current phase', () => {
  it('is ready without a track', () => {
    expect(currentPhase(reportOf([]))).toEqual({
      name: 'ready',
      start_s: NaN,
      elapsed_s: 0,
      sinceLower_s: null,
      position_m: null,
      speed: null,
      depth: null,
    });
  });

  it('is ready at rest before any stroke', () => {
    expect(currentPhase(reportOf(still(20))).name).toBe('ready');
  });

  it('is lower as soon as the sled has moved 3 cm down, and counts from the first motion', () => {
    expect(currentPhase(reportOf([...still(10), ...lowering(2)])).name).toBe('ready');
    const phase = currentPhase(reportOf([...still(10), ...lowering(5)]));
    expect(phase.name).toBe('lower');
    expect(phase.elapsed_s).toBeCloseTo(0.4);
  });

  it('is the hold after a lower, counted from its end', () => {
    const report = reportOf([...lowering(30), ...still(7)], [stroke('lower', 0, 3)]);
    expect(currentPhase(report)).toMatchObject({ name: 'bottom' });
    expect(currentPhase(report).elapsed_s).toBeCloseTo(0.6);
  });

  it('is the top after a press', () => {
    const report = reportOf([...pressing(20), ...still(5)], [stroke('press', 0, 2)]);
    expect(currentPhase(report).name).toBe('top');
  });

  it('counts a reported stroke that still goes on from its own start, across a stall', () => {
    const stalled = reportOf(
      [...lowering(20), ...still(3), ...lowering(10)],
      [stroke('lower', 0.1, 3.2)],
    );
    expect(currentPhase(stalled)).toMatchObject({ name: 'lower' });
    expect(currentPhase(stalled).elapsed_s).toBeCloseTo(3.1);
  });

  it('knows how long ago the lower of the rep began, until the next', () => {
    const strokes = [stroke('lower', 0.1, 2), stroke('press', 2.5, 3.5)];
    const since = (velocities: number[], known: Stroke[]) =>
      currentPhase(reportOf(velocities, known)).sinceLower_s;
    const down = [...still(1), ...lowering(19)];
    expect(since(down, [])).toBeCloseTo(1.8);
    expect(since([...down, ...still(6)], strokes.slice(0, 1))).toBeCloseTo(2.4);
    expect(since([...down, ...still(5), ...pressing(6)], strokes.slice(0, 1))).toBeCloseTo(2.9);
    const done = [...down, ...still(5), ...pressing(10)];
    expect(since([...done, ...still(6)], strokes)).toBeCloseTo(3.9);
    expect(since([...done, ...still(6), ...lowering(5)], strokes)).toBeCloseTo(0.4);
    // A set that began with a press.
    expect(since([...pressing(10), ...still(3)], [stroke('press', 0, 1)])).toBeNull();
  });

  it('does not call a tremble at the bottom a stroke', () => {
    const report = reportOf([...lowering(30), ...still(3), 0.05, 0.05], [stroke('lower', 0, 3)]);
    expect(currentPhase(report).name).toBe('bottom');
  });

  it('gives the position at the end of the track', () => {
    expect(currentPhase(reportOf(lowering(11))).position_m).toBeCloseTo(-1 / 10);
  });

  it('tells speed and depth from the first motion of a lower that is not reported yet', () => {
    const { speed, depth } = currentPhase(reportOf([...still(10), ...lowering(6)]));
    expect(speed?.speed_mps).toBeCloseTo(0.1);
    expect(speed?.speedSd_mps).toBeCloseTo(SPEED_SD_mps);
    expect(depth?.depth_m).toBeCloseTo(0.05);
    expect(depth?.depthSd_m).toBeCloseTo(0.5 * SPEED_SD_mps);
  });

  it('keeps the deepest place through the hold and the press, and its standard deviation with it', () => {
    const lowered = [...still(1), ...lowering(30)];
    const strokes = [stroke('lower', 0, 3)];
    const held = currentPhase(reportOf([...lowered, ...still(9)], strokes));
    expect(held).toMatchObject({ name: 'bottom', speed: null });
    expect(held.depth?.depth_m).toBeCloseTo(0.3);
    expect(held.depth?.depthSd_m).toBeCloseTo(3 * SPEED_SD_mps);
    const pressed = currentPhase(reportOf([...lowered, ...still(9), ...pressing(5)], strokes));
    expect(pressed).toMatchObject({ name: 'press', depth: held.depth });
    expect(pressed.speed?.speed_mps).toBeCloseTo(0.2);
  });

  it('tells no depth where the set began with a press, and nothing at the top', () => {
    expect(currentPhase(reportOf([...still(5), ...pressing(5)]))).toMatchObject({
      name: 'press',
      depth: null,
    });
    const strokes = [stroke('lower', 0, 1), stroke('press', 1, 2)];
    const top = currentPhase(reportOf([...lowering(10), ...pressing(10), ...still(5)], strokes));
    expect(top).toMatchObject({ name: 'top', speed: null, depth: null });
  });

  it('follows a simulated set: the phase told at a time is the true one there', () => {
    const { recording, truth } = simulate({ seed: 3 });
    const told = (t_s: number) => {
      const n = recording.t_s.findIndex((time_s) => time_s > t_s);
      return currentPhase(analyse(sliceRecording(recording, 0, n))).name;
    };
    const [, second, third] = truth.reps;
    for (const rep of [second, third]) {
      if (!rep.lower) throw new Error(ALWAYS_LOWERS);
      expect(told((rep.lower.start_s + 2 * rep.lower.end_s) / 3)).toBe('lower');
      expect(told((rep.press.start_s + 2 * rep.press.end_s) / 3)).toBe('press');
    }
  });

  it('tells speed and depth of a lower under way that the truth lies about, within their standard deviations', () => {
    const told = [1, 2, 3, 4].flatMap((seed) => {
      const simulation = simulate({ seed });
      return followed(simulation).flatMap((report) => lowerAgainstTruth(report, simulation.truth));
    });
    expect(told.length).toBeGreaterThan(500);
    const within = (errors: readonly number[]) =>
      errors.filter((error) => Math.abs(error) <= 2).length / errors.length;
    // Not fewer than of a normal distribution; more, as the standard deviation of depth is an upper limit.
    expect(within(told.map(({ speedError }) => speedError))).toBeGreaterThan(0.95);
    expect(within(told.map(({ depthError }) => depthError))).toBeGreaterThan(0.95);
  });
});

/** What a report says while the sled is truly being lowered, less the truth, in standard deviations; nothing at other times. */
function lowerAgainstTruth(report: SetReport, { reps, motion }: SetTruth) {
  const now_s = report.track.t_s.at(-1) ?? NaN;
  const rep = reps.find(({ lower }) => lower && lower.start_s < now_s && now_s < lower.end_s);
  const { name, speed, depth } = currentPhase(report);
  if (!rep?.lower || name !== 'lower' || !speed || !depth) return [];
  const row = (t_s: number) => Math.round(t_s * motion.rate_Hz);
  const { position_m, velocity_mps } = motion;
  const depth_m = position_m[row(rep.lower.start_s)] - position_m[row(now_s)];
  return [
    {
      speedError: (speed.speed_mps + velocity_mps[row(now_s)]) / speed.speedSd_mps,
      depthError: (depth.depth_m - depth_m) / depth.depthSd_m,
    },
  ];
}

describe('closed reps', () => {
  it('leave out the rep whose press has not ended', () => {
    const { recording, truth } = simulate({ seed: 3 });
    const { press } = truth.reps[1];
    const repsAt = (t_s: number) => {
      const n = recording.t_s.findIndex((time_s) => time_s > t_s);
      return closedReps(analyse(sliceRecording(recording, 0, n))).length;
    };
    expect(repsAt((press.start_s + press.end_s) / 2)).toBe(1);
    expect(repsAt(press.end_s + 1.5)).toBe(2);
  });
});

describe('settled reps', () => {
  it('are those whose press ended 1.5 s before the last sample', () => {
    const { recording, truth } = simulate({ seed: 3 });
    const [first, second] = analyse(recording).reps;
    const settledAt = (t_s: number) => countSettled(analyse(recording), t_s);
    expect(truth.reps).toHaveLength(settledAt(Infinity));
    expect(settledAt(first.press.end_s + 1.4)).toBe(0);
    expect(settledAt(first.press.end_s + 1.6)).toBe(1);
    expect(settledAt(second.press.end_s + 1.6)).toBe(2);
  });

  it.each([3, 5])('never change while the set goes on (seed %d)', (seed) => {
    // The dwell after a press is not known before the next lower.
    const figures = (rep: Rep) => ({ ...rep, top: null });
    const settled: unknown[] = [];
    for (const report of followed(simulate({ seed }))) {
      const reps = report.reps.slice(0, countSettled(report, report.track.t_s.at(-1) ?? 0));
      expect(reps.length).toBeGreaterThanOrEqual(settled.length);
      expect(reps.slice(0, settled.length).map(figures)).toEqual(settled);
      settled.push(...reps.slice(settled.length).map(figures));
    }
    expect(settled.length).toBeGreaterThan(5);
  });
});
