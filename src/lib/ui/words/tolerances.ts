import type { Tolerances } from '$lib/guide/plan';
import { inLanguage } from '$lib/locale/language';
import type { TermWords } from './terms';

/** What each tolerance is of, but those that go by the name of a phase. */
export const toleranceWords: Record<
  Exclude<keyof Tolerances, keyof TermWords['tolerances']>,
  string
> = inLanguage({
  en: {
    depthFloor: 'Shallowest, of the target depth',
    depthCeiling: 'Deepest, of the target depth',
    depthCv: 'Depth varies by',
    explosivePress_s: 'A press with X takes',
    explosiveShare: 'A press with X, of the speed shown to be possible',
    letGo: 'Let go in a controlled press, of the load',
    loweringPeak: 'Fastest over mean speed of a lowering',
    freeFall: 'Fall, of gravity’s pull',
    topRest_s: 'Rest at the top',
    softTop_m: 'Above the soft top',
    depthDrift: 'Depth lost along the set',
    tempoDrift: 'Lowering time lost along the set',
    velocityLoss: 'Velocity lost along the set',
    holdWander_m: 'A hold wanders',
    rest_s: 'Rest between sets',
    asymmetry: 'Left to right',
    loadStep: 'Step in load',
    compliantShare: 'The set is in from',
  },
  de: {
    depthFloor: 'Am flachsten, von der Zieltiefe',
    depthCeiling: 'Am tiefsten, von der Zieltiefe',
    depthCv: 'Tiefe schwankt um',
    explosivePress_s: 'Ein Drücken mit X dauert',
    explosiveShare: 'Ein Drücken mit X, vom gezeigten Tempo',
    letGo: 'Losgelassen beim kontrollierten Drücken, vom Gewicht',
    loweringPeak: 'Schnellstes zu mittlerem Tempo beim Senken',
    freeFall: 'Fallen, von der Schwerkraft',
    topRest_s: 'Ruhen oben',
    softTop_m: 'Über dem weichen Endpunkt',
    depthDrift: 'Tiefe, im Satz verloren',
    tempoDrift: 'Dauer des Senkens, im Satz verloren',
    velocityLoss: 'Geschwindigkeit, im Satz verloren',
    holdWander_m: 'Ein Halten wandert',
    rest_s: 'Pause zwischen Sätzen',
    asymmetry: 'Links zu rechts',
    loadStep: 'Gewichtsschritt',
    compliantShare: 'Der Satz passt ab',
  },
});
