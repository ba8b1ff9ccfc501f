import type { VariationId } from '$lib/guide/claim';
import { VARIATIONS } from '$lib/guide/variations';
import { needsCoach } from './cautions';

/** Where things lie in the picture; x from the plate's middle, y from its upper edge, plate 200 × 184. */
export interface FeetDrawing {
  readonly soles: readonly Sole[];
  /** Distances from the middle, drawn to both sides, where the stance is told by them. */
  readonly measures: readonly ('hips' | 'shoulders')[];
  /** How far the feet may stand from the middle; null where the guide gives no two ends. */
  readonly reach: { readonly from: number; readonly to: number; readonly open: boolean } | null;
  /** The one foot may stand anywhere along its height. */
  readonly anyAside: boolean;
  readonly unsaid: readonly ('height' | 'apart' | 'aside' | 'toes')[];
  /** Neither heel nor toes are drawn: which way the foot points is not told. */
  readonly facingUnsaid: boolean;
}

export interface Sole {
  /** Of the heel. */
  readonly x: number;
  readonly y: number;
  /** Mirrored for the left foot. */
  readonly side: 'left' | 'right';
  /** Turned outwards about the heel. */
  readonly out_deg: number;
}

export const HIPS = 30;
export const SHOULDERS = 58;
/** A foot's length. */
export const SOLE = 78;
const PLATE_HALF = 100;
const TOES_OUT_DEG = 12;
/** How far the heels lie below the upper edge. */
const HEELS = { nearEdge: 58, high: 88, low: 172 };
/** From the middle of the plate to a foot, by stance. */
const STANCES = {
  'hip-to-shoulder': (HIPS + SHOULDERS) / 2,
  'narrower-than-shoulders': 24,
  wider: 66,
  centred: 24,
  'shoulders-or-wider': SHOULDERS,
};
/** The row that puts the heels close to the plate's upper edge. */
const HEELS_NEAR_EDGE = 'B02';

/** What the guide says of the feet of this variation, as a drawing; nothing it does not say. */
export function feetDrawing(id: VariationId): FeetDrawing {
  const { feet, legs, rows } = VARIATIONS[id];
  const { height, stance, toes } = feet;
  // The source contradicts itself on how the body faces, so that toes may point up or down the plate.
  const facingUnsaid = needsCoach(id);
  const high = rows.includes(HEELS_NEAR_EDGE) ? HEELS.nearEdge : HEELS.high;
  const y = height === 'low' ? HEELS.low : high;
  const x = stance ? STANCES[stance] : 0;
  const out_deg = toes && !facingUnsaid ? TOES_OUT_DEG : 0;
  const right: Sole = { x, y, side: 'right', out_deg };
  const both: Sole[] = [{ ...right, x: -x, side: 'left' }, right];
  return {
    soles: height === null ? [] : legs === 1 ? [right] : both,
    measures: measuresOf(stance),
    reach: reachOf(stance),
    anyAside: height !== null && stance === null,
    unsaid: [
      ...(height === null ? (['height'] as const) : []),
      ...(stance === null ? (['aside'] as const) : []),
      ...(stance === 'centred' ? (['apart'] as const) : []),
      ...(toes === null && !facingUnsaid ? (['toes'] as const) : []),
    ],
    facingUnsaid,
  };
}

function measuresOf(stance: string | null): FeetDrawing['measures'] {
  if (stance === 'hip-to-shoulder') return ['hips', 'shoulders'];
  if (stance === 'narrower-than-shoulders' || stance === 'shoulders-or-wider') return ['shoulders'];
  return [];
}

function reachOf(stance: string | null): FeetDrawing['reach'] {
  if (stance === 'hip-to-shoulder') return { from: HIPS, to: SHOULDERS, open: false };
  if (stance === 'shoulders-or-wider') {
    return { from: SHOULDERS, to: (SHOULDERS + PLATE_HALF) / 2, open: true };
  }
  return null;
}
