import { error } from '@sveltejs/kit';
import { readAuditSamples } from '$lib/store/audit';
import { StoreError } from '$lib/store/database';
import { pastOf } from '$lib/store/past';
import { auditWords } from '$lib/ui/words/archive';
import { failureWords } from '$lib/ui/words/failure';
import { loadAudit } from '../../load-audit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
  const { database } = await parent();
  const loaded = await loadAudit(database, params.id);
  const sets = loaded.audit.sets.map(({ set }) => set);
  const set = sets.find(({ id }) => id === params.set);
  if (!set) error(404, auditWords.notFound);
  try {
    const recording = await readAuditSamples(loaded.database, [params.id, params.set]);
    // What came before is what the athlete sent, and none of the coach's own.
    return { ...loaded, set, recording, past: pastOf(sets, set) };
  } catch (cause) {
    if (cause instanceof StoreError) error(500, failureWords.damaged);
    throw cause;
  }
};
