import { expect } from 'vitest';
import type { Dwell, Rep, SetReport } from '../../../src/lib/core/sled/report';

/** Looks a report over for what holds of any report, whatever was recorded. */
export function expectSound(report: SetReport): void {
  report.reps.forEach((rep, i) => {
    expectSoundRep(rep, report.reps[i + 1]);
    expectSoundRide(rep);
  });
  expect(report.reps.map(({ index }) => index)).toEqual(report.reps.map((_, i) => i + 1));
  expectStrokesOfReps(report);
  expectSoundSet(report);
  expectSoundTrack(report);
  expect(lostInJson({ ...report, track: null })).toEqual([]);
}

/** Paths to what JSON cannot hold: NaN, ∞, undefined, typed arrays. */
function lostInJson(value: unknown, path = 'report'): string[] {
  if (value === undefined || ArrayBuffer.isView(value)) return [path];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => lostInJson(part, `${path}.${key}`));
}

function expectSoundRep({ lower, bottom, press, top, ...rep }: Rep, next: Rep | undefined): void {
  expect(bottom === null).toBe(lower === null);
  for (const phase of [lower, press]) {
    if (!phase) continue;
    expect(phase.end_s - phase.start_s).toBeCloseTo(phase.duration_s, 6);
    expect(phase.duration_s).toBeGreaterThan(0);
    expect(phase.mean_mps).toBeGreaterThan(0);
    expect(phase.peak_mps).toBeGreaterThan(0);
    expect(phase.durationSd_s).toBeGreaterThan(0);
    expect(phase.meanSd_mps).toBeGreaterThan(0);
    expect(phase.peakSd_mps).toBeGreaterThan(0);
  }
  if (lower) expect(lower.end_s + durationOf(bottom)).toBeCloseTo(press.start_s, 6);
  if (top) expect(press.end_s + durationOf(top)).toBeCloseTo(next?.lower?.start_s ?? NaN, 6);
  for (const dwell of [bottom, top]) {
    if (!dwell) continue;
    expect(dwell.duration_s).toBeGreaterThan(-1e-9);
    expect(dwell.durationSd_s).toBeGreaterThan(0);
  }
  expect(press.propulsive_mps).toBeGreaterThan(0);
  expect(press.propulsiveSd_mps).toBeGreaterThan(0);
  expect(rep.depth_m).toBeGreaterThan(0);
  expect(rep.depthSd_m).toBeGreaterThan(0);
  if (next) expect((next.lower ?? next.press).start_s).toBeGreaterThanOrEqual(press.end_s);
}

function expectSoundRide({ lower, tension, ...rep }: Rep): void {
  const { lowering, turnaround, stop, knocks, vibration, mounting, press } = rep;
  expect(tension.duration_s).toBeCloseTo(press.end_s - (lower ?? press).start_s, 6);
  expect(tension.durationSd_s).toBeGreaterThan(0);
  for (const ofLower of [lowering, turnaround]) expect(ofLower === null).toBe(lower === null);
  if (lowering) {
    expect(lowering.peakRatio).toBeGreaterThan(0.99);
    expect(lowering.beforePeak).toBeGreaterThanOrEqual(0);
    expect(lowering.beforePeak).toBeLessThanOrEqual(1.1);
    expect(Math.min(lowering.peakRatioSd, lowering.dropSd_mps2)).toBeGreaterThan(0);
  }
  if (turnaround) expect(turnaround.accelSd_mps2).toBeGreaterThan(0);
  expect(stop.brakingSd_mps2).toBeGreaterThan(0);
  for (const knock of [knocks?.bottom, knocks?.top]) {
    if (knock) expect(Math.min(knock.size_mps2, knock.sizeSd_mps2)).toBeGreaterThan(0);
  }
  if (vibration) expect(vibration.rmsSd_mps2).toBeGreaterThanOrEqual(0);
  if (mounting) expect(Math.hypot(...mounting.axis)).toBeCloseTo(1, 6);
}

const durationOf = (dwell: Dwell | null) => dwell?.duration_s ?? NaN;

/** Every stroke of a rep is listed as that rep's, and no other stroke is. */
function expectStrokesOfReps({ reps, strokes, definitions }: SetReport): void {
  const expected = reps.flatMap(({ index, lower, press }) => [
    ...(lower ? [{ rep: index, direction: 'lower', start_s: lower.start_s, end_s: lower.end_s }] : []), // prettier-ignore
    { rep: index, direction: 'press', start_s: press.start_s, end_s: press.end_s },
  ]);
  const listed = strokes
    .filter(({ rep }) => rep !== null)
    .map(({ rep, direction, start_s, end_s }) => ({ rep, direction, start_s, end_s }));
  expect(listed).toEqual(expected);
  strokes.forEach(({ start_s, end_s, travel_m }, i) => {
    expect(end_s).toBeGreaterThan(start_s);
    expect(start_s).toBeGreaterThanOrEqual(strokes[i - 1]?.end_s ?? -Infinity);
    // Between its passings of v0 a stroke is shorter than between its turns.
    expect(travel_m).toBeGreaterThan(0.5 * definitions.minTravel_m);
  });
}

function expectSoundSet({ reps, set, duration_s, rail, warnings }: SetReport): void {
  expect(set.reps).toBe(reps.filter(({ kind }) => kind === 'full').length);
  expect(set.timeUnderTension_s).toBeGreaterThanOrEqual(0);
  expect(set.timeUnderTension_s).toBeLessThanOrEqual(duration_s + 0.1);
  expect(set.depthCv === null).toBe(set.reps < 2);
  expect(set.velocityLoss === null).toBe(set.reps < 2);
  expect(set.velocityLossSd === null).toBe(set.reps < 2);
  expect(set.drift.depth === null).toBe(set.reps < 3);
  expect(set.timeUnderTensionSd_s).toBeGreaterThanOrEqual(0);
  expect(rail.inclineSd_deg === null).toBe(rail.incline_deg === null);
  if (rail.incline_deg !== null) {
    expect(rail.incline_deg).toBeGreaterThanOrEqual(0);
    expect(rail.incline_deg).toBeLessThanOrEqual(90);
    expect(Math.hypot(...(rail.axis ?? []))).toBeCloseTo(1, 6);
  }
  for (const { message } of warnings) expect(message).toMatch(/^\S.*\.$/);
}

/** Even in time, columns of one length, and known wherever a stroke is. */
function expectSoundTrack({ track, strokes }: SetReport): void {
  const { t_s, ...columns } = track;
  for (const column of Object.values(columns)) {
    expect(column).toHaveLength(t_s.length);
    expect(column.every((value) => Number.isFinite(value) || Number.isNaN(value))).toBe(true);
  }
  for (let i = 1; i < t_s.length; i += 97) expect(t_s[i] - t_s[i - 1]).toBeCloseTo(0.01, 6);
  for (const { start_s, end_s } of strokes) {
    const middle = Math.round(((start_s + end_s) / 2 - t_s[0]) / 0.01);
    for (const column of Object.values(columns)) expect(column[middle]).not.toBeNaN();
  }
}
