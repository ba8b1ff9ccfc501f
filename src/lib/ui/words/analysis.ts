import type { SetReport, WarningCode } from '$lib/core/sled/report';
import { inLanguage } from '$lib/locale/language';
import { figure } from '$lib/locale/units';
import { roughTravel, travelUnit } from '../format';

/** What a note of the analysis says to a person. */
export interface WarningWords {
  title: string;
  /** What, where, what to do. */
  text: string;
}

type Report = Pick<SetReport, 'rate_Hz' | 'duration_s' | 'gaps' | 'definitions'>;

/** A note of the analysis in the person's words and units, with the figures of its report. */
export function warningWords(code: WarningCode, report: Report): WarningWords {
  return { title: titles[code], text: texts[code](figuresOf(report)) };
}

interface Figures {
  rate: string;
  lost: string;
  duration: string;
  gaps: number;
  minTravel: string;
}

function figuresOf({ rate_Hz, duration_s, gaps, definitions }: Report): Figures {
  const lost_s = gaps.reduce((sum, gap) => sum + gap.duration_s, 0);
  return {
    rate: figure(rate_Hz, 0),
    lost: figure(lost_s, 1),
    duration: figure(duration_s, 0),
    gaps: gaps.length,
    minTravel: `${roughTravel(definitions.minTravel_m)} ${travelUnit}`,
  };
}

const titles: Record<WarningCode, string> = inLanguage({
  en: {
    'too-short': 'Too short',
    'no-motion': 'No motion',
    'slow-rate': 'Slow sampling',
    'samples-lost': 'Samples lost',
    clipped: 'Out of the sensor’s range',
    'gravity-off': 'Gravity reads off',
    'level-rail': 'Level rail',
    'not-on-a-rail': 'Not on a rail',
    'clip-slipped': 'The clip slipped',
  },
  de: {
    'too-short': 'Zu kurz',
    'no-motion': 'Keine Bewegung',
    'slow-rate': 'Zu wenige Messwerte',
    'samples-lost': 'Messwerte verloren',
    clipped: 'Außerhalb des Messbereichs',
    'gravity-off': 'Schwerkraft stimmt nicht',
    'level-rail': 'Waagerechte Schiene',
    'not-on-a-rail': 'Nicht auf einer Schiene',
    'clip-slipped': 'Der Clip ist verrutscht',
  },
});

const texts: Record<WarningCode, (figures: Figures) => string> = inLanguage({
  en: {
    'too-short': () =>
      'The recording is too short to hold a rep: record from before the set to after it.',
    'no-motion': ({ minTravel }) =>
      `Nothing moved along a rail by ${minTravel} or more: clip the sensor to the sled, or choose a smaller shortest stroke.`,
    'slow-rate': ({ rate }) =>
      `${rate} samples a second are few: short phases are uncertain. Set the sensor to 50 Hz or more.`,
    'samples-lost': ({ lost, duration, gaps }) =>
      `${lost} s of ${duration} s were lost in ${gaps === 1 ? 'a gap' : `${gaps} gaps`}. Bring the receiver closer to the sensor.`,
    clipped: () => 'The sensor reached the end of its range. Set a wider range.',
    'gravity-off': () =>
      'At rest the sensor did not read 9.81 m/s². Calibrate it, or record the raw accelerometer rather than “linear acceleration”: depth may be off by as much.',
    'level-rail': () =>
      'On a level rail gravity does not tell lower from press; the first stroke was taken as lowering. Flip if it was not.',
    'not-on-a-rail': () =>
      'The sensor turned as it moved, as in a hand: what is given is its vertical travel, less exact than on a rail.',
    'clip-slipped': () =>
      'The sensor turned on the sled between the first reps and the last. Fix it more tightly: depths may have shifted.',
  },
  de: {
    'too-short': () =>
      'Die Aufzeichnung ist zu kurz für eine Wiederholung: Zeichne von vor dem Satz bis nach ihm auf.',
    'no-motion': ({ minTravel }) =>
      `Nichts bewegte sich um ${minTravel} oder mehr entlang einer Schiene: Klemm den Sensor an den Schlitten, oder wähl einen kleineren kürzesten Weg.`,
    'slow-rate': ({ rate }) =>
      `${rate} Werte in der Sekunde sind wenig: Kurze Phasen sind unsicher. Stell den Sensor auf 50 Hz oder mehr.`,
    'samples-lost': ({ lost, duration, gaps }) =>
      `${lost} s von ${duration} s gingen in ${gaps === 1 ? 'einer Lücke' : `${gaps} Lücken`} verloren. Bring den Empfänger näher an den Sensor.`,
    clipped: () =>
      'Der Sensor kam ans Ende seines Messbereichs. Stell einen größeren Messbereich ein.',
    'gravity-off': () =>
      'In Ruhe maß der Sensor nicht 9,81 m/s². Kalibrier ihn, oder zeichne den rohen Beschleunigungssensor auf statt der „linearen Beschleunigung“: Die Tiefe kann ebenso weit abweichen.',
    'level-rail': () =>
      'Auf einer waagerechten Schiene verrät die Schwerkraft nicht, was Senken und was Drücken ist; der erste Weg gilt als Senken. Dreh die Richtung um, wenn das nicht stimmt.',
    'not-on-a-rail': () =>
      'Der Sensor drehte sich in der Bewegung, wie in einer Hand: Angegeben ist sein senkrechter Weg, weniger genau als auf einer Schiene.',
    'clip-slipped': () =>
      'Der Sensor hat sich zwischen den ersten und den letzten Wiederholungen am Schlitten gedreht. Mach ihn fester: Tiefen können sich verschoben haben.',
  },
});
