/** What a set is for. `free` asks nothing: it is recorded, and judged only by what people ask of it themselves. */
export type GoalId =
  'hypertrophy-a' | 'hypertrophy-b' | 'strength' | 'rehab' | 'first-sessions' | 'reverse' | 'free';

export interface Goal {
  readonly id: GoalId;
  /** Rows of the inventory that describe it. */
  readonly rows: readonly string[];
  /** Rows on what to train beside it. */
  readonly beside: readonly string[];
  /** Rows that must be ticked off before a set for this goal. */
  readonly mustCheck: readonly string[];
  /** Questions on which the sources differ and that matter here. */
  readonly disagreements: readonly string[];
}

export const GOALS: Record<GoalId, Goal> = {
  'hypertrophy-a': {
    id: 'hypertrophy-a',
    rows: ['J01', 'J02', 'J03', 'J05', 'K03'],
    beside: [],
    mustCheck: [],
    disagreements: ['DIS-6', 'DIS-9'],
  },
  'hypertrophy-b': {
    id: 'hypertrophy-b',
    rows: ['J01', 'J02', 'J04', 'J05', 'K03', 'F04'],
    beside: [],
    mustCheck: [],
    disagreements: ['DIS-6', 'DIS-9'],
  },
  strength: {
    id: 'strength',
    rows: ['J06', 'J07', 'J08', 'J09'],
    beside: ['J10'],
    mustCheck: ['I04', 'D05'],
    disagreements: ['DIS-5'],
  },
  rehab: {
    id: 'rehab',
    rows: ['J11', 'J12', 'J13', 'J14'],
    beside: [],
    mustCheck: ['I06', 'I07'],
    disagreements: [],
  },
  'first-sessions': {
    id: 'first-sessions',
    rows: ['J15', 'K04'],
    beside: [],
    mustCheck: [],
    disagreements: [],
  },
  reverse: {
    id: 'reverse',
    rows: ['J16', 'J17', 'J18'],
    beside: ['K06'],
    mustCheck: ['I12'],
    disagreements: ['DIS-9'],
  },
  free: { id: 'free', rows: [], beside: [], mustCheck: [], disagreements: [] },
};

/** Of the two hypertrophy presets the one three passages agree on (DIS-6). */
export const DEFAULT_GOAL: GoalId = 'hypertrophy-b';
