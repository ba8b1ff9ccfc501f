import type { Language } from '$lib/locale/preferences';

/** What is asked of a voice; a `SpeechSynthesisVoice` has it. */
export interface Voice {
  readonly voiceURI: string;
  /** BCP 47; some systems write it with an underscore. */
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

/** The voices of a language, those first that need no network, then the system's own choice. */
export function voicesOf<V extends Voice>(voices: readonly V[], language: Language): V[] {
  const worth = (voice: V) => (voice.localService ? 2 : 0) + (voice.default ? 1 : 0);
  return voices
    .filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language)
    .sort((a, b) => worth(b) - worth(a));
}

/** The chosen voice, if it is still there, else the first of the language; null where there is none. */
export function voiceFor<V extends Voice>(
  ofLanguage: readonly V[],
  chosen: string | null,
): V | null {
  return ofLanguage.find(({ voiceURI }) => voiceURI === chosen) ?? ofLanguage[0] ?? null;
}
