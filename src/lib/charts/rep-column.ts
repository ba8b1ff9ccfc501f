import type { Terms } from '$lib/locale/preferences';
import { faint, type Palette } from './palette';
import { MARK_SIGNS, markColour, type RepMark } from './rep-mark';
import { canvasWords } from './words';

/** The chart area, as far as a column of a rep needs it. */
interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What is drawn of the reps in every chart that has a place for each. */
export interface Columns {
  area: Area;
  /** How many there are. */
  count: number;
  /** The middle of a place, px. */
  centre: (place: number) => number;
}

const STRESSED_ALPHA = 0.08;
const PINNED_px = 3;
const MARK_px = 12;
/** The room a line of marks takes above a column. */
export const MARK_LINE_px = 16;
/** A mark says of what it is where a column is at least this wide. */
const WORD_px = 52;

/** A faint column behind the rep to stress, and a bar above the one that is kept. */
export function stressColumns(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { area, count, centre }: Columns,
  places: { stressed: number; pinned: number },
): void {
  const width = area.width / count;
  ctx.save();
  if (places.stressed >= 0) {
    ctx.fillStyle = faint(palette.ink, STRESSED_ALPHA);
    ctx.fillRect(centre(places.stressed) - width / 2, area.top, width, area.height);
  }
  if (places.pinned >= 0) {
    ctx.fillStyle = palette.ink;
    ctx.fillRect(centre(places.pinned) - width / 2, area.top, width, PINNED_px);
  }
  ctx.restore();
}

/** The marks of one rep, one above the other from `bottom` up: "▼ lower", or the sign alone where it is narrow. */
export function drawMarks(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  marks: readonly RepMark[],
  at: { centre: number; bottom: number; width: number; terms: Terms },
): void {
  ctx.save();
  ctx.font = `600 ${MARK_px}px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  marks.forEach(({ kind, part }, line) => {
    const sign = MARK_SIGNS[kind];
    const text = at.width >= WORD_px ? `${sign} ${canvasWords.parts[at.terms][part]}` : sign;
    ctx.fillStyle = markColour(palette, kind);
    ctx.fillText(text, at.centre, at.bottom - 4 - line * MARK_LINE_px);
  });
  ctx.restore();
}
