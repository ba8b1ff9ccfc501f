import { beforeAll, describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import type { SetPlan } from '$lib/core/simulate/plan';
import type { SetReport } from '$lib/core/sled/report';
import { check } from '$lib/guide/check';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { NOTHING_ASKED, planFor, withTarget, type Plan } from '$lib/guide/plan';
import { eventsSince, NOTHING_TOLD, toldBy, type LiveEvent, type Moment } from '$lib/live/events';
import { closedReps, currentPhase } from '$lib/live/phase';
import { repVerdicts } from '$lib/live/verdicts';
import { followed } from './followed';

const PLAN: Plan = withTarget(
  planFor('hamstring', 'sled-45', 'hypertrophy-b'),
  'reps',
  { low: 3, high: 4 },
  'athlete',
);
const OPEN_PLAN: Plan = { ...PLAN, targets: NOTHING_ASKED };

interface ToldAt {
  now_s: number;
  event: LiveEvent;
}

function momentOf(report: SetReport, plan: Plan | null, change: Partial<Moment> = {}): Moment {
  const reps = closedReps(report);
  const checked =
    plan &&
    check({
      report: { ...report, reps },
      plan,
      entered: NOTHING_ENTERED,
      startedAt_ms: 0,
      past: [],
    });
  return {
    reps,
    phase: currentPhase(report),
    verdicts: checked ? repVerdicts(checked) : new Map(),
    plan,
    isPaused: false,
    autoEnd_s: null,
    speed: 1,
    ...change,
  };
}

/** All that is told of a set as it grows. */
function toldOf(reports: readonly SetReport[], plan: Plan | null, change: Partial<Moment> = {}) {
  let told = NOTHING_TOLD;
  return reports.flatMap((report): ToldAt[] => {
    const step = eventsSince(told, momentOf(report, plan, change));
    told = step.told;
    return step.events.map((event) => ({ now_s: report.track.t_s.at(-1) ?? NaN, event }));
  });
}

const repsIn = (told: readonly ToldAt[]) =>
  told.flatMap(({ event, now_s }) => (event.kind === 'rep' ? [{ ...event, now_s }] : []));

/** A fifth of a second: live it is a tenth. */
const EVERY_samples = 20;
const SHORT: Partial<SetPlan> = { reps: 5, restBefore_s: 1, restExtended_s: 0.5, restAfter_s: 2 };

const UGLY: [string, Partial<SetPlan>][] = [
  ['whose presses stall half way', { stalls: 0.6 }],
  ['with presses that fail and are tried again', { secondAttempts: 1 }],
  ['that bounces, with no rest at either end', { bottom_s: 0, top_s: 0.1, bounces: 0.5 }],
];

describe.each(UGLY)('of a set %s', (_name, set) => {
  const simulation = simulate({ seed: 5, set: { ...SHORT, ...set } });
  let reports: SetReport[];
  let told: ToldAt[];
  beforeAll(() => {
    reports = followed(simulation, EVERY_samples);
    told = toldOf(reports, PLAN);
  });

  it('each rep is told once, in order', () => {
    const final = closedReps(reports.at(-1) as SetReport);
    const full = final.filter(({ kind }) => kind === 'full').length;
    expect(full).toBe(5);
    expect(repsIn(told).map(({ count }) => count)).toEqual(
      Array.from({ length: full }, (_, i) => i + 1),
    );
  });

  it('each is told as its press ends', () => {
    const presses = simulation.truth.reps.filter(({ kind }) => kind === 'full');
    const delays_s = repsIn(told).map(({ now_s }, i) => now_s - presses[i].press.end_s);
    expect(Math.min(...delays_s)).toBeGreaterThan(0);
    expect(delays_s.toSorted((a, b) => a - b)[Math.floor(delays_s.length / 2)]).toBeLessThan(0.7);
  });

  it('the least and the most that was asked are told once, with their rep', () => {
    const targets = told.flatMap(({ event, now_s }) =>
      event.kind === 'target' ? [{ ...event, now_s }] : [],
    );
    expect(targets.map(({ edge, count }) => [edge, count])).toEqual([
      ['low', 3],
      ['high', 4],
    ]);
    const third = repsIn(told).find(({ count }) => count === 3);
    expect(targets[0].now_s).toBe(third?.now_s);
  });

  it('every rep comes with the verdict that its moment had', () => {
    expect(repsIn(told).every(({ verdict }) => verdict !== null)).toBe(true);
    // Where nothing is asked, only rules that always look may say something, and never that a rep is in the bands.
    const open = repsIn(toldOf(reports, OPEN_PLAN)).map(({ verdict }) => verdict?.verdict ?? null);
    expect(open).not.toContain('in');
    expect(repsIn(toldOf(reports, null)).every(({ verdict }) => verdict === null)).toBe(true);
  });

  it('every rep has its lower told once, early enough to tick with', () => {
    const lowers = told.flatMap(({ event }) =>
      event.kind === 'phase' && event.name === 'lower' ? [event] : [],
    );
    const reps = repsIn(told).length;
    expect(lowers.length).toBeGreaterThanOrEqual(reps);
    expect(lowers.length).toBeLessThanOrEqual(reps + 3);
    expect(lowers.every(({ elapsed_s }) => elapsed_s < 1.5)).toBe(true);
    expect(lowers[0].tempo).toBe(PLAN.targets);
  });
});

describe('of an orderly set that ends in a rest', () => {
  const simulation = simulate({ seed: 3, set: { ...SHORT, restAfter_s: 9, rerack_m: 0 } });
  let reports: SetReport[];
  let last: SetReport;
  beforeAll(() => {
    reports = followed(simulation, EVERY_samples);
    last = reports.at(-1) as SetReport;
  });

  it('nothing is told again, however often the same is analysed', () => {
    const first = eventsSince(NOTHING_TOLD, momentOf(last, PLAN));
    expect(first.events.length).toBeGreaterThan(5);
    expect(eventsSince(first.told, momentOf(last, PLAN)).events).toEqual([]);
  });

  it('nothing is told again when an analysis takes a rep back, or finds its press longer', () => {
    const { told } = eventsSince(NOTHING_TOLD, momentOf(last, PLAN));
    const shorter = { ...last, reps: last.reps.slice(0, -1) };
    const after = eventsSince(told, momentOf(shorter, PLAN));
    expect(after.events).toEqual([]);
    const longer = last.reps.map((rep, i) =>
      i < last.reps.length - 1
        ? rep
        : { ...rep, press: { ...rep.press, end_s: rep.press.end_s + 0.1 } },
    );
    expect(eventsSince(after.told, momentOf({ ...last, reps: longer }, PLAN)).events).toEqual([]);
  });

  it('what was passed over is not told, but all that follows', () => {
    const middle = reports[Math.floor(reports.length / 2)];
    const told = toldBy(momentOf(middle, PLAN));
    const { events } = eventsSince(told, momentOf(last, PLAN));
    const counts = events.flatMap((event) => (event.kind === 'rep' ? [event.count] : []));
    expect(counts[0]).toBe(closedReps(middle).length + 1);
    expect(counts.at(-1)).toBe(5);
  });

  it('a partial stroke counts as none', () => {
    const partial = last.reps.map((rep, i) =>
      i === 2 ? { ...rep, kind: 'partial' as const } : rep,
    );
    const { events } = eventsSince(NOTHING_TOLD, momentOf({ ...last, reps: partial }, PLAN));
    const kinds = events.flatMap((event): (number | string)[] =>
      event.kind === 'rep' ? [event.count] : event.kind === 'partial' ? ['partial'] : [],
    );
    expect(kinds).toEqual([1, 2, 'partial', 3, 4]);
  });

  it('phases are told in the order of the rep, and none in a pause', () => {
    const names = (change: Partial<Moment>) =>
      toldOf(reports, PLAN, change).flatMap(({ event }) =>
        event.kind === 'phase' ? [event.name] : [],
      );
    const rep = ['lower', 'bottom', 'press', 'top'];
    expect(names({}).slice(0, 8)).toEqual([...rep, ...rep]);
    expect(names({ isPaused: true })).toEqual([]);
  });

  it('stillness is told once and so long after the last motion, where it is asked for', () => {
    const stills = (change: Partial<Moment>) =>
      toldOf(reports, PLAN, change).filter(({ event }) => event.kind === 'still');
    expect(stills({})).toEqual([]);
    expect(stills({ autoEnd_s: 6, isPaused: true })).toEqual([]);
    expect(stills({ autoEnd_s: 1, reps: [] })).toEqual([]);
    const told = stills({ autoEnd_s: 6 });
    expect(told).toHaveLength(1);
    const after_s = told[0].now_s - (simulation.truth.reps.at(-1)?.press.end_s ?? NaN);
    expect(after_s).toBeGreaterThan(5.5);
    expect(after_s).toBeLessThan(7.5);
  });
});
