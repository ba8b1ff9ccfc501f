/** Steps between labels of an axis of days: days, weeks, then about months, quarters, years. */
const STEPS = [1, 2, 7, 14, 28, 91, 182, 364, 728, 1456];
/** So much of the width a label takes with the room beside it. */
const LABEL_px = 72;
/** How much of a day the sets of one session are spread over, so that they stand beside each other where there is room. */
const SPREAD = 0.6;

/** What stands on an axis of days: which day it was, and which of how many of that day. */
export interface OnDay {
  /** From the axis' origin. */
  readonly day: number;
  readonly place: number;
  readonly of: number;
}

/** Where on the axis it stands, days. */
export function dayPlace({ day, place, of }: OnDay): number {
  return day + ((place - (of - 1) / 2) * SPREAD) / of;
}

/** Which days of a range are labelled, with about as many labels as the width has room for; the last one always. */
export function dayTicks(first: number, last: number, width_px: number): number[] {
  const room = Math.max(1, Math.floor(width_px / LABEL_px));
  const step = STEPS.find((each) => (last - first) / each < room) ?? STEPS[STEPS.length - 1];
  const ticks: number[] = [];
  for (let day = last; day >= first; day -= step) ticks.unshift(day);
  return ticks;
}
