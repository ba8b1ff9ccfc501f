type NumberColumn =
  | Float64Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

/**
 * The column itself where it holds at least `length` values, else a copy of at least twice its length, new
 * places zero: appending one value at a time then costs O(1) on average.
 */
export function withRoom<T extends NumberColumn>(column: T, length: number): T {
  if (length <= column.length) return column;
  const type = column.constructor as new (length: number) => T;
  const longer = new type(Math.max(length, 2 * column.length));
  longer.set(column);
  return longer;
}
