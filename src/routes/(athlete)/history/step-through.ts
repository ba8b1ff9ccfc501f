/** Where left and right, Home and End lead to from a place among so many; null for any other key. */
export function stepThrough(event: KeyboardEvent, at: number | null, count: number): number | null {
  const last = count - 1;
  const places: Record<string, number> = {
    ArrowRight: at === null ? 0 : Math.min(last, at + 1),
    ArrowLeft: at === null ? last : Math.max(0, at - 1),
    Home: 0,
    End: last,
  };
  const place = places[event.key];
  if (place === undefined || count === 0) return null;
  event.preventDefault();
  return place;
}
