import { GRAVITY_MPS2 } from '../../src/lib/core/gravity';
import type { SledMotion } from '../../src/lib/core/simulate/motion';
import { Random } from '../../src/lib/core/simulate/random';
import { readTruth, type TrueRep } from '../../src/lib/core/simulate/truth';
import { V0_MPS } from '../../src/lib/core/sled/setup';
import type { Category, SimulatedSet } from './categories';
import { agreement, matchByOverlap, PHASES, type Agreement, type PhaseName } from './score';
import { alignedTable } from './table';

/** Slower than this share of v0 the velocity is told exactly: more than anybody could know. */
const TOLD_SHARE = 0.25;

/** What phase times err by if nothing errs but what cannot be helped. */
export interface TimeLimit {
  name: string;
  times: Record<PhaseName, Agreement>;
}

/**
 * The limit that a sensor's white noise sets to phase times, as they are defined: the true velocity is told wherever it is
 * slower than a quarter of v0, and in between errs by nothing but the integral of the noise density in the datasheet, which
 * is known to vanish at both ends (a Brownian bridge). No hold is missed, nothing tilts, no offset wanders, no scale errs.
 */
export function timeLimit(
  { name, sensor }: Category,
  sets: readonly SimulatedSet[],
  seed: number,
): TimeLimit {
  const density_mps2PerRootHz = sensor.noise_ugPerRootHz * 1e-6 * GRAVITY_MPS2;
  const errors_s = sets.flatMap(({ truth }, index) => {
    const random = new Random(seed, `${name} ${index} limit`);
    const motion = withNoise(truth.motion, density_mps2PerRootHz / Math.SQRT2, random);
    const { reps } = readTruth({ motion, ...nothingElse(motion) }, truth.incline_deg);
    const pairs = matchByOverlap(
      truth.reps.map(({ press }) => press),
      reps.map(({ press }) => press),
    );
    return pairs.map(([i, j]) => timeErrors_s(truth.reps[i], reps[j]));
  });
  const times = Object.fromEntries(
    PHASES.map((phase) => [phase, agreement(errors_s.flatMap((errors) => errors[phase] ?? []))]),
  ) as Record<PhaseName, Agreement>;
  return { name, times };
}

export function limitTable(limits: readonly TimeLimit[]): string {
  const cell = ({ count, spread_s }: Agreement) =>
    count === 0 ? '–' : `±${(spread_s * 1000).toFixed(0)}`;
  return alignedTable([
    ['category', 'reps', ...PHASES.map((phase) => `${phase} ms`)],
    ...limits.map(({ name, times }) => [
      name,
      `${times.press.count}`,
      ...PHASES.map((phase) => cell(times[phase])),
    ]),
  ]);
}

/** The motion with what a white noise adds to its velocity; `walk_mps`: its sd after a second. */
function withNoise(motion: SledMotion, walk_mps: number, random: Random): SledMotion {
  const { velocity_mps, rate_Hz, length } = motion;
  const error_mps = new Float64Array(length);
  const step_mps = walk_mps / Math.sqrt(rate_Hz);
  let told = 0;
  for (let k = 1; k < length; k++) {
    error_mps[k] = error_mps[k - 1] + step_mps * random.normal();
    if (Math.abs(velocity_mps[k]) >= TOLD_SHARE * V0_MPS) continue;
    const slope_mps = error_mps[k] / (k - told);
    for (let i = told + 1; i <= k; i++) error_mps[i] -= (i - told) * slope_mps;
    told = k;
  }
  return { ...motion, velocity_mps: velocity_mps.map((v_mps, k) => v_mps + error_mps[k]) };
}

/** What times are read without. */
function nothingElse({ length }: SledMotion) {
  const none = new Float64Array(length);
  return {
    script: { knocks: [], bounces_s: [], slams_s: [] },
    felt: { accel_mps2: [none, none, none] as const },
  };
}

function timeErrors_s(truth: TrueRep, read: TrueRep): Record<PhaseName, { error: number } | null> {
  const error = (phase: PhaseName) => {
    const [expected, found] = [truth[phase], read[phase]];
    return expected && found ? { error: found.duration_s - expected.duration_s } : null;
  };
  return {
    lower: error('lower'),
    bottom: error('bottom'),
    press: error('press'),
    top: error('top'),
  };
}
