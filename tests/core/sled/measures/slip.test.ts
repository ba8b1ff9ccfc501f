import { describe, expect, it } from 'vitest';
import { unit } from '../../../../src/lib/core/signal/vector';
import { analyse } from '../../../../src/lib/core/sled/analyse';
import { simulate } from '../../../../src/lib/core/simulate';
import { turned } from '../../../../src/lib/core/simulate/slip';
import { matchByOverlap } from '../../../bench/score';
import { angle_deg } from '../../path';
import { expectHonest, ridden, riddenKinds, type RiddenSet } from './ridden';

type SlippedSet = Pick<RiddenSet, 'truth' | 'report'>;

const SEEDS = [1, 2, 3, 4, 5, 6];
const codes = ({ report }: SlippedSet) => report.warnings.map(({ code }) => code);
const clipOf = ({ report }: SlippedSet) => {
  if (!report.set.clip) throw new Error('Nothing is said of the clip.');
  return report.set.clip;
};

/** How far gravity truly turned in the sensor's eyes, °; the offset turns with the sensor and does not count. */
function gravityTurn_deg({ truth, report }: SlippedSet): number {
  if (!truth.slip || !report.reps[0].mounting) throw new Error('The clip did not slip.');
  const before = unit(report.reps[0].mounting.gravity_mps2);
  const after = turned(before, truth.slip.axis, (-truth.slip.angle_deg * Math.PI) / 180);
  return angle_deg(before, after);
}

describe('a clip that holds', () => {
  const sets = riddenKinds(5);

  it('does not seem to slip', () => {
    for (const set of sets) expect(codes(set)).not.toContain('clip-slipped');
  });

  it('seems to turn by no more than its standard deviations allow', () => {
    const clips = sets.map(clipOf);
    const tilts = clips.map(({ angle_deg, angleSd_deg }) => ({
      error: angle_deg,
      sd: angleSd_deg,
    }));
    const turns = clips.map(({ turn_deg, turnSd_deg }) => ({
      error: turn_deg ?? NaN,
      sd: turnSd_deg ?? NaN,
    }));
    expectHonest(tilts, 20);
    expectHonest(turns, 20);
  });
});

describe('a clip that slips', () => {
  /** A rep in which it slips, or right after, may be lost: nothing tells then how the sensor sits. */
  const slipped = (seed: number, slip_deg: number) => {
    const simulation = simulate({ seed, set: { slip_deg, lower_s: 2, press_s: 1.2 } });
    return { ...simulation, report: analyse(simulation.recording) };
  };

  it.each([1, 2, 3])('by %i° is found out', (slip_deg) => {
    for (const seed of SEEDS) expect(codes(slipped(seed, slip_deg))).toContain('clip-slipped');
  });

  it('has its angle against gravity told to a tenth', () => {
    for (const seed of SEEDS) {
      const set = slipped(seed, 2);
      const error_deg = clipOf(set).angle_deg - gravityTurn_deg(set);
      expect(Math.abs(error_deg)).toBeLessThan(0.1 + 2 * clipOf(set).angleSd_deg);
    }
  });

  it('about the vertical is told from the rail’s heading, of which gravity says nothing', () => {
    for (const seed of SEEDS) {
      const set = slipped(seed, 2);
      const { angle_deg, turn_deg, turnSd_deg } = clipOf(set);
      const whole_deg = Math.hypot(angle_deg, turn_deg ?? NaN);
      expect(Math.abs(whole_deg - 2)).toBeLessThan(0.2 + 2 * (turnSd_deg ?? NaN));
    }
  });

  it('by 5° costs no more than a rep in most sets, and leaves the others as deep as they were', () => {
    const sets = [...SEEDS, 7, 8, 9, 10, 11, 12].map((seed) => slipped(seed, 5));
    const whole = sets.filter(({ truth, report }) => {
      const found = matchByOverlap(
        truth.reps.map(({ press }) => press),
        report.reps.map(({ press }) => press),
      ).filter(([i, j]) => Math.abs(report.reps[j].depth_m - truth.reps[i].depth_m) < 0.04);
      return found.length >= truth.reps.length - 1;
    });
    expect(whole.length).toBeGreaterThanOrEqual(0.6 * sets.length);
  });

  it('is told from the reps so far', () => {
    const set = slipped(3, 2);
    expect(clipOf(set).angle_deg).toBeGreaterThan(1);
    expect(ridden(3, { slip_deg: 2, reps: 1 }).report.set.clip).toBeNull();
  });
});

it('has no heading on an upright rail', () => {
  const clip = clipOf(ridden(1, { incline_deg: 88 }));
  expect(clip).toMatchObject({ turn_deg: null, turnSd_deg: null });
  expect(clip.angle_deg).toBeLessThan(0.1);
});
