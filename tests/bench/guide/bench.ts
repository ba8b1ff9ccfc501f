import type { SensorGradeName } from '../../../src/lib/core/simulate/sensor';
import type { RuleId } from '../../../src/lib/guide/rules/rule';
import { alignedTable } from '../table';
import { FAULTS } from './faults';
import {
  type FalseScore,
  type FaultScore,
  type FaultySet,
  scoreFalse,
  scoreFault,
  scoreSet,
} from './score';

const SENSORS = ['good100', 'mid50', 'poor50'] as const satisfies readonly SensorGradeName[];

/** One sensor's part of the confusion table. */
export interface GuideScore extends FalseScore {
  readonly sensor: SensorGradeName;
  readonly faults: readonly FaultScore[];
}

export interface GuideOptions {
  readonly seed: number;
  /** Of each fault, on each sensor. */
  readonly sets: number;
}

/** Simulated sets with one planted fault each, held against what was asked: which rule fires, and which should. */
export function benchGuide({ seed, sets }: GuideOptions): GuideScore[] {
  return SENSORS.map((sensor) => {
    const all: FaultySet[] = [];
    const faults = FAULTS.map((fault) => {
      const own = Array.from({ length: sets }, (_, index) =>
        scoreSet(fault, { seed, index, sensor }),
      );
      all.push(...own);
      return scoreFault(own);
    });
    return { sensor, faults, ...scoreFalse(all) };
  });
}

/** The tables of one sensor: what was found of each fault, which rules fired, and what was called out falsely. */
export function guideTables(score: GuideScore): string {
  return [
    `Planted faults, ${score.sensor}:`,
    recallTable(score.faults),
    '',
    'Sets of each fault in which a rule said out, in per cent; !n: in n of them of what was in truth in.',
    confusionTable(score.faults),
    '',
    falseWords(score),
  ].join('\n');
}

function recallTable(faults: readonly FaultScore[]): string {
  const planted = faults.filter(({ rule }) => rule !== null);
  const sum = (key: 'planted' | 'unread' | 'plain' | 'out' | 'flagged') =>
    planted.reduce((total, fault) => total + fault[key], 0);
  const total = {
    fault: 'total',
    planted: sum('planted'),
    unread: sum('unread'),
    plain: sum('plain'),
    out: sum('out'),
    flagged: sum('flagged'),
  };
  const rows = [...planted, total].map(({ fault, planted, unread, plain, out, flagged }) => [
    fault,
    ...[planted, unread, plain, out, flagged].map(String),
    percent(out, plain),
    percent(flagged, plain),
  ]);
  const titles = ['fault', 'true', 'unread', '> 2 sd', 'out', 'flagged', 'out', 'flagged'];
  return alignedTable([titles, ...rows]);
}

function confusionTable(faults: readonly FaultScore[]): string {
  const rules = RULE_TITLES.filter(([rule]) => faults.some(({ fired }) => fired[rule]));
  const rows = faults.map(({ fault, sets, fired, falselyFired }) => [
    fault,
    ...rules.map(([rule]) => {
      const share = fired[rule] ? ((100 * fired[rule]) / sets).toFixed(0) : '·';
      return falselyFired[rule] ? `${share}!${falselyFired[rule]}` : share;
    }),
  ]);
  return alignedTable([['fault', ...rules.map(([, title]) => title)], ...rows]);
}

/** Short enough for twenty columns. */
const RULE_TITLES: readonly (readonly [RuleId, string])[] = [
  ['lowering-time', 'lower'],
  ['lowering-evenness', 'even'],
  ['bottom-pause', 'pause'],
  ['bounce', 'bounce'],
  ['hold', 'hold'],
  ['press-time', 'press'],
  ['press-intent', 'intent'],
  ['momentum', 'thrown'],
  ['top-rest', 'top'],
  ['slam', 'slam'],
  ['past-top', 'past'],
  ['depth', 'depth'],
  ['safe-stop', 'stop'],
  ['partial-rep', 'partial'],
  ['depth-consistency', 'alike'],
  ['depth-drift', 'd-drift'],
  ['tempo-drift', 't-drift'],
  ['velocity-drift', 'v-drift'],
  ['rep-count', 'count'],
];

function falseWords({ cleanReps, falseReps, cleanSetVerdicts, falseSetVerdicts }: FalseScore) {
  return [
    `Clean reps called out: ${falseReps} of ${cleanReps} (${percent(falseReps, cleanReps)}).`,
    `Verdicts on whole sets: ${falseSetVerdicts} of ${cleanSetVerdicts} (${percent(falseSetVerdicts, cleanSetVerdicts)}).`,
  ].join(' ');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
