import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { planFor, withTarget } from '$lib/guide/plan';
import { NO_BRIEF } from '$lib/store/brief';
import { mergeComments, type Comment } from '$lib/store/comment';
import { laterProposal, nextAsProposed, type Proposal } from '$lib/store/proposal';
import { storedSet } from './stored-set';

/** Few ids and minutes, so that they meet. What was written once has one text for its id and minute. */
const comment = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), minute: fc.integer({ min: 10, max: 13 }) })
  .map(({ id, minute }): Comment => {
    const writtenAt = `2026-11-20T18:${minute}:00+01:00`;
    return { id, author: 'Kim', writtenAt, text: `${id} at ${minute}`, about: { kind: 'set' } };
  });
const comments = fc.array(comment).map((each) => mergeComments([], each));

test.prop([comments, comments, comments])(
  'comments merge to the same, whatever comes first and however often',
  (a, b, c) => {
    const merged = mergeComments(mergeComments(a, b), c);
    expect(mergeComments(a, mergeComments(b, c))).toEqual(merged);
    expect(mergeComments(mergeComments(c, b), a)).toEqual(merged);
    expect(mergeComments(merged, b)).toEqual(merged);
    expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
  },
);

test.prop([comments, comments])('no comment is lost, and the later wording stands', (a, b) => {
  const merged = mergeComments(a, b);
  for (const one of [...a, ...b]) {
    const stands = merged.find(({ id }) => id === one.id);
    expect(Date.parse(stands?.writtenAt ?? '')).toBeGreaterThanOrEqual(Date.parse(one.writtenAt));
  }
  const times = merged.map(({ writtenAt }) => Date.parse(writtenAt));
  expect(times).toEqual(times.toSorted((x, y) => x - y));
});

it('keeps the later proposal, and an answer that was given to it', () => {
  const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');
  const sent: Proposal = {
    plan,
    author: 'Kim',
    proposedAt: '2026-11-20T18:12:00+01:00',
    answer: 'open',
  };
  const declined: Proposal = { ...sent, answer: 'declined' };
  const next: Proposal = { ...sent, proposedAt: '2026-11-21T09:00:00Z' };
  expect(laterProposal(null, sent)).toBe(sent);
  expect(laterProposal(declined, null)).toBe(declined);
  expect(laterProposal(declined, sent)).toBe(declined);
  expect(laterProposal(declined, next)).toBe(next);
  expect(laterProposal(next, sent)).toBe(next);
});

it('starts the next set from an accepted plan, and keeps what is known of it beside', () => {
  const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');
  const slower = withTarget(plan, 'lower', { kind: 'band', low_s: 4, high_s: 5 }, 'coach');
  const load = { load_kg: 120, typedIn: 'kg', includesSled: false } as const;
  const stretch = { start_s: 1, end_s: 2, reason: 'removed' } as const;
  const set = storedSet({
    plan,
    setup: { ...DEFAULT_SETUP, sledPerSensor: 2, excluded: [stretch] },
    entered: { ...NOTHING_ENTERED, load, pain: 3, note: 'Left knee' },
  });
  // Nothing is known of the next set: it is as this one was, but for what is said afterwards.
  expect(nextAsProposed(slower, { next: null, set })).toEqual({
    plan: slower,
    setup: { ...DEFAULT_SETUP, sledPerSensor: 2 },
    entered: { ...NOTHING_ENTERED, load },
  });
  const next = { ...NO_BRIEF, plan, entered: { ...NOTHING_ENTERED, rpe: 7 } };
  expect(nextAsProposed(slower, { next, set })).toEqual({ ...next, plan: slower });
  const other = { ...next, plan: planFor('quad', 'sled-45', 'free') };
  expect(nextAsProposed(slower, { next: other, set }).entered.load).toEqual(load);
});
