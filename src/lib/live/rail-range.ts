import type { Track } from '$lib/core/sled/report';
import type { DepthTarget } from '$lib/guide/plan';
import { preferences } from '$lib/locale/preferences';
import { shownLength, typedLength_m } from '$lib/locale/units';

export interface RailRange {
  readonly low: number;
  readonly high: number;
}

/** In the unit the person reads: the rail grows in such steps, so that it rests while a set runs. */
const SCALES = {
  cm: { step: 10, spare: 3, low: -30, high: 8 },
  in: { step: 4, spare: 1, low: -12, high: 3 },
};
const SCALE = SCALES[preferences.length];

/** The heights the rail stands for, m: all of the track, and what was asked of the depth. */
export function railRange(track: Track | null, depth: DepthTarget | null): RailRange {
  let { low, high } = SCALE;
  for (const position_m of track?.position_m ?? []) {
    const position = shownLength(position_m);
    if (position < low) low = position;
    if (position > high) high = position;
  }
  const deepest = shownLength(Math.max(depth?.ceiling_m ?? 0, depth?.stop_m ?? 0));
  low = Math.min(low, -deepest);
  return {
    low: typedLength_m(Math.floor((low - SCALE.spare) / SCALE.step) * SCALE.step),
    high: typedLength_m(high > SCALE.high ? Math.ceil(high / SCALE.step) * SCALE.step : high),
  };
}
