/** A question the sources answer differently, or one source in several ways. */
export interface Disagreement {
  id: string;
  /** The inventory's. */
  inventoryId: string;
  /** The question in our own words. */
  about: string;
  /** The answers; each is the ids of the claims that give it, and they name their source. */
  sides: readonly (readonly string[])[];
}

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    id: 'hamstring-suitability',
    inventoryId: 'DIS-1',
    about: 'Does the leg press suit the hamstrings at all?',
    sides: [['A08', 'A14'], ['A16', 'A17', 'A21'], ['A27']],
  },
  {
    id: 'stance-width',
    inventoryId: 'DIS-2',
    about: 'How far apart do the feet go?',
    sides: [['B02', 'D06'], ['B04'], ['B09', 'B10'], ['B14'], ['B16']],
  },
  {
    id: 'depth',
    inventoryId: 'DIS-3',
    about: 'How deep should a rep go?',
    sides: [['B12'], ['G06'], ['G01', 'G03', 'G04'], ['G09']],
  },
  {
    id: 'top-position',
    inventoryId: 'DIS-4',
    about: 'How straight may the legs be at the top?',
    sides: [['G11', 'G12'], ['G10'], ['B12']],
  },
  {
    id: 'press-speed',
    inventoryId: 'DIS-5',
    about: 'Press fast or with restraint?',
    sides: [['F03'], ['J08', 'G08', 'E07'], ['F05', 'F07']],
  },
  {
    id: 'lowering-time',
    inventoryId: 'DIS-6',
    about: 'How long should lowering take for growth?',
    sides: [['J03'], ['J04', 'F01', 'F04', 'F09']],
  },
  {
    id: 'bottom-pause',
    inventoryId: 'DIS-7',
    about: 'Is there a pause at the bottom?',
    sides: [
      ['F02', 'J04'],
      ['F10', 'H11'],
    ],
  },
  {
    id: 'foot-pressure',
    inventoryId: 'DIS-8',
    about: 'Which part of the foot pushes?',
    sides: [['E01', 'E07'], ['H03']],
  },
  {
    id: 'sets-and-reps',
    inventoryId: 'DIS-9',
    about: 'How many sets and reps: hamstring press or reverse press?',
    sides: [
      ['J01', 'J02'],
      ['J16', 'J17'],
    ],
  },
  {
    id: 'machine',
    inventoryId: 'DIS-11',
    about: 'Which machine is meant by leg press?',
    sides: [['C03', 'C04', 'C05'], ['C07'], ['C08']],
  },
  {
    id: 'single-leg',
    inventoryId: 'DIS-12',
    about: 'What is pressing with one leg good for?',
    sides: [['B05', 'B06', 'B07'], ['B11', 'I09'], ['B17']],
  },
];
