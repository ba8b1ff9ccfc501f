import { error } from '@sveltejs/kit';
import { readAudit } from '$lib/store/audit';
import type { Database } from '$lib/store/database';
import { readSetting } from '$lib/store/settings';
import { auditWords } from '$lib/ui/words/archive';
import { failureWords } from '$lib/ui/words/failure';

/** An audit and who looks at it. Throws the error page's error where there is none. */
export async function loadAudit(database: Database | null, id: string) {
  if (!database) error(503, failureWords.unavailable);
  const audit = await readAudit(database, id);
  if (!audit) error(404, auditWords.notFound);
  return { database, audit, name: (await readSetting(database, 'name')) ?? '' };
}
