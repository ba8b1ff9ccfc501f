import { inLanguage } from '$lib/locale/language';

/** A set on paper, to be filed by someone else. */
export const printWords = inLanguage({
  en: {
    date: 'Date',
    trained: 'Trained',
    load: 'Load',
    sled: { in: 'with the sled', out: 'without the sled' },
    side: 'Side',
    bothSides: 'both legs',
    sensor: 'Sensor',
    simulated: 'simulated: nobody lifted this',
    notSaid: 'not said',
    plan: 'What was asked',
    target: 'Target',
    asked: 'Asked',
    whose: 'By',
    source: 'Source',
    origin: { guide: 'Guide', default: 'App default', athlete: 'Athlete', coach: 'Coach' },
    checked: 'Checked before the set',
    rated: 'Observed',
    versions: (app: string, algorithm: string, rules: string) =>
      `${app}, analysis ${algorithm}, ${rules}.`,
    identity: (id: string) => `Set ${id}`,
  },
  de: {
    date: 'Datum',
    trained: 'Trainiert',
    load: 'Gewicht',
    sled: { in: 'mit Schlitten', out: 'ohne Schlitten' },
    side: 'Seite',
    bothSides: 'beide Beine',
    sensor: 'Sensor',
    simulated: 'simuliert: Das hat niemand gehoben',
    notSaid: 'nicht gesagt',
    plan: 'Was vorgegeben war',
    target: 'Ziel',
    asked: 'Verlangt',
    whose: 'Von',
    source: 'Quelle',
    origin: { guide: 'Anleitung', default: 'App', athlete: 'Athlet', coach: 'Coach' },
    checked: 'Vor dem Satz abgehakt',
    rated: 'Beobachtet',
    versions: (app: string, algorithm: string, rules: string) =>
      `${app}, Auswertung ${algorithm}, ${rules}.`,
    identity: (id: string) => `Satz ${id}`,
  },
});
