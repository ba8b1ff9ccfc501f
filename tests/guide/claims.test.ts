import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Check,
  type Cite,
  type Claim,
  type Feature,
  type Figure,
  TOPICS,
  type VariationId,
  VARIATION_IDS,
} from '../../src/lib/guide/claim';
import { claimById, CLAIMS } from '../../src/lib/guide/claims';
import { DISAGREEMENTS } from '../../src/lib/guide/claims/disagreements';
import { LEFT_OUT } from '../../src/lib/guide/claims/left-out';
import { QUESTIONS } from '../../src/lib/guide/claims/questions';
import { type SourceId, SOURCES } from '../../src/lib/guide/sources';

const FOLDER = join(import.meta.dirname, '../../../shared/reference');
const INVENTORY_PATH = join(FOLDER, 'guide.json');
const IS_HERE = existsSync(INVENTORY_PATH);
const MISSING = IS_HERE ? '' : ' (skipped: ../shared/reference is not here)';
const LONGEST_STATEMENT = 240;
/** So many words in a row are a sentence carried over. */
const RUN_WORDS = 8;

/** A row of the inventory, as far as it is compared. */
interface Row {
  id: string;
  src: SourceId;
  lines: number[];
  var: string;
  claim: string;
  params: string;
  cls: string[];
  sig: string;
}

interface Inventory {
  files: Record<SourceId, string>;
  rows: Row[];
  disagreements: { id: string; positions: string }[];
}

const INVENTORY: Inventory = IS_HERE
  ? (JSON.parse(readFileSync(INVENTORY_PATH, 'utf8')) as Inventory)
  : { files: { '000': '', '001': '', '002': '', '003': '' }, rows: [], disagreements: [] };
const ROWS = new Map(INVENTORY.rows.map((row) => [row.id, row]));

const CHECKS: Record<string, Check> = {
  i: 'measured',
  ii: 'compared',
  iii: 'seen',
  iv: 'reference',
};

const VARIATION_CODES: Record<string, readonly VariationId[]> = {
  HAM: ['hamstring'],
  'HAM-NARROW': ['hamstring-narrow'],
  'HAM-WIDE': ['hamstring-wide'],
  'HAM-SINGLE': ['hamstring-single'],
  'QUAD-2': ['quad'],
  'QUAD-1': ['quad-single'],
  REV: ['reverse'],
  'REV-1': ['reverse-single'],
  ALL: VARIATION_IDS,
};

const FEATURE_CODES: Record<string, Feature> = {
  'F-ECC': 'lowering-time',
  'F-PAUSE-B': 'bottom-pause',
  'F-CON': 'press-time',
  'F-PAUSE-T': 'top-pause',
  'F-TUT': 'time-under-tension',
  'F-STRETCH': 'stretch-time',
  'F-ROM': 'travel',
  'F-DEPTH': 'depth',
  'F-DRIFT': 'drift',
  'F-MCV': 'press-velocity',
  'F-PV': 'press-velocity',
  'F-VL': 'velocity-loss',
  'F-SMOOTH': 'lowering-smoothness',
  'F-ECCPEAK': 'lowering-peak',
  'F-BOUNCE': 'bounce',
  'F-JERK': 'impact',
  'F-IMPACT': 'impact',
  'F-TOP-SNAP': 'top-snap',
  'F-TOP-OVER': 'past-top',
  'F-HOLD': 'hold',
  'F-INCL': 'incline',
  'F-UNRACK': 'unrack',
  'F-ASYM': 'asymmetry',
};

/** Parameters with figures, as the inventory writes them, and what each figure must be named and measured in. */
const PARAMETER_FORMS: readonly (readonly [RegExp, Figure['name'], Figure['unit']])[] = [
  [/^sets [\d–]+$/, 'sets', 'sets'],
  [/^reps [\d–]+$/, 'reps', 'reps'],
  [/^ecc [\d.–]+ s$/, 'lowering', 's'],
  [/^(bottom )?pause [\d.–]+ s$/, 'bottom-pause', 's'],
  [/^[\d–]+ %1RM$/, 'load', '% of 1RM'],
  [/^[\d–]+ % perceived max$/, 'load', '% of perceived max'],
  [/^[\d–]+ ×\/week$/, 'frequency', 'per week'],
  [/^bottom ≈ \d+° knee$/, 'knee-angle', 'deg'],
  [/^top hip angle ≈ \d+°$/, 'hip-angle', 'deg'],
  [/^machine(=| default )\d+°/, 'incline', 'deg'],
  [/^\d+ (set-up factors|co-ordinated factors|routes)$/, 'listed', 'count'],
];

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
);
/** From here on a number in words is a figure; "one leg" and "two joints" are no figures. */
const LEAST_NUMBER_WORD = 3;

/** The inventory's row of a claim; throws where there is none. */
function rowOf({ id }: { id: string }): Row {
  const row = ROWS.get(id);
  if (!row) throw new Error(`The inventory has no row ${id}.`);
  return row;
}

/** Ranges like 1.5–3 and single numbers like 45, as `low–high`, sorted, each once; 1RM is a unit. */
function rangesIn(text: string): string[] {
  const found = [...text.replaceAll('1RM', '').matchAll(/(\d+(?:\.\d+)?)(?:–(\d+(?:\.\d+)?))?/g)];
  return sortedOnce(found.map(([, low, high]) => `${low}–${high ?? low}`));
}

function rangesOf(figures: readonly Figure[]): string[] {
  return sortedOnce(figures.map(({ low, high }) => `${low}–${high}`));
}

/** What a statement says in figures or, from three on, in words. */
function rangesSaid(statement: string): string[] {
  const words = wordsOf(statement)
    .map((word) => NUMBER_WORDS.indexOf(word))
    .filter((number) => number >= LEAST_NUMBER_WORD)
    .map((number) => `${number}–${number}`);
  return sortedOnce([...rangesIn(statement), ...words]);
}

function sortedOnce<T>(list: readonly T[]): T[] {
  return [...new Set(list)].sort();
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words
    .slice(0, Math.max(0, words.length - RUN_WORDS + 1))
    .map((_, start) => words.slice(start, start + RUN_WORDS).join(' '));
}

function documentText(source: SourceId): string {
  return readFileSync(join(FOLDER, 'sources', INVENTORY.files[source]), 'utf8');
}

function isSensed({ check, also }: Claim): boolean {
  return [check, ...also].includes('measured');
}

/** Cites as `source:line`, as the inventory writes them. */
function placesOf(cites: readonly Cite[]): string[] {
  return cites.flatMap(({ source, lines }) => lines.map((line) => `${source}:${line}`));
}

/** Every place in text like "000:21, 64 … 001:15" or "000:38–42" (headings are not cited, so a range stands for its ends). */
function placesIn(text: string): string[] {
  return [...text.matchAll(/(\d{3}):(\d+(?:(?:, |–)\d+(?!\d|:))*)/g)].flatMap(([, source, lines]) =>
    lines.split(/, |–/).map((line) => `${source}:${line}`),
  );
}

describe('claims', () => {
  it('have statements that are unique, said, and short', () => {
    const statements = CLAIMS.map(({ statement }) => statement);
    expect(new Set(statements).size).toBe(statements.length);
    expect(statements.filter((statement) => statement.trim() !== statement)).toEqual([]);
    expect(statements.filter((statement) => !/^\p{Lu}.+[.?]$/u.test(statement))).toEqual([]);
    expect(statements.filter(({ length }) => length > LONGEST_STATEMENT)).toEqual([]);
  });

  it('speak plainly, and promise and diagnose nothing', () => {
    const foreign =
      /eccentric|concentric|\bROM\b|posterior|lumbar|unilateral|bilateral|cure|heal\b|prevent|guarantee|diagnos/i;
    expect(CLAIMS.filter(({ statement }) => foreign.test(statement))).toEqual([]);
  });

  it('say the numbers of their figures, all of them and no other', () => {
    for (const { id, statement, figures } of CLAIMS) {
      expect(rangesSaid(statement), id).toEqual(rangesOf(figures));
    }
  });

  it('rest on the sensor where they are measured, and never where they are only seen or read', () => {
    for (const claim of CLAIMS) {
      const isOnlyRead = [claim.check, ...claim.also].every((check) =>
        ['seen', 'reference'].includes(check),
      );
      if (isSensed(claim)) expect(claim.features, claim.id).not.toEqual([]);
      if (isOnlyRead) expect(claim.features, claim.id).toEqual([]);
    }
  });

  it('leave no topic and no source empty', () => {
    expect(sortedOnce(CLAIMS.map(({ topic }) => topic))).toEqual(sortedOnce(TOPICS));
    const cited = CLAIMS.flatMap(({ cites }) => cites.map(({ source }) => source));
    expect(sortedOnce(cited)).toEqual(sortedOnce(Object.keys(SOURCES)));
  });

  it('are found by id, and one that is not there is named', () => {
    expect(claimById('F01').figures).toEqual([{ name: 'lowering', low: 3, high: 4, unit: 's' }]);
    expect(() => claimById('A20')).toThrow('no claim A20');
  });
});

describe('what is left out', () => {
  it('is no claim where it is left out whole, and one where in part', () => {
    const ids = CLAIMS.map(({ id }) => id);
    for (const { id, extent } of LEFT_OUT) expect(ids.includes(id), id).toBe(extent === 'part');
  });

  it('has a reason, which names only claims that are there or left out', () => {
    const known = [...CLAIMS, ...LEFT_OUT].map(({ id }) => id);
    for (const { id, reason } of LEFT_OUT) {
      expect(reason, id).toMatch(/^\p{Lu}.+\.$/u);
      const named = reason.match(/\b[A-M]\d\d\b/g) ?? [];
      expect(named.filter((each) => !known.includes(each))).toEqual([]);
    }
  });
});

describe('disagreements', () => {
  it('have two sides or more, of claims that are there, none twice', () => {
    for (const { id, sides } of DISAGREEMENTS) {
      expect(sides.length, id).toBeGreaterThanOrEqual(2);
      const ids = sides.flat();
      expect(sides.every((side) => side.length > 0)).toBe(true);
      expect(new Set(ids).size, id).toBe(ids.length);
      for (const each of ids) expect(claimById(each).id).toBe(each);
    }
  });

  it('have ids and questions of their own', () => {
    expect(new Set(DISAGREEMENTS.map(({ id }) => id)).size).toBe(DISAGREEMENTS.length);
    expect(DISAGREEMENTS.filter(({ about }) => !about.endsWith('?'))).toEqual([]);
  });
});

describe('questions', () => {
  it('are asked once, and answered by claims that are there', () => {
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
    expect(new Set(QUESTIONS.map(({ question }) => question)).size).toBe(QUESTIONS.length);
    for (const { id, question, answers } of QUESTIONS) {
      expect(question, id).toMatch(/^\p{Lu}.+\?$/u);
      expect(answers, id).not.toEqual([]);
      for (const each of answers) expect(claimById(each).id).toBe(each);
    }
  });
});

describe.skipIf(!IS_HERE)(`against the inventory${MISSING}`, () => {
  it('every row is there once: as a claim, or left out', () => {
    const whole = LEFT_OUT.filter(({ extent }) => extent === 'whole');
    const represented = [...CLAIMS, ...whole].map(({ id }) => id).sort();
    expect(INVENTORY.rows).toHaveLength(159);
    expect(represented).toEqual([...ROWS.keys()].sort());
  });

  it('classes and variations agree', () => {
    for (const claim of CLAIMS) {
      const row = rowOf(claim);
      expect([claim.check, ...claim.also], claim.id).toEqual(row.cls.map((each) => CHECKS[each]));
      expect(claim.variations, claim.id).toEqual(VARIATION_CODES[row.var]);
    }
  });

  it('cites agree', () => {
    for (const entry of [...CLAIMS, ...LEFT_OUT]) {
      const { src, lines } = rowOf(entry);
      expect(entry.cites, entry.id).toEqual([{ source: src, lines }]);
    }
  });

  it('figures are the inventory’s numbers, all of them and no other', () => {
    for (const claim of CLAIMS) {
      const { claim: text, params } = rowOf(claim);
      expect(rangesOf(claim.figures), claim.id).toEqual(rangesIn(`${text} ${params}`));
    }
  });

  it('figures have the name and the unit of the parameter', () => {
    let compared = 0;
    for (const claim of CLAIMS) {
      const parts = rowOf(claim)
        .params.split('; ')
        .filter((part) => /\d/.test(part));
      for (const part of parts) {
        const form = PARAMETER_FORMS.find(([pattern]) => pattern.test(part));
        expect(form, `${claim.id}: ${part}`).toBeDefined();
        const [range] = rangesIn(part);
        const figure = claim.figures.find((each) => rangesOf([each])[0] === range);
        expect([figure?.name, figure?.unit], claim.id).toEqual(form?.slice(1));
        compared += 1;
      }
    }
    // All but C06, whose number stands in its text alone.
    expect(compared).toBe(CLAIMS.flatMap(({ figures }) => figures).length - 1);
  });

  it('features hold every one the inventory names', () => {
    for (const claim of CLAIMS) {
      const codes = rowOf(claim).sig.match(/F-[A-Z]+(-[A-Z]+)?/g) ?? [];
      const named = codes.map((code) => FEATURE_CODES[code]);
      expect(claim.features, claim.id).toEqual(expect.arrayContaining(named));
      if (rowOf(claim).sig.includes('rep counter')) expect(claim.features).toContain('rep-count');
    }
  });

  it('sources have their documents’ titles', () => {
    for (const { id, title } of Object.values(SOURCES)) {
      expect(documentText(id).split(/\r?\n/).slice(0, 3), id).toContain(title);
    }
  });

  it(`no text shares ${RUN_WORDS} words in a row with any source`, () => {
    const runs = new Set(
      Object.values(SOURCES).flatMap(({ id }) => documentText(id).split('\n').flatMap(runsOf)),
    );
    expect(runs.size).toBeGreaterThan(1000);
    const texts = [
      ...CLAIMS.map(({ statement }) => statement),
      ...LEFT_OUT.map(({ reason }) => reason),
      ...Object.values(SOURCES).flatMap(({ covers, limits }) => [covers, limits]),
      ...DISAGREEMENTS.map(({ about }) => about),
      ...QUESTIONS.map(({ question }) => question),
    ];
    expect(texts.flatMap(runsOf).filter((run) => runs.has(run))).toEqual([]);
  });

  it('no statement is the inventory’s own sentence', () => {
    const carriedOver = CLAIMS.flatMap((claim) => {
      const runs = runsOf(rowOf(claim).claim);
      return runsOf(claim.statement).filter((run) => runs.includes(run));
    });
    expect(carriedOver).toEqual([]);
  });

  it('questions are those of the inventory’s map, with its rows', () => {
    // | question | source:line | short answer | rows |
    const map = [
      ...readFileSync(join(FOLDER, 'guide.md'), 'utf8').matchAll(
        /^\| [^|]+\? \| (\d{3}:\d+) \| [^|]+ \| ([A-M\d, ]+) \|$/gm,
      ),
    ].map(([, place, rows]) => ({ places: [place], rows: rows.split(', ') }));
    expect(map).toHaveLength(18);
    expect(
      QUESTIONS.map(({ cite, answers }) => ({ places: placesOf([cite]), rows: answers })),
    ).toEqual(map);
  });

  it('every disagreement is shown with each place it rests on, or settled by what is left out', () => {
    const settled = LEFT_OUT.map(({ settles }) => settles);
    const shown = DISAGREEMENTS.map(({ inventoryId }) => inventoryId);
    expect(shown.filter((id) => settled.includes(id))).toEqual([]);
    expect(sortedOnce([...shown, ...settled])).toEqual(
      sortedOnce(INVENTORY.disagreements.map(({ id }) => id)),
    );
    for (const { inventoryId, sides } of DISAGREEMENTS) {
      const positions = INVENTORY.disagreements.find(({ id }) => id === inventoryId)?.positions;
      const shownPlaces = sides.flat().flatMap((id) => placesOf(claimById(id).cites));
      const places = placesIn(positions ?? '');
      expect(places, inventoryId).not.toEqual([]);
      expect(
        places.filter((place) => !shownPlaces.includes(place)),
        inventoryId,
      ).toEqual([]);
    }
  });
});
