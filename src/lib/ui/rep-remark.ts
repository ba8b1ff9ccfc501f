import type { Rep } from '$lib/core/sled/report';
import { repWords } from './words/reps';

/** "partial, doubtful": what is to be said of a rep beside its figures; empty for nothing. */
export function repRemark({ kind, quality }: Pick<Rep, 'kind' | 'quality'>): string {
  return [
    kind === 'partial' ? repWords.partial : null,
    quality === 'doubtful' ? repWords.doubtful : null,
  ]
    .filter((word) => word !== null)
    .join(', ');
}
