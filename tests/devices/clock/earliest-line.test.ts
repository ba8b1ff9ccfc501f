import { describe, expect, it } from 'vitest';
import { EarliestLine } from '../../../src/lib/devices/clock/earliest-line';

describe('the line below all arrivals', () => {
  it('runs through the least delayed ones', () => {
    const line = new EarliestLine({ rate_Hz: 100, scatter_s: 0.001 });
    for (let i = 0; i < 3000; i++) line.add(i, 5 + i * 0.0112 + (i % 30 === 0 ? 0 : 0.05));
    line.settle();
    expect(line.interval_s).toBeCloseTo(0.0112, 7);
    expect(line.timeAt_s(3000)).toBeCloseTo(5 + 3000 * 0.0112, 5);
  });

  it('gives way at once to an arrival below it', () => {
    const line = new EarliestLine({ rate_Hz: 100, scatter_s: 0.03 });
    for (let i = 0; i < 1000; i++) line.add(i, 5 + i * 0.01);
    line.settle();
    line.add(1000, 14.97);
    expect(line.timeAt_s(1000)).toBe(14.97);
  });

  it('keeps its rate, and nothing else, over a restart', () => {
    const line = new EarliestLine({ rate_Hz: 100, scatter_s: 0.03 });
    for (let i = 0; i < 2000; i++) line.add(i, 5 + i * 0.0118);
    line.settle();
    const { interval_s } = line;
    line.restart({ index: 2000, at_s: 900 });
    expect(line.timeAt_s(2100)).toBeCloseTo(900 + 100 * interval_s, 9);
    expect(interval_s).toBeCloseTo(0.0118, 5);
    expect(line.leastLag_s(1)).toBe(0);
  });
});
