import { binaryHeader, decodeRecording } from '$lib/core/file/binary';
import { RecordingFileError } from '$lib/core/file/error';
import { isAnswered, proposedPlan, type Audit } from '../audit';
import type { Database } from '../database';
import { isoWithOffset, newId, type StoredSet } from '../sets';
import { readSetting } from '../settings';
import type { Answer, AuditFile, ArchivedSet, ArchivedSettings, Backup } from './archive-schema';
import { hexadecimal, toBase64 } from './bytes-as-text';
import { statement } from './definitions';
import { without, type Omission } from './omission';

/** An archive to be given out. */
export interface Written {
  readonly file: Blob;
  /** How many sets are in it. */
  readonly sets: number;
  /** What is not in it: its recording cannot be read any more. */
  readonly damaged: readonly StoredSet[];
}

/** Hears how many of how many sets are done. */
export type OnProgress = (done: number, of: number) => void;

interface Choices {
  /** What is left out of every set. */
  readonly omitted?: readonly Omission[];
  readonly onProgress?: OnProgress;
}

const TYPE = 'application/json';

/** An archive of these sets. */
export function archiveOf(
  database: Database,
  sets: readonly StoredSet[],
  choices: Choices = {},
): Promise<Written> {
  const { omitted = [] } = choices;
  const head = { ...stated(), kind: 'sets', omitted, settings: null } as const;
  return writeFile(database, head satisfies Omit<Backup, 'sets'>, sets, choices);
}

/** An archive of every set, with what was set and calibrated. */
export async function archiveOfEverything(
  database: Database,
  onProgress?: OnProgress,
): Promise<Written> {
  const sets = await database.getAll('sets');
  const settings = await readSettings(database);
  const head = { ...stated(), kind: 'everything', omitted: [], settings } as const;
  return writeFile(database, head satisfies Omit<Backup, 'sets'>, sets, { onProgress });
}

/** These sets for a coach, from whoever sends them. */
export function archiveForAudit(
  database: Database,
  sets: readonly StoredSet[],
  { from, ...choices }: Choices & { from: string },
): Promise<Written> {
  const { omitted = [] } = choices;
  const head = { ...stated(), kind: 'audit', id: newId(), from, omitted } as const;
  return writeFile(database, head satisfies Omit<AuditFile, 'sets'>, sets, choices);
}

/** What a coach has to say of an audit; nothing where it is nothing. */
export function answerTo(audit: Audit, from: string): Blob {
  const answer: Answer = {
    ...stated(),
    kind: 'answer',
    audit: audit.id,
    from,
    answers: audit.sets.filter(isAnswered).map((audited) => ({
      set: audited.set.id,
      title: audited.set.title,
      addedAt: audited.set.addedAt,
      comments: audited.written,
      plan: proposedPlan(audited),
    })),
  };
  return new Blob([`${JSON.stringify(answer, null, 2)}\n`], { type: TYPE });
}

function stated() {
  return statement(isoWithOffset(new Date()));
}

async function readSettings(database: Database): Promise<ArchivedSettings> {
  return {
    next: await readSetting(database, 'next'),
    calibrations: (await readSetting(database, 'calibrations')) ?? [],
    name: (await readSetting(database, 'name')) ?? '',
  };
}

/** The file, a set on each line. Only one set at a time is held as text: the file may be larger than a string can be. */
async function writeFile(
  database: Database,
  head: object,
  sets: readonly StoredSet[],
  { omitted = [], onProgress }: Choices,
): Promise<Written> {
  const lines: Blob[] = [];
  const damaged: StoredSet[] = [];
  for (const [i, set] of sets.entries()) {
    const bytes = await readBytes(database, set.id);
    if (bytes) lines.push(new Blob([JSON.stringify(archived(without(set, omitted), bytes))]));
    else damaged.push(set);
    onProgress?.(i + 1, sets.length);
  }
  const opened = JSON.stringify(head).slice(0, -1);
  const listed = lines.flatMap((line, i) => (i === 0 ? ['\n', line] : [',\n', line]));
  const file = new Blob([opened, ',"sets":[', ...listed, '\n]}\n'], { type: TYPE });
  return { file, sets: lines.length, damaged };
}

/** The set's samples as they are stored; null where they are missing or damaged. */
async function readBytes(database: Database, id: string): Promise<Uint8Array | null> {
  const bytes = await database.get('recordings', id);
  if (!bytes) return null;
  try {
    decodeRecording(bytes);
    return bytes;
  } catch (cause) {
    if (cause instanceof RecordingFileError) return null;
    throw cause;
  }
}

/** The set as the archive writes it. */
export function archived(set: StoredSet, bytes: Uint8Array): ArchivedSet {
  const { version, length, crc32 } = binaryHeader(bytes);
  return {
    id: set.id,
    title: set.title,
    addedAt: set.addedAt,
    source: set.source,
    setup: set.setup,
    plan: set.plan,
    entered: set.entered,
    comments: set.comments,
    proposal: set.proposal,
    summary: { ...set.summary },
    recording: {
      format: 'sledtrace-recording',
      version,
      encoding: 'base64',
      samples: length,
      crc32: hexadecimal(crc32),
      bytes: toBase64(bytes),
    },
  };
}
