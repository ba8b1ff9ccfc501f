import type { ClaimEntry } from '../claim';

/** What to train beside the press. */
export const COMPLEMENTARY: readonly ClaimEntry[] = [
  {
    id: 'J10',
    check: 'reference',
    variations: ['hamstring'],
    statement: 'On the days between heavy pressing, think about heavy Romanian deadlifts.',
    cites: [{ source: '000', lines: [54] }],
  },
  {
    id: 'L01',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'Add exercises that build strength in lowering, strength in opening the hips, and control of the pelvis.',
    cites: [{ source: '000', lines: [57] }],
  },
  {
    id: 'L02',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'Romanian deadlifts, on both legs or on one: strength and control while the hamstrings are long.',
    cites: [{ source: '000', lines: [58, 88] }],
  },
  {
    id: 'L03',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'Nordic curls: very demanding on the way down. The source picks them for lowering strength and as care against injury.',
    cites: [{ source: '000', lines: [59, 88] }],
  },
  {
    id: 'L04',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'Glute-ham raises, or curls on a Swiss ball, train the hamstrings by themselves and at changing joint angles.',
    cites: [{ source: '000', lines: [60, 88] }],
  },
  {
    id: 'L05',
    check: 'reference',
    variations: ['hamstring'],
    statement: 'The press goes with deadlifts; it does not take their place.',
    cites: [{ source: '000', lines: [66] }],
  },
];
