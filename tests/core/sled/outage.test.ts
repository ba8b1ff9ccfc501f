import { describe, expect, it } from 'vitest';
import { recordingOf, samplesOf, type Recording } from '../../../src/lib/core/recording';
import { analyse } from '../../../src/lib/core/sled/analyse';
import type { Rep } from '../../../src/lib/core/sled/report';
import { simulate, type Simulation } from '../../../src/lib/core/simulate';
import type { TrueRep } from '../../../src/lib/core/simulate/truth';
import { expectSound } from './sound';

const SETS = [1, 2, 3, 4, 5, 6].map((seed) => simulate({ seed }));
/** The reps that lose samples, counted from 0. */
const HIT = [3, 5];

/** What an outage made of a set. */
interface Outcome {
  /** The rep that lost its samples, if it is there. */
  hit: Rep | undefined;
  /** The others as they were found, each with its truth. */
  others: { found: Rep | undefined; truth: TrueRep }[];
  codes: string[];
}

function without({ recording }: Simulation, start_s: number, end_s: number): Recording {
  const samples = samplesOf(recording);
  return recordingOf(samples.filter(({ t_s }) => t_s < start_s || t_s > end_s));
}

function outagesAt(from_s: (rep: TrueRep) => number, duration_s: number): Outcome[] {
  return SETS.flatMap((set) =>
    HIT.map((hit): Outcome => {
      const { reps } = set.truth;
      const start_s = from_s(reps[hit]);
      const report = analyse(without(set, start_s, start_s + duration_s));
      expectSound(report);
      const found = (truth: TrueRep) =>
        report.reps.find(({ press }) => Math.abs(press.end_s - truth.press.end_s) < 1.2);
      const others = reps.filter((_, i) => i !== hit);
      return {
        hit: found(reps[hit]),
        others: others.map((truth) => ({ truth, found: found(truth) })),
        codes: report.warnings.map(({ code }) => code),
      };
    }),
  );
}

const inLower = ({ lower }: TrueRep) => (lower?.start_s ?? NaN) + 1;
const inBottom = (duration_s: number) => (rep: TrueRep) =>
  ((rep.lower?.end_s ?? NaN) + rep.press.start_s - duration_s) / 2;
const inPress = ({ press }: TrueRep) => press.start_s + 0.2;

describe('samples lost for a while', () => {
  it.each([1, 1.5, 1.9, 2.1])('%d s in a lower make that rep doubtful and no other', (lost_s) => {
    for (const { hit, others } of outagesAt(inLower, lost_s)) {
      expect(hit?.quality).toBe('doubtful');
      for (const { found, truth } of others) {
        expect(found?.quality).toBe('good');
        expect(Math.abs((found?.depth_m ?? NaN) - truth.depth_m)).toBeLessThan(0.05);
      }
    }
  });

  it.each([
    ['3 s from a lower on', inLower, 3],
    ['1 s about a bottom', inBottom(1), 1],
    ['2 s about a bottom', inBottom(2), 2],
    ['3 s about a bottom', inBottom(3), 3],
    ['1 s from a press on', inPress, 1],
  ])('%s leave no rep good that lost them, and next to all others', (_, from_s, lost_s) => {
    const outcomes = outagesAt(from_s, lost_s);
    for (const { hit, codes } of outcomes) {
      if (hit) expect(hit.quality).toBe('doubtful');
      else expect(codes).toContain('samples-lost');
    }
    const others = outcomes.flatMap((outcome) => outcome.others);
    const found = others.flatMap((each) => (each.found ? [{ ...each, found: each.found }] : []));
    expect(found).toHaveLength(others.length);
    const good = found.filter((each) => each.found.quality === 'good');
    // What begins right after them may begin with a velocity that nothing shows.
    expect(good.length / others.length).toBeGreaterThan(0.95);
    for (const { found: rep, truth } of good) {
      expect(Math.abs(rep.depth_m - truth.depth_m)).toBeLessThan(3 * rep.depthSd_m + 0.02);
    }
  });
});
