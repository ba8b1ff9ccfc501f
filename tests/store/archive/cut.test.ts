import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cutArchive } from '$lib/store/archive/cut';

/** A file whose stream gives pieces of so many bytes. */
function inPieces(text: string, size: number): Blob {
  const file = new Blob([text]);
  const bytes = new TextEncoder().encode(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  );
  file.stream = () =>
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
  return file;
}

async function cut(file: Blob) {
  const { head, sets } = await cutArchive(file);
  const parse = async (piece: Blob): Promise<unknown> => JSON.parse(await piece.text());
  return { head: await parse(head), sets: await Promise.all(sets.map(parse)) };
}

const nested = fc.object({ key: fc.string({ unit: 'binary' }), maxDepth: 3 });
const head = nested.filter((value) => !Object.hasOwn(value, 'sets'));

test.prop([
  head,
  fc.array(nested, { maxLength: 4 }),
  fc.constantFrom(undefined, 2, '\t'),
  fc.integer({ min: 1, max: 40 }),
])(
  'takes the sets out of any JSON, wherever they stand in it and its chunks end',
  async (rest, sets, space, size) => {
    for (const value of [
      { ...rest, sets },
      { sets, ...rest },
    ]) {
      const text = JSON.stringify(value, null, space);
      const plain = JSON.parse(text) as typeof value;
      expect(await cut(inPieces(text, size))).toEqual({
        head: { ...plain, sets: [] },
        sets: plain.sets,
      });
    }
  },
);

describe('an archive is taken apart', () => {
  it('with a byte order mark, as some editors write it', async () => {
    const { sets } = await cutArchive(new Blob(['\uFEFF{"sets":[{"a":1}]}']));
    expect(await sets[0].text()).toBe('{"a":1}');
  });

  it('without being misled by the name elsewhere', async () => {
    const value = { kind: 'sets', deep: { sets: [{ a: 1 }] }, text: '"sets":[{', sets: [{ b: 2 }] };
    const { head: rest, sets } = await cut(new Blob([JSON.stringify(value)]));
    expect(sets).toEqual([{ b: 2 }]);
    expect(rest).toEqual({ ...value, sets: [] });
  });

  it.each(['{"sets":[{"a":"b', '{"sets":[{"a":1}', '{"sets":[{"a":1}],"b":"}'])(
    'not when it is cut short: %s',
    async (text) => {
      await expect(cutArchive(new Blob([text]))).rejects.toMatchObject({ code: 'truncated' });
    },
  );

  it.each(['', 'time_s,accel_x_mps2', '[1,2]', '7', '}'])(
    'not when it is none: %s',
    async (text) => {
      await expect(cutArchive(new Blob([text]))).rejects.toMatchObject({ code: 'not-an-archive' });
    },
  );

  it.each(['{"sets":[7]}', '{"sets":["a"]}', '{"sets":[[1]]}'])(
    'not when a set is no object: %s',
    async (text) => {
      await expect(cutArchive(new Blob([text]))).rejects.toMatchObject({
        code: 'wrong-field',
        fault: { path: 'sets' },
      });
    },
  );
});
