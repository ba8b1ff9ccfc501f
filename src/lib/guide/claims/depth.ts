import type { ClaimEntry } from '../claim';

/** How deep to go, and where the top ends. */
export const DEPTH: readonly ClaimEntry[] = [
  {
    id: 'G01',
    check: 'measured',
    also: ['seen'],
    variations: ['hamstring'],
    statement:
      'Choose your depth by mobility and safety: plenty of bend at the hips, and no rounding of the low back.',
    cites: [{ source: '000', lines: [24] }],
    features: ['depth'],
  },
  {
    id: 'G02',
    check: 'measured',
    also: ['seen'],
    variations: ['hamstring'],
    statement: 'If going deep tucks the pelvis or rounds the back, raise the seat or stop higher.',
    cites: [{ source: '000', lines: [24, 32] }],
    features: ['depth'],
  },
  {
    id: 'G03',
    check: 'measured',
    variations: ['hamstring'],
    statement:
      'Lower with control to a stop you have set beforehand: more stretch for the muscle, less stress for the joints.',
    cites: [{ source: '000', lines: [24] }],
    features: ['depth', 'impact'],
  },
  {
    id: 'G04',
    check: 'measured',
    also: ['seen'],
    variations: ['hamstring'],
    statement:
      "Your limit is where the pelvis begins to tuck. Use the pad's angle to hold your back, and take weight off if you need to.",
    cites: [{ source: '000', lines: [72] }],
    features: ['depth'],
  },
  {
    id: 'G05',
    check: 'measured',
    also: ['seen'],
    variations: ['hamstring'],
    statement:
      'Go deep enough to bend the hips well while the spine stays neutral; never force the last bit.',
    cites: [{ source: '000', lines: [86] }],
    features: ['depth'],
  },
  {
    id: 'G06',
    check: 'measured',
    also: ['seen'],
    variations: ['hamstring'],
    statement:
      'Hamstrings need range: lower with control and bring the knees well in to the chest.',
    cites: [{ source: '001', lines: [17] }],
    features: ['depth'],
  },
  {
    id: 'G07',
    check: 'measured',
    also: ['seen'],
    variations: ['hamstring'],
    statement: 'Stop before your low back rounds or your hips come off the pad.',
    cites: [{ source: '001', lines: [17] }],
    features: ['depth'],
  },
  {
    id: 'G08',
    check: 'reference',
    also: ['compared'],
    variations: ['hamstring'],
    statement: 'A deep stretch readies the hamstrings for a powerful press.',
    cites: [{ source: '001', lines: [17] }],
    features: ['press-velocity', 'depth'],
  },
  {
    id: 'G09',
    check: 'measured',
    also: ['seen'],
    variations: ['reverse'],
    statement:
      'Reverse press: lower until the knees are well bent and the hips folded as far as they go, thighs near the chest. Look for a deep stretch.',
    cites: [{ source: '003', lines: [54, 117] }],
    features: ['depth'],
  },
  {
    id: 'G10',
    check: 'measured',
    also: ['seen'],
    variations: ['reverse'],
    statement:
      'Reverse press: straighten the legs at the top without slamming, and keep a slight bend in the knees.',
    cites: [{ source: '003', lines: [56, 98] }],
    features: ['top-snap', 'past-top', 'top-pause'],
  },
  {
    id: 'G11',
    check: 'measured',
    also: ['seen'],
    variations: ['hamstring'],
    statement:
      'Do not lock the knees. Staying just short of straight keeps the tension on and spares the joint.',
    cites: [{ source: '000', lines: [31] }],
    features: ['past-top', 'top-pause', 'top-snap'],
  },
  {
    id: 'G12',
    check: 'measured',
    also: ['seen'],
    variations: ['hamstring'],
    statement:
      'Locked knees at the top load the joint and let the hamstrings switch off. Leave the knees soft.',
    cites: [{ source: '001', lines: [31] }],
    features: ['past-top', 'top-pause', 'top-snap'],
  },
];
