import { describedMapping } from '../describe';
import type { Format } from '../format';

/** Any table whose column names carry their units, such as t_ms,ax_g,… or "acc_x (m/s^2)". */
export const selfDescribing: Format = {
  name: 'table with units in its names',
  recognise: describedMapping,
};
