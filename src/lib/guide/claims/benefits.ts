import type { ClaimEntry } from '../claim';

/** What it is good for, and for whom. */
export const BENEFITS: readonly ClaimEntry[] = [
  {
    id: 'K07',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'Hamstrings that are strong when long and when lowering can help sprinting, together with drills for your sport.',
    cites: [{ source: '000', lines: [80] }],
  },
  {
    id: 'M01',
    check: 'reference',
    variations: ['reverse'],
    statement:
      'The reverse press asks much of glutes and hamstrings, and its deep stretch may help them grow.',
    cites: [{ source: '003', lines: [28] }],
  },
  {
    id: 'M02',
    check: 'reference',
    variations: ['reverse'],
    statement:
      'The reverse press trains opening the hips, which you use to sprint, to jump and in daily life.',
    cites: [{ source: '003', lines: [30] }],
  },
  {
    id: 'M03',
    check: 'reference',
    variations: ['reverse'],
    statement:
      'Rails guide the weight of the reverse press, so you can add load step by step with little need to balance.',
    cites: [{ source: '003', lines: [31] }],
  },
  {
    id: 'M04',
    check: 'reference',
    variations: ['reverse'],
    statement:
      'For advanced lifters whose progress has stalled, the reverse press is something new.',
    cites: [{ source: '003', lines: [32, 87] }],
  },
  {
    id: 'M05',
    check: 'reference',
    variations: ['reverse'],
    statement:
      'The reverse press is for athletes whose sport needs a strong drive from the hips: sprinters, jumpers, football players.',
    cites: [{ source: '003', lines: [83] }],
  },
  {
    id: 'M06',
    check: 'reference',
    variations: ['reverse'],
    statement: 'The reverse press is also for anyone who wants to build glutes and hamstrings.',
    cites: [{ source: '003', lines: [84] }],
  },
  {
    id: 'M07',
    check: 'reference',
    variations: ['quad'],
    statement:
      'Many make the press the base of their leg training. This author usually would not, unless the quads are the goal.',
    cites: [{ source: '002', lines: [19, 21] }],
  },
  {
    id: 'M08',
    check: 'reference',
    variations: ['reverse'],
    statement:
      'In short, the reverse press is advanced, trains hips and hamstrings with little load on the spine, and puts form before weight.',
    cites: [{ source: '003', lines: [91, 95, 96, 99] }],
  },
];
