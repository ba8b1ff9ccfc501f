import type { RecordingFileErrorCode } from '$lib/core/file/error';

/** Why an archive, or one set in it, is refused; closed, so that a screen can say what to do about each. */
export type ArchiveErrorCode =
  /** No JSON, or JSON of something else. */
  | 'not-an-archive'
  /** The text ends before the archive does. */
  | 'truncated'
  /** `found` is the version it has. */
  | 'newer-version'
  /** A field is missing or has another value than it may: `path`, `expected`, `found`. */
  | 'wrong-field'
  /** The samples of a set cannot be read: `recording` says why. */
  | 'wrong-recording'
  /** Its figures are not those of its bytes: `path`, `expected`, `found`. */
  | 'wrong-checksum'
  /** Two sets with one id. */
  | 'twice';

/** Where it is and what was found there. Words are the screen's. */
export interface ArchiveFault {
  /** As in `sets[3].plan.targets.lower.low_s`; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly recording: RecordingFileErrorCode | null;
}

const NOWHERE: ArchiveFault = { path: '', expected: '', found: '', recording: null };

export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ArchiveErrorCode;
  readonly fault: ArchiveFault;

  constructor(code: ArchiveErrorCode, fault: Partial<ArchiveFault> = {}, options?: ErrorOptions) {
    const { path, expected, found } = { ...NOWHERE, ...fault };
    super(`Archive ${code} at “${path}”: expected ${expected}, found ${found}.`, options);
    this.code = code;
    this.fault = { ...NOWHERE, ...fault };
  }
}
