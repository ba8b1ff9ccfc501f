import { inLanguage } from '$lib/locale/language';

/** The product's name: the same in every language. */
export const APP_NAME = 'Sledtrace';

/** A new version of the app. */
export const updateWords = inLanguage({
  en: { ready: 'A new version is ready', reload: 'Reload', later: 'Later' },
  de: { ready: 'Eine neue Version ist bereit', reload: 'Neu laden', later: 'Später' },
});

/** The page as an app. */
export const installWords = inLanguage({
  en: {
    why: 'Installed, Sledtrace opens like any app, full screen and without a network.',
    install: 'Install',
    installed: 'Installed on this device.',
    byHand:
      'Your browser’s menu has it as “Install” or “Add to Home Screen”; on an iPhone it is behind Share.',
  },
  de: {
    why: 'Installiert öffnet sich Sledtrace wie jede App, im Vollbild und ohne Netz.',
    install: 'Installieren',
    installed: 'Auf diesem Gerät installiert.',
    byHand:
      'Im Menü deines Browsers steht es als „Installieren“ oder „Zum Startbildschirm“; auf dem iPhone unter Teilen.',
  },
});
