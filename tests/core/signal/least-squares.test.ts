import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares, solve } from '../../../src/lib/core/signal/least-squares';
import { Random } from '../../../src/lib/core/simulate/random';

const WIDE = 1e4;

const arbitraryRow = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: -9, max: 9 })));
const arbitraryRows = fc.array(arbitraryRow, { minLength: 8, maxLength: 20 });
const every = (rows: readonly unknown[]) => rows.map((_, i) => i);

describe('leastSquares', () => {
  it('gives back what a target was made of', () => {
    const t = Array.from({ length: 50 }, (_, i) => i / 50);
    const columns = [t.map(() => 1), t, t.map((x) => x * x)].map((values) => ({
      values,
      priorSd: WIDE,
    }));
    const target = t.map((x) => 2 - 3 * x + 5 * x * x);
    const fit = leastSquares(columns, target, every(t), 1e-3);
    [2, -3, 5].forEach((expected, j) => expect(fit[j]).toBeCloseTo(expected, 5));
  });

  it('solves its normal equations: the residual, weighed, balances the priors', () => {
    fc.assert(
      fc.property(
        arbitraryRows,
        fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (rows, priorSds, noiseSd) => {
          const columns = priorSds.map((priorSd, j) => ({
            values: rows.map((r) => r[j]),
            priorSd,
          }));
          const target = rows.map((row) => row[3]);
          const fit = leastSquares(columns, target, every(rows), noiseSd);
          columns.forEach(({ values, priorSd }, j) => {
            const pull = values.reduce((sum, value, i) => {
              const fitted = columns.reduce((s, c, m) => s + c.values[i] * fit[m], 0);
              return sum + value * (target[i] - fitted);
            }, 0);
            expect(pull / noiseSd ** 2).toBeCloseTo(fit[j] / priorSd ** 2, 4);
          });
        },
      ),
    );
  });

  it('shrinks a coefficient by the noise over the prior', () => {
    const values = [1, 1, 1, 1];
    // Four readings of 10 with sd 2 against a prior of sd 1: half the information each.
    const [fit] = leastSquares([{ values, priorSd: 1 }], [10, 10, 10, 10], every(values), 2);
    expect(fit).toBeCloseTo(5, 12);
  });

  it('gives what two columns share to the one that may be larger', () => {
    const values = [1, 2, 3, -1];
    const columns = [
      { values, priorSd: 3 },
      { values, priorSd: 1 },
    ];
    const fit = leastSquares(columns, values, every(values), 0.01);
    expect(fit[0] + fit[1]).toBeCloseTo(1, 4);
    expect(fit[0] / fit[1]).toBeCloseTo(9, 4);
  });

  it('looks at the given rows alone', () => {
    const values = [1, 1, 1, 1];
    const target = [3, 1e9, 3, NaN];
    const [fit] = leastSquares([{ values, priorSd: WIDE }], target, [0, 2], 1e-3);
    expect(fit).toBeCloseTo(3, 6);
  });

  it('stays at the prior where there are no rows', () => {
    expect([...leastSquares([{ values: [1], priorSd: 2 }], [5], [], 1)]).toEqual([0]);
  });

  it('errs by no more than its noise allows', () => {
    const random = new Random(4);
    const x = Array.from({ length: 200 }, () => random.normal());
    const target = x.map((value) => 0.7 * value + 0.5 * random.normal());
    const [slope] = leastSquares([{ values: x, priorSd: WIDE }], target, every(x), 0.5);
    expect(Math.abs(slope - 0.7)).toBeLessThan((4 * 0.5) / Math.sqrt(200));
  });
});

describe('solve', () => {
  /** A positive definite matrix, MᵀM + I, with a right side beside it. */
  const arbitrarySystem = fc.integer({ min: 1, max: 6 }).chain((size) =>
    fc
      .tuple(
        fc.array(
          fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
            minLength: size,
            maxLength: size,
          }),
          { minLength: size, maxLength: size },
        ),
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: size, maxLength: size }),
      )
      .map(([m, right]) =>
        right.map((value, r) => [
          ...right.map((__, c) => m.reduce((sum, row) => sum + row[r] * row[c], r === c ? 1 : 0)),
          value,
        ]),
      ),
  );
  const solved = (system: readonly (readonly number[])[]) =>
    solve(system.map((row) => Float64Array.from(row)));

  it('finds what, put in, gives the right side', () => {
    fc.assert(
      fc.property(arbitrarySystem, (system) => {
        const found = solved(system);
        for (const row of system) {
          const left = found.reduce((sum, value, c) => sum + row[c] * value, 0);
          expect(left).toBeCloseTo(row[system.length], 6);
        }
      }),
    );
  });

  it('does not mind in which order the equations come', () => {
    fc.assert(
      fc.property(arbitrarySystem, (system) => {
        const there = solved(system);
        solved(system.toReversed()).forEach((value, c) => expect(value).toBeCloseTo(there[c], 6));
      }),
    );
  });

  it('keeps a right side of zeros zero, and has no answer to no question', () => {
    expect([...solved([[4, 1, 0], [1, 3, 0]])].map(Math.abs)).toEqual([0, 0]); // prettier-ignore
    expect(solved([])).toHaveLength(0);
  });

  it('holds where one equation is a million times the size of another', () => {
    const [x, y] = solved([[1e6, 1, 2e6 + 3], [1, 1, 5]]); // prettier-ignore
    expect(x).toBeCloseTo(2, 9);
    expect(y).toBeCloseTo(3, 9);
  });
});
