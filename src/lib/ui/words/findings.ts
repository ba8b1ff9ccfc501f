import type { Side } from '$lib/guide/entered';
import type { CueId, RuleId, SideMetric } from '$lib/guide/rules/rule';
import { inLanguage } from '$lib/locale/language';
import type { CueWords } from './cue';
import { findingWordsDe } from './findings-de';
import { findingWordsEn } from './findings-en';

/** What is said of one rep, and of several at once. Figures come formatted, with their unit. */
export interface RepTitle {
  readonly one: (rep: string, value: string) => string;
  readonly many: (reps: string) => string;
}

/** What can be found of reps: a rule, and where it tells more than one thing, which. */
export type RepTitleId =
  | 'lowering-time.under'
  | 'lowering-time.over'
  | 'lowering-evenness.peak'
  | 'lowering-evenness.fall'
  | 'bottom-pause.missing'
  | 'bottom-pause.under'
  | 'bottom-pause.over'
  | 'bounce'
  | 'hold.under'
  | 'hold.over'
  | 'hold.wanders'
  | 'press-time.under'
  | 'press-time.over'
  | 'press-intent.time'
  | 'press-intent.share'
  | 'momentum'
  | 'top-rest.under'
  | 'top-rest.over'
  | 'slam'
  | 'past-top'
  | 'depth.under'
  | 'depth.over'
  | 'safe-stop'
  | 'partial-rep';

/** What can be found of a set, and of what came before it. */
export type SetTitleId =
  | 'depth-consistency'
  | 'depth-drift'
  | 'tempo-drift'
  | 'velocity-drift'
  | 'rep-count.under'
  | 'rep-count.over'
  | 'set-count.under'
  | 'set-count.over'
  | 'rest-between-sets.under'
  | 'rest-between-sets.over'
  | 'weekly-frequency.under'
  | 'weekly-frequency.over'
  | 'load-share.one-rep-max'
  | 'load-share.perceived-max'
  | 'load-share.estimated'
  | 'load-jump'
  | 'progression-ready';

export interface RuleWords {
  /** In plain words, and as coaches say it. */
  readonly name: string;
  readonly coach: string;
}

export interface FindingWords {
  readonly rules: Record<RuleId, RuleWords>;
  readonly reps: Record<RepTitleId, RepTitle>;
  readonly set: Record<SetTitleId, (value: string) => string>;
  /** Of the side that did less. */
  readonly sides: Record<SideMetric, (side: Side, value: string) => string>;
  readonly borderline: (title: string) => string;
  readonly cues: Record<CueId, CueWords>;
  readonly halfSecond: string;
  readonly countedReps: (count: number) => string;
  readonly countedSets: (count: number) => string;
  readonly times: (count: number) => string;
  /** "2.6 times" the mean. */
  readonly fold: (value: string) => string;
  /** Of a rep in which nothing is off. */
  readonly good: string;
}

export const findingWords: FindingWords = inLanguage({
  en: findingWordsEn,
  de: findingWordsDe,
});
