import { type ClaimEntry, VARIATION_IDS } from '../claim';

/** What sets machines apart. */
export const MACHINES: readonly ClaimEntry[] = [
  {
    id: 'C01',
    check: 'seen',
    also: ['measured'],
    variations: VARIATION_IDS,
    statement:
      'Machines differ. Incline, plate size, how the seat moves, where the stops sit and the drag of the rails each change the load.',
    cites: [{ source: '000', lines: [35] }],
    features: ['incline'],
  },
  {
    id: 'C02',
    check: 'seen',
    also: ['reference'],
    variations: ['hamstring'],
    statement:
      'Choose a machine, and set it, so that your feet can go high, the hips can lead through the whole range and you can lower safely.',
    cites: [{ source: '000', lines: [36] }],
  },
  {
    id: 'C03',
    check: 'reference',
    also: ['measured'],
    variations: ['hamstring'],
    statement:
      'A 45° sled balances load and steadiness. It leaves room for high feet, takes heavy loads, has sturdy stops and asks more of the hips: first choice for heavy work with hamstrings and glutes.',
    figures: [{ name: 'incline', low: 45, high: 45, unit: 'deg' }],
    cites: [{ source: '000', lines: [38, 40, 74] }],
    features: ['incline'],
  },
  {
    id: 'C04',
    check: 'reference',
    also: ['measured'],
    variations: ['hamstring'],
    statement:
      'On a horizontal press gravity helps less and the load feels different; deep hips are uncomfortable for some. It can suit a sensitive low back. Mind the seat angle.',
    cites: [{ source: '000', lines: [38, 41] }],
    features: ['incline'],
  },
  {
    id: 'C05',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      'Other sled and plate-loaded presses leave you freer with your feet. Look for a plate so large that heels set high cannot slip.',
    cites: [{ source: '000', lines: [42] }],
  },
  {
    id: 'C06',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'A 45° press and a horizontal one both do the job. What decides is whether your heels stay put and your spine stays neutral.',
    figures: [{ name: 'incline', low: 45, high: 45, unit: 'deg' }],
    cites: [{ source: '000', lines: [74] }],
  },
  {
    id: 'C07',
    check: 'reference',
    also: ['measured'],
    variations: ['quad'],
    statement: 'When lifters say leg press, they mean the sled at 45°.',
    figures: [{ name: 'incline', low: 45, high: 45, unit: 'deg' }],
    cites: [{ source: '002', lines: [17] }],
    features: ['incline'],
  },
  {
    id: 'C08',
    check: 'seen',
    also: ['measured'],
    variations: ['reverse'],
    statement:
      'For the reverse press, take a usual plate-loaded machine at 45°, sturdy and in good repair.',
    figures: [{ name: 'incline', low: 45, high: 45, unit: 'deg' }],
    cites: [{ source: '003', lines: [36, 38] }],
    features: ['incline'],
  },
];
