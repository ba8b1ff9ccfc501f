import {
  eventsSince,
  NOTHING_TOLD,
  toldBy,
  type LiveEvent,
  type Moment,
  type Told,
} from './events';

export type EventListener = (event: LiveEvent) => void;

/** Tells whoever listens what happens in a set, each thing once. */
export class Herald {
  readonly #listeners = new Set<EventListener>();
  #told: Told = NOTHING_TOLD;

  /** From now on the listener hears every event. Returns what ends that. */
  hear(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Tells what has happened since the last moment. */
  follow(moment: Moment): void {
    const { events, told } = eventsSince(this.#told, moment);
    this.#told = told;
    for (const event of events) this.tell(event);
  }

  /** What there is at this moment counts as told. */
  passOver(moment: Moment): void {
    this.#told = toldBy(moment);
  }

  /** A new set. */
  forget(): void {
    this.#told = NOTHING_TOLD;
  }
}
