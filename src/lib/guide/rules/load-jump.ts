import { find } from './finding';
import { alike, sameSession, sessionsOf } from './history';
import { familyRows, type FamilyRows, ofFamilies } from './rows';
import type { Rule } from './rule';

const ROWS: FamilyRows = { hamstring: ['I02', 'I03', 'K04'], reverse: ['K05'] };
/** After a longer break the last session is no measure. */
const RECENT_MS = 8 * 7 * 24 * 3600e3;

/** How far the load lies above the heaviest of the last session of the same variation, machine and side, as a share. */
export const LOAD_JUMP: Rule = {
  id: 'load-jump',
  part: null,
  severity: 3,
  target: null,
  needs: [],
  rows: ofFamilies(ROWS),
  judge(performance) {
    const { plan, entered, past, startedAt_ms } = performance;
    const rows = familyRows(plan.variation, ROWS);
    if (!entered.load || rows.length === 0) return [];
    const today = new Set(sameSession(performance));
    const earlier = past.filter(
      (set) => !today.has(set) && startedAt_ms - set.startedAt_ms < RECENT_MS,
    );
    const comparable = alike(earlier, performance, ['variation', 'machine', 'side']);
    const last = sessionsOf(comparable.filter(({ load_kg }) => load_kg !== null)).at(-1) ?? [];
    const heaviest_kg = Math.max(...last.map(({ load_kg }) => load_kg ?? 0));
    if (!(heaviest_kg > 0)) return [];
    const { load_kg } = entered.load;
    const limit_kg = heaviest_kg * (1 + plan.tolerances.loadStep);
    return find({
      rule: 'load-jump',
      rep: null,
      measured: load_kg / heaviest_kg - 1,
      sd: 0,
      allowed: [null, plan.tolerances.loadStep],
      unit: '1',
      rows,
      cue: () => ({ id: 'smaller-step', amount: Math.max(0, load_kg - limit_kg) }),
    });
  },
};
