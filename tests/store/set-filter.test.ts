import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import {
  countChosen,
  EVERY_SET,
  filterFrom,
  ORIGINS,
  paramsOf,
  passes,
  type SetFilter,
} from '$lib/store/set-filter';
import { SOME_SUMMARY, storedSet } from './stored-set';

const maybe = <T>(...values: T[]) => fc.constantFrom<(T | null)[]>(null, ...values);
const filters: fc.Arbitrary<SetFilter> = fc.record({
  text: fc.string(),
  variation: maybe('hamstring', 'reverse-single'),
  machine: maybe('sled-45', 'lever-arm'),
  goal: maybe('strength', 'free'),
  side: maybe('left', 'right'),
  from: maybe('2026-11-01', '2024-02-29'),
  to: maybe('2026-12-31'),
  deviating: fc.boolean(),
  origin: maybe(...ORIGINS),
});

describe('a filter in an address', () => {
  test.prop([filters])('is read as it was written', (filter) => {
    expect(filterFrom(new URLSearchParams(paramsOf(filter).toString()))).toEqual(filter);
  });

  it('says nothing where everything is open', () => {
    expect(paramsOf(EVERY_SET).toString()).toBe('');
    expect(countChosen({ ...EVERY_SET, text: 'x' })).toBe(0);
    expect(countChosen({ ...EVERY_SET, side: 'left', deviating: true })).toBe(2);
  });

  it('leaves open what it does not say rightly', () => {
    const wrong = 'variation=squat&side=up&from=yesterday&to=2026-13-41&origin=stolen&deviating=1';
    expect(filterFrom(new URLSearchParams(wrong))).toEqual(EVERY_SET);
  });
});

describe('a set', () => {
  const entered = { ...NOTHING_ENTERED, side: 'left', note: 'Felt heavy today' } as const;
  const set = storedSet({ entered, addedAt: '2026-11-20T12:00:00+00:00' });
  const open = { ...EVERY_SET };

  it.each<[Partial<SetFilter>, boolean]>([
    [{}, true],
    [{ variation: 'hamstring', machine: 'sled-45', goal: 'hypertrophy-b', side: 'left' }, true],
    [{ variation: 'quad' }, false],
    [{ machine: 'horizontal' }, false],
    [{ goal: 'strength' }, false],
    [{ side: 'right' }, false],
    [{ from: '2026-11-20', to: '2026-11-20' }, true],
    [{ from: '2026-11-21' }, false],
    [{ to: '2026-11-19' }, false],
    [{ deviating: true }, true],
    [{ origin: 'lifted' }, true],
    [{ origin: 'simulated' }, false],
    [{ text: ' HEAVY' }, true],
    [{ text: 'tuesday' }, true],
    [{ text: 'wt901' }, true],
    [{ text: 'light' }, false],
  ])('is looked for by %o: %s', (wanted, found) => {
    expect(passes({ ...open, ...wanted }, set)).toBe(found);
  });

  it('without a plan passes only where none is asked for', () => {
    const free = storedSet({ plan: null });
    expect(passes(open, free)).toBe(true);
    expect(passes({ ...open, goal: 'free' }, free)).toBe(false);
  });

  it('without deviations is not among those that have some', () => {
    const clean = storedSet({ summary: { ...SOME_SUMMARY, deviations: [] } });
    expect(passes({ ...open, deviating: true }, clean)).toBe(false);
  });
});
