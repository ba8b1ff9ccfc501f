import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeRecording } from '$lib/core/file/binary';
import { sliceRecording } from '$lib/core/recording';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { DEFAULT_SETUP, type Setup } from '$lib/core/sled/setup';
import { Analyst, type Analysed, type AnalysisWorker } from '$lib/live/analyst';
import { analysisPort } from './analysis-port';

const { recording } = simulate({
  seed: 3,
  set: { reps: 4, restBefore_s: 0.5, restExtended_s: 0.5, restAfter_s: 1, carriedBefore_s: 0 },
});
const HALF = recording.length >> 1;
const half = sliceRecording(recording, 0, HALF);
/** The first half of the set does not count. */
const SECOND_HALF: Setup = {
  ...DEFAULT_SETUP,
  excluded: [{ start_s: recording.t_s[0], end_s: recording.t_s[HALF], reason: 'removed' }],
};

const reports: Analysed[] = [];
let lost = 0;
let analyst: Analyst;

/** What has been reported: how many samples each report was of. */
const lengths = () => reports.map((analysed) => analysed.recording.length);

function begin(start: () => AnalysisWorker = analysisPort) {
  reports.length = 0;
  lost = 0;
  analyst = new Analyst({
    onReport: (analysed) => reports.push(analysed),
    onLost: () => lost++,
    start,
  });
}

/** A worker beside which the test stands: what it is asked is counted, and it can be made to keep still or to fail. */
class WatchedWorker {
  readonly worker = analysisPort();
  readonly questions: Parameters<AnalysisWorker['postMessage']>[0][] = [];
  isDeaf = false;
  isTerminated = false;

  constructor() {
    const { worker } = this;
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (question, options) => {
      this.questions.push({ ...question, samples: question.samples.slice() });
      if (!this.isDeaf) post(question, options);
    };
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      this.isTerminated = true;
      terminate();
    };
  }

  fail() {
    this.worker.onerror?.({} as ErrorEvent);
  }
}

afterEach(() => {
  vi.useRealTimers();
  analyst.end();
});

describe('an analyst', () => {
  it('gives the report that an analysis of the same samples gives, however they came', async () => {
    begin();
    for (let n = 1; n < recording.length; n += 251) {
      await analyst.ask(sliceRecording(recording, 0, n), DEFAULT_SETUP);
    }
    await analyst.ask(recording, DEFAULT_SETUP);
    expect(reports.at(-1)?.report).toEqual(analyse(recording));
    expect(reports.at(-1)?.report.reps).toHaveLength(4);
    expect(lost).toBe(0);
  });

  it('sends each sample once, and a setup only when it is another', async () => {
    const watched = new WatchedWorker();
    begin(() => watched.worker);
    await analyst.ask(half, DEFAULT_SETUP);
    await analyst.ask(recording, DEFAULT_SETUP);
    await analyst.ask(recording, SECOND_HALF);
    const [first, second, third] = watched.questions;
    expect(first.setup).toEqual(DEFAULT_SETUP);
    expect(second.setup).toBeNull();
    expect(third.setup).toEqual(SECOND_HALF);
    const sent = watched.questions.map(({ samples }) => decodeRecording(samples));
    expect(sent.map(({ length }) => length)).toEqual([HALF, recording.length - HALF, 0]);
    expect(sent[1]).toEqual(sliceRecording(recording, HALF, recording.length));
  });

  it('has one question under way, and then asks for all that came meanwhile', async () => {
    const watched = new WatchedWorker();
    begin(() => watched.worker);
    const lengthsAsked = [100, 200, 300, HALF];
    const asked = lengthsAsked.map((n) =>
      analyst.ask(sliceRecording(recording, 0, n), DEFAULT_SETUP),
    );
    expect(watched.questions).toHaveLength(1);
    await Promise.all(asked);
    expect(lengths()).toEqual([100, HALF]);
    expect(watched.questions).toHaveLength(2);
    expect(reports[1].report).toEqual(analyse(half));
  });

  it('does not report by a setup that is no longer wanted', async () => {
    begin();
    const before = analyst.ask(recording, DEFAULT_SETUP);
    await analyst.ask(recording, SECOND_HALF);
    await before;
    expect(reports).toHaveLength(1);
    expect(reports[0].report).toEqual(analyse(recording, SECOND_HALF));
    expect(reports[0].report.reps.length).toBeLessThan(4);
    // And back: the samples are all still there.
    await analyst.ask(recording, DEFAULT_SETUP);
    expect(reports[1].report).toEqual(analyse(recording));
  });

  it('tells when a report was asked for, and when it came', async () => {
    begin();
    const from_ms = performance.now();
    await analyst.ask(half, DEFAULT_SETUP);
    const [{ asked_ms, came_ms }] = reports;
    expect(asked_ms).toBeGreaterThanOrEqual(from_ms);
    expect(came_ms).toBeGreaterThan(asked_ms);
    expect(came_ms).toBeLessThanOrEqual(performance.now());
  });

  it('reports nothing once it has ended, and keeps nobody waiting', async () => {
    const watched = new WatchedWorker();
    begin(() => watched.worker);
    const asked = analyst.ask(recording, DEFAULT_SETUP);
    analyst.end();
    await asked;
    await analyst.ask(recording, DEFAULT_SETUP);
    expect(reports).toEqual([]);
    expect(watched.isTerminated).toBe(true);
    expect(lost).toBe(0);
  });
});

describe('an analyst whose worker is lost', () => {
  it('analyses on the page where none can be started', async () => {
    begin(() => {
      throw new DOMException('No workers here.', 'SecurityError');
    });
    expect(lost).toBe(1);
    await analyst.ask(half, DEFAULT_SETUP);
    await analyst.ask(recording, SECOND_HALF);
    expect(lengths()).toEqual([HALF, recording.length]);
    expect(reports[1].report).toEqual(analyse(recording, SECOND_HALF));
  });

  it('answers the question under way, and those after it', async () => {
    const watched = new WatchedWorker();
    begin(() => watched.worker);
    await analyst.ask(sliceRecording(recording, 0, 100), DEFAULT_SETUP);
    watched.isDeaf = true;
    const asked = analyst.ask(half, DEFAULT_SETUP);
    watched.fail();
    await asked;
    await analyst.ask(recording, DEFAULT_SETUP);
    expect(lost).toBe(1);
    expect(watched.isTerminated).toBe(true);
    expect(lengths()).toEqual([100, HALF, recording.length]);
    expect(reports[2].report).toEqual(analyse(recording));
  });

  it('does not wait for ever for one that says nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const watched = new WatchedWorker();
    watched.isDeaf = true;
    begin(() => watched.worker);
    const asked = analyst.ask(recording, DEFAULT_SETUP);
    vi.advanceTimersByTime(14_000);
    expect(lost).toBe(0);
    vi.advanceTimersByTime(2000);
    expect(lost).toBe(1);
    await asked;
    expect(reports[0].report).toEqual(analyse(recording));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes what cannot be read for a failure', async () => {
    const watched = new WatchedWorker();
    watched.isDeaf = true;
    begin(() => watched.worker);
    const asked = analyst.ask(half, DEFAULT_SETUP);
    watched.worker.onmessageerror?.({} as MessageEvent);
    await asked;
    expect(lost).toBe(1);
    expect(lengths()).toEqual([HALF]);
  });
});
