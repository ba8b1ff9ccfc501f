/** Something that can be found: its text, and what else it is found by. */
export interface Findable {
  readonly text: string;
  /** Found by too, but not shown: an id, a heading. */
  readonly also: string;
}

/** A stretch of a text; the marked ones are what was searched for. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

export interface Found<T extends Findable> {
  readonly entry: T;
  readonly stretches: readonly Stretch[];
}

/** Plain words for jargon: what is searched for beside the word itself. Words and keys as `folded` writes them. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/** How well a word of the query is met: as a whole word, as one's start, inside one, not at all. */
type Grade = 3 | 2 | 1 | 0;

/** From so many letters on a word may be met inside another, and a jargon word is known by its start. */
const LEAST_INSIDE = 3;
const LEAST_JARGON = 4;
/** A synonym is not what was typed. */
const SYNONYM_LOSS = 0.5;
/** For the words of the query in its own order, one after the other. */
const PHRASE_GAIN = 0.5;

/** A text without case, accents and the sorts of dashes and commas, and where each character came from. */
interface Folded {
  readonly text: string;
  /** Index into the original of every character, and at the end the original's length. */
  readonly origins: readonly number[];
}

/**
 * A search through the entries, which are read once. It returns those in which every word of the query is met,
 * the best first: by whole words, then starts of words, then parts of words; entries as good as each other
 * keep their order. None for a query without a word.
 */
export function searchIn<T extends Findable>(
  entries: readonly T[],
  synonyms: Synonyms = {},
): (query: string) => Found<T>[] {
  const read = entries.map((entry) => ({
    entry,
    text: fold(entry.text),
    also: folded(entry.also),
  }));
  return (query) => {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    return read
      .map((each) => met(each, words, synonyms))
      .filter((each) => each !== null)
      .toSorted((a, b) => b.score - a.score)
      .map(({ entry, marks }) => ({ entry, stretches: stretchesOf(entry.text, marks) }));
  };
}

/** Without case, accents, and the sorts of dashes; ß as ss; a decimal comma as a point. */
export function folded(text: string): string {
  return fold(text).text;
}

/** An entry as it is searched. */
interface Read<T> {
  readonly entry: T;
  readonly text: Folded;
  readonly also: string;
}

interface Met<T> {
  readonly entry: T;
  readonly score: number;
  /** Ranges of the original text, `[start, end)`. */
  readonly marks: readonly (readonly [number, number])[];
}

function met<T>(
  { entry, text, also }: Read<T>,
  words: readonly string[],
  synonyms: Synonyms,
): Met<T> | null {
  const marks: [number, number][] = [];
  let score = text.text.includes(words.join(' ')) ? PHRASE_GAIN : 0;
  for (const word of words) {
    const plain = plainWordsFor(word, synonyms);
    const best = Math.max(
      gradeIn(text.text, word),
      gradeIn(also, word),
      ...plain.map((each) => Math.max(0, gradeIn(text.text, each) - SYNONYM_LOSS)),
    );
    if (best === 0) return null;
    score += best;
    for (const each of [word, ...plain]) marks.push(...marksOf(text, each));
  }
  return { entry, score: score / words.length, marks };
}

function plainWordsFor(word: string, synonyms: Synonyms): readonly string[] {
  return Object.entries(synonyms)
    .filter(
      ([jargon]) => jargon === word || (word.length >= LEAST_JARGON && jargon.startsWith(word)),
    )
    .flatMap(([, plain]) => plain);
}

function gradeIn(text: string, word: string): Grade {
  const grades = placesOf(text, word).map((at) => gradeAt(text, word, at));
  return grades.reduce<Grade>((best, each) => (each > best ? each : best), 0);
}

function gradeAt(text: string, word: string, at: number): Grade {
  if (isLetter(text.charAt(at - 1))) return word.length >= LEAST_INSIDE ? 1 : 0;
  return isLetter(text.charAt(at + word.length)) ? 2 : 3;
}

function marksOf({ text, origins }: Folded, word: string): [number, number][] {
  return placesOf(text, word)
    .filter((at) => gradeAt(text, word, at) > 0)
    .map((at) => [origins[at], origins[at + word.length]]);
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** The text cut at its marks; marks that touch or overlap are one. */
function stretchesOf(text: string, marks: Met<unknown>['marks']): Stretch[] {
  const stretches: Stretch[] = [];
  const isMarked = (at: number) => marks.some(([start, end]) => at >= start && at < end);
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && isMarked(at) === isMarked(start)) continue;
    stretches.push({ text: text.slice(start, at), marked: isMarked(start) });
    start = at;
  }
  return stretches;
}

function wordsOf(query: string): string[] {
  const words = folded(query)
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}°%]+$/gu, ''));
  return [...new Set(words)].filter((word) => word !== '');
}

function fold(text: string): Folded {
  let out = '';
  const origins: number[] = [];
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const plain = plainCharacter(character, text.charAt(at + 1), out);
    for (let i = 0; i < plain.length; i += 1) origins.push(at);
    out += plain;
    at += character.length;
  }
  return { text: out, origins: [...origins, text.length] };
}

function plainCharacter(character: string, next: string, before: string): string {
  if (character === 'ß') return 'ss';
  if (/[‐-―−]/.test(character)) return '-';
  if (/\s/.test(character)) return ' ';
  if (character === '’') return "'";
  if (character === ',' && /\d$/.test(before) && /\d/.test(next)) return '.';
  return character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
