import { withDecimalSign } from '$lib/locale/units';

/** "−2.5": a tick of an axis as people read it, with no more places than it needs. */
export function tickFigure(value: number | string): string {
  const rounded = Number(Number(value).toFixed(6));
  return withDecimalSign(String(rounded)).replace('-', '−');
}

/** Height above where a rep starts as people say it: "20" is 20 below, "+10" above. */
export function heightLabel(value: number | string): string {
  const height = Number(value);
  return height > 0 ? `+${tickFigure(height)}` : tickFigure(-height || 0);
}
