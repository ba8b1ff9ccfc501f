import type { Rep } from '$lib/core/sled/report';
import type { Exclusion } from '$lib/core/sled/setup';

/** A row of the table of reps: a rep, or a stretch whose reps do not count. */
export type RepRow =
  | { readonly kind: 'rep'; readonly rep: Rep }
  | { readonly kind: 'excluded'; readonly stretch: Exclusion };

/** Reps and excluded stretches in the order of time. */
export function repRows(reps: readonly Rep[], excluded: readonly Exclusion[]): RepRow[] {
  const rows: RepRow[] = [
    ...reps.map((rep) => ({ kind: 'rep', rep }) as const),
    ...excluded.map((stretch) => ({ kind: 'excluded', stretch }) as const),
  ];
  return rows.sort((a, b) => startOf(a) - startOf(b));
}

function startOf(row: RepRow): number {
  if (row.kind === 'excluded') return row.stretch.start_s;
  return (row.rep.lower ?? row.rep.press).start_s;
}
