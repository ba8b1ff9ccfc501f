import { describe, expect, it } from 'vitest';
import {
  recordingOf,
  samplesOf,
  sliceRecording,
  type Recording,
  type Sample,
} from '../../../src/lib/core/recording';
import { HoldSearch } from '../../../src/lib/core/sled/hold-search';
import { PieceFollower } from '../../../src/lib/core/sled/piece-follower';
import { SetFollower } from '../../../src/lib/core/sled/set-follower';
import { DEFAULT_SETUP } from '../../../src/lib/core/sled/setup';
import { Path } from '../path';
import { recorded } from './recorded';

const SET = new Path().rest(2).reps(3).rest(2);
const RECORDING = recorded(SET);

const later = (samples: readonly Sample[], by_s: number) =>
  samples.map((sample) => ({ ...sample, t_s: sample.t_s + by_s }));

function boutsOf(recording: Recording) {
  const follower = new SetFollower(DEFAULT_SETUP);
  follower.take(recording);
  return follower.bouts();
}
const repCounts = (recording: Recording) => boutsOf(recording).map(({ reps }) => reps.length);

describe('a follower of a set', () => {
  it('has nothing of nothing, nor of lost samples alone', () => {
    expect(boutsOf(recordingOf([]))).toEqual([]);
    const lost = samplesOf(RECORDING).map(({ t_s }) => ({ t_s, accel_mps2: [NaN, NaN, NaN] as const })); // prettier-ignore
    expect(boutsOf(recordingOf(lost))).toEqual([]);
  });

  it('takes a growing recording bit by bit as it does at once', () => {
    const follower = new SetFollower(DEFAULT_SETUP);
    for (const end of [0, 1, 2, 3, 500, 501, 1200, 1200, RECORDING.length]) {
      follower.take(sliceRecording(RECORDING, 0, end));
    }
    expect(follower.bouts()).toStrictEqual(boutsOf(RECORDING));
  });

  it('passes over rows in which an acceleration is lost, as if they were not there', () => {
    const isLost = (_: Sample, i: number) => i % 37 === 5;
    const samples = samplesOf(RECORDING);
    const lost = samples.map((sample, i) =>
      isLost(sample, i) ? { ...sample, accel_mps2: [1, NaN, 1] as const } : sample,
    );
    const left = samples.filter((sample, i) => !isLost(sample, i));
    expect(boutsOf(recordingOf(lost))).toStrictEqual(boutsOf(recordingOf(left)));
  });

  it.each([
    [1.5, [6]],
    [2.5, [6]],
    [12, [3, 3]],
    [120, [3, 3]],
  ])('across %d s without a sample has bouts of %j reps', (gap_s, counts) => {
    const samples = samplesOf(RECORDING);
    const second = later(samples, SET.end_s + gap_s);
    expect(repCounts(recordingOf([...samples, ...second]))).toEqual(counts);
  });

  it('knows the second of two pieces as if it had been alone', () => {
    const samples = samplesOf(RECORDING);
    const second = later(samples, 64);
    const [, bout] = boutsOf(recordingOf([...samples, ...second]));
    expect(bout).toStrictEqual(boutsOf(recordingOf(second))[0]);
  });

  it('makes what tells the holds anew wherever a ride starts, and says when that is', () => {
    const starts_s: number[] = [];
    const follower = new SetFollower(DEFAULT_SETUP, (start_s) => {
      starts_s.push(start_s);
      return new HoldSearch();
    });
    const samples = samplesOf(RECORDING);
    follower.take(recordingOf([...samples, ...later(samples, 64)]));
    const [first_s] = RECORDING.t_s;
    expect(new Set(starts_s)).toEqual(new Set([first_s, samples[0].t_s + 64]));
  });
});

describe('a follower of a piece', () => {
  /** A set, then a hand that turns the sensor about, then a set again. */
  const inHand = Array.from({ length: 500 }, (_, i): Sample => {
    const angle = 2 * Math.sin(i / 40);
    return { t_s: i / 100, accel_mps2: [9.81 * Math.sin(angle), 1, 9.81 * Math.cos(angle)] };
  });
  const samples = samplesOf(RECORDING);
  const both = recordingOf([
    ...samples,
    ...later(inHand, SET.end_s),
    ...later(samples, SET.end_s + 5),
  ]);

  function follow(recording: Recording, rowsAtOnce: number): PieceFollower {
    const piece = new PieceFollower(DEFAULT_SETUP, () => new HoldSearch());
    for (let row = 0; row < recording.length; row++) {
      piece.take(recording, row);
      if (row % rowsAtOnce === 0) piece.follow();
    }
    piece.follow();
    return piece;
  }
  const reportsOf = ({ bouts }: PieceFollower) => bouts.map((bout) => bout.report());

  it('begins a bout anew once the sensor is on the sled again', () => {
    const reports = reportsOf(follow(both, 1000)).filter(({ reps }) => reps.length > 0);
    expect(reports.map(({ reps }) => reps.length)).toEqual([3, 3]);
    const [first, second] = reports;
    expect(second.track.t_s[0]).toBeGreaterThan(first.track.t_s.at(-1) ?? Infinity);
    expect(second.track.t_s[0]).toBeGreaterThan(SET.end_s + 4);
    expect(second.track.t_s[0]).toBeLessThan(SET.end_s + 7);
  });

  it('follows row by row as it does at once', () => {
    expect(reportsOf(follow(both, 1))).toStrictEqual(reportsOf(follow(both, both.length)));
  });
});
