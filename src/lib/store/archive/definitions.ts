import { ALGORITHM } from '$lib/core/sled/algorithm';
import { SPANS } from '$lib/core/sled/measures/definitions';
import { V0_MPS } from '$lib/core/sled/setup';
import { VERSION as PROGRAM } from '$lib/core/version';
import { DEFAULT_TOLERANCES } from '$lib/guide/plan';
import { RULES_VERSION } from '$lib/guide/rules-version';
import { OPEN_sd } from '$lib/guide/rules/verdict';
import { FORMAT, VERSION } from './archive-schema';

/** The program and the versions that every export states. */
export const WRITTEN_BY = {
  app: 'Sledtrace',
  version: PROGRAM,
  algorithm: ALGORITHM,
  rules: RULES_VERSION,
};

/** What the figures of an export mean. Not for the screen: readers of files expect one language. */
export const DEFINITIONS: Record<string, string | number> = {
  units:
    'After an underscore comes the unit: _s seconds, _m metres, _mps m/s, _mps2 m/s², _dps °/s, _deg °, _kg kilograms, _percent %. Shares are of 1.',
  sd: 'One standard deviation of the quantity it is named after.',
  axis: 'Lengths and speeds are along the rail. Depth counts from the start of the lowering.',
  tempo: 'Eccentric – bottom – concentric – top; here lower, bottom, press, top.',
  stroke:
    'A movement one way faster than v0_mps that travels the set’s minTravel_m or more; what lies between two strokes is a pause.',
  v0_mps: V0_MPS,
  timeUnderTension:
    'From the start of the lowering (of the press, without one) to the end of the press.',
  meanVelocity: 'Travel over duration of the press.',
  propulsiveVelocity: 'Mean until the sled is braked by more than gravity: a < −g·sin(incline).',
  velocityLoss: '(fastest − last) ÷ fastest of the full reps’ mean press velocity.',
  depthCv: 'Standard deviation over mean of the full reps’ depths.',
  asymmetry: '|A − B| ÷ max(A, B) of the two sides.',
  verdict:
    'in, out, or borderline where an edge of the band with its tolerance lies within openWithin_sd standard deviations.',
  openWithin_sd: OPEN_sd,
  compliance: 'in ÷ (in + out) of the full reps; borderline ones are in neither.',
  turnaroundMean_s: SPANS.turn_s,
  brakingMean_s: SPANS.stop_s,
};

/** What every archive states. */
export function statement(writtenAt: string) {
  return {
    format: FORMAT,
    version: VERSION,
    writtenAt,
    writtenBy: WRITTEN_BY,
    definitions: DEFINITIONS,
    tolerances: DEFAULT_TOLERANCES,
  } as const;
}
