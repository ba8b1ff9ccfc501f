import * as v from 'valibot';
import { RULES } from '$lib/guide/check';
import { PHASES } from '$lib/guide/tempo';
import { amount, count, id, list, moment, told } from './fields';
import { plan } from './plan-schema';

/* A set as the archive writes it: the names are the program's own. */

const setup = v.object({
  minTravel_m: told(amount(), 'Shortest travel of a stroke.'),
  flip: v.boolean(),
  sledPerSensor: told(amount(), 'Travel of the sled over that of the sensor.'),
  excluded: list(
    v.object({
      start_s: v.number(),
      end_s: v.number(),
      reason: v.picklist(['removed', 'un-rack', 'calibration']),
    }),
  ),
});

export const side = v.nullable(v.picklist(['left', 'right']));

const entered = v.object({
  load: v.nullable(
    v.object({
      load_kg: amount(),
      typedIn: v.picklist(['kg', 'lb']),
      includesSled: v.nullable(v.boolean()),
    }),
  ),
  side,
  max: v.nullable(
    v.object({ kind: v.picklist(['one-rep-max', 'perceived-max']), max_kg: amount() }),
  ),
  rpe: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(10))),
  rir: v.nullable(amount()),
  pain: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
  note: v.string(),
  checked: list(v.string()),
  ratings: v.record(v.string(), v.picklist(['ok', 'fix', 'unseen'])),
});

/** What is known of a set before it begins. */
export const brief = v.object({ setup, plan: v.nullable(plan), entered });

const place = v.variant('kind', [
  v.object({ kind: v.literal('set') }),
  v.object({ kind: v.literal('rep'), at_s: v.number() }),
  v.object({ kind: v.literal('phase'), at_s: v.number(), phase: v.picklist(PHASES) }),
  v.object({ kind: v.literal('span'), start_s: v.number(), end_s: v.number() }),
]);

export const comment = v.object({
  id: id(),
  author: v.string(),
  writtenAt: moment(),
  text: v.string(),
  about: told(
    place,
    'The set, a rep or a phase of it (by a time within it), or a span; on the recording’s own time axis.',
  ),
});

export const proposal = v.object({
  plan,
  author: v.string(),
  proposedAt: moment(),
  answer: v.picklist(['open', 'accepted', 'declined']),
});

export const recording = v.object({
  format: v.literal('sledtrace-recording'),
  version: told(count(), 'Of the bytes’ layout; they state it themselves too.'),
  encoding: v.literal('base64'),
  samples: count(),
  crc32: told(
    v.pipe(v.string(), v.regex(/^[\da-f]{8}$/)),
    'CRC-32 (ISO-HDLC) of all bytes but the four at offset 12, which hold it too; hexadecimal.',
  ),
  // Whether it is base64 shows when it is decoded; a pattern over so long a text costs more than that.
  bytes: told(
    v.pipe(v.string(), v.metadata({ contentEncoding: 'base64' })),
    'Little-endian: magic 89 53 4c 44, uint16 version, uint16 flags (1: gyro follows), uint32 samples n, uint32 CRC-32, n float64 t_s, then n float32 each of accel_mps2 x, y, z and, where flagged, gyro_dps x, y, z. NaN is a lost value.',
  ),
});

export const set = v.object({
  id: id(),
  title: v.string(),
  addedAt: told(moment(), 'When the set was lifted, or its file opened.'),
  source: v.object({
    kind: v.picklist(['live', 'file', 'simulated']),
    name: v.string(),
    format: v.nullable(v.string()),
    notes: list(v.string()),
  }),
  setup: told(setup, 'How the recording is read.'),
  plan: told(v.nullable(plan), 'What was asked; null where nothing was.'),
  entered: told(entered, 'What people said of the set.'),
  comments: list(comment),
  proposal: told(v.nullable(proposal), 'What a coach would ask from now on.'),
  summary: told(
    v.nullable(v.looseObject({ version: v.string() })),
    'A cache: taken over by the version of the program that wrote it, made anew from the samples by every other.',
  ),
  recording,
});

const spread = v.nullable(
  v.object({ mean: v.number(), meanSd: v.number(), low: v.number(), high: v.number() }),
);
/** JSON has no NaN. */
const lost = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? NaN),
);

/** The cached summary, as this version of the program writes it. */
export const summary = v.object({
  version: v.string(),
  reps: count(),
  partial: count(),
  doubtful: count(),
  incline_deg: v.nullable(v.number()),
  rate_Hz: v.number(),
  duration_s: v.number(),
  timeUnderTension_s: v.number(),
  timeUnderTensionSd_s: v.number(),
  lower_s: spread,
  bottom_s: spread,
  press_s: spread,
  depth_m: spread,
  press_mps: spread,
  propulsive_mps: spread,
  fastest_mps: v.nullable(v.object({ mean: v.number(), meanSd: v.number() })),
  depthCv: v.nullable(v.number()),
  velocityLoss: v.nullable(v.number()),
  velocityLossSd: v.nullable(v.number()),
  compliance: v.nullable(
    v.object({
      in: count(),
      borderline: count(),
      out: count(),
      share: v.nullable(v.number()),
    }),
  ),
  compliantRun: v.nullable(count()),
  deviations: list(v.picklist(RULES.map(({ id: rule }) => rule))),
  sketch_m: v.array(lost),
});
