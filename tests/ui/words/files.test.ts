import { expect, it } from 'vitest';
import { chosen } from '../../locale/chosen';
import { refusalWords } from '$lib/ui/words/files';

const MESSAGE = 'No column of times is among ax_g, ay_g.';

it('says in English what the reader says', () => {
  expect(refusalWords('no-time', MESSAGE)).toEqual({ text: MESSAGE, detail: null });
});

it('says it in German, and adds the reader’s sentence', async () => {
  const german = await chosen({ language: 'de' }, () => import('$lib/ui/words/files'));
  expect(german.refusalWords('no-time', MESSAGE)).toEqual({
    text: 'Es fehlt eine Spalte mit Zeiten, die voranschreiten.',
    detail: MESSAGE,
  });
});
