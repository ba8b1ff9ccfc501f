import { GRID_RATE_HZ } from './even-grid';
import { mean } from './statistics';

/** One stage of a filter: y = (b0·x + b1·x′ + b2·x″ − a1·y′ − a2·y″), primes one and two values back. */
interface Stage {
  b0: number;
  b1: number;
  b2: number;
  a1: number;
  a2: number;
}

/**
 * What is slower than `cutoff_radps` in values on the even grid: a Butterworth filter of third order
 * run forwards and then backwards, so that nothing is delayed and half remains at the cutoff. Beyond
 * either end the values are taken to go on as they were on average within 1/cutoff of it. Same length
 * as the input.
 */
export function lowPass(values: Float64Array, cutoff_radps: number): Float64Array {
  const stages = butterworth(cutoff_radps);
  const near = Math.max(1, Math.round(GRID_RATE_HZ / cutoff_radps));
  const forwards = passed(values, stages, mean(values.subarray(0, near)));
  const end = mean(values.subarray(Math.max(0, values.length - near)));
  return passed(forwards.reverse(), stages, end).reverse();
}

/** 1/((s + 1)(s² + s + 1)) by the bilinear transform, the cutoff kept where it is. */
function butterworth(cutoff_radps: number): Stage[] {
  const k = Math.tan(cutoff_radps / (2 * GRID_RATE_HZ));
  const one = 1 + k;
  const two = 1 + k + k * k;
  return [
    { b0: k / one, b1: k / one, b2: 0, a1: (k - 1) / one, a2: 0 },
    {
      b0: (k * k) / two,
      b1: (2 * k * k) / two,
      b2: (k * k) / two,
      a1: (2 * (k * k - 1)) / two,
      a2: (1 - k + k * k) / two,
    },
  ];
}

/** The values passed through the stages one after the other, as if they had always been `before` before. */
function passed(values: Float64Array, stages: readonly Stage[], before: number): Float64Array {
  const result = values.map((value) => value - before);
  for (const { b0, b1, b2, a1, a2 } of stages) {
    let x1 = 0;
    let x2 = 0;
    let y1 = 0;
    let y2 = 0;
    for (let k = 0; k < result.length; k++) {
      const x = result[k];
      const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      result[k] = y;
    }
  }
  return result.map((value) => value + before);
}
