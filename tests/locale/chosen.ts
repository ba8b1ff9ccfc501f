import { vi } from 'vitest';
import type { Preferences } from '$lib/locale/preferences';

/**
 * Loads a module as a page does that opens with these choices. They are read once, so every module
 * is loaded anew.
 */
export async function chosen<Module>(
  choices: Partial<Preferences>,
  load: () => Promise<Module>,
): Promise<Module> {
  vi.resetModules();
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(choices) });
  try {
    return await load();
  } finally {
    vi.unstubAllGlobals();
    vi.resetModules();
  }
}
