import { decodeRecording } from '$lib/core/file/binary';
import type { Recording } from '$lib/core/recording';
import type { Plan } from '$lib/guide/plan';
import type { Omission } from './archive/omission';
import type { Comment } from './comment';
import { StoreError, writeTo, type Database } from './database';
import type { StoredSet } from './sets';

/** Sets that someone else lifted and sent to be looked at, and what this person has to say of them. */
export interface Audit {
  /** The file's own: opened again, it is the same audit. */
  readonly id: string;
  /** Who sent it, as they call themselves; may be empty. */
  readonly from: string;
  /** When the file was written, and when it was opened here: ISO 8601 with offset. */
  readonly sentAt: string;
  readonly openedAt: string;
  /** When the answer was given out last; null before. */
  readonly answeredAt: string | null;
  /** What the sender kept to themselves. */
  readonly omitted: readonly Omission[];
  /** In the order they were lifted. */
  readonly sets: readonly AuditedSet[];
}

/** One of its sets: as it was sent, never altered, and what is to go back. */
export interface AuditedSet {
  readonly set: StoredSet;
  readonly written: readonly Comment[];
  /** What to ask from now on, as it is edited; null while nobody edits it. */
  readonly plan: Plan | null;
}

/** The audit's id and the set's. */
export type AuditKey = [audit: string, set: string];

export const AUDIT_STORES = ['audits', 'auditRecordings'] as const;

/** Every audit, the one opened last first. */
export async function listAudits(database: Database | null): Promise<Audit[]> {
  const audits = (await database?.getAll('audits')) ?? [];
  return audits.sort((a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt));
}

/** The audit of that id, null where there is none. */
export async function readAudit(database: Database, id: string): Promise<Audit | null> {
  return (await database.get('audits', id)) ?? null;
}

/** The samples of one of its sets. Rejects with StoreError 'damaged' where they are missing or cannot be decoded. */
export async function readAuditSamples(database: Database, key: AuditKey): Promise<Recording> {
  const bytes = await database.get('auditRecordings', key);
  if (!bytes) throw new StoreError('damaged', `Set ${key[1]} of an audit has lost its recording.`);
  try {
    return decodeRecording(bytes);
  } catch (cause) {
    throw new StoreError('damaged', `The recording of set ${key[1]} cannot be decoded.`, { cause });
  }
}

/** Replaces what is kept about an audit; the samples stay as they are. Rejects with StoreError. */
export async function changeAudit(database: Database, audit: Audit): Promise<void> {
  await writeTo(database, ['audits'], (transaction) =>
    transaction.objectStore('audits').put(audit),
  );
}

/** Deletes an audit with its samples. Rejects with StoreError. */
export async function removeAudit(database: Database, id: string): Promise<void> {
  await writeTo(database, AUDIT_STORES, (transaction) =>
    Promise.all([
      transaction.objectStore('audits').delete(id),
      transaction.objectStore('auditRecordings').delete(recordingsOf(id)),
    ]),
  );
}

/** The plan that is to go back; null where it asks nothing else than was asked of the set. */
export function proposedPlan({ set, plan }: AuditedSet): Plan | null {
  return plan && JSON.stringify(plan) !== JSON.stringify(set.plan) ? plan : null;
}

/** Whether there is anything of the set to go back. */
export function isAnswered(audited: AuditedSet): boolean {
  return audited.written.length > 0 || proposedPlan(audited) !== null;
}

/** The audit with something else to say of one of its sets. */
export function withAudited(
  audit: Audit,
  set: string,
  change: Partial<Pick<AuditedSet, 'written' | 'plan'>>,
): Audit {
  return {
    ...audit,
    sets: audit.sets.map((each) => (each.set.id === set ? { ...each, ...change } : each)),
  };
}

function recordingsOf(audit: string): IDBKeyRange {
  return IDBKeyRange.bound([audit], [audit, []]);
}
