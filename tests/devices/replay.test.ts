import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordingOf, type Sample } from '$lib/core/recording';
import { ReplaySensor } from '$lib/devices/replay';
import { SensorError } from '$lib/devices/sensor';

/** A still sensor: `count` samples from 5 s on, 100 a second. */
function still(count: number) {
  return recordingOf(
    Array.from({ length: count }, (_, i): Sample => ({
      t_s: 5 + i / 100,
      accel_mps2: [i, 0, 9.81],
    })),
  );
}

function heard() {
  const batches: Sample[][] = [];
  const endings: (SensorError | null)[] = [];
  return {
    batches,
    endings,
    samples: (batch: readonly Sample[]) => void batches.push([...batch]),
    status: () => undefined,
    ended: (cause: SensorError | null) => void endings.push(cause),
  };
}

describe('a replayed recording', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('plays in real time, in batches', async () => {
    const listener = heard();
    await new ReplaySensor(still(301), { batch_ms: 50 }).start(listener);
    vi.advanceTimersByTime(1000);
    expect(listener.batches).toHaveLength(20);
    // 0 to 1 s inclusive at 100 Hz.
    expect(listener.batches.flat()).toHaveLength(101);
    expect(listener.endings).toEqual([]);
  });

  it('hands over every sample once and in order, then says that it ended', async () => {
    const listener = heard();
    await new ReplaySensor(still(301)).start(listener);
    vi.advanceTimersByTime(10_000);
    expect(listener.batches.flat().map((sample) => sample.accel_mps2[0])).toEqual(
      Array.from({ length: 301 }, (_, i) => i),
    );
    expect(listener.endings).toEqual([null]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('plays eight times as fast at speed 8', async () => {
    const listener = heard();
    await new ReplaySensor(still(2000), { speed: 8 }).start(listener);
    vi.advanceTimersByTime(1000);
    expect(listener.batches.flat()).toHaveLength(801);
  });

  it('delays samples when timers are late, and loses none', async () => {
    const listener = heard();
    const sensor = new ReplaySensor(still(301));
    await sensor.start(listener);
    vi.advanceTimersByTime(100);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2000);
    vi.advanceTimersByTime(50);
    expect(listener.batches.at(-1)?.length).toBeGreaterThan(190);
    expect(listener.batches.flat().map((s) => s.accel_mps2[0])).toEqual(
      listener.batches.flat().map((_, i) => i),
    );
    await sensor.stop();
    vi.restoreAllMocks();
  });

  it('says nothing after stop, which may be called twice', async () => {
    const listener = heard();
    const sensor = new ReplaySensor(still(301));
    await sensor.start(listener);
    vi.advanceTimersByTime(500);
    await sensor.stop();
    await sensor.stop();
    const before = listener.batches.length;
    vi.advanceTimersByTime(10_000);
    expect(listener.batches).toHaveLength(before);
    expect(listener.endings).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops when the listener stops it in the middle of a batch', async () => {
    const listener = heard();
    const sensor = new ReplaySensor(still(3));
    await sensor.start({ ...listener, samples: () => void sensor.stop() });
    vi.advanceTimersByTime(1000);
    expect(listener.endings).toEqual([]);
  });

  it('refuses a recording without samples', async () => {
    const empty = new ReplaySensor(still(0), { name: 'Empty' });
    await expect(empty.start(heard())).rejects.toThrow(
      new SensorError('unreadable', 'Empty holds no samples.'),
    );
  });

  it('refuses a speed that is not positive', () => {
    expect(() => new ReplaySensor(still(3), { speed: 0 })).toThrow(
      'Speed must be positive, not 0.',
    );
  });
});
