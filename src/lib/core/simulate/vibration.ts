import type { Random } from './random';

/** One band-pass resonance driven by white noise. */
interface Resonance {
  gain: number;
  a1: number;
  a2: number;
}

/**
 * Broadband vibration of unit RMS, one number per step of the grid: two resonances, the lower at
 * 12–30 Hz, the upper at 35–90 Hz, each about 30 Hz wide. Amplitude is for the caller to shape.
 */
export function drawVibration(length: number, rate_Hz: number, random: Random): Float32Array {
  const vibration = new Float32Array(length);
  const share = random.uniform(0.3, 0.7);
  addResonance(vibration, resonance(random.uniform(12, 30), 25, rate_Hz), share, random);
  addResonance(vibration, resonance(random.uniform(35, 90), 35, rate_Hz), 1 - share, random);
  return vibration;
}

/** Two-pole band-pass with zeros at 0 and half the rate; the gain makes white noise of unit variance come out as such. */
function resonance(center_Hz: number, width_Hz: number, rate_Hz: number): Resonance {
  const radius = Math.exp((-Math.PI * width_Hz) / rate_Hz);
  return {
    gain: Math.sqrt((1 - radius * radius) / 2),
    a1: 2 * radius * Math.cos((2 * Math.PI * center_Hz) / rate_Hz),
    a2: -radius * radius,
  };
}

function addResonance(
  vibration: Float32Array,
  { gain, a1, a2 }: Resonance,
  powerShare: number,
  random: Random,
): void {
  const scale = gain * Math.sqrt(powerShare);
  const limit = Math.sqrt(3);
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  for (let i = 0; i < vibration.length; i++) {
    const x = random.uniform(-limit, limit);
    const y = x - x2 + a1 * y1 + a2 * y2;
    vibration[i] += scale * y;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
  }
}
