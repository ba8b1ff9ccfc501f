import { describe, expect, it } from 'vitest';
import { check, RULES, ruleById } from '$lib/guide/check';
import { claimById, CLAIMS } from '$lib/guide/claims';
import { LEFT_OUT } from '$lib/guide/claims/left-out';
import { DEFAULT_TOLERANCES, depthAbout, type Targets } from '$lib/guide/plan';
import { PRESCRIPTIONS, type Prescription } from '$lib/guide/prescriptions';
import type { Finding, PastSet, Performance, RuleId } from '$lib/guide/rules/rule';
import { band, EXPLOSIVE, kilograms, minutesBefore, performed, reps } from './performed';

/** Everything that can be asked, of a set that is wrong in about every way. */
const WRONG = reps(
  14,
  {
    lower_s: 1,
    bottom_s: 0.05,
    turn_mps2: 9,
    top_s: 9,
    peakRatio: 6,
    braking_mps2: 12,
    endsAt_m: 0.3,
  },
  {
    1: { lower_s: 3 },
    2: { lower_s: 3, depth_m: 0.6, bottom_s: 12, wanders_m: 0.1, turn_mps2: 0 },
    3: { depth_m: 0.1, kind: 'partial' },
    4: { press_s: 4 },
    5: { braking_mps2: 6 },
  },
);
const ASKED: Partial<Targets> = {
  lower: band(3, 4),
  bottom: band(0.5, 1),
  top: band(0, 1),
  hold: band(10),
  depth: { ...depthAbout(0.4), stop_m: 0.45, softTop_m: 0 },
  reps: { low: 8, high: 12 },
  sets: { low: 1, high: 1 },
  rest: band(60),
  load: { low_percent: 65, high_percent: 80, of: 'one-rep-max' },
  frequency: { low_perWeek: 1, high_perWeek: 1, best_perWeek: null },
};
const PAST: Partial<PastSet>[] = [
  { startedAt_ms: minutesBefore(24 * 60), load_kg: 50, side: 'right' },
  { startedAt_ms: minutesBefore(6), load_kg: 50, side: 'right' },
  { startedAt_ms: minutesBefore(3), load_kg: 50, side: 'left', depth_m: { mean: 1, meanSd: 0 } },
];

/** Every way to press, with a press of seconds and an explosive one. */
const PERFORMANCES: Performance[] = PRESCRIPTIONS.flatMap(({ variation, goal }) =>
  [band(1, 2), EXPLOSIVE, { kind: 'free' } as const].map((press) =>
    performed({
      variation,
      goal,
      targets: { ...ASKED, press },
      reps: WRONG,
      entered: { side: 'right', load: kilograms(100), max: { kind: 'one-rep-max', max_kg: 110 } },
      past: PAST,
    }),
  ),
);
const FINDINGS = PERFORMANCES.flatMap((performance) => check(performance).findings);

function isOnlySeen(id: string): boolean {
  const { check: first, also } = claimById(id);
  return [first, ...also].every((each) => each === 'seen' || each === 'reference');
}

describe('the rules', () => {
  it('have ids of their own, and are found by them', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const rule of RULES) expect(ruleById(rule.id)).toBe(rule);
  });

  it('all speak of a set that is wrong in every way, but for the one that finds no fault', () => {
    const heard = new Set(
      FINDINGS.filter(({ verdict }) => verdict !== 'in').map(({ rule }) => rule),
    );
    const silent = RULES.map(({ id }) => id).filter((id) => !heard.has(id));
    expect(silent).toEqual(['progression-ready']);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s rests on claims, none of them left out',
    (_, { id, rows }) => {
      const leftOut = LEFT_OUT.filter(({ extent }) => extent === 'whole').map((each) => each.id);
      for (const row of rows) expect(claimById(row).id).toBe(row);
      expect(rows.filter((row) => leftOut.includes(row))).toEqual([]);
      const told = FINDINGS.filter(({ rule }) => rule === id).flatMap((finding) => finding.rows);
      expect(rows).toEqual(expect.arrayContaining(told));
    },
  );

  it('rest on nothing that only people can see, and nothing that is only to be read', () => {
    for (const { id, rows } of RULES) expect(rows.filter(isOnlySeen), id).toEqual([]);
    const unseen = CLAIMS.filter(({ id }) => isOnlySeen(id)).map(({ id }) => id);
    expect(unseen.length).toBeGreaterThan(50);
    const flagged = PERFORMANCES.flatMap((each) => check(each).flags).flatMap(({ all }) => all);
    expect(flagged.flatMap(({ rows }) => rows).filter((row) => unseen.includes(row))).toEqual([]);
  });

  it('judge by a row of the guide, or by what a person asked', () => {
    const free = performed({ variation: 'quad', reps: WRONG, past: PAST });
    const unasked = [...FINDINGS, ...check(free).findings].filter(({ rows }) => rows.length === 0);
    for (const { rule } of unasked) expect(ruleById(rule).target, rule).not.toBeNull();
  });

  it('read nothing of what people ticked off, rated or noted', () => {
    const blind = (performance: Performance): Performance => ({
      ...performance,
      entered: new Proxy(performance.entered, {
        get(entered, key) {
          if (['checked', 'ratings', 'note'].includes(String(key)))
            throw new Error(`It read ${String(key)}.`);
          return Reflect.get(entered, key) as unknown;
        },
      }),
    });
    expect(PERFORMANCES.map((each) => check(blind(each)))).toEqual(PERFORMANCES.map(check));
  });

  it('are silent of everything on a lever arm but what was entered and what came before', () => {
    const { findings } = check(
      performed({
        machine: 'lever-arm',
        targets: ASKED,
        reps: WRONG,
        past: PAST,
        entered: { load: kilograms(100) },
      }),
    );
    const heard = new Set(findings.map(({ rule }) => rule));
    expect([...heard].filter((rule) => ruleById(rule).needs.length > 0)).toEqual([]);
    expect(heard.size).toBeGreaterThan(0);
  });

  it('speak of what a level rail lets be seen', () => {
    const { findings } = check(performed({ machine: 'horizontal', targets: ASKED, reps: WRONG }));
    const heard = new Set(findings.map(({ rule }) => rule));
    expect(heard).toContain('lowering-time');
    for (const rule of ['slam', 'momentum'] as const) expect(heard).not.toContain(rule);
  });
});

describe('flags', () => {
  const { flags } = check(PERFORMANCES[0]);

  it('have each rule once, out before borderline, the gravest first', () => {
    expect(new Set(flags.map(({ rule }) => rule)).size).toBe(flags.length);
    const rank = ({ rule, worst }: (typeof flags)[number]) =>
      (worst.verdict === 'out' ? 10 : 0) + ruleById(rule).severity;
    const ranks = flags.map(rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  });

  it('say nothing of what is in its band', () => {
    expect(flags.flatMap(({ all }) => all).filter(({ verdict }) => verdict === 'in')).toEqual([]);
  });
});

describe('compliance', () => {
  it('counts full reps by part and over all, borderline apart', () => {
    const { compliance } = check(
      performed({
        targets: { lower: band(3, 4), bottom: band(0.5, 1) },
        reps: reps(
          6,
          { sd_s: 0.05 },
          { 1: { lower_s: 1 }, 2: { bottom_s: 0.3 }, 3: { kind: 'partial', depth_m: 0.1 } },
        ),
      }),
    );
    expect(compliance.overall).toEqual({ in: 3, borderline: 1, out: 1, share: 0.75 });
    expect(compliance.parts.lower).toEqual({ in: 4, borderline: 0, out: 1, share: 0.8 });
    expect(compliance.parts.bottom).toEqual({ in: 4, borderline: 1, out: 0, share: 1 });
    expect(compliance.parts.press).toEqual({ in: 0, borderline: 0, out: 0, share: null });
  });

  it('is none where nothing was asked, whatever else was found', () => {
    const bounced = { bottom_s: 0.05, turn_mps2: 9 };
    const { compliance, flags } = check(performed({ reps: reps(4, {}, { 2: bounced }) }));
    expect(flags.map(({ rule }) => rule)).toEqual(['bounce']);
    expect(compliance.overall.share).toBeNull();
  });

  it('is spoilt by what always holds, too', () => {
    const bounced = { bottom_s: 0.05, turn_mps2: 9 };
    const targets = { lower: band(3, 4) };
    const { compliance } = check(performed({ targets, reps: reps(4, {}, { 2: bounced }) }));
    expect(compliance.overall).toMatchObject({ in: 3, out: 1 });
  });
});

it('takes a plan that was stored before a tolerance was thought of', () => {
  const performance = performed({ reps: reps(3, { peakRatio: 9 }) });
  const { loweringPeak, ...older } = performance.plan.tolerances;
  const plan = { ...performance.plan, tolerances: older as typeof performance.plan.tolerances };
  expect(loweringPeak).toBe(DEFAULT_TOLERANCES.loweringPeak);
  expect(check({ ...performance, plan })).toEqual(check(performance));
});

describe('every figure of the guide', () => {
  type Edges = readonly [low: number | null, high: number | null];
  const { lower_s, pause_s } = DEFAULT_TOLERANCES;
  /** What each figure makes of a band; the tests of the prescriptions hold the figures against the inventory. */
  const bands: readonly [RuleId, (prescription: Prescription) => Edges | null][] = [
    [
      'lowering-time',
      ({ lower }) => lower.guide && [lower.guide.low_s - lower_s, lower.guide.high_s + lower_s],
    ],
    [
      'bottom-pause',
      ({ bottom }) => bottom.guide && [bottom.guide.low_s - pause_s, bottom.guide.high_s + pause_s],
    ],
    ['rep-count', ({ reps: figure }) => figure.guide && [figure.guide.low, figure.guide.high]],
    ['set-count', ({ sets }) => sets.guide && [sets.guide.low, sets.guide.high]],
    [
      'weekly-frequency',
      ({ frequency }) =>
        frequency.guide && [frequency.guide.low_perWeek, frequency.guide.high_perWeek],
    ],
    [
      'load-share',
      ({ load }) => load.guide && [load.guide.low_percent / 100, load.guide.high_percent / 100],
    ],
  ];
  const asked = PRESCRIPTIONS.flatMap((prescription) =>
    bands.flatMap(([rule, of]) => {
      const edges = of(prescription);
      // What the guide only offers is judged once taken up.
      return edges && prescription.goal !== 'free' ? [{ prescription, rule, edges }] : [];
    }),
  );

  it.each(asked)(
    'of $prescription.id is the band of $rule, tolerance within',
    ({ prescription, rule, edges }) => {
      const { variation, goal, load } = prescription;
      const kind = load.guide?.of ?? 'one-rep-max';
      const { findings } = check(
        performed({
          variation,
          goal,
          reps: reps(8),
          entered: { load: kilograms(50), max: { kind, max_kg: 100 } },
          over: 'week',
        }),
      );
      const [finding]: (Finding | undefined)[] = findings.filter((each) => each.rule === rule);
      expect(finding?.allowed).toEqual(edges);
      expect(finding?.rows.length).toBeGreaterThan(0);
    },
  );
});
