/** A stretch of the recording's own time axis. */
export interface Span {
  readonly start_s: number;
  readonly end_s: number;
}

/** Nothing is seen closer than this. */
export const SHORTEST_s = 0.5;

/** The stretch seen `factor` times closer (below 1: from further away), with the moment `about_s` where it was. */
export function zoomed(seen: Span, whole: Span, factor: number, about_s: number): Span {
  const length_s = clamp(
    lengthOf(seen) / factor,
    Math.min(SHORTEST_s, lengthOf(whole)),
    lengthOf(whole),
  );
  const share = (about_s - seen.start_s) / lengthOf(seen);
  return within(whole, about_s - share * length_s, length_s);
}

/** The stretch moved by so much, as far as there is something to see. */
export function panned(seen: Span, whole: Span, by_s: number): Span {
  return within(whole, seen.start_s + by_s, lengthOf(seen));
}

/** The stretch moved no further than it takes to hold `wanted`, with a little room; longer where it has to be. */
export function holding(seen: Span, whole: Span, wanted: Span): Span {
  const room_s = 0.05 * lengthOf(seen);
  const length_s = Math.max(lengthOf(seen), lengthOf(wanted) + 2 * room_s);
  const start_s = clamp(seen.start_s, wanted.end_s + room_s - length_s, wanted.start_s - room_s);
  return within(whole, start_s, length_s);
}

/** The stretch turned like a page, where the moment lies outside it: with the moment a little after its beginning. */
export function turned(seen: Span, whole: Span, at_s: number): Span {
  if (at_s >= seen.start_s && at_s <= seen.end_s) return seen;
  return within(whole, at_s - 0.05 * lengthOf(seen), lengthOf(seen));
}

/** Whether all there is is seen. */
export function isWhole(seen: Span, whole: Span): boolean {
  return lengthOf(seen) >= lengthOf(whole) - 1e-6;
}

export function lengthOf({ start_s, end_s }: Span): number {
  return end_s - start_s;
}

function within(whole: Span, start_s: number, length_s: number): Span {
  const length = Math.min(length_s, lengthOf(whole));
  const start = clamp(start_s, whole.start_s, whole.end_s - length);
  return { start_s: start, end_s: start + length };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
