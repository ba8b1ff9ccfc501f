import { inLanguage } from '$lib/locale/language';

/** Sets in a list. */
export const historyWords = inLanguage({
  en: {
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
  },
  de: {
    demo: 'Demo',
    simulated: 'Simuliert',
    rpe: (rpe: string) => `RPE ${rpe}`,
    lowered: (time: string) => `gesenkt ${time} s`,
    compliant: 'wie vorgegeben',
    compliantMissed: 'wie vorgegeben, mit Abweichungen',
    noVerdict: 'grenzwertig',
    renewing: 'Wird neu gelesen…',
    damaged: 'Aufzeichnung beschädigt',
  },
});
