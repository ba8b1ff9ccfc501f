import type { ReadRecording } from '../lib/core/file/read';
import type {
  Bounce,
  Drift,
  Dwell,
  Rail,
  Rep,
  SetMeasures,
  SetReport,
} from '../lib/core/sled/report';
import type { Check } from '../lib/guide/check';
import type { Part } from '../lib/guide/rules/rule';
import { checkLines, type Judged, markOf, worstOf } from './check-words';
import { columns } from './columns';

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

const RIDE_TITLES = [
  'rep',
  'propulsive m/s',
  'peak/mean lowering',
  'free fall',
  'turn m/s²',
  'stop m/s²',
  'shaking m/s²',
  '',
];

/** The result of one file for people to read, several lines; with what is off, where something was asked. */
export function analysisTable(
  file: string,
  read: ReadRecording,
  report: SetReport,
  judged: Judged | null,
): string {
  const { duration_s, rate_Hz, rail, set, reps, gaps } = report;
  const lines = [
    file,
    `  ${read.format}`,
    `  ${duration_s.toFixed(1)} s at ${rate_Hz.toFixed(0)} Hz, ${railWords(rail)}`,
  ];
  if (gaps.length > 0) lines.push(`  ${gaps.length} ${gaps.length === 1 ? 'gap' : 'gaps'}`);
  if (reps.length > 0) {
    const ride = reps.map((rep) => rideCells(rep, set.bounces));
    const table = reps.map((rep) => cells(rep, judged?.check ?? null));
    lines.push('', ...columns([TITLES, ...table], 'right'));
    lines.push('', ...columns([RIDE_TITLES, ...ride], 'right'), '');
  }
  lines.push(`  ${setWords(set)}`);
  const drift = driftWords(set.drift);
  if (drift) lines.push(`  ${drift}`);
  if (judged) lines.push(...checkLines(judged).map((line) => `  ${line}`));
  for (const { message } of [...read.notes, ...report.warnings]) lines.push(`  ! ${message}`);
  return lines.join('\n');
}

/** A rep's figures; those of a part with a mark behind, or the room for one, where something was asked. */
function cells(rep: Rep, check: Check | null): string[] {
  const marks = [rep.kind, rep.quality].filter((mark) => mark !== 'full' && mark !== 'good');
  const marked = (part: Part, text: string) =>
    check ? `${text} ${markOf(worstOf(check, rep.index, part))}` : text;
  return [
    String(rep.index),
    marked('lower', duration(rep.lower)),
    marked('bottom', duration(rep.bottom)),
    marked('press', duration(rep.press)),
    marked('top', rep.top ? rep.top.duration_s.toFixed(2) : '–'),
    marked('depth', `${rep.depth_m.toFixed(3)} ± ${rep.depthSd_m.toFixed(3)}`),
    rep.press.mean_mps.toFixed(2),
    rep.press.peak_mps.toFixed(2),
    marks.join(', '),
  ];
}

/** How a rep was ridden, and what struck. */
function rideCells(rep: Rep, bounces: readonly Bounce[]): string[] {
  const { press, lowering, turnaround, stop, knocks, vibration } = rep;
  const bounce = bounces.find(({ rep: index }) => index === rep.index);
  const marks = [
    bounce && (bounce.verdict === 'out' ? 'bounced' : 'may have bounced'),
    stop.slam === 'out' && 'slammed',
    stop.slam === 'borderline' && 'may have slammed',
    knocks?.bottom && 'knock at the bottom',
    knocks?.top && 'knock at the top',
  ];
  return [
    String(rep.index),
    withSd(press.propulsive_mps, press.propulsiveSd_mps),
    lowering ? withSd(lowering.peakRatio, lowering.peakRatioSd) : '–',
    lowering && lowering.freeFall !== null ? `${(100 * lowering.freeFall).toFixed(0)} %` : '–',
    turnaround ? withSd(turnaround.accel_mps2, turnaround.accelSd_mps2) : '–',
    withSd(stop.braking_mps2, stop.brakingSd_mps2),
    vibration ? withSd(vibration.rms_mps2, vibration.rmsSd_mps2) : '–',
    marks.filter(Boolean).join(', '),
  ];
}

function withSd(value: number, sd: number): string {
  // A little below nothing is nothing, not -0.00.
  const rounded = Number(value.toFixed(2)) || 0;
  return `${rounded.toFixed(2)} ± ${sd.toFixed(2)}`;
}

function duration(dwell: Dwell | null): string {
  return dwell ? withSd(dwell.duration_s, dwell.durationSd_s) : '–';
}

function railWords({ incline_deg, inclineSd_deg, direction }: Rail): string {
  if (incline_deg === null || inclineSd_deg === null || direction === null) {
    return 'no motion along a rail';
  }
  const source = { gravity: 'gravity', 'first-stroke': 'the first stroke', flipped: 'your flip' };
  const incline = `${incline_deg.toFixed(0)} ± ${inclineSd_deg.toFixed(0)}°`;
  return `rail at ${incline}, direction by ${source[direction]}`;
}

function setWords({ reps, timeUnderTension_s, depthCv, ...set }: SetMeasures): string {
  const words = [
    `${reps} full ${reps === 1 ? 'rep' : 'reps'}`,
    `${timeUnderTension_s.toFixed(1)} ± ${set.timeUnderTensionSd_s.toFixed(1)} s under tension`,
  ];
  if (depthCv !== null) words.push(`depth varies by ${(100 * depthCv).toFixed(1)} %`);
  if (set.velocityLoss !== null && set.velocityLossSd !== null) {
    const [loss, sd] = [set.velocityLoss, set.velocityLossSd].map((part) => 100 * part);
    words.push(`velocity loss ${loss.toFixed(0)} ± ${sd.toFixed(0)} %`);
  }
  return words.join(', ');
}

/** What changes along the set; null where there are too few reps to tell. */
function driftWords({ depth, lower, press }: Drift): string | null {
  if (!depth || !press) return null;
  const words = [`depth ${withSd(100 * depth.perRep_m, 100 * depth.perRepSd_m)} cm`];
  if (lower) words.push(`lower ${withSd(lower.perRep_s, lower.perRepSd_s)} s`);
  words.push(`press ${withSd(press.perRep_s, press.perRepSd_s)} s`);
  return `from rep to rep: ${words.join(', ')}`;
}
