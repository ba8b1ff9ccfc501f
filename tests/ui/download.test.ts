import { afterEach, describe, expect, it } from 'vitest';
import { fileName, shareable } from '$lib/ui/download';

describe('a file’s name', () => {
  it.each([
    ['Tuesday, third set', 'Tuesday, third set.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.csv'],
    ['  two\n lines ', 'two lines.csv'],
    ['', 'sledtrace.csv'],
    ['x'.repeat(200), `${'x'.repeat(80)}.csv`],
  ])('%j becomes %j', (called, name) => {
    expect(fileName(called, '.csv')).toBe(name);
  });
});

describe('a file to hand on', () => {
  const before = globalThis.navigator;
  afterEach(() => void (globalThis.navigator = before));

  /** A system that hands on files of these types. */
  function systemFor(...types: string[]) {
    const canShare = ({ files = [] }: ShareData) => files.every(({ type }) => types.includes(type));
    globalThis.navigator = { ...before, canShare };
  }
  const content = new Blob(['{}']);

  it('goes as what it is where the system takes it', () => {
    systemFor('application/json', 'text/plain');
    expect(shareable('a.sledtrace.json', content)?.name).toBe('a.sledtrace.json');
  });

  it('goes as text where the system takes no JSON', () => {
    systemFor('text/plain', 'image/png');
    expect(shareable('a.sledtrace.json', content)?.name).toBe('a.sledtrace.json.txt');
  });

  it('is saved where nothing is handed on', () => {
    systemFor();
    expect(shareable('a.sledtrace.json', content)).toBeNull();
    globalThis.navigator = before;
    expect(shareable('a.sledtrace.json', content)).toBeNull();
  });
});
