import { columnNamed, describedMapping, timeColumn } from '../describe';
import type { Format } from '../format';
import type { Column } from '../column-name';

/** MetaMotion with MetaBase (MbientLab): epoc (ms),timestamp (-0400),elapsed (s),x-axis (g),…; one file per sensor. */
export const metaBase: Format = {
  name: 'MetaBase CSV',
  recognise(header) {
    const epoch = columnNamed(header, 'epoc (ms)', 'epoch (ms)');
    const elapsed = columnNamed(header, 'elapsed (s)');
    const described = describedMapping(header);
    if (!epoch || !elapsed || !described) return null;
    // Each file counts elapsed time from its own first sample; only the epoch is common to both.
    const valueOf = (column: Column) => Number(header.sample[column.index]);
    const clockOffset_s = valueOf(epoch) / 1000 - valueOf(elapsed);
    return { ...described, time: timeColumn(elapsed, 's'), clockOffset_s };
  },
};
