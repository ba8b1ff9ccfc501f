import { describe, it } from 'vitest';
import type { Phase } from '../../../../src/lib/core/sled/report';
import type { TruePhase } from '../../../../src/lib/core/simulate/truth';
import { expectHonest, riddenKinds } from './ridden';

const reps = riddenKinds(4).flatMap((set) => set.reps);

describe('the standard deviation', () => {
  const strokes = reps.flatMap(({ truth, rep }): [TruePhase | null, Phase | null][] => [
    [truth.lower, rep.lower],
    [truth.press, rep.press],
  ]);

  it('of a stroke’s mean speed is honest', () => {
    expectHonest(
      strokes.flatMap(([truth, phase]) =>
        truth && phase ? [{ error: phase.mean_mps - truth.mean_mps, sd: phase.meanSd_mps }] : [],
      ),
    );
  });

  it('of a stroke’s peak speed is honest', () => {
    expectHonest(
      strokes.flatMap(([truth, phase]) =>
        truth && phase ? [{ error: phase.peak_mps - truth.peak_mps, sd: phase.peakSd_mps }] : [],
      ),
    );
  });

  it('of the mean propulsive velocity is honest', () => {
    expectHonest(
      reps.map(({ truth, rep }) => ({
        error: rep.press.propulsive_mps - truth.press.propulsive_mps,
        sd: rep.press.propulsiveSd_mps,
      })),
    );
  });

  it('of a rep’s time under tension is honest', () => {
    expectHonest(
      reps.map(({ truth, rep }) => ({
        error: rep.tension.duration_s - truth.tension.duration_s,
        sd: rep.tension.durationSd_s,
      })),
    );
  });
});
