import { fc } from '@fast-check/vitest';
import { encodeRecording } from '$lib/core/file/binary';
import type { Recording } from '$lib/core/recording';
import { analyse } from '$lib/core/sled/analyse';
import type { Setup } from '$lib/core/sled/setup';
import { VARIATION_IDS } from '$lib/guide/claim';
import type { Entered } from '$lib/guide/entered';
import { GOALS } from '$lib/guide/goals';
import { MACHINES } from '$lib/guide/machines';
import { depthAbout, planFor, withTarget, type Plan } from '$lib/guide/plan';
import { EXPLOSIVE, FREE, type TimeBand } from '$lib/guide/tempo';
import type { Comment, CommentPlace } from '$lib/store/comment';
import type { Proposal } from '$lib/store/proposal';
import type { StoredSet } from '$lib/store/sets';
import type { Calibration } from '$lib/store/settings';
import { summarise } from '$lib/store/summary';

/* Sets as anybody may have them, for property tests. JSON has no −0, and nobody types one. */

const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const time_s = number(-1e6, 1e9);
const idText = fc.stringMatching(/^[\w-]{12}$/);
export const moment = fc
  .tuple(
    fc.date({ min: new Date('1971-01-01Z'), max: new Date('2099-01-01Z'), noInvalidDate: true }),
    fc.constantFrom('Z', '+01:00', '-09:30'),
  )
  .map(([date, offset]) => date.toISOString().slice(0, 19) + offset);

/** Few or many samples; any of their values may be lost, and their bits are any. */
export const recording: fc.Arbitrary<Recording> = fc
  .integer({ min: 0, max: 24 })
  .chain((length) => {
    const column = fc
      .array(fc.float(), { minLength: length, maxLength: length })
      .map((values) => Float32Array.from(values));
    const columns = fc.record({ x: column, y: column, z: column });
    const steps = fc.array(number(1e-9, 1e3), { minLength: length, maxLength: length });
    return fc.record({
      length: fc.constant(length),
      t_s: fc.tuple(number(-1e6, 1e6), steps).map(([from_s, all]) => rising(from_s, all)),
      accel_mps2: columns,
      gyro_dps: fc.option(columns),
    });
  });

function rising(from_s: number, steps_s: readonly number[]): Float64Array {
  let at_s = from_s;
  return Float64Array.from(steps_s, (step_s) => (at_s += step_s));
}

const setup: fc.Arbitrary<Setup> = fc.record({
  minTravel_m: number(0.01, 1),
  flip: fc.boolean(),
  sledPerSensor: number(0.1, 10),
  excluded: fc.array(
    fc.record({
      start_s: time_s,
      end_s: time_s,
      reason: fc.constantFrom('removed', 'un-rack', 'calibration'),
    }),
    { maxLength: 3 },
  ),
});

const band: fc.Arbitrary<TimeBand> = fc
  .tuple(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 6000 }))
  .map(([low, more]) => ({ kind: 'band', low_s: low / 100, high_s: (low + more) / 100 }));
const depth = fc
  .record({ target_m: number(0.05, 2), stop_m: fc.option(number(0, 2)) })
  .map(({ target_m, stop_m }) => ({ ...depthAbout(target_m), stop_m, softTop_m: stop_m }));

export const plan: fc.Arbitrary<Plan> = fc
  .record({
    variation: fc.constantFrom(...VARIATION_IDS),
    machine: fc.constantFrom(...Object.values(MACHINES).map(({ id }) => id)),
    goal: fc.constantFrom(...Object.values(GOALS).map(({ id }) => id)),
    lower: fc.oneof(band, fc.constant(FREE)),
    press: fc.oneof(band, fc.constant(FREE), fc.constant(EXPLOSIVE)),
    depth: fc.option(depth),
    compliantShare: number(0, 1),
  })
  .map(({ variation, machine, goal, compliantShare, ...targets }) => {
    const guided = planFor(variation, machine, goal);
    const paced = withTarget(guided, 'lower', targets.lower, 'coach');
    const pressed = withTarget(paced, 'press', targets.press, 'athlete');
    const deep = withTarget(pressed, 'depth', targets.depth, 'athlete');
    return { ...deep, tolerances: { ...deep.tolerances, compliantShare } };
  });

export const entered: fc.Arbitrary<Entered> = fc.record({
  load: fc.option(
    fc.record({
      load_kg: number(0, 1000),
      typedIn: fc.constantFrom('kg', 'lb'),
      includesSled: fc.option(fc.boolean()),
    }),
  ),
  side: fc.option(fc.constantFrom('left', 'right')),
  max: fc.option(
    fc.record({
      kind: fc.constantFrom('one-rep-max', 'perceived-max'),
      max_kg: number(0, 1000),
    }),
  ),
  rpe: fc.option(fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2)),
  rir: fc.option(fc.nat(10)),
  pain: fc.option(fc.integer({ min: 0, max: 10 })),
  note: fc.string({ unit: 'binary' }),
  checked: fc.array(fc.constantFrom('D02', 'D03', 'E06'), { maxLength: 3 }),
  ratings: fc.dictionary(fc.stringMatching(/^[A-K]\d\d$/), fc.constantFrom('ok', 'fix', 'unseen'), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
});

const place: fc.Arbitrary<CommentPlace> = fc.oneof(
  fc.constant({ kind: 'set' as const }),
  fc.record({ kind: fc.constant('rep' as const), at_s: time_s }),
  fc.record({
    kind: fc.constant('phase' as const),
    at_s: time_s,
    phase: fc.constantFrom('lower', 'bottom', 'press', 'top'),
  }),
  fc.record({ kind: fc.constant('span' as const), start_s: time_s, end_s: time_s }),
);

export const comment: fc.Arbitrary<Comment> = fc.record({
  id: idText,
  author: fc.string({ unit: 'grapheme' }),
  writtenAt: moment,
  text: fc.string({ unit: 'grapheme' }),
  about: place,
});

const proposal: fc.Arbitrary<Proposal> = fc.record({
  plan,
  author: fc.string(),
  proposedAt: moment,
  answer: fc.constantFrom('open', 'accepted', 'declined'),
});

/** A set with its samples, as the store keeps both. */
export const keptSet: fc.Arbitrary<{ set: StoredSet; bytes: Uint8Array }> = fc
  .record({
    id: idText,
    title: fc.string({ unit: 'grapheme', maxLength: 120 }),
    addedAt: moment,
    source: fc.record({
      kind: fc.constantFrom('live', 'file', 'simulated'),
      name: fc.string(),
      format: fc.option(fc.string()),
      notes: fc.array(fc.string(), { maxLength: 2 }),
    }),
    setup,
    plan: fc.option(plan),
    entered,
    comments: fc.uniqueArray(comment, { maxLength: 4, selector: ({ id }) => id }),
    proposal: fc.option(proposal),
    samples: recording,
  })
  .map(({ samples, ...says }) => ({
    set: { ...says, summary: summarise(analyse(samples, says.setup), says.plan) },
    bytes: encodeRecording(samples),
  }));

export const calibration: fc.Arbitrary<Calibration> = fc.record({
  machine: fc.constantFrom('sled-45', 'horizontal'),
  variation: fc.constantFrom(...VARIATION_IDS),
  side: fc.option(fc.constantFrom('left', 'right')),
  depth,
  incline_deg: fc.option(number(0, 90)),
  madeAt: moment,
});
