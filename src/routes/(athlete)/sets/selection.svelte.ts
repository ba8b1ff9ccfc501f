import type { Span } from '$lib/charts/span';
import type { Rep } from '$lib/core/sled/report';

/** Which way the arrow keys go through the reps: along a chart, or down a table. */
type Direction = 'along' | 'down';

const STEPS: Record<Direction, Readonly<Record<string, -1 | 1>>> = {
  along: { ArrowLeft: -1, ArrowRight: 1 },
  down: { ArrowUp: -1, ArrowDown: 1 },
};

/**
 * Which rep is looked at, in every chart and table at once: the one pointed at, or else the one that is played,
 * or else the one pinned.
 */
export class Selection {
  pointed = $state<number | null>(null);
  pinned = $state<number | null>(null);
  played = $state<number | null>(null);
  /** A stretch of the trace that is spoken of. */
  stretch = $state.raw<Span | null>(null);
  /** Whether a drag across the trace marks a stretch, and does not move it. */
  isMarking = $state(false);

  /** Its index; null for none. */
  get rep(): number | null {
    return this.pointed ?? this.played ?? this.pinned;
  }

  readonly point = (index: number | null): void => {
    this.pointed = index;
  };

  /** Looks at the rep that is played, while nothing else is pointed at; null for none. */
  readonly play = (index: number | null): void => {
    this.played = index;
  };

  /** Keeps a rep in view when nothing is pointed at; the one that is kept is let go. */
  readonly pin = (index: number): void => {
    this.pinned = index === this.pinned ? null : index;
    this.played = null;
  };

  /** Keeps this rep, whichever was kept. */
  readonly show = (index: number): void => {
    this.pinned = index;
    this.pointed = null;
    this.played = null;
  };

  /** Looks at nothing. */
  readonly clear = (): void => {
    this.pinned = null;
    this.pointed = null;
    this.played = null;
  };

  /** Speaks of a stretch; null for none. */
  readonly mark = (stretch: Span | null): void => {
    this.stretch = stretch;
  };

  readonly beginMarking = (): void => {
    this.stretch = null;
    this.isMarking = true;
  };

  readonly endMarking = (): void => {
    this.stretch = null;
    this.isMarking = false;
  };

  /** Goes to the rep before (−1) or after (+1), from the ends if none is looked at. */
  step(reps: readonly Pick<Rep, 'index'>[], by: -1 | 1): void {
    const at = reps.findIndex(({ index }) => index === this.rep);
    const from = at < 0 && by < 0 ? reps.length : at;
    const next = reps.at(Math.min(reps.length - 1, Math.max(0, from + by)));
    if (next) this.pointed = next.index;
  }

  /** What the keys do on a chart or a table of these reps. Returns whether the key was one of them. */
  key(event: KeyboardEvent, reps: readonly Pick<Rep, 'index'>[], direction: Direction): boolean {
    const by = STEPS[direction][event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    if (by !== undefined) this.step(reps, by);
    else if (event.key === 'Enter' && this.rep !== null) this.pin(this.rep);
    else if (event.key === 'Escape' && this.rep !== null) this.clear();
    else return false;
    event.preventDefault();
    return true;
  }
}
