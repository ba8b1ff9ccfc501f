import { expect, it } from 'vitest';
import { addProduct, multiplyRow, STATES } from '../../../src/lib/core/signal/six-states';
import { product, transposed } from './dense';

const values = (count: number) => Float64Array.from({ length: count }, (_, i) => Math.sin(i + 1));

it('adds the product of a matrix and a vector, and multiplies a row by a matrix', () => {
  const matrix = values(STATES * STATES + 2);
  const rows = Array.from({ length: STATES }, (_, i) => [
    ...matrix.subarray(2 + STATES * i, 2 + STATES * (i + 1)),
  ]);
  const vector = values(STATES + 1);
  const column = [...vector.subarray(1)].map((value) => [value]);

  const sums = new Float64Array(STATES + 3).fill(1);
  addProduct(matrix, 2, vector, 1, sums, 3);
  expect([...sums.subarray(0, 3)]).toEqual([1, 1, 1]);
  product(rows, column).forEach(([value], i) => expect(sums[3 + i]).toBeCloseTo(1 + value, 12));

  const row = new Float64Array(STATES);
  multiplyRow(vector, 1, matrix.subarray(2), row);
  product(transposed(column), rows)[0].forEach((value, i) => expect(row[i]).toBeCloseTo(value, 12));
});
