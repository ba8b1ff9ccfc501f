import type { BestId } from '$lib/guide/history/bests';
import type { ProfileGap } from '$lib/guide/history/load-velocity';
import type { Measure } from '$lib/guide/history/trends';
import { inLanguage } from '$lib/locale/language';

/** Sets compared over weeks: what is compared, and with what. */
export const trendWords = inLanguage({
  en: {
    kind: 'What',
    measure: 'Measure',
    origin: 'Sets',
    origins: { lifted: 'Yours', simulated: 'Simulated only', all: 'Both together' },
    mixed: 'Simulated sets are among these: hollow marks.',
    simulatedOnly: 'Nobody lifted these sets: hollow marks.',
    title: (measure: string, unit: string) => (unit ? `${measure}, ${unit}` : measure),
    measures: {
      load: 'Load',
      reps: 'Reps',
      depth: 'Depth',
      lower: 'Lowering time',
      press: 'Press velocity',
      compliance: 'Reps as asked',
      tension: 'Time under tension',
      'velocity-loss': 'Velocity loss',
    } satisfies Record<Measure, string>,
    about: {
      load: 'As entered.',
      reps: 'Full reps of a set.',
      depth: 'Mean of the full reps. Whiskers ± 2 sd.',
      lower: 'Mean of the full reps. Whiskers ± 2 sd.',
      press:
        'Mean propulsive velocity, of sets that were to be pressed explosively. Whiskers ± 2 sd.',
      compliance:
        'Share of the reps within everything that was asked of them. Whiskers: borderline reps taken as missed, and as kept.',
      tension: 'From the start of each lowering to the end of its press. Whiskers ± 2 sd.',
      'velocity-loss':
        'From the fastest press to the last, of sets that were to be pressed explosively. Whiskers ± 2 sd.',
    } satisfies Record<Measure, string>,
    none: 'No set of this kind has it.',
    noneMaximal:
      'No set of this kind was to be pressed explosively. A press that is not meant to be fast is slow on purpose.',
    noPlan:
      'Trends need to know what was pressed: choose variation and machine before a set, or add them in its review.',
    onlyOne: (figure: string, day: string) => `One set: ${figure} on ${day}.`,
    summary: (count: string, first: string, last: string, best: string) =>
      `${count}. First ${first}, last ${last}; most ${best}.`,
    from: (figure: string, day: string) => `${figure} on ${day}`,
    point: (title: string, day: string, figure: string) => `${title}, ${day}: ${figure}`,
    keys: 'Left and right go through the sets, Enter opens one.',
    hint: 'Point at a set, or go through them with the arrow keys.',
    open: 'Open',
    head: { set: 'Set', day: 'Day', sd: '± sd', low: 'At least', high: 'At most' },
  },
  de: {
    kind: 'Was',
    measure: 'Messgröße',
    origin: 'Sätze',
    origins: { lifted: 'Deine', simulated: 'Nur simulierte', all: 'Beide zusammen' },
    mixed: 'Simulierte Sätze sind dabei: hohle Punkte.',
    simulatedOnly: 'Diese Sätze hat niemand trainiert: hohle Punkte.',
    title: (measure: string, unit: string) => (unit ? `${measure}, ${unit}` : measure),
    measures: {
      load: 'Gewicht',
      reps: 'Wiederholungen',
      depth: 'Tiefe',
      lower: 'Zeit des Senkens',
      press: 'Geschwindigkeit des Drückens',
      compliance: 'Wiederholungen wie vorgegeben',
      tension: 'Zeit unter Spannung',
      'velocity-loss': 'Geschwindigkeitsverlust',
    },
    about: {
      load: 'Wie eingegeben.',
      reps: 'Volle Wiederholungen eines Satzes.',
      depth: 'Mittel der vollen Wiederholungen. Striche ± 2 Standardabweichungen.',
      lower: 'Mittel der vollen Wiederholungen. Striche ± 2 Standardabweichungen.',
      press:
        'Mittlere propulsive Geschwindigkeit, von Sätzen, die explosiv gedrückt werden sollten. Striche ± 2 Standardabweichungen.',
      compliance:
        'Anteil der Wiederholungen, an denen alles wie vorgegeben war. Striche: grenzwertige als verfehlt und als eingehalten gezählt.',
      tension:
        'Vom Beginn jedes Senkens bis zum Ende des Drückens. Striche ± 2 Standardabweichungen.',
      'velocity-loss':
        'Vom schnellsten zum letzten Drücken, von Sätzen, die explosiv gedrückt werden sollten. Striche ± 2 Standardabweichungen.',
    },
    none: 'Kein Satz dieser Art hat das.',
    noneMaximal:
      'Kein Satz dieser Art sollte explosiv gedrückt werden. Was nicht schnell sein soll, ist mit Absicht langsam.',
    noPlan:
      'Trends müssen wissen, was gedrückt wurde: Wähl Variante und Gerät vor dem Satz, oder trag sie in seiner Auswertung nach.',
    onlyOne: (figure: string, day: string) => `Ein Satz: ${figure} am ${day}.`,
    summary: (count: string, first: string, last: string, best: string) =>
      `${count}. Zuerst ${first}, zuletzt ${last}; am meisten ${best}.`,
    from: (figure: string, day: string) => `${figure} am ${day}`,
    point: (title: string, day: string, figure: string) => `${title}, ${day}: ${figure}`,
    keys: 'Links und rechts gehen durch die Sätze, Enter öffnet einen.',
    hint: 'Zeig auf einen Satz, oder geh mit den Pfeiltasten durch sie.',
    open: 'Öffnen',
    head: { set: 'Satz', day: 'Tag', sd: '± Std.-Abw.', low: 'Mindestens', high: 'Höchstens' },
  },
});

export const bestWords = inLanguage({
  en: {
    title: 'Personal bests',
    hint: 'Work, load and depth count in sets that kept to their plan.',
    names: {
      work: 'Load × reps',
      load: 'Heaviest load',
      depth: 'Deepest set',
      run: 'Reps in a row as asked',
      speed: 'Fastest press',
    } satisfies Record<BestId, string>,
    atLoad: (load: string) => `with ${load}`,
    unclear: 'not clearly ahead of the next',
    none: 'None yet: a first set that keeps to its plan sets them.',
  },
  de: {
    title: 'Persönliche Bestwerte',
    hint: 'Arbeit, Gewicht und Tiefe zählen in Sätzen, die ihre Vorgabe einhielten.',
    names: {
      work: 'Gewicht × Wdh.',
      load: 'Schwerstes Gewicht',
      depth: 'Tiefster Satz',
      run: 'Wdh. in Folge wie vorgegeben',
      speed: 'Schnellstes Drücken',
    },
    atLoad: (load: string) => `mit ${load}`,
    unclear: 'nicht klar vor dem nächsten',
    none: 'Noch keine: Der erste Satz, der seine Vorgabe einhält, setzt sie.',
  },
});

export const profileWords = inLanguage({
  en: {
    title: (unit: string) => `Velocity by load: m/s over ${unit}`,
    hint: 'Fastest press of each set that was to be pressed explosively. Whiskers ± 2 sd, with 5 % for how days differ; the band holds the line in 19 of 20 cases.',
    max: 'Estimated one-rep maximum',
    interval: (span: string) => `${span} in 19 of 20 cases`,
    beyond: (times: string) => `The line is drawn on to ${times} times your heaviest load.`,
    why: 'Where the line comes down to 0.21 m/s, the speed of a heaviest rep, which itself differs between people (± 0.06).',
    gaps: {
      'few-loads': (n: number) =>
        `Not to be told yet: it takes explosive presses at three loads, there ${n === 1 ? 'is 1' : `are ${n}`}.`,
      'near-loads': () =>
        'Not to be told yet: the heaviest load should be a fifth above the lightest.',
      'no-fall': () =>
        'Not to be told: the speed does not clearly fall as the load rises. Were all presses as fast as you could?',
    } satisfies Record<ProfileGap, (n: number) => string>,
    others: (n: number) =>
      n === 1
        ? '1 set is left out: its load is told with the sled, or without it, unlike the last.'
        : `${n} sets are left out: their load is told with the sled, or without it, unlike the last.`,
    population: 'What other people had',
    populationAbout:
      'Fifteen people on a leg press, pushes as fast as they could (Conceição et al. 2016): at that speed with that load they would have had this maximum. A reference, not yours.',
    populationFigure: (max: string, load: string, speed: string) =>
      `${max}, from ${load} at ${speed} m/s`,
    summary: (points: string, max: string) => `${points}; estimated one-rep maximum ${max}.`,
    head: { load: 'Load', speed: 'Fastest, m/s', line: 'Line, m/s', sets: 'Set' },
  },
  de: {
    title: (unit: string) => `Geschwindigkeit nach Gewicht: m/s über ${unit}`,
    hint: 'Schnellstes Drücken jedes Satzes, der explosiv gedrückt werden sollte. Striche ± 2 Standardabweichungen, mit 5 % für den Unterschied der Tage; das Band enthält die Gerade in 19 von 20 Fällen.',
    max: 'Geschätztes Maximum für eine Wiederholung',
    interval: (span: string) => `${span} in 19 von 20 Fällen`,
    beyond: (times: string) =>
      `Die Gerade ist bis zum ${times}-Fachen deines schwersten Gewichts weitergezogen.`,
    why: 'Wo die Gerade auf 0,21 m/s fällt, die Geschwindigkeit einer schwersten Wiederholung, die selbst von Mensch zu Mensch verschieden ist (± 0,06).',
    gaps: {
      'few-loads': (n: number) =>
        `Noch nicht zu sagen: Es braucht explosives Drücken mit drei Gewichten, bisher ${n === 1 ? 'ist es 1' : `sind es ${n}`}.`,
      'near-loads': () =>
        'Noch nicht zu sagen: Das schwerste Gewicht sollte ein Fünftel über dem leichtesten liegen.',
      'no-fall': () =>
        'Nicht zu sagen: Die Geschwindigkeit fällt mit dem Gewicht nicht klar ab. Hast du immer so schnell gedrückt, wie du konntest?',
    },
    others: (n: number) =>
      n === 1
        ? '1 Satz ist ausgelassen: Sein Gewicht gilt mit oder ohne Schlitten, anders als beim letzten.'
        : `${n} Sätze sind ausgelassen: Ihr Gewicht gilt mit oder ohne Schlitten, anders als beim letzten.`,
    population: 'Was andere hatten',
    populationAbout:
      'Fünfzehn Menschen an einer Beinpresse, so schnell gedrückt, wie sie konnten (Conceição u. a. 2016): Bei dieser Geschwindigkeit mit diesem Gewicht hätten sie dieses Maximum gehabt. Ein Vergleich, nicht deins.',
    populationFigure: (max: string, load: string, speed: string) =>
      `${max}, aus ${load} bei ${speed} m/s`,
    summary: (points: string, max: string) =>
      `${points}; geschätztes Maximum für eine Wiederholung ${max}.`,
    head: { load: 'Gewicht', speed: 'Schnellstes, m/s', line: 'Gerade, m/s', sets: 'Satz' },
  },
});

export const progressWords = inLanguage({
  en: {
    title: 'Ready for more?',
    reading: 'Looking at the last set…',
    notYet: 'Not yet.',
    takes:
      'It takes three sets in a row with as many reps as are asked at most, every rep as asked, and pain noted as 0.',
    because:
      'The last three sets came to the top of the reps asked, every rep as asked, and without pain.',
    damaged: 'The last set cannot be read.',
  },
  de: {
    title: 'Bereit für mehr?',
    reading: 'Der letzte Satz wird angesehen…',
    notYet: 'Noch nicht.',
    takes:
      'Dazu braucht es drei Sätze in Folge mit so vielen Wiederholungen, wie höchstens vorgegeben sind, jede wie vorgegeben, und Schmerz als 0 notiert.',
    because:
      'Die letzten drei Sätze kamen an die obere Grenze der Wiederholungen, jede wie vorgegeben und ohne Schmerz.',
    damaged: 'Der letzte Satz lässt sich nicht lesen.',
  },
});

export const weekWords = inLanguage({
  en: {
    title: 'Sessions a week',
    asked: 'of what is asked',
    others: 'other sessions',
    band: (band: string) => `The guide: ${band} a week`,
    best: (times: string) => `${times} a week are best for growth, at differing intensity.`,
    own: (band: string) => `Asked: ${band} a week`,
    none: 'For none of these sets is a frequency asked.',
    week: (week: string) => `W${week}`,
    weekOf: (week: string, day: string) => `Week ${week}, from ${day}`,
    summary: (weeks: string, mean: string, judged: { kept: number; of: number } | null) =>
      `${mean} sessions a week over ${weeks}${judged ? `; ${judged.kept} of ${judged.of} as asked` : ''}.`,
    weeks: (n: number) => (n === 1 ? '1 week' : `${n} weeks`),
    verdicts: { in: 'as asked', over: 'more', under: 'fewer', open: 'runs' },
    table: 'Sets a week by variation',
    head: { week: 'Week', sessions: 'Sessions', verdict: 'Against it' },
    empty: 'No set with a plan yet.',
  },
  de: {
    title: 'Einheiten pro Woche',
    asked: 'wofür es vorgegeben ist',
    others: 'andere Einheiten',
    band: (band: string) => `Die Anleitung: ${band} pro Woche`,
    best: (times: string) =>
      `${times} pro Woche sind am besten für den Aufbau, unterschiedlich schwer.`,
    own: (band: string) => `Vorgegeben: ${band} pro Woche`,
    none: 'Für keinen dieser Sätze ist eine Häufigkeit vorgegeben.',
    week: (week: string) => `KW ${week}`,
    weekOf: (week: string, day: string) => `Woche ${week}, ab ${day}`,
    summary: (weeks: string, mean: string, judged: { kept: number; of: number } | null) =>
      `${mean} Einheiten pro Woche in ${weeks}${judged ? `; ${judged.kept} von ${judged.of} wie vorgegeben` : ''}.`,
    weeks: (n: number) => (n === 1 ? '1 Woche' : `${n} Wochen`),
    verdicts: { in: 'wie vorgegeben', over: 'mehr', under: 'weniger', open: 'läuft' },
    table: 'Sätze pro Woche nach Variante',
    head: { week: 'Woche', sessions: 'Einheiten', verdict: 'Im Vergleich' },
    empty: 'Noch kein Satz mit Vorgabe.',
  },
});

export const pairWords = inLanguage({
  en: {
    title: (metric: string, unit: string) => (unit ? `${metric}, ${unit}` : metric),
    key: '◀ left, ▶ right; whiskers ± 2 sd',
    metric: 'Metric',
    none: 'No pair of sets of both sides in one session has it.',
    noneSpeed:
      'Speeds are compared only with the same load, of sets that were to be pressed explosively. There is no such pair.',
    what: 'The first left and the first right set of a session make a pair. A press with two legs says nothing of either side.',
    definition: '|A − B| ÷ max(A, B)',
    apart: (side: string, share: string, sd: string) => `${side} less by ${share} (${sd})`,
    even: (share: string, sd: string) => `${share} (${sd}): no side to be told`,
    summary: (count: string, last: string) => `${count}. Last: ${last}.`,
    count: (n: number) => (n === 1 ? '1 pair' : `${n} pairs`),
    limit: (share: string) =>
      `Even up to ${share}, the app’s default unless your plan says otherwise.`,
    head: { day: 'Day', left: 'Left', right: 'Right', apart: 'Apart', sd: '± sd', less: 'Less' },
  },
  de: {
    title: (metric: string, unit: string) => (unit ? `${metric}, ${unit}` : metric),
    key: '◀ links, ▶ rechts; Striche ± 2 Standardabweichungen',
    metric: 'Messgröße',
    none: 'Kein Paar von Sätzen beider Seiten in einer Einheit hat das.',
    noneSpeed:
      'Geschwindigkeiten werden nur bei gleichem Gewicht verglichen, von Sätzen, die explosiv gedrückt werden sollten. So ein Paar gibt es nicht.',
    what: 'Der erste linke und der erste rechte Satz einer Einheit sind ein Paar. Drücken mit beiden Beinen sagt über keine Seite etwas.',
    definition: '|A − B| ÷ max(A, B)',
    apart: (side: string, share: string, sd: string) => `${side} ${share} weniger (${sd})`,
    even: (share: string, sd: string) => `${share} (${sd}): keine Seite auszumachen`,
    summary: (count: string, last: string) => `${count}. Zuletzt: ${last}.`,
    count: (n: number) => (n === 1 ? '1 Paar' : `${n} Paare`),
    limit: (share: string) =>
      `Gleich bis ${share}, die Voreinstellung der App, wenn deine Vorgabe nichts anderes sagt.`,
    head: {
      day: 'Tag',
      left: 'Links',
      right: 'Rechts',
      apart: 'Auseinander',
      sd: '± Std.-Abw.',
      less: 'Weniger',
    },
  },
});
