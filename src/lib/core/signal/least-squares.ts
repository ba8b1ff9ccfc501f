/**
 * Coefficients c that bring Σ cⱼ·columnⱼ closest to `target` over the rows `start, start + stride, …`,
 * by normal equations and Gaussian elimination with pivoting; for a handful of well-scaled columns.
 * Null when the columns do not determine them.
 */
export function leastSquares(
  columns: readonly ArrayLike<number>[],
  target: ArrayLike<number>,
  rows: ArrayLike<number>,
): Float64Array | null {
  const m = columns.length;
  const matrix = Array.from({ length: m }, () => new Float64Array(m + 1));
  for (let i = 0; i < rows.length; i++) {
    const k = rows[i];
    for (let r = 0; r < m; r++) {
      for (let c = r; c < m; c++) matrix[r][c] += columns[r][k] * columns[c][k];
      matrix[r][m] += columns[r][k] * target[k];
    }
  }
  for (let r = 0; r < m; r++) for (let c = 0; c < r; c++) matrix[r][c] = matrix[c][r];
  return solve(matrix);
}

function solve(matrix: Float64Array[]): Float64Array | null {
  const m = matrix.length;
  const scale = Math.max(...matrix.map((row, r) => Math.abs(row[r])));
  for (let column = 0; column < m; column++) {
    let pivot = column;
    for (let r = column + 1; r < m; r++) {
      if (Math.abs(matrix[r][column]) > Math.abs(matrix[pivot][column])) pivot = r;
    }
    if (!(Math.abs(matrix[pivot][column]) > 1e-12 * scale)) return null;
    [matrix[column], matrix[pivot]] = [matrix[pivot], matrix[column]];
    for (let r = 0; r < m; r++) {
      if (r === column) continue;
      const factor = matrix[r][column] / matrix[column][column];
      for (let c = column; c <= m; c++) matrix[r][c] -= factor * matrix[column][c];
    }
  }
  return Float64Array.from(matrix, (row, r) => row[m] / row[r]);
}
