import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import { RestCheck } from '$lib/devices/rest-check';
import type { Sample } from '$lib/core/recording';

/** A second at 100 Hz of a sensor that weighs so much, g, in a slanting pose, shaken by so much, m/s². */
function second(weight_g: number, shake_mps2 = 0, start_s = 0): Sample[] {
  return Array.from({ length: 100 }, (_, i) => {
    const force_mps2 = weight_g * GRAVITY_MPS2;
    const shaken_mps2 = shake_mps2 * (i % 2 === 0 ? 1 : -1);
    return {
      t_s: start_s + i / 100,
      accel_mps2: [0.6 * force_mps2 + shaken_mps2, 0, 0.8 * force_mps2],
    };
  });
}

function told(samples: readonly Sample[]): (number | null)[] {
  const check = new RestCheck();
  return samples.map((sample) => check.see(sample)).filter((weight_g) => weight_g !== null);
}

describe('a sensor at rest', () => {
  it('that weighs about 1 g is not mentioned', () => {
    for (const weight_g of [0.9, 0.95, 1, 1.07, 1.1]) expect(told(second(weight_g))).toEqual([]);
  });

  it('is mentioned once, with its weight in g, where that is not 1 g', () => {
    for (const weight_g of [0.25, 0.5, 0.85, 1.15, 2, 4]) {
      const [only, ...more] = told(second(weight_g));
      expect(only).toBeCloseTo(weight_g, 6);
      expect(more).toEqual([]);
    }
  });

  it('is waited for while the sensor is handled', () => {
    const [weight_g] = told([...second(1.6, 2), ...second(2, 0, 1)]);
    expect(weight_g).toBeCloseTo(2, 6);
    expect(told(second(2, 1))).toEqual([]);
  });

  it('is seen through lost samples', () => {
    const lost = second(2).map((sample, i): Sample =>
      i % 3 === 0 ? { ...sample, accel_mps2: [NaN, NaN, NaN] } : sample,
    );
    expect(told(lost)[0]).toBeCloseTo(2, 6);
  });

  it('that reads nothing weighs nothing', () => {
    expect(told(second(0))).toEqual([0]);
  });
});
