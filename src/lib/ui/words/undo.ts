import { inLanguage } from '$lib/locale/language';

export const undoWords = inLanguage({
  en: {
    removed: (title: string) => `“${title}” deleted.`,
    removedSets: (count: number) => (count === 1 ? '1 set deleted.' : `${count} sets deleted.`),
    removedDemo: (count: number) => `The demo’s ${count} sets deleted.`,
    undo: 'Undo',
    dismiss: 'Dismiss',
  },
  de: {
    removed: (title: string) => `„${title}“ gelöscht.`,
    removedSets: (count: number) => (count === 1 ? '1 Satz gelöscht.' : `${count} Sätze gelöscht.`),
    removedDemo: (count: number) => `Die ${count} Sätze der Demo sind gelöscht.`,
    undo: 'Rückgängig',
    dismiss: 'Schließen',
  },
});
