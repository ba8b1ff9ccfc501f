import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/app.css', 'utf8');
const SURFACES = ['ground', 'panel'];
const TEXT = ['ink', 'quiet', 'lower', 'bottom', 'press', 'over', 'under'];
const MARKS = ['lower', 'bottom', 'press', 'top', 'over', 'under'];

type Rgb = readonly [number, number, number];

/** The colour tokens of a block of `:root`, as linear light. */
function tokensOf(block: string): Map<string, Rgb> {
  const found = block.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g);
  return new Map([...found].map(([, name, hex]) => [name, linear(hex)]));
}

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes 2009 (doi 10.1109/TVCG.2009.113), severity 1, on linear light. */
const SIGHT: Record<string, readonly Rgb[]> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(colour: Rgb, sight: readonly Rgb[]): Rgb {
  const mix = (row: Rgb) =>
    Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]));
  return [mix(sight[0]), mix(sight[1]), mix(sight[2])];
}

const [dark, light] = [...css.matchAll(/:root \{[^}]*--ground[^}]*\}/g)].map(([block]) =>
  tokensOf(block),
);

describe.each([
  ['dark', dark],
  ['light', light],
])('%s', (_scheme, tokens) => {
  const token = (name: string): Rgb => {
    const colour = tokens.get(name);
    if (!colour) throw new Error(`app.css has no token --${name}.`);
    return colour;
  };
  const ratio = (name: string, surface: string, sight: readonly Rgb[]) =>
    contrast(seen(token(name), sight), seen(token(surface), sight));

  describe.each(Object.entries(SIGHT))('seen with %s', (_name, sight) => {
    it.each(TEXT)('%s is legible as text', (name) => {
      for (const surface of SURFACES) {
        expect(ratio(name, surface, sight)).toBeGreaterThanOrEqual(4.5);
      }
    });

    it.each(MARKS)('%s is visible as a mark', (name) => {
      for (const surface of SURFACES) {
        expect(ratio(name, surface, sight)).toBeGreaterThanOrEqual(3);
      }
    });
  });

  it('has ink that carries text of the ground’s colour, as a primary button does', () => {
    expect(contrast(token('ink'), token('ground'))).toBeGreaterThanOrEqual(4.5);
  });
});
