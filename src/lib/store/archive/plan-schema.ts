import * as v from 'valibot';
import { VARIATION_IDS } from '$lib/guide/claim';
import { GOALS } from '$lib/guide/goals';
import { MACHINES } from '$lib/guide/machines';
import { DEFAULT_TOLERANCES, type Tolerances } from '$lib/guide/plan';
import { LONGEST_S } from '$lib/guide/tempo';
import { amount, told } from './fields';

/* What a set is held against, as the archive writes it: the names are the program's own. */

export const variation = v.picklist(VARIATION_IDS);
export const machine = v.picklist(Object.values(MACHINES).map(({ id }) => id));
const goal = v.picklist(Object.values(GOALS).map(({ id }) => id));

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST_S));
const free = v.object({ kind: v.literal('free') });
const explosive = v.object({ kind: v.literal('explosive') });
const band = v.pipe(
  v.object({ kind: v.literal('band'), low_s: seconds, high_s: seconds }),
  v.check(({ low_s, high_s }) => low_s <= high_s, 'low_s ≤ high_s'),
);
/** Between sets people rest for longer than any phase lasts. */
const pause = v.object({ kind: v.literal('band'), low_s: amount(), high_s: amount() });
const range = v.object({ low: amount(), high: amount() });

export const depth = v.object({
  target_m: told(v.number(), 'Along the rail, from the start of the lowering.'),
  floor_m: v.number(),
  ceiling_m: v.number(),
  stop_m: told(v.nullable(v.number()), 'Must not be passed; null where no safe stop was set.'),
  softTop_m: v.nullable(v.number()),
});

const tempo = {
  lower: v.variant('kind', [band, free]),
  bottom: v.variant('kind', [band, free]),
  press: v.variant('kind', [band, explosive, free]),
  top: v.variant('kind', [band, free]),
};

const targets = v.object({
  ...tempo,
  hold: v.nullable(band),
  depth: v.nullable(depth),
  reps: v.nullable(range),
  sets: v.nullable(range),
  rest: v.nullable(pause),
  load: v.nullable(
    v.object({
      low_percent: amount(),
      high_percent: amount(),
      of: v.picklist(['one-rep-max', 'perceived-max']),
    }),
  ),
  frequency: v.nullable(
    v.object({
      low_perWeek: amount(),
      high_perWeek: amount(),
      best_perWeek: v.nullable(amount()),
    }),
  ),
});

const origin = v.optional(v.picklist(['default', 'athlete', 'coach']));
const origins = v.object({
  lower: origin,
  bottom: origin,
  press: origin,
  top: origin,
  hold: origin,
  depth: origin,
  reps: origin,
  sets: origin,
  rest: origin,
  load: origin,
  frequency: origin,
});

/** One that an archive does not have yet is the app's default. */
export const tolerances = v.object(
  Object.fromEntries(
    Object.entries(DEFAULT_TOLERANCES).map(([name, value]) => [name, v.optional(amount(), value)]),
  ) as Record<keyof Tolerances, v.OptionalSchema<ReturnType<typeof amount>, number>>,
);

export const plan = v.object({
  prescription: told(
    v.nullable(v.string()),
    'The prescription of the guide it started from; null where the guide has none.',
  ),
  variation,
  machine,
  goal,
  targets,
  origins: told(
    origins,
    'Whose each target is that is not the guide’s: the app’s default, the athlete’s, the coach’s.',
  ),
  tolerances: told(tolerances, 'How far from the band is still compliant.'),
});
