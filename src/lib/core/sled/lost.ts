import { setState, STATE_SIZE } from '../signal/rail-state';
import type { Readings } from './readings';

/** Where the sled may be when nothing is known of it. */
export const ANYWHERE = { position_m: -0.2, positionSd_m: 0.3 };

/** What it may be doing then, one as likely as the other: stand, be lowered or be pressed. */
const ANYHOW = [
  { velocity_mps: 0, velocitySd_mps: 0.015, holding: 1 },
  { velocity_mps: -0.12, velocitySd_mps: 0.1, holding: 0 },
  { velocity_mps: 0.3, velocitySd_mps: 0.2, holding: 0 },
];

/** Ends every reading's hold at an edge from which on nothing is known. */
export function endHolds({ holding, past, since, kept }: Readings, edge: number): void {
  for (const i of kept) {
    if (holding[i]) past[i] = { before: past[i], hold: { start: since[i], end: edge } };
    holding[i] = 0;
  }
}

/**
 * Adds what may be when samples come back at an edge: what reading `i` knew of the sensor it still knows,
 * of the motion nothing.
 */
export function addAnyhow(to: Readings, from: Readings, i: number, edge: number): void {
  for (const { velocity_mps, velocitySd_mps, holding } of ANYHOW) {
    const j = to.addCopy(from, i);
    const at = STATE_SIZE * j;
    const bias_mps2 = to.states[at + 2];
    const biasSd_mps2 = Math.sqrt(to.states[at + 8]);
    const { position_m, positionSd_m } = ANYWHERE;
    const mean = { position_m, velocity_mps, bias_mps2 };
    const sd = { position_m: positionSd_m, velocity_mps: velocitySd_mps, bias_mps2: biasSd_mps2 };
    setState(to.states, at, mean, sd);
    to.holding[j] = holding;
    to.since[j] = edge;
  }
}
