import { modulo } from '../modulo';
import { pause } from '../pause';
import { SensorError } from '../sensor';
import type { Connection, Reading } from './model';
import { modelWords } from './words';

/** The longest wait for a first notification, ms: a board at 1 Hz would still be heard. */
const PATIENCE_MS = 3000;
/** How long is listened from the first notification on, ms. */
const TRIAL_MS = 600;
const LOOK_MS = 20;

/** What a device sent while it was tried out. */
export interface Trial {
  /** Readings per second by when they came: rough, for radios deliver in bursts. */
  readonly arrivalRate_Hz: number;
  /** Readings per second by the device's own clock. */
  tickRate_Hz(unit_s: number, period: number): number;
  /** Hands over what has come so far, as one batch, and then whatever comes. */
  handTo(take: (readings: readonly Reading[]) => void): void;
}

/**
 * Subscribes to a device whose program decides alone what it sends and how often, and listens for 0.6 s.
 * Rejects with SensorError: `not-ready` where nothing comes within 3 s, `wrong-device` where nothing of it can be
 * read.
 */
export async function tryOut(
  connection: Connection,
  [service, characteristic]: readonly [service: string, characteristic: string],
  decode: (view: DataView) => readonly Reading[],
): Promise<Trial> {
  const heard: { at_ms: number; reading: Reading }[] = [];
  let refused: SensorError | null = null;
  let take = (readings: readonly Reading[]) => {
    const at_ms = performance.now();
    heard.push(...readings.map((reading) => ({ at_ms, reading })));
  };
  await connection.subscribe(service, characteristic, (value) => {
    try {
      take(decode(value));
    } catch (cause) {
      if (cause instanceof SensorError) refused = cause;
      throw cause;
    }
  });
  for (let waited_ms = 0; heard.length === 0; waited_ms += LOOK_MS) {
    if (waited_ms >= PATIENCE_MS) throw silence(refused);
    await pause(LOOK_MS);
  }
  await pause(TRIAL_MS);
  const readings = heard.map(({ reading }) => reading);
  const span_ms = heard[heard.length - 1].at_ms - heard[0].at_ms;
  return {
    arrivalRate_Hz: perSecond(readings.length, span_ms / 1000),
    tickRate_Hz: (unit_s, period) =>
      perSecond(readings.length, ticksBetween(readings, period) * unit_s),
    handTo: (next) => {
      // The stillness before a set's first movement is short enough without these being dropped.
      const early = heard.splice(0).map(({ reading }) => reading);
      take = next;
      if (early.length > 0) next(early);
    },
  };
}

/** Readings per second; at least 1, where too few came to tell. */
function perSecond(count: number, span_s: number): number {
  return count > 1 && span_s > 0 ? Math.max(1, (count - 1) / span_s) : 1;
}

/** Ticks from the first reading to the last, over a clock that rolls over. */
function ticksBetween(readings: readonly Reading[], period: number): number {
  const from = readings[0].tick ?? 0;
  const to = readings[readings.length - 1].tick ?? 0;
  return modulo(to - from, period);
}

function silence(refused: SensorError | null): SensorError {
  if (refused) {
    return new SensorError('wrong-device', modelWords.boardUnreadable(refused.message), {
      cause: refused,
    });
  }
  return new SensorError('not-ready', modelWords.boardSilent(PATIENCE_MS / 1000));
}
