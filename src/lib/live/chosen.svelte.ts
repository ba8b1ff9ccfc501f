import { StoreError, type Database, type StoreErrorCode } from '$lib/store/database';
import { keepSetting, readSetting, type Settings } from '$lib/store/settings';

/** Settings that are one object of choices. */
type ChoiceName = 'feedback' | 'live';

/** What a person has chosen under a name: the defaults until it is read, and what they change at once. */
export class Chosen<Name extends ChoiceName> {
  value: Settings[Name];
  /** Why the last change is held until the page closes, and no longer; null where it is kept. */
  unkept = $state<StoreErrorCode | null>(null);
  /** Resolves when what was kept has been read. */
  readonly read: Promise<void>;
  readonly #database: Database | null;
  readonly #name: Name;
  #changed: Partial<Settings[Name]> = {};

  constructor(database: Database | null, name: Name, defaults: Settings[Name]) {
    this.#database = database;
    this.#name = name;
    this.value = $state.raw(defaults);
    this.read = this.#read();
  }

  /** Takes other choices, and keeps them in this browser where it can. */
  async change(part: Partial<Settings[Name]>): Promise<void> {
    this.#changed = { ...this.#changed, ...part };
    this.value = { ...this.value, ...part };
    try {
      await this.read;
      await this.#keep();
      this.unkept = null;
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      this.unkept = cause.code;
    }
  }

  async #keep(): Promise<void> {
    if (!this.#database) throw new StoreError('unavailable', 'This browser keeps no choices.');
    await keepSetting(this.#database, this.#name, this.value);
  }

  async #read(): Promise<void> {
    try {
      const kept = await readSetting(this.#database, this.#name);
      if (kept) this.value = { ...this.value, ...kept, ...this.#changed };
    } catch (cause) {
      // The store has just been closed: another version of the program has it, and this page its defaults.
      if (!(cause instanceof DOMException)) throw cause;
    }
  }
}
