import { describe, expect, it } from 'vitest';
import { DEFAULT_TOLERANCES, planFor } from '$lib/guide/plan';
import { setTitle } from '$lib/ui/set-title';
import { toleranceRows } from '$lib/ui/tolerance-rows';

const plan = planFor('hamstring-single', 'sled-45', 'hypertrophy-b');
const entered = {
  load: { load_kg: 60, typedIn: 'kg', includesSled: null },
  side: 'left',
} as const;
const source = { name: 'Movesense 1234' };

describe('the title of a set', () => {
  it('says what was lifted while nobody has named it', () => {
    expect(setTitle({ title: source.name, source, plan, entered })).toBe(
      'Hamstrings, one leg, left · 60 kg',
    );
    const unsaid = { load: null, side: null };
    expect(setTitle({ title: source.name, source, plan, entered: unsaid })).toBe(
      'Hamstrings, one leg',
    );
  });

  it('is the name a person gave, or the sensor’s where nothing was planned', () => {
    expect(setTitle({ title: 'Heavy', source, plan, entered })).toBe('Heavy');
    expect(setTitle({ title: source.name, source, plan: null, entered })).toBe('Movesense 1234');
    // A file's name without its ending.
    const file = { name: 'Tuesday.csv' };
    expect(setTitle({ title: 'Tuesday', source: file, plan, entered })).toBe('Tuesday');
  });
});

describe('the rows of tolerances', () => {
  it('hold every tolerance, once', () => {
    const names = toleranceRows(DEFAULT_TOLERANCES).map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(DEFAULT_TOLERANCES).toSorted());
  });

  it('tell the app’s from a person’s, also in a plan of earlier days', () => {
    const rows = toleranceRows({ lower_s: 0.5 });
    expect(rows.filter(({ isDefault }) => !isDefault)).toMatchObject([
      { name: 'lower_s', figure: '±0.5 s' },
    ]);
    expect(rows.find(({ name }) => name === 'depthCv')?.figure).toBe('≤ 8 %');
  });
});
