/** What a coach or the athlete wrote to a set. It never touches the recording. */
export interface Comment {
  readonly id: string;
  readonly author: string;
  /** ISO 8601 with offset. */
  readonly writtenAt: string;
  readonly text: string;
  readonly about: CommentPlace;
}

/** What it speaks of: the set, a rep or a phase of it (by the rep's own time, so that a better analysis moves nothing), or a time. */
export type CommentPlace =
  | { readonly kind: 'set' }
  | { readonly kind: 'rep'; readonly at_s: number }
  | {
      readonly kind: 'phase';
      readonly at_s: number;
      readonly phase: 'lower' | 'bottom' | 'press' | 'top';
    }
  | { readonly kind: 'span'; readonly start_s: number; readonly end_s: number };
