import type { SetReport, Verdict } from '../../core/sled/report';
import type { VariationId } from '../claim';
import type { Entered, Side } from '../entered';
import type { GoalId } from '../goals';
import type { MachineId } from '../machines';
import type { Plan } from '../plan';

/** A set and all that a rule may look at: what was measured, what was asked, what people entered, what came before. */
export interface Performance {
  readonly report: SetReport;
  readonly plan: Plan;
  readonly entered: Entered;
  /** When the set began, ms since 1970. */
  readonly startedAt_ms: number;
  /** Earlier sets of the same person, oldest first. */
  readonly past: readonly PastSet[];
}

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
  readonly side: 'over' | 'under' | null;
  /** Rows of the guide it rests on, the most telling first. */
  readonly rows: readonly string[];
  /** What to do about it. */
  readonly cue: Cue;
}

export type Allowed = readonly [low: number | null, high: number | null];

/** `1`: a share. */
export type FindingUnit = 's' | 'm' | 'm/s' | 'm/s²' | '1' | 'reps' | 'sets' | 'per week' | 'kg';

/** What to change, and by how much in the finding's unit; null where no figure helps. */
export interface Cue {
  readonly id: CueId;
  readonly amount: number | null;
}

export type CueId = 'lower-slower' | 'lower-faster';

/** What part of a rep a rule speaks of, for compliance by part; null for the rest. */
export type Part = 'lower' | 'bottom' | 'press' | 'top' | 'depth';

/** 3: may hurt. 2: misses what was asked. 1: could be better. */
export type Severity = 1 | 2 | 3;

export interface Rule {
  readonly id: RuleId;
  readonly part: Part | null;
  readonly severity: Severity;
  /** Everything it says, what is in the band too; nothing where it is not asked, or cannot be told. */
  readonly judge: (performance: Performance) => readonly Finding[];
}

export type RuleId = 'lowering-time';
