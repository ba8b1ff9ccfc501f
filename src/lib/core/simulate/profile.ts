import type { Random } from './random';

/**
 * Speed over a stroke as a share of its mean speed; the argument is the share of its duration that
 * has passed, 0 to 1. Speed and acceleration are zero at both ends, the mean is 1.
 */
export type Profile = (share: number) => number;

export type LowerShape =
  'minimum-jerk' | 'steady' | 'constant' | 'early' | 'late' | 'drop' | 'falling';
export type PressShape = 'minimum-jerk' | 'steady' | 'early' | 'late' | 'explosive';

/** A region where the stroke slows: `depth` 1 would stop it. Place and width are shares of the duration. */
export interface Dip {
  at: number;
  width: number;
  depth: number;
}

/** Hand-made unevenness of a controlled movement: its speed swings by ± `amplitude`. */
export interface Ripple {
  amplitude: number;
  cycles: number;
  phase: number;
}

/** The smoothest way from rest to rest (Flash & Hogan 1985, doi 10.1523/JNEUROSCI.05-07-01688.1985). */
export const minimumJerk: Profile = (share) => 30 * share * share * (1 - share) * (1 - share);

/** Speeds up over the first `rise` of the time, brakes over the last `fall`; `slope` leans the part between. */
export function ramps(rise: number, fall: number, slope = 0): Profile {
  return normalised(
    (share) =>
      smoothStep(share / rise) * smoothStep((1 - share) / fall) * (1 + slope * (share - 0.5)),
  );
}

/** A fall over the first `share` of the time that does `done` of the way; the rest is eased down. */
function falling(share: number, done: number): Profile {
  const rest = ramps(0.1, 0.3);
  return normalised((at) => {
    const fall = at < share ? (done / share) * minimumJerk(at / share) : 0;
    return fall + (1 - done) * rest(at);
  });
}

/** Pushed off ever faster, then let go: over the last `coast` of the time its speed falls evenly to nothing. */
export function thrown(coast: number): Profile {
  return normalised((at) =>
    at < 1 - coast ? smoothStep(at / (1 - coast)) : Math.max(0, (1 - at) / coast),
  );
}

export function withDip(profile: Profile, { at, width, depth }: Dip): Profile {
  return normalised((share) => {
    const x = (share - at) / width;
    if (x <= -0.5 || x >= 0.5) return profile(share);
    return profile(share) * (1 - (depth * (1 + Math.cos(2 * Math.PI * x))) / 2);
  });
}

export function withRipple(profile: Profile, { amplitude, cycles, phase }: Ripple): Profile {
  return normalised(
    (share) => profile(share) * (1 + amplitude * Math.sin(2 * Math.PI * (cycles * share + phase))),
  );
}

/** One person's way of making that shape this time. */
export function drawProfile(shape: LowerShape | PressShape, random: Random): Profile {
  const near = (value: number) => value * random.uniform(0.85, 1.15);
  switch (shape) {
    case 'minimum-jerk':
      return minimumJerk;
    case 'steady':
      return ramps(near(0.18), near(0.15), random.uniform(-0.5, 0.5));
    case 'constant':
      return ramps(near(0.08), near(0.08));
    case 'early':
      return ramps(near(0.25), near(0.7));
    case 'late':
      return ramps(near(0.65), near(0.3));
    case 'drop':
      return ramps(near(0.6), near(0.2), 1);
    case 'falling':
      return falling(near(0.22), near(0.7));
    case 'explosive':
      return ramps(near(0.3), near(0.5), -0.3);
  }
}

/** 0 below 0, 1 above 1, between them a cubic with level ends. */
export function smoothStep(x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x * x * (3 - 2 * x);
}

function normalised(profile: Profile): Profile {
  const points = 500;
  let sum = 0;
  for (let i = 0; i < points; i++) sum += profile((i + 0.5) / points);
  const scale = points / sum;
  return (share) => scale * profile(share);
}
