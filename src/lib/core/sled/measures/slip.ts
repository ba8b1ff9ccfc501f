import { median } from '../../signal/statistics';
import type { Vector3 } from '../../recording';
import { cross, dot, norm, scale, subtract, unit } from '../../signal/vector';
import type { ClipTurn, Mounting, Rep, Warning } from '../report';

const SETTINGS = {
  /** The turn is between the first and the last reps: this share of the set each. */
  endShare: 1 / 3,
  /** Gravity's direction differs from rep to rep by no less than this, °: tilt at another depth, a wandering offset. */
  leastSd_deg: 0.03,
  /** A rail with a smaller part along the level (above 80°) hardly has a heading. */
  leastLevelPart: 0.17,
  /** A turn is worth a word beyond these, °, and beyond so many of its standard deviations. */
  least_deg: 0.5,
  leastTurn_deg: 1,
  sds: 3,
};

/**
 * How far the sensor turned on the sled between the first and the last reps: against gravity, and about
 * the vertical, which gravity does not show and the rail's own direction does. Null below two reps.
 */
export function clipTurn(reps: readonly Rep[]): ClipTurn | null {
  const mountings = reps.flatMap(({ mounting }) => mounting ?? []);
  if (mountings.length < 2) return null;
  const count = Math.max(1, Math.floor(SETTINGS.endShare * mountings.length));
  const [first, last] = [mountings.slice(0, count), mountings.slice(-count)];
  const [before, after] = [meanDirection(first), meanDirection(last)];
  const each_deg = Math.hypot(scatter_deg(mountings), SETTINGS.leastSd_deg);
  return {
    angle_deg: angle_deg(before, after),
    angleSd_deg: each_deg * Math.sqrt(2 / count),
    ...headingTurn(first, last, before, after),
  };
}

/** The warning about a clip that slipped; none where it held or nobody can tell. */
export function slipWarnings(clip: ClipTurn | null): Warning[] {
  if (!clip) return [];
  const { angle_deg, angleSd_deg, turn_deg, turnSd_deg } = clip;
  const { least_deg, leastTurn_deg, sds } = SETTINGS;
  const tipped = angle_deg > Math.max(least_deg, sds * angleSd_deg);
  const turned = Math.abs(turn_deg ?? 0) > Math.max(leastTurn_deg, sds * (turnSd_deg ?? 0));
  if (!tipped && !turned) return [];
  const by_deg = Math.hypot(angle_deg, turned ? (turn_deg ?? 0) : 0);
  return [
    {
      code: 'clip-slipped',
      message: `Between the first and the last reps the sensor turned by ${by_deg.toFixed(1)}° on the sled: clip it on tighter, depth may be off.`,
    },
  ];
}

/** Turn about the vertical, ° (right-handed about up), from how the rail's heading changed. */
function headingTurn(
  first: readonly Mounting[],
  last: readonly Mounting[],
  up: Vector3,
  upAfter: Vector3,
): Pick<ClipTurn, 'turn_deg' | 'turnSd_deg'> {
  const before = meanAxis(first);
  const after = meanAxis(last);
  const heading = levelPart(before.axis, up);
  // Tip the later rail back with gravity first, so that only its heading is left to differ.
  const later = levelPart(tipped(after.axis, upAfter, up), up);
  const level = Math.min(norm(heading), norm(later));
  if (!(level > SETTINGS.leastLevelPart)) return { turn_deg: null, turnSd_deg: null };
  const turn_rad = Math.atan2(dot(cross(later, heading), up), dot(heading, later));
  return {
    turn_deg: (turn_rad * 180) / Math.PI,
    turnSd_deg: Math.hypot(before.sd_deg, after.sd_deg) / level,
  };
}

function levelPart(axis: Vector3, up: Vector3): Vector3 {
  return subtract(axis, scale(up, dot(axis, up)));
}

/** `vector` turned as the unit vector `from` turns to `to` by the shortest way; NaN where they are opposite. */
function tipped(vector: Vector3, from: Vector3, to: Vector3): Vector3 {
  const axis = cross(from, to);
  const once = cross(axis, vector);
  const twice = scale(cross(axis, once), 1 / (1 + dot(from, to)));
  return sum([vector, once, twice]);
}

function meanDirection(mountings: readonly Mounting[]): Vector3 {
  return unit(sum(mountings.map(({ gravity_mps2 }) => unit(gravity_mps2))));
}

/** The mean rail, the surer ones counting more. */
function meanAxis(mountings: readonly Mounting[]): { axis: Vector3; sd_deg: number } {
  const weights = mountings.map(({ axisSd_deg }) => 1 / axisSd_deg ** 2);
  const total = weights.reduce((all, weight) => all + weight, 0);
  const axis = sum(mountings.map((mounting, i) => scale(mounting.axis, weights[i] / total)));
  return { axis, sd_deg: 1 / Math.sqrt(total) };
}

function sum(vectors: readonly Vector3[]): Vector3 {
  return vectors.reduce<Vector3>(([x, y, z], [a, b, c]) => [x + a, y + b, z + c], [0, 0, 0]);
}

/** Usual difference of one rep's gravity from the next, per rep and direction; one slip does not change a median. */
function scatter_deg(mountings: readonly Mounting[]): number {
  const steps = mountings
    .slice(1)
    .map(({ gravity_mps2 }, i) => angle_deg(mountings[i].gravity_mps2, gravity_mps2));
  // Of a plane step of sd σ√2 each way the median length is 1.18·σ√2.
  return steps.length < 3 ? 0 : median(steps) / 1.67;
}

function angle_deg(a: Vector3, b: Vector3): number {
  return (Math.atan2(norm(cross(a, b)), dot(a, b)) * 180) / Math.PI;
}
