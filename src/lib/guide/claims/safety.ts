import type { ClaimEntry } from '../claim';

/** What to mind before loading, and when to ask someone. */
export const SAFETY: readonly ClaimEntry[] = [
  {
    id: 'I01',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'The press loads the legs with less compression of the spine than squats. The source finds it useful for size, strength and rehab.',
    cites: [{ source: '000', lines: [50] }],
  },
  {
    id: 'I02',
    check: 'measured',
    also: ['compared'],
    variations: ['hamstring'],
    statement:
      'A press forced too hard, or a heavy load taken suddenly on the way down, can strain a hamstring.',
    cites: [{ source: '000', lines: [50] }],
    features: ['lowering-peak', 'impact'],
  },
  {
    id: 'I03',
    check: 'compared',
    also: ['reference'],
    variations: ['hamstring'],
    statement:
      'Keep a balance: controlled lowering, steps up that you choose on purpose, and mobility and strength in lowering trained beside it.',
    cites: [{ source: '000', lines: [50] }],
  },
  {
    id: 'I04',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'Going heavy? Check first that the stops keep your low back from having to help.',
    cites: [{ source: '000', lines: [54] }],
  },
  {
    id: 'I05',
    check: 'seen',
    also: ['measured'],
    variations: ['hamstring'],
    statement:
      'To spare the low back: a neutral spine, a limit on depth, a fitting pad angle, less load.',
    cites: [{ source: '000', lines: [72] }],
    features: ['depth'],
  },
  {
    id: 'I06',
    check: 'compared',
    also: ['measured'],
    variations: ['hamstring'],
    statement:
      'After a hamstring tear, guided by a clinician: careful loads, controlled lowering, and a short range to begin with.',
    cites: [{ source: '000', lines: [82] }],
    features: ['depth', 'lowering-time'],
  },
  {
    id: 'I07',
    check: 'compared',
    also: ['seen'],
    variations: ['hamstring'],
    statement: 'After a tear, add lowering work bit by bit, with a clinician to guide you.',
    cites: [{ source: '000', lines: [82] }],
    features: ['time-under-tension'],
  },
  {
    id: 'I08',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'A braced trunk keeps the back steady.',
    cites: [{ source: '001', lines: [27] }],
  },
  {
    id: 'I09',
    check: 'reference',
    variations: ['quad-single'],
    statement: 'This source counts the one-legged press as a good choice for safety.',
    cites: [{ source: '002', lines: [15] }],
  },
  {
    id: 'I10',
    check: 'seen',
    variations: ['quad'],
    statement:
      'Whether the press suits you depends on your goals and on the limits or injuries you bring.',
    cites: [{ source: '002', lines: [19] }],
  },
  {
    id: 'I11',
    check: 'reference',
    variations: ['reverse'],
    statement:
      'The reverse press puts less direct compression on the spine. For some people with low-back concerns it is an option; not for everyone.',
    cites: [{ source: '003', lines: [29, 85, 113] }],
  },
  {
    id: 'I12',
    check: 'seen',
    variations: ['reverse'],
    statement: 'In rehab, do the reverse press only under qualified supervision.',
    cites: [{ source: '003', lines: [31, 86] }],
  },
  {
    id: 'I13',
    check: 'seen',
    also: ['measured'],
    variations: ['reverse'],
    statement:
      'Reverse press: the catches come off last, after you have braced and have a firm grip.',
    cites: [{ source: '003', lines: [53] }],
    features: ['unrack'],
  },
];
