import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const CLAIMS = 'src/lib/guide/claims.ts';

/** Every file that comes with this one as it loads: not what it loads later, nor what it takes types of. */
function loadedWith(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = readFileSync(join(ROOT, path), 'utf8');
  // `import type { … }` and `import { type … }` of nothing else leave no import behind.
  const imports = code.matchAll(/^\s*(?:import|export)\s(?!type\b)([^'";]*?)from '([^']+)'/gm);
  for (const [, names, specifier] of imports) {
    const isTypesOnly = /^\{(\s*type\s[^,}]+,?)+\s*\}\s*$/.test(names);
    const target = isTypesOnly ? null : fileOf(path, specifier);
    if (target) loadedWith(target, seen);
  }
  return seen;
}

function fileOf(from: string, specifier: string): string | null {
  const path = specifier.startsWith('$lib/')
    ? specifier.replace('$lib', 'src/lib')
    : specifier.startsWith('.')
      ? relative(ROOT, join(ROOT, dirname(from), specifier))
      : null;
  if (path === null) return null;
  return [`${path}.ts`, path].find((each) => existsSync(join(ROOT, each))) ?? null;
}

describe('the guide’s statements', () => {
  it.each(['+page.svelte', '+page.ts', '+layout.svelte', '+layout.ts', 'live/+page.svelte'])(
    'do not come with %s, which is opened first or must be quick',
    (page) => {
      const loaded = loadedWith(`src/routes/(athlete)/${page}`);
      expect([...loaded]).not.toContain(CLAIMS);
    },
  );

  it('come with the guide, as far as this test can see', () => {
    expect([...loadedWith('src/routes/(athlete)/guide/[topic]/+page.svelte')]).toContain(CLAIMS);
  });
});
