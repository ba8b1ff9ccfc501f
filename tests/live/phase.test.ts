import { describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { sliceRecording } from '$lib/core/recording';
import { analyse } from '$lib/core/sled/analyse';
import type { SetReport, Stroke, Track } from '$lib/core/sled/report';
import { V0_MPS } from '$lib/core/sled/setup';
import { closedReps, currentPhase } from '$lib/live/phase';

/** A report whose track runs at 10 Hz through the given velocities, m/s. */
function reportOf(velocities: readonly number[], strokes: Stroke[] = []): SetReport {
  const n = velocities.length;
  const track: Track = {
    t_s: Float64Array.from({ length: n }, (_, i) => i / 10),
    position_m: new Float32Array(n),
    positionSd_m: new Float32Array(n),
    velocity_mps: Float32Array.from(velocities),
    velocitySd_mps: new Float32Array(n),
  };
  for (let i = 1; i < n; i++) track.position_m[i] = track.position_m[i - 1] + velocities[i] / 10;
  return {
    algorithm: 'test',
    duration_s: n / 10,
    rate_Hz: 10,
    gaps: [],
    rail: { incline_deg: 45, direction: 'gravity', axis: [1, 0, 0] },
    definitions: { v0_mps: V0_MPS, minTravel_m: 0.1 },
    reps: [],
    strokes,
    set: { reps: 0, timeUnderTension_s: 0, depthCv: null, velocityLoss: null },
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
    expect(currentPhase(reportOf([]))).toEqual({ name: 'ready', elapsed_s: 0, position_m: null });
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

  it('does not call a tremble at the bottom a stroke', () => {
    const report = reportOf([...lowering(30), ...still(3), 0.05, 0.05], [stroke('lower', 0, 3)]);
    expect(currentPhase(report).name).toBe('bottom');
  });

  it('gives the position at the end of the track', () => {
    expect(currentPhase(reportOf(lowering(11))).position_m).toBeCloseTo(-1 / 10);
  });

  it('follows a simulated set: the phase told at a time is the true one there', () => {
    const { recording, truth } = simulate({ seed: 3 });
    const told = (t_s: number) => {
      const n = recording.t_s.findIndex((time_s) => time_s > t_s);
      return currentPhase(analyse(sliceRecording(recording, 0, n))).name;
    };
    const [, second, third] = truth.reps;
    for (const rep of [second, third]) {
      if (!rep.lower) throw new Error('A set at guide tempo lowers in every rep.');
      expect(told((rep.lower.start_s + 2 * rep.lower.end_s) / 3)).toBe('lower');
      expect(told((rep.press.start_s + 2 * rep.press.end_s) / 3)).toBe('press');
    }
  });
});

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
