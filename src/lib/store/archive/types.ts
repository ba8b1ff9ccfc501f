import type * as v from 'valibot';
import type { Brief } from '../brief';
import type { StoredSet } from '../sets';
import type { Settings } from '../settings';
import type { SetSummary } from '../summary';
import type { ArchivedSet, ArchivedSettings } from './archive-schema';
import type { brief, summary } from './set-schema';

/*
 * The compiler holds here that the archive leaves out nothing of what is kept: a field that is added to a set, a plan or
 * a calibration fails in this file until the schema has it too. Give it there as optional, with a default: archives
 * written before then stay readable, and the format keeps its version.
 */

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Of this browser, with its voices and its speaker: not for another. */
type Local = 'feedback' | 'live';
type Held<Fact extends true> = Fact;

export type ArchiveIsWhole = [
  Held<Same<Omit<StoredSet, 'summary'>, Omit<ArchivedSet, 'summary' | 'recording'>>>,
  Held<Same<SetSummary, v.InferOutput<typeof summary>>>,
  Held<Same<Brief, v.InferOutput<typeof brief>>>,
  Held<Same<Exclude<keyof Settings, Local>, keyof ArchivedSettings>>,
  Held<Same<Settings['calibrations'], ArchivedSettings['calibrations']>>,
];
