import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Recorder,
  samplesOf,
  sliceRecording,
  type Recording,
} from '../../../src/lib/core/recording';
import { analyse, GrowingAnalysis } from '../../../src/lib/core/sled/analyse';
import type { Rep, SetReport } from '../../../src/lib/core/sled/report';
import { expectSound } from './sound';
import { CATEGORIES, simulateSet, type Category, type SimulatedSet } from '../../bench/categories';

/** A rep is settled this long after its press's end. */
const SETTLED_S = 1.5;
const SETS_PER_CATEGORY = 2;

interface Case extends SimulatedSet {
  report: SetReport;
}

const simulated = new Map<Category, Case[]>();

/** The sets of a category, simulated and analysed once. */
function casesOf(category: Category): Case[] {
  const known = simulated.get(category);
  if (known) return known;
  const cases = Array.from({ length: SETS_PER_CATEGORY }, (_, index) => {
    const set = simulateSet(category, index, 1);
    return { ...set, report: analyse(set.recording, set.setup) };
  });
  simulated.set(category, cases);
  return cases;
}

const [GUIDE_TEMPO] = CATEGORIES;
const SLOWEST = CATEGORIES[CATEGORIES.length - 1];

/** What is known of samples after which more may come. */
function soFar(samples: Recording, { setup }: Case): SetReport {
  return new GrowingAnalysis(setup).report(samples);
}

/** The first samples of a recording, and the time of the last of them. */
function cutAt({ recording }: Case, share: number) {
  const end = 1 + Math.floor(share * (recording.length - 1));
  return { samples: sliceRecording(recording, 0, end), now_s: recording.t_s[end - 1] };
}

/** The reps that are settled by a time; what follows the last of them is still open. */
function settledBy(now_s: number, reps: readonly Rep[]): Rep[] {
  const settled = reps.filter(({ press }) => press.end_s <= now_s - SETTLED_S);
  return settled.map((rep, i) => (i === settled.length - 1 ? { ...rep, top: null } : rep));
}

/** Every figure, bit for bit. */
function expectSameReport(report: SetReport, as: SetReport): void {
  expect({ ...report, track: null }).toStrictEqual({ ...as, track: null });
  // Compared by themselves, for a difference in thousands of rows takes long to write out.
  expect(isDeepStrictEqual(report.track, as.track)).toBe(true);
}

describe.each(CATEGORIES.map((category) => [category.name, category] as const))(
  '%s',
  (_, category) => {
    it('has a sound report', () => {
      for (const { report } of casesOf(category)) expectSound(report);
    });

    it('has reps that stay as they are once settled, wherever the recording is cut', () => {
      fc.assert(
        fc.property(fc.constantFrom(...casesOf(category)), share(), (one, at) => {
          const { samples, now_s } = cutAt(one, at);
          const reps = settledBy(now_s, soFar(samples, one).reps);
          const final = settledBy(Infinity, one.report.reps.slice(0, reps.length));
          expect(reps).toStrictEqual(final);
        }),
        { numRuns: 6 },
      );
    });

    it('reports live what the samples so far report, and at the end the whole', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...casesOf(category)),
          fc.array(share(), { minLength: 1, maxLength: 15 }),
          fc.nat(),
          (one, shares, looked) => {
            const growing = new GrowingAnalysis(one.setup);
            const cuts = shares.sort((a, b) => a - b).map((at) => cutAt(one, at).samples);
            const reports = cuts.map((samples) => growing.report(samples));
            const compared = looked % cuts.length;
            expectSameReport(reports[compared], soFar(cuts[compared], one));
            expectSameReport(growing.report(one.recording, { hasEnded: true }), one.report);
          },
        ),
        { numRuns: 2 },
      );
    });
  },
);

/** How much of a recording there is; its ends and what lies evenly between. */
function share(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 10_000 }).map((part) => part / 10_000);
}

describe('a growing recording', () => {
  it('may be reported on after every single sample', () => {
    const [one] = casesOf(SLOWEST);
    const { recording, report } = one;
    const growing = new GrowingAnalysis(one.setup);
    for (let end = 0; end <= recording.length; end++) {
      const samples = sliceRecording(recording, 0, end);
      const grown = growing.report(samples);
      if (end % 50 === 0) expectSameReport(grown, soFar(samples, one));
    }
    expectSameReport(growing.report(recording, { hasEnded: true }), report);
  });

  it('may be reported on again while nothing comes', () => {
    const [{ recording, setup }] = casesOf(GUIDE_TEMPO);
    const growing = new GrowingAnalysis(setup);
    const samples = sliceRecording(recording, 0, recording.length / 2);
    expectSameReport(growing.report(samples), growing.report(samples));
  });

  it('is the recorder’s, whose memory moves as it grows', () => {
    const [{ recording, setup, report }] = casesOf(GUIDE_TEMPO);
    const growing = new GrowingAnalysis(setup);
    const recorder = new Recorder(1);
    for (let start = 0; start < recording.length; start += 333) {
      recorder.append(samplesOf(sliceRecording(recording, start, start + 333)));
      growing.report(recorder.recording());
    }
    expectSameReport(growing.report(recorder.recording(), { hasEnded: true }), report);
  });
});

describe('a rep appears', () => {
  const SOON_S = 0.4;
  const LOOKS_S = [0, 0.2, 0.4, 0.7, 1.1, 1.4];

  /** How long after each full press's end its rep is listed for good; ∞ where it is not by the last look. */
  function delays_s({ recording, truth, setup }: Case): number[] {
    const growing = new GrowingAnalysis(setup);
    return truth.reps
      .filter(({ kind }) => kind === 'full')
      .map(({ press }) => {
        const middle_s = (press.start_s + press.end_s) / 2;
        const listed = LOOKS_S.map((look_s) => {
          const end = recording.t_s.findLastIndex((t_s) => t_s <= press.end_s + look_s) + 1;
          const { reps } = growing.report(sliceRecording(recording, 0, end));
          return reps.some((rep) => rep.press.start_s < middle_s && middle_s < rep.press.end_s);
        });
        return LOOKS_S[listed.lastIndexOf(false) + 1] ?? Infinity;
      });
  }

  it('within 0.4 s of its press’s end, and stays', () => {
    const good = CATEGORIES.filter(({ sensor }) => sensor === GUIDE_TEMPO.sensor);
    const all_s = good.flatMap((category) => casesOf(category).slice(0, 1).flatMap(delays_s));
    const listedBy = (look_s: number) => all_s.filter((delay_s) => delay_s <= look_s).length;
    const distribution = LOOKS_S.map((look_s) => `${look_s} s: ${listedBy(look_s)}`).join(', ');
    console.log(`Of ${all_s.length} reps listed by so long after the press: ${distribution}`);
    expect(all_s.length).toBeGreaterThan(100);
    expect(listedBy(SOON_S) / all_s.length).toBeGreaterThanOrEqual(0.95);
  });
});
