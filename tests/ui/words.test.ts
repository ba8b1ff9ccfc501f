import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Attributes and properties that people read or hear. */
const READ =
  /^(aria-(label|description|valuetext|roledescription)|title|alt|placeholder|label|hint|note|text|summary|unit)$/;
/** The same in every language: signs of units. */
const SIGNS = new Set(['s', 'm', 'm/s', 'Hz', 'g']);

/** A node of a template or of an expression in it, as far as this test looks. */
interface Node {
  type: string;
  name?: string;
  data?: string;
  value?: unknown;
}

/** What a template says by itself rather than by a words file. */
function spoken(source: string): string[] {
  const found: string[] = [];
  look(parse(source, { modern: true }).fragment);
  return found;

  function look(node: unknown): void {
    if (Array.isArray(node)) return node.forEach(look);
    if (!isNode(node)) return;
    if (node.type === 'Attribute') {
      if (READ.test(node.name ?? '')) say(node.value);
      return;
    }
    if (node.type.endsWith('Directive')) return;
    if (node.type === 'Text') return note(node.data);
    if (node.type === 'ExpressionTag') return say(node);
    children(node).forEach(look);
  }

  /** Every text that an expression in a place that is read may come to. */
  function say(node: unknown): void {
    if (Array.isArray(node)) return node.forEach(say);
    if (!isNode(node)) return;
    if (node.type === 'Text') return note(node.data);
    if (node.type === 'Literal') return note(node.value);
    if (node.type === 'TemplateElement') return note(cooked(node.value));
    // What a text is compared with, looked up by or asked for is not read.
    if (/^(Binary|Call|Member)Expression$/.test(node.type)) return;
    if (node.type === 'ConditionalExpression') {
      const { consequent, alternate } = Object.fromEntries(Object.entries(node));
      return say([consequent, alternate]);
    }
    children(node).forEach(say);
  }

  function note(text: unknown): void {
    if (typeof text !== 'string') return;
    const words = text.split(/[^\p{L}/]+/u).filter((word) => /\p{L}/u.test(word));
    if (words.some((word) => !SIGNS.has(word))) found.push(text.trim());
  }
}

function cooked(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function children(node: Node): unknown[] {
  return Object.values(node).filter((value) => typeof value === 'object');
}

const components = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.svelte'))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));

describe('components leave what people read to the words files', () => {
  it('there are components to look at', () => {
    expect(components).toContain('src/lib/ui/Metric.svelte');
  });

  it.each(components)('%s', (path) => {
    expect(spoken(readFileSync(join(ROOT, path), 'utf8'))).toEqual([]);
  });
});

describe('the test finds', () => {
  it.each([
    ['<p>Every rep</p>', 'Every rep'],
    ['<p>{count} reps</p>', 'reps'],
    ['{#if x}<b>now</b>{/if}', 'now'],
    ['<button aria-label="Undo"></button>', 'Undo'],
    ['<button aria-label="{name} gone"></button>', 'gone'],
    ["<Notice title={bad ? 'Trouble' : name} />", 'Trouble'],
    ["<p>{open ? 'Close' : text.open}</p>", 'Close'],
    ['<p>{`${n} reps`}</p>', 'reps'],
    ['<Metric unit="cm" />', 'cm'],
    ['<svelte:head><title>Sensors</title></svelte:head>', 'Sensors'],
  ])('%s', (source, text) => expect(spoken(source)).toEqual([text]));

  it.each([
    '<p class="quiet">{words.home} · {seconds(2)} s, m/s</p>',
    '<a href="/live" data-testid="link">{text}</a>',
    "<p>{name === 'ready' ? a : b}</p>",
    "<p>{parts.join(' or ')}{words[kind ?? 'none']}</p>",
    '<i style:transform="scale({x})"></i>',
    '<style>p { color: red }</style>',
    '<script>const x = "word";</script>',
  ])('nothing in %s', (source) => expect(spoken(source)).toEqual([]));
});
