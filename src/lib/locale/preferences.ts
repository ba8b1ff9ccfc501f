/** How words and figures are put for this person. Kept in this browser, beside the sets. */
export interface Preferences {
  readonly language: Language;
  readonly mass: MassUnit;
  /** Of depth and travel. */
  readonly length: LengthUnit;
  readonly decimal: DecimalSign;
  /** What the phases of a rep are called. */
  readonly terms: TermsChoice;
}

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
export const MASS_UNITS = ['kg', 'lb'] as const;
export type MassUnit = (typeof MASS_UNITS)[number];
export const LENGTH_UNITS = ['cm', 'in'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];
export const DECIMAL_SIGNS = ['.', ','] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];
/** Plain words (lower, press), or the field's terms (eccentric, concentric). */
export type Terms = 'plain' | 'field';
/** By the page: plain words where one's own sets are, the field's terms where a coach reads. */
export const TERMS_CHOICES = ['page', 'plain', 'field'] as const;
export type TermsChoice = (typeof TERMS_CHOICES)[number];

const KEY = 'sledtrace.preferences';

/**
 * The person's choices, read once as the page opens: before anything is drawn, and the same for as long as
 * the page lives. Where nothing was chosen, what the browser's language suggests.
 */
export const preferences: Preferences = {
  ...suggested(globalThis.navigator?.language ?? 'en'),
  ...parseChoices(kept()),
};

/** What is usual where a language (BCP 47) is spoken. */
export function suggested(locale: string): Preferences {
  const american = /-(US|LR|MM)$/i.test(locale);
  const language = locale.toLowerCase().startsWith('de') ? 'de' : 'en';
  return {
    language,
    mass: american ? 'lb' : 'kg',
    length: american ? 'in' : 'cm',
    decimal: language === 'de' ? ',' : '.',
    terms: 'page',
  };
}

/** The choices a kept text holds; what it does not hold rightly is left out. */
export function parseChoices(text: string | null): Partial<Preferences> {
  if (text === null) return {};
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return {};
  }
  if (typeof found !== 'object' || found === null) return {};
  const choices = new Map(Object.entries(found));
  const one = <T>(name: keyof Preferences, allowed: readonly T[]) => {
    const value = allowed.find((each) => each === choices.get(name));
    return value === undefined ? {} : { [name]: value };
  };
  return {
    ...one('language', LANGUAGES),
    ...one('mass', MASS_UNITS),
    ...one('length', LENGTH_UNITS),
    ...one('decimal', DECIMAL_SIGNS),
    ...one('terms', TERMS_CHOICES),
  };
}

/**
 * Keeps other choices. They hold from the next opening of a page: reload this one. Returns whether this
 * browser keeps them at all.
 */
export function keepPreferences(choices: Partial<Preferences>): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...parseChoices(kept()), ...choices }));
    return true;
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return false;
  }
}

/** Forgets every choice: from the next opening of a page on, what the browser's language suggests holds again. */
export function forgetPreferences(): void {
  try {
    localStorage.removeItem(KEY);
  } catch (cause) {
    // What lets the page keep nothing has kept nothing.
    if (!(cause instanceof DOMException)) throw cause;
  }
}

/** What this browser has kept; null where it kept nothing, or lets the page keep nothing. */
function kept(): string | null {
  try {
    return globalThis.localStorage?.getItem(KEY) ?? null;
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return null;
  }
}
