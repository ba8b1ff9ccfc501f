/*
 * Which page has which recording in hand, so that no other page offers to resume it. A Web Lock where
 * there is one: the browser frees it when its page dies, however it dies. Without (a page that is not
 * secure, as on a gym's own network) pages ask each other; one that died does not answer.
 */

/** A recording in this page's hand. */
export interface Hold {
  /** Resolves once other pages can take it. */
  release(): Promise<void>;
}

const LOCK_PREFIX = 'sledtrace-recording-';
const CHANNEL = 'sledtrace-recordings';
/** A question, where the answers are ids. */
const WHO_HOLDS = 'who-holds?';
/** A living page answers within this time, also a hidden one (messages are not slowed as timers are) and a busy one, ms. */
const ANSWER_ms = 1500;

/** Takes a recording in hand that no other page can know of yet. */
export async function holdNew(id: string): Promise<Hold> {
  const locks = lockManager();
  if (!locks) return answerFor(id);
  const hold = await lock(locks, id);
  if (!hold) throw new Error(`The new recording ${id} is held already.`);
  return hold;
}

/** Takes a recording in hand; null where another page has it. */
export async function holdIfFree(id: string): Promise<Hold | null> {
  const locks = lockManager();
  if (locks) return lock(locks, id);
  return (await ask([id])).has(id) ? null : answerFor(id);
}

/** Which of these recordings a page has in hand, this one or another. */
export async function heldAmong(ids: readonly string[]): Promise<Set<string>> {
  const locks = lockManager();
  if (!locks) return ask(ids);
  const { held = [] } = await locks.query();
  const names = new Set(held.map(({ name }) => name));
  return new Set(ids.filter((id) => names.has(LOCK_PREFIX + id)));
}

function lockManager(): LockManager | undefined {
  return globalThis.navigator?.locks;
}

function lock(locks: LockManager, id: string): Promise<Hold | null> {
  return new Promise((resolve, reject) => {
    const over = locks.request(LOCK_PREFIX + id, { ifAvailable: true }, (granted) => {
      if (!granted) return resolve(null);
      return new Promise<void>((free) => {
        const release = async () => {
          free();
          await over;
        };
        resolve({ release });
      });
    });
    over.catch(reject);
  });
}

/** Answers whoever asks, from now on until released. */
function answerFor(id: string): Hold {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === WHO_HOLDS) channel.postMessage(id);
  };
  return {
    release() {
      channel.close();
      return Promise.resolve();
    },
  };
}

/** Which of these a page answers for; waits until all have been answered for, or a dead page's silence is sure. */
async function ask(ids: readonly string[]): Promise<Set<string>> {
  const waiting = new Set(ids);
  const channel = new BroadcastChannel(CHANNEL);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ANSWER_ms);
    channel.onmessage = ({ data }) => {
      waiting.delete(String(data));
      if (waiting.size > 0) return;
      clearTimeout(timer);
      resolve();
    };
    channel.postMessage(WHO_HOLDS);
  });
  channel.close();
  return new Set(ids.filter((id) => !waiting.has(id)));
}
