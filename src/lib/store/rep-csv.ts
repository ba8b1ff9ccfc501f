import { analyse } from '$lib/core/sled/analyse';
import { ALGORITHM } from '$lib/core/sled/algorithm';
import type { Dwell, Rep, SetReport, Verdict } from '$lib/core/sled/report';
import { check, ruleById } from '$lib/guide/check';
import { RULES_VERSION } from '$lib/guide/rules-version';
import { DEFAULT_TOLERANCES, type Plan, type Tolerances } from '$lib/guide/plan';
import type { Finding, Part } from '$lib/guide/rules/rule';
import { PHASES, printTempo, type Explosive, type Free, type TimeBand } from '$lib/guide/tempo';
import { writeLine, type Cell } from './csv-line';
import { StoreError, type Database } from './database';
import { readSamples, type StoredSet } from './sets';

/** A table of reps to be given out. */
export interface RepTable {
  readonly file: Blob;
  /** What is not in it: its recording cannot be read any more. */
  readonly damaged: readonly StoredSet[];
}

/** Every rep of these sets in one CSV (RFC 4180), with what was asked of it and what was found. */
export async function repTableOf(
  database: Database,
  sets: readonly StoredSet[],
  onProgress?: (done: number, of: number) => void,
): Promise<RepTable> {
  const parts = [writeLine(NAMES)];
  const damaged: StoredSet[] = [];
  for (const [i, set] of sets.entries()) {
    const recording = await readSamples(database, set.id).catch((cause: unknown) => {
      if (cause instanceof StoreError) return null;
      throw cause;
    });
    if (recording) parts.push(repRows(set, analyse(recording, set.setup)));
    else damaged.push(set);
    onProgress?.(i + 1, sets.length);
  }
  return { file: new Blob(parts, { type: 'text/csv' }), damaged };
}

/** One line for each rep of a set, under the names of `repTableOf`. */
export function repRows(set: StoredSet, report: SetReport): string {
  const findings = findingsOf(set, report);
  return report.reps
    .map((rep) => {
      const ofRep = findings.filter((finding) => finding.rep === rep.index);
      return writeLine(COLUMNS.map(([, cell]) => cell({ set, report, rep, findings: ofRep })));
    })
    .join('');
}

function findingsOf({ plan, entered, addedAt }: StoredSet, report: SetReport): readonly Finding[] {
  if (!plan) return [];
  return check({ report, plan, entered, startedAt_ms: Date.parse(addedAt), past: [] }).findings;
}

interface Row {
  readonly set: StoredSet;
  readonly report: SetReport;
  readonly rep: Rep;
  /** What the rules say of the rep. */
  readonly findings: readonly Finding[];
}

type Column = readonly [name: string, cell: (row: Row) => Cell];

const OF_SET: readonly Column[] = [
  ['set_id', ({ set }) => set.id],
  ['set_title', ({ set }) => set.title],
  ['set_began', ({ set }) => set.addedAt],
  ['source', ({ set }) => set.source.kind],
  ['sensor_or_file', ({ set }) => set.source.name],
  ['variation', ({ set }) => set.plan?.variation],
  ['machine', ({ set }) => set.plan?.machine],
  ['goal', ({ set }) => set.plan?.goal],
  ['side', ({ set }) => set.entered.side],
  ['load_kg', ({ set }) => set.entered.load?.load_kg],
  ['load_typed_in', ({ set }) => set.entered.load?.typedIn],
  ['load_includes_sled', ({ set }) => set.entered.load?.includesSled],
  ['rpe', ({ set }) => set.entered.rpe],
  ['rir', ({ set }) => set.entered.rir],
  ['pain', ({ set }) => set.entered.pain],
  ['note', ({ set }) => set.entered.note],
  ['incline_deg', ({ report }) => report.rail.incline_deg],
];

const OF_REP: readonly Column[] = [
  ['rep', ({ rep }) => rep.index],
  ['kind', ({ rep }) => rep.kind],
  ['quality', ({ rep }) => rep.quality],
  ['start_s', ({ rep }) => (rep.lower ?? rep.press).start_s],
  ['end_s', ({ rep }) => rep.press.end_s],
  ...PHASES.flatMap((phase): Column[] => [
    [`${phase}_s`, ({ rep }) => dwellOf(rep, phase)?.duration_s],
    [`${phase}_sd_s`, ({ rep }) => dwellOf(rep, phase)?.durationSd_s],
    [`${phase}_verdict`, ({ findings }) => worstOf(findings, phase)],
  ]),
  ['depth_m', ({ rep }) => rep.depth_m],
  ['depth_sd_m', ({ rep }) => rep.depthSd_m],
  ['depth_verdict', ({ findings }) => worstOf(findings, 'depth')],
  ['tension_s', ({ rep }) => rep.tension.duration_s],
  ['tension_sd_s', ({ rep }) => rep.tension.durationSd_s],
  ['lower_mean_mps', ({ rep }) => rep.lower?.mean_mps],
  ['lower_mean_sd_mps', ({ rep }) => rep.lower?.meanSd_mps],
  ['lower_peak_mps', ({ rep }) => rep.lower?.peak_mps],
  ['lower_peak_sd_mps', ({ rep }) => rep.lower?.peakSd_mps],
  ['press_mean_mps', ({ rep }) => rep.press.mean_mps],
  ['press_mean_sd_mps', ({ rep }) => rep.press.meanSd_mps],
  ['press_peak_mps', ({ rep }) => rep.press.peak_mps],
  ['press_peak_sd_mps', ({ rep }) => rep.press.peakSd_mps],
  ['press_propulsive_mps', ({ rep }) => rep.press.propulsive_mps],
  ['press_propulsive_sd_mps', ({ rep }) => rep.press.propulsiveSd_mps],
  ['verdict', ({ findings }) => worst(findings)],
  ['deviations', ({ findings }) => deviationsIn(findings)],
];

const ASKED: readonly Column[] = [
  ['prescription', ({ set }) => set.plan?.prescription],
  ['target_tempo', ({ set }) => set.plan && printTempo(set.plan.targets)],
  ...PHASES.flatMap((phase): Column[] => [
    [`target_${phase}_low_s`, ({ set }) => bandOf(set.plan?.targets[phase])?.low_s],
    [`target_${phase}_high_s`, ({ set }) => bandOf(set.plan?.targets[phase])?.high_s],
  ]),
  ['target_depth_m', ({ set }) => set.plan?.targets.depth?.target_m],
  ['target_depth_floor_m', ({ set }) => set.plan?.targets.depth?.floor_m],
  ['target_depth_ceiling_m', ({ set }) => set.plan?.targets.depth?.ceiling_m],
  ['target_depth_stop_m', ({ set }) => set.plan?.targets.depth?.stop_m],
  ['target_reps_low', ({ set }) => set.plan?.targets.reps?.low],
  ['target_reps_high', ({ set }) => set.plan?.targets.reps?.high],
  ...toleranceNames().map((name): Column => [
    `tolerance_${name}`,
    ({ set }) => toleranceOf(set.plan, name),
  ]),
];

const READ_BY: readonly Column[] = [
  ['min_travel_m', ({ report }) => report.definitions.minTravel_m],
  ['v0_mps', ({ report }) => report.definitions.v0_mps],
  ['sled_per_sensor', ({ report }) => report.definitions.sledPerSensor],
  ['algorithm', () => ALGORITHM],
  ['rules', () => RULES_VERSION],
];

const COLUMNS: readonly Column[] = [...OF_SET, ...OF_REP, ...ASKED, ...READ_BY];
const NAMES = COLUMNS.map(([name]) => name);

function dwellOf(rep: Rep, phase: (typeof PHASES)[number]): Dwell | null {
  return rep[phase];
}

function bandOf(target: TimeBand | Explosive | Free | undefined): TimeBand | null {
  return target?.kind === 'band' ? target : null;
}

/** The worst that was found of a part; nothing where it was not judged. */
function worstOf(findings: readonly Finding[], part: Part): Verdict | null {
  return worst(findings.filter(({ rule }) => ruleById(rule).part === part));
}

function worst(findings: readonly Finding[]): Verdict | null {
  const order = ['out', 'borderline', 'in'] as const;
  return order.find((verdict) => findings.some((each) => each.verdict === verdict)) ?? null;
}

/** "depth:out lowering-time:borderline". */
function deviationsIn(findings: readonly Finding[]): string {
  return findings
    .filter(({ verdict }) => verdict !== 'in')
    .map(({ rule, verdict }) => `${rule}:${verdict}`)
    .join(' ');
}

function toleranceNames(): (keyof Tolerances)[] {
  return Object.keys(DEFAULT_TOLERANCES) as (keyof Tolerances)[];
}

function toleranceOf(plan: Plan | null, name: keyof Tolerances): number | null {
  return plan && { ...DEFAULT_TOLERANCES, ...plan.tolerances }[name];
}
