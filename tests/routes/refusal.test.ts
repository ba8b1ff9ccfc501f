import { expect, it } from 'vitest';
import { RecordingFileError } from '$lib/core/file/error';
import { ArchiveError } from '$lib/store/archive/error';
import { chosen } from '../locale/chosen';
import { refusal } from '../../src/routes/(athlete)/refusal';

const wrongField = new ArchiveError('wrong-field', {
  path: 'sets[3].plan.targets.lower.low_s',
  expected: 'number',
  found: '"three"',
});
const damaged = new RecordingFileError('damaged', 'The recording is damaged. Open another copy.');
const wrongRecording = new ArchiveError(
  'wrong-recording',
  { path: 'sets[1].recording.bytes', recording: 'damaged' },
  { cause: damaged },
);

it('says what is wrong in an archive, where, and what to do', () => {
  expect(refusal(wrongField).text).toBe(
    'sets[3].plan.targets.lower.low_s should be number and is "three". Export it again, or correct it there.',
  );
  expect(refusal(new ArchiveError('newer-version', { found: '2', expected: '1' })).text).toContain(
    'version 2; this one reads 1',
  );
  expect(refusal(wrongRecording).text).toBe(`sets[1].recording.bytes: ${damaged.message}`);
  expect(refusal(damaged)).toEqual({ text: damaged.message, detail: null });
});

it('says it in German', async () => {
  const german = await chosen(
    { language: 'de' },
    () => import('../../src/routes/(athlete)/refusal'),
  );
  const { text } = german.refusal(new ArchiveError('truncated'));
  expect(text).toBe('Das Archiv ist abgeschnitten. Kopier oder lade es noch einmal.');
});
