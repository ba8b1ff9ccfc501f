import type { Recording } from '$lib/core/recording';
import { simulate } from '$lib/core/simulate';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { depthAbout, planFor, withTarget, type Plan } from '$lib/guide/plan';
import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import type { Brief } from './brief';
import type { Database } from './database';
import { DEMO_WEEK, type DemoSession, type DemoSet, type Planted } from './demo-week';
import { DEMO_NAME } from './history';
import { addSet, isoWithOffset, type StoredSet } from './sets';

/*
 * A week of sets that nobody lifted, to explore the app with. Loaded when it is asked for only: nothing else needs
 * the simulated sled.
 */

/** What the demo says, in the person's language. */
export interface DemoWords {
  /** The name of a set: what it trains, and its place in the session from 1. */
  readonly title: (set: DemoSet, place: number) => string;
  /** What the person noted of a set in which something went wrong. */
  readonly notes: Readonly<Record<Planted, string>>;
}

export interface DemoOptions {
  readonly words: DemoWords;
  /** The week ends today. */
  readonly now: Date;
  /** Hears after each set how many there are of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** The gap in a recording whose link dropped: so far into it, for so long. */
const GAP = { from_s: 21, length_s: 1.4 };
const FIRST_SEED = 401;

/**
 * Simulates and stores the week, set by set; between them the page answers. Rejects with StoreError; the sets stored by then
 * stay, and go with the demo.
 */
export async function addDemo(
  database: Database,
  { words, now, onProgress }: DemoOptions,
): Promise<StoredSet[]> {
  const planned = DEMO_WEEK.flatMap((session) =>
    session.sets.map((set, i) => ({ set, place: i + 1, at: timeOf(session, i, now) })),
  );
  const stored: StoredSet[] = [];
  for (const [i, { set, place, at }] of planned.entries()) {
    const recording = recordingOf(set, FIRST_SEED + i);
    await pause();
    stored.push(
      await addSet(database, {
        title: words.title(set, place),
        source: { kind: 'simulated', name: DEMO_NAME, format: null, notes: [] },
        recording,
        brief: briefOf(set, words),
        addedAt: isoWithOffset(at),
      }),
    );
    onProgress?.(stored.length, planned.length);
    await pause();
  }
  return stored;
}

function timeOf({ daysAgo, from_min, every_min }: DemoSession, place: number, now: Date): Date {
  const minutes = from_min + place * every_min;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, 0, minutes);
}

function recordingOf({ moves, planted }: DemoSet, seed: number): Recording {
  const { recording } = simulate({ seed, set: moves, sensor: { gyro: null } });
  return planted === 'gap' ? withGap(recording) : recording;
}

/** The recording without the samples of its gap. */
function withGap({ t_s, accel_mps2: { x, y, z } }: Recording): Recording {
  const from_s = t_s[0] + GAP.from_s;
  const keep = (_: number, i: number) => t_s[i] < from_s || t_s[i] >= from_s + GAP.length_s;
  const kept_s = t_s.filter(keep);
  const accel_mps2 = { x: x.filter(keep), y: y.filter(keep), z: z.filter(keep) };
  return { length: kept_s.length, t_s: kept_s, accel_mps2, gyro_dps: null };
}

function briefOf(set: DemoSet, words: DemoWords): Brief {
  const { side, load_kg, rpe, planted } = set;
  const load = { load_kg, typedIn: 'kg', includesSled: false } as const;
  const note = planted ? words.notes[planted] : '';
  const entered = { ...NOTHING_ENTERED, load, side, rpe, pain: 0, note };
  return { setup: DEFAULT_SETUP, plan: planOf(set), entered };
}

function planOf({ variation, goal, depth_m }: DemoSet): Plan {
  const plan = planFor(variation, 'sled-45', goal);
  return withTarget(plan, 'depth', depthAbout(depth_m, plan.tolerances), 'athlete');
}

/** Lets the page draw and answer. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
