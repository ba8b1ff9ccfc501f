import { inLanguage } from '$lib/locale/language';

/** The week of sets that nobody lifted. */
export const demoWords = inLanguage({
  en: {
    add: 'Explore with a demo week',
    about: 'Simulated sets of four sessions, marked as a demo. Gone again in one tap.',
    running: (done: number, of: number) => `Set ${done} of ${of}`,
    begun: 'Making the sets…',
    label: 'Making the demo',
    remove: 'Remove the demo',
    /** The name of a set: what it trains, and its place in the session. */
    title: (what: string, place: number) => `${what}, set ${place}`,
    notes: {
      hurried: 'In a hurry: someone waited for the machine.',
      shallower: 'The last reps got short.',
      gap: 'The sensor lost its link for a moment.',
      tired: 'Ground out the last two.',
    },
  },
  de: {
    add: 'Mit einer Demo-Woche ausprobieren',
    about:
      'Simulierte Sätze aus vier Einheiten, als Demo gekennzeichnet. Mit einem Tippen wieder weg.',
    running: (done: number, of: number) => `Satz ${done} von ${of}`,
    begun: 'Die Sätze entstehen…',
    label: 'Die Demo entsteht',
    remove: 'Demo entfernen',
    title: (what: string, place: number) => `${what}, Satz ${place}`,
    notes: {
      hurried: 'In Eile: Jemand hat auf das Gerät gewartet.',
      shallower: 'Die letzten Wiederholungen wurden kurz.',
      gap: 'Der Sensor hat kurz die Verbindung verloren.',
      tired: 'Die letzten zwei nur mit Mühe.',
    },
  },
});
