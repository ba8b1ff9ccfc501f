/** How a request is answered: with the page that every address opens with, from what is kept, or by the network. */
export type Answer = 'shell' | 'kept' | 'network';

export interface Known {
  origin: string;
  /** The path that the app stands below; empty at the root. */
  base: string;
  /** Paths of the files that are kept. */
  kept: ReadonlySet<string>;
}

/** Below these only the server answers. */
const SERVER_PATHS = ['/api/'];
/** Files of the app, whose names tell their content: also those of the version before. */
const IMMUTABLE = '/_app/immutable/';

/** How to answer a request of a page. */
export function answerTo(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  { origin, base, kept }: Known,
): Answer {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return 'network';
  if (SERVER_PATHS.some((path) => pathname.startsWith(base + path))) return 'network';
  if (kept.has(pathname) || pathname.startsWith(base + IMMUTABLE)) return 'kept';
  if (mode !== 'navigate') return 'network';
  // A name with an ending is a file of the server's, such as a picture.
  return /\.\w+$/.test(pathname) ? 'network' : 'shell';
}

/** The paths worth keeping of all there are. Fonts of scripts that no language of ours uses come when they are needed. */
export function needed(paths: readonly string[]): string[] {
  return paths.filter((path) => !/\/inter-(cyrillic|greek|vietnamese)/.test(path));
}

const PREFIX = 'sledtrace-';

/** The cache of a version; a version is the time it was built at, ms. */
export function cacheName(version: string): string {
  return PREFIX + version;
}

/** The caches that nobody needs any more: all of ours but this one and the latest other, whose pages may still be open. */
export function outdated(names: readonly string[], current: string): string[] {
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== current);
  return others.toSorted((a, b) => versionOf(a) - versionOf(b)).slice(0, -1);
}

function versionOf(name: string): number {
  return Number(name.slice(PREFIX.length)) || 0;
}
