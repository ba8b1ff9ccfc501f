import type { PrescriptionWords } from './prescription';

export const prescriptionWordsDe: PrescriptionWords = {
  variations: {
    hamstring: {
      name: 'Beinbeuger',
      about: 'Füße hoch auf der Platte, hüft- bis schulterbreit.',
    },
    'hamstring-narrow': {
      name: 'Beinbeuger, eng',
      about: 'Füße hoch und enger als schulterbreit.',
    },
    'hamstring-wide': {
      name: 'Beinbeuger, breit',
      about: 'Füße hoch und breit, Zehen etwas nach außen.',
    },
    'hamstring-single': {
      name: 'Beinbeuger, einbeinig',
      about: 'Ein Fuß hoch auf der Platte; jede Seite hat ihre eigenen Sätze.',
    },
    quad: { name: 'Beinstrecker', about: 'Die übliche Beinpresse: Füße tief und in der Mitte.' },
    'quad-single': {
      name: 'Beinstrecker, einbeinig',
      about: 'Die übliche Beinpresse mit einem Bein; jede Seite hat ihre eigenen Sätze.',
    },
    reverse: {
      name: 'Umgekehrt',
      about: 'Gesäß und Beinbeuger, für Fortgeschrittene. Die Position zeigt dir ein Coach.',
    },
    'reverse-single': {
      name: 'Umgekehrt, einbeinig',
      about: 'Umgekehrt mit einem Bein: schwerer zu stabilisieren, für Fortgeschrittene.',
    },
  },
  machines: {
    'sled-45': {
      name: '45°-Schlitten',
      about: 'Der Schlitten läuft auf Schienen mit 45°. Der Sensor kommt an den Schlitten.',
    },
    horizontal: {
      name: 'Horizontale Presse',
      about: 'Der Schlitten läuft waagerecht. Der Sensor kommt an den Schlitten.',
    },
    'other-incline': {
      name: 'Andere Neigung',
      about: 'Die Schienen stehen in einem anderen Winkel; der Sensor misst ihn.',
    },
    'selectorised-stack': {
      name: 'Gewichtsblock',
      about: 'Ein Seil hebt einen Block aus Steckgewichten. Der Sensor kommt an den Block.',
    },
    'lever-arm': {
      name: 'Hebelarm',
      about:
        'Die Platte schwingt im Bogen. Dem kann der Sensor nicht folgen: Der Satz wird aufgehoben, nicht ausgewertet.',
    },
  },
  goals: {
    'hypertrophy-a': {
      name: 'Muskelaufbau A',
      about: 'Das erste der zwei Tempos der Anleitung für den Aufbau: zügiger senken.',
    },
    'hypertrophy-b': {
      name: 'Muskelaufbau B',
      about: 'Das zweite: langsamer senken und in der Dehnung kurz halten.',
    },
    strength: { name: 'Kraft', about: 'Schwerer, wenige Wiederholungen, kraftvoll gedrückt.' },
    rehab: {
      name: 'Reha und Technik',
      about:
        'Leicht bis mittel, langsam und kontrolliert. Nach einer Verletzung mit ärztlicher oder therapeutischer Begleitung.',
    },
    'first-sessions': {
      name: 'Erste Einheiten',
      about: 'Mittleres Gewicht, bis Position und Technik sitzen.',
    },
    reverse: {
      name: 'Umgekehrte Beinpresse',
      about: 'Kontrollierte Wiederholungen; Form geht vor Gewicht.',
    },
    free: { name: 'Frei', about: 'Beurteilt wird nur, was du dir selbst vornimmst.' },
  },
  fields: {
    sets: 'Sätze',
    reps: 'Wiederholungen',
    lower: 'Senken',
    bottom: 'Halten',
    press: 'Drücken',
    top: 'Oben',
    hold: 'Langes Halten in der Dehnung',
    load: 'Gewicht',
    frequency: 'Wie oft',
    rest: 'Pause zwischen den Sätzen',
    depth: 'Tiefe',
  },
  wordings: {
    slow: 'langsam',
    controlled: 'kontrolliert',
    brief: 'kurz',
    'optional-pause': 'Pause, wenn du magst',
    'hold-at-stretch': 'still halten',
    powerful: 'kraftvoll',
    'explosive-or-controlled': 'explosiv oder kontrolliert',
    deliberate: 'bewusst, ohne Schwung',
    moderate: 'mittel',
    heavier: 'schwerer als beim Aufbau',
    'light-to-moderate': 'leicht bis mittel',
    'not-past-form': 'nur so schwer, wie die Form hält',
    'less-than-two-legs': 'weniger als mit beiden Beinen',
    'by-recovery': 'je nach Umfang und Erholung',
  },
  standing: { asked: 'Die Anleitung verlangt es', option: 'Die Anleitung bietet es an' },
  noFigure: 'Die Anleitung nennt keine Zahl',
  noPrescription:
    'Die Anleitung hat dafür keine Vorgabe. Wähle ein anderes Ziel, oder lass einen Coach eine schreiben.',
  appDefault: 'Standardwert der App',
  byCoach: 'Von deinem Coach',
  defaultReasons: {
    'slow-as-elsewhere':
      'Die Anleitung sagt „langsam“, ohne Sekunden. Das sind die, die sie anderswo langsam nennt.',
    'offered-for-slow':
      'Die Anleitung verlangt „langsam“ und bietet diese Sekunden als einen Weg dazu an.',
    'main-tempo': 'Für dieses Ziel nennt die Anleitung kein Tempo. Das ist ihr Haupttempo.',
    'ratio-unknown':
      'Wie weit der Schlitten je Zentimeter des Blocks fährt, hängt vom Seilzug ab. Bis du es angibst, sind Tiefe und Tempo die des Blocks.',
  },
  depthRules: {
    'stop-before-tuck':
      'So tief, wie die Hüfte bei neutraler Wirbelsäule beugt. Der Anschlag sitzt, bevor das Becken einrollt.',
    'knees-to-chest':
      'Die Knie weit zur Brust. Halt an, bevor der untere Rücken rund wird oder die Hüfte abhebt.',
    'knee-angle': 'Bis zu der Kniebeugung, die die Anleitung nennt.',
    'deepest-comfortable': 'Oberschenkel nah an die Brust, so tief es angenehm geht.',
  },
  kneeAngle: (angle) => `Etwa ${angle} im Knie.`,
  topRules: {
    'no-lockout': 'Halt an, kurz bevor die Knie gestreckt sind.',
    'extend-softly': 'Streck die Beine, ohne anzuschlagen; eine leichte Beugung bleibt.',
  },
  topUnsaid: 'Wie das Drücken oben endet, sagt die Anleitung nicht.',
  feet: {
    height: { high: 'hoch auf der Platte', low: 'tief auf der Platte' },
    stance: {
      'hip-to-shoulder': 'hüft- bis schulterbreit',
      'narrower-than-shoulders': 'enger als schulterbreit',
      wider: 'breit',
      centred: 'in der Mitte',
      'shoulders-or-wider': 'schulterbreit oder ein wenig breiter',
    },
    toes: { 'slightly-out': 'Zehen etwas nach außen' },
    oneFoot: 'ein Fuß',
    unsaid: 'Wohin die Füße kommen, sagt die Anleitung nicht.',
    oneUnsaid: 'Ein Fuß. Wohin er kommt, sagt die Anleitung nicht.',
  },
  quantities: {
    reps: 'Wiederholungen',
    'phase-times': 'Zeiten von Senken, Halten und Drücken',
    depth: 'Tiefe',
    speed: 'Geschwindigkeit',
    'sled-incline': 'Neigung der Schienen',
    'free-fall': 'ein fallender Schlitten',
    slam: 'ein Schlag am Anschlag',
  },
  unmeasured: {
    'level-rail':
      'Auf waagerechten Schienen zieht die Schwerkraft den Schlitten nicht zurück: Er kann nicht fallen, und einen Aufprall sieht man nicht.',
    'through-cable':
      'Der Block hängt senkrecht, wie auch immer die Schienen stehen, und das Seil schluckt, was am Schlitten geschieht.',
    'turns-with-lever':
      'Der Sensor dreht sich mit dem Hebel; es gibt keine Schiene, an der er messen könnte.',
  },
  loadOf: {
    'one-rep-max': 'deines Maximums für eine Wiederholung',
    'perceived-max': 'dessen, was du für dein Maximum hältst',
  },
  explosive: 'explosiv',
  bestPerWeek: (times) => `${times} sind am besten`,
  figures: {
    sets: 'Sätze',
    reps: 'Wiederholungen',
    lowering: 'Senken',
    'bottom-pause': 'Halten',
    load: 'Gewicht',
    frequency: 'Wie oft',
    'knee-angle': 'Knie',
    'hip-angle': 'Rumpf zu Oberschenkeln',
    incline: 'Schienen',
    listed: 'Aufgezählt',
  },
  units: {
    sets: ' Sätze',
    reps: ' Wiederholungen',
    s: ' s',
    '% of 1RM': ' % deines Maximums für eine Wiederholung',
    '% of perceived max': ' % dessen, was du für dein Maximum hältst',
    'per week': '-mal pro Woche',
    deg: '°',
    count: '',
  },
};
