import { inLanguage } from '$lib/locale/language';

/** What people say of a set after it. */
export const afterWords = inLanguage({
  en: {
    title: 'After the set',
    unsaid: 'not said',
    rpe: 'Effort (RPE)',
    rpeHint: '10: nothing was left',
    rir: 'Reps in reserve',
    pain: 'Pain',
    painHint: '0 none, 10 the worst there is',
    painCaution:
      'Sledtrace is a training log and cannot judge pain. If it stays or worries you, ask someone qualified before the next set.',
    note: 'Note',
    ratings: 'What no sensor sees',
    ratingsHint: 'Rate what you or someone with you saw.',
    rated: (n: number, all: number) => `${n} of ${all}`,
    rating: { ok: 'ok', fix: 'fix', unseen: 'not seen' },
  },
  de: {
    title: 'Nach dem Satz',
    unsaid: 'nicht gesagt',
    rpe: 'Anstrengung (RPE)',
    rpeHint: '10: Es war nichts mehr übrig',
    rir: 'Wiederholungen in Reserve',
    pain: 'Schmerz',
    painHint: '0 keiner, 10 der schlimmste',
    painCaution:
      'Sledtrace ist ein Trainingsbuch und kann Schmerz nicht beurteilen. Bleibt er oder macht er dir Sorgen, frag vor dem nächsten Satz jemanden vom Fach.',
    note: 'Notiz',
    ratings: 'Was kein Sensor sieht',
    ratingsHint: 'Bewerte, was du oder jemand bei dir gesehen hat.',
    rated: (n: number, all: number) => `${n} von ${all}`,
    rating: { ok: 'gut', fix: 'ändern', unseen: 'nicht gesehen' },
  },
});
