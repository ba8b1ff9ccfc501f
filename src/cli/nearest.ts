/** The names most like a text, three at most: those it begins first, then the nearest. */
export function nearest(text: string, names: readonly string[]): string[] {
  const far = (name: string) => (name.startsWith(text) ? 0 : edits(text, name));
  return [...names].sort((a, b) => far(a) - far(b)).slice(0, 3);
}

/** How many characters must be put in, taken out or changed to make one text the other (Levenshtein 1966). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
