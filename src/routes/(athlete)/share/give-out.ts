import { downloadFile, share, shareable } from '$lib/ui/download';

/** What was done with a file: handed to the share sheet, saved, or nothing. */
export type GivenOut = 'shared' | 'saved' | 'kept';

/** Whether this system hands on files; where not, they are saved. */
export function handsOn(): boolean {
  return shareable('a.sledtrace.json', new Blob(['{}'])) !== null;
}

/** Hands a file on where the system can, else saves it. A person who closes the share sheet keeps it. */
export async function giveOut(name: string, content: Blob): Promise<GivenOut> {
  const file = shareable(name, content);
  const outcome = file ? await share(file) : 'refused';
  if (outcome === 'dismissed') return 'kept';
  if (outcome === 'shared') return 'shared';
  downloadFile(name, content);
  return 'saved';
}
