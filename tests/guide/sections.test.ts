import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAIMS } from '$lib/guide/claims';
import { LEFT_OUT } from '$lib/guide/claims/left-out';
import { QUESTIONS } from '$lib/guide/claims/questions';
import { SECTIONS, sectionsCited } from '$lib/guide/sections';
import { type SourceId, SOURCES } from '$lib/guide/sources';
import { FOLDER, MISSING, readInventory } from './inventory';

const CITES = [
  ...CLAIMS.flatMap(({ cites }) => cites),
  ...LEFT_OUT.flatMap(({ cites }) => cites),
  ...QUESTIONS.map(({ cite }) => cite),
];

describe('sections', () => {
  it('stand in the order of their lines', () => {
    for (const sections of Object.values(SECTIONS)) {
      const lines = sections.map(({ line }) => line);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  it('are cited by the lines below their heading, each once', () => {
    expect(sectionsCited({ source: '000', lines: [38, 40, 74] })).toEqual([
      'Choosing Between Machine Types (45-degree, Horizontal, Sled)',
      'FAQs',
    ]);
  });

  it('say that the title and the opening are no section', () => {
    expect(sectionsCited({ source: '001', lines: [3] })).toEqual([null]);
    expect(sectionsCited({ source: '000', lines: [1, 3] })).toEqual([
      null,
      'Understanding Hamstrings and Leg Press Biomechanics',
    ]);
  });

  it('no heading is cited itself', () => {
    for (const { source, lines } of CITES) {
      const headings = SECTIONS[source].map(({ line }) => line);
      expect(lines.filter((line) => headings.includes(line))).toEqual([]);
    }
  });
});

describe.skipIf(MISSING)(`against the documents${MISSING}`, () => {
  it.each(Object.keys(SOURCES) as SourceId[])('%s has each heading on its line', (id) => {
    const path = join(FOLDER, 'sources', readInventory().files[id]);
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    for (const { heading, line } of SECTIONS[id]) expect(lines[line - 1].trim()).toBe(heading);
  });
});
