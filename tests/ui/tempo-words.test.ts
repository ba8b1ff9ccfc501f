import { expect, it } from 'vitest';
import { parseTempo } from '../../src/lib/guide/tempo';
import { chosen } from '../locale/chosen';
import { tempoSentence } from '../../src/lib/ui/tempo-words';

it.each([
  ['3–4 / 0.5–1 / X / 0', 'Lower in 3 to 4 s, hold 0.5 to 1 s, press fast, no rest at the top.'],
  ['31X0', 'Lower in 3 s, hold 1 s, press fast, no rest at the top.'],
  ['2.3-0-2-1', 'Lower in 2.3 s, no hold at the bottom, press in 2 s, rest 1 s at the top.'],
  [
    '–/0–1/–/–',
    'Lower at your own pace, hold up to 1 s, press at your own pace, rest at the top as you like.',
  ],
  [
    '0–2/–/0–1/0–2',
    'Lower within 2 s, hold as you like, press within 1 s, rest up to 2 s at the top.',
  ],
  ['///', 'Every phase at your own pace.'],
])('%s: %s', (code, sentence) => {
  expect(tempoSentence(parseTempo(code))).toBe(sentence);
});

it.each([
  [
    '3–4 / 0.5–1 / X / 0',
    'In 3 bis 4 s senken, 0,5 bis 1 s halten, schnell drücken, oben nicht ruhen.',
  ],
  [
    '–/0–1/–/2',
    'In deinem Tempo senken, bis zu 1 s halten, in deinem Tempo drücken, oben 2 s ruhen.',
  ],
  ['///', 'Jede Phase in deinem eigenen Tempo.'],
])('in German, %s: %s', async (code, sentence) => {
  const german = await chosen(
    { language: 'de', decimal: ',' },
    () => import('../../src/lib/ui/tempo-words'),
  );
  expect(german.tempoSentence(parseTempo(code))).toBe(sentence);
});
