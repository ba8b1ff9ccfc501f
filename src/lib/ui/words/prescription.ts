import type { FigureName, Unit, VariationId } from '$lib/guide/claim';
import type { GoalId } from '$lib/guide/goals';
import type { DefaultReason, Wording } from '$lib/guide/guided';
import type { MachineId, Quantity, UnmeasuredReason } from '$lib/guide/machines';
import type { DepthRule, LoadBand, Prescription } from '$lib/guide/prescriptions';
import type { Feet, Stance, TopRule } from '$lib/guide/variations';
import { inLanguage } from '$lib/locale/language';
import { prescriptionWordsDe } from './prescription-de';
import { prescriptionWordsEn } from './prescription-en';

/** What can be chosen: its name, and one line on it. */
export interface Named {
  readonly name: string;
  readonly about: string;
}

/** What of a prescription stands in a field of its own. */
export type PrescribedField =
  | 'sets'
  | 'reps'
  | 'lower'
  | 'bottom'
  | 'press'
  | 'top'
  | 'hold'
  | 'load'
  | 'frequency'
  | 'rest'
  | 'depth';

/** Everything that is said of a variation, a machine, a goal, and what the guide asks of a set. */
export interface PrescriptionWords {
  readonly variations: Record<VariationId, Named>;
  readonly machines: Record<MachineId, Named>;
  readonly goals: Record<GoalId, Named>;
  /** What each field asks for, as its label. */
  readonly fields: Record<PrescribedField, string>;
  /** The guide's word in the place of a figure, or beside one. */
  readonly wordings: Record<Wording, string>;
  /** Whether the guide asks for it or only offers it. */
  readonly standing: Record<'asked' | 'option', string>;
  /** In the place of a figure that the guide does not give. */
  readonly noFigure: string;
  /** Where there is no prescription for a variation and a goal. */
  readonly noPrescription: string;
  /** The label of what is ours, not the guide's. */
  readonly appDefault: string;
  /** The label of what a coach wrote. */
  readonly byCoach: string;
  readonly defaultReasons: Record<DefaultReason, string>;
  readonly depthRules: Record<DepthRule, string>;
  /** Beside the depth rule: "knee at about 90°". */
  readonly kneeAngle: (angle: string) => string;
  readonly topRules: Record<TopRule, string>;
  readonly topUnsaid: string;
  readonly feet: FeetWords;
  /** What a machine leaves unmeasured, and why. */
  readonly quantities: Record<Quantity, string>;
  readonly unmeasured: Record<UnmeasuredReason, string>;
  readonly loadOf: Record<LoadBand['of'], string>;
  readonly explosive: string;
  readonly bestPerWeek: (times: string) => string;
  readonly figures: Record<FigureName, string>;
  /** What follows a number of this unit, with the space before it where one belongs. */
  readonly units: Record<Unit, string>;
}

export interface FeetWords {
  readonly height: Record<NonNullable<Feet['height']>, string>;
  readonly stance: Record<Stance, string>;
  readonly toes: Record<NonNullable<Feet['toes']>, string>;
  readonly oneFoot: string;
  readonly unsaid: string;
  readonly oneUnsaid: string;
}

export const prescriptionWords: PrescriptionWords = inLanguage({
  en: prescriptionWordsEn,
  de: prescriptionWordsDe,
});

/** "High on the plate, hip- to shoulder-width apart."; it says so where the guide does not tell. */
export function feetSentence({ height, stance, toes }: Feet, legs: 1 | 2): string {
  const words = prescriptionWords.feet;
  const said = [
    height && words.height[height],
    stance && words.stance[stance],
    toes && words.toes[toes],
  ].filter((part) => part !== null);
  if (said.length === 0) return legs === 1 ? words.oneUnsaid : words.unsaid;
  const sentence = [...(legs === 1 ? [words.oneFoot] : []), ...said].join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** The depth the guide asks for, as one sentence or two; what it says where it gives none. */
export function depthSentence(depth: Prescription['depth']): string {
  if (!depth) return `${prescriptionWords.noFigure}.`;
  const rule = prescriptionWords.depthRules[depth.rule];
  if (depth.knee_deg === null) return rule;
  return `${rule} ${prescriptionWords.kneeAngle(`${depth.knee_deg}°`)}`;
}
