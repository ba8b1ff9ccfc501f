import { FIGURES, type FigureId } from '$lib/store/choices';

export type Command =
  | 'pause'
  | 'end'
  | 'discard'
  | 'start-over'
  | 'figure'
  | 'sounds'
  | 'choices'
  | 'full-screen'
  | 'help'
  | 'next'
  | 'review';

/** The key of each command, as `KeyboardEvent.key` says it. */
export const KEYS: Record<Command, string> = {
  pause: ' ',
  end: 'e',
  discard: 'd',
  'start-over': 'r',
  figure: 'f',
  sounds: 'm',
  choices: 's',
  'full-screen': 't',
  help: '?',
  next: 'n',
  review: 'v',
};

/** What of a key press decides what it means. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'target'
>;

const BY_KEY = new Map(Object.entries(KEYS).map(([command, key]) => [key, command as Command]));
/** What takes a key for itself. */
const TAKES_ANY = 'input, select, textarea, dialog[open] *';
const TAKES_SPACE = 'button, a, summary';

/** What a key press asks for: a command, or a figure by its number; null where it is not for the page. */
export function askedBy(pressed: Pressed): Command | FigureId | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.repeat) return null;
  const key = pressed.key.toLowerCase();
  const { target } = pressed;
  if (target instanceof Element) {
    if (target.matches(TAKES_ANY)) return null;
    if (key === ' ' && target.closest(TAKES_SPACE)) return null;
  }
  return BY_KEY.get(key) ?? FIGURES[Number(key) - 1] ?? null;
}
