import { withDecimalSign } from '$lib/locale/units';

/** "−2.5": a tick of an axis as people read it, with no more places than it needs. */
export function tickFigure(value: number | string): string {
  const rounded = Number(Number(value).toFixed(6));
  return withDecimalSign(String(rounded)).replace('-', '−');
}
