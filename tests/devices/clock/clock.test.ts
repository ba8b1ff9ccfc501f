import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/lib/core/recording';
import { newClock } from '../../../src/lib/devices/clock/clock';
import type { ClockSettings, Reading } from '../../../src/lib/devices/models/model';

const KINDS: readonly (readonly [string, ClockSettings])[] = [
  ['counted', { kind: 'count', rate_Hz: 100 }],
  ['counted slowly', { kind: 'count', rate_Hz: 5 }],
  ['nine bits of milliseconds', { kind: 'ticks', unit_s: 1e-3, period: 512 }],
  ['32 bits of microseconds', { kind: 'ticks', unit_s: 1e-6, period: 2 ** 32 }],
  ['nanoseconds', { kind: 'ticks', unit_s: 1e-9, period: Infinity }],
  ['coarse', { kind: 'ticks', unit_s: 8e-3, period: 65536, rate_Hz: 100 }],
];

const tick = fc.oneof(
  fc.nat({ max: 511 }),
  fc.double({ min: 0, max: 2 ** 32, noNaN: true }),
  fc.double({ min: -1e18, max: 1e18, noNaN: true }),
);
const wait_s = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 0.1, noNaN: true }),
  fc.double({ min: 0, max: 1e5, noNaN: true }),
);
const step = fc.oneof(
  { weight: 20, arbitrary: fc.record({ ticks: fc.array(tick, { maxLength: 8 }), wait_s }) },
  { weight: 1, arbitrary: fc.constant('interrupted' as const) },
);
/** Long runs that are nearly orderly, and short ones that are not. */
const orderly = fc
  .array(
    fc.record({ jitter_s: fc.double({ min: 0, max: 0.3, noNaN: true }), lost: fc.boolean() }),
    {
      minLength: 200,
      maxLength: 600,
    },
  )
  .map((each) => {
    let arrived_s = 0;
    return each.flatMap(({ jitter_s, lost }, i) => {
      const now_s = Math.max(arrived_s, i * 0.02 + jitter_s);
      const wait_s = now_s - arrived_s;
      arrived_s = now_s;
      return lost && i % 7 === 0 ? [] : [{ ticks: [i * 20, i * 20 + 10], wait_s }];
    });
  });
const streams = fc.oneof(fc.array(step, { maxLength: 60 }), orderly);

describe.each(KINDS)('a clock: %s', (_, settings) => {
  it('gives finite times that rise strictly, and every reading but the late ones in order', () => {
    fc.assert(
      fc.property(streams, fc.double({ min: 0, max: 1e6, noNaN: true }), (steps, start_s) => {
        const clock = newClock(settings);
        const samples: Sample[] = [];
        let arrived_s = start_s;
        let taken = 0;
        for (const each of steps) {
          if (each === 'interrupted') {
            clock.interrupted();
            continue;
          }
          arrived_s += each.wait_s;
          const readings = each.ticks.map((tick): Reading => ({
            accel_mps2: [taken++, 0, 0],
            tick,
          }));
          samples.push(...clock.take(readings, arrived_s));
        }
        samples.push(...clock.flush());
        expect(clock.flush()).toEqual([]);
        expect(samples.length + clock.late).toBe(taken);
        const misplaced = samples.filter(({ t_s, accel_mps2: [number] }, i) => {
          const rises =
            i === 0 || (t_s > samples[i - 1].t_s && number > samples[i - 1].accel_mps2[0]);
          return !rises || !Number.isFinite(t_s);
        });
        expect(misplaced).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('passes values on, and takes those of repeats for lost', () => {
    const clock = newClock(settings);
    const reading: Reading = { accel_mps2: [1, 2, 3], gyro_dps: [4, 5, 6], tick: 0 };
    const samples = [
      ...clock.take(
        [
          reading,
          { ...reading, tick: 20, repeated: true },
          { accel_mps2: [7, 8, 9], tick: 40 },
          { accel_mps2: [7, 8, 9], tick: 60, repeated: true },
        ],
        10,
      ),
      ...clock.flush(),
    ];
    const lost = [NaN, NaN, NaN];
    expect(samples.map(({ t_s: _t_s, ...values }) => values)).toEqual([
      { accel_mps2: [1, 2, 3], gyro_dps: [4, 5, 6] },
      { accel_mps2: lost, gyro_dps: lost },
      { accel_mps2: [7, 8, 9] },
      { accel_mps2: lost },
    ]);
    expect(samples[0].t_s).toBeGreaterThan(8);
    expect(samples[0].t_s).toBeLessThanOrEqual(10.1);
  });

  it('says nothing for a notification without readings', () => {
    const clock = newClock(settings);
    expect(clock.take([], 1)).toEqual([]);
    expect(clock.flush()).toEqual([]);
    expect(clock.late).toBe(0);
  });
});

it('a clock of stamps refuses a reading without one', () => {
  const clock = newClock({ kind: 'ticks', unit_s: 1e-6, period: Infinity });
  expect(() => clock.take([{ accel_mps2: [0, 0, 9.81] }], 1)).toThrow('no stamp');
});
