import { inLanguage } from '$lib/locale/language';

export const navWords = inLanguage({
  en: {
    label: 'Main',
    train: 'Train',
    history: 'History',
    guide: 'Guide',
    settings: 'Settings',
    skip: 'Skip to the page',
  },
  de: {
    label: 'Haupt',
    train: 'Training',
    history: 'Verlauf',
    guide: 'Anleitung',
    settings: 'Einstellungen',
    skip: 'Zum Inhalt',
  },
});
