import 'fake-indexeddb/auto';
import { Random } from '../../src/lib/core/simulate/random';
import { openDatabase, type Database } from '../../src/lib/store/database';
import { addDemo } from '../../src/lib/store/demo';
import { isoWithOffset, newId, type StoredSet } from '../../src/lib/store/sets';
import type { Spread } from '../../src/lib/store/summary';

/** A set as the store writes it, and its samples where they are kept. */
export interface Kept {
  set: StoredSet;
  /** Null for all but the latest: neither a list nor a trend reads samples. */
  bytes: Uint8Array | null;
}

const SENSOR = { kind: 'live', name: 'WT901BLE68', format: null, notes: [] } as const;
const WEEK_days = 7;
const SEED = 5000;

/**
 * So many sets lifted over years, the latest today's or yesterday's: the demo's week as the store itself keeps it, week
 * after week, each time a little different.
 */
export async function manySets(count: number, now: Date): Promise<Kept[]> {
  const database = await openDatabase('bench-history');
  const words = {
    title: () => SENSOR.name,
    notes: { hurried: 'In a hurry', shallower: '', gap: 'Link dropped', tired: 'Tired' },
  };
  const week = (await addDemo(database, { words, now })).reverse();
  const random = new Random(SEED);
  const kept: Kept[] = [];
  for (let i = 0; i < count; i++) {
    const model = week[i % week.length];
    const set = earlier(model, Math.floor(i / week.length), random);
    const bytes = i < week.length ? await samplesOf(database, model) : null;
    kept.push({ set, bytes });
  }
  database.close();
  return kept;
}

async function samplesOf(database: Database, { id }: StoredSet): Promise<Uint8Array | null> {
  return (await database.get('recordings', id)) ?? null;
}

/** The set as it might have been so many weeks before: lighter, and measured a little otherwise. */
function earlier(model: StoredSet, weeks: number, random: Random): StoredSet {
  const date = new Date(model.addedAt);
  date.setDate(date.getDate() - weeks * WEEK_days);
  const { entered, summary } = model;
  const { load } = entered;
  const about = (spread: Spread | null) => spread && scaled(spread, random.uniform(0.93, 1.07));
  return {
    ...model,
    id: newId(),
    addedAt: isoWithOffset(date),
    source: SENSOR,
    entered: {
      ...entered,
      load: load && { ...load, load_kg: Math.max(20, load.load_kg - Math.floor(weeks / 8) * 2.5) },
    },
    summary: {
      ...summary,
      lower_s: about(summary.lower_s),
      press_s: about(summary.press_s),
      depth_m: about(summary.depth_m),
      press_mps: about(summary.press_mps),
      propulsive_mps: about(summary.propulsive_mps),
    },
  };
}

function scaled({ mean, meanSd, low, high }: Spread, factor: number): Spread {
  return { mean: mean * factor, meanSd: meanSd * factor, low: low * factor, high: high * factor };
}
