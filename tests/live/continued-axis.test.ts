import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { shiftAfter, shifted } from '$lib/live/continued-axis';

const batchAt = (...times_s: number[]) =>
  times_s.map((t_s) => ({ t_s, accel_mps2: [0, 0, 9.81] as const }));

describe('a recording that is gone on with', () => {
  const last = { t_s: 30, at_ms: 1_000_000 };

  it('goes on as much later as the clock says', () => {
    const batch = batchAt(7, 7.05, 7.1);
    const moved = shifted(batch, shiftAfter(last, batch, last.at_ms + 20_000));
    expect(moved[2].t_s).toBeCloseTo(50);
    expect(moved[0].t_s).toBeCloseTo(49.9);
  });

  it('goes on after a gap, also where the clock was set back', () => {
    const batch = batchAt(1e6, 1e6 + 1);
    const moved = shifted(batch, shiftAfter(last, batch, last.at_ms - 3_600_000));
    expect(moved[0].t_s).toBeCloseTo(32.5);
    expect(moved[1].t_s).toBeCloseTo(33.5);
  });

  test.prop([
    fc.double({ min: -1e6, max: 2e9, noNaN: true }),
    fc.double({ min: -1e6, max: 2e9, noNaN: true }),
    fc.integer({ min: -1e10, max: 1e10 }),
  ])('has times that rise, whatever the clocks say', (last_s, first_s, away_ms) => {
    const batch = batchAt(first_s, first_s + 0.01, first_s + 0.02);
    const from = { t_s: last_s, at_ms: 0 };
    const times_s = shifted(batch, shiftAfter(from, batch, away_ms)).map(({ t_s }) => t_s);
    expect(times_s[0]).toBeGreaterThan(last_s + 2);
    expect(times_s[1]).toBeGreaterThan(times_s[0]);
    expect(times_s[2]).toBeGreaterThan(times_s[1]);
  });
});
