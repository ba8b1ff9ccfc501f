import { describe, expect, it } from 'vitest';
import { answerTo, cacheName, needed, outdated } from '../../src/service-worker/answer';

const origin = 'https://sled.example';
const known = {
  origin,
  base: '',
  kept: new Set(['/_app/immutable/entry/app.B2.js', '/icons/icon.svg']),
};

const asked = (path: string, mode: RequestMode = 'navigate', method = 'GET') =>
  answerTo({ method, mode, url: new URL(path, origin).href }, known);

describe('a request of a page', () => {
  it.each(['/', '/live?sensor=simulated', '/sets/abc', '/guide/depth#how-deep', '/nowhere'])(
    'for the page %s is answered with the shell',
    (path) => expect(asked(path)).toBe('shell'),
  );

  it.each([
    '/_app/immutable/entry/app.B2.js',
    '/icons/icon.svg',
    // Of the version before.
    '/_app/immutable/entry/app.A1.js',
  ])('for the file %s is answered from what is kept', (path) =>
    expect(asked(path, 'no-cors')).toBe('kept'),
  );

  it.each([
    asked('/api/sets', 'cors'),
    asked('/api/sets', 'navigate'),
    asked('/docs/review.png', 'navigate'),
    asked('/_app/version.json', 'cors'),
    asked('/live', 'navigate', 'POST'),
    asked('https://elsewhere.example/', 'no-cors'),
  ])('else by the network (%#)', (answer) => expect(answer).toBe('network'));

  it('below a base knows the server’s own paths there', () => {
    const below = { ...known, base: '/app' };
    const request = { method: 'GET', mode: 'navigate' as const, url: `${origin}/app/api/sets` };
    expect(answerTo(request, below)).toBe('network');
  });
});

it('keeps the fonts of our languages only', () => {
  const font = (script: string) => `/_app/immutable/assets/inter-${script}-wght-normal.x.woff2`;
  const paths = ['latin', 'latin-ext', 'cyrillic', 'greek-ext', 'vietnamese'].map(font);
  expect(needed([...paths, '/favicon.svg'])).toEqual([
    font('latin'),
    font('latin-ext'),
    '/favicon.svg',
  ]);
});

describe('caches', () => {
  it('of all but this version and the one before are outdated', () => {
    const names = ['9', '10', '11', '12'].map(cacheName);
    expect(outdated([...names, 'of-another-app'], cacheName('12'))).toEqual(
      ['9', '10'].map(cacheName),
    );
  });

  it('are none of them outdated after the first install', () => {
    expect(outdated([cacheName('12')], cacheName('12'))).toEqual([]);
  });
});
