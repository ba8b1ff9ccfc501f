import { inLanguage } from '$lib/locale/language';

export const undoWords = inLanguage({
  en: {
    removed: (title: string) => `“${title}” deleted.`,
    undo: 'Undo',
    dismiss: 'Dismiss',
  },
  de: {
    removed: (title: string) => `„${title}“ gelöscht.`,
    undo: 'Rückgängig',
    dismiss: 'Schließen',
  },
});
