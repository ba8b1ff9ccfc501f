import type { Rep } from '$lib/core/sled/report';
import type { Plan } from '$lib/guide/plan';
import type { Tempo } from '$lib/guide/tempo';
import type { CurrentPhase, PhaseName } from './phase';
import type { RepVerdict } from './verdicts';

/** What happens in a set, told once. Sound, speech, vibration, flash and screen all go by these. */
export type LiveEvent =
  | RepEvent
  /** A stroke far shorter than the set's others: shown, not counted. */
  | { readonly kind: 'partial' }
  /** The count has reached the least that was asked, or, of a range, the most. */
  | { readonly kind: 'target'; readonly edge: 'low' | 'high'; readonly count: number }
  | PhaseEvent
  /** Nothing has moved for as long as ends a set by itself. */
  | { readonly kind: 'still' }
  | { readonly kind: 'countdown'; readonly left_s: number }
  /** The start delay is over: lift. */
  | { readonly kind: 'go' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'started-over' }
  | { readonly kind: 'ended' }
  /** The sensor is gone, in mid set. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'rest-over' };

/** A rep has closed: its press has ended. */
export interface RepEvent {
  readonly kind: 'rep';
  /** `index` in the report of that moment. */
  readonly index: number;
  /** How many full reps there are with it. */
  readonly count: number;
  /** Null where nothing was asked of it. */
  readonly verdict: RepVerdict | null;
}

/** The sled has gone into another phase, a moment ago. */
export interface PhaseEvent {
  readonly kind: 'phase';
  readonly name: PhaseName;
  readonly elapsed_s: number;
  /** What was asked; null where nothing was. */
  readonly tempo: Tempo | null;
  /** Seconds of samples per second of a clock. */
  readonly speed: number;
}

/** What a set is like at the end of its samples so far. */
export interface Moment {
  /** Those whose press has ended, in time order. */
  readonly reps: readonly Rep[];
  readonly phase: CurrentPhase;
  readonly verdicts: ReadonlyMap<number, RepVerdict>;
  readonly plan: Plan | null;
  readonly isPaused: boolean;
  /** So long without motion after a rep is told as `still`; null for never. */
  readonly autoEnd_s: number | null;
  /** Seconds of samples per second of a clock. */
  readonly speed: number;
}

/** What has been told by now. */
export interface Told {
  /** The end of the last rep's press, as it was then: a rep that began before is told already. */
  readonly until_s: number;
  /** Of full reps, the most there have been. */
  readonly count: number;
  readonly phase: PhaseName | 'ready';
  readonly phaseStart_s: number;
  readonly isStill: boolean;
}

export const NOTHING_TOLD: Told = {
  until_s: -Infinity,
  count: 0,
  phase: 'ready',
  phaseStart_s: -Infinity,
  isStill: false,
};

/** Two readings of where a rep began may differ by so much, s. */
const SAME_START_s = 0.05;
/** A lower that begins so much later than another is another one, s. */
const ANOTHER_LOWER_s = 0.5;

/** What has happened since `told`, in order. Each thing is told once: an analysis that changes its mind tells nothing again. */
export function eventsSince(
  told: Told,
  moment: Moment,
): { readonly events: readonly LiveEvent[]; readonly told: Told } {
  const phase = phaseEvents(told, moment);
  const reps = repEvents(told, moment);
  const still = stillEvents(told, moment);
  return {
    events: [...reps, ...targetEvents(told, moment), ...phase, ...still],
    told: {
      until_s: Math.max(told.until_s, moment.reps.at(-1)?.press.end_s ?? -Infinity),
      count: Math.max(told.count, countOf(moment.reps)),
      phase: phase.length > 0 ? moment.phase.name : told.phase,
      phaseStart_s: phase.length > 0 ? moment.phase.start_s : told.phaseStart_s,
      isStill: told.isStill || still.length > 0,
    },
  };
}

/** As if all that happened by now had been told: for a set that is taken up, or started over. */
export function toldBy({ reps }: Moment): Told {
  return { ...NOTHING_TOLD, until_s: reps.at(-1)?.press.end_s ?? -Infinity, count: countOf(reps) };
}

function countOf(reps: readonly Rep[]): number {
  return reps.filter(({ kind }) => kind === 'full').length;
}

function repEvents(told: Told, { reps, verdicts }: Moment): LiveEvent[] {
  const isNew = ({ lower, press }: Rep) =>
    (lower ?? press).start_s >= told.until_s - SAME_START_s && press.end_s > told.until_s;
  return reps.flatMap((rep, i): LiveEvent[] => {
    if (!isNew(rep)) return [];
    if (rep.kind === 'partial') return [{ kind: 'partial' }];
    const count = countOf(reps.slice(0, i + 1));
    return [{ kind: 'rep', index: rep.index, count, verdict: verdicts.get(rep.index) ?? null }];
  });
}

function targetEvents(told: Told, { reps, plan }: Moment): LiveEvent[] {
  const asked = plan?.targets.reps;
  const count = countOf(reps);
  if (!asked) return [];
  const reached = (target: number) => told.count < target && count >= target;
  const isRange = asked.high > asked.low;
  if (isRange && reached(asked.high)) return [{ kind: 'target', edge: 'high', count }];
  return reached(asked.low) ? [{ kind: 'target', edge: 'low', count }] : [];
}

function phaseEvents(told: Told, { phase, plan, isPaused, speed }: Moment): LiveEvent[] {
  const { name, start_s, elapsed_s } = phase;
  if (name === 'ready' || isPaused || start_s < told.phaseStart_s) return [];
  const isAnotherLower = name === 'lower' && start_s > told.phaseStart_s + ANOTHER_LOWER_s;
  if (name === told.phase && !isAnotherLower) return [];
  return [{ kind: 'phase', name, elapsed_s, tempo: plan?.targets ?? null, speed }];
}

function stillEvents(told: Told, { reps, phase, isPaused, autoEnd_s }: Moment): LiveEvent[] {
  if (autoEnd_s === null || told.isStill || isPaused || reps.length === 0) return [];
  const isAtRest = phase.name === 'top' || phase.name === 'bottom';
  return isAtRest && phase.elapsed_s >= autoEnd_s ? [{ kind: 'still' }] : [];
}
