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

/** The comments with one more, or with one that is written anew under its id. */
export function withComment(comments: readonly Comment[], comment: Comment): readonly Comment[] {
  const isThere = comments.some(({ id }) => id === comment.id);
  if (!isThere) return [...comments, comment];
  return comments.map((each) => (each.id === comment.id ? comment : each));
}

/** The comments without one. */
export function withoutComment(comments: readonly Comment[], { id }: Comment): readonly Comment[] {
  return comments.filter((each) => each.id !== id);
}

/**
 * All comments of both, each id once, in the order they were written. What was written again under its id
 * stands as it was written last. Merging the same comments again changes nothing.
 */
export function mergeComments(
  ours: readonly Comment[],
  theirs: readonly Comment[],
): readonly Comment[] {
  const merged = new Map(ours.map((comment) => [comment.id, comment]));
  for (const comment of theirs) {
    const known = merged.get(comment.id);
    if (!known || writtenAt_ms(comment) > writtenAt_ms(known)) merged.set(comment.id, comment);
  }
  return [...merged.values()].sort(
    (a, b) => writtenAt_ms(a) - writtenAt_ms(b) || (a.id < b.id ? -1 : 1),
  );
}

function writtenAt_ms({ writtenAt }: Comment): number {
  return Date.parse(writtenAt);
}
