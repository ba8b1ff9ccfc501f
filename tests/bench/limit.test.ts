import { describe, expect, it } from 'vitest';
import { categoryNamed, simulateSet } from './categories';
import { timeLimit } from './limit';

const GUIDE_TEMPO = categoryNamed('guide tempo');
const SETS = [simulateSet(GUIDE_TEMPO, 0, 1), simulateSet(GUIDE_TEMPO, 1, 1)];
const REPS = SETS.reduce((sum, { truth }) => sum + truth.reps.length, 0);

function limitAt(noise_ugPerRootHz: number) {
  const sensor = { ...GUIDE_TEMPO.sensor, noise_ugPerRootHz };
  return timeLimit({ ...GUIDE_TEMPO, sensor }, SETS, 1).times;
}

describe('the limit of phase times', () => {
  it('is nothing without noise', () => {
    const { lower, press } = limitAt(0);
    expect(press).toEqual({ count: REPS, bias_s: 0, spread_s: 0 });
    expect(lower.spread_s).toBe(0);
  });

  it('grows with the noise, and slow strokes feel it more than presses', () => {
    const [quiet, loud] = [limitAt(60), limitAt(240)];
    expect(quiet.lower.spread_s).toBeGreaterThan(0.001);
    expect(loud.lower.spread_s).toBeGreaterThan(1.5 * quiet.lower.spread_s);
    expect(loud.lower.spread_s).toBeGreaterThan(loud.press.spread_s);
  });
});
