import type { Claim } from '$lib/guide/claim';
import type { Disagreement } from '$lib/guide/claims/disagreements';
import type { LeftOut } from '$lib/guide/claims/left-out';
import type { Question } from '$lib/guide/claims/questions';
import type { Source } from '$lib/guide/sources';
import { type DecimalSign, type Language, preferences } from '$lib/locale/preferences';
import { ANATOMY_DE } from './de-anatomy';
import { BENEFITS_DE } from './de-benefits';
import { COMPLEMENTARY_DE } from './de-complementary';
import { DEPTH_DE } from './de-depth';
import { ERRORS_DE } from './de-errors';
import { MACHINES_DE } from './de-machines';
import { PROGRAMMING_DE } from './de-programming';
import { DISAGREEMENTS_DE, QUESTIONS_DE } from './de-questions';
import { SAFETY_DE } from './de-safety';
import { SET_UP_DE } from './de-set-up';
import { LEFT_OUT_DE, SOURCES_DE } from './de-sources';
import { TECHNIQUE_DE } from './de-technique';
import { TEMPO_DE } from './de-tempo';
import { VARIATIONS_DE } from './de-variations';

/** The German of every claim, by its id. The English stands with the claims. */
export const STATEMENTS_DE: Record<string, string> = {
  ...ANATOMY_DE,
  ...VARIATIONS_DE,
  ...MACHINES_DE,
  ...SET_UP_DE,
  ...TECHNIQUE_DE,
  ...TEMPO_DE,
  ...DEPTH_DE,
  ...ERRORS_DE,
  ...SAFETY_DE,
  ...PROGRAMMING_DE,
  ...COMPLEMENTARY_DE,
  ...BENEFITS_DE,
};

/** What the claim says, in the person's language and with their decimal sign. */
export function statementOf(
  { id, statement }: Pick<Claim, 'id' | 'statement'>,
  language: Language = preferences.language,
  sign: DecimalSign = preferences.decimal,
): string {
  return typeset(sign, language === 'de' ? STATEMENTS_DE[id] : statement);
}

export function questionOf({ id, question }: Question): string {
  return preferences.language === 'de' ? QUESTIONS_DE[id] : question;
}

export function disagreementOf({ id, about }: Disagreement): string {
  return preferences.language === 'de' ? DISAGREEMENTS_DE[id] : about;
}

/** Why it is left out; it may name other claims by their ids. */
export function reasonOf({ id, reason }: LeftOut): string {
  return preferences.language === 'de' ? LEFT_OUT_DE[id] : reason;
}

/** What the document covers, and what it cannot answer. */
export function sourceWordsOf(source: Source): { covers: string; limits: string } {
  return preferences.language === 'de' ? SOURCES_DE[source.id] : source;
}

/** With the person's decimal sign, no line's end between a figure and its unit, and a proper apostrophe. */
function typeset(sign: DecimalSign, text: string): string {
  return text
    .replace(/(\d)[.,](?=\d)/g, `$1${sign}`)
    .replace(/(\d) (?=[s%](?!\p{L}))/gu, '$1\u00a0')
    .replaceAll("'", '’');
}
