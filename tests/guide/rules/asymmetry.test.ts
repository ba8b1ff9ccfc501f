import { ASYMMETRY } from '$lib/guide/rules/asymmetry';
import type { PastSet } from '$lib/guide/rules/rule';
import { describeRule } from './describe-rule';
import { kilograms, minutesBefore, reps, type SetSketch } from './performed';

const exactly = (mean: number) => ({ mean, meanSd: 0 });
const OTHER: Partial<PastSet> = {
  side: 'left',
  load_kg: 80,
  reps: 8,
  depth_m: exactly(0.4),
  lower_s: exactly(3.5),
  press_mps: exactly(0.4 / 1.2),
};

function right(past: Partial<PastSet>, set: Partial<SetSketch> = {}): SetSketch {
  return {
    variation: 'hamstring-single',
    entered: { side: 'right', load: kilograms(80) },
    past: [{ ...OTHER, ...past }],
    ...set,
  };
}

const lesser = (metric: 'depth' | 'lower' | 'press' | 'reps' | 'load', side: 'left' | 'right') => ({
  of: 'sides' as const,
  metric,
  lesser: side,
});

describeRule(ASYMMETRY, {
  fits: [
    ['both alike', right({}), { rows: ['B05'] }],
    ['one rep less', right({ reps: 7 })],
    ['of last week', right({ startedAt_ms: minutesBefore(7 * 24 * 60) })],
  ],
  deviates: [
    [
      'the right goes less deep',
      right({ depth_m: exactly(0.5) }),
      { reps: [null], cue: 'even-sides', measured: 0.2, detail: lesser('depth', 'right') },
    ],
    [
      'the left lowers faster',
      right({ lower_s: exactly(2.8) }),
      { detail: lesser('lower', 'left') },
    ],
    [
      'the left presses slower',
      right({ press_mps: exactly(0.2) }),
      { detail: lesser('press', 'left') },
    ],
    ['the left does fewer reps', right({ reps: 5 }), { detail: lesser('reps', 'left') }],
    [
      'the right moves less; reps and velocity are not compared then',
      right({ load_kg: 100, reps: 2, press_mps: exactly(0.1) }),
      { reps: [null], detail: lesser('load', 'right') },
    ],
    [
      'the latest of the session stands before one of last week',
      right({ depth_m: exactly(0.5), startedAt_ms: minutesBefore(5) }, {}),
      { detail: lesser('depth', 'right') },
    ],
    [
      'of one-legged quads',
      right({ depth_m: exactly(0.5) }, { variation: 'quad-single' }),
      { rows: ['B11'] },
    ],
    [
      'of the one-legged reverse press',
      right({ depth_m: exactly(0.5) }, { variation: 'reverse-single' }),
      { rows: ['B17'] },
    ],
  ],
  borderline: [
    [
      'reps that scatter',
      right(
        { depth_m: exactly(0.45), reps: 4 },
        { reps: reps(4, {}, { 1: { depth_m: 0.36 }, 2: { depth_m: 0.44 } }) },
      ),
    ],
  ],
  silent: [
    ['both legs', right({ depth_m: exactly(0.6) }, { variation: 'hamstring' })],
    ['the other side too long ago', right({ startedAt_ms: minutesBefore(30 * 24 * 60) })],
    ['the same side', right({ side: 'right' })],
    ['the side not said', right({}, { entered: {} })],
  ],
});
