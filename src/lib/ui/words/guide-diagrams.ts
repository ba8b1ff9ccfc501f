import { inLanguage, LOCALES } from '$lib/locale/language';
import { preferences } from '$lib/locale/preferences';

export const diagramWords = inLanguage({
  en: {
    feet: (variation: string) => `Foot placement: ${variation}`,
    upperEdge: 'upper edge',
    shoulders: 'shoulders',
    hips: 'hips',
    height: 'how high',
    apart: 'how far apart',
    aside: 'how far to the side',
    toes: 'where the toes point',
    unsaid: (list: string) => `The guide does not say ${list}.`,
    facing: 'Which way feet and body point is not drawn: a coach shows you.',
    rail: (variation: string) => `The sled on its rail: ${variation}`,
    railSides: 'The sled is at its start. Lowering goes down to the left.',
    start: 'Start (top)',
    target: 'Target depth',
    stop: 'Safe stop',
    stopText: 'The deepest point where the low back is still flat.',
    machine: (name: string) => `${name}, from the side`,
    sensor: 'sensor',
  },
  de: {
    feet: (variation: string) => `Stellung der Füße: ${variation}`,
    upperEdge: 'Oberkante',
    shoulders: 'Schultern',
    hips: 'Hüfte',
    height: 'wie hoch',
    apart: 'wie weit auseinander',
    aside: 'wie weit zur Seite',
    toes: 'wohin die Zehen zeigen',
    unsaid: (list: string) => `Die Anleitung sagt nicht, ${list}.`,
    facing: 'Wohin Füße und Körper zeigen, ist nicht gezeichnet: Das zeigt dir ein Coach.',
    rail: (variation: string) => `Der Schlitten auf seiner Schiene: ${variation}`,
    railSides: 'Der Schlitten steht am Start. Gesenkt wird nach links unten.',
    start: 'Start (oben)',
    target: 'Zieltiefe',
    stop: 'Sicherheitsanschlag',
    stopText: 'Der tiefste Punkt, an dem der untere Rücken noch flach ist.',
    machine: (name: string) => `${name}, von der Seite`,
    sensor: 'Sensor',
  },
});

/** "how far apart and where the toes point". */
export function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[preferences.language]).format(parts);
}
