import type { ClaimEntry } from '../claim';

/** What to set and check before the first rep. */
export const SET_UP: readonly ClaimEntry[] = [
  {
    id: 'D01',
    check: 'reference',
    variations: ['hamstring'],
    statement: 'A good set-up looks after back and joints and still loads the hamstrings.',
    cites: [{ source: '000', lines: [44] }],
  },
  {
    id: 'D02',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      'Set seat and back so that the hips can bend a lot before the pelvis tucks under. A pad leaned back a little often helps.',
    cites: [{ source: '000', lines: [45] }],
  },
  {
    id: 'D03',
    check: 'seen',
    also: ['measured'],
    variations: ['hamstring'],
    statement:
      'Set the stops at the deepest point where your low back stays flat and the stretch is still there. Best is a stop you can hear or feel.',
    cites: [{ source: '000', lines: [46] }],
    features: ['impact', 'depth'],
  },
  {
    id: 'D04',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      'Keep your heels on the plate, all of them. Shoes with a firm heel help against slipping and uneven pushing.',
    cites: [{ source: '000', lines: [47] }],
  },
  {
    id: 'D05',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      'Wear shoes with firm heels. Bare feet are less steady, and under heavy loads the source advises against them.',
    cites: [{ source: '000', lines: [84] }],
  },
  {
    id: 'D06',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      'Heels high and down from start to finish, feet between hip- and shoulder-width apart. Think of a slight hinge at the hips.',
    cites: [{ source: '000', lines: [64] }],
  },
  {
    id: 'D07',
    check: 'seen',
    variations: ['quad'],
    statement: 'Stay seated: bottom on the seat for the whole set, for the sake of your low back.',
    cites: [{ source: '002', lines: [14] }],
  },
  {
    id: 'D08',
    check: 'seen',
    variations: ['quad'],
    statement: 'Leave your head against the pad for the whole set, for the sake of your neck.',
    cites: [{ source: '002', lines: [14] }],
  },
  {
    id: 'D09',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'Press your low back into the pad through the whole range, and brace.',
    cites: [{ source: '001', lines: [27] }],
  },
  {
    id: 'D10',
    check: 'seen',
    variations: ['reverse'],
    statement:
      'Reverse press: slide the back pad out to its furthest setting. On some machines it has to come off, or the seat has to change.',
    cites: [{ source: '003', lines: [39] }],
  },
  {
    id: 'D12',
    check: 'seen',
    variations: ['reverse'],
    statement:
      'Reverse press: lean the trunk forward, rest forearms or hands on the frame, keep the spine neutral.',
    cites: [{ source: '003', lines: [46] }],
  },
  {
    id: 'D13',
    check: 'seen',
    also: ['compared'],
    variations: ['reverse'],
    statement:
      "Reverse press: bring the hips as near to the seat's edge as feels comfortable. It gives you the longest travel.",
    cites: [{ source: '003', lines: [47] }],
    features: ['travel'],
  },
  {
    id: 'D14',
    check: 'seen',
    also: ['measured'],
    variations: ['reverse'],
    statement:
      'Reverse press, in this order: load with care, place your feet, brace, hold the frame, and only then release the catches.',
    cites: [{ source: '003', lines: [53] }],
    features: ['unrack'],
  },
];
