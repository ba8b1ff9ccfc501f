import { repSpan } from '$lib/charts/phase-bands';
import type { Span } from '$lib/charts/span';
import type { Rep, SetReport } from '$lib/core/sled/report';
import type { CommentPlace } from '$lib/store/comment';
import type { Terms } from '$lib/locale/preferences';
import { seconds } from '$lib/ui/format';
import { commentWords as text } from '$lib/ui/words/comments';
import { termWords } from '$lib/ui/words/terms';

/** The rep at a moment of the recording; null between them. */
export function repAt({ reps }: Pick<SetReport, 'reps'>, at_s: number): Rep | null {
  const isIn = (rep: Rep) => {
    const { start_s, end_s } = repSpan(rep);
    return start_s <= at_s && at_s <= end_s;
  };
  return reps.find(isIn) ?? null;
}

/** A moment that is the rep's, whatever another analysis makes of its ends. */
export function momentOf(rep: Rep): number {
  const { start_s, end_s } = repSpan(rep);
  return (start_s + end_s) / 2;
}

/** The time that the charts count from, s. */
export function originOf({ track }: Pick<SetReport, 'track'>): number {
  return track.t_s[0] ?? 0;
}

/** "Rep 3, press", "12.4–15.0 s": where a comment speaks of, as the charts tell reps and times. */
export function placeWords(report: SetReport, place: CommentPlace, terms: Terms = 'plain'): string {
  if (place.kind === 'set') return text.set;
  const origin_s = originOf(report);
  if (place.kind === 'span') {
    return text.span(seconds(place.start_s - origin_s), seconds(place.end_s - origin_s));
  }
  const rep = repAt(report, place.at_s);
  const name = rep ? text.rep(rep.index) : text.repAt(seconds(place.at_s - origin_s));
  return place.kind === 'phase' ? text.phase(name, termWords[terms].amid[place.phase]) : name;
}

/** The stretch of the trace that a comment speaks of; null for the set as a whole. */
export function stretchOf(report: SetReport, place: CommentPlace): Span | null {
  if (place.kind === 'set') return null;
  if (place.kind === 'span') return { start_s: place.start_s, end_s: place.end_s };
  const rep = repAt(report, place.at_s);
  if (!rep) return null;
  return place.kind === 'rep' ? repSpan(rep) : phaseOf(rep, place.phase);
}

/** When a phase of a rep was; null where it has none. */
function phaseOf(rep: Rep, phase: 'lower' | 'bottom' | 'press' | 'top'): Span | null {
  const { lower, press, top } = rep;
  if (phase === 'press') return press;
  if (phase === 'lower') return lower;
  if (phase === 'bottom') return lower && { start_s: lower.end_s, end_s: press.start_s };
  return top && { start_s: press.end_s, end_s: press.end_s + top.duration_s };
}
