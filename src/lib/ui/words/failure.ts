import { inLanguage } from '$lib/locale/language';

/** What went wrong, and what to do; of the store by the code of its error. */
export const failureWords = inLanguage({
  en: {
    notFound: 'Page not found',
    notFoundHint: 'There is no page at this address.',
    setNotFound: 'Set not found',
    other: 'Something went wrong',
    otherHint: 'Reload the page. What was recorded is safe.',
    home: 'Back to your sets',
    unavailable:
      'This browser does not let the page keep anything. Leave private browsing, or allow storage for this page, then reload.',
    full: 'There is no room left in this browser’s storage. Delete a few sets, then try again.',
    held: 'Another tab is recording this set, or has taken it up.',
    damaged: 'The recording of this set is missing or damaged and cannot be shown.',
  },
  de: {
    notFound: 'Seite nicht gefunden',
    notFoundHint: 'Unter dieser Adresse gibt es keine Seite.',
    setNotFound: 'Satz nicht gefunden',
    other: 'Etwas ist schiefgegangen',
    otherHint: 'Lade die Seite neu. Was aufgezeichnet wurde, ist sicher.',
    home: 'Zurück zu deinen Sätzen',
    unavailable:
      'Dieser Browser lässt die Seite nichts speichern. Verlass den privaten Modus oder erlaube dieser Seite das Speichern, dann lade neu.',
    full: 'Der Speicher dieses Browsers ist voll. Lösch ein paar Sätze und versuch es noch einmal.',
    held: 'Ein anderer Tab zeichnet diesen Satz auf oder hat ihn übernommen.',
    damaged:
      'Die Aufzeichnung dieses Satzes fehlt oder ist beschädigt und lässt sich nicht zeigen.',
  },
});
