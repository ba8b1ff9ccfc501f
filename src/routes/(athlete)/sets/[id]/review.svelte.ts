import { writeCsv } from '$lib/core/file/csv';
import type { Recording } from '$lib/core/recording';
import type { Rep } from '$lib/core/sled/report';
import type { Exclusion, ExclusionReason, Setup } from '$lib/core/sled/setup';
import type { Entered } from '$lib/guide/entered';
import type { PastSet } from '$lib/guide/rules/rule';
import type { Brief } from '$lib/store/brief';
import type { Comment } from '$lib/store/comment';
import { StoreError, type Database, type StoreErrorCode } from '$lib/store/database';
import { nextAsProposed, type Proposal, type ProposalAnswer } from '$lib/store/proposal';
import { changeSet, type StoredSet } from '$lib/store/sets';
import { keepSetting, readSetting } from '$lib/store/settings';
import { setTitle } from '$lib/ui/set-title';
import { Reviewed } from '../reviewed.svelte';
import {
  editOf,
  NO_EDITS,
  redone,
  undone,
  withEdit,
  type Changeable,
  type EditKind,
  type Step,
  type Trail,
} from './edits';

/**
 * A stored set under review, and what may be changed about it: everything but the recording. A change
 * holds at once and is kept at once; each can be undone for as long as the page lives.
 */
export class Review {
  readonly reviewed: Reviewed;
  trail = $state.raw<Trail>(NO_EDITS);
  /** Why the last change could not be kept; it holds on this page all the same. */
  failure = $state.raw<StoreErrorCode | null>(null);
  readonly #database: Database;

  constructor(
    database: Database,
    { set, recording, past }: { set: StoredSet; recording: Recording; past: readonly PastSet[] },
  ) {
    this.#database = database;
    this.reviewed = new Reviewed(set, recording, past);
  }

  get set(): StoredSet {
    return this.reviewed.set;
  }

  /** Gives the set another name; an empty one leaves the old. */
  async rename(title: string): Promise<void> {
    const trimmed = title.trim();
    if (trimmed === '' || trimmed === setTitle(this.set)) return;
    await this.#edit('rename', { title: trimmed });
  }

  /** Reads the set with other settings. */
  async read(kind: EditKind, setup: Partial<Setup>): Promise<void> {
    await this.#edit(kind, { setup: { ...this.set.setup, ...setup } });
  }

  /** Counts a rep no longer; the recording keeps it. */
  async exclude({ lower, press }: Rep, reason: ExclusionReason): Promise<void> {
    const stretch = { start_s: (lower ?? press).start_s, end_s: press.end_s, reason };
    const excluded = [...this.set.setup.excluded, stretch];
    await this.read(reason === 'removed' ? 'remove-rep' : 'un-rack', { excluded });
  }

  /** Lets a stretch count again. */
  async restore(stretch: Exclusion): Promise<void> {
    const excluded = this.set.setup.excluded.filter((each) => each !== stretch);
    await this.read('restore', { excluded });
  }

  /** Holds the set against another plan, with what was lifted and how it is read by it. */
  async ask(brief: Partial<Brief>): Promise<void> {
    await this.#edit('plan', brief);
  }

  /** Keeps what a person says of the set. */
  async enter(kind: EditKind, entered: Partial<Entered>): Promise<void> {
    await this.#edit(kind, { entered: { ...this.set.entered, ...entered } });
  }

  /** How the person calls themselves, beside what they write. */
  async introduce(name: string): Promise<void> {
    await this.#try(() => keepSetting(this.#database, 'name', name));
  }

  /** Keeps what was written to the set. */
  async comment(comments: readonly Comment[]): Promise<void> {
    await this.#keep({ comments });
  }

  /** Accepts for the next set what a coach proposes, or declines it. This set is judged as before. */
  async answer(proposal: Proposal, answer: ProposalAnswer): Promise<void> {
    if (answer === 'accepted') {
      await this.#try(async () => {
        const next = await readSetting(this.#database, 'next');
        const accepted = nextAsProposed(proposal.plan, { next, set: this.set });
        await keepSetting(this.#database, 'next', accepted);
      });
    }
    if (answer !== 'accepted' || this.failure === null)
      await this.#keep({ proposal: { ...proposal, answer } });
  }

  async undo(): Promise<void> {
    await this.#go(undone(this.trail));
  }

  async redo(): Promise<void> {
    await this.#go(redone(this.trail));
  }

  /** Tries again to keep what could not be kept. */
  async keepAgain(): Promise<void> {
    await this.#keep({});
  }

  /** The recording as canonical CSV. */
  csv(): string {
    return writeCsv(this.reviewed.recording);
  }

  async #edit(kind: EditKind, fields: Partial<Changeable>): Promise<void> {
    this.trail = withEdit(this.trail, editOf(this.set, kind, fields));
    await this.#keep(fields);
  }

  async #go(step: Step | null): Promise<void> {
    if (!step) return;
    this.trail = step.trail;
    await this.#keep(step.fields);
  }

  async #keep(fields: Partial<StoredSet>): Promise<void> {
    const { reviewed } = this;
    reviewed.set = { ...reviewed.set, ...fields };
    reviewed.set = { ...reviewed.set, summary: reviewed.summary };
    await this.#try(() => changeSet(this.#database, reviewed.set));
  }

  async #try(write: () => Promise<void>): Promise<void> {
    try {
      await write();
      this.failure = null;
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      this.failure = cause.code;
    }
  }
}
