import type { PhaseId } from '$lib/guide/tempo';
import { inLanguage } from '$lib/locale/language';
import type { Terms } from '$lib/locale/preferences';
import { travelUnit } from '../format';

/** What is called one thing by who lifts and another by who coaches. */
export interface TermWords {
  phases: Record<PhaseId, string>;
  /** The same within a line. */
  amid: Record<PhaseId, string>;
  /** Beneath the table of reps. */
  speeds: string;
  overlay: string;
  velocity: string;
  pressVelocity: string;
  fromPress: string;
  aligned: string;
  /** Tolerances that go by the name of a phase. */
  tolerances: Record<'lower_s' | 'pause_s' | 'press_s', string>;
}

/** In plain words, and in the field's terms. */
export const termWords: Record<Terms, TermWords> = inLanguage<Record<Terms, TermWords>>({
  en: {
    plain: {
      phases: { lower: 'Lower', bottom: 'Hold', press: 'Press', top: 'Top' },
      amid: { lower: 'lower', bottom: 'hold', press: 'press', top: 'top' },
      speeds: '± is one standard deviation. Speeds are of the press.',
      overlay: `All reps from where the press begins, ${travelUnit} below the top`,
      velocity: 'Press velocity by rep, m/s',
      pressVelocity: 'Press velocity',
      fromPress: 'From the press, s',
      aligned:
        'The mean rep of this set (dashes) and of the other (dots), aligned where the press begins. Bands: ± 1 sd between reps.',
      tolerances: { lower_s: 'Lower', pause_s: 'Hold and top', press_s: 'Press' },
    },
    field: {
      phases: { lower: 'Eccentric', bottom: 'Bottom', press: 'Concentric', top: 'Top' },
      amid: { lower: 'eccentric', bottom: 'bottom', press: 'concentric', top: 'top' },
      speeds: '± is one standard deviation. Velocities are of the concentric phase.',
      overlay: `All reps from where the concentric begins, ${travelUnit} below the top`,
      velocity: 'Concentric velocity by rep, m/s',
      pressVelocity: 'Concentric velocity',
      fromPress: 'From the concentric, s',
      aligned:
        'The mean rep of this set (dashes) and of the other (dots), aligned where the concentric begins. Bands: ± 1 sd between reps.',
      tolerances: { lower_s: 'Eccentric', pause_s: 'Bottom and top', press_s: 'Concentric' },
    },
  },
  de: {
    plain: {
      phases: { lower: 'Senken', bottom: 'Halten', press: 'Drücken', top: 'Oben' },
      amid: { lower: 'Senken', bottom: 'Halten', press: 'Drücken', top: 'Oben' },
      speeds: '± ist eine Standardabweichung. Geschwindigkeiten gelten für das Drücken.',
      overlay: `Alle Wiederholungen ab dem Beginn des Drückens, ${travelUnit} unter oben`,
      velocity: 'Geschwindigkeit des Drückens je Wiederholung, m/s',
      pressVelocity: 'Geschwindigkeit des Drückens',
      fromPress: 'Ab dem Drücken, s',
      aligned:
        'Die mittlere Wiederholung dieses Satzes (gestrichelt) und des anderen (gepunktet), ausgerichtet am Beginn des Drückens. Bereiche: ± 1 Standardabweichung zwischen Wiederholungen.',
      tolerances: { lower_s: 'Senken', pause_s: 'Halten und oben', press_s: 'Drücken' },
    },
    field: {
      phases: { lower: 'Exzentrisch', bottom: 'Unten', press: 'Konzentrisch', top: 'Oben' },
      amid: { lower: 'exzentrisch', bottom: 'unten', press: 'konzentrisch', top: 'oben' },
      speeds:
        '± ist eine Standardabweichung. Geschwindigkeiten gelten für die konzentrische Phase.',
      overlay: `Alle Wiederholungen ab dem Beginn der konzentrischen Phase, ${travelUnit} unter oben`,
      velocity: 'Konzentrische Geschwindigkeit je Wiederholung, m/s',
      pressVelocity: 'Konzentrische Geschwindigkeit',
      fromPress: 'Ab der konzentrischen Phase, s',
      aligned:
        'Die mittlere Wiederholung dieses Satzes (gestrichelt) und des anderen (gepunktet), ausgerichtet am Beginn der konzentrischen Phase. Bereiche: ± 1 Standardabweichung zwischen Wiederholungen.',
      tolerances: { lower_s: 'Exzentrisch', pause_s: 'Unten und oben', press_s: 'Konzentrisch' },
    },
  },
});
