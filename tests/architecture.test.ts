import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Who may import whom. A room that has no row here may not exist. */
const ALLOWED_ROOMS: Record<string, readonly string[]> = {
  core: [],
  guide: ['core'],
  locale: [],
  devices: ['core', 'guide', 'locale'],
  store: ['core', 'guide'],
  charts: ['core', 'guide', 'locale'],
  live: ['core', 'guide', 'devices', 'store', 'locale'],
  ui: ['core', 'guide', 'charts', 'live', 'locale'],
  server: ['core', 'guide'],
  cli: ['core', 'guide'],
  routes: ['core', 'guide', 'locale', 'devices', 'store', 'live', 'charts', 'ui', 'server'],
  'service-worker': [],
  // app.d.ts, hooks.client.ts, hooks.server.ts
  app: ['core', 'guide', 'ui', 'server'],
};
/** Of guide, these know the types only. */
const GUIDE_TYPES_ONLY = ['devices', 'charts'];
const ROOMS_WITHOUT_PACKAGES = ['core', 'guide', 'locale'];
/** The core is a function of its input: it has no clock, no chance and no console. */
const FORBIDDEN_IN_CORE = ['Date', 'performance', 'crypto'];
const CHART_PACKAGES = /^(chart\.js|chartjs-)/;
const SERVER_FILES = /(\.server\.ts|\+server\.ts)$/;
const BLUETOOTH_FILE = 'src/lib/devices/gatt.ts';

/** A file's path from the root, with slashes, and its text. */
interface Source {
  path: string;
  text: string;
}

interface Import {
  specifier: string;
  isType: boolean;
}

/** What the source does against the rules, one sentence each. */
function offences(source: Source): string[] {
  const room = roomOf(source.path);
  if (room === null) return [`${source.path} is in a folder without a row in the table`];
  const file = parse(source);
  return [
    ...importsOf(file).flatMap((each) => offencesOfImport(source.path, room, each)),
    ...offencesOfNames(source.path, room, file),
  ].map((offence) => `${source.path} ${offence}`);
}

function offencesOfImport(path: string, room: string, { specifier, isType }: Import): string[] {
  const target = resolveImport(path, specifier);
  if (target === null) {
    if (ROOMS_WITHOUT_PACKAGES.includes(room)) return [`imports the package ${specifier}`];
    if (CHART_PACKAGES.test(specifier) && room !== 'charts') return [`imports ${specifier}`];
    return [];
  }
  const targetRoom = roomOf(target);
  if (targetRoom === room) return [];
  if (targetRoom === null) return [`imports ${target}, which is in no room`];
  if (!ALLOWED_ROOMS[room].includes(targetRoom)) return [`imports ${targetRoom} (${specifier})`];
  if (targetRoom === 'guide' && GUIDE_TYPES_ONLY.includes(room) && !isType) {
    return [`imports more than types from guide (${specifier})`];
  }
  const isServerFile = room === 'server' || SERVER_FILES.test(path);
  if (targetRoom === 'server' && !isServerFile && !isType) {
    return [`imports server outside the server's files (${specifier})`];
  }
  return [];
}

function offencesOfNames(path: string, room: string, file: ts.SourceFile): string[] {
  const found: string[] = [];
  visit(file, (node) => {
    const access = ts.isPropertyAccessExpression(node)
      ? node.getText(file).replaceAll('?.', '.')
      : '';
    if (/\bnavigator\.bluetooth$/.test(access) && path !== BLUETOOTH_FILE) {
      found.push('says navigator.bluetooth');
    }
    if (room !== 'core') return;
    if (access === 'Math.random') found.push('uses Math.random');
    if (ts.isIdentifier(node) && FORBIDDEN_IN_CORE.includes(node.text) && !isMember(node)) {
      found.push(`uses ${node.text}`);
    }
  });
  return found;
}

/** Whether the identifier is a property's name, as in `row.performance`, and not a thing by itself. */
function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isPropertySignature(parent) && parent.name === node)
  );
}

/** The room a path is in: the folder under src/lib, or cli, routes, or app for the files in src itself; null for none known. */
function roomOf(path: string): string | null {
  const [src, ...rest] = path.split('/');
  if (src !== 'src') return null;
  const room = rest.length === 1 ? 'app' : rest[0] === 'lib' ? rest[1] : rest[0];
  return Object.hasOwn(ALLOWED_ROOMS, room) ? room : null;
}

/** The path an import of code leads to; null for a package, one of SvelteKit's own modules or a stylesheet. */
function resolveImport(from: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare === '$lib' || bare.startsWith('$lib/')) return bare.replace('$lib', 'src/lib');
  // The types SvelteKit makes for the route beside.
  if (bare.startsWith('./$') || !bare.startsWith('.') || bare.endsWith('.css')) return null;
  return join(dirname(from), bare).split(sep).join('/');
}

/** Every import of a file: static, of types, dynamic, re-exported, and import('…') in a type. */
function importsOf(file: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  visit(file, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
    const isImportCall =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    if (isImportCall) add(node.arguments[0], false);
  });
  return imports;

  function add(specifier: ts.Node | undefined, isType: boolean) {
    if (specifier && ts.isStringLiteralLike(specifier)) {
      imports.push({ specifier: specifier.text, isType });
    }
  }
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** The source's syntax; of a Svelte file, that of its script blocks. */
function parse({ path, text }: Source): ts.SourceFile {
  const code = path.endsWith('.svelte')
    ? [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
        .map(([, script]) => script)
        .join('\n')
    : text;
  return ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(ROOT, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }));
}

describe('the house', () => {
  const sources = sourcesIn('src');

  it('has sources to look at, Svelte files among them', () => {
    expect(sources.map(({ path }) => path)).toContain('src/lib/core/recording.ts');
    expect(sources.some(({ path }) => path.endsWith('.svelte'))).toBe(true);
  });

  it('keeps to its rules', () => {
    expect(sources.flatMap(offences)).toEqual([]);
  });

  it('has a row for every room', () => {
    const rooms = readdirSync(join(ROOT, 'src/lib'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(rooms.filter((room) => !Object.hasOwn(ALLOWED_ROOMS, room))).toEqual([]);
  });

  it('imports nothing of its own that is not there', () => {
    const missing = sources.flatMap((source) =>
      importsOf(parse(source)).flatMap(({ specifier }) => {
        const target = resolveImport(source.path, specifier);
        const there =
          target === null ||
          ['', '.ts', '.svelte', '/index.ts'].some((end) => existsSync(join(ROOT, target + end))) ||
          // foo.svelte.ts and foo.js are named foo.svelte and foo.js.
          existsSync(join(ROOT, target.replace(/\.js$/, '.ts')));
        return there ? [] : [`${source.path} → ${specifier}`];
      }),
    );
    expect(missing).toEqual([]);
  });
});

describe('the guard bites', () => {
  it.each([
    ['src/lib/core/a.ts', "import { x } from '../guide/x';", 'imports guide'],
    ['src/lib/core/a.ts', "import type { X } from '$lib/guide/x';", 'imports guide'],
    ['src/lib/core/sled/a.ts', "export { x } from '../../live/x';", 'imports live'],
    ['src/lib/core/a.ts', "const x = await import('$lib/store/x');", 'imports store'],
    ['src/lib/core/a.ts', "let x: import('../ui/x').X;", 'imports ui'],
    ['src/lib/core/a.ts', "import fc from 'fast-check';", 'imports the package fast-check'],
    ['src/lib/core/a.ts', "import { join } from 'node:path';", 'imports the package node:path'],
    ['src/lib/guide/a.ts', "import * as v from 'valibot';", 'imports the package valibot'],
    ['src/lib/guide/a.ts', "import '../devices/x';", 'imports devices'],
    ['src/lib/core/a.ts', 'const now = Date.now();', 'uses Date'],
    ['src/lib/core/a.ts', 'const now = new Date();', 'uses Date'],
    ['src/lib/core/a.ts', 'const x = Math.random();', 'uses Math.random'],
    ['src/lib/core/a.ts', 'const now = performance.now();', 'uses performance'],
    ['src/lib/charts/a.ts', "import { rules } from '$lib/guide/rules';", 'more than types'],
    ['src/lib/devices/a.ts', "import { x } from '$lib/ui/x';", 'imports ui'],
    ['src/lib/charts/a.ts', "import { x } from '../live/x.svelte';", 'imports live'],
    ['src/lib/server/a.ts', "import { x } from '$lib/store/x';", 'imports store'],
    [
      'src/lib/ui/A.svelte',
      '<script lang="ts">import x from \'$lib/store/x\';</script>',
      'imports store',
    ],
    [
      'src/lib/ui/A.svelte',
      "<script>import { Chart } from 'chart.js';</script>",
      'imports chart.js',
    ],
    [
      'src/routes/+page.svelte',
      "<script>import x from 'chartjs-plugin-x';</script>",
      'imports chartjs',
    ],
    ['src/routes/+page.ts', "import { db } from '$lib/server/db';", "outside the server's files"],
    ['src/cli/a.ts', "import { x } from '../lib/server/x';", 'imports server'],
    [
      'src/lib/devices/phone.ts',
      'await navigator.bluetooth.requestDevice();',
      'navigator.bluetooth',
    ],
    ['src/lib/ui/a.ts', 'const there = window.navigator?.bluetooth;', 'navigator.bluetooth'],
    ['src/routes/+page.svelte', '<script>navigator.bluetooth.x();</script>', 'navigator.bluetooth'],
    ['src/lib/helpers/a.ts', '', 'folder without a row'],
    ['src/lib/ui/a.ts', "import { x } from '../helpers/a';", 'which is in no room'],
  ])('%s: %s', (path, text, says) => {
    const found = offences({ path, text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
  });

  it.each([
    ['src/lib/core/sled/a.ts', "import { x } from '../recording';"],
    ['src/lib/core/a.ts', "// import { x } from '../guide/x'; Date.now()\nconst s = 'new Date()';"],
    ['src/lib/core/a.ts', 'const x = row.performance;'],
    ['src/lib/charts/a.ts', "import type { Rule } from '$lib/guide/rules';"],
    ['src/lib/charts/a.ts', "import { type Rule } from '$lib/guide/rules';"],
    ['src/lib/store/a.ts', "import { check } from '$lib/guide/check';"],
    ['src/lib/charts/a.ts', "import { Chart } from 'chart.js';"],
    ['src/lib/devices/gatt.ts', 'await navigator.bluetooth.requestDevice();'],
    ['src/routes/api/+server.ts', "import { db } from '$lib/server/db';"],
    ['src/routes/+page.server.ts', "import type { PageServerLoad } from './$types';"],
    ['src/hooks.server.ts', "import { db } from '$lib/server/db';"],
    ['src/cli/a.ts', "import { analyse } from '../lib/core/sled/analyse';"],
  ])('and lets pass %s: %s', (path, text) => {
    expect(offences({ path, text })).toEqual([]);
  });
});
