import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { sessionsOf, SESSION_GAP_ms } from '$lib/guide/history/sessions';

const itself = (time_ms: number) => time_ms;

it('parts sets where three hours lie between them, forwards and backwards', () => {
  const hours = [0, 1, 2.9, 5.9, 6.5, 24].map((hour) => hour * 3_600_000);
  const sizes = (sessions: number[][]) => sessions.map(({ length }) => length);
  // From 2.9 to 5.9 it is exactly three hours.
  expect(sizes(sessionsOf(hours, itself))).toEqual([3, 2, 1]);
  expect(sizes(sessionsOf([...hours].reverse(), itself))).toEqual([1, 2, 3]);
  expect(sessionsOf([], itself)).toEqual([]);
});

test.prop([fc.array(fc.integer({ min: 0, max: 5e8 }))])(
  'keeps every set, in its order',
  (times) => {
    const inOrder = times.sort((a, b) => a - b);
    const sessions = sessionsOf(inOrder, itself);
    expect(sessions.flat()).toEqual(inOrder);
    for (const [i, session] of sessions.entries()) {
      const before = sessions[i - 1]?.at(-1);
      if (before !== undefined) expect(session[0] - before).toBeGreaterThanOrEqual(SESSION_GAP_ms);
    }
  },
);
