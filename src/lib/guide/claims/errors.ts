import type { ClaimEntry } from '../claim';

/** What goes wrong, and what to do about it. */
export const ERRORS: readonly ClaimEntry[] = [
  {
    id: 'H01',
    check: 'seen',
    also: ['measured'],
    variations: ['hamstring'],
    statement: 'Back rounding at the bottom? Raise the seat, shorten the travel, brace.',
    cites: [{ source: '000', lines: [32] }],
    features: ['depth'],
  },
  {
    id: 'H02',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'Pushing with the toes? Move the pressure to the heels and the back of the foot.',
    cites: [{ source: '000', lines: [33] }],
  },
  {
    id: 'H03',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'Pushing from the toes instead of the whole foot hands the work to the quads.',
    cites: [{ source: '001', lines: [31] }],
  },
  {
    id: 'H04',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'Knees that fall in or flare out strain the joint and waste hamstring work.',
    cites: [{ source: '001', lines: [21] }],
  },
  {
    id: 'H05',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'A low back that rounds or lifts is at risk, and the hamstrings lose force.',
    cites: [{ source: '001', lines: [27] }],
  },
  {
    id: 'H06',
    check: 'compared',
    also: ['measured'],
    variations: ['hamstring'],
    statement: 'When the weight is too heavy, form, range and tempo suffer.',
    cites: [{ source: '001', lines: [31] }],
    features: ['travel', 'lowering-time', 'drift'],
  },
  {
    id: 'H07',
    check: 'compared',
    also: ['measured'],
    variations: ['reverse'],
    statement:
      'Reverse press: too heavy a load rounds the back, shortens the range and raises the risk. Form comes before weight.',
    cites: [{ source: '003', lines: [63, 121] }],
    features: ['travel', 'lowering-time', 'drift'],
  },
  {
    id: 'H08',
    check: 'measured',
    variations: ['reverse'],
    statement:
      'Reverse press: cut the range short and you lose what it is for. Use the whole stretch you can control.',
    cites: [{ source: '003', lines: [64, 121] }],
    features: ['depth'],
  },
  {
    id: 'H09',
    check: 'seen',
    variations: ['reverse'],
    statement:
      'Reverse press: the low back tends to round on the way down. Brace; if that is not enough, take less weight or less range.',
    cites: [{ source: '003', lines: [65, 121] }],
  },
  {
    id: 'H10',
    check: 'seen',
    variations: ['reverse'],
    statement:
      'Reverse press: driving from the toes hands work to the quads and strains the knees. Push through the heels.',
    cites: [{ source: '003', lines: [66, 121] }],
  },
  {
    id: 'H11',
    check: 'measured',
    variations: ['reverse'],
    statement:
      'Reverse press: bouncing out of the bottom drops the tension, stresses the joints and undoes the slow lowering.',
    cites: [{ source: '003', lines: [67, 121] }],
    features: ['bounce', 'bottom-pause'],
  },
  {
    id: 'H12',
    check: 'seen',
    variations: ['reverse'],
    statement: 'Reverse press: knees caving in or splaying out? Keep them in line with the toes.',
    cites: [{ source: '003', lines: [68, 121] }],
  },
];
