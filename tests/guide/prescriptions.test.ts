import { describe, expect, it } from 'vitest';
import type { Guided } from '../../src/lib/guide/guided';
import { DEFAULT_GOAL, GOALS } from '../../src/lib/guide/goals';
import { MACHINES } from '../../src/lib/guide/machines';
import {
  guidedTempo,
  PRESCRIPTIONS,
  type Prescription,
  prescriptionFor,
  startingTempo,
} from '../../src/lib/guide/prescriptions';
import { parseTempo, printTempo } from '../../src/lib/guide/tempo';
import { VARIATIONS } from '../../src/lib/guide/variations';
import { MISSING, readInventory, readPresetTable } from './inventory';

const QUANTITIES = [
  'sets',
  'reps',
  'lower',
  'bottom',
  'press',
  'top',
  'hold',
  'load',
  'frequency',
  'rest',
] as const;
type QuantityName = (typeof QUANTITIES)[number];

function byId(id: string): Prescription {
  const found = PRESCRIPTIONS.find((each) => each.id === id);
  if (!found) throw new Error(`There is no prescription ${id}.`);
  return found;
}

/** The numbers a figure of the guide holds, in the order the guide writes them. */
function numbersOf({ guide }: Guided<object>): number[] {
  return guide ? Object.values(guide).filter((value) => typeof value === 'number') : [];
}

/** Every figure of every prescription, by name. */
const FIGURES = PRESCRIPTIONS.flatMap((prescription) =>
  QUANTITIES.map((quantity) => {
    const figure: Guided<object> = prescription[quantity];
    return { name: `${prescription.id}: ${quantity}`, prescription, quantity, figure };
  }),
);

describe('prescriptions', () => {
  it('are of variations, goals and machines there are', () => {
    for (const { variation, goal, machines } of PRESCRIPTIONS) {
      expect(Object.keys(VARIATIONS)).toContain(variation);
      expect(Object.keys(GOALS)).toContain(goal);
      expect(machines.length).toBeGreaterThan(0);
      for (const machine of machines) expect(Object.keys(MACHINES)).toContain(machine);
    }
  });

  it('have ids of their own, and one at most for a variation and a goal', () => {
    const ids = PRESCRIPTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const pairs = PRESCRIPTIONS.map(({ variation, goal }) => `${variation} × ${goal}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('leave every variation free to be trained without a goal, and no goal without a set', () => {
    for (const variation of Object.values(VARIATIONS)) {
      const free = prescriptionFor(variation.id, 'free');
      expect(free && printTempo(startingTempo(free))).toBe('– / – / – / –');
    }
    const goals = PRESCRIPTIONS.map(({ goal }) => goal);
    expect(new Set(goals)).toEqual(new Set(Object.keys(GOALS)));
    expect(prescriptionFor('hamstring', DEFAULT_GOAL)?.id).toBe('ham-hypertrophy-b');
  });

  it('have none where the guide has none', () => {
    expect(prescriptionFor('quad', 'strength')).toBeNull();
    expect(prescriptionFor('hamstring-single', 'hypertrophy-b')).toBeNull();
  });

  it.each(FIGURES)('$name rests on rows, or is silent', ({ figure }) => {
    const speaks = figure.guide !== null || figure.wording !== null;
    expect(figure.rows.length > 0).toBe(speaks);
    expect(figure.standing !== null).toBe(speaks);
  });

  it('have defaults only beside what the guide does not ask for in numbers', () => {
    const filled = FIGURES.filter(({ figure }) => figure.default !== null);
    expect(filled.map(({ name }) => name)).toEqual([
      'ham-rehab-technical: lower',
      'ham-first-sessions: lower',
      'ham-first-sessions: bottom',
      'reverse: lower',
    ]);
    for (const { figure, name } of filled) {
      expect(figure.guide === null || figure.standing === 'option', name).toBe(true);
    }
  });
});

describe('tempos', () => {
  it.each([
    ['ham-hypertrophy-a', '1.5–3 / – / – / –', '1.5–3 / – / – / –'],
    ['ham-hypertrophy-b', '3–4 / 0.5–1 / – / –', '3–4 / 0.5–1 / – / –'],
    ['ham-strength', '2–3 / – / X / –', '2–3 / – / X / –'],
    ['ham-rehab-technical', '– / – / – / –', '3–4 / – / – / –'],
    ['ham-first-sessions', '– / – / – / –', '3–4 / 0.5–1 / – / –'],
    ['reverse', '– / – / X / –', '3–4 / – / X / –'],
    ['reverse-single', '– / – / – / –', '– / – / – / –'],
  ])('%s: the guide asks %s, the app starts from %s', (id, guided, starting) => {
    expect(printTempo(guidedTempo(byId(id)))).toBe(guided);
    expect(printTempo(startingTempo(byId(id)))).toBe(starting);
  });

  it('can all be written and read again', () => {
    for (const prescription of PRESCRIPTIONS) {
      for (const tempo of [guidedTempo(prescription), startingTempo(prescription)]) {
        expect(parseTempo(printTempo(tempo))).toEqual(tempo);
      }
    }
  });
});

describe('machines', () => {
  it('asks for a ratio where a cable is between, and nowhere else', () => {
    for (const { sensorOn, sledPerSensor } of Object.values(MACHINES)) {
      expect(sledPerSensor !== null).toBe(sensorOn === 'stack');
    }
  });

  it('measures nothing on a lever', () => {
    const unmeasured = MACHINES['lever-arm'].unmeasured.map(({ quantity }) => quantity);
    expect(unmeasured).toEqual(expect.arrayContaining(['reps', 'phase-times', 'depth', 'speed']));
  });
});

it('keys every variation, machine and goal by its own id', () => {
  for (const record of [VARIATIONS, MACHINES, GOALS]) {
    for (const [key, { id }] of Object.entries(record)) expect(id).toBe(key);
  }
});

/** How the inventory writes a figure of each quantity among a row's parameters. */
const IN_ROWS: Partial<Record<QuantityName, RegExp>> = {
  sets: /\bsets (\d+)–(\d+)/,
  reps: /\breps (\d+)–(\d+)/,
  lower: /\becc ([\d.]+)–([\d.]+) s/,
  bottom: /\bpause ([\d.]+)–([\d.]+) s/,
  load: /(\d+)–(\d+) % ?(?:1RM|perceived max)/,
  frequency: /(\d+)(?:–(\d+))? ×\/week/,
};

describe.skipIf(MISSING)(`the inventory${MISSING}`, () => {
  const inventory = MISSING ? null : readInventory();
  const rows = new Map(inventory?.rows.map((row) => [row.id, row]));

  /** The numbers of a quantity that a row gives; none where it gives none. */
  function given(quantity: QuantityName, row: string): number[] {
    const params = rows.get(row)?.params ?? '';
    const found = IN_ROWS[quantity]?.exec(params)?.slice(1) ?? [];
    return found.filter((text) => text !== undefined).map(Number);
  }

  it('has every row and every disagreement that is named', () => {
    const named = [
      ...PRESCRIPTIONS.flatMap(({ cues, progression, depth }) => [
        ...cues,
        ...progression,
        ...(depth?.rows ?? []),
      ]),
      ...FIGURES.flatMap(({ figure }) => figure.rows),
      ...Object.values(VARIATIONS).flatMap((each) => [
        ...each.rows,
        ...(each.top?.rows ?? []),
        ...each.checklist,
        ...each.acknowledge,
        ...each.cautions,
      ]),
      ...Object.values(MACHINES).flatMap((each) => each.rows),
      ...Object.values(GOALS).flatMap((each) => [...each.rows, ...each.beside, ...each.mustCheck]),
    ];
    expect(named.filter((id) => !rows.has(id))).toEqual([]);
    const disagreements = inventory?.disagreements.map(({ id }) => id);
    for (const each of [...Object.values(VARIATIONS), ...Object.values(GOALS)]) {
      expect(disagreements).toEqual(expect.arrayContaining([...each.disagreements]));
    }
  });

  it('has the same variations', () => {
    const codes = Object.values(VARIATIONS).map(({ code }) => code);
    expect([...codes, 'ALL'].toSorted()).toEqual(inventory?.variations.toSorted());
  });

  it('defines each variation by a row of its own among others', () => {
    for (const { code, rows: own } of Object.values(VARIATIONS)) {
      expect(own.map((id) => rows.get(id)?.var)).toContain(code);
    }
  });

  const numbered = FIGURES.filter(({ figure }) => numbersOf(figure).length > 0);

  it.each(numbered)('gives $name as it stands in the code', ({ quantity, figure }) => {
    const inRows = figure.rows.map((row) => given(quantity, row)).filter(({ length }) => length);
    expect(inRows.length).toBeGreaterThan(0);
    if (quantity === 'frequency') return expect(inRows.flat()).toEqual(numbersOf(figure));
    for (const numbers of inRows) expect(numbers).toEqual(numbersOf(figure));
  });

  it('gives no number to a figure that has none here', () => {
    for (const { name, quantity, figure } of FIGURES) {
      if (numbersOf(figure).length > 0) continue;
      expect(
        figure.rows.filter((row) => given(quantity, row).length > 0),
        name,
      ).toEqual([]);
    }
  });

  it('gives no number of these that no prescription has', () => {
    for (const quantity of QUANTITIES) {
      const cited = numbered
        .filter((each) => each.quantity === quantity)
        .flatMap(({ figure }) => figure.rows);
      const giving = [...rows.keys()].filter((row) => given(quantity, row).length > 0);
      expect(
        giving.filter((row) => !cited.includes(row)),
        quantity,
      ).toEqual([]);
    }
  });

  it('gives the seconds the defaults borrow', () => {
    for (const { figure, quantity, name } of FIGURES) {
      if (figure.default === null) continue;
      const lender = quantity === 'lower' ? ['F01', 'F09'] : ['F02'];
      const borrowed = numbersOf({ ...figure, guide: figure.default.value });
      for (const row of lender) expect(given(quantity, row), name).toEqual(borrowed);
    }
  });

  it('has an explosive press where a row says X or powerful', () => {
    const explosive = FIGURES.filter(({ figure }) => figure.wording === 'powerful');
    expect(explosive.map(({ prescription }) => prescription.id)).toEqual([
      'ham-strength',
      'reverse',
    ]);
    for (const { figure } of explosive) {
      expect(figure.guide).toEqual({ kind: 'explosive' });
      for (const row of figure.rows) {
        expect(rows.get(row)?.params).toMatch(/con X$|powerful concentric/);
      }
    }
  });

  it('gives the angles: of the knee, and of the 45° sled', () => {
    expect(rows.get('B12')?.params).toBe(`bottom ≈ ${byId('quad-standard').depth?.knee_deg}° knee`);
    expect(rows.get('C03')?.params).toBe(`machine=${MACHINES['sled-45'].incline_deg}°`);
    const others = PRESCRIPTIONS.filter(({ depth }) => depth?.rule !== 'knee-angle');
    expect(others.filter(({ depth }) => depth?.knee_deg !== null)).toEqual([]);
  });

  it.each(inventory?.presets ?? [])('has the preset $id, blank for blank', (preset) => {
    const { sets, reps, lower, bottom, press, hold, load, frequency, depth } = byId(preset.id);
    expect(numbersOf(sets)).toEqual(preset.sets ?? []);
    expect(numbersOf(reps)).toEqual(preset.reps ?? []);
    expect(numbersOf(lower)).toEqual(preset.ecc_s ?? []);
    if (preset.ecc_s) expect(lower.standing === 'asked').toBe(preset.ecc_required ?? true);
    expect(numbersOf(bottom)).toEqual(preset.pause_bottom_s ?? []);
    expect(press.wording).toBe(preset.concentric ?? null);
    expect(hold.wording === 'hold-at-stretch').toBe(preset.iso_hold_at_stretch ?? false);
    expect(numbersOf(load)).toEqual(preset.load_pct_1rm ?? preset.load_pct_perceived_max ?? []);
    expect(load.guide?.of ?? null).toBe(
      preset.load_pct_1rm ? 'one-rep-max' : preset.load_pct_perceived_max ? 'perceived-max' : null,
    );
    expect(numbersOf(frequency).slice(0, 2)).toEqual(preset.per_week ?? []);
    expect(depth?.knee_deg ?? null).toBe(preset.depth_knee_deg ?? null);
  });

  it.each([
    ['Hamstring hypertrophy A', 'ham-hypertrophy-a'],
    ['Hamstring hypertrophy B (stretch)', 'ham-hypertrophy-b'],
    ['Hamstring strength', 'ham-strength'],
    ['Hamstring rehab / technical', 'ham-rehab-technical'],
    ['Hamstring first sessions', 'ham-first-sessions'],
    ['Generic hamstring tempo', 'ham-free'],
    ['Hamstring (001 wording)', 'ham-narrow-free'],
    ['Single-leg high foot', 'ham-single-free'],
    ['Quad two-leg / one-leg', 'quad-standard'],
    ['Quad two-leg / one-leg', 'quad-single-free'],
    ['Reverse', 'reverse'],
    ['Unilateral reverse', 'reverse-single'],
  ])('has the row “%s” of its table, number for number', (name, id) => {
    const table = readPresetTable();
    const cells = table.get(name);
    const { sets, reps, lower, bottom, press, load, frequency } = byId(id);
    expect(numbersIn(cells?.Sets)).toEqual(numbersOf(sets));
    expect(numbersIn(cells?.Reps)).toEqual(numbersOf(reps));
    expect(numbersIn(cells?.['Eccentric s'])).toEqual(numbersOf(lower));
    expect(numbersIn(cells?.['Bottom pause s'])).toEqual(numbersOf(bottom));
    expect(cells?.Concentric === '—').toBe(press.wording === null);
    expect(numbersIn(cells?.Load)).toEqual(numbersOf(load));
    expect(cells?.Load === '—').toBe(load.wording === null);
    const weekly = cells?.Frequency === 'as above' ? 'Hamstring hypertrophy A' : name;
    expect(numbersIn(table.get(weekly)?.Frequency)).toEqual(numbersOf(frequency));
  });

  it('has no row in its table without a prescription', () => {
    // The eleven above; two prescriptions share the quads' row.
    expect(readPresetTable().size).toBe(11);
  });
});

/** The numbers a cell gives, those in names (1RM) aside. */
function numbersIn(cell = 'no such cell'): number[] {
  expect(cell).not.toBe('no such cell');
  return [...cell.replaceAll('1RM', '').matchAll(/[\d.]*\d/g)].map(([text]) => Number(text));
}
