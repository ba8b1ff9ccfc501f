import type { ClaimEntry } from '../claim';

/** Which muscles work, and what decides it. */
export const ANATOMY: readonly ClaimEntry[] = [
  {
    id: 'A01',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'This is the ordinary press, changed on purpose: work moves from the front of the thighs and the glutes to the backs of the legs.',
    cites: [{ source: '000', lines: [1, 3] }],
  },
  {
    id: 'A02',
    check: 'reference',
    also: ['seen'],
    variations: ['hamstring'],
    statement:
      'Straightening the hip and bending the knee are separate jobs for the hamstrings. Seat angle, foot position and travel decide which one the press asks for, so keep a note of them.',
    cites: [{ source: '000', lines: [4] }],
  },
  {
    id: 'A03',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'The hamstrings are biceps femoris with its long and short head, semitendinosus and semimembranosus. All but the short head pass over both hip and knee.',
    cites: [{ source: '000', lines: [6] }],
  },
  {
    id: 'A04',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'Hamstrings are at their longest with the hip bent and the knee straight. Feet placed high, with more bend at the hip, tend to bring them in more.',
    cites: [{ source: '000', lines: [7] }],
  },
  {
    id: 'A05',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'Rule of thumb: because these muscles span two joints, a bent hip with a straightening knee gives them the stronger reason to work.',
    cites: [{ source: '000', lines: [8] }],
  },
  {
    id: 'A06',
    check: 'reference',
    also: ['seen'],
    variations: ['quad'],
    statement:
      'Muscle-activity studies, says the source, find the usual press led by the quads when feet sit low and central and the hips bend little. To reach the hamstrings, change the geometry.',
    cites: [{ source: '000', lines: [10] }],
  },
  {
    id: 'A07',
    check: 'seen',
    also: ['measured'],
    variations: ['hamstring'],
    statement:
      "Five things shift the work: the platform's height, how high your feet are, their width and turn-out, the angle of seat or pad, and how far you travel.",
    figures: [{ name: 'listed', low: 5, high: 5, unit: 'count' }],
    cites: [{ source: '000', lines: [11] }],
    features: ['travel'],
  },
  {
    id: 'A08',
    check: 'reference',
    variations: ['hamstring'],
    statement: 'Feet high on the plate: the muscles along the back of hips and legs do more.',
    cites: [{ source: '000', lines: [13] }],
  },
  {
    id: 'A09',
    check: 'measured',
    variations: ['hamstring'],
    statement:
      'Lowering under control keeps the hamstrings loaded for longer, and loaded while they are stretched.',
    cites: [{ source: '000', lines: [15] }],
    features: ['lowering-time', 'time-under-tension'],
  },
  {
    id: 'A10',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'How you press decides which muscle gets the work. A good cue comes with its reason and with a next step.',
    cites: [{ source: '000', lines: [17] }],
  },
  {
    id: 'A11',
    check: 'seen',
    also: ['measured'],
    variations: ['hamstring'],
    statement:
      'Feet alone are not enough. Four things act together: breathing, a hinge at the hips, a controlled range and a sensible load. Then quads and low back need not take over.',
    figures: [{ name: 'listed', low: 4, high: 4, unit: 'count' }],
    cites: [{ source: '000', lines: [18] }],
    features: ['travel', 'lowering-time'],
  },
  {
    id: 'A12',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'Most people know the press for the quads. With a few changes it can train the hamstrings as well.',
    cites: [{ source: '001', lines: [3] }],
  },
  {
    id: 'A13',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      "In the usual press the knees straighten against the load and the hips open only a little. The hamstrings' own jobs are bending the knee and straightening the hip.",
    cites: [{ source: '001', lines: [7] }],
  },
  {
    id: 'A14',
    check: 'reference',
    variations: ['hamstring'],
    statement:
      'Bending and opening the hips further stretches the hamstrings and gives them a bigger part both ways, lowering and pressing. It is still no leg curl.',
    cites: [{ source: '001', lines: [9] }],
  },
  {
    id: 'A15',
    check: 'reference',
    variations: ['quad'],
    statement:
      'The press builds the quads well, above all the teardrop (vastus medialis) on the inside of the thigh, just above the knee.',
    cites: [{ source: '002', lines: [5, 13, 39] }],
  },
  {
    id: 'A16',
    check: 'reference',
    variations: ['quad'],
    statement: 'For building glutes or hamstrings, this source would choose another exercise.',
    cites: [{ source: '002', lines: [13] }],
  },
  {
    id: 'A17',
    check: 'reference',
    variations: ['quad'],
    statement: 'However the seat is set, the machine keeps the hips from opening all the way.',
    cites: [{ source: '002', lines: [29] }],
  },
  {
    id: 'A18',
    check: 'reference',
    variations: ['quad'],
    statement:
      'At the top of a press, torso and thighs still stand at about 90° to each other. A squat ends with the hips fully open; the press never does.',
    figures: [{ name: 'hip-angle', low: 90, high: 90, unit: 'deg' }],
    cites: [{ source: '002', lines: [31] }],
  },
  {
    id: 'A19',
    check: 'reference',
    variations: ['quad'],
    statement:
      'For opening the hips this source names gluteus maximus and the long head of biceps femoris. The short head does not reach the hip.',
    cites: [{ source: '002', lines: [33] }],
  },
  {
    id: 'A21',
    check: 'reference',
    also: ['compared'],
    variations: ['quad'],
    statement:
      'If the press is your main leg exercise, expect glutes and hamstrings to lag behind.',
    cites: [{ source: '002', lines: [37] }],
  },
  {
    id: 'A22',
    check: 'reference',
    variations: ['quad'],
    statement:
      'The quads are rectus femoris together with vastus medialis, lateralis and intermedius.',
    cites: [{ source: '002', lines: [42] }],
  },
  {
    id: 'A23',
    check: 'seen',
    also: ['reference'],
    variations: ['reverse'],
    statement:
      'The reverse press is for advanced lifters. It trains glutes and hamstrings, and it stands or falls with a precise set-up.',
    cites: [{ source: '003', lines: [7, 11] }],
  },
  {
    id: 'A24',
    check: 'reference',
    variations: ['reverse'],
    statement:
      'Placing the body differently moves the work from the quads to the glutes (maximus, medius, minimus) and the hamstrings.',
    cites: [{ source: '003', lines: [15] }],
  },
  {
    id: 'A25',
    check: 'reference',
    variations: ['reverse'],
    statement: 'The idea behind the reverse press: drive as you would to straighten the hips.',
    cites: [{ source: '003', lines: [17] }],
  },
  {
    id: 'A26',
    check: 'reference',
    variations: ['reverse'],
    statement:
      'Gluteus maximus and hamstrings lead. Adductor magnus and the calves (gastrocnemius, soleus) help. Abs, obliques, back extensors and the muscles beside the hip keep you steady.',
    cites: [{ source: '003', lines: [19, 20, 21, 105] }],
  },
  {
    id: 'A27',
    check: 'reference',
    also: ['compared'],
    variations: ['reverse'],
    statement:
      'Against the usual press, the hips fold deeper at the bottom and open harder, so glutes and hamstrings get more stretch and more force.',
    cites: [{ source: '003', lines: [22, 109] }],
    features: ['travel'],
  },
];
