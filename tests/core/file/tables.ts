import { readRecording, type ReadRecording } from '../../../src/lib/core/file/read';
import type { Recording } from '../../../src/lib/core/recording';

const encoder = new TextEncoder();

/** Bytes of a text file with these lines. */
export function bytesOf(lines: string | readonly string[], lineBreak = '\n'): Uint8Array {
  const text = typeof lines === 'string' ? lines : lines.join(lineBreak) + lineBreak;
  return encoder.encode(text);
}

export function read(lines: readonly string[], name = ''): ReadRecording {
  return readRecording(bytesOf(lines), { name });
}

/** Lines 10 ms apart, made from the time and the row number. */
export function rows(count: number, row: (t_s: number, i: number) => string): string[] {
  return Array.from({ length: count }, (_, i) => row(i / 100, i));
}

export function timesOf(recording: Recording): number[] {
  return Array.from(recording.t_s);
}

/** Median of |a| over the complete rows, m/s². */
export function medianMagnitude_mps2({ length, accel_mps2: { x, y, z } }: Recording): number {
  const magnitudes = Array.from({ length }, (_, i) => Math.hypot(x[i], y[i], z[i]));
  const sorted = magnitudes.filter((magnitude) => !Number.isNaN(magnitude)).sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** The file with its text in UTF-16. */
export function utf16(
  text: string,
  { bigEndian, mark }: { bigEndian: boolean; mark: boolean },
): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(2 * marked.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), !bigEndian);
  return bytes;
}
