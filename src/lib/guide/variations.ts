import type { VariationId } from './claim';

/** A way to press that the guide tells apart: what defines it, and what goes with it whatever the goal. */
export interface Variation {
  readonly id: VariationId;
  /** The inventory's code for it. */
  readonly code: string;
  readonly legs: 1 | 2;
  readonly feet: Feet;
  /** How the guide wants the press to end; null where it does not say. */
  readonly top: { readonly rule: TopRule; readonly rows: readonly string[] } | null;
  /** Rows that define it. */
  readonly rows: readonly string[];
  /** Rows to tick off before the set, in order; seen by people, never by the sensor. */
  readonly checklist: readonly string[];
  /** Rows to have read and agreed to before it is chosen for the first time. */
  readonly acknowledge: readonly string[];
  /** Rows to warn with, where they apply to the person. */
  readonly cautions: readonly string[];
  /** Questions on which the sources differ and that matter here. */
  readonly disagreements: readonly string[];
}

/** Where the feet go; null where the guide does not say. */
export interface Feet {
  readonly height: 'high' | 'low' | null;
  readonly stance: Stance | null;
  readonly toes: 'slightly-out' | null;
}

export type Stance =
  'hip-to-shoulder' | 'narrower-than-shoulders' | 'wider' | 'centred' | 'shoulders-or-wider';

/** `no-lockout`: stop before the knees are straight; `extend-softly`: extend fully without slamming, a slight bend kept. */
export type TopRule = 'no-lockout' | 'extend-softly';

const NO_LOCKOUT = { rule: 'no-lockout', rows: ['G11', 'G12'] } as const;
const EXTEND_SOFTLY = { rule: 'extend-softly', rows: ['G10'] } as const;

const HAM_CHECKLIST = ['C02', 'D02', 'D03', 'D04', 'D05', 'D09', 'E06', 'K04'];
const HAM_CAUTIONS = ['I02', 'I05', 'I06', 'I07'];
const HAM_DISAGREEMENTS = ['DIS-1', 'DIS-2', 'DIS-3', 'DIS-4', 'DIS-7', 'DIS-8'];
const QUAD_CHECKLIST = ['D07', 'D08'];
const QUAD_DISAGREEMENTS = ['DIS-1', 'DIS-3', 'DIS-11'];
// How to lie in the machine (D11) is left out: the source contradicts itself (X2), and a coach must show it.
const REVERSE_CHECKLIST = ['C08', 'D10', 'D12', 'D13', 'B13'];
const REVERSE_CAUTIONS = ['I11', 'H09'];
const REVERSE_DISAGREEMENTS = ['DIS-2', 'DIS-3', 'DIS-4', 'DIS-7', 'DIS-9'];

export const VARIATIONS: Record<VariationId, Variation> = {
  hamstring: {
    id: 'hamstring',
    code: 'HAM',
    legs: 2,
    feet: { height: 'high', stance: 'hip-to-shoulder', toes: null },
    top: NO_LOCKOUT,
    rows: ['B01', 'B02', 'B08', 'D06'],
    checklist: ['B02', ...HAM_CHECKLIST],
    acknowledge: [],
    cautions: HAM_CAUTIONS,
    disagreements: HAM_DISAGREEMENTS,
  },
  'hamstring-narrow': {
    id: 'hamstring-narrow',
    code: 'HAM-NARROW',
    legs: 2,
    feet: { height: 'high', stance: 'narrower-than-shoulders', toes: null },
    top: NO_LOCKOUT,
    rows: ['B09', 'B10'],
    checklist: ['B10', ...HAM_CHECKLIST],
    acknowledge: [],
    cautions: HAM_CAUTIONS,
    disagreements: HAM_DISAGREEMENTS,
  },
  'hamstring-wide': {
    id: 'hamstring-wide',
    code: 'HAM-WIDE',
    legs: 2,
    feet: { height: 'high', stance: 'wider', toes: 'slightly-out' },
    top: NO_LOCKOUT,
    rows: ['B04', 'B01'],
    checklist: ['B04', ...HAM_CHECKLIST],
    acknowledge: [],
    cautions: HAM_CAUTIONS,
    disagreements: HAM_DISAGREEMENTS,
  },
  'hamstring-single': {
    id: 'hamstring-single',
    code: 'HAM-SINGLE',
    legs: 1,
    feet: { height: 'high', stance: null, toes: null },
    top: NO_LOCKOUT,
    rows: ['B05', 'B06', 'B07'],
    checklist: ['B07', ...HAM_CHECKLIST],
    acknowledge: [],
    cautions: HAM_CAUTIONS,
    disagreements: [...HAM_DISAGREEMENTS, 'DIS-12'],
  },
  quad: {
    id: 'quad',
    code: 'QUAD-2',
    legs: 2,
    feet: { height: 'low', stance: 'centred', toes: null },
    top: null,
    rows: ['A06', 'B03', 'B12'],
    checklist: QUAD_CHECKLIST,
    acknowledge: [],
    cautions: ['I10'],
    disagreements: QUAD_DISAGREEMENTS,
  },
  'quad-single': {
    id: 'quad-single',
    code: 'QUAD-1',
    legs: 1,
    feet: { height: null, stance: null, toes: null },
    top: null,
    rows: ['B11', 'I09'],
    checklist: QUAD_CHECKLIST,
    acknowledge: [],
    cautions: ['I10'],
    disagreements: [...QUAD_DISAGREEMENTS, 'DIS-12'],
  },
  reverse: {
    id: 'reverse',
    code: 'REV',
    legs: 2,
    feet: { height: 'high', stance: 'shoulders-or-wider', toes: 'slightly-out' },
    top: EXTEND_SOFTLY,
    rows: ['A23', 'B13', 'B14', 'B15', 'B16'],
    checklist: [...REVERSE_CHECKLIST, 'B14', 'B15', 'D14'],
    acknowledge: ['A23', 'I12'],
    cautions: REVERSE_CAUTIONS,
    disagreements: REVERSE_DISAGREEMENTS,
  },
  'reverse-single': {
    id: 'reverse-single',
    code: 'REV-1',
    legs: 1,
    feet: { height: 'high', stance: null, toes: null },
    top: EXTEND_SOFTLY,
    rows: ['B17', 'B13'],
    checklist: [...REVERSE_CHECKLIST, 'D14'],
    acknowledge: ['A23', 'I12', 'B17'],
    cautions: REVERSE_CAUTIONS,
    disagreements: [...REVERSE_DISAGREEMENTS, 'DIS-12'],
  },
};
