import { inLanguage } from '$lib/locale/language';

export const homeWords = inLanguage({
  en: {
    tagline: 'Every rep on the sled, measured.',
    about:
      'Clip a motion sensor to the leg press. See how long you lowered, held and pressed, and how deep.',
    simulate: 'Try the simulated sled',
    open: 'Open a recording',
    opening: 'Opening…',
    drop: 'Drop the recording to open it',
    formats:
      'Or drop one anywhere. CSV from Sledtrace, phyphox, Sensor Logger, MetaMotion (both files together), WitMotion, Movella DOT or Polar; archives and audits from Sledtrace.',
    private: 'Nothing leaves this browser. Recordings are read and kept here.',
    recent: 'Recent sets',
    all: (count: number) => `All ${count} sets`,
    loading: 'Loading your sets',
    emptyTitle: 'No sets yet',
    empty: 'A set you record or open is kept here, in this browser.',
    unreadable: (count: number) =>
      count === 1 ? 'This file could not be opened' : `${count} files could not be opened`,
    sensors: 'Which sensors work, and how to mount one',
  },
  de: {
    tagline: 'Jede Wiederholung am Schlitten, gemessen.',
    about:
      'Klemm einen Bewegungssensor an die Beinpresse. Sieh, wie lange du gesenkt, gehalten und gedrückt hast, und wie tief.',
    simulate: 'Simulierten Schlitten ausprobieren',
    open: 'Aufzeichnung öffnen',
    opening: 'Wird geöffnet…',
    drop: 'Loslassen, um die Aufzeichnung zu öffnen',
    formats:
      'Oder leg eine irgendwo auf der Seite ab. CSV aus Sledtrace, phyphox, Sensor Logger, MetaMotion (beide Dateien zusammen), WitMotion, Movella DOT oder Polar; Archive und Prüfungen aus Sledtrace.',
    private: 'Nichts verlässt diesen Browser. Aufzeichnungen werden hier gelesen und aufbewahrt.',
    recent: 'Letzte Sätze',
    all: (count: number) => `Alle ${count} Sätze`,
    loading: 'Deine Sätze werden geladen',
    emptyTitle: 'Noch keine Sätze',
    empty: 'Ein Satz, den du aufzeichnest oder öffnest, bleibt hier, in diesem Browser.',
    unreadable: (count: number) =>
      count === 1
        ? 'Diese Datei ließ sich nicht öffnen'
        : `${count} Dateien ließen sich nicht öffnen`,
    sensors: 'Welche Sensoren passen und wie man sie anbringt',
  },
});

/** Sets that were cut off. */
export const unfinishedWords = inLanguage({
  en: {
    title: (count: number) => (count === 1 ? 'A set was cut off' : `${count} sets were cut off`),
    hint: 'What was recorded is safe.',
    recorded: (time: string) => `${time} recorded`,
    resume: 'Resume',
    keep: 'Keep',
    discard: 'Discard',
  },
  de: {
    title: (count: number) =>
      count === 1 ? 'Ein Satz wurde abgebrochen' : `${count} Sätze wurden abgebrochen`,
    hint: 'Was aufgezeichnet wurde, ist sicher.',
    recorded: (time: string) => `${time} aufgezeichnet`,
    resume: 'Fortsetzen',
    keep: 'Behalten',
    discard: 'Verwerfen',
  },
});
