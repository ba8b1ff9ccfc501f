import { inLanguage } from '$lib/locale/language';

/** Sets in a list, and what leads to them. */
export const historyWords = inLanguage({
  en: {
    tabs: {
      label: 'History',
      sessions: 'Sessions',
      trends: 'Trends',
      weeks: 'Weeks',
      sides: 'Left and right',
    },
    emptyTitle: 'No sets yet',
    empty:
      'Sets you record or open stay in this browser and gather here: by session, as trends, and week by week.',
    reading: 'Reading your sets…',
    shown: (shown: number, all: number) =>
      shown === all ? (all === 1 ? '1 set' : `${all} sets`) : `${shown} of ${all} sets`,
    none: 'No set is like that. Widen the filter.',
    setCount: (n: number) => (n === 1 ? '1 set' : `${n} sets`),
    demo: 'Demo',
    simulated: 'Simulated',
    rpe: (rpe: string) => `RPE ${rpe}`,
    lowered: (time: string) => `lower ${time} s`,
    /** Read out behind the share of reps: "88 % as asked". */
    compliant: 'as asked',
    compliantMissed: 'as asked, with deviations',
    noVerdict: 'borderline',
    renewing: 'Being read anew…',
    damaged: 'Recording damaged',
    choose: (title: string) => `Choose ${title}`,
  },
  de: {
    tabs: {
      label: 'Verlauf',
      sessions: 'Einheiten',
      trends: 'Trends',
      weeks: 'Wochen',
      sides: 'Links und rechts',
    },
    emptyTitle: 'Noch keine Sätze',
    empty:
      'Sätze, die du aufzeichnest oder öffnest, bleiben in diesem Browser und sammeln sich hier: nach Einheiten, als Trends und Woche für Woche.',
    reading: 'Deine Sätze werden gelesen…',
    shown: (shown: number, all: number) =>
      shown === all ? (all === 1 ? '1 Satz' : `${all} Sätze`) : `${shown} von ${all} Sätzen`,
    none: 'So ein Satz ist nicht dabei. Mach den Filter weiter.',
    setCount: (n: number) => (n === 1 ? '1 Satz' : `${n} Sätze`),
    demo: 'Demo',
    simulated: 'Simuliert',
    rpe: (rpe: string) => `RPE ${rpe}`,
    lowered: (time: string) => `gesenkt ${time} s`,
    compliant: 'wie vorgegeben',
    compliantMissed: 'wie vorgegeben, mit Abweichungen',
    noVerdict: 'grenzwertig',
    renewing: 'Wird neu gelesen…',
    damaged: 'Aufzeichnung beschädigt',
    choose: (title: string) => `${title} auswählen`,
  },
});

export const calendarWords = inLanguage({
  en: {
    title: 'Calendar',
    previous: 'Month before',
    next: 'Month after',
    free: (day: string) => `${day}, no session`,
    sessions: (day: string, sessions: number, sets: number) =>
      `${day}, ${sessions === 1 ? '1 session' : `${sessions} sessions`}, ${sets === 1 ? '1 set' : `${sets} sets`}`,
    simulated: (said: string) => `${said}, simulated`,
  },
  de: {
    title: 'Kalender',
    previous: 'Monat davor',
    next: 'Monat danach',
    free: (day: string) => `${day}, keine Einheit`,
    sessions: (day: string, sessions: number, sets: number) =>
      `${day}, ${sessions === 1 ? '1 Einheit' : `${sessions} Einheiten`}, ${sets === 1 ? '1 Satz' : `${sets} Sätze`}`,
    simulated: (said: string) => `${said}, simuliert`,
  },
});

export const filterWords = inLanguage({
  en: {
    text: 'Search titles and notes',
    more: 'Filter',
    chosen: (n: number) => `Filter (${n})`,
    any: 'Any',
    variation: 'Variation',
    goal: 'Goal',
    machine: 'Machine',
    side: 'Side',
    from: 'From',
    to: 'To',
    origin: 'Lifted by',
    origins: { lifted: 'You', simulated: 'Nobody: simulated' },
    deviating: 'With deviations only',
    clear: 'Clear',
  },
  de: {
    text: 'Titel und Notizen durchsuchen',
    more: 'Filter',
    chosen: (n: number) => `Filter (${n})`,
    any: 'Alle',
    variation: 'Variante',
    goal: 'Ziel',
    machine: 'Gerät',
    side: 'Seite',
    from: 'Von',
    to: 'Bis',
    origin: 'Trainiert von',
    origins: { lifted: 'Dir', simulated: 'Niemandem: simuliert' },
    deviating: 'Nur mit Abweichungen',
    clear: 'Zurücksetzen',
  },
});

/** Several sets at once. */
export const selectionWords = inLanguage({
  en: {
    label: 'Chosen sets',
    choose: 'Choose sets',
    chosen: (n: number) => `${n} chosen`,
    all: 'All',
    none: 'None',
    compare: 'Compare',
    exporting: 'Exporting…',
    remove: 'Delete',
    done: 'Done',
  },
  de: {
    label: 'Ausgewählte Sätze',
    choose: 'Sätze auswählen',
    chosen: (n: number) => `${n} ausgewählt`,
    all: 'Alle',
    none: 'Keine',
    compare: 'Vergleichen',
    exporting: 'Wird exportiert…',
    remove: 'Löschen',
    done: 'Fertig',
  },
});
