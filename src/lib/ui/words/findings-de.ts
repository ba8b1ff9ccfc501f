import { cueWordsDe } from './cues-de';
import type { FindingWords } from './findings';

const SIDES = { left: 'Links', right: 'Rechts' };

export const findingWordsDe: FindingWords = {
  rules: {
    'lowering-time': { name: 'Dauer des Senkens', coach: 'Exzentrische Dauer' },
    'lowering-evenness': { name: 'Gleichmäßiges Senken', coach: 'Exzentrische Kontrolle' },
    'bottom-pause': { name: 'Halten unten', coach: 'Pause unten' },
    bounce: { name: 'Federn unten', coach: 'Abfedern' },
    hold: { name: 'Halten in der Dehnung', coach: 'Isometrisches Halten' },
    'press-time': { name: 'Dauer des Drückens', coach: 'Konzentrische Dauer' },
    'press-intent': { name: 'Explosives Drücken', coach: 'Konzentrische Absicht' },
    momentum: { name: 'Geworfener Schlitten', coach: 'Schwung' },
    'top-rest': { name: 'Ausruhen oben', coach: 'Verweilen oben' },
    slam: { name: 'Anschlagen oben', coach: 'Anschlagen oben' },
    'past-top': { name: 'Über den weichen Endpunkt', coach: 'Über den weichen Endpunkt' },
    depth: { name: 'Tiefe', coach: 'Bewegungsumfang' },
    'safe-stop': { name: 'Sicherheitsanschlag', coach: 'Sicherheitsanschlag' },
    'partial-rep': { name: 'Teilweg', coach: 'Teilwiederholung' },
    'depth-consistency': { name: 'Gleiche Tiefe', coach: 'Streuung der Tiefe' },
    'depth-drift': { name: 'Tiefe im Lauf des Satzes', coach: 'Verlust an Tiefe' },
    'tempo-drift': { name: 'Senken im Lauf des Satzes', coach: 'Verlust an exzentrischer Dauer' },
    'velocity-drift': {
      name: 'Geschwindigkeit im Lauf des Satzes',
      coach: 'Verlust an Geschwindigkeit',
    },
    'rep-count': { name: 'Wiederholungen', coach: 'Wiederholungen' },
    'set-count': { name: 'Sätze', coach: 'Sätze' },
    'rest-between-sets': { name: 'Pause zwischen Sätzen', coach: 'Satzpause' },
    'weekly-frequency': { name: 'Einheiten je Woche', coach: 'Trainingshäufigkeit' },
    asymmetry: { name: 'Links und rechts', coach: 'Asymmetrie' },
    'load-share': { name: 'Gewicht', coach: 'Gewicht, Anteil am Maximum' },
    'load-jump': { name: 'Gewichtssprung', coach: 'Gewichtssprung' },
    'progression-ready': { name: 'Bereit für mehr', coach: 'Steigerung' },
  },
  reps: {
    'lowering-time.under': {
      one: (rep, value) => `Wiederholung ${rep} in ${value} gesenkt`,
      many: (reps) => `Wiederholungen ${reps} zu schnell gesenkt`,
    },
    'lowering-time.over': {
      one: (rep, value) => `Wiederholung ${rep} in ${value} gesenkt`,
      many: (reps) => `Wiederholungen ${reps} zu langsam gesenkt`,
    },
    'lowering-evenness.peak': {
      one: (rep, value) => `Wiederholung ${rep} fiel: zuletzt ${value} so schnell wie im Mittel`,
      many: (reps) => `Wiederholungen ${reps} fielen und wurden aufgefangen`,
    },
    'lowering-evenness.fall': {
      one: (rep, value) => `Wiederholung ${rep} fiel mit ${value} der Schwerkraft`,
      many: (reps) => `Wiederholungen ${reps} fallen gelassen`,
    },
    'bottom-pause.missing': {
      one: (rep) => `Wiederholung ${rep} ohne Halten unten`,
      many: (reps) => `Wiederholungen ${reps} ohne Halten unten`,
    },
    'bottom-pause.under': {
      one: (rep, value) => `Wiederholung ${rep} unten ${value} gehalten`,
      many: (reps) => `Wiederholungen ${reps} unten zu kurz gehalten`,
    },
    'bottom-pause.over': {
      one: (rep, value) => `Wiederholung ${rep} unten ${value} gehalten`,
      many: (reps) => `Wiederholungen ${reps} unten zu lang gehalten`,
    },
    bounce: {
      one: (rep) => `Wiederholung ${rep} unten abgefedert`,
      many: (reps) => `Wiederholungen ${reps} unten abgefedert`,
    },
    'hold.under': {
      one: (rep, value) => `Wiederholung ${rep} ${value} in der Dehnung gehalten`,
      many: (reps) => `Wiederholungen ${reps} zu kurz in der Dehnung gehalten`,
    },
    'hold.over': {
      one: (rep, value) => `Wiederholung ${rep} ${value} in der Dehnung gehalten`,
      many: (reps) => `Wiederholungen ${reps} zu lang in der Dehnung gehalten`,
    },
    'hold.wanders': {
      one: (rep, value) => `Wiederholung ${rep} wanderte beim Halten um ${value}`,
      many: (reps) => `Wiederholungen ${reps} wanderten beim Halten`,
    },
    'press-time.under': {
      one: (rep, value) => `Wiederholung ${rep} in ${value} gedrückt`,
      many: (reps) => `Wiederholungen ${reps} zu schnell gedrückt`,
    },
    'press-time.over': {
      one: (rep, value) => `Wiederholung ${rep} in ${value} gedrückt`,
      many: (reps) => `Wiederholungen ${reps} zu langsam gedrückt`,
    },
    'press-intent.time': {
      one: (rep, value) => `Wiederholung ${rep} brauchte ${value} zum Drücken`,
      many: (reps) => `Wiederholungen ${reps} nicht explosiv gedrückt`,
    },
    'press-intent.share': {
      one: (rep, value) => `Wiederholung ${rep} mit ${value} der Geschwindigkeit anderer gedrückt`,
      many: (reps) => `Wiederholungen ${reps} nicht explosiv gedrückt`,
    },
    momentum: {
      one: (rep) => `Wiederholung ${rep} geworfen: Der Schlitten rollte nach oben aus`,
      many: (reps) => `Wiederholungen ${reps} geworfen: Der Schlitten rollte nach oben aus`,
    },
    'top-rest.under': {
      one: (rep, value) => `Wiederholung ${rep} oben ${value} geblieben`,
      many: (reps) => `Wiederholungen ${reps} oben zu kurz geblieben`,
    },
    'top-rest.over': {
      one: (rep, value) => `Wiederholung ${rep} oben ${value} geblieben`,
      many: (reps) => `Wiederholungen ${reps} oben lange geblieben`,
    },
    slam: {
      one: (rep) => `Wiederholung ${rep} schlug oben an`,
      many: (reps) => `Wiederholungen ${reps} schlugen oben an`,
    },
    'past-top': {
      one: (rep, value) => `Wiederholung ${rep} endete ${value} über dem weichen Endpunkt`,
      many: (reps) => `Wiederholungen ${reps} endeten über dem weichen Endpunkt`,
    },
    'depth.under': {
      one: (rep, value) => `Wiederholung ${rep} ging ${value} tief`,
      many: (reps) => `Wiederholungen ${reps} waren zu flach`,
    },
    'depth.over': {
      one: (rep, value) => `Wiederholung ${rep} ging ${value} tief`,
      many: (reps) => `Wiederholungen ${reps} gingen tiefer als gewollt`,
    },
    'safe-stop': {
      one: (rep, value) => `Wiederholung ${rep} über den Sicherheitsanschlag: ${value} tief`,
      many: (reps) => `Wiederholungen ${reps} über den Sicherheitsanschlag`,
    },
    'partial-rep': {
      one: (rep, value) => `Wiederholung ${rep} ging ${value} des Weges`,
      many: (reps) => `Wiederholungen ${reps} nur Teilweg`,
    },
  },
  set: {
    'depth-consistency': (value) => `Die Tiefe schwankt um ${value}`,
    'depth-drift': (value) => `Im Lauf des Satzes ${value} Tiefe verloren`,
    'tempo-drift': (value) => `Im Lauf des Satzes ${value} kürzer gesenkt`,
    'velocity-drift': (value) => `Das Drücken verlor ${value} seiner Geschwindigkeit`,
    'rep-count.under': (value) => `${value}, weniger als verlangt`,
    'rep-count.over': (value) => `${value}, mehr als verlangt`,
    'set-count.under': (value) => `${value}, weniger als verlangt`,
    'set-count.over': (value) => `${value}, mehr als verlangt`,
    'rest-between-sets.under': (value) => `${value} Pause vor diesem Satz, weniger als verlangt`,
    'rest-between-sets.over': (value) => `${value} Pause vor diesem Satz, mehr als verlangt`,
    'weekly-frequency.under': (value) => `Diese Woche ${value} trainiert, weniger als verlangt`,
    'weekly-frequency.over': (value) => `Diese Woche ${value} trainiert, mehr als verlangt`,
    'load-share.one-rep-max': (value) => `Das Gewicht war ${value} des Einer-Maximums`,
    'load-share.perceived-max': (value) => `Das Gewicht war ${value} des gefühlten Maximums`,
    'load-share.estimated': (value) =>
      `Das Gewicht war etwa ${value} eines geschätzten Einer-Maximums`,
    'load-jump': (value) => `${value} mehr Gewicht als beim letzten Mal`,
    'progression-ready': (value) => `Bereit für mehr: ${value} in Folge wie verlangt`,
  },
  sides: {
    depth: (side, value) => `${SIDES[side]} ${value} weniger tief`,
    lower: (side, value) => `${SIDES[side]} ${value} schneller gesenkt`,
    press: (side, value) => `${SIDES[side]} ${value} langsamer gedrückt`,
    reps: (side, value) => `${SIDES[side]} ${value} weniger Wiederholungen`,
    load: (side, value) => `${SIDES[side]} ${value} weniger Gewicht`,
  },
  borderline: (title) => `${title}: grenzwertig`,
  cues: cueWordsDe,
  halfSecond: 'eine halbe Sekunde',
  countedReps: (count) => (count === 1 ? '1 Wiederholung' : `${count} Wiederholungen`),
  countedSets: (count) => (count === 1 ? '1 Satz' : `${count} Sätze`),
  times: (count) => (count === 1 ? 'einmal' : count === 2 ? 'zweimal' : `${count}-mal`),
  fold: (value) => `${value}-mal`,
  good: 'gut',
};
