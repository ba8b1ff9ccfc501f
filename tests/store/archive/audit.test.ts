import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { withTarget, type Plan } from '$lib/guide/plan';
import { importArchive } from '$lib/store/archive/import';
import { answerTo, archiveForAudit, archiveOfEverything } from '$lib/store/archive/write';
import {
  changeAudit,
  listAudits,
  readAudit,
  readAuditSamples,
  removeAudit,
  withAudited,
  type Audit,
} from '$lib/store/audit';
import type { Comment } from '$lib/store/comment';
import type { Database } from '$lib/store/database';
import { listSets, readSamples } from '$lib/store/sets';
import { someRecording } from '../recorded';
import { storedSet } from '../stored-set';
import { emptyStore, storeWith } from './kept';

const remark: Comment = {
  id: 'athletes',
  author: 'Ada',
  writtenAt: '2026-11-20T19:00:00+01:00',
  text: 'The fourth felt deep.',
  about: { kind: 'rep', at_s: 21.5 },
};
const advice: Comment = {
  id: 'coachs',
  author: 'Kim',
  writtenAt: '2026-11-21T09:00:00Z',
  text: 'It was. Stop there.',
  about: { kind: 'span', start_s: 20, end_s: 23 },
};
const entered = { ...NOTHING_ENTERED, pain: 3, note: 'Left knee', rpe: 8 };
const earlier = '2026-11-18T18:12:00+01:00';

function slower({ plan }: { plan: Plan | null }): Plan {
  if (!plan) throw new Error('The set was to have a plan.');
  return withTarget(plan, 'lower', { kind: 'band', low_s: 4, high_s: 5 }, 'coach');
}

/** Two sets of an athlete's, opened by a coach. */
async function opened(omitted: readonly ('note' | 'pain')[] = []) {
  const athlete = await storeWith(
    { id: 'one', entered, comments: [remark] },
    { id: 'two', addedAt: earlier },
  );
  const sets = await athlete.getAll('sets');
  const { file } = await archiveForAudit(athlete, sets, { from: 'Ada', omitted });
  const coach = await emptyStore();
  const { audit } = await importArchive(coach, file);
  return { athlete, coach, file, audit: await theAudit(coach, audit ?? '') };
}

async function theAudit(database: Database, id: string): Promise<Audit> {
  const audit = await readAudit(database, id);
  if (!audit) throw new Error('There is no such audit.');
  return audit;
}

describe('an audit', () => {
  it('is opened apart from the coach’s own sets, with samples and all, the earliest set first', async () => {
    const { coach, audit } = await opened();
    expect(await listSets(coach)).toEqual([]);
    expect(await listAudits(coach)).toEqual([audit]);
    expect(audit).toMatchObject({ from: 'Ada', answeredAt: null });
    expect(audit.sets.map(({ set }) => set.id)).toEqual(['two', 'one']);
    expect(audit.sets[1].set).toEqual(storedSet({ id: 'one', entered, comments: [remark] }));
    const samples = await readAuditSamples(coach, [audit.id, 'one']);
    expect(samples).toEqual(someRecording(0, 20));
    expect((await archiveOfEverything(coach)).sets).toBe(0);
  });

  it('holds nothing of what the athlete keeps to themselves', async () => {
    const { file, audit } = await opened(['note', 'pain']);
    expect(await file.text()).not.toContain('Left knee');
    expect(audit.omitted).toEqual(['note', 'pain']);
    expect(audit.sets[1].set.entered).toEqual({ ...entered, note: '', pain: null });
  });

  it('opened again keeps what was said of it', async () => {
    const { coach, file, audit } = await opened();
    const said = withAudited(audit, 'one', { written: [advice], plan: slower(audit.sets[1].set) });
    await changeAudit(coach, said);
    await importArchive(coach, file);
    expect((await theAudit(coach, audit.id)).sets).toEqual(said.sets);
    expect(await coach.count('audits')).toBe(1);
  });

  it('is removed with its samples, and no other with it', async () => {
    const { coach, audit } = await opened();
    await coach.put('auditRecordings', new Uint8Array(1), [`${audit.id}a`, 'one']);
    await removeAudit(coach, audit.id);
    expect(await listAudits(coach)).toEqual([]);
    expect(await coach.getAllKeys('auditRecordings')).toEqual([[`${audit.id}a`, 'one']]);
  });
});

describe('an answer', () => {
  it('brings comments and a proposal to the set, and touches neither samples nor plan', async () => {
    const { athlete, audit } = await opened();
    const before = storedSet({ id: 'one', entered, comments: [remark] });
    const plan = slower(before);
    const answer = answerTo(withAudited(audit, 'one', { written: [advice], plan }), 'Kim');
    const imported = await importArchive(athlete, answer);
    expect(imported).toMatchObject({ kind: 'answer', merged: ['one'], unknown: [] });

    const set = await athlete.get('sets', 'one');
    const { proposal, comments, ...rest } = set ?? storedSet();
    expect(comments).toEqual([remark, advice]);
    expect(proposal).toMatchObject({ plan, author: 'Kim', answer: 'open' });
    expect({ ...rest, proposal: null, comments: [remark] }).toEqual(before);
    expect(await readSamples(athlete, 'one')).toEqual(someRecording(0, 20));

    await importArchive(athlete, answer);
    expect(await athlete.get('sets', 'one')).toEqual(set);
  });

  it('keeps what was answered to a proposal when it comes again', async () => {
    const { athlete, audit } = await opened();
    const answer = answerTo(withAudited(audit, 'two', { plan: slower(audit.sets[0].set) }), 'Kim');
    await importArchive(athlete, answer);
    const set = await athlete.get('sets', 'two');
    if (!set?.proposal) throw new Error('No proposal has come.');
    const declined = { ...set, proposal: { ...set.proposal, answer: 'declined' as const } };
    await athlete.put('sets', declined);
    await importArchive(athlete, answer);
    expect(await athlete.get('sets', 'two')).toEqual(declined);
  });

  it('does not put words into another’s mouth', async () => {
    const { athlete, audit } = await opened();
    const forged = { ...advice, id: remark.id };
    await importArchive(athlete, answerTo(withAudited(audit, 'one', { written: [forged] }), 'Kim'));
    expect((await athlete.get('sets', 'one'))?.comments).toEqual([remark]);
  });

  it('names the sets that are not here', async () => {
    const { athlete, audit } = await opened();
    await athlete.delete('sets', 'two');
    const answer = answerTo(withAudited(audit, 'two', { written: [advice] }), 'Kim');
    expect(await importArchive(athlete, answer)).toMatchObject({
      merged: [],
      unknown: ['Tuesday'],
    });
    expect(await athlete.count('sets')).toBe(1);
  });

  it('holds no recording', async () => {
    const { audit } = await opened();
    const answer = answerTo(withAudited(audit, 'one', { written: [advice] }), 'Kim');
    expect(await answer.text()).not.toContain('"recording"');
  });
});
