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

/** Rows of cells as text, the first column to the left, the rest to the right. */
export function alignedTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows
    .map((row) =>
      row
        .map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k])))
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
