import { describe, expect, it } from 'vitest';
import { visibleIndices } from '$lib/charts/columns';

describe('the indices a line needs', () => {
  it('are all of them where there are few', () => {
    expect(visibleIndices(Float32Array.of(3, 1, 2), 100)).toEqual([0, 1, 2]);
    expect(visibleIndices(new Float32Array(), 100)).toEqual([]);
  });

  it('rise, are few, and hold both ends', () => {
    const values = Float32Array.from({ length: 10_000 }, (_, i) => Math.sin(i / 70));
    const kept = visibleIndices(values, 300);
    expect(kept.length).toBeLessThanOrEqual(602);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(9999);
    for (let i = 1; i < kept.length; i++) expect(kept[i]).toBeGreaterThan(kept[i - 1]);
  });

  it('lose no peak, however short', () => {
    const values = new Float32Array(100_000);
    values[12_345] = 7;
    values[67_890] = -5;
    const kept = visibleIndices(values, 400);
    expect(kept).toContain(12_345);
    expect(kept).toContain(67_890);
  });

  it('see past lost values', () => {
    const values = new Float32Array(10_000).fill(NaN);
    values[5000] = 1;
    expect(visibleIndices(values, 50)).toContain(5000);
  });
});
