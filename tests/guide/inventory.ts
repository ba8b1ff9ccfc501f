import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const FOLDER = join(import.meta.dirname, '../../../shared/reference');

/** Why a test that needs the inventory is skipped; empty where it is there. */
export const MISSING = existsSync(FOLDER) ? '' : ' (skipped: ../shared/reference is not here)';

/** One row of the inventory: what a source says, in short. */
export interface InventoryRow {
  id: string;
  var: string;
  params: string;
}

/** What the inventory lists per preset; a key that is not there is a blank. */
export interface InventoryPreset {
  id: string;
  sets?: [number, number] | null;
  reps?: [number, number] | null;
  ecc_s?: [number, number] | null;
  ecc_required?: boolean;
  pause_bottom_s?: [number, number] | null;
  iso_hold_at_stretch?: boolean;
  concentric?: string | null;
  load_pct_1rm?: [number, number] | null;
  load_pct_perceived_max?: [number, number] | null;
  per_week?: [number, number] | null;
  depth_knee_deg?: number;
}

export interface Inventory {
  /** The documents' names, by the number they are cited with. */
  files: Record<string, string>;
  variations: string[];
  presets: InventoryPreset[];
  rows: InventoryRow[];
  disagreements: { id: string }[];
}

export function readInventory(): Inventory {
  return JSON.parse(readFileSync(join(FOLDER, 'guide.json'), 'utf8')) as Inventory;
}

/** The table of presets, as the inventory prints it: cells by column, by the preset's name. */
export function readPresetTable(): Map<string, Record<string, string>> {
  const text = readFileSync(join(FOLDER, 'guide.md'), 'utf8');
  const section = text.slice(text.indexOf('## 3. '), text.indexOf('## 4. '));
  const [header, , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return new Map(
    rows.map((cells) => [
      cells[0],
      Object.fromEntries(header.map((column, i) => [column, cells[i]])),
    ]),
  );
}
