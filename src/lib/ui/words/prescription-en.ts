import type { PrescriptionWords } from './prescription';

export const prescriptionWordsEn: PrescriptionWords = {
  variations: {
    hamstring: {
      name: 'Hamstrings',
      about: 'Feet high on the plate, hip- to shoulder-width apart.',
    },
    'hamstring-narrow': {
      name: 'Hamstrings, narrow',
      about: 'Feet high and closer together than the shoulders.',
    },
    'hamstring-wide': {
      name: 'Hamstrings, wide',
      about: 'Feet high and wide, toes turned out a little.',
    },
    'hamstring-single': {
      name: 'Hamstrings, one leg',
      about: 'One foot high on the plate; each side has its own sets.',
    },
    quad: { name: 'Quads', about: 'The usual press: feet low and in the middle.' },
    'quad-single': {
      name: 'Quads, one leg',
      about: 'The usual press with one leg; each side has its own sets.',
    },
    reverse: {
      name: 'Reverse',
      about: 'Glutes and hamstrings, for advanced lifters. A coach shows you the position.',
    },
    'reverse-single': {
      name: 'Reverse, one leg',
      about: 'The reverse press on one leg: harder to steady, for advanced lifters.',
    },
  },
  machines: {
    'sled-45': {
      name: '45° sled',
      about: 'The sled runs on rails at 45°. The sensor goes on the sled.',
    },
    horizontal: {
      name: 'Horizontal press',
      about: 'The sled runs level. The sensor goes on the sled.',
    },
    'other-incline': {
      name: 'Another incline',
      about: 'The rails stand at another angle, which the sensor measures.',
    },
    'selectorised-stack': {
      name: 'Weight stack',
      about: 'A cable lifts a stack of weights. The sensor goes on the stack.',
    },
    'lever-arm': {
      name: 'Lever arm',
      about: 'The plate swings on an arc. The sensor cannot follow it: the set is kept, not read.',
    },
  },
  goals: {
    'hypertrophy-a': {
      name: 'Muscle growth A',
      about: 'The first of the guide’s two tempos for growth: the quicker lowering.',
    },
    'hypertrophy-b': {
      name: 'Muscle growth B',
      about: 'The second: a slower lowering and a brief pause in the stretch.',
    },
    strength: { name: 'Strength', about: 'Heavier, few reps, pressed with power.' },
    rehab: {
      name: 'Rehab and technique',
      about: 'Light to moderate, slow and controlled. After an injury, with a clinician.',
    },
    'first-sessions': {
      name: 'First sessions',
      about: 'A moderate load until position and technique are there.',
    },
    reverse: { name: 'Reverse press', about: 'Controlled reps; form comes before weight.' },
    free: { name: 'Free', about: 'Nothing is judged but what you ask of yourself.' },
  },
  fields: {
    sets: 'Sets',
    reps: 'Reps',
    lower: 'Lower',
    bottom: 'Hold',
    press: 'Press',
    top: 'Top',
    hold: 'Long hold in the stretch',
    load: 'Load',
    frequency: 'How often',
    rest: 'Rest between sets',
    depth: 'Depth',
  },
  wordings: {
    slow: 'slow',
    controlled: 'controlled',
    brief: 'brief',
    'optional-pause': 'a pause, if you like',
    'hold-at-stretch': 'held still',
    powerful: 'powerful',
    'explosive-or-controlled': 'explosive or controlled',
    deliberate: 'on purpose, no momentum',
    moderate: 'moderate',
    heavier: 'heavier than for growth',
    'light-to-moderate': 'light to moderate',
    'not-past-form': 'only as heavy as your form holds',
    'less-than-two-legs': 'less than with both legs',
    'by-recovery': 'as volume and recovery allow',
  },
  standing: { asked: 'The guide asks for it', option: 'The guide offers it' },
  noFigure: 'The guide gives no figure',
  noPrescription:
    'The guide has no programme for this. Choose another goal, or let a coach write one.',
  appDefault: 'App default',
  byCoach: 'From your coach',
  defaultReasons: {
    'slow-as-elsewhere':
      'The guide says slow and gives no seconds. These are the ones it calls slow elsewhere.',
    'offered-for-slow': 'The guide asks for slow and offers these seconds as one way to do it.',
    'main-tempo': 'The guide gives no tempo for this goal. This is its main one.',
    'ratio-unknown':
      'How far the sled goes for each centimetre of the stack depends on the cable. Until you say, depth and speed are the stack’s.',
  },
  depthRules: {
    'stop-before-tuck':
      'As deep as the hips fold with a neutral spine. The stop is set before the pelvis tucks.',
    'knees-to-chest':
      'Knees well in to the chest. Stop before the low back rounds or the hips come off the pad.',
    'knee-angle': 'Down to the bend of the knee that the guide names.',
    'deepest-comfortable': 'Thighs near the chest, as deep as is comfortable.',
  },
  kneeAngle: (angle) => `About ${angle} at the knee.`,
  topRules: {
    'no-lockout': 'Stop just short of straight knees.',
    'extend-softly': 'Straighten the legs without slamming; keep a slight bend.',
  },
  topUnsaid: 'The guide does not say how the press ends.',
  feet: {
    height: { high: 'high on the plate', low: 'low on the plate' },
    stance: {
      'hip-to-shoulder': 'hip- to shoulder-width apart',
      'narrower-than-shoulders': 'closer together than the shoulders',
      wider: 'wide',
      centred: 'in the middle',
      'shoulders-or-wider': 'as wide as the shoulders or a touch wider',
    },
    toes: { 'slightly-out': 'toes turned out a little' },
    oneFoot: 'one foot',
    unsaid: 'The guide does not say where the feet go.',
    oneUnsaid: 'One foot. The guide does not say where it goes.',
  },
  quantities: {
    reps: 'reps',
    'phase-times': 'lowering, hold and press times',
    depth: 'depth',
    speed: 'speed',
    'sled-incline': 'incline of the rails',
    'free-fall': 'a falling sled',
    slam: 'a slam at the stop',
  },
  unmeasured: {
    'level-rail':
      'On level rails gravity does not pull the sled back, so it can neither fall nor be seen to hit a stop.',
    'through-cable':
      'The stack hangs upright whatever the rails do, and the cable swallows what happens at the sled.',
    'turns-with-lever': 'The sensor turns with the lever, so there is no rail to measure along.',
  },
  loadOf: {
    'one-rep-max': 'of your one-rep max',
    'perceived-max': 'of what you believe is your most',
  },
  explosive: 'explosive',
  bestPerWeek: (times) => `${times} work best`,
  figures: {
    sets: 'Sets',
    reps: 'Reps',
    lowering: 'Lower',
    'bottom-pause': 'Hold',
    load: 'Load',
    frequency: 'How often',
    'knee-angle': 'Knee',
    'hip-angle': 'Torso to thighs',
    incline: 'Rails',
    listed: 'Listed',
  },
  units: {
    sets: ' sets',
    reps: ' reps',
    s: ' s',
    '% of 1RM': ' % of your one-rep max',
    '% of perceived max': ' % of what you believe is your most',
    'per week': ' times a week',
    deg: '°',
    count: '',
  },
};
