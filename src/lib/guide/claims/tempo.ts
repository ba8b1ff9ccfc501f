import type { ClaimEntry } from '../claim';

/** How fast to lower, pause and press. */
export const TEMPO: readonly ClaimEntry[] = [
  {
    id: 'F01',
    check: 'measured',
    variations: ['hamstring'],
    statement: 'Take 3–4 s to lower.',
    figures: [{ name: 'lowering', low: 3, high: 4, unit: 's' }],
    cites: [{ source: '000', lines: [26] }],
    features: ['lowering-time'],
  },
  {
    id: 'F02',
    check: 'measured',
    variations: ['hamstring'],
    statement: 'Pause briefly in the stretch, 0.5–1 s at the bottom.',
    figures: [{ name: 'bottom-pause', low: 0.5, high: 1, unit: 's' }],
    cites: [{ source: '000', lines: [26] }],
    features: ['bottom-pause'],
  },
  {
    id: 'F03',
    check: 'measured',
    variations: ['hamstring'],
    statement:
      'Press up explosively or under control: both will do. The guide gives no seconds for it.',
    cites: [{ source: '000', lines: [26] }],
    features: ['press-time', 'press-velocity'],
  },
  {
    id: 'F04',
    check: 'measured',
    variations: ['hamstring'],
    statement: 'For growing hamstrings, lower in 3–4 s and stop briefly at the bottom.',
    figures: [{ name: 'lowering', low: 3, high: 4, unit: 's' }],
    cites: [{ source: '000', lines: [68] }],
    features: ['lowering-time', 'bottom-pause'],
  },
  {
    id: 'F05',
    check: 'measured',
    variations: ['hamstring'],
    statement: 'Move on purpose both ways; let no momentum do the work.',
    cites: [{ source: '001', lines: [19] }],
    features: ['lowering-smoothness', 'bounce', 'lowering-peak'],
  },
  {
    id: 'F06',
    check: 'measured',
    variations: ['hamstring'],
    statement:
      'A slow way down keeps the hamstrings working longest where they are stretched. The source gives no seconds.',
    cites: [{ source: '001', lines: [19] }],
    features: ['lowering-time', 'stretch-time'],
  },
  {
    id: 'F07',
    check: 'measured',
    variations: ['hamstring'],
    statement:
      'Press with attention: you can tighten the hamstrings as you go, and the source sees less risk in it.',
    cites: [{ source: '001', lines: [19] }],
    features: ['press-time', 'impact'],
  },
  {
    id: 'F08',
    check: 'measured',
    variations: ['reverse'],
    statement: 'Reverse press: lower slowly, in control all the way.',
    cites: [{ source: '003', lines: [54, 117] }],
    features: ['lowering-time', 'lowering-smoothness'],
  },
  {
    id: 'F09',
    check: 'measured',
    variations: ['reverse'],
    statement: 'Reverse press, as an option: 3–4 s on the way down, for more tension and growth.',
    figures: [{ name: 'lowering', low: 3, high: 4, unit: 's' }],
    cites: [{ source: '003', lines: [77] }],
    features: ['lowering-time'],
  },
  {
    id: 'F10',
    check: 'measured',
    variations: ['reverse'],
    statement:
      'Reverse press: stopping at the bottom can make it harder. It is optional, and no length is given.',
    cites: [{ source: '003', lines: [77] }],
    features: ['bottom-pause'],
  },
];
