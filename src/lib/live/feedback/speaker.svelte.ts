import { createSubscriber } from 'svelte/reactivity';
import { LOCALES } from '$lib/locale/language';
import { preferences } from '$lib/locale/preferences';
import { voiceFor, voicesOf } from './voices';

/** `no-voice`: none for the page's language. `blocked`: as of sounds. */
export type SpeechTrouble = 'unsupported' | 'no-voice' | 'blocked' | 'failed';

/** A little faster than reading aloud: a rep leaves little time. */
const RATE = 1.1;

/** Speaks in the browser's voices for the page's language. */
export class Speaker {
  /** Why the last sentence was not spoken; null where it was. */
  trouble = $state<SpeechTrouble | null>(null);
  readonly #synthesis: SpeechSynthesis | null = globalThis.speechSynthesis ?? null;
  readonly #voicesChange = createSubscriber((update) => {
    this.#synthesis?.addEventListener('voiceschanged', update);
    return () => this.#synthesis?.removeEventListener('voiceschanged', update);
  });

  /** For the page's language, the best first. Reactive: browsers find their voices late. */
  get voices(): readonly SpeechSynthesisVoice[] {
    this.#voicesChange();
    return voicesOf(this.#synthesis?.getVoices() ?? [], preferences.language);
  }

  /** Says it after what is being said; of what still waits, nothing. Returns whether there is a voice for it. */
  say(text: string, { volume, voice: chosen }: { volume: number; voice: string | null }): boolean {
    const synthesis = this.#synthesis;
    const voice = voiceFor(this.voices, chosen);
    if (!synthesis || !voice) {
      this.trouble = synthesis ? 'no-voice' : 'unsupported';
      return false;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang || LOCALES[preferences.language], volume });
    utterance.rate = RATE;
    utterance.addEventListener('start', () => (this.trouble = null));
    utterance.addEventListener('error', ({ error }) => {
      // Cut short on purpose.
      if (error === 'canceled' || error === 'interrupted') return;
      this.trouble = error === 'not-allowed' ? 'blocked' : 'failed';
    });
    synthesis.speak(utterance);
    return true;
  }

  /** Nothing more of what was to be said. */
  hush(): void {
    this.#synthesis?.cancel();
  }
}
