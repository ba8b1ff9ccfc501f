import { SensorError } from '../sensor';

/** Commands that a device answers by notification: one question at a time, each with its own answer. */
export class Exchange {
  readonly #who: string;
  readonly #patience_ms: number;
  readonly #todo: string;
  #hear: (view: DataView) => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** `todo`: a sentence for whoever gets no answer. */
  constructor(
    who: string,
    patience_ms: number,
    todo = 'Bring it nearer, switch it off and on, and connect again.',
  ) {
    this.#who = who;
    this.#patience_ms = patience_ms;
    this.#todo = todo;
  }

  /** To be told of every notification that may be an answer. */
  heard(view: DataView): void {
    this.#hear(view);
  }

  /**
   * Sends a question once the one before is done with, and gives what `read` makes of the notifications that
   * follow: the first that is not null. Rejects as `send` does, and with SensorError `unreachable` where no
   * answer comes in time.
   */
  ask<Answer>(
    what: string,
    send: () => Promise<void>,
    read: (view: DataView) => Answer | null,
  ): Promise<Answer> {
    const answer = this.#last.then(() => this.#askNow(what, send, read));
    // Who asked hears of a failure; the next question does not depend on it.
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  #askNow<Answer>(
    what: string,
    send: () => Promise<void>,
    read: (view: DataView) => Answer | null,
  ): Promise<Answer> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return new Promise<Answer>((resolve, reject) => {
      // The answer may overtake the confirmation of the write.
      this.#hear = (view) => {
        const answer = read(view);
        if (answer !== null) resolve(answer);
      };
      timer = setTimeout(() => reject(this.#unanswered(what)), this.#patience_ms);
      send().catch(reject);
    }).finally(() => {
      clearTimeout(timer);
      this.#hear = () => undefined;
    });
  }

  #unanswered(what: string): SensorError {
    return new SensorError(
      'unreachable',
      `${this.#who} did not answer within ${this.#patience_ms / 1000} s when asked ${what}. ${this.#todo}`,
    );
  }
}
