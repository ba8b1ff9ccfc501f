import { GRID_STEP_S } from '../signal/even-grid';
import type { Motion } from '../signal/smoother';
import { median } from '../signal/statistics';
import {
  LEAK_TERMS,
  leakAt,
  smoothMeans,
  smoothSteps,
  STEP_S,
  type Belief,
  type LeakRow,
  type SmoothedSteps,
  type StepEvidence,
} from '../signal/step-smoother';
import { leakRows, type LeakSighting } from './leak-fit';
import type { Rests } from './hold-search';
import { STEP_CELLS } from './step-means';

/** Places of the smoothed state. */
const [S, V, B] = [0, 1, 2] as const;

const SETTINGS = {
  /** How exactly the sled comes back to its top, sd, and how the accelerometer's bias wanders. */
  topSd_m: 0.02,
  biasWalk_mps2psqrts: 0.001,
  /** Rebounds and knocks shake every axis: the leak is sighted only where it is calmer than this. */
  calm_mps2: 1.5,
  unsighted_steps: 8,
  /** Sway in a hold: velocity sd and how long it lasts. */
  swaySd_mps: 0.004,
  swayTime_s: 0.3,
  /** Speed at the ends of a hold; it dies away inside, the more slowly the longer the stroke beside it took. */
  creep_mps: 0.04,
  creepShare: 0.08,
  /** An edge of a hold that looks so fast tells of rest as if it swayed so many times as fast. */
  straySds: 3,
  /** Where nothing is known, the sled is on its travel and not faster than strokes are, sd. */
  anywhere_m: 0.3,
  anyhow_mps: 0.3,
};

/** A stretch of a ride in steps, with what was decided about it; edges count from its first step. */
export interface Window {
  steps: number;
  gained_mps: Float64Array;
  shifted_m: Float64Array;
  noise_m2ps3: Float64Array;
  /** 1 where nothing is known of the motion in a step. */
  lost: Uint8Array;
  /** Acceleration along the rail in each cell, bias and leak still in it, m/s². */
  along_mps2: Float64Array;
  /** The leak as a witness shows it in each step, and what of it is not noise; NaN where nothing shows it. */
  witness_mps2: Float64Array;
  seen_mps2: Float64Array;
  /** Whether the witness drifts. */
  witnessDrifts: boolean;
  /** Edges may lie before the window or beyond it. */
  rests: Rests;
}

/** Smooths a window, given what is known at its first edge; `leakKnown` says whether the leak is. */
export function smoothWindow(
  window: Window,
  first: Belief,
  { leakKnown }: { leakKnown: boolean },
): SmoothedSteps {
  const evidence = evidenceOf(window);
  const rough = leakKnown
    ? smoothMeans(first, evidence, [])
    : smoothMeans(first, { ...evidence, ...withoutSeen(window) }, NO_MORE_LEAK);
  const rows = leakRows(sightings(window, rough), { drifts: window.witnessDrifts });
  return smoothSteps(
    first,
    { ...evidence, restSd_mps: restsAsSeen(evidence.restSd_mps, window.rests, rough) },
    rows,
  );
}

/** What is known of a window's motion before it is smoothed. */
function evidenceOf(window: Window): StepEvidence {
  const { holds, tops, beginnings } = window.rests;
  return {
    ...window,
    restSd_mps: restSd(holds, window.steps + 1),
    tops: tops.filter((edge) => edge >= 0 && edge <= window.steps),
    topSd_m: SETTINGS.topSd_m,
    biasWalk_mps2psqrts: SETTINGS.biasWalk_mps2psqrts,
    breaks: [...beginnings.map((edge) => edge - 1), ...lostSteps(window)],
  };
}

function lostSteps({ lost, steps }: Window): number[] {
  const found: number[] = [];
  for (let k = 0; k < steps; k++) if (lost[k] === 1) found.push(k);
  return found;
}

/** Says that next to no leak is left. */
const NO_MORE_LEAK: readonly LeakRow[] = Array.from({ length: LEAK_TERMS }, (_, j) => ({
  weights: Array.from({ length: LEAK_TERMS }, (_, i) => (i === j ? 300 : 0)),
  value: 0,
}));

/** What was gained over each step with the leak that a witness shows taken out of it. */
function withoutSeen({
  gained_mps,
  shifted_m,
  seen_mps2,
}: Window): Pick<StepEvidence, 'gained_mps' | 'shifted_m'> {
  return {
    gained_mps: gained_mps.map((gained, k) => gained - STEP_S * seen_mps2[k]),
    shifted_m: shifted_m.map((shifted, k) => shifted - 0.5 * STEP_S ** 2 * seen_mps2[k]),
  };
}

/** The sightings of the leak, of two steps each, but for the newest: they will be seen again from the next window. */
function sightings(window: Window, { mean }: Pick<SmoothedSteps, 'mean'>): LeakSighting[] {
  const { witness_mps2, gained_mps, steps } = window;
  const rows: LeakSighting[] = [];
  for (let k = 0; k + 2 <= steps - SETTINGS.unsighted_steps; k += 2) {
    const seen_mps2 = (witness_mps2[k] + witness_mps2[k + 1]) / 2;
    const accel_mps2 = (gained_mps[k] + gained_mps[k + 1]) / (2 * STEP_S);
    if (!Number.isFinite(seen_mps2) || Math.abs(accel_mps2) > SETTINGS.calm_mps2) continue;
    rows.push({ position_m: mean(k + 1, S), witness_mps2: seen_mps2, accel_mps2 });
  }
  return rows;
}

/** What is left of the creeping beside a stroke of so many edges, so many edges away from it. */
function fading(edges: number, stroke: number): number {
  return stroke > 0 ? Math.exp(-edges / (SETTINGS.creepShare * stroke)) : 0;
}

/**
 * Standard deviation of "at rest" at each edge, ∞ outside the holds: sway, and towards a hold's ends
 * the creeping that a stroke begins and ends with. Both last a while, so that one edge says little.
 */
function restSd(holds: Rests['holds'], edges: number): Float64Array {
  const { swaySd_mps, swayTime_s, creep_mps } = SETTINGS;
  const sd_mps = new Float64Array(edges).fill(Infinity);
  const repeats = Math.sqrt(swayTime_s / STEP_S);
  holds.forEach(({ start, end }, i) => {
    const before = i === 0 ? 0 : start - holds[i - 1].end;
    const after = i === holds.length - 1 ? 0 : holds[i + 1].start - end;
    for (let k = Math.max(0, start); k < Math.min(end, edges); k++) {
      const creeping = fading(k - start, before) + fading(end - k, after);
      sd_mps[k] = repeats * Math.hypot(swaySd_mps, creep_mps * creeping);
    }
  });
  return sd_mps;
}

/**
 * What "at rest" says once a first look has shown the velocities. In a hold they are known but for what they err by together: most of them
 * agree, and there it rests. The further from there an edge is the less it says, so that the ends of strokes that were read as parts
 * of a hold do not pull at it (weights of Cauchy's distribution; Holland & Welsch 1977, doi 10.1080/03610927708827533).
 */
function restsAsSeen(
  restSd_mps: ArrayLike<number>,
  { holds }: Rests,
  { mean }: Pick<SmoothedSteps, 'mean'>,
): Float64Array {
  const { straySds, swayTime_s } = SETTINGS;
  const factor = straySds * Math.sqrt(swayTime_s / STEP_S);
  const seen_mps = Float64Array.from(restSd_mps);
  for (const { start, end } of holds) {
    const [from, to] = [Math.max(0, start), Math.min(end, seen_mps.length)];
    const velocities_mps = Array.from({ length: to - from }, (_, i) => mean(from + i, V));
    const middle_mps = median(velocities_mps);
    velocities_mps.forEach((velocity_mps, i) => {
      seen_mps[from + i] = Math.hypot(seen_mps[from + i], factor * (velocity_mps - middle_mps));
    });
  }
  return seen_mps;
}

/** A motion on grid edges, and the acceleration left when bias and leak are taken out of it. */
export interface FollowedMotion {
  motion: Motion;
  accel_mps2: Float64Array;
}

/**
 * Fills the smoothed steps in: between two edges of steps the acceleration itself tells the motion; what
 * does not meet the next edge is spread evenly. `scale` multiplies every standard deviation.
 */
export function fillIn(window: Window, smoothed: SmoothedSteps, scale: number): FollowedMotion {
  const cells = window.steps * STEP_CELLS;
  const column = () => new Float64Array(cells + 1);
  const [position_m, velocity_mps, bias_mps2] = [column(), column(), column()];
  const [positionSd_m, velocitySd_mps] = [column(), column()];
  const accel_mps2 = new Float64Array(cells);
  for (let k = 0; k < window.steps; k++) {
    const at = k * STEP_CELLS;
    const bias = smoothed.mean(k, B);
    const biasStep = (smoothed.mean(k + 1, B) - smoothed.mean(k, B)) / STEP_CELLS;
    const leak = smoothed.leak(k);
    let s = smoothed.mean(k, S);
    let v = smoothed.mean(k, V);
    for (let i = 0; i < STEP_CELLS; i++) {
      const b = bias + i * biasStep;
      const a = window.along_mps2[at + i] - b - leakAt(leak, 0, s);
      position_m[at + i] = s;
      velocity_mps[at + i] = v;
      bias_mps2[at + i] = b;
      accel_mps2[at + i] = a;
      s += GRID_STEP_S * (v + 0.5 * GRID_STEP_S * a);
      v += GRID_STEP_S * a;
    }
    addRamp(position_m, at, 0, smoothed.mean(k + 1, S) - s);
    addRamp(velocity_mps, at, 0, smoothed.mean(k + 1, V) - v);
    addRamp(positionSd_m, at, scale * smoothed.sd(k, S), scale * smoothed.sd(k + 1, S));
    addRamp(velocitySd_mps, at, scale * smoothed.sd(k, V), scale * smoothed.sd(k + 1, V));
  }
  const last = window.steps;
  position_m[cells] = smoothed.mean(last, S);
  velocity_mps[cells] = smoothed.mean(last, V);
  for (const [from, to] of lostSpans(window)) {
    // What lies between is not known: the straight way from the one place to the other.
    const edges = [from * STEP_CELLS, to * STEP_CELLS] as const;
    const way = { from_m: position_m[edges[0]], to_m: smoothed.mean(to, S) };
    goStraight({ position_m, velocity_mps, positionSd_m, velocitySd_mps }, edges, way);
    accel_mps2.fill(0, ...edges);
  }
  bias_mps2[cells] = smoothed.mean(last, B);
  positionSd_m[cells] = scale * smoothed.sd(last, S);
  velocitySd_mps[cells] = scale * smoothed.sd(last, V);
  const edge = (cell: number) => Math.min(last, Math.max(0, Math.round(cell / STEP_CELLS)));
  const motion: Motion = {
    length: cells + 1,
    position_m,
    velocity_mps,
    bias_mps2,
    positionSd_m,
    velocitySd_mps,
    travelSd_m: (i, j) => scale * smoothed.travelSd_m(edge(i), edge(j)),
    velocityCovariance_m2ps2: (i, j) =>
      scale ** 2 * smoothed.velocityCovariance_m2ps2(edge(i), edge(j)),
  };
  return { motion, accel_mps2 };
}

/** The stretches of steps `[from, to)` that are lost. */
function lostSpans({ lost, steps }: Window): [from: number, to: number][] {
  const spans: [number, number][] = [];
  for (let k = 0; k < steps; k++) {
    if (lost[k] === 0) continue;
    const span = spans.at(-1);
    if (span?.[1] === k) span[1]++;
    else spans.push([k, k + 1]);
  }
  return spans;
}

/** Lets a motion go straight between two edges of cells, no surer than of being somewhere on the travel. */
function goStraight(
  columns: Pick<Motion, 'position_m' | 'velocity_mps' | 'positionSd_m' | 'velocitySd_mps'>,
  [from, to]: readonly [number, number],
  { from_m, to_m }: { from_m: number; to_m: number },
): void {
  const { anywhere_m, anyhow_mps } = SETTINGS;
  const velocity_mps = (to_m - from_m) / ((to - from) * GRID_STEP_S);
  for (let k = from; k < to; k++) {
    columns.position_m[k] = from_m + ((k - from) / (to - from)) * (to_m - from_m);
    columns.velocity_mps[k] = velocity_mps;
    columns.positionSd_m[k] = Math.min(anywhere_m, columns.positionSd_m[k]);
    columns.velocitySd_mps[k] = Math.min(anyhow_mps, columns.velocitySd_mps[k]);
  }
}

/** Adds a straight line to the values of one step. */
function addRamp(values: Float64Array, at: number, from: number, to: number): void {
  for (let i = 0; i < STEP_CELLS; i++) values[at + i] += from + (i / STEP_CELLS) * (to - from);
}
