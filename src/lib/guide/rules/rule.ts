import type { SetReport, Verdict } from '../../core/sled/report';
import type { VariationId } from '../claim';
import type { Entered, KnownMax, Side } from '../entered';
import type { GoalId } from '../goals';
import type { MachineId, Quantity } from '../machines';
import type { Plan, TargetName } from '../plan';

/** A set and all that a rule may look at: what was measured, what was asked, what people entered, what came before. */
export interface Performance {
  readonly report: SetReport;
  readonly plan: Plan;
  readonly entered: Entered;
  /** When the set began, ms since 1970. */
  readonly startedAt_ms: number;
  /** Earlier sets of the same person, oldest first. */
  readonly past: readonly PastSet[];
  /** How much of it is over: what may still come is not missed. The set, where it is not said. */
  readonly over?: Over;
}

/** Each with what stands before it; `nothing` while the set runs. */
export type Over = 'nothing' | 'set' | 'session' | 'week';

/** What is known of an earlier set without its samples. Lengths along the rail; means over the full reps, null where unknown. */
export interface PastSet {
  readonly startedAt_ms: number;
  readonly duration_s: number;
  readonly variation: VariationId;
  readonly machine: MachineId;
  readonly goal: GoalId;
  readonly side: Side | null;
  readonly load_kg: number | null;
  readonly pain: number | null;
  /** Full reps. */
  readonly reps: number;
  readonly depth_m: Estimate | null;
  readonly lower_s: Estimate | null;
  readonly press_mps: Estimate | null;
  /** Share of compliant reps; null where nothing was asked. */
  readonly compliance: number | null;
}

export interface Estimate {
  readonly mean: number;
  readonly meanSd: number;
}

/** What a rule says of a rep or a set. The words are the screen's. */
export interface Finding {
  readonly rule: RuleId;
  /** `index` of the rep; null where it is of the whole set. */
  readonly rep: number | null;
  readonly measured: number;
  /** Standard deviation of `measured`; 0 for what is counted or entered. */
  readonly sd: number;
  /** The band, the tolerance within it; null where a side is open. */
  readonly allowed: Allowed;
  readonly unit: FindingUnit;
  readonly verdict: Verdict;
  /** On which side of the band it lies, or nearer to; null inside with both edges far, or for what has no sides. */
  readonly side: BandSide | null;
  /** Rows of the guide it rests on, the most telling first; none where a person asked for it, not the guide. */
  readonly rows: readonly string[];
  /** What to do about it. */
  readonly cue: Cue;
  /** What was measured, where the rule measures more than one thing. */
  readonly detail?: Detail;
}

export type Allowed = readonly [low: number | null, high: number | null];
export type BandSide = 'over' | 'under';

/** `1`: a share. */
export type FindingUnit = 's' | 'm' | 'm/s' | 'm/s²' | '1' | 'reps' | 'sets' | 'per week' | 'kg';

/** What to change, and by how much in the finding's unit; null where no figure helps. */
export interface Cue {
  readonly id: CueId;
  readonly amount: number | null;
}

export type CueId =
  | 'lower-slower'
  | 'lower-faster'
  | 'lower-evenly'
  | 'hold-back'
  | 'pause-at-bottom'
  | 'pause-longer'
  | 'pause-shorter'
  | 'turn-softly'
  | 'press-slower'
  | 'press-faster'
  | 'press-explosively'
  | 'press-through'
  | 'top-longer'
  | 'top-shorter'
  | 'stop-softly'
  | 'stop-before-straight'
  | 'go-deeper'
  | 'stop-higher'
  | 'same-depth'
  | 'keep-depth'
  | 'keep-tempo'
  | 'end-sooner'
  | 'full-range'
  | 'more-reps'
  | 'fewer-reps'
  | 'more-sets'
  | 'fewer-sets'
  | 'train-more-often'
  | 'train-less-often'
  | 'rest-longer'
  | 'rest-shorter'
  | 'even-sides'
  | 'hold-longer'
  | 'hold-shorter'
  | 'hold-steadier'
  | 'more-load'
  | 'less-load'
  | 'smaller-step'
  /** Ways forward. */
  | 'add-load'
  | 'add-reps'
  | 'slow-lowering';

export type Detail =
  | { readonly of: 'lowering'; readonly what: 'peak' | 'fall' }
  | { readonly of: 'sides'; readonly metric: SideMetric; readonly lesser: Side }
  | { readonly of: 'max'; readonly max_kg: number; readonly kind: KnownMax['kind'] | 'estimated' };

/** What is compared between two sides. */
export type SideMetric = 'depth' | 'lower' | 'press' | 'reps' | 'load';

/** What part of a rep a rule speaks of, for compliance by part; null for the rest. */
export type Part = 'lower' | 'bottom' | 'press' | 'top' | 'depth';

/** 3: may hurt. 2: misses what was asked. 1: could be better. */
export type Severity = 1 | 2 | 3;

export interface Rule {
  readonly id: RuleId;
  readonly part: Part | null;
  readonly severity: Severity;
  /** The target it holds a set against; null where it always looks. */
  readonly target: TargetName | null;
  /** What must be measured for it; on a machine that leaves any of it blank it is silent. */
  readonly needs: readonly Quantity[];
  /** Every row it may rest on. */
  readonly rows: readonly string[];
  /** It finds no fault but a way forward: never out, and told apart from flags. */
  readonly suggests?: true;
  /**
   * Everything it says, what is in the band too; nothing where it is not asked, or cannot be told. `before`: what
   * the rules before it found.
   */
  readonly judge: (performance: Performance, before: readonly Finding[]) => readonly Finding[];
}

export type RuleId =
  | 'lowering-time'
  | 'lowering-evenness'
  | 'bottom-pause'
  | 'bounce'
  | 'hold'
  | 'press-time'
  | 'press-intent'
  | 'momentum'
  | 'top-rest'
  | 'slam'
  | 'past-top'
  | 'depth'
  | 'safe-stop'
  | 'partial-rep'
  | 'depth-consistency'
  | 'depth-drift'
  | 'tempo-drift'
  | 'velocity-drift'
  | 'rep-count'
  | 'set-count'
  | 'rest-between-sets'
  | 'weekly-frequency'
  | 'asymmetry'
  | 'load-share'
  | 'load-jump'
  | 'progression-ready';
