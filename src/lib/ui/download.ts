/** What no system takes in a file's name. */
// eslint-disable-next-line no-control-regex -- control characters are among them
const UNFIT = /[\u0000-\u001f/\\:*?"<>|]+/g;
const LONGEST_NAME = 80;

/** A file's name from what a person called it, without what a system refuses. */
export function fileName(called: string, extension: string): string {
  const fit = called.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim();
  return `${fit || 'sledtrace'}${extension}`;
}

/** Lets the browser save a text as a CSV file of this name. */
export function downloadCsv(title: string, csv: string): void {
  downloadFile(fileName(title, '.csv'), new Blob([csv], { type: 'text/csv' }));
}

/** Lets the browser save a file under this name. */
export function downloadFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The file as the system takes it to hand it on; null where it hands on none. */
export function shareable(name: string, content: Blob): File | null {
  if (!('canShare' in navigator)) return null;
  // Chromium hands on no JSON, but text; what an archive is shows when it is opened, not by its name.
  const asJson = new File([content], name, { type: 'application/json' });
  const asText = new File([content], `${name}.txt`, { type: 'text/plain' });
  return [asJson, asText].find((file) => navigator.canShare({ files: [file] })) ?? null;
}

/** What came of handing a file on: a person may think better of it, and a browser may refuse. */
export type Shared = 'shared' | 'dismissed' | 'refused';

/** Hands a file to the system's share sheet. */
export async function share(file: File): Promise<Shared> {
  try {
    await navigator.share({ files: [file], title: file.name });
    return 'shared';
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return cause.name === 'AbortError' ? 'dismissed' : 'refused';
  }
}
