import type { ClaimEntry } from '../claim';

/** What makes each variation: feet, stance, one leg or two. */
export const VARIATION_CLAIMS: readonly ClaimEntry[] = [
  {
    id: 'B01',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      'Nothing changes the press as much as foot height. High feet fold the hips further at the bottom.',
    cites: [{ source: '000', lines: [20, 64] }],
  },
  {
    id: 'B02',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      "Heels close to the plate's upper edge, feet between hip- and shoulder-width apart. Expect more work at the back of the legs and slightly less turning force at the knee.",
    cites: [{ source: '000', lines: [21] }],
  },
  {
    id: 'B03',
    check: 'seen',
    variations: ['quad'],
    statement:
      'Low, central feet make it the quad version. Choose another spot when hamstrings are the goal.',
    cites: [{ source: '000', lines: [22] }],
  },
  {
    id: 'B04',
    check: 'seen',
    variations: ['hamstring-wide'],
    statement:
      'A wide stance with toes turned out a little may bring in the inner hamstrings better. That holds for some lifters, not for all.',
    cites: [{ source: '000', lines: [14] }],
  },
  {
    id: 'B05',
    check: 'compared',
    variations: ['hamstring-single'],
    statement:
      'One leg at a time, foot high, trains each side by itself. It helps to even out the sides, and to make up for what is lost when both legs press together.',
    cites: [{ source: '000', lines: [23, 70] }],
    features: ['asymmetry'],
  },
  {
    id: 'B06',
    check: 'compared',
    also: ['measured'],
    variations: ['hamstring-single'],
    statement:
      'With one leg, take weight off and put control first. How much to take off, the guide does not say.',
    cites: [{ source: '000', lines: [23] }],
    features: ['lowering-smoothness', 'lowering-time'],
  },
  {
    id: 'B07',
    check: 'seen',
    also: ['measured'],
    variations: ['hamstring-single'],
    statement:
      'Pressing with one leg calls more on the muscles behind the hip, provided the foot is high and the travel controlled.',
    cites: [{ source: '000', lines: [70] }],
    features: ['travel'],
  },
  {
    id: 'B08',
    check: 'seen',
    variations: ['hamstring'],
    statement:
      'Moving the feet up folds the hips more at the bottom and leaves the quads with less leverage.',
    cites: [{ source: '001', lines: [13] }],
  },
  {
    id: 'B09',
    check: 'seen',
    also: ['compared'],
    variations: ['hamstring-narrow'],
    statement:
      'Feet closer together than the shoulders favour the hamstrings and allow a deeper stretch.',
    cites: [{ source: '001', lines: [15] }],
    features: ['travel'],
  },
  {
    id: 'B10',
    check: 'seen',
    also: ['compared'],
    variations: ['hamstring-narrow'],
    statement:
      'High and narrow together give the hips the most bend and the hamstrings the most stretch and, by this source, the most work.',
    cites: [{ source: '001', lines: [15] }],
    features: ['travel'],
  },
  {
    id: 'B11',
    check: 'compared',
    variations: ['quad-single'],
    statement:
      'You can press with both legs or with one. One leg is valued for safety, and for bringing a weaker or smaller side level.',
    cites: [{ source: '002', lines: [5, 15] }],
    features: ['asymmetry'],
  },
  {
    id: 'B12',
    check: 'measured',
    also: ['seen'],
    variations: ['quad'],
    statement:
      'The standard press: lower until the knees are bent to about 90°, then press up again.',
    figures: [{ name: 'knee-angle', low: 90, high: 90, unit: 'deg' }],
    cites: [{ source: '002', lines: [31] }],
    features: ['depth'],
  },
  {
    id: 'B13',
    check: 'seen',
    variations: ['reverse'],
    statement:
      'Reverse press: set the feet high, for the deepest bend at the hips and the longest stretch.',
    cites: [{ source: '003', lines: [41] }],
  },
  {
    id: 'B14',
    check: 'seen',
    variations: ['reverse'],
    statement: 'Reverse press: feet as wide as the shoulders, or a touch wider, suits the glutes.',
    cites: [{ source: '003', lines: [42] }],
  },
  {
    id: 'B15',
    check: 'seen',
    variations: ['reverse'],
    statement:
      'Reverse press: turn the toes out a little. It can help the hips to rotate and the glutes to join in.',
    cites: [{ source: '003', lines: [43] }],
  },
  {
    id: 'B16',
    check: 'seen',
    variations: ['reverse'],
    statement:
      'Where its steps are listed and summed up, the reverse press wants the feet not only high but wide.',
    cites: [{ source: '003', lines: [53, 97] }],
  },
  {
    id: 'B17',
    check: 'compared',
    also: ['seen'],
    variations: ['reverse-single'],
    statement:
      'The reverse press on one leg works on imbalances and single-leg strength and makes steadying harder. It needs an even firmer trunk.',
    cites: [{ source: '003', lines: [76] }],
    features: ['asymmetry'],
  },
];
