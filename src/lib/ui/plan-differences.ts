import {
  DEFAULT_TOLERANCES,
  type DepthTarget,
  type Plan,
  type TargetName,
  type Targets,
} from '$lib/guide/plan';
import { PHASES, printTempo, type PhaseId } from '$lib/guide/tempo';
import { askedSpan, roughTravel, roughTravelSpan, travelUnit } from './format';
import { toleranceRows } from './tolerance-rows';
import { planWords } from './words/plan';
import { prescriptionWords as words } from './words/prescription';
import { proposalWords as text } from './words/comments';

/** One thing that a plan asks otherwise than another, in words. */
export interface PlanDifference {
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

const OTHERS = ['hold', 'depth', 'reps', 'sets', 'rest', 'load', 'frequency'] as const;

/** What the second plan asks otherwise than the first, in the order of the form. Nothing was asked where there was none. */
export function planDifferences(before: Plan | null, after: Plan): PlanDifference[] {
  const rows: (PlanDifference | null)[] = [
    differ(text.variation, before, after, ({ variation }) => words.variations[variation].name),
    differ(text.machine, before, after, ({ machine }) => words.machines[machine].name),
    differ(text.goal, before, after, ({ goal }) => words.goals[goal].name),
    differ(planWords.tempo, before, after, ({ targets }) => printed(targets)),
    ...OTHERS.map((name) => {
      const field = name === 'depth' ? text.depth : words.fields[name];
      return differ(field, before, after, ({ targets }) => asked(name, targets));
    }),
    ...changedTolerances(before, after),
  ];
  return rows.filter((row) => row !== null);
}

function differ(
  name: string,
  before: Plan | null,
  after: Plan,
  say: (plan: Plan) => string,
): PlanDifference | null {
  const was = before ? say(before) : text.free;
  const is = say(after);
  return was === is ? null : { name, was, is };
}

function printed(targets: Targets): string {
  const isFree = (phase: PhaseId) => targets[phase].kind === 'free';
  return PHASES.every(isFree) ? text.free : printTempo(targets);
}

function asked(name: (typeof OTHERS)[number] & TargetName, targets: Targets): string {
  const { hold, depth, reps, sets, rest, load, frequency } = targets;
  switch (name) {
    case 'depth':
      return depth ? depthText(depth) : text.free;
    case 'reps':
      return reps ? askedSpan(reps.low, reps.high) : text.free;
    case 'sets':
      return sets ? askedSpan(sets.low, sets.high) : text.free;
    case 'hold':
      return hold ? `${askedSpan(hold.low_s, hold.high_s)} s` : text.free;
    case 'rest':
      return rest ? `${askedSpan(rest.low_s, rest.high_s)} s` : text.free;
    case 'load':
      return load ? `${askedSpan(load.low_percent, load.high_percent)} %` : text.free;
    case 'frequency':
      return frequency
        ? `${askedSpan(frequency.low_perWeek, frequency.high_perWeek)}${words.units['per week']}`
        : text.free;
  }
}

/** "40 cm (36–42)", with the safe stop behind it. */
function depthText({ target_m, floor_m, ceiling_m, stop_m }: DepthTarget): string {
  const stop = stop_m === null ? '' : `, ${planWords.stop} ${roughTravel(stop_m)}`;
  return `${roughTravel(target_m)} ${travelUnit} (${roughTravelSpan(floor_m, ceiling_m)}${stop})`;
}

/** Each tolerance that differs, as it is read. */
function changedTolerances(before: Plan | null, after: Plan): PlanDifference[] {
  const was = toleranceRows(before?.tolerances ?? DEFAULT_TOLERANCES);
  return toleranceRows(after.tolerances).flatMap(({ label, figure }, i) =>
    figure === was[i].figure ? [] : [{ name: label, was: was[i].figure, is: figure }],
  );
}
