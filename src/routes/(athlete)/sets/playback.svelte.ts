import { wholeOf } from '$lib/charts/position-shown';
import type { Span } from '$lib/charts/span';
import { replayedAt, repStartFrom, type ReplayedMoment } from './replay';
import type { Reviewed } from './reviewed.svelte';
import type { Selection } from './selection.svelte';

/** A set that is played again: where it stands, and whether it runs. The rep it stands in is looked at everywhere. */
export class Playback {
  /** On the recording's own time, s; null before it was first played. */
  at_s = $state<number | null>(null);
  isPlaying = $state(false);
  readonly #reviewed: Reviewed;
  readonly #selection: Selection;

  constructor(reviewed: Reviewed, selection: Selection) {
    this.#reviewed = reviewed;
    this.#selection = selection;
  }

  get whole(): Span {
    return wholeOf(this.#reviewed.report.track);
  }

  /** The set as it was where the playback stands; at its beginning before it was first played. */
  get moment(): ReplayedMoment {
    const { report, set } = this.#reviewed;
    return replayedAt(report, set.plan, this.at_s ?? this.whole.start_s);
  }

  /** Goes to a time of the recording, s, as far as there is one; it stops at the end. */
  moveTo(t_s: number): void {
    const { start_s, end_s } = this.whole;
    this.at_s = Math.min(end_s, Math.max(start_s, t_s));
    if (this.at_s >= end_s) this.isPlaying = false;
    const rep = this.moment.rep?.index ?? null;
    if (rep !== this.#selection.played) this.#selection.play(rep);
  }

  /** Goes on so many seconds of the recording. */
  advance(by_s: number): void {
    this.moveTo((this.at_s ?? this.whole.start_s) + by_s);
  }

  /** Goes to where the rep before (−1) or after (+1) begins. */
  step(by: -1 | 1): void {
    const from_s = this.at_s ?? this.whole.start_s;
    const start_s = repStartFrom(this.#reviewed.report.reps, from_s, by);
    if (start_s !== null) this.moveTo(start_s);
  }

  toggle(): void {
    if (this.isPlaying) return this.#pause();
    const { start_s, end_s } = this.whole;
    if (this.at_s === null || this.at_s >= end_s) this.moveTo(start_s);
    this.isPlaying = true;
  }

  /** The mark stays where it is. A rep that someone keeps is again the one that is looked at. */
  #pause(): void {
    this.isPlaying = false;
    if (this.#selection.pinned !== null) this.#selection.play(null);
  }
}
