import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sample, Vector3 } from '$lib/core/recording';
import { askForMotion, PhoneSensor } from '$lib/devices/phone';
import type { SensorError, SensorStatus } from '$lib/devices/sensor';

/** What a `devicemotion` event of a browser holds; a rate in the order alpha, beta, gamma. */
interface Moved {
  /** Where the clock of the events stands, ms. */
  at_ms: number;
  accel: readonly (number | null)[] | null;
  rate?: readonly (number | null)[] | null;
}

/** Lying on its back: specific force points out of the screen. */
const FLAT: Vector3 = [0, 0, 9.8];

let page: EventTarget;

function move({ at_ms, accel, rate = null }: Moved) {
  const event = new Event('devicemotion');
  Object.defineProperty(event, 'timeStamp', { value: at_ms });
  page.dispatchEvent(
    Object.assign(event, {
      accelerationIncludingGravity: accel && { x: accel[0], y: accel[1], z: accel[2] },
      rotationRate: rate && { alpha: rate[0], beta: rate[1], gamma: rate[2] },
    }),
  );
}

function turn(beta: number | null, gamma: number | null) {
  page.dispatchEvent(Object.assign(new Event('deviceorientation'), { beta, gamma }));
}

/** Events every 16 ms from one time up to another, all alike. */
function moveFor(from_ms: number, to_ms: number, moved: Omit<Moved, 'at_ms'> = { accel: FLAT }) {
  for (let at_ms = from_ms; at_ms <= to_ms; at_ms += 16) {
    vi.advanceTimersByTime(16);
    move({ at_ms, ...moved });
  }
}

function heard() {
  const batches: Sample[][] = [];
  const links: SensorStatus['link'][] = [];
  const notices: SensorStatus['notices'][] = [];
  const endings: (SensorError | null)[] = [];
  return {
    batches,
    links,
    notices,
    endings,
    samples: (batch: readonly Sample[]) => void batches.push([...batch]),
    status: (status: SensorStatus) => {
      links.push(status.link);
      notices.push(status.notices);
    },
    ended: (cause: SensorError | null) => void endings.push(cause),
  };
}

const times_ms = (batches: readonly Sample[][]) =>
  batches.flat().map(({ t_s }) => Math.round(t_s * 1e6) / 1e3);

/** A sensor that has settled on 62.5 Hz, with events up to 512 ms. */
async function started(moved?: Omit<Moved, 'at_ms'>) {
  const listener = heard();
  const sensor = new PhoneSensor();
  const start = sensor.start(listener);
  moveFor(0, 512, moved);
  await start;
  return { sensor, listener };
}

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('DeviceMotionEvent', class {});
  vi.stubGlobal('isSecureContext', true);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a phone as the sensor', () => {
  it('hands over what was felt from the first event on, in m/s² and °/s, on the events’ own clock', async () => {
    const { sensor, listener } = await started({ accel: [1, 2, 9.5], rate: [10, 20, 30] });
    expect(sensor.rate_Hz).toBeCloseTo(62.5);
    // 33 events, of which the last waits for the next.
    expect(listener.batches).toHaveLength(32);
    expect(times_ms(listener.batches)).toEqual(Array.from({ length: 32 }, (_, i) => i * 16));
    // alpha, beta and gamma are rates about x, y and z.
    expect(listener.batches[0][0]).toEqual({
      t_s: 0,
      accel_mps2: [1, 2, 9.5],
      gyro_dps: [10, 20, 30],
    });
    await sensor.stop();
  });

  it('has no gyroscope where the browser tells no rates', async () => {
    const { listener, sensor } = await started({ accel: FLAT, rate: [null, null, null] });
    expect(listener.batches[0][0]).toEqual({ t_s: 0, accel_mps2: FLAT });
    await sensor.stop();
  });

  it('takes a null as a lost value', async () => {
    const { listener, sensor } = await started();
    move({ at_ms: 528, accel: [0, null, 9.8], rate: [1, null, 3] });
    move({ at_ms: 544, accel: null, rate: [1, 2, 3] });
    move({ at_ms: 560, accel: FLAT });
    expect(listener.batches.flat().slice(-2)).toEqual([
      { t_s: 0.528, accel_mps2: [0, NaN, 9.8], gyro_dps: [1, NaN, 3] },
      { t_s: 0.544, accel_mps2: [NaN, NaN, NaN], gyro_dps: [1, 2, 3] },
    ]);
    await sensor.stop();
  });
});

describe('which way is up', () => {
  /** Poses with what is up in them, and how `deviceorientation` tells it, both in the specification's frame. */
  it.each([
    ['on its back', 0, 0, [0, 0, 9.8]],
    ['standing upright', 90, 0, [0, 9.8, 0]],
    ['on its head', -90, 0, [0, -9.8, 0]],
    ['on its right edge', 0, 90, [-9.8, 0, 0]],
    ['on its face', 180, 0, [0, 0, -9.8]],
  ] as const)('is told by the orientation: %s', async (_pose, beta, gamma, up) => {
    for (const sign of [1, -1]) {
      const listener = heard();
      const sensor = new PhoneSensor();
      const start = sensor.start(listener);
      turn(beta, gamma);
      moveFor(0, 512, { accel: up.map((each) => sign * each), rate: [1, 2, 3] });
      await start;
      const [first] = listener.batches.flat();
      first.accel_mps2.forEach((each, axis) => expect(each).toBeCloseTo(up[axis], 12));
      // A turn is the same turn whichever way forces are counted.
      expect(first.gyro_dps).toEqual([1, 2, 3]);
      await sensor.stop();
    }
  });

  it('stays as it was found, though the sled goes faster than it falls', async () => {
    const listener = heard();
    const sensor = new PhoneSensor();
    const start = sensor.start(listener);
    turn(0, 0);
    moveFor(0, 512, { accel: [0, 0, -9.8] });
    await start;
    move({ at_ms: 528, accel: [0, 0, 3] });
    move({ at_ms: 544, accel: [0, 0, -9.8] });
    expect(listener.batches.flat().at(-1)?.accel_mps2).toEqual([-0, -0, -3]);
    await sensor.stop();
  });

  it('is the specification’s where the browser does not know its orientation', async () => {
    const listener = heard();
    const sensor = new PhoneSensor();
    const start = sensor.start(listener);
    turn(null, null);
    moveFor(0, 512, { accel: [0, 0, -9.8] });
    await start;
    expect(listener.batches[0][0].accel_mps2).toEqual([0, 0, -9.8]);
    await sensor.stop();
  });
});

describe('times of events', () => {
  it('that a busy page got all at once follow one another as they were measured', async () => {
    const { listener, sensor } = await started();
    // The page was busy from 528 to 620 ms; five readings waited.
    for (const at_ms of [528, 620, 620.5, 620.5, 621, 622]) move({ at_ms, accel: FLAT });
    move({ at_ms: 636, accel: FLAT });
    expect(times_ms(listener.batches).slice(-6)).toEqual([528, 558, 574, 590, 606, 622]);
    await sensor.stop();
  });

  it('never reach back to the batch before', async () => {
    const { listener, sensor } = await started();
    for (const at_ms of [540, 540, 540, 540]) move({ at_ms, accel: FLAT });
    move({ at_ms: 556, accel: FLAT });
    expect(times_ms(listener.batches).slice(-5)).toEqual([512, 519, 526, 533, 540]);
    await sensor.stop();
  });

  it('rise strictly on a clock of 100 ms', async () => {
    const listener = heard();
    const sensor = new PhoneSensor();
    const start = sensor.start(listener);
    for (let i = 0; i < 100; i++) move({ at_ms: Math.floor((i * 16) / 100) * 100, accel: FLAT });
    await start;
    const times = times_ms(listener.batches);
    expect(times.length).toBeGreaterThan(80);
    times.slice(1).forEach((time, i) => expect(time).toBeGreaterThan(times[i]));
    // Nowhere do they stray from when it was by more than the clock's own step.
    times.forEach((time, i) => expect(Math.abs(time - i * 16)).toBeLessThan(100));
    await sensor.stop();
  });

  it('are true to a pause: a hidden page hears nothing, and its samples are not stretched over the gap', async () => {
    const { listener, sensor } = await started();
    for (const at_ms of [8000, 8000, 8016, 8032]) move({ at_ms, accel: FLAT });
    expect(times_ms(listener.batches).slice(-4)).toEqual([512, 7984, 8000, 8016]);
    await sensor.stop();
  });

  it('tell the rate only from events without a pause', async () => {
    const listener = heard();
    const sensor = new PhoneSensor();
    const start = sensor.start(listener);
    moveFor(0, 64);
    moveFor(9000, 9512);
    await start;
    expect(sensor.rate_Hz).toBeCloseTo(62.5);
    expect(times_ms(listener.batches)[0]).toBe(9000);
    await sensor.stop();
  });
});

describe('a phone at rest', () => {
  it('is mentioned, with what it weighs in g, where that is not 1 g', async () => {
    const heavy = await started({ accel: [0, 0, 14.7] });
    moveFor(528, 1200, { accel: [0, 0, 14.7] });
    expect(heavy.listener.notices).toEqual([
      [{ code: 'gravity-off', measured_g: expect.closeTo(1.5, 2) as number }],
    ]);
    await heavy.sensor.stop();
    const right = await started();
    moveFor(528, 1200);
    expect(right.listener.notices).toEqual([]);
    await right.sensor.stop();
  });
});

describe('a silence', () => {
  it('is told once, and so is its end', async () => {
    const { listener, sensor } = await started();
    vi.advanceTimersByTime(5000);
    expect(listener.links).toEqual(['silent']);
    moveFor(5512, 5600);
    expect(listener.links).toEqual(['silent', 'streaming']);
    await sensor.stop();
  });
});

describe('stop', () => {
  it('may be called twice, and nothing is heard after it', async () => {
    const { listener, sensor } = await started();
    const before = listener.batches.length;
    await sensor.stop();
    await sensor.stop();
    moveFor(528, 1000);
    vi.advanceTimersByTime(5000);
    expect(listener.batches).toHaveLength(before);
    expect(listener.links).toEqual([]);
    expect(listener.endings).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('by the listener in the middle of the first batches ends them', async () => {
    const listener = heard();
    const sensor = new PhoneSensor();
    const start = sensor.start({
      ...listener,
      samples: (batch) => {
        listener.samples(batch);
        void sensor.stop();
      },
    });
    moveFor(0, 512);
    await start;
    expect(listener.batches).toHaveLength(1);
  });

  it('refuses a start that is under way as cancelled', async () => {
    const sensor = new PhoneSensor();
    const start = sensor.start(heard());
    moveFor(0, 64);
    await sensor.stop();
    await expect(start).rejects.toMatchObject({ name: 'SensorError', code: 'cancelled' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a start', () => {
  it('is refused where no motion comes within a second, or only an event of nulls', async () => {
    const sensor = new PhoneSensor();
    const start = sensor.start(heard());
    move({ at_ms: 10, accel: [null, null, null], rate: [null, null, null] });
    vi.advanceTimersByTime(1000);
    await expect(start).rejects.toMatchObject({ name: 'SensorError', code: 'unreachable' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is refused where the browser has no such events', async () => {
    vi.stubGlobal('DeviceMotionEvent', undefined);
    await expect(new PhoneSensor().start(heard())).rejects.toMatchObject({ code: 'unsupported' });
    await expect(askForMotion()).rejects.toMatchObject({ code: 'unsupported' });
    vi.stubGlobal('isSecureContext', false);
    await expect(askForMotion()).rejects.toThrow('https');
  });

  it('is a programmer’s mistake the second time', async () => {
    const { sensor } = await started();
    expect(() => sensor.start(heard())).toThrow('This phone has been started before.');
    await sensor.stop();
  });
});

describe('asking for motion', () => {
  const answering = (requestPermission: () => Promise<string>) =>
    vi.stubGlobal(
      'DeviceMotionEvent',
      class {
        static readonly requestPermission = requestPermission;
      },
    );

  it('is not needed where the browser has no such question', async () => {
    await expect(askForMotion()).resolves.toBeUndefined();
  });

  it('asks while the click is still being handled', () => {
    const ask = vi.fn(() => Promise.resolve('granted'));
    answering(ask);
    void askForMotion();
    expect(ask).toHaveBeenCalledOnce();
  });

  it.each([['granted'], ['denied'], ['default']])('takes %s at its word', async (answer) => {
    answering(() => Promise.resolve(answer));
    if (answer === 'granted') await expect(askForMotion()).resolves.toBeUndefined();
    else await expect(askForMotion()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is forbidden, with the cause, where the browser will not ask', async () => {
    const cause = new Error('Requires a user gesture.');
    answering(() => Promise.reject(cause));
    await expect(askForMotion()).rejects.toMatchObject({ code: 'forbidden', cause });
  });
});
