import { phaseBands } from '$lib/charts/phase-bands';
import type { RepMark } from '$lib/charts/rep-mark';
import { repLabel } from '$lib/charts/tempo-bars';
import type { Rep } from '$lib/core/sled/report';
import type { Part } from '$lib/guide/rules/rule';
import type { Terms } from '$lib/locale/preferences';
import {
  metresPerSecond,
  percent,
  plusMinus,
  seconds,
  travel,
  travelPlusMinus,
  travelUnit,
  UNKNOWN,
} from './format';
import { markOf } from './rep-marks';
import { chartWords } from './words/charts';
import { tableWords as table } from './words/rep-table';
import { termWords } from './words/terms';
import { verdictWords } from './words/verdicts';

/** A chart's numbers as they are read: the first cell of a row names it. */
export interface NumberTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** When each phase of each rep began, s on the recording's own time. */
export function positionNumbers(reps: readonly Rep[], terms: Terms): NumberTable {
  const { phases } = termWords[terms];
  return {
    head: [
      table.rep,
      `${phases.lower}, s`,
      `${phases.bottom}, s`,
      `${phases.press}, s`,
      chartWords.end,
      table.depth,
    ],
    rows: reps.map((rep) => {
      const start = (phase: string) =>
        phaseBands([rep]).find((band) => band.phase === phase)?.start_s;
      return [
        repLabel(rep),
        seconds(start('lower'), 2),
        seconds(start('bottom'), 2),
        seconds(start('press'), 2),
        seconds(rep.press.end_s, 2),
        travel(rep.depth_m),
      ];
    }),
  };
}

/** How long each phase of each rep took, and how it lies to its band. */
export function tempoNumbers(
  reps: readonly Rep[],
  marks: readonly RepMark[],
  terms: Terms,
): NumberTable {
  const phases = ['lower', 'bottom', 'press', 'top'] as const;
  return {
    head: [table.rep, ...phases.map((phase) => `${termWords[terms].phases[phase]}, s`)],
    rows: reps.map((rep) => [
      repLabel(rep),
      ...phases.map((phase) => {
        const dwell = rep[phase];
        if (!dwell) return UNKNOWN;
        const figure = `${seconds(dwell.duration_s, 2)} ${plusMinus(dwell.durationSd_s)}`;
        return withVerdict(figure, marks, rep, phase);
      }),
    ]),
  };
}

/** How deep each rep went. */
export function depthNumbers(reps: readonly Rep[], marks: readonly RepMark[]): NumberTable {
  return {
    head: [table.rep, table.depth],
    rows: reps.map((rep) => [
      repLabel(rep),
      withVerdict(`${travel(rep.depth_m)} ${travelPlusMinus(rep.depthSd_m)}`, marks, rep, 'depth'),
    ]),
  };
}

/** How fast each press was, and how much slower than the fastest. */
export function velocityNumbers(reps: readonly Rep[], fastest_mps: number): NumberTable {
  return {
    head: [table.rep, table.mean, chartWords.loss],
    rows: reps.map((rep) => [
      repLabel(rep),
      `${metresPerSecond(rep.press.mean_mps)} ${plusMinus(rep.press.meanSd_mps)}`,
      percent(Math.max(0, 1 - rep.press.mean_mps / fastest_mps)),
    ]),
  };
}

/** A curve over time: where the sled was in the mean, and by how much the reps differ. */
export function overlayNumbers(
  points: readonly { t_s: number; mean_m: number; sd_m: number }[],
  terms: Terms,
): NumberTable {
  return {
    head: [termWords[terms].fromPress, `${chartWords.height}, ${travelUnit}`, chartWords.differ],
    rows: points.map(({ t_s, mean_m, sd_m }) => [
      seconds(t_s, 1),
      travel(mean_m),
      travelPlusMinus(sd_m),
    ]),
  };
}

function withVerdict(figure: string, marks: readonly RepMark[], rep: Rep, part: Part): string {
  const kind = markOf(marks, rep.index, part);
  return kind ? `${figure}, ${verdictWords.marks[kind]}` : figure;
}
