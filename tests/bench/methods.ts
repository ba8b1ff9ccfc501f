import { recordingOf, sliceRecording } from '../../src/lib/core/recording';
import { analyse } from '../../src/lib/core/sled/analyse';
import type { Phase, Rep } from '../../src/lib/core/sled/report';
import { integratedHighPass } from './baselines/high-pass';
import { countPeaks } from './baselines/peak-counting';
import type { Baseline, BaselineRep, BaselineStroke } from './baselines/strokes';
import { zeroVelocityUpdates } from './baselines/zupt';
import type { SimulatedSet } from './categories';
import { oracleReps } from './oracle';
import { scoreSet, type SetScore } from './score';

/** A way to get reps from a recording. */
export interface Method {
  name: string;
  /** Null where the method does not apply to the set. */
  score: (set: SimulatedSet) => SetScore | null;
}

const NOTHING = analyse(recordingOf([]));

function method(name: string, repsOf: (set: SimulatedSet) => Rep[]): Method {
  return { name, score: (set) => scoreSet({ ...NOTHING, reps: repsOf(set) }, set.truth) };
}

function baseline(name: string, find: Baseline): Method {
  return method(name, ({ recording, truth, setup }) =>
    find(recording, { axis: truth.axis, minTravel_m: setup.minTravel_m }).reps.map(asRep),
  );
}

export const BLIND = method('Sledtrace', ({ recording, setup }) => analyse(recording, setup).reps);

/** The same smoother told the true holds and tops. */
export const ORACLE = method('oracle', oracleReps);

/** What a user would otherwise have, told the true rail. */
export const BASELINES: readonly Method[] = [
  baseline('integrated, high-pass', integratedHighPass),
  baseline('ZUPT, linear de-drift', zeroVelocityUpdates),
  baseline('peak counting', countPeaks),
];

/** A person who starts and stops the recording by hand leaves this much around the set. */
const HAND_CUT_S = 2;

/** The same method on recordings cut to the set by hand, as most published methods need; not where there is no set. */
export function onCutSet({ name, score }: Method): Method {
  return {
    name,
    score: (set) => {
      const { strokes } = set.truth;
      if (strokes.length === 0) return null;
      const { t_s } = set.recording;
      const start = t_s.findIndex((t) => t >= strokes[0].start_s - HAND_CUT_S);
      const end = t_s.findLastIndex((t) => t <= strokes[strokes.length - 1].end_s + HAND_CUT_S);
      return score({ ...set, recording: sliceRecording(set.recording, start, end + 1) });
    },
  };
}

/** A baseline's rep as a report has it; it says nothing of its uncertainty, and calls nothing partial. */
function asRep({ lower, press, depth_m }: BaselineRep, i: number): Rep {
  return {
    index: i + 1,
    kind: 'full',
    quality: 'good',
    lower: lower && asPhase(lower),
    bottom: null,
    press: { ...asPhase(press), propulsive_mps: NaN, propulsiveSd_mps: NaN },
    top: null,
    depth_m,
    depthSd_m: NaN,
    tension: { duration_s: NaN, durationSd_s: NaN },
    lowering: null,
    turnaround: null,
    stop: { braking_mps2: NaN, brakingSd_mps2: NaN, slam: null },
    knocks: null,
    vibration: null,
    mounting: null,
  };
}

function asPhase({ start_s, end_s, duration_s, travel_m }: BaselineStroke): Phase {
  const mean_mps = travel_m / duration_s;
  return {
    start_s,
    end_s,
    duration_s,
    durationSd_s: NaN,
    mean_mps,
    meanSd_mps: NaN,
    peak_mps: NaN,
    peakSd_mps: NaN,
  };
}
