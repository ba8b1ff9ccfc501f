/** Resolves after so many milliseconds. */
export function pause(duration_ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, duration_ms));
}
