import * as v from 'valibot';
import { id, list, moment, told } from './fields';
import { OMISSIONS } from './omission';
import { depth, machine, plan, tolerances, variation } from './plan-schema';
import { brief, comment, set, side } from './set-schema';

/*
 * The whole file. tests/store/archive/published.test.ts holds that static/schema/archive-1.json says the same,
 * and types.ts beside this file that it is what the program keeps.
 */

export const FORMAT = 'sledtrace-archive';
export const VERSION = 1;

/** What every kind of archive states. */
const stated = {
  format: v.literal(FORMAT),
  version: told(
    v.literal(VERSION),
    'Changes only when an older reader would misread the file; fields that a reader does not know are to be ignored.',
  ),
  writtenAt: moment(),
  writtenBy: told(
    v.object({ app: v.string(), version: v.string(), algorithm: v.string(), rules: v.string() }),
    'The program, and the versions of its analysis and of the rules that judge.',
  ),
  definitions: told(
    v.record(v.string(), v.union([v.string(), v.number()])),
    'What the figures mean, and the constants behind them.',
  ),
  tolerances: told(tolerances, 'The app’s defaults. Those a set was judged by stand in its plan.'),
};

const omitted = told(list(v.picklist(OMISSIONS)), 'What the sender left out of every set.');
const from = told(v.string(), 'How the sender calls themselves.');

const calibration = v.object({
  machine,
  variation,
  side,
  depth,
  incline_deg: v.nullable(v.number()),
  madeAt: moment(),
});

export const settings = v.object({
  next: told(v.nullable(brief), 'What the next set starts from.'),
  calibrations: list(calibration),
  name: told(v.string(), 'What the person calls themselves.'),
});

/** Sets of one's own. */
export const backup = v.object({
  ...stated,
  kind: told(
    v.picklist(['sets', 'everything']),
    'Chosen sets, or all there is with what was set and calibrated.',
  ),
  omitted,
  settings: v.nullable(settings),
  sets: list(set),
});

/** Sets for a coach to look at. */
export const audit = v.object({
  ...stated,
  kind: v.literal('audit'),
  id: id(),
  from,
  omitted,
  sets: list(set),
});

/** What a coach says of the sets of one recording. */
export const answered = v.object({
  set: told(id(), 'The id of the set.'),
  title: v.string(),
  addedAt: moment(),
  comments: list(comment),
  plan: told(v.nullable(plan), 'What the coach would ask from now on; null to leave it.'),
});

/** What a coach says of an audit. It holds no recording, so that none can be touched. */
export const answer = v.object({
  ...stated,
  kind: v.literal('answer'),
  audit: told(id(), 'The id of the audit that it answers.'),
  from,
  answers: list(answered),
});

export const archive = v.variant('kind', [backup, audit, answer]);

export type Backup = v.InferOutput<typeof backup>;
export type AuditFile = v.InferOutput<typeof audit>;
export type Answer = v.InferOutput<typeof answer>;
export type Answered = v.InferOutput<typeof answered>;
export type ArchivedSet = v.InferOutput<typeof set>;
export type ArchivedSettings = v.InferOutput<typeof settings>;
/** An archive without its sets, which may be too many to be held at once. */
export type Head = Omit<Backup, 'sets'> | Omit<AuditFile, 'sets'> | Answer;
