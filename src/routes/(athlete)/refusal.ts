import { RecordingFileError } from '$lib/core/file/error';
import type { ArchiveError } from '$lib/store/archive/error';
import { archiveRefusals } from '$lib/ui/words/archive';
import { refusalWords } from '$lib/ui/words/files';

/** Why a file, or a set in an archive, was refused; `detail` is a reader's own English sentence, where `text` does not say it. */
export function refusal(error: RecordingFileError | ArchiveError): {
  text: string;
  detail: string | null;
} {
  if (error instanceof RecordingFileError) return refusalWords(error.code, error.message);
  const { code, fault } = error;
  if (code !== 'wrong-recording') {
    const said = archiveRefusals[code];
    return { text: typeof said === 'string' ? said : said(fault), detail: null };
  }
  if (!(error.cause instanceof RecordingFileError)) return { text: fault.path, detail: null };
  const { text, detail } = refusal(error.cause);
  return { text: archiveRefusals[code](fault.path, text), detail };
}
