import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

/*
 * Vitest compares a column number by number, which for a recording takes seconds. Where two columns are the same to
 * the last bit, Node says so at once; where they are not, Vitest goes through them as ever and says what differs.
 */
expect.addEqualityTesters([
  (one: unknown, other: unknown) =>
    ArrayBuffer.isView(one) && ArrayBuffer.isView(other) && isDeepStrictEqual(one, other)
      ? true
      : undefined,
]);
