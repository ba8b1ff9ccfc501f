import type { ComparedCategory, OracleRatio } from './compare';
import { PHASES, type Agreement, type CategoryScore } from './score';

const HEADER = [
  'category',
  'exact',
  'reps',
  'miss',
  'extra',
  'depth mm',
  ...PHASES.map((phase) => `${phase} ms`),
  'v mm/s',
  '≤2sd: depth',
  ...PHASES,
  'v',
  'doubtful',
];

/** The scores as lines of equal columns: times are bias ± 1.96 sd, shares in per cent. */
export function scoreTable(scores: readonly CategoryScore[]): string {
  return alignedTable([HEADER, ...scores.map(rowOf)]);
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

function rowOf(score: CategoryScore): string[] {
  const { within2Sd, times } = score;
  return [
    score.name,
    `${score.exact}/${score.sets}`,
    String(score.reps),
    String(score.missed),
    String(score.extra),
    thousandths(score.depthRmse_m),
    ...PHASES.map((phase) => limits(times[phase])),
    thousandths(score.velocityRmse_mps),
    percent(within2Sd.depth),
    ...PHASES.map((phase) => percent(within2Sd[phase])),
    percent(within2Sd.velocity),
    percent(score.doubtful),
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

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}
