import { describe, expect, it } from 'vitest';
import type { Motion } from '../../../src/lib/core/signal/smoother';
import { TrackRows } from '../../../src/lib/core/sled/track-rows';
import { motionOf, Path } from '../path';

const START_S = 12.5;
const SET = motionOf(new Path(0.2).rest(1).reps(3).rest(1));

/** The rows `[from, to)` of a motion, moved by an error that grows evenly from `off_m`. */
function windowOf(motion: Motion, from: number, to: number, off_m = 0): Motion {
  const cut = (column: Float64Array) => column.slice(from, to);
  return {
    ...motion,
    length: to - from,
    position_m: cut(motion.position_m).map((s) => s + off_m),
    velocity_mps: cut(motion.velocity_mps),
    bias_mps2: cut(motion.bias_mps2),
    positionSd_m: cut(motion.positionSd_m),
    velocitySd_mps: cut(motion.velocitySd_mps),
  };
}

/** Rows put together from windows `[first, end)`, each with its own offset. */
function rowsOf(...windows: [first: number, end: number, off_m?: number][]): TrackRows {
  const rows = new TrackRows(START_S);
  for (const [first, end, off_m] of windows) rows.add(windowOf(SET, first, end, off_m), first);
  return rows;
}

const apart = (a: Float32Array | Float64Array, b: Float32Array | Float64Array) =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - b[k])));

describe('a track put together from windows', () => {
  it.each<[string, [number, number][]]>([
    ['one window', [[0, SET.length]]],
    ['windows end to end', [[0, 700], [700, 1500], [1500, SET.length]]], // prettier-ignore
    ['windows that overlap', [[0, 800], [650, 1500], [1100, SET.length]]], // prettier-ignore
  ])('of %s that agree is their motion', (_, windows) => {
    const track = rowsOf(...windows).track(null);
    for (const column of Object.values(track)) expect(column).toHaveLength(SET.length);
    const zero_m = SET.position_m[0];
    expect(apart(track.position_m, SET.position_m.map((s) => s - zero_m))).toBeLessThan(1e-6); // prettier-ignore
    expect(apart(track.velocity_mps, SET.velocity_mps)).toBeLessThan(1e-6);
    expect(apart(track.positionSd_m, SET.positionSd_m)).toBeLessThan(1e-6);
    expect(apart(track.velocitySd_mps, SET.velocitySd_mps)).toBeLessThan(1e-6);
    track.t_s.forEach((t_s, k) => expect(t_s).toBeCloseTo(START_S + k / 100, 9));
  });

  it('does not jump where windows differ: across the overlap one fades into the other', () => {
    const off_m = 0.05;
    const { position_m } = rowsOf([0, 800], [600, SET.length, off_m]).track(null);
    const error_m = Array.from(position_m, (s, k) => s - (SET.position_m[k] - SET.position_m[0]));
    expect(Math.max(...error_m.slice(0, 601).map(Math.abs))).toBeLessThan(1e-6);
    for (const error of error_m.slice(800)) expect(error).toBeCloseTo(off_m, 6);
    for (let k = 1; k < error_m.length; k++) {
      const step_m = error_m[k] - error_m[k - 1];
      expect(step_m).toBeGreaterThan(-1e-6);
      expect(step_m).toBeLessThan(2 * (off_m / 200));
    }
  });

  it('keeps what lies before a window as it was', () => {
    const before = rowsOf([0, 800]).track(null);
    const after = rowsOf([0, 800], [600, 1500, 0.3]).track(null);
    expect(after.position_m.slice(0, 600)).toEqual(before.position_m.slice(0, 600));
    expect(after.velocitySd_mps.slice(0, 600)).toEqual(before.velocitySd_mps.slice(0, 600));
  });

  it('is zero where it is told to be', () => {
    const rows = rowsOf([0, SET.length]);
    for (const row of [0, 250, 400]) {
      const { position_m } = rows.track(START_S + row / 100);
      expect(position_m[row]).toBe(0);
      const travel_m = SET.position_m[row + 100] - SET.position_m[row];
      expect(position_m[row + 100]).toBeCloseTo(travel_m, 6);
    }
  });

  it('of no window is empty', () => {
    const { t_s, position_m } = new TrackRows(START_S).track(null);
    expect(t_s).toHaveLength(0);
    expect(position_m).toHaveLength(0);
  });

  it('grows to any length', () => {
    const rows = new TrackRows(0);
    for (let first = 0; first < 50_000; first += 400) rows.add(windowOf(SET, 0, 500), first);
    expect(rows.length).toBe(50_100);
    expect(rows.track(null).velocity_mps[50_099]).toBeCloseTo(SET.velocity_mps[499], 6);
  });
});

describe('a clone', () => {
  it('goes on by itself, and so does what it was made from', () => {
    const rows = rowsOf([0, 800]);
    const settled = structuredClone(rows.track(null));
    const clone = rows.clone();
    clone.add(windowOf(SET, 600, 1500, 0.3), 600);
    expect(rows.track(null)).toEqual(settled);
    const provisional = clone.track(null);
    const kept = structuredClone(provisional);
    rows.add(windowOf(SET, 700, 1600, -0.2), 700);
    expect(provisional).toEqual(kept);
    expect(clone.length).toBe(1500);
    expect(rows.length).toBe(1600);
  });
});
