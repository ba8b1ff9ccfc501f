import type { Database } from '$lib/store/database';
import { DEFAULT_FEEDBACK } from '$lib/store/choices';
import { Chosen } from '../chosen.svelte';
import type { LiveEvent } from '../events';
import { beatsOf, scheduleOf } from '../metronome';
import { earconOf, flashOf, stopsMetronome, vibrationOf, type FlashTone } from './channels';
import { Sounder } from './sounder.svelte';
import { Speaker } from './speaker.svelte';

/** Tells what happens in a set by sound, speech, vibration and flash: every one by the same event. */
export class Feedback {
  readonly chosen: Chosen<'feedback'>;
  readonly sounder = new Sounder();
  readonly speaker = new Speaker();
  /** The last flash; a new object for each. */
  flash = $state.raw<{ tone: FlashTone } | null>(null);

  constructor(database: Database | null) {
    this.chosen = new Chosen(database, 'feedback', DEFAULT_FEEDBACK);
  }

  /** Whether events are spoken: as the person chose, else where there is a voice. */
  get speaks(): boolean {
    return this.chosen.value.speech.on ?? this.speaker.voices.length > 0;
  }

  /** Whether anything is to be heard through the speaker. */
  get sounds(): boolean {
    const { sounds, metronome } = this.chosen.value;
    return sounds.on || metronome.on;
  }

  /** Makes ready to sound, if it is to; to be called in a tap or a key press, as browsers demand. */
  async unlock(): Promise<void> {
    if (this.sounds) await this.sounder.unlock();
  }

  /** `spoken`: what is said of it; the words are the screen's. */
  hear(event: LiveEvent, spoken: string | null): void {
    const { sounds, vibration, flash } = this.chosen.value;
    const earcon = earconOf(event);
    if (earcon && sounds.on) this.sounder.play(earcon, sounds.volume);
    this.#tick(event);
    if (spoken !== null && this.speaks) this.#speak(event, spoken);
    if (vibration) vibrate(vibrationOf(event));
    const tone = flashOf(event);
    if (tone && flash) this.flash = { tone };
  }

  /** Nothing more sounds: the page goes. */
  hush(): void {
    this.sounder.stopTicking();
    this.speaker.hush();
  }

  #tick(event: LiveEvent): void {
    if (stopsMetronome(event)) this.sounder.stopTicking();
    const { metronome } = this.chosen.value;
    if (event.kind !== 'phase' || event.name !== 'lower' || !event.tempo || !metronome.on) return;
    const { elapsed_s, speed } = event;
    const beats = beatsOf(event.tempo);
    this.sounder.tick((now_s) => scheduleOf(beats, { elapsed_s, now_s, speed }), metronome.volume);
  }

  #speak(event: LiveEvent, text: string): void {
    // A count that comes late misleads.
    if (event.kind === 'rep') this.speaker.hush();
    const { volume, voice } = this.chosen.value.speech;
    this.speaker.say(text, { volume, voice });
  }
}

/** Browsers let no page shake the phone before a person has touched it, and complain to the console. */
function vibrate(pattern: readonly number[] | null): void {
  if (pattern && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([...pattern]);
}
