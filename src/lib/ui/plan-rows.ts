import type { Origin, Plan, TargetName } from '$lib/guide/plan';
import { PHASES, type PhaseId } from '$lib/guide/tempo';
import type { Terms } from '$lib/locale/preferences';
import { askedSpan, roughTravel, roughTravelSpan, travelUnit } from './format';
import { citedPlace } from './guide-address';
import { guidedOf } from './plan-words';
import { planWords } from './words/plan';
import { prescriptionWords as names } from './words/prescription';
import { reviewWords } from './words/review';
import { termWords } from './words/terms';

/** A target as it is printed. */
export interface PlanRow {
  readonly name: TargetName;
  readonly label: string;
  readonly asked: string;
  /** The guide's, the athlete's, a coach's, or ours; null where nothing is asked. */
  readonly whose: Origin | 'guide' | null;
  /** Where it stands in the guide; nowhere, where it is not the guide's. */
  readonly sources: readonly string[];
}

/** All that a plan asks, the phases of the tempo first; what is free is said so. */
export function planRows(plan: Plan, terms: Terms): PlanRow[] {
  const { reps, sets, load, hold, rest, depth } = plan.targets;
  const row = (name: Exclude<TargetName, 'depth'>, asked: string | null): PlanRow[] =>
    asked === null ? [] : [{ name, label: names.fields[name], asked, ...whoseOf(plan, name) }];
  return [
    ...PHASES.flatMap((phase) =>
      row(phase, phaseAsked(plan, phase)).map((each) => ({
        ...each,
        label: termWords[terms].phases[phase],
      })),
    ),
    ...(depth
      ? [
          {
            name: 'depth' as const,
            label: names.fields.depth,
            asked: [
              `${roughTravel(depth.target_m)} ${travelUnit} (${roughTravelSpan(depth.floor_m, depth.ceiling_m)})`,
              depth.stop_m && reviewWords.safeStop(`${roughTravel(depth.stop_m)} ${travelUnit}`),
            ]
              .filter((part) => part)
              .join(', '),
            whose: 'athlete' as const,
            sources: [],
          },
        ]
      : []),
    ...row('reps', reps && askedSpan(reps.low, reps.high)),
    ...row('sets', sets && askedSpan(sets.low, sets.high)),
    ...row(
      'load',
      load && `${askedSpan(load.low_percent, load.high_percent)} % ${names.loadOf[load.of]}`,
    ),
    ...row('hold', hold && `${askedSpan(hold.low_s, hold.high_s)} s`),
    ...row('rest', rest && `${askedSpan(rest.low_s, rest.high_s)} s`),
  ];
}

function phaseAsked({ targets }: Plan, phase: PhaseId): string {
  const target = targets[phase];
  if (target.kind === 'free') return planWords.free;
  if (target.kind === 'explosive') return names.explosive;
  return `${askedSpan(target.low_s, target.high_s)} s`;
}

function whoseOf(
  plan: Plan,
  name: Exclude<TargetName, 'depth'>,
): Pick<PlanRow, 'whose' | 'sources'> {
  const target = plan.targets[name];
  const isFree = target !== null && 'kind' in target && target.kind === 'free';
  if (isFree) return { whose: null, sources: [] };
  const guided = guidedOf(plan, name);
  const origin = plan.origins[name];
  if (origin || guided?.standing !== 'asked') return { whose: origin ?? null, sources: [] };
  return { whose: 'guide', sources: [...new Set(guided.rows.map(citedPlace))] };
}
