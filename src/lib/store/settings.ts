import type { MachineId } from '$lib/guide/machines';
import type { VariationId } from '$lib/guide/claim';
import type { DepthTarget } from '$lib/guide/plan';
import type { Side } from '$lib/guide/entered';
import type { FeedbackSettings, LiveChoices } from './choices';
import { writeTo, type Database } from './database';
import type { Brief } from './brief';

/** What is kept under which name, beside the sets. */
export interface Settings {
  /** What the next set starts from: as the person chose it, or as the last set had it. */
  next: Brief;
  /** The depths that were calibrated: one for each machine, variation and side. */
  calibrations: readonly Calibration[];
  /** What tells of a rep while the set runs. */
  feedback: FeedbackSettings;
  /** How the live page runs a set. */
  live: LiveChoices;
  /** What the person calls themselves, beside what they write. */
  name: string;
}

export interface Calibration {
  readonly machine: MachineId;
  readonly variation: VariationId;
  readonly side: Side | null;
  readonly depth: DepthTarget;
  /** Of the rail; null where it was not seen. */
  readonly incline_deg: number | null;
  /** ISO 8601 with offset. */
  readonly madeAt: string;
}

/** What was kept under a name; null where nothing was, or without a database. */
export async function readSetting<Name extends keyof Settings>(
  database: Database | null,
  name: Name,
): Promise<Settings[Name] | null> {
  const value = await database?.get('settings', name);
  // What stands under a name was written under it.
  return (value as Settings[Name] | undefined) ?? null;
}

/** Keeps a choice. Rejects with StoreError. */
export async function keepSetting<Name extends keyof Settings>(
  database: Database,
  name: Name,
  value: Settings[Name],
): Promise<void> {
  await writeTo(database, ['settings'], (transaction) =>
    transaction.objectStore('settings').put(value, name),
  );
}

/** The calibration for this machine, variation and side; null where there is none. */
export function calibrationFor(
  calibrations: readonly Calibration[] | null,
  of: Pick<Calibration, 'machine' | 'variation' | 'side'>,
): Calibration | null {
  return calibrations?.find((each) => isFor(each, of)) ?? null;
}

/** The calibrations with one more, in the place of an earlier one for the same. */
export function withCalibration(
  calibrations: readonly Calibration[] | null,
  calibration: Calibration,
): Calibration[] {
  return [...(calibrations ?? []).filter((each) => !isFor(each, calibration)), calibration];
}

function isFor(
  a: Pick<Calibration, 'machine' | 'variation' | 'side'>,
  b: Pick<Calibration, 'machine' | 'variation' | 'side'>,
): boolean {
  return a.machine === b.machine && a.variation === b.variation && a.side === b.side;
}
