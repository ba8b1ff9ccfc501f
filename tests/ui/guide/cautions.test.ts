import { describe, expect, it } from 'vitest';
import { VARIATION_IDS } from '$lib/guide/claim';
import { GOALS, type GoalId } from '$lib/guide/goals';
import { VARIATIONS } from '$lib/guide/variations';
import { cautionsOf, needsCoach } from '../../../src/lib/ui/guide/cautions';
import { CAUTION_WORDS } from '../../../src/lib/ui/words/cautions';

const GOAL_IDS = Object.keys(GOALS) as GoalId[];

describe.each(VARIATION_IDS)('the cautions of %s', (id) => {
  it('are all the guide warns with, each once, what has to be agreed to first', () => {
    const { acknowledge, cautions } = VARIATIONS[id];
    for (const goal of GOAL_IDS) {
      const listed = cautionsOf(id, goal);
      expect(listed).toEqual(
        expect.arrayContaining([...acknowledge, ...cautions, ...GOALS[goal].mustCheck]),
      );
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed.slice(0, acknowledge.length)).toEqual(acknowledge);
    }
  });

  it('ask for no check of a goal where none is chosen', () => {
    const { acknowledge, cautions } = VARIATIONS[id];
    const rest = cautionsOf(id, null).filter((row) => ![...acknowledge, ...cautions].includes(row));
    expect(rest.filter((row) => row !== 'K04')).toEqual([]);
  });
});

it('speak of pain in every hamstring press', () => {
  const spoken = VARIATION_IDS.filter((id) => cautionsOf(id, null).includes('K04'));
  expect(spoken).toEqual(VARIATION_IDS.filter((id) => id.startsWith('hamstring')));
});

it('have a word for whom each is, in every language, and no other', () => {
  const all = VARIATION_IDS.flatMap((id) => GOAL_IDS.flatMap((goal) => cautionsOf(id, goal)));
  const ids = [...new Set(all)].toSorted();
  for (const { about } of Object.values(CAUTION_WORDS)) {
    expect(Object.keys(about).toSorted()).toEqual(ids);
  }
});

it('send to a coach for what the guide leaves out, in the reverse press', () => {
  expect(VARIATION_IDS.filter(needsCoach)).toEqual(['reverse', 'reverse-single']);
});
