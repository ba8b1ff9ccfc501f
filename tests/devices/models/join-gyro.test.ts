import { describe, expect, it } from 'vitest';
import { GyroJoin, type GyroReading, type StampedReading } from '$lib/devices/models/join-gyro';

const TICKS_PER_SECOND = 1000;

/** Readings at these milliseconds, each with its instant as acceleration. */
function accel(...ticks: number[]): StampedReading[] {
  return ticks.map((tick) => ({ tick, accel_mps2: [tick, 0, 0] }));
}

/** Angular rates at these milliseconds: a hundredth of the instant about x, its negative about y. */
function gyro(...ticks: number[]): GyroReading[] {
  return ticks.map((tick) => ({ tick, gyro_dps: [tick / 100, -tick / 100, 1] }));
}

/** Instants from `from` on, 10 ms apart. */
function every10(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + 10 * i);
}

function seen(readings: readonly StampedReading[]): (number | undefined)[][] {
  return readings.map(({ tick, gyro_dps }) => [tick, gyro_dps && +gyro_dps[0].toFixed(9)]);
}

describe('a gyroscope sent apart from its accelerometer', () => {
  it('is interpolated at the accelerometer’s instants, which wait for it', () => {
    const join = new GyroJoin(TICKS_PER_SECOND);
    expect(join.accel(accel(0, 10, 20, 30))).toEqual([]);
    expect(join.gyro(gyro(0, 8, 16, 24))).toEqual([
      { tick: 0, accel_mps2: [0, 0, 0], gyro_dps: [0, -0, 1] },
      { tick: 10, accel_mps2: [10, 0, 0], gyro_dps: [0.1, -0.1, 1] },
      { tick: 20, accel_mps2: [20, 0, 0], gyro_dps: [0.2, -0.2, 1] },
    ]);
    expect(seen(join.gyro(gyro(32, 40)))).toEqual([[30, 0.3]]);
  });

  it('may be ahead', () => {
    const join = new GyroJoin(TICKS_PER_SECOND);
    expect(join.gyro(gyro(0, 10, 20, 30))).toEqual([]);
    expect(seen(join.accel(accel(5, 15)))).toEqual([
      [5, 0.05],
      [15, 0.15],
    ]);
    expect(seen(join.accel(accel(25, 35)))).toEqual([[25, 0.25]]);
  });

  it('is not made up for what came before its first reading', () => {
    const join = new GyroJoin(TICKS_PER_SECOND);
    join.accel(accel(0, 10, 20));
    expect(seen(join.gyro(gyro(15, 25)))).toEqual([
      [0, undefined],
      [10, undefined],
      [20, 0.2],
    ]);
  });

  it('is not made up where a frame of it was lost', () => {
    const join = new GyroJoin(TICKS_PER_SECOND);
    join.accel(accel(...every10(0, 40)));
    join.gyro(gyro(...every10(0, 11)));
    const rest = join.gyro(gyro(...every10(300, 10)));
    const without = rest.filter(({ gyro_dps }) => !gyro_dps).map(({ tick }) => tick);
    expect(without).toEqual(every10(110, 19));
    expect(rest).toHaveLength(29);
  });

  it('is waited for 0.5 s longer than a batch lasts, then no more until it is back', () => {
    const join = new GyroJoin(TICKS_PER_SECOND);
    const waited = every10(0, 7).map((i) => join.accel(accel(...every10(i * 10, 10))));
    // Batches last 90 ms and reach from 90 to 690 ms: the last one is the first beyond 590 ms.
    expect(waited.map((batch) => batch.length)).toEqual([0, 0, 0, 0, 0, 0, 70]);
    expect(join.accel(accel(...every10(700, 10)))).toHaveLength(10);
    expect(join.gyro(gyro(...every10(800, 10)))).toEqual([]);
    expect(seen(join.accel(accel(805, 815)))).toEqual([
      [805, 8.05],
      [815, 8.15],
    ]);
  });

  it('loses and repeats no accelerometer reading, and keeps their order', () => {
    const join = new GyroJoin(TICKS_PER_SECOND);
    const out: StampedReading[] = [];
    for (let i = 0; i < 50; i++) {
      out.push(...join.accel(accel(...every10(i * 320, 32))));
      // The gyroscope is away for a third of the time.
      if (i % 15 < 10) out.push(...join.gyro(gyro(...every10(i * 320 + 3, 32))));
    }
    out.push(...join.gyro(gyro(16_003)));
    expect(out.map(({ tick }) => tick)).toEqual(every10(0, 1600));
  });

  it('starts anew where the clock was set back', () => {
    const join = new GyroJoin(TICKS_PER_SECOND);
    join.gyro(gyro(100_000, 100_010));
    join.accel(accel(100_005));
    join.gyro(gyro(0, 10, 20));
    expect(seen(join.accel(accel(5, 15)))).toEqual([
      [5, 0.05],
      [15, 0.15],
    ]);
  });
});
