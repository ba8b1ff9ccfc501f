import { isCompliant, sameReckoning, type Lifted } from './lifted';

/** A figure that can be bettered: kg × reps, kg, m, m/s, or reps. */
export type BestId = 'work' | 'load' | 'depth' | 'speed' | 'run';

export interface Best {
  readonly id: BestId;
  readonly value: number;
  /** Null where it is counted or entered. */
  readonly sd: number | null;
  /** Of the load at which it was reached; null where it has no part in it. */
  readonly load_kg: number | null;
  readonly set: Lifted;
  /** Whether it stands out of its uncertainty from the next best; that of a first set does. */
  readonly isClear: boolean;
}

/** At how many loads, from the heaviest down, the fastest press is told. */
const SPEEDS_SHOWN = 4;

/**
 * The best of sets of one kind, each with the set it was reached in, the earliest of equals. Load and depth count only
 * in sets that kept to their plan, so that a heavier or deeper set done badly is no best.
 */
export function bestsOf(sets: readonly Lifted[]): Best[] {
  const compliant = sets.filter(isCompliant);
  const loaded = sameReckoning(sets).kept;
  const loadedWell = loaded.filter(isCompliant);
  return [
    counted('work', loadedWell, ({ load_kg, reps }) => (load_kg ?? 0) * reps),
    counted('load', loadedWell, ({ load_kg, reps }) => (reps > 0 ? (load_kg ?? 0) : 0)),
    measured('depth', compliant, ({ depth_m }) => depth_m),
    counted('run', sets, ({ compliantRun }) => compliantRun ?? 0),
    ...speeds(loaded),
  ].filter((best) => best !== null);
}

/** The fastest press at each of the heaviest loads, of presses that were meant to be fast. */
function speeds(loaded: readonly Lifted[]): (Best | null)[] {
  const maximal = loaded.filter(({ isMaximal, fastest_mps }) => isMaximal && fastest_mps !== null);
  const loads_kg = [...new Set(maximal.map(({ load_kg }) => load_kg ?? 0))].sort((a, b) => b - a);
  return loads_kg.slice(0, SPEEDS_SHOWN).map((load_kg) => {
    const best = measured(
      'speed',
      maximal.filter((set) => set.load_kg === load_kg),
      ({ fastest_mps }) => fastest_mps,
    );
    return best && { ...best, load_kg };
  });
}

function counted(
  id: BestId,
  sets: readonly Lifted[],
  figure: (set: Lifted) => number,
): Best | null {
  const [best] = ranked(sets, figure);
  if (!best || figure(best) <= 0) return null;
  const value = figure(best);
  const load_kg = id === 'work' ? best.load_kg : null;
  return { id, value, sd: null, load_kg, set: best, isClear: true };
}

function measured(
  id: BestId,
  sets: readonly Lifted[],
  figure: (set: Lifted) => { mean: number; meanSd: number } | null,
): Best | null {
  const known = sets.flatMap((set) => {
    const found = figure(set);
    return found ? [{ ...found, set, startedAt_ms: set.startedAt_ms }] : [];
  });
  const [best, next] = ranked(known, ({ mean }) => mean);
  if (!best) return null;
  const { mean: value, meanSd: sd, set } = best;
  const isClear = !next || value - next.mean > 2 * Math.hypot(sd, next.meanSd);
  return { id, value, sd, load_kg: null, set, isClear };
}

/** From the highest figure down, the earliest of equals first. */
function ranked<T extends { startedAt_ms: number }>(
  sets: readonly T[],
  figure: (set: T) => number,
): T[] {
  return [...sets].sort((a, b) => figure(b) - figure(a) || a.startedAt_ms - b.startedAt_ms);
}
