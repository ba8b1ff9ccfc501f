import type { ComparedCategory, OracleRatio } from './compare';
import { PHASES, type Agreement, type CategoryScore } from './score';
import type { Spread } from './spread';

const HEADER = [
  'category',
  'exact',
  'reps',
  'miss',
  'extra',
  'depth mm',
  ...PHASES.map((phase) => `${phase} ms`),
  'v mm/s',
];

/** The scores as lines of equal columns: times are bias ± 1.96 sd. */
export function scoreTable(scores: readonly CategoryScore[]): string {
  return alignedTable([HEADER, ...scores.map(rowOf)]);
}

/** Where the sd are right, this many per cent of the errors lie within 2 of them, give or take the chance of few reps. */
const CALIBRATED_PERCENT = { least: 93, most: 97 };

/** How far the sd that the reports gave can be believed: shares in per cent, `*` where they are too small or too large. */
export function calibrationTable(scores: readonly CategoryScore[]): string {
  return alignedTable([
    [
      'errors within 2 sd',
      ...['found', 'depth', ...PHASES, 'velocity', 'doubtful', 'beyond 3 sd', 'of these doubtful'],
    ],
    ...scores.map(({ name, reps, missed, within2Sd, doubtfulReps, beyond3Sd }) => [
      name,
      String(reps - missed),
      marked(within2Sd.depth),
      ...PHASES.map((phase) => marked(within2Sd[phase])),
      marked(within2Sd.velocity),
      ...[doubtfulReps, beyond3Sd.reps, beyond3Sd.doubtful].map(String),
    ]),
  ]);
}

/** What the smoother reaches blind and when told the true holds, and the ratio of the two. */
export function oracleTable(ratios: readonly OracleRatio[]): string {
  const times = (value: number | null) => (value === null ? '–' : value.toFixed(2));
  const half = (value_s: number | null) =>
    value_s === null ? '–' : `±${Math.round(value_s * 1000)}`;
  return alignedTable([
    [
      'blind and oracle',
      ...['miss', 'oracle', 'depth mm', 'oracle', 'ratio', 'lower ms', 'oracle', 'ratio'],
    ],
    ...ratios.map(({ name, blind, oracle, depthRatio, lowerRatio }) => [
      name,
      ...[blind, oracle].map(({ missed }) => String(missed)),
      ...[blind, oracle].map(({ depthRmse_m }) => thousandths(depthRmse_m)),
      times(depthRatio),
      ...[blind, oracle].map(({ lowerSpread_s }) => half(lowerSpread_s)),
      times(lowerRatio),
    ]),
  ]);
}

/** The methods under one another, category by category. */
export function comparisonTable(title: string, categories: readonly ComparedCategory[]): string {
  const header = ['exact', 'reps', 'miss', 'extra', 'depth mm', 'lower ms', 'press ms'];
  const rows = categories.flatMap(({ name, methods }) =>
    methods.map((score, i) => [
      i === 0 ? name : '',
      score.method,
      `${score.exact}/${score.sets}`,
      ...[score.reps, score.missed, score.extra].map(String),
      thousandths(score.depthRmse_m),
      ...[score.lower, score.press].map((times) => (times ? limits(times) : '–')),
    ]),
  );
  return alignedTable([[title, 'method', ...header], ...rows], 2);
}

/** Rows of cells as text, the first `leftColumns` to the left, the rest to the right. */
export function alignedTable(rows: readonly (readonly string[])[], leftColumns = 1): string {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows
    .map((row) =>
      row
        .map((cell, k) => (k < leftColumns ? cell.padEnd(widths[k]) : cell.padStart(widths[k])))
        .join('  '),
    )
    .join('\n');
}

/** p50 / p99 / max. */
export function spreadCell({ p50, p99, max }: Spread, digits: number): string {
  return [p50, p99, max].map((value) => value.toFixed(digits)).join(' / ');
}

function rowOf(score: CategoryScore): string[] {
  return [
    score.name,
    `${score.exact}/${score.sets}`,
    String(score.reps),
    String(score.missed),
    String(score.extra),
    thousandths(score.depthRmse_m),
    ...PHASES.map((phase) => limits(score.times[phase])),
    thousandths(score.velocityRmse_mps),
  ];
}

function limits({ count, bias_s, spread_s }: Agreement): string {
  if (count === 0) return '–';
  const bias_ms = Math.round(bias_s * 1000);
  return `${bias_ms > 0 ? '+' : ''}${bias_ms} ±${Math.round(spread_s * 1000)}`;
}

function thousandths(value: number | null): string {
  return value === null ? '–' : (value * 1000).toFixed(1);
}

/** In per cent, with a mark where the sd were too small or too large. */
function marked(share: number | null): string {
  if (share === null) return '–';
  const percent = Math.round(share * 100);
  const { least, most } = CALIBRATED_PERCENT;
  return `${percent < least || percent > most ? '*' : ''}${percent} %`;
}
