/** What is known of a coefficient beforehand: zero, with this standard deviation. */
export interface Column {
  values: ArrayLike<number>;
  priorSd: number;
}

/**
 * Coefficients c that bring Σ cⱼ·columnⱼ closest to `target` over the given rows, each row with noise
 * of `noiseSd`, each coefficient drawn towards zero by its prior (Bayesian linear regression): what
 * the rows cannot tell apart goes to the column that may be larger. For a handful of columns.
 */
export function leastSquares(
  columns: readonly Column[],
  target: ArrayLike<number>,
  rows: ArrayLike<number>,
  noiseSd: number,
): Float64Array {
  const m = columns.length;
  // In units of the priors every coefficient has variance 1, and the matrix is well scaled.
  const matrix = columns.map((_, r) => new Float64Array(m + 1).fill(0).with(r, noiseSd * noiseSd));
  for (let i = 0; i < rows.length; i++) {
    const k = rows[i];
    for (let r = 0; r < m; r++) {
      const left = columns[r].values[k] * columns[r].priorSd;
      for (let c = 0; c < m; c++) matrix[r][c] += left * columns[c].values[k] * columns[c].priorSd;
      matrix[r][m] += left * target[k];
    }
  }
  return solve(matrix).map((c, j) => c * columns[j].priorSd);
}

/** Gaussian elimination with pivoting of a positive definite system, its right side in the last column. */
export function solve(matrix: Float64Array[]): Float64Array {
  const m = matrix.length;
  for (let column = 0; column < m; column++) {
    let pivot = column;
    for (let r = column + 1; r < m; r++) {
      if (Math.abs(matrix[r][column]) > Math.abs(matrix[pivot][column])) pivot = r;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot], matrix[column]];
    for (let r = 0; r < m; r++) {
      if (r === column) continue;
      const factor = matrix[r][column] / matrix[column][column];
      for (let c = column; c <= m; c++) matrix[r][c] -= factor * matrix[column][c];
    }
  }
  return Float64Array.from(matrix, (row, r) => row[m] / row[r]);
}
