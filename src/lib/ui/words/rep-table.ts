import { inLanguage } from '$lib/locale/language';
import { travelUnit } from '../format';

/** The table of reps, and the line on the rep that is looked at. */
export const tableWords = inLanguage({
  en: {
    title: 'Every rep',
    keys: 'Arrow keys go through the reps, Enter keeps one.',
    rep: 'Rep',
    depth: `Depth, ${travelUnit}`,
    mean: 'Mean, m/s',
    peak: 'Peak, m/s',
    remark: 'Remark',
    notCounted: {
      removed: 'Removed',
      'un-rack': 'Un-rack or re-rack',
      calibration: 'Calibration',
    },
    between: (start: string, end: string) => `${start}–${end} s`,
    restore: 'Count again',
    removeRep: 'Remove rep',
    unRack: 'It was an un-rack',
    choose: 'Point at a rep to read it here; choose it to keep it.',
    chooseToEdit: 'Point at a rep to read it here; choose it to keep it, or to remove it.',
  },
  de: {
    title: 'Jede Wiederholung',
    keys: 'Die Pfeiltasten gehen durch die Wiederholungen, Enter hält eine fest.',
    rep: 'Wdh.',
    depth: `Tiefe, ${travelUnit}`,
    mean: 'Mittel, m/s',
    peak: 'Spitze, m/s',
    remark: 'Bemerkung',
    notCounted: {
      removed: 'Entfernt',
      'un-rack': 'Aus- oder Einhängen',
      calibration: 'Kalibrierung',
    },
    between: (start: string, end: string) => `${start}–${end} s`,
    restore: 'Wieder zählen',
    removeRep: 'Wiederholung entfernen',
    unRack: 'War das Aushängen',
    choose: 'Zeig auf eine Wiederholung, um sie hier zu lesen; wähl sie, um sie festzuhalten.',
    chooseToEdit:
      'Zeig auf eine Wiederholung, um sie hier zu lesen; wähl sie, um sie festzuhalten oder zu entfernen.',
  },
});
