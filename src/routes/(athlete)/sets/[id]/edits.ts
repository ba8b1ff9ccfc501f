import type { StoredSet } from '$lib/store/sets';

/** What a person may change about a set. Its samples are not among it, and what was written to it is never undone. */
export type Changeable = Pick<StoredSet, 'title' | 'setup' | 'plan' | 'entered'>;

/** What kind of change it was, for the words of its undoing. */
export type EditKind =
  | 'rename'
  | 'remove-rep'
  | 'un-rack'
  | 'restore'
  | 'min-travel'
  | 'flip'
  | 'cable'
  | 'plan'
  | 'effort'
  | 'pain'
  | 'note'
  | 'rating';

/** One change, with what it takes to go back and forth. Both sides name the same fields. */
export interface Edit {
  readonly kind: EditKind;
  readonly before: Partial<Changeable>;
  readonly after: Partial<Changeable>;
}

/** What was done, and what was undone and can be done again; the last one last. */
export interface Trail {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

export const NO_EDITS: Trail = { done: [], undone: [] };

/** The change of these fields of a set. */
export function editOf(set: Changeable, kind: EditKind, after: Partial<Changeable>): Edit {
  const before: Partial<Changeable> = {
    ...('title' in after ? { title: set.title } : {}),
    ...('setup' in after ? { setup: set.setup } : {}),
    ...('plan' in after ? { plan: set.plan } : {}),
    ...('entered' in after ? { entered: set.entered } : {}),
  };
  return { kind, before, after };
}

/** The trail after a change; what was undone before it is gone. */
export function withEdit({ done }: Trail, edit: Edit): Trail {
  return { done: [...done, edit], undone: [] };
}

/** The trail with its last change undone, and the fields as they were; null where there is none. */
export function undone({ done, undone: later }: Trail): Step | null {
  const edit = done.at(-1);
  if (!edit) return null;
  return { trail: { done: done.slice(0, -1), undone: [...later, edit] }, fields: edit.before };
}

/** The trail with the change that was undone last done again; null where there is none. */
export function redone({ done, undone: later }: Trail): Step | null {
  const edit = later.at(-1);
  if (!edit) return null;
  return { trail: { done: [...done, edit], undone: later.slice(0, -1) }, fields: edit.after };
}

export interface Step {
  readonly trail: Trail;
  readonly fields: Partial<Changeable>;
}
