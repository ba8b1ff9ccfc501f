import type { LayoutLoad } from './$types';

export const load: LayoutLoad = ({ depends }) => {
  depends('sledtrace:sets');
  // A new object each time, so that the layout reads again; the reading itself holds nothing up.
  return { asOf: { at_ms: performance.now() } };
};
