import { columnNamed, describedMapping, hasColumns } from '../describe';
import type { Format } from '../format';

/** The barbell tracker's serial log, one section per rep: rep_id,t_ms,ax_mps2,…,gx_rads,…, often saved as UTF-16. */
export const barbellTracker: Format = {
  name: 'barbell tracker log',
  recognise(header) {
    const told = hasColumns(header, 't_ms', 'ax_mps2') && columnNamed(header, 'rep_id', 'rep_idx');
    return told ? describedMapping(header) : null;
  },
};
