import { describe, expect, it } from 'vitest';
import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import {
  editOf,
  NO_EDITS,
  redone,
  undone,
  withEdit,
  type Changeable,
  type Edit,
  type Trail,
} from '../../src/routes/(athlete)/sets/[id]/edits';

const set: Changeable = {
  title: 'Tuesday',
  setup: DEFAULT_SETUP,
  plan: null,
  entered: NOTHING_ENTERED,
};
const rename: Edit = editOf(set, 'rename', { title: 'Wednesday' });
const flip: Edit = editOf(set, 'flip', { setup: { ...DEFAULT_SETUP, flip: true } });

/** What undoing or doing again gives; fails where there is nothing. */
function after(step: ReturnType<typeof undone>) {
  if (!step) throw new Error('There is nothing to go back or forth to.');
  return step;
}

describe('an edit', () => {
  it('holds the fields it changes, as they were and as they are, and no other', () => {
    expect(rename).toEqual({
      kind: 'rename',
      before: { title: 'Tuesday' },
      after: { title: 'Wednesday' },
    });
    expect(flip.before).toEqual({ setup: DEFAULT_SETUP });
  });
});

describe('the trail of edits', () => {
  const two: Trail = withEdit(withEdit(NO_EDITS, rename), flip);

  it('is undone from the last to the first, and then no further', () => {
    const once = after(undone(two));
    expect(once.fields).toBe(flip.before);
    const twice = after(undone(once.trail));
    expect(twice.fields).toBe(rename.before);
    expect(undone(twice.trail)).toBeNull();
  });

  it('is done again in the order it was done', () => {
    const back = after(undone(after(undone(two)).trail));
    const first = after(redone(back.trail));
    expect(first.fields).toBe(rename.after);
    const second = after(redone(first.trail));
    expect(second.fields).toBe(flip.after);
    expect(second.trail).toEqual(two);
    expect(redone(second.trail)).toBeNull();
  });

  it('forgets what was undone once something else is done', () => {
    const back = after(undone(two)).trail;
    const other = withEdit(back, editOf(set, 'rename', { title: 'Friday' }));
    expect(redone(other)).toBeNull();
    expect(other.done.map(({ kind }) => kind)).toEqual(['rename', 'rename']);
  });
});
