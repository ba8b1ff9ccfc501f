import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Exchange } from '$lib/devices/models/exchange';
import { fromHex, viewOf } from '../decoder-laws';

const first = (view: DataView) => view.getUint8(0);

describe('questions and answers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A device that answers each question, in hex, before its write is confirmed. */
  function prompt(sent: string[], answers: Record<string, string>) {
    const exchange = new Exchange('The sensor', 1000);
    const send = (question: string) => () => {
      sent.push(question);
      if (answers[question]) exchange.heard(viewOf(fromHex(answers[question])));
      return Promise.resolve();
    };
    return { exchange, send };
  }

  it('go one after the other', async () => {
    const sent: string[] = [];
    const { exchange, send } = prompt(sent, { b: '02' });
    const a = exchange.ask('a', send('a'), first);
    const b = exchange.ask('b', send('b'), first);
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toEqual(['a']);
    exchange.heard(viewOf(fromHex('01')));
    expect([await a, await b]).toEqual([1, 2]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('pass over what is no answer', async () => {
    const { exchange, send } = prompt([], {});
    const even = exchange.ask('a', send('a'), (view) =>
      first(view) % 2 === 0 ? first(view) : null,
    );
    await vi.advanceTimersByTimeAsync(1);
    exchange.heard(viewOf(fromHex('03')));
    exchange.heard(viewOf(fromHex('04')));
    expect(await even).toBe(4);
    // Nobody asks any more.
    exchange.heard(viewOf(fromHex('06')));
  });

  it('fail alone: in time where there is no answer, at once where it could not be sent', async () => {
    const { exchange, send } = prompt([], { c: '07' });
    const a = exchange.ask('for its rate', send('a'), first);
    const b = exchange.ask('b', () => Promise.reject(new Error('The link broke.')), first);
    const c = exchange.ask('c', send('c'), first);
    const failed = expect(a).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('within 1 s when asked for its rate') as string,
    });
    const unsent = expect(b).rejects.toThrow('The link broke.');
    await vi.advanceTimersByTimeAsync(1000);
    await failed;
    await unsent;
    expect(await c).toBe(7);
  });
});
