import type { Rep } from '$lib/core/sled/report';

/** Which rep is looked at, in every chart and table at once: the one pointed at, or else the one pinned. */
export class Selection {
  pointed = $state<number | null>(null);
  pinned = $state<number | null>(null);

  /** Its index; null for none. */
  get rep(): number | null {
    return this.pointed ?? this.pinned;
  }

  readonly point = (index: number | null): void => {
    this.pointed = index;
  };

  /** Keeps a rep in view when nothing is pointed at; the one that is kept is let go. */
  readonly pin = (index: number | null): void => {
    this.pinned = index === this.pinned ? null : index;
  };

  /** Goes to the rep before (−1) or after (+1), from the ends if none is looked at. */
  step(reps: readonly Pick<Rep, 'index'>[], by: -1 | 1): void {
    const at = reps.findIndex(({ index }) => index === this.rep);
    const from = at < 0 && by < 0 ? reps.length : at;
    const next = reps.at(Math.min(reps.length - 1, Math.max(0, from + by)));
    if (next) this.pointed = next.index;
  }
}
