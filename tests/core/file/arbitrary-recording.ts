import fc from 'fast-check';
import type { Columns3, Recording } from '../../../src/lib/core/recording';

/** Any recording the contract allows: rising times, any finite float32 or NaN, with a gyro or without. */
export const arbitraryRecording: fc.Arbitrary<Recording> = fc
  .uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), {
    maxLength: 30,
    comparator: (a, b) => a === b,
  })
  .chain((times) => {
    const t_s = Float64Array.from(times).sort();
    const column = fc
      .array(fc.float({ noDefaultInfinity: true }), {
        minLength: t_s.length,
        maxLength: t_s.length,
      })
      .map((values) => Float32Array.from(values));
    const columns: fc.Arbitrary<Columns3> = fc.record({ x: column, y: column, z: column });
    return fc.record({
      length: fc.constant(t_s.length),
      t_s: fc.constant(t_s),
      accel_mps2: columns,
      gyro_dps: fc.option(columns),
    });
  });
