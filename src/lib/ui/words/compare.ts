import { inLanguage } from '$lib/locale/language';

/** Two sets side by side. */
export const compareWords = inLanguage({
  en: {
    title: 'Compare',
    pick: 'Set to compare with',
    none: 'Choose another set',
    like: 'Pressed the same way',
    unlike: 'Others',
    nothingElse: 'There is no other set yet.',
    gone: 'That set is not in this browser, or its recording is damaged.',
    chart: 'The mean rep of both sets',
    caption: (other: string) => `This set and ${other}`,
    here: 'This set',
    there: 'The other',
    difference: 'Difference',
    within: 'within its error',
    measures: {
      reps: 'Reps',
      kept: 'In the bands',
      depth: 'Depth',
      depthCv: 'Depth varies',
      tension: 'Under tension',
    },
  },
  de: {
    title: 'Vergleichen',
    pick: 'Satz zum Vergleich',
    none: 'Wähl einen anderen Satz',
    like: 'Ebenso gedrückt',
    unlike: 'Andere',
    nothingElse: 'Es gibt noch keinen anderen Satz.',
    gone: 'Diesen Satz gibt es in diesem Browser nicht, oder seine Aufzeichnung ist beschädigt.',
    chart: 'Die mittlere Wiederholung beider Sätze',
    caption: (other: string) => `Dieser Satz und ${other}`,
    here: 'Dieser Satz',
    there: 'Der andere',
    difference: 'Unterschied',
    within: 'innerhalb des Fehlers',
    measures: {
      reps: 'Wiederholungen',
      kept: 'In den Bereichen',
      depth: 'Tiefe',
      depthCv: 'Tiefe schwankt',
      tension: 'Unter Spannung',
    },
  },
});
