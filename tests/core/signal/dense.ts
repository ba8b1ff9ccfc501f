/** Plain dense matrices, row by row: slow and obvious, to check the clever ones against. */
export type Matrix = number[][];

export function identity(n: number): Matrix {
  return Array.from({ length: n }, (_, r) => Array.from({ length: n }, (_, c) => Number(r === c)));
}

export function transposed(a: Matrix): Matrix {
  return a[0].map((_, c) => a.map((row) => row[c]));
}

export function sum(a: Matrix, b: Matrix): Matrix {
  return a.map((row, r) => row.map((value, c) => value + b[r][c]));
}

export function product(a: Matrix, b: Matrix): Matrix {
  const columns = transposed(b);
  return a.map((row) =>
    columns.map((column) => row.reduce((total, value, i) => total + value * column[i], 0)),
  );
}

/** Gauss and Jordan, with pivoting. */
export function inverse(a: Matrix): Matrix {
  const n = a.length;
  const rows = a.map((row, r) => [...row, ...identity(n)[r]]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c; r < n; r++) if (Math.abs(rows[r][c]) > Math.abs(rows[pivot][c])) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    const scale = rows[c][c];
    rows[c] = rows[c].map((value) => value / scale);
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r][c];
      rows[r] = rows[r].map((value, k) => value - factor * rows[c][k]);
    }
  }
  return rows.map((row) => row.slice(n));
}
