import type { Beat } from '../metronome';
import { durationOf, loudOutput, playEarcon, type EarconId } from './earcons';

/** `blocked`: the browser lets no page sound before a person has touched it. */
export type SoundTrouble = 'unsupported' | 'blocked';

/** Between two sounds that would overlap, s. */
const APART_s = 0.06;
/** From now to the first sample that can still be reached, s. */
const SOON_s = 0.01;

/** The page's one way to make sounds, on the clock of its audio context. */
export class Sounder {
  /** Why nothing is heard; null where it is, or nothing has been asked for yet. */
  trouble = $state<SoundTrouble | null>(null);
  #context: AudioContext | null = null;
  #out: AudioNode | null = null;
  /** Until when the context is busy with sounds, on its clock. */
  #busyUntil_s = 0;
  #silenceBeats: (() => void)[] = [];

  /** Makes ready to sound; to be called in a tap or a key press. Never rejects: `trouble` tells. */
  async unlock(): Promise<void> {
    if (!('AudioContext' in globalThis)) {
      this.trouble = 'unsupported';
      return;
    }
    this.#context ??= this.#newContext();
    // Without a tap the promise may wait for one: do not wait with it.
    if (this.#context.state !== 'running') await soon(this.#context.resume());
    this.#look();
  }

  /** Sounds as soon as what sounds now is over. Returns whether anything will be heard. */
  play(id: EarconId, volume: number): boolean {
    const ready = this.#ready();
    if (!ready) return false;
    const at_s = Math.max(ready.now_s + SOON_s, this.#busyUntil_s);
    playEarcon(ready.out, id, { at_s, volume });
    this.#busyUntil_s = at_s + durationOf(id) + APART_s;
    return true;
  }

  /** Ticks from now on: what was still to tick falls away. `beats` are told the context's time and answer in it. */
  tick(beats: (now_s: number) => readonly Beat[], volume: number): void {
    this.stopTicking();
    const ready = this.#ready();
    if (!ready) return;
    this.#silenceBeats = beats(ready.now_s).map(({ at_s, isAccent }) =>
      playEarcon(ready.out, isAccent ? 'accent' : 'tick', { at_s, volume }),
    );
  }

  stopTicking(): void {
    for (const silence of this.#silenceBeats) silence();
    this.#silenceBeats = [];
  }

  #ready(): { out: AudioNode; now_s: number } | null {
    this.#look();
    if (!this.#out || this.#context?.state !== 'running') return null;
    return { out: this.#out, now_s: this.#context.currentTime };
  }

  #look(): void {
    if (this.trouble === 'unsupported') return;
    this.trouble = this.#context?.state === 'running' ? null : 'blocked';
  }

  #newContext(): AudioContext {
    const context = new AudioContext({ latencyHint: 'interactive' });
    // A call or another app may take the speaker, and give it back.
    context.addEventListener('statechange', () => this.#look());
    this.#out = loudOutput(context);
    return context;
  }
}

const GRACE_ms = 300;

/** Settles with the promise, or a moment from now. */
function soon(promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, GRACE_ms))]);
}
