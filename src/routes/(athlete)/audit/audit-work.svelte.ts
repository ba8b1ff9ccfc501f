import type { Plan } from '$lib/guide/plan';
import { answerTo } from '$lib/store/archive/write';
import {
  changeAudit,
  isAnswered,
  withAudited,
  type Audit,
  type AuditedSet,
} from '$lib/store/audit';
import { withComment, withoutComment, type Comment } from '$lib/store/comment';
import { StoreError, type Database, type StoreErrorCode } from '$lib/store/database';
import { isoWithOffset } from '$lib/store/sets';
import { keepSetting } from '$lib/store/settings';

/** What a coach says of somebody's sets: kept at every change, and given out as a file. */
export class AuditWork {
  audit: Audit;
  name: string;
  /** Why the last change could not be kept; it holds on this page all the same. */
  failure = $state.raw<StoreErrorCode | null>(null);
  readonly #database: Database;

  constructor(database: Database, { audit, name }: { audit: Audit; name: string }) {
    this.#database = database;
    this.audit = $state.raw(audit);
    this.name = $state(name);
  }

  /** Whether there is anything to send. */
  get hasSaid(): boolean {
    return this.audit.sets.some(isAnswered);
  }

  /** One of its sets with what was said of it; null where there is none of that id. */
  ofSet(id: string): AuditedSet | null {
    return this.audit.sets.find(({ set }) => set.id === id) ?? null;
  }

  /** Adds a comment, or writes it anew. */
  async write(set: string, comment: Comment): Promise<void> {
    const written = withComment(this.ofSet(set)?.written ?? [], comment);
    await this.#keep(withAudited(this.audit, set, { written }));
  }

  async erase(set: string, comment: Comment): Promise<void> {
    const written = withoutComment(this.ofSet(set)?.written ?? [], comment);
    await this.#keep(withAudited(this.audit, set, { written }));
  }

  /** Proposes a plan for the next time; null takes it back. */
  async propose(set: string, plan: Plan | null): Promise<void> {
    await this.#keep(withAudited(this.audit, set, { plan }));
  }

  async rename(name: string): Promise<void> {
    this.name = name.trim();
    await this.#try(() => keepSetting(this.#database, 'name', this.name));
  }

  /** The answer as a file. */
  answer(): Blob {
    return answerTo(this.audit, this.name);
  }

  /** The answer has been given out. */
  async answered(): Promise<void> {
    await this.#keep({ ...this.audit, answeredAt: isoWithOffset() });
  }

  async #keep(audit: Audit): Promise<void> {
    this.audit = audit;
    await this.#try(() => changeAudit(this.#database, audit));
  }

  async #try(keep: () => Promise<void>): Promise<void> {
    try {
      await keep();
      this.failure = null;
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      this.failure = cause.code;
    }
  }
}
