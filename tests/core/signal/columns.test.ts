import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRoom } from '../../../src/lib/core/signal/columns';

const KINDS = [Float64Array, Float32Array, Uint16Array, Uint8Array];
const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 });

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('a longer %s', (_, kind) => {
  it('keeps its kind and what is in it, new places zero', () => {
    fc.assert(
      fc.property(bytes, fc.nat(100), (values, length) => {
        const longer = withRoom(kind.from(values), length);
        expect(longer).toBeInstanceOf(kind);
        expect(longer.length).toBeGreaterThanOrEqual(length);
        const zeros = new Array<number>(longer.length - values.length).fill(0);
        expect([...longer]).toEqual([...values, ...zeros]);
      }),
    );
  });

  it('is the column itself where there is room', () => {
    const column = kind.of(1, 2, 3);
    for (const length of [0, 2, 3]) expect(withRoom(column, length)).toBe(column);
  });

  it('leaves the shorter one as it was', () => {
    const column = kind.of(1, 2, 3);
    withRoom(column, 9)[0] = 7;
    expect([...column]).toEqual([1, 2, 3]);
  });
});

it('a column that grows by one value at a time is seldom copied', () => {
  let column = new Float64Array(1);
  let copies = 0;
  for (let length = 1; length <= 10_000; length++) {
    const longer = withRoom(column, length);
    if (longer !== column) copies++;
    column = longer;
  }
  expect(copies).toBeLessThanOrEqual(Math.ceil(Math.log2(10_000)));
});
