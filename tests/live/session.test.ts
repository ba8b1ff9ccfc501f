import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { ReplaySensor } from '$lib/devices/replay';
import { ALL_WELL, SensorError } from '$lib/devices/sensor';
import { planFor } from '$lib/guide/plan';
import type { AnalysisWorker } from '$lib/live/analyst';
import type { LiveEvent } from '$lib/live/events';
import { LiveSession } from '$lib/live/session.svelte';
import { TIMELINE } from '$lib/live/timeline';
import { openDatabase, StoreError, type Database } from '$lib/store/database';
import { NO_BRIEF } from '$lib/store/brief';
import { listSets, readSamples } from '$lib/store/sets';
import { keepSetting } from '$lib/store/settings';
import { takeUp } from '$lib/store/take-up';
import { listUnfinished, recover, restoreUnfinished } from '$lib/store/unfinished';
import { analysisPort } from './analysis-port';
import { ToldSensor } from './told-sensor';

const SPEED = 40;
const { recording, truth } = simulate({ seed: 3 });

let database: Database;
let session: LiveSession;

beforeEach(async () => {
  database = await openDatabase(`live-${Math.random()}`);
  session = new LiveSession(database, analysisPort);
});
afterEach(() => {
  // Where a test fails half way, the clock must not stand still for the others.
  vi.useRealTimers();
  database.close();
});

/** Until a report shows it: on a busy machine an analysis takes its time. */
const shown = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000 });

function fastSled() {
  return new ReplaySensor(recording, { name: 'Simulated sled', rate_Hz: 100, speed: SPEED });
}

describe('a live set', () => {
  it('counts reps while they happen and ends as the report of the stored recording', async () => {
    const sled = new ToldSensor();
    await session.start(sled);
    expect(session.status).toBe('streaming');
    const counts: number[] = [];
    let from_s = 0;
    for (const until_s of [...truth.reps.map(({ press }) => press.end_s + 1), Infinity]) {
      sled.play(recording, from_s, until_s);
      const duration_s = Math.min(until_s, recording.t_s[recording.length - 1]);
      await shown(() => expect(session.set?.report?.duration_s).toBeCloseTo(duration_s, 1));
      counts.push(session.set?.reps.length ?? NaN);
      from_s = until_s;
    }
    sled.listener?.ended(null);
    expect(session.status).toBe('over');
    expect(session.error).toBeNull();
    expect(counts).toEqual([...truth.reps.map((_, i) => i + 1), truth.reps.length]);
    await shown(() => expect(session.set?.settled).toBe(truth.reps.length));
    expect(session.set?.reps).toHaveLength(truth.reps.length);
    const lastLive = session.set?.report;

    const set = await session.end();
    if (!set) throw new Error('Nothing was stored.');
    const stored = await readSamples(database, set.id);
    expect(stored).toEqual(recording);
    expect(lastLive).toEqual(analyse(stored));
    expect(set.summary.reps).toBe(lastLive?.set.reps);
    expect(set.summary.reps).toBe(truth.reps.length);
    expect(set).toMatchObject({ title: 'Told' });
    expect(session.status).toBe('idle');
    expect(session.set).toBeNull();
  });

  it('shows a rep before it is settled', async () => {
    const { end_s } = truth.reps[0].press;
    const sled = new ToldSensor();
    await session.start(sled);
    sled.play(recording, 0, end_s + 1);
    await shown(() => expect(session.set?.reps).toHaveLength(1));
    expect(session.set?.settled).toBe(0);
    sled.play(recording, end_s + 1, end_s + 2);
    await shown(() => expect(session.set?.settled).toBe(1));
    expect(session.set?.reps).toHaveLength(1);
    await session.discard();
  });

  it('shows every batch and every analysis on the timeline, and keeps only the latest there', async () => {
    const { stream, taken, analysis, report } = TIMELINE;
    const told: [name: string, samples: unknown][] = [];
    const observer = new PerformanceObserver((list) =>
      told.push(
        ...list.getEntries().map((entry): [string, unknown] => {
          const isOurs = entry instanceof PerformanceMark || entry instanceof PerformanceMeasure;
          return [entry.name, isOurs ? entry.detail : undefined];
        }),
      ),
    );
    observer.observe({ entryTypes: ['mark', 'measure'] });
    const sensor = new ToldSensor();
    await session.start(sensor);
    sensor.send(0, 500);
    await shown(() => expect(session.set?.report).not.toBeNull());
    sensor.send(5, 500);
    await shown(() => {
      expect(told).toEqual([
        [stream, null],
        [taken, 500],
        [analysis, 500],
        [report, 500],
        [taken, 1000],
        [analysis, 1000],
        [report, 1000],
      ]);
    });
    observer.disconnect();
    await session.discard();
    expect(performance.getEntriesByName(taken).length).toBeLessThanOrEqual(1);
    expect(performance.getEntriesByName(analysis).length).toBeLessThanOrEqual(1);
    expect(performance.getEntriesByName(report).length).toBeLessThanOrEqual(1);
  });

  it('analyses what had come when the stream ends by itself', async () => {
    const sensor = new ToldSensor();
    await session.start(sensor);
    sensor.send(0, 500);
    await shown(() => expect(session.set?.report).not.toBeNull());
    sensor.send(5, 500);
    sensor.listener?.ended(null);
    await shown(() => expect(session.set?.report?.duration_s).toBeCloseTo(9.99));
  });

  it('analyses no more often than every 100 ms', async () => {
    const began: number[] = [];
    let last: unknown = null;
    await session.start(fastSled());
    const until_ms = performance.now() + 1200;
    while (performance.now() < until_ms) {
      if (session.set?.report !== last) began.push(performance.now());
      last = session.set?.report;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await session.discard();
    expect(began.length).toBeGreaterThan(2);
    // Counted over the whole run: single gaps are seen through this loop's own timer.
    expect(began.length).toBeLessThanOrEqual(13);
  });

  it('stores what came before the stream was lost', async () => {
    const sensor = new ToldSensor();
    await session.start(sensor);
    sensor.send(0, 500);
    const lost = new SensorError('lost', 'The sensor fell silent.');
    sensor.listener?.ended(lost);
    expect(session.status).toBe('over');
    expect(session.error).toBe(lost);
    expect(session.holdsSet).toBe(true);
    const set = await session.end();
    expect(await listSets(database)).toEqual([set]);
  });

  it('is idle again, and says why, when the sensor cannot be started', async () => {
    const cause = new SensorError('unreachable', 'No answer.');
    await session.start(new ToldSensor(Promise.reject(cause)));
    expect(session.status).toBe('idle');
    expect(session.error).toBe(cause);
  });

  it('throws on what is not a sensor error', async () => {
    const mistake = new TypeError('A mistake in a driver.');
    await expect(session.start(new ToldSensor(Promise.reject(mistake)))).rejects.toBe(mistake);
    expect(session.status).toBe('idle');
  });

  it('lets go of a sensor that connects after the set was discarded', async () => {
    let connected = () => {};
    const sensor = new ToldSensor(new Promise((resolve) => (connected = resolve)));
    const starting = session.start(sensor);
    await session.discard();
    connected();
    await starting;
    expect(session.status).toBe('idle');
    expect(sensor.stops).toBe(2);
  });

  it('refuses a second set while one is under way', async () => {
    await session.start(new ToldSensor());
    await expect(session.start(new ToldSensor())).rejects.toThrow(
      'A set is under way (streaming).',
    );
  });

  it('stores nothing when not one sample came', async () => {
    await session.start(new ToldSensor());
    expect(await session.end()).toBeNull();
    expect(await listSets(database)).toEqual([]);
  });

  it('keeps the samples when they cannot be stored', async () => {
    const sensor = new ToldSensor();
    await session.start(sensor);
    sensor.send(0, 500);
    database.close();
    await expect(session.end()).rejects.toBeInstanceOf(StoreError);
    expect(session.status).toBe('over');
    expect(session.holdsSet).toBe(true);
    // The report on them stands too.
    expect(session.set?.report?.duration_s).toBeCloseTo(4.99);
  });

  it('stops connecting at any time, without a word about it', async () => {
    let refuse: (cause: SensorError) => void = () => undefined;
    const sensor = new ToldSensor(new Promise((_, reject) => (refuse = reject)));
    const starting = session.start(sensor);
    expect(session.status).toBe('connecting');
    const discarding = session.discard();
    // At once, though the sensor may take its time to let go.
    expect(session.status).toBe('idle');
    refuse(new SensorError('cancelled', 'Connecting was stopped.'));
    await Promise.all([starting, discarding]);
    expect(session.error).toBeNull();
  });

  it('does not hear a sensor that it has let go', async () => {
    const sensor = new ToldSensor();
    await session.start(sensor);
    await session.discard();
    sensor.send(0, 10);
    sensor.listener?.status({ ...ALL_WELL, link: 'silent' });
    sensor.listener?.ended(null);
    expect(session.status).toBe('idle');
    expect(session.heard.status).toBe(ALL_WELL);
  });

  it('stays open while the sensor is connected anew', async () => {
    const sensor = new ToldSensor();
    await session.start(sensor);
    sensor.send(0, 100);
    sensor.listener?.status({ ...ALL_WELL, link: 'reconnecting', battery_percent: 80 });
    expect(session).toMatchObject({
      status: 'streaming',
      heard: { status: { battery_percent: 80 } },
    });
    sensor.listener?.status(ALL_WELL);
    sensor.send(4, 100);
    await shown(() => expect(session.set?.report?.gaps).toHaveLength(1));
    await session.discard();
  });

  it('leaves no timer behind when discarded', async () => {
    // The database's own turns go on.
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
    await session.start(fastSled());
    // The second batch has come, and its analysis waits for its turn, as the first for its answer; that is being written.
    vi.advanceTimersByTime(110);
    expect(vi.getTimerCount()).toBe(3);
    await session.discard();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

describe('what is recorded', () => {
  it('is on the disk while it runs, and only as a set once it has ended', async () => {
    const sensor = new ToldSensor();
    await session.start(sensor);
    sensor.send(0, 500);
    await vi.waitFor(() => expect(session.set?.isKept).toBe(true));
    const [row] = await database.getAll('unfinished');
    expect((await recover(database, row.id))?.recording.length).toBe(500);
    const set = await session.end();
    expect(await database.count('unfinished')).toBe(0);
    expect(await listSets(database)).toEqual([set]);
  });

  it('is on the disk at once when the page goes out of sight', async () => {
    const sensor = new ToldSensor();
    await session.start(sensor);
    sensor.send(0, 50);
    await vi.waitFor(() => expect(session.set?.isKept).toBe(true));
    sensor.send(1, 50);
    const hidden_ms = performance.now();
    session.pageTurned('hidden');
    const [{ id }] = await database.getAll('unfinished');
    await vi.waitFor(async () => expect((await recover(database, id))?.recording.length).toBe(100));
    expect(performance.now() - hidden_ms).toBeLessThan(400);
    await session.discard();
  });

  it('stays on the disk when the session is left, and can be gone on with', async () => {
    const first = new ToldSensor();
    await session.start(first);
    first.send(100, 500);
    const before_ms = Date.now();
    await session.leave();
    expect(session.status).toBe('idle');
    const [{ id }] = await listUnfinished(database);

    session.takeUp(await takeUp(database, id));
    const second = new ToldSensor();
    await session.start(second);
    // What came before is shown before the first new sample.
    await shown(() => expect(session.set?.report?.duration_s).toBeCloseTo(4.99));
    // Another sensor's clock, far behind.
    second.send(0, 500);
    const between_s = (Date.now() - before_ms) / 1000;
    const set = await session.end();
    if (!set) throw new Error('Nothing was stored.');
    const { t_s, length } = await readSamples(database, set.id);
    expect(length).toBe(1000);
    expect(t_s[499]).toBeCloseTo(104.99);
    // As far apart as the clock says, to the end of the batch; the analysis does not follow across.
    expect(t_s[500] - t_s[499]).toBeGreaterThanOrEqual(2.5 - 1e-9);
    expect(t_s[999] - t_s[499]).toBeCloseTo(Math.max(between_s, 2.5 + 4.99), 1);
    expect(set.source.notes).toEqual([
      expect.stringMatching(/^Cut off after 5 s, resumed \d+ s later with Told\.$/),
    ]);
    expect(await listUnfinished(database)).toEqual([]);
  });

  it('stays unfinished when the sensor that was to go on with it does not come', async () => {
    const first = new ToldSensor();
    await session.start(first);
    first.send(0, 500);
    await session.leave();
    const [{ id }] = await listUnfinished(database);
    session.takeUp(await takeUp(database, id));
    const cause = new SensorError('unreachable', 'No answer.');
    await session.start(new ToldSensor(Promise.reject(cause)));
    // Another sensor may be tried.
    expect(session.interrupted).not.toBeNull();
    await session.discard();
    expect(session.interrupted).toBeNull();
    expect(await listUnfinished(database)).toHaveLength(1);
  });

  it('is deleted when the set is discarded, and can be brought back', async () => {
    const sensor = new ToldSensor();
    await session.start(sensor);
    sensor.send(0, 500);
    const removed = await session.discard();
    expect(await database.count('chunks')).toBe(0);
    if (!removed) throw new Error('Nothing was on the disk.');
    await restoreUnfinished(database, removed);
    expect(await listUnfinished(database)).toMatchObject([{ samples: 500 }]);
  });

  it('is held in memory where the browser keeps nothing, and can be taken as CSV', async () => {
    session = new LiveSession(null, analysisPort);
    const sensor = new ToldSensor();
    await session.start(sensor);
    expect(session.set?.unsaved).toBe('unavailable');
    sensor.send(0, 500);
    await expect(session.end()).rejects.toMatchObject({ code: 'unavailable' });
    expect(session.holdsSet).toBe(true);
    expect(session.csv().trimEnd().split('\n')).toHaveLength(501);
    expect(await session.discard()).toBeNull();
  });

  it('is told as not saved when the database goes under way', async () => {
    const sensor = new ToldSensor();
    await session.start(sensor);
    sensor.send(0, 100);
    await vi.waitFor(() => expect(session.set?.isKept).toBe(true));
    database.close();
    sensor.send(1, 100);
    await vi.waitFor(() => expect(session.set?.unsaved).toBe('unavailable'));
    expect(session).toMatchObject({ set: { isKept: false }, status: 'streaming' });
  });
});

describe('a set that is paused, started over, or followed by another', () => {
  /** A played set, lifted at once and soon done. */
  const { recording: short, truth: lifted } = simulate({
    seed: 3,
    set: { reps: 4, restBefore_s: 0.5, restExtended_s: 0.5, restAfter_s: 1, carriedBefore_s: 0 },
  });
  const presses = lifted.reps.map(({ press }) => press);
  const events: LiveEvent[] = [];
  const counted = () => events.flatMap((event) => (event.kind === 'rep' ? [event.count] : []));

  beforeEach(() => {
    events.length = 0;
    session.hear((event) => events.push(event));
  });

  let sensor: ToldSensor;
  let from_s: number;

  async function lift(brief = NO_BRIEF) {
    sensor = new ToldSensor();
    from_s = 0;
    await session.start(sensor, brief);
  }

  function play(until_s: number) {
    sensor.play(short, from_s, until_s);
    from_s = until_s;
  }

  /** What comes until half a second after the press of that rep. */
  async function liftUntil(rep: number, count = rep) {
    play(presses[rep - 1].end_s + 0.5);
    await shown(() => expect(counted()).toContain(count));
  }

  async function liftToTheEnd() {
    play(Infinity);
    sensor.listener?.ended(null);
    expect(session.status).toBe('over');
    // Told after all that the last samples tell.
    await shown(() => expect(events.at(-1)).toEqual({ kind: 'ended' }));
    expect(session.set?.report?.duration_s).toBeCloseTo(short.t_s[short.length - 1] - short.t_s[0]);
  }

  /** Waits for a report after the one that stands. */
  async function nextReport() {
    const standing = session.set?.report;
    await shown(() => expect(session.set?.report).not.toBe(standing));
  }

  it('tells every rep once, and that it ended', async () => {
    await lift();
    for (const rep of [1, 2, 3, 4]) await liftUntil(rep);
    await liftToTheEnd();
    expect(counted()).toEqual([1, 2, 3, 4]);
    expect(events.at(-1)).toEqual({ kind: 'ended' });
    await session.discard();
  });

  it('counts nothing in a pause, and records all of it', async () => {
    await lift();
    await liftUntil(1);
    session.pause();
    expect(session.stage).toBe('paused');
    const paused_s = session.set?.time_s;
    await liftToTheEnd();
    expect(counted()).toEqual([1]);
    expect(session.set?.time_s).toBeCloseTo(paused_s ?? NaN);
    const set = await session.end();
    if (!set) throw new Error('Nothing was stored.');
    expect((await readSamples(database, set.id)).length).toBe(short.length);
    expect(set.summary.reps).toBe(1);
    // Brought back in the review, all of them count.
    expect(analyse(await readSamples(database, set.id)).set.reps).toBe(4);
    expect(set.setup.excluded).toHaveLength(1);
    expect(set.setup.excluded[0].end_s).toBeLessThanOrEqual(short.t_s[short.length - 1]);
  });

  it('goes on counting where it had stopped', async () => {
    await lift();
    await liftUntil(1);
    session.pause();
    session.resume();
    expect(session.stage).toBe('lifting');
    for (const rep of [2, 3, 4]) await liftUntil(rep);
    expect(counted()).toEqual([1, 2, 3, 4]);
    await session.discard();
  });

  it('begins with the first rep again when it is started over, and takes that back', async () => {
    await lift();
    await liftUntil(2);
    session.startOver();
    expect(session.set?.reps).toHaveLength(0);
    expect(session.stage).toBe('armed');
    await nextReport();
    expect(session.set?.reps).toHaveLength(0);
    expect(session.stage).toBe('armed');
    events.length = 0;
    await liftUntil(3, 1);
    session.set?.undoStartOver();
    await liftUntil(4);
    expect(counted()).toEqual([1, 4]);
    expect(session.set?.reps).toHaveLength(4);
    await session.discard();
  });

  it('tells what comes while what was started over is brought back, and nothing twice', async () => {
    await lift();
    await liftUntil(2);
    session.startOver();
    session.set?.undoStartOver();
    events.length = 0;
    await liftUntil(3);
    expect(counted()).toEqual([3]);
    expect(session.set?.undoable).toBeNull();
    await session.discard();
  });

  it('counts on when its worker is lost in mid set, and says so', async () => {
    const workers: AnalysisWorker[] = [];
    session = new LiveSession(database, () => {
      workers.push(analysisPort());
      return workers[0];
    });
    session.hear((event) => events.push(event));
    await lift();
    await liftUntil(1);
    expect(session.set?.isAnalysedHere).toBe(false);
    workers[0].onerror?.({} as ErrorEvent);
    expect(session.set?.isAnalysedHere).toBe(true);
    for (const rep of [2, 3, 4]) await liftUntil(rep);
    await liftToTheEnd();
    expect(counted()).toEqual([1, 2, 3, 4]);
    expect((await session.end())?.summary.reps).toBe(4);
    expect(workers).toHaveLength(1);
  });

  it('is stored once, however often it is ended, and not at all when it is discarded meanwhile', async () => {
    await lift();
    await liftUntil(1);
    const [set, again] = await Promise.all([session.end(), session.end()]);
    expect(again).toBe(set);
    expect(await listSets(database)).toHaveLength(1);
    await lift();
    await liftUntil(1);
    const ending = session.end();
    await session.discard();
    expect(await ending).toBeNull();
    expect(session.status).toBe('idle');
    expect(await listSets(database)).toHaveLength(1);
  });

  it('leaves its pause to the page that takes it up', async () => {
    await lift();
    await liftUntil(1);
    session.pause();
    // Written with the samples that follow.
    play(presses[1].end_s);
    await shown(async () => {
      const [row] = await database.getAll('unfinished');
      expect(row.brief.setup.excluded).toHaveLength(1);
    });
    await session.leave();
    const [{ id }] = await listUnfinished(database);
    session.takeUp(await takeUp(database, id));
    await session.start(new ToldSensor());
    expect(session.set?.isPaused).toBe(false);
    await shown(() => expect(session.set?.reps).toHaveLength(1));
    // What had been told is not told again.
    expect(counted()).toEqual([1]);
    await session.discard();
  });

  it('keeps its sensor through the rest, and goes on with the next set in one tap', async () => {
    const sensor = new ToldSensor();
    const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');
    const brief = { ...NO_BRIEF, plan };
    await session.start(sensor, brief);
    sensor.send(0, 300);
    const set = await session.end('rest');
    expect(set?.plan).toEqual(plan);
    expect(session).toMatchObject({ status: 'resting', set: null, sensor, holdsSet: false });
    expect(sensor.stops).toBe(0);
    sensor.send(10, 300);
    session.next(brief);
    expect(session.status).toBe('streaming');
    sensor.send(20, 300);
    expect(session.set?.length).toBe(300);
    await session.end();
    expect(await listSets(database)).toHaveLength(2);
    expect(sensor.stops).toBeGreaterThan(0);
  });

  it('starts by what was chosen for the next set, where nothing else is said', async () => {
    const plan = planFor('hamstring', 'sled-45', 'strength');
    await keepSetting(database, 'next', { ...NO_BRIEF, plan });
    await session.start(new ToldSensor());
    expect(session.set?.brief.plan).toEqual(plan);
    await session.discard();
  });

  it('holds the closed reps against the plan', async () => {
    const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');
    await lift({ ...NO_BRIEF, plan });
    for (const rep of [1, 2, 3, 4]) await liftUntil(rep);
    await liftToTheEnd();
    expect(session.set?.verdicts.size).toBe(4);
    const verdicts = events.flatMap((event) => (event.kind === 'rep' ? [event.verdict] : []));
    expect(verdicts).not.toContain(null);
    await session.discard();
  });
});

describe('a page out of sight', () => {
  it('is told of when a sensor streamed meanwhile, and not for a played recording', async () => {
    const now = vi.spyOn(performance, 'now');
    const hideFor = (hidden_ms: number) => {
      session.pageTurned('hidden');
      const returned_ms = performance.now() + hidden_ms;
      now.mockReturnValueOnce(returned_ms);
      session.pageTurned('visible');
    };
    await session.start(new ToldSensor());
    hideFor(400);
    expect(session.hidden.last_s).toBeNull();
    hideFor(12_000);
    expect(session.hidden.last_s).toBeCloseTo(12, 1);
    await session.discard();
    expect(session.hidden.last_s).toBeNull();
    await session.start(fastSled());
    hideFor(12_000);
    expect(session.hidden.last_s).toBeNull();
    await session.discard();
    now.mockRestore();
  });
});
