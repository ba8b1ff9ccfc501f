import { error } from '@sveltejs/kit';
import { openDatabase, StoreError } from '$lib/store/database';
import { words } from '$lib/ui/messages';
import type { LayoutLoad } from './$types';

// Everything here lives in this browser and works without a server.
export const ssr = false;

export const load: LayoutLoad = async () => {
  try {
    return { database: await openDatabase() };
  } catch (cause) {
    if (cause instanceof StoreError) error(503, words.failure.unavailable);
    throw cause;
  }
};
