import type { ReadRecording } from '../lib/core/file/read';
import type { Dwell, Rail, Rep, SetReport } from '../lib/core/sled/report';

const TITLES = [
  'rep',
  'lower s',
  'bottom s',
  'press s',
  'top s',
  'depth m',
  'press m/s',
  'peak m/s',
  '',
];

/** The result of one file for people to read, several lines. */
export function analysisTable(file: string, read: ReadRecording, report: SetReport): string {
  const { duration_s, rate_Hz, rail, set, reps, gaps } = report;
  const lines = [
    file,
    `  ${read.format}`,
    `  ${duration_s.toFixed(1)} s at ${rate_Hz.toFixed(0)} Hz, ${railWords(rail)}`,
  ];
  if (gaps.length > 0) lines.push(`  ${gaps.length} ${gaps.length === 1 ? 'gap' : 'gaps'}`);
  if (reps.length > 0) lines.push('', ...columns([TITLES, ...reps.map(cells)]), '');
  lines.push(`  ${setWords(set)}`);
  for (const { message } of [...read.notes, ...report.warnings]) lines.push(`  ! ${message}`);
  return lines.join('\n');
}

function cells(rep: Rep): string[] {
  const marks = [rep.kind, rep.quality].filter((mark) => mark !== 'full' && mark !== 'good');
  return [
    String(rep.index),
    duration(rep.lower),
    duration(rep.bottom),
    duration(rep.press),
    rep.top ? rep.top.duration_s.toFixed(2) : '–',
    `${rep.depth_m.toFixed(3)} ± ${rep.depthSd_m.toFixed(3)}`,
    rep.press.mean_mps.toFixed(2),
    rep.press.peak_mps.toFixed(2),
    marks.join(', '),
  ];
}

function duration(dwell: Dwell | null): string {
  return dwell ? `${dwell.duration_s.toFixed(2)} ± ${dwell.durationSd_s.toFixed(2)}` : '–';
}

function railWords({ incline_deg, direction }: Rail): string {
  if (incline_deg === null || direction === null) return 'no motion along a rail';
  const source = { gravity: 'gravity', 'first-stroke': 'the first stroke', flipped: 'your flip' };
  return `rail at ${incline_deg.toFixed(0)}°, direction by ${source[direction]}`;
}

function setWords({ reps, timeUnderTension_s, depthCv, velocityLoss }: SetReport['set']): string {
  const words = [
    `${reps} full ${reps === 1 ? 'rep' : 'reps'}`,
    `${timeUnderTension_s.toFixed(1)} s under tension`,
  ];
  if (depthCv !== null) words.push(`depth varies by ${(100 * depthCv).toFixed(1)} %`);
  if (velocityLoss !== null) words.push(`velocity loss ${(100 * velocityLoss).toFixed(0)} %`);
  return words.join(', ');
}

/** Cells of equal rows set under each other, right-aligned. */
function columns(rows: string[][]): string[] {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows.map((row) =>
    `  ${row.map((cell, k) => cell.padStart(widths[k])).join('  ')}`.trimEnd(),
  );
}
