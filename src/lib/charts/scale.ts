/** A range of an axis between two whole multiples of its step. */
export interface SteppedRange {
  low: number;
  high: number;
  step: number;
}

/** An axis has at most about this many steps. */
const MOST_STEPS = 8;

/**
 * The least range of whole steps that holds low and high. The step is `least` or, where that would
 * give too many, the next of 2, 5, 10 … times it, so that zero always is a multiple of it.
 */
export function steppedRange(low: number, high: number, least: number): SteppedRange {
  let step = least;
  for (let i = 0; (high - low) / step > MOST_STEPS; i++) step *= i % 3 === 1 ? 2.5 : 2;
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
}
