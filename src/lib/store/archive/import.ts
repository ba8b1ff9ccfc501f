import { AUDIT_STORES, readAudit, type Audit } from '../audit';
import { mergeComments } from '../comment';
import { writeTo, type Database, type Writing } from '../database';
import { laterProposal, type Proposal } from '../proposal';
import { isoWithOffset, type StoredSet } from '../sets';
import { calibrationFor, withCalibration, type Calibration } from '../settings';
import type { Answer, Answered, ArchivedSettings, AuditFile, Backup, Head } from './archive-schema';
import { compareWithKept, type Comparison, type CopyTitle } from './compare';
import { ArchiveError } from './error';
import { openArchive, type OpenedArchive, type ReadSet } from './read';
import type { OnProgress } from './write';

/** What an import did. */
export interface Imported {
  readonly kind: Head['kind'];
  /** Sets that were not here. */
  readonly added: number;
  /** Sets that were here already, in every word. */
  readonly same: number;
  /** Sets that were here with other content: kept beside them, as sets of their own. */
  readonly copied: number;
  /** Sets here that a coach's answer spoke of, by id. */
  readonly merged: readonly string[];
  /** Sets that the answer speaks of and that are not here, by title. */
  readonly unknown: readonly string[];
  readonly calibrations: number;
  /** The audit that was opened. */
  readonly audit: string | null;
  /** Sets that could not be read; the others were. */
  readonly refused: readonly ArchiveError[];
}

const NOTHING: Omit<Imported, 'kind'> = {
  added: 0,
  same: 0,
  copied: 0,
  merged: [],
  unknown: [],
  calibrations: 0,
  audit: null,
  refused: [],
};

export interface ImportChoices {
  readonly onProgress?: OnProgress;
  /** What a set is called that is kept beside another of its id; the same, unless it says otherwise. */
  readonly copyTitle?: CopyTitle;
}

/**
 * Takes an archive into the store, in one transaction: all of it that can be read, or nothing. A set that
 * cannot be read is refused by itself. Rejects with ArchiveError where the file is none or no set
 * of it can be read, with StoreError where it cannot be stored.
 */
export async function importArchive(
  database: Database,
  file: Blob,
  { onProgress, copyTitle = (title) => title }: ImportChoices = {},
): Promise<Imported> {
  const opened = await openArchive(file);
  const { head } = opened;
  if (head.kind === 'answer') return importAnswer(database, head);
  const { sets, refused } = await readSets(opened, onProgress);
  if (head.kind === 'audit') return { ...(await importAudit(database, head, sets)), refused };
  return { ...(await importBackup(database, head, { sets, copyTitle })), refused };
}

/** Every set that can be read, and why the others cannot. Rejects with ArchiveError where none can. */
async function readSets({ count, set }: OpenedArchive, onProgress?: OnProgress) {
  const sets: ReadSet[] = [];
  const refused: ArchiveError[] = [];
  const ids = new Set<string>();
  for (let i = 0; i < count; i++) {
    try {
      const read = await set(i);
      if (ids.has(read.set.id)) throw twice(i, read.set.id);
      ids.add(read.set.id);
      sets.push(read);
    } catch (cause) {
      if (!(cause instanceof ArchiveError)) throw cause;
      refused.push(cause);
    }
    onProgress?.(i + 1, count);
  }
  if (sets.length === 0 && refused.length > 0) throw refused[0];
  return { sets, refused };
}

function twice(index: number, id: string): ArchiveError {
  return new ArchiveError('twice', { path: `sets[${index}].id`, found: id });
}

async function importBackup(
  database: Database,
  { kind, settings }: Omit<Backup, 'sets'>,
  { sets, copyTitle }: { sets: readonly ReadSet[]; copyTitle: CopyTitle },
): Promise<Imported> {
  const compared: Comparison[] = [];
  for (const read of sets) compared.push(await compareWithKept(database, read, copyTitle));
  let calibrations = 0;
  await writeTo(database, ['sets', 'recordings', 'settings'], async (transaction) => {
    const missing = compared.filter(({ is }) => is !== 'same');
    await Promise.all(
      // Added, not put: what another page has written meanwhile is not overwritten.
      missing.flatMap(({ set, bytes }) => [
        transaction.objectStore('sets').add(set),
        transaction.objectStore('recordings').add(bytes, set.id),
      ]),
    );
    if (settings) calibrations = await mergeSettings(transaction, settings);
  });
  const countOf = (what: Comparison['is']) => compared.filter(({ is }) => is === what).length;
  const [added, same, copied] = [countOf('new'), countOf('same'), countOf('other')];
  return { ...NOTHING, kind, added, same, copied, calibrations };
}

/** Takes over what is not set here, and calibrations that are newer. Resolves to how many of them. */
async function mergeSettings(
  transaction: Writing,
  { next, calibrations, name }: ArchivedSettings,
): Promise<number> {
  const store = transaction.objectStore('settings');
  if (next && !(await store.get('next'))) await store.put(next, 'next');
  if (name !== '' && !(await store.get('name'))) await store.put(name, 'name');
  // What stands under a name was written under it.
  const here = ((await store.get('calibrations')) ?? []) as readonly Calibration[];
  const newer = calibrations.filter((each) => {
    const known = calibrationFor(here, each);
    return !known || Date.parse(each.madeAt) > Date.parse(known.madeAt);
  });
  const merged = newer.reduce(
    (all: readonly Calibration[], each) => withCalibration(all, each),
    here,
  );
  if (newer.length > 0) await store.put(merged, 'calibrations');
  return newer.length;
}

/** Keeps the sets of an audit, apart from the person's own. What has been said of them in an audit that is open already stays. */
async function importAudit(
  database: Database,
  { id, from, writtenAt, omitted }: Omit<AuditFile, 'sets'>,
  sets: readonly ReadSet[],
): Promise<Imported> {
  const known = await readAudit(database, id);
  const saidOf = ({ set }: ReadSet) => {
    const said = known?.sets.find((each) => each.set.id === set.id);
    return { set, written: said?.written ?? [], plan: said?.plan ?? null };
  };
  const audit: Audit = {
    id,
    from,
    sentAt: writtenAt,
    openedAt: isoWithOffset(new Date()),
    answeredAt: known?.answeredAt ?? null,
    omitted,
    sets: sets.map(saidOf).sort((a, b) => Date.parse(a.set.addedAt) - Date.parse(b.set.addedAt)),
  };
  await writeTo(database, AUDIT_STORES, (transaction) =>
    Promise.all([
      transaction.objectStore('audits').put(audit),
      ...sets.map(({ set, bytes }) =>
        transaction.objectStore('auditRecordings').put(bytes, [id, set.id]),
      ),
    ]),
  );
  return { ...NOTHING, kind: 'audit', audit: id, added: sets.length };
}

/** Puts what a coach said beside the sets it was said of. The recordings are not in the transaction. */
async function importAnswer(database: Database, answer: Answer): Promise<Imported> {
  const merged: string[] = [];
  const unknown: string[] = [];
  await writeTo(database, ['sets'], async (transaction) => {
    const store = transaction.objectStore('sets');
    for (const said of answer.answers) {
      const set = await store.get(said.set);
      if (set) await store.put(answered(set, said, answer));
      (set ? merged : unknown).push(set ? set.id : said.title);
    }
  });
  return { ...NOTHING, kind: 'answer', merged, unknown };
}

function answered(set: StoredSet, { comments, plan }: Answered, answer: Answer): StoredSet {
  const proposal: Proposal | null = plan && {
    plan,
    author: answer.from,
    proposedAt: answer.writtenAt,
    answer: 'open',
  };
  // Nobody's words are replaced by another's.
  const authors = new Map(set.comments.map(({ id, author }) => [id, author]));
  const theirs = comments.filter(({ id, author }) => (authors.get(id) ?? author) === author);
  return {
    ...set,
    comments: mergeComments(set.comments, theirs),
    proposal: laterProposal(set.proposal, proposal),
  };
}
