import { describe, expect, it } from 'vitest';
import { check, RULES } from '$lib/guide/check';
import type { Finding } from '$lib/guide/rules/rule';
import {
  allowedFigure,
  findingCue,
  findingTitle,
  measuredFigure,
  ruleName,
  shortMark,
  spokenCue,
} from '../../src/lib/ui/finding-words';
import type { FindingWords } from '../../src/lib/ui/words/findings';
import { findingWordsDe } from '../../src/lib/ui/words/findings-de';
import { findingWordsEn } from '../../src/lib/ui/words/findings-en';
import {
  band,
  EXPLOSIVE,
  kilograms,
  performed,
  reps,
  type SetSketch,
} from '../guide/rules/performed';
import { chosen } from '../locale/chosen';

const SLOW = { targets: { lower: band(3, 4), bottom: band(0.5, 1) } };
const DEPTH = { target_m: 0.4, floor_m: 0.36, ceiling_m: 0.42, stop_m: 0.44, softTop_m: 0.01 };
const DEEP = { targets: { depth: DEPTH } };
const STRONG = { targets: { press: EXPLOSIVE } };
const JOINED = { load_kg: 100, reps: 8, side: 'left' } as const;

/** Sets, and what their gravest flag says in English: title, cue, mark, spoken. */
const SAID: readonly [SetSketch, ...string[]][] = [
  [
    { ...SLOW, reps: reps(8, {}, { 4: { lower_s: 2.5 } }) },
    'Rep 4 lowered in 2.5 s',
    'Lower about half a second slower.',
    '0.5 s fast',
    'lower slower',
  ],
  [
    { ...SLOW, reps: reps(8, {}, { 4: { lower_s: 2 }, 5: { lower_s: 2.4 }, 7: { lower_s: 2.4 } }) },
    'Reps 4, 5 and 7 lowered too fast',
    'Lower about 1 s slower.',
    '1 s fast',
    'lower slower',
  ],
  [
    {
      ...SLOW,
      reps: reps(
        8,
        {},
        {
          1: { lower_s: 2.4 },
          2: { lower_s: 2 },
          3: { lower_s: 2.4 },
          6: { lower_s: 2.4 },
          7: { lower_s: 2.4 },
        },
      ),
    },
    'Reps 1–3, 6 and 7 lowered too fast',
    'Lower about 1 s slower.',
    '1 s fast',
    'lower slower',
  ],
  [
    { ...SLOW, reps: reps(4, { sd_s: 0.1 }, { 2: { lower_s: 2.9 } }) },
    'Rep 2 lowered in 2.9 s: borderline',
    'Lower a touch slower.',
    'a bit fast',
    'lower slower',
  ],
  [
    { ...SLOW, reps: reps(4, {}, { 2: { bottom_s: 0.05 } }) },
    'Rep 2 did not pause at the bottom',
    'Stop at the bottom for at least half a second.',
    'no pause',
    'pause at the bottom',
  ],
  [
    { ...DEEP, reps: reps(4, {}, { 2: { depth_m: 0.35 } }) },
    'Rep 2 went 35.0 cm deep',
    'Go about 5 cm deeper.',
    '5 cm short',
    'go deeper',
  ],
  [
    { ...DEEP, reps: reps(4, {}, { 2: { depth_m: 0.47 } }) },
    'Rep 2 passed the safe stop: 47.0 cm deep',
    'Stop about 3 cm higher.',
    '3 cm too deep',
    'stop higher',
  ],
  [
    { ...STRONG, reps: reps(4, { press_s: 0.8 }, { 2: { press_s: 1.9 } }) },
    'Rep 2 took 1.9 s to press',
    'Press as fast as you can from the very start.',
    'not explosive',
    'press fast',
  ],
  [
    { goal: 'hypertrophy-b', reps: reps(6) },
    '6 reps, fewer than asked',
    'Do 2 reps more.',
    '2 reps short',
    'more reps',
  ],
  [
    {
      variation: 'hamstring-single',
      entered: { load: kilograms(80), side: 'right' },
      past: [JOINED],
      reps: reps(8),
    },
    'The right moved 20 % less',
    'Begin with the side that does less, and let the other do no more.',
    'uneven sides',
    'even sides',
  ],
  [
    {
      targets: { load: { low_percent: 65, high_percent: 80, of: 'one-rep-max' } },
      entered: { load: kilograms(100), max: { kind: 'one-rep-max', max_kg: 200 } },
    },
    'The load was 50 % of the one-rep max',
    'Take at least 30 kg more.',
    '30 kg light',
    'more load',
  ],
];

it.each(SAID)('%#: %s', (set, ...said) => {
  const [flag] = check(performed(set)).flags;
  expect([
    findingTitle(flag),
    findingCue(flag),
    shortMark(flag.worst),
    spokenCue(flag.worst),
  ]).toEqual(said);
});

it('says so where nothing is off', () => {
  const { findings } = check(performed({ ...SLOW, reps: reps(1) }));
  expect(shortMark(findings[0])).toBe('good');
});

it('puts figure and band side by side', () => {
  const { flags } = check(performed({ ...SLOW, reps: reps(2, { lower_s: 2.5 }) }));
  expect(measuredFigure(flags[0].worst)).toBe('2.5 s');
  expect(allowedFigure(flags[0].worst)).toBe('2.8 s – 4.3 s');
});

it('speaks German, in the person’s units', async () => {
  const german = await chosen(
    { language: 'de', decimal: ',', length: 'in' },
    () => import('../../src/lib/ui/finding-words'),
  );
  const sets: readonly [SetSketch, string, string, string][] = [
    [
      { ...SLOW, reps: reps(8, {}, { 4: { lower_s: 2 }, 5: { lower_s: 2.3 } }) },
      'Wiederholungen 4 und 5 zu schnell gesenkt',
      'Senk etwa 1 s langsamer.',
      '1 s zu schnell',
    ],
    [
      { ...DEEP, reps: reps(4, {}, { 2: { depth_m: 0.349 } }) },
      'Wiederholung 2 ging 13,7 Zoll tief',
      'Geh etwa 2,0 Zoll tiefer.',
      '2,0 Zoll zu flach',
    ],
  ];
  for (const [set, title, cue, mark] of sets) {
    const [flag] = check(performed(set)).flags;
    expect([
      german.findingTitle(flag),
      german.findingCue(flag),
      german.shortMark(flag.worst),
    ]).toEqual([title, cue, mark]);
  }
});

it('calls a rule by its field’s term only for coaches', () => {
  expect(ruleName('lowering-time')).toBe('Lowering time');
  expect(ruleName('lowering-time', 'coach')).toBe('Eccentric time');
});

describe.each<[string, FindingWords]>([
  ['English', findingWordsEn],
  ['German', findingWordsDe],
])('the words of findings in %s', (_, words) => {
  const cues = Object.values(words.cues);

  it('name every rule apart', () => {
    const names = RULES.map(({ id }) => words.rules[id].name);
    expect(new Set(names).size).toBe(RULES.length);
  });

  it('say what to do in a sentence, with an amount and without', () => {
    for (const { sentence } of cues) {
      for (const amount of ['7 cm', null]) {
        expect(sentence(amount)).toMatch(/^\p{Lu}.+\.$/u);
        expect(sentence(amount)).not.toMatch(/null|undefined/);
      }
    }
  });

  it('are spoken in four words, and marked in as many', () => {
    for (const { spoken, mark } of cues) {
      expect(spoken.split(' ').length, spoken).toBeLessThanOrEqual(5);
      expect(mark('7 cm').split(' ').length, mark('7 cm')).toBeLessThanOrEqual(4);
      expect(spoken).not.toMatch(/[.!]$/);
    }
  });

  it('claim nothing that the sensor does not see', () => {
    const said = [
      ...Object.values(words.reps).flatMap(({ one, many }) => [one('3', '7 s'), many('3, 4')]),
      ...Object.values(words.set).map((title) => title('7 %')),
    ];
    const unseen =
      /spine|\bback\b|\bhip|knee|heel|\bfoot|lock|muscle|Rücken|Hüfte|Knie|Ferse|Fuß|Muskel/;
    expect(said.filter((title) => unseen.test(title))).toEqual([]);
  });

  it('speak to athletes without the field’s terms', () => {
    const plain = [
      ...Object.values(words.rules).map(({ name }) => name),
      ...cues.flatMap(({ sentence, spoken }) => [sentence(null), spoken]),
    ];
    expect(plain.filter((text) => /[ek]xzentri|eccentric|concentric/i.test(text))).toEqual([]);
  });
});

it('has words for whatever a rule may find', () => {
  const findings: Finding[] = RULES.flatMap(({ id }) => {
    const sample = check(performed({ ...SLOW, ...DEEP, reps: reps(2) })).findings[0];
    return (['over', 'under'] as const).map((side) => ({ ...sample, rule: id, side }));
  });
  const speaks = (finding: Finding, rep: number | null) => {
    const one = { ...finding, rep };
    return findingTitle({ rule: one.rule, worst: one, all: [one] });
  };
  for (const finding of findings) {
    const titles = [1, null].flatMap((rep) => {
      try {
        return [speaks(finding, rep)];
      } catch {
        return [];
      }
    });
    // Asymmetry speaks by its detail alone.
    if (finding.rule === 'asymmetry') continue;
    expect(titles, finding.rule).toHaveLength(1);
  }
});
