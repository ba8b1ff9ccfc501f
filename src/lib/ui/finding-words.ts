import type { Flag } from '$lib/guide/check';
import type { Cue, Finding, RuleId } from '$lib/guide/rules/rule';
import { LOCALES } from '$lib/locale/language';
import { preferences } from '$lib/locale/preferences';
import { figure } from '$lib/locale/units';
import {
  clock,
  mass,
  massUnit,
  metresPerSecond,
  percent,
  roughTravel,
  seconds,
  travel,
  travelUnit,
} from './format';
import { findingWords, type RepTitleId, type SetTitleId } from './words/findings';

/** "Rep 4 lowered in 2.5 s", or of several "Reps 4, 5 and 7 lowered too fast". */
export function findingTitle({ worst, all }: Flag): string {
  const title = titleOf(worst, all);
  return worst.verdict === 'borderline' ? findingWords.borderline(title) : title;
}

/** What to do about it, one sentence. */
export function findingCue({ worst }: Pick<Flag, 'worst'>): string {
  const { cue, unit } = worst;
  const amount = amountOf(cue, unit);
  const isHalfSecond = amount === aboutSeconds(0.5);
  return findingWords.cues[cue.id].sentence(isHalfSecond ? findingWords.halfSecond : amount);
}

/** "0.5 s fast", "5 cm short": as little as the live screen has room for. The sign beside it is the side's. */
export function shortMark({ verdict, cue, unit }: Finding): string {
  if (verdict === 'in') return findingWords.good;
  return findingWords.cues[cue.id].mark(amountOf(cue, unit));
}

/** "lower slower": to be spoken in mid-set. */
export function spokenCue({ cue }: Pick<Finding, 'cue'>): string {
  return findingWords.cues[cue.id].spoken;
}

/** What a rule looks at; coaches read the field's terms. */
export function ruleName(rule: RuleId, reader: 'athlete' | 'coach' = 'athlete'): string {
  const { name, coach } = findingWords.rules[rule];
  return reader === 'coach' ? coach : name;
}

/** "2.5 s", "35.2 cm", "62 %": what was measured, in the person's unit. */
export function measuredFigure({ rule, measured, unit, detail }: Finding): string {
  if (rule === 'rest-between-sets') return clock(measured);
  if (detail?.of === 'lowering' && detail.what === 'peak') {
    return findingWords.fold(figure(measured, 1));
  }
  return figureWithUnit(measured, unit);
}

/** The band a finding was held against, in the person's unit: "3–4 s", "≤ 3 s", "≥ 8 reps". */
export function allowedFigure({ allowed: [low, high], ...finding }: Finding): string {
  const said = (measured: number) => measuredFigure({ ...finding, allowed: [low, high], measured });
  if (low === null) return high === null ? '' : `≤ ${said(high)}`;
  if (high === null) return `≥ ${said(low)}`;
  return low === high ? said(low) : `${said(low)} – ${said(high)}`;
}

function titleOf(worst: Finding, all: readonly Finding[]): string {
  const value = measuredFigure(worst);
  if (worst.detail?.of === 'sides') {
    return findingWords.sides[worst.detail.metric](worst.detail.lesser, value);
  }
  const { rep } = worst;
  if (rep === null) return findingWords.set[setTitleId(worst)](value);
  const id = repTitleId(worst);
  const alike = all.filter((each) => each.verdict === worst.verdict && repTitleId(each) === id);
  const words = findingWords.reps[id];
  return alike.length > 1 ? words.many(listed(alike)) : words.one(String(rep), value);
}

/** "4, 5 and 7"; three or more in a row in short, "1–4 and 7". */
function listed(findings: readonly Finding[]): string {
  const runs: number[][] = [];
  for (const { rep } of findings) {
    if (rep === null) continue;
    const run = runs.at(-1);
    if (run?.at(-1) === rep - 1) run.push(rep);
    else runs.push([rep]);
  }
  const parts = runs.flatMap((run) =>
    run.length < 3 ? run.map(String) : [`${run[0]}–${run[run.length - 1]}`],
  );
  const list = new Intl.ListFormat(LOCALES[preferences.language], { type: 'conjunction' });
  return list.format(parts);
}

function repTitleId({ rule, side, unit, cue, detail }: Finding): RepTitleId {
  const way = side ?? 'over';
  switch (rule) {
    case 'lowering-time':
    case 'press-time':
    case 'top-rest':
    case 'depth':
      return `${rule}.${way}`;
    case 'bottom-pause':
      return cue.id === 'pause-at-bottom' ? 'bottom-pause.missing' : `bottom-pause.${way}`;
    case 'lowering-evenness':
      return detail?.of === 'lowering' && detail.what === 'fall'
        ? 'lowering-evenness.fall'
        : 'lowering-evenness.peak';
    case 'hold':
      return unit === 'm' ? 'hold.wanders' : `hold.${way}`;
    case 'press-intent':
      return unit === '1' ? 'press-intent.share' : 'press-intent.time';
    case 'bounce':
    case 'momentum':
    case 'slam':
    case 'past-top':
    case 'safe-stop':
    case 'partial-rep':
      return rule;
    default:
      throw new Error(`The rule ${rule} says nothing of a single rep.`);
  }
}

function setTitleId({ rule, side, detail }: Finding): SetTitleId {
  const way = side ?? 'over';
  switch (rule) {
    case 'rep-count':
    case 'set-count':
    case 'rest-between-sets':
    case 'weekly-frequency':
      return `${rule}.${way}`;
    case 'load-share':
      return `load-share.${detail?.of === 'max' ? detail.kind : 'estimated'}`;
    case 'depth-consistency':
    case 'depth-drift':
    case 'tempo-drift':
    case 'velocity-drift':
    case 'load-jump':
    case 'progression-ready':
      return rule;
    default:
      throw new Error(`The rule ${rule} says nothing of a whole set.`);
  }
}

/** Below these nobody can aim. */
const LEAST = { s: 0.15, m: 0.01, kg: 0.5 };

/** "0.5 s", "5 cm", "2 reps"; null where there is no figure, or one too small to aim by. */
function amountOf({ amount }: Cue, unit: Finding['unit']): string | null {
  if (amount === null || amount <= 0) return null;
  switch (unit) {
    case 's':
      if (amount < LEAST.s) return null;
      return aboutSeconds(amount);
    case 'm':
      return amount < LEAST.m ? null : `${roughTravel(amount)} ${travelUnit}`;
    case '1':
    case 'kg':
      // What a share is off by is told in kilograms.
      return amount < LEAST.kg ? null : figureWithUnit(amount, 'kg');
    default:
      return figureWithUnit(amount, unit);
  }
}

function aboutSeconds(amount_s: number): string {
  if (amount_s >= 60) return clock(amount_s);
  const rounded_s = Number(amount_s.toFixed(amount_s < 9.95 ? 1 : 0));
  return `${figure(rounded_s, Number.isInteger(rounded_s) ? 0 : 1)} s`;
}

function figureWithUnit(value: number, unit: Finding['unit']): string {
  switch (unit) {
    case 's':
      return `${seconds(value)} s`;
    case 'm':
      return `${travel(value)} ${travelUnit}`;
    case 'm/s':
      return `${metresPerSecond(value)} m/s`;
    case 'm/s²':
      return `${figure(value, 1)} m/s²`;
    case '1':
      return percent(value);
    case 'kg':
      return `${mass(value)} ${massUnit}`;
    case 'reps':
      return findingWords.countedReps(value);
    case 'sets':
      return findingWords.countedSets(value);
    case 'per week':
      return findingWords.times(value);
  }
}
