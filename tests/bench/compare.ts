import type { Agreement, CategoryScore } from './score';

/** The categories and totals of one method. */
export interface MethodScores {
  method: string;
  categories: CategoryScore[];
}

/** How far blind falls short of being told the holds; null where nothing was measured. */
export interface OracleRatio {
  name: string;
  blind: OracleFigures;
  oracle: OracleFigures;
  /** Blind over oracle. */
  depthRatio: number | null;
  lowerRatio: number | null;
}

export interface OracleFigures {
  missed: number;
  depthRmse_m: number | null;
  /** Half-width of the 95 % limits of agreement. */
  lowerSpread_s: number | null;
}

/** One method's figures in one category; null for what it does not measure. */
export interface ComparedScore {
  method: string;
  sets: number;
  exact: number;
  reps: number;
  missed: number;
  extra: number;
  depthRmse_m: number | null;
  lower: Agreement | null;
  press: Agreement | null;
}

export interface ComparedCategory {
  name: string;
  methods: ComparedScore[];
}

/** Blind against oracle, category by category. Both lists hold the same categories. */
export function oracleRatios(
  blind: readonly CategoryScore[],
  oracle: readonly CategoryScore[],
): OracleRatio[] {
  return blind.map((score, i) => {
    const [mine, told] = [oracleFigures(score), oracleFigures(oracle[i])];
    return {
      name: score.name,
      blind: mine,
      oracle: told,
      depthRatio: ratio(mine.depthRmse_m, told.depthRmse_m),
      lowerRatio: ratio(mine.lowerSpread_s, told.lowerSpread_s),
    };
  });
}

function oracleFigures({ missed, depthRmse_m, times }: CategoryScore): OracleFigures {
  return { missed, depthRmse_m, lowerSpread_s: measured(times.lower)?.spread_s ?? null };
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

/** Several methods, category by category. All of them hold the same categories. */
export function sideBySide(scores: readonly MethodScores[]): ComparedCategory[] {
  return scores[0].categories.map(({ name }, i) => ({
    name,
    methods: scores.map(({ method, categories }) => compared(method, categories[i])),
  }));
}

function compared(method: string, score: CategoryScore): ComparedScore {
  const { sets, exact, reps, missed, extra, depthRmse_m, times } = score;
  return {
    method,
    sets,
    exact,
    reps,
    missed,
    extra,
    depthRmse_m: Number.isFinite(depthRmse_m) ? depthRmse_m : null,
    lower: measured(times.lower),
    press: measured(times.press),
  };
}

function measured(agreement: Agreement): Agreement | null {
  return agreement.count > 0 && Number.isFinite(agreement.spread_s) ? agreement : null;
}
