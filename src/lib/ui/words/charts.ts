import { inLanguage } from '$lib/locale/language';

/** What the charts show, in words; figures come with their signs, travels with their unit. */
export const chartWords = inLanguage({
  en: {
    numbers: 'Numbers',
    keys: 'Left and right go through the reps, Enter keeps one, Escape lets it go.',
    traceKeys:
      'Left and right go through the reps, Enter keeps one, Escape lets it go. Plus and minus zoom, 0 shows everything, Shift with left and right moves. Space plays the set again.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show everything',
    end: 'End, s',
    height: 'Height',
    differ: 'Reps differ by',
    loss: 'Loss',
    noMotion: (duration: string) => `No motion in ${duration} s.`,
    position: (reps: string, partial: string | null, duration: string, lowest: string) =>
      `${reps}${partial ? ` and ${partial}` : ''} in ${duration} s; the lowest point is ${lowest} below the start.`,
    noFullReps: 'No full reps.',
    depthOfOne: (depth: string) => `${depth}.`,
    depths: (deepest: { rep: number; depth: string }, shallowest: { rep: number; depth: string }) =>
      `Deepest rep ${deepest.rep} with ${deepest.depth}, shallowest rep ${shallowest.rep} with ${shallowest.depth}.`,
    overlaid: (differ: string, worst: number | null) =>
      `The reps differ by up to ${differ} (1 sd)${worst === null ? '' : `; rep ${worst} stands out`}.`,
    noMean: 'A mean takes two full reps.',
    velocities: (fastest: { rep: number; speed: string }, loss: string, sd: string) =>
      `Fastest rep ${fastest.rep} with ${fastest.speed} m/s; the last one lost ${loss} of it (${sd}).`,
  },
  de: {
    numbers: 'Zahlen',
    keys: 'Links und rechts gehen durch die Wiederholungen, Enter hält eine fest, Escape lässt sie los.',
    traceKeys:
      'Links und rechts gehen durch die Wiederholungen, Enter hält eine fest, Escape lässt sie los. Plus und Minus zoomen, 0 zeigt alles, Umschalt mit links und rechts verschiebt. Die Leertaste spielt den Satz noch einmal ab.',
    zoomIn: 'Näher heran',
    zoomOut: 'Weiter weg',
    fit: 'Alles zeigen',
    end: 'Ende, s',
    height: 'Höhe',
    differ: 'Unterschied der Wdh.',
    loss: 'Verlust',
    noMotion: (duration: string) => `Keine Bewegung in ${duration} s.`,
    position: (reps: string, partial: string | null, duration: string, lowest: string) =>
      `${reps}${partial ? ` und ${partial}` : ''} in ${duration} s; der tiefste Punkt liegt ${lowest} unter dem Start.`,
    noFullReps: 'Keine vollen Wiederholungen.',
    depthOfOne: (depth: string) => `${depth}.`,
    depths: (deepest: { rep: number; depth: string }, shallowest: { rep: number; depth: string }) =>
      `Am tiefsten Wiederholung ${deepest.rep} mit ${deepest.depth}, am flachsten Wiederholung ${shallowest.rep} mit ${shallowest.depth}.`,
    overlaid: (differ: string, worst: number | null) =>
      `Die Wiederholungen unterscheiden sich um bis zu ${differ} (1 Standardabweichung)${worst === null ? '' : `; Wiederholung ${worst} fällt auf`}.`,
    noMean: 'Ein Mittelwert braucht zwei volle Wiederholungen.',
    velocities: (fastest: { rep: number; speed: string }, loss: string, sd: string) =>
      `Am schnellsten Wiederholung ${fastest.rep} mit ${fastest.speed} m/s; die letzte verlor davon ${loss} (${sd}).`,
  },
});
