import { observeHeldPlace, observePosition, STATE_SIZE } from '../signal/rail-state';
import type { Readings } from './readings';

/** How exactly the sled comes back to its top, sd. */
const TOP_SD_M = 0.02;

/**
 * Lets every reading take the end of a press for the top (the sled is back where it was), or refuse to,
 * at a cost. Of a press that is known only after its end, as samples were lost before, the top is where the sled
 * has been held since it was fastest, at edge `fastest`.
 */
export function judgeTop(
  readings: Readings,
  edge: number,
  refusedCost: number,
  fastest: number,
): void {
  const { states, score, past } = readings;
  for (let i = readings.count - 1; i >= 0; i--) {
    const refused = readings.addCopy(readings, i);
    score[refused] -= refusedCost;
    past[refused] = { before: past[i], pressEnd: edge, atTop: false };
    const heldFrom = lastHoldStart(readings, i);
    const held = heldFrom >= fastest;
    const at = STATE_SIZE * i;
    const total = states[at + (held ? 13 : 3)] + TOP_SD_M ** 2;
    const observe = held ? observeHeldPlace : observePosition;
    score[i] -= 0.5 * observe(states, at, 0, TOP_SD_M ** 2);
    score[i] -= 0.5 * Math.log(total / TOP_SD_M ** 2);
    past[i] = { before: past[i], pressEnd: held ? heldFrom : edge, atTop: true };
  }
}

/** The edge at which the last hold of a reading began; −1 for none. */
function lastHoldStart({ holding, since, past }: Readings, i: number): number {
  return holding[i] ? since[i] : (past[i]?.hold?.start ?? -1);
}
