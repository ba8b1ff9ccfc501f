/** Values in the smoother's state. Its products are written out, as a loop over them takes twice as long. */
export const STATES = 6;

/** Adds M·v to the values from `place` on, M being the square matrix that begins at `at` and v the vector at `from`. */
export function addProduct(
  matrix: Float64Array,
  at: number,
  vector: Float64Array,
  from: number,
  sums: Float64Array,
  place: number,
): void {
  const a = vector[from];
  const b = vector[from + 1];
  const c = vector[from + 2];
  const d = vector[from + 3];
  const e = vector[from + 4];
  const f = vector[from + 5];
  for (let i = 0; i < STATES; i++) {
    const row = at + i * STATES;
    sums[place + i] =
      sums[place + i] +
      matrix[row] * a +
      matrix[row + 1] * b +
      matrix[row + 2] * c +
      matrix[row + 3] * d +
      matrix[row + 4] * e +
      matrix[row + 5] * f;
  }
}

/** `product` ← rᵀ·M, r being the row that begins at `at` and M a square matrix. */
export function multiplyRow(
  rows: Float64Array,
  at: number,
  matrix: Float64Array,
  product: Float64Array,
): void {
  const a = rows[at];
  const b = rows[at + 1];
  const c = rows[at + 2];
  const d = rows[at + 3];
  const e = rows[at + 4];
  const f = rows[at + 5];
  for (let j = 0; j < STATES; j++) {
    product[j] =
      a * matrix[j] +
      b * matrix[j + STATES] +
      c * matrix[j + 2 * STATES] +
      d * matrix[j + 3 * STATES] +
      e * matrix[j + 4 * STATES] +
      f * matrix[j + 5 * STATES];
  }
}
