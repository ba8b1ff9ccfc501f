import { writeCsv } from '../../src/lib/core/file/csv';
import { simulate } from '../../src/lib/core/simulate';

/** A simulated set as a canonical CSV, as a file chooser takes it, and the number of full reps truly in it. */
export function canonicalCsv({ seed, name }: { seed: number; name: string }) {
  const { recording, truth } = simulate({ seed });
  const text = writeCsv(recording);
  return {
    file: { name, mimeType: 'text/csv', buffer: Buffer.from(text) },
    reps: truth.reps.filter((rep) => rep.kind === 'full').length,
    text,
  };
}
