import { inLanguage } from '$lib/locale/language';

/** What the charts show, in words; figures come with their signs, travels with their unit. */
export const chartWords = inLanguage({
  en: {
    noMotion: (duration: string) => `No motion in ${duration} s.`,
    position: (reps: string, partial: string | null, duration: string, lowest: string) =>
      `${reps}${partial ? ` and ${partial}` : ''} in ${duration} s; the lowest point is ${lowest} below the start.`,
    noFullReps: 'No full reps.',
    depthOfOne: (depth: string) => `${depth}.`,
    depths: (deepest: { rep: number; depth: string }, shallowest: { rep: number; depth: string }) =>
      `Deepest rep ${deepest.rep} with ${deepest.depth}, shallowest rep ${shallowest.rep} with ${shallowest.depth}.`,
  },
  de: {
    noMotion: (duration: string) => `Keine Bewegung in ${duration} s.`,
    position: (reps: string, partial: string | null, duration: string, lowest: string) =>
      `${reps}${partial ? ` und ${partial}` : ''} in ${duration} s; der tiefste Punkt liegt ${lowest} unter dem Start.`,
    noFullReps: 'Keine vollen Wiederholungen.',
    depthOfOne: (depth: string) => `${depth}.`,
    depths: (deepest: { rep: number; depth: string }, shallowest: { rep: number; depth: string }) =>
      `Am tiefsten Wiederholung ${deepest.rep} mit ${deepest.depth}, am flachsten Wiederholung ${shallowest.rep} mit ${shallowest.depth}.`,
  },
});
