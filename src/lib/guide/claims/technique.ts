import type { ClaimEntry } from '../claim';

/** Cues while pressing. */
export const TECHNIQUE: readonly ClaimEntry[] = [
  {
    id: 'E01',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'Push through your heels, against the upper part of the plate.',
    cites: [{ source: '000', lines: [28] }],
  },
  {
    id: 'E02',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'Let the hips begin the drive, with a slight feeling of hinging.',
    cites: [{ source: '000', lines: [29] }],
  },
  {
    id: 'E03',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'Keep the low back in its natural curve; do not let the pelvis tuck under.',
    cites: [{ source: '000', lines: [30] }],
  },
  {
    id: 'E04',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      'Let the knees travel over the middle of the feet, neither falling in nor drifting out.',
    cites: [{ source: '001', lines: [21] }],
  },
  {
    id: 'E05',
    check: 'seen',
    variations: ['hamstring'],
    statement: 'Think about tightening the hamstrings, on the way down and on the way up.',
    cites: [{ source: '001', lines: [25] }],
  },
  {
    id: 'E06',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      'Take a deep breath and brace before you press. Breathe in while lowering and out while pressing.',
    cites: [{ source: '001', lines: [29] }],
  },
  {
    id: 'E07',
    check: 'measured',
    also: ['seen'],
    variations: ['reverse'],
    statement:
      'Reverse press: open hips and knees with power, push through the heels, squeeze the glutes.',
    cites: [{ source: '003', lines: [55, 117] }],
    features: ['press-velocity'],
  },
  {
    id: 'E08',
    check: 'seen',
    variations: ['reverse'],
    statement:
      'Reverse press: hold the spine neutral on the way down and do not give in to rounding.',
    cites: [{ source: '003', lines: [54] }],
  },
];
