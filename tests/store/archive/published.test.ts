import 'fake-indexeddb/auto';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fc, test } from '@fast-check/vitest';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { answer, archive, audit, backup } from '$lib/store/archive/archive-schema';
import { importArchive } from '$lib/store/archive/import';
import {
  answerTo,
  archiveForAudit,
  archiveOf,
  archiveOfEverything,
} from '$lib/store/archive/write';
import { plan, tolerances } from '$lib/store/archive/plan-schema';
import { brief, comment, recording, set } from '$lib/store/archive/set-schema';
import { readAudit, withAudited } from '$lib/store/audit';
import { openDatabase, type Database } from '$lib/store/database';
import * as any from './any-set';

const PUBLISHED = new URL('../../../static/schema/archive-1.json', import.meta.url);

/** The published schema: as the program's own says it, without what JSON Schema cannot say. */
async function published(): Promise<string> {
  const schema = toJsonSchema(archive, {
    target: 'draft-2020-12',
    typeMode: 'input',
    ignoreActions: ['check', 'readonly'],
    definitions: { backup, audit, answer, set, brief, plan, tolerances, comment, recording },
  });
  const { $schema, ...says } = schema;
  const about = {
    $schema,
    title: 'Sledtrace archive, version 1',
    description:
      'Sets of a leg press with their recordings, what was asked and what people said. One JSON file, its name ending in .sledtrace.json.',
  };
  const layout = await resolveConfig(PUBLISHED);
  return format(JSON.stringify({ ...about, ...says }), { ...layout, parser: 'json' });
}

const text = await published();
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
const validate = ajv.compile(JSON.parse(text) as object);

async function faultsOf(file: Blob): Promise<unknown> {
  return validate(JSON.parse(await file.text())) ? [] : validate.errors;
}

async function keep(
  database: Database,
  { set, bytes }: { set: { id: string }; bytes: Uint8Array },
) {
  await database.put('sets', set as never);
  await database.put('recordings', bytes, set.id);
}

it('the published schema is the program’s own', async () => {
  // With -u it is written anew.
  await expect(text).toMatchFileSnapshot(PUBLISHED.pathname);
});

test.prop([any.keptSet, any.entered, any.plan, any.comment], { numRuns: 15 })(
  'every kind of archive keeps to the published schema',
  async (kept, said, asked, remark) => {
    const database = await openDatabase(`published-${Math.random()}`);
    await keep(database, kept);
    await database.put('settings', { setup: kept.set.setup, plan: asked, entered: said }, 'next');
    const chosen = await archiveOf(database, [kept.set], { omitted: ['note', 'pain'] });
    expect(await faultsOf(chosen.file)).toEqual([]);
    expect(await faultsOf((await archiveOfEverything(database)).file)).toEqual([]);
    const sent = await archiveForAudit(database, [kept.set], { from: 'Ada' });
    expect(await faultsOf(sent.file)).toEqual([]);

    const { audit: id } = await importArchive(database, sent.file);
    const opened = await readAudit(database, id ?? '');
    if (!opened) throw new Error('The audit was not kept.');
    const answered = withAudited(opened, kept.set.id, { written: [remark], plan: asked });
    expect(await faultsOf(answerTo(answered, 'Kim'))).toEqual([]);
    database.close();
  },
);

test.prop([any.keptSet, fc.constantFrom('title', 'setup', 'plan', 'entered', 'recording')], {
  numRuns: 10,
})('and the published schema refuses what is not', async (kept, field) => {
  const database = await openDatabase(`published-${Math.random()}`);
  await keep(database, kept);
  const { file } = await archiveOf(database, [kept.set]);
  const archived = JSON.parse(await file.text()) as { sets: Record<string, unknown>[] };
  archived.sets[0][field] = 7;
  expect(validate(archived)).toBe(false);
  database.close();
});
