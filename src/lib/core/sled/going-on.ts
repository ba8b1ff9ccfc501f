import type { Motion } from '../signal/smoother';
import { PARTIAL_SHARE, type StrokeSpan } from './segment';

const SETTINGS = {
  /** A press that ends further than this share of the usual travel below the top may go on after so long a stall, */
  shortShare: 0.2,
  stalled_s: 5,
  /** so may one that has ended elsewhere than at the top with this probability, after a shorter one, */
  refused: 0.02,
  doubtful_s: 2,
  /** so may one that stays so far below where its lower began, beyond so many sd, */
  surely: 2,
  /** unless the sled has been lowered by this much since; a press that failed may be tried again within so long. */
  lowered_m: 0.03,
  triedAgain_s: 9,
  /** A place known no better than this says nothing, sd. */
  lost_m: 0.2,
};

/** What else is known of a press. */
export interface PressEnd {
  /** The lower before it; null for none. */
  lower: StrokeSpan | null;
  /** How far presses usually go. */
  usual_m: number;
  /** How likely it has ended elsewhere than at the top. */
  refused: number;
}

/** How long after its end a press may yet go on, or sink back and be tried again: 0 where it reached the top. */
export function mayGoOnFor_s(
  press: StrokeSpan,
  motion: Motion,
  { lower, usual_m, refused }: PressEnd,
): number {
  const { position_m, positionSd_m } = motion;
  const { shortShare, stalled_s, doubtful_s, triedAgain_s, lowered_m, lost_m } = SETTINGS;
  const end = Math.round(press.end.edge);
  // After a gap the sled may be anywhere.
  if (positionSd_m[end] >= lost_m) return 0;
  const lowered = position_m.subarray(end).some((s) => s < position_m[end] - lowered_m);
  if (position_m[end] > -shortShare * usual_m) {
    if (lowered) return 0;
    if (lower && isShortOf(lower, end, motion)) return stalled_s;
    return refused > SETTINGS.refused ? doubtful_s : 0;
  }
  if (press.travel_m < PARTIAL_SHARE * usual_m) return triedAgain_s;
  return lowered ? 0 : stalled_s;
}

/** Whether an edge lies surely further below the place where a lower began than a press that has reached the top. */
function isShortOf({ start, travel_m }: StrokeSpan, edge: number, motion: Motion): boolean {
  const from = Math.round(start.edge);
  const short_m = motion.position_m[from] - motion.position_m[edge];
  const { shortShare, surely } = SETTINGS;
  return short_m > shortShare * travel_m + surely * motion.travelSd_m(from, edge);
}
