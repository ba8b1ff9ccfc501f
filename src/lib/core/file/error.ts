/** Why a file is not a recording; closed, so that a screen can say what to do about each. */
export type RecordingFileErrorCode =
  // Any file
  | 'empty'
  | 'not-text'
  // Our binary
  | 'wrong-magic'
  | 'newer-version'
  | 'truncated'
  | 'damaged'
  // Tables
  | 'no-header'
  | 'no-time'
  | 'no-acceleration'
  | 'unknown-units'
  | 'bad-columns'
  | 'linear-acceleration'
  | 'no-rows'
  | 'wrong-unit'
  | 'impossible-value'
  | 'not-a-pair';

/** A file that cannot be read as a recording. The message is one sentence or two for a person: what, where, what to do. */
export class RecordingFileError extends Error {
  override readonly name = 'RecordingFileError';
  readonly code: RecordingFileErrorCode;

  constructor(code: RecordingFileErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
