import { openDatabase, StoreError } from '$lib/store/database';
import type { LayoutLoad } from './$types';

// Everything here lives in this browser and works without a server.
export const ssr = false;

export const load: LayoutLoad = async () => {
  try {
    return { database: await openDatabase() };
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    // A set can be lifted and downloaded all the same; what needs the store says so.
    return { database: null };
  }
};
