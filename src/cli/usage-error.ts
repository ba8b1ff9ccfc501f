/** A wrong call of the program. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
