/** One tone of a sound; times from the sound's beginning. */
export interface Tone {
  readonly at_s: number;
  readonly duration_s: number;
  readonly frequency_Hz: number;
  readonly wave: 'sine' | 'triangle' | 'square';
  /** 0 to 1. */
  readonly level: number;
}

export type EarconId =
  | 'counted'
  | 'in'
  | 'deviating'
  | 'target'
  | 'ended'
  | 'countdown'
  | 'go'
  | 'lost'
  | 'tick'
  | 'accent';

const G5 = 784;
const B5 = 988;
const D6 = 1175;
const G6 = 1568;

/**
 * The sounds, each told from the others by its rhythm and by the way its tones go, not by pitch alone. They lie
 * between 0.5 and 2 kHz and have overtones, where the speaker of a phone is loudest and music leaves room.
 */
export const EARCONS: Record<EarconId, readonly Tone[]> = {
  counted: tones('triangle', [[0, 0.14, B5]]),
  in: tones('triangle', [
    [0, 0.1, G5],
    [0.1, 0.18, D6],
  ]),
  deviating: tones('square', [
    [0, 0.16, 698],
    [0.2, 0.16, 523],
    [0.4, 0.16, 523],
  ]),
  target: tones('triangle', [
    [0, 0.1, G5],
    [0.1, 0.1, B5],
    [0.2, 0.1, D6],
    [0.3, 0.4, G6],
  ]),
  ended: tones('triangle', [
    [0, 0.24, D6],
    [0.26, 0.24, 880],
    [0.52, 0.5, 587],
  ]),
  countdown: tones('sine', [[0, 0.09, B5]]),
  go: tones('triangle', [[0, 0.6, G6]]),
  lost: tones('square', [
    [0, 0.18, 587],
    [0.3, 0.18, 587],
    [0.6, 0.18, 587],
    [0.9, 0.18, 587],
  ]),
  tick: tones('sine', [[0, 0.045, 1200]]),
  accent: tones('triangle', [[0, 0.07, 1760]]),
};

function tones(
  wave: Tone['wave'],
  rows: readonly (readonly [at_s: number, duration_s: number, frequency_Hz: number])[],
): Tone[] {
  return rows.map(([at_s, duration_s, frequency_Hz]) => ({
    at_s,
    duration_s,
    frequency_Hz,
    wave,
    level: { sine: 1, triangle: 1, square: 0.5 }[wave],
  }));
}

/** How long a sound lasts, s. */
export function durationOf(id: EarconId): number {
  return Math.max(...EARCONS[id].map(({ at_s, duration_s }) => at_s + duration_s));
}

const RISE_s = 0.005;
const FALL_s = 0.03;
/** The octave above each tone, as a share of it. */
const OVERTONE = 0.4;
/** How hard a sound is pressed against full scale: nearly square, it is twice as loud at the same height. */
const DRIVE = 2;
/** What a sound at volume 1 takes of full scale: the limiter, as browsers build it, brings it up to 0.85. */
const HEADROOM = 0.7;

/**
 * Has a sound played at a time of the context's clock, into a node. Returns what silences it, if it has not
 * been played by then.
 */
export function playEarcon(
  out: AudioNode,
  id: EarconId,
  { at_s, volume }: { at_s: number; volume: number },
): () => void {
  const { context } = out;
  const press = new WaveShaperNode(context, { curve: PRESSED, oversample: '2x' });
  press.connect(new GainNode(context, { gain: volume * HEADROOM })).connect(out);
  const started = EARCONS[id].flatMap((tone) => {
    const { frequency_Hz, level } = tone;
    const later = { ...tone, at_s: at_s + tone.at_s };
    const overtone = { frequency_Hz: frequency_Hz * 2, level: level * OVERTONE };
    return [playTone(press, later), playTone(press, { ...later, ...overtone })];
  });
  return () => started.forEach((oscillator) => oscillator.stop());
}

/** tanh, from −1 to 1. */
const PRESSED = Float32Array.from(
  { length: 257 },
  (_, i) => Math.tanh(DRIVE * (i / 128 - 1)) / Math.tanh(DRIVE),
);

function playTone(out: AudioNode, tone: Tone): OscillatorNode {
  const { context } = out;
  const { at_s, duration_s, frequency_Hz, wave, level } = tone;
  const oscillator = new OscillatorNode(context, { type: wave, frequency: frequency_Hz });
  const gain = new GainNode(context, { gain: 0 });
  const end_s = at_s + duration_s;
  gain.gain.setValueAtTime(0, at_s);
  gain.gain.linearRampToValueAtTime(level, at_s + RISE_s);
  gain.gain.setValueAtTime(level, Math.max(at_s + RISE_s, end_s - FALL_s));
  gain.gain.linearRampToValueAtTime(0, end_s);
  oscillator.connect(gain).connect(out);
  oscillator.start(at_s);
  oscillator.stop(end_s + 0.01);
  return oscillator;
}

/** A way to the speaker that keeps two sounds at once from clipping. */
export function loudOutput(context: BaseAudioContext): AudioNode {
  const limiter = new DynamicsCompressorNode(context, {
    threshold: -3,
    knee: 0,
    ratio: 20,
    attack: 0.001,
    release: 0.1,
  });
  limiter.connect(context.destination);
  return limiter;
}
