import type { Check } from '$lib/guide/claim';
import { inLanguage } from '$lib/locale/language';

export interface GuideWords {
  readonly title: string;
  readonly lead: string;
  readonly search: string;
  readonly searchHint: string;
  readonly found: (n: number) => string;
  readonly none: (query: string) => string;
  readonly noneHint: string;
  readonly contents: string;
  readonly across: string;
  readonly kinds: Record<'article' | 'question' | 'disagreement', string>;
  readonly back: string;
  readonly onThisPage: string;
  readonly previous: string;
  readonly next: string;
  readonly notFound: string;
  readonly checksTitle: string;
  /** How a statement is checked: as it stands with a statement, after "in part", and what it means. */
  readonly checks: Record<Check, { name: string; inPart: string; means: string }>;
  readonly inPart: (list: string) => string;
  readonly speaksOf: string;
  readonly allVariations: string;
  readonly opening: string;
  readonly permalink: (id: string) => string;
  readonly differ: string;
  readonly side: (index: number) => string;
  readonly covers: string;
  readonly limits: string;
  readonly sections: string;
  readonly leftOut: string;
  readonly leftOutLead: string;
  readonly leftOutExtent: Record<'whole' | 'part', string>;
  readonly sensorHere: string;
  readonly unmeasured: (list: string) => string;
  readonly unknownMachine: string;
}

export const guideWords: GuideWords = inLanguage<GuideWords>({
  en: {
    title: 'Guide',
    lead: 'What four documents say about the leg press, statement by statement: where it comes from, and how Sledtrace checks it.',
    search: 'Search the guide',
    searchHint: 'A word, or a few.',
    found: (n) => (n === 1 ? '1 place found' : `${n} places found`),
    none: (query) => `Nothing found for “${query}”`,
    noneHint: 'Try a plainer word, or choose an article below.',
    contents: 'Articles',
    across: 'Across the articles',
    kinds: { article: 'Article', question: 'Question', disagreement: 'Sources differ' },
    back: 'Guide',
    onThisPage: 'On this page',
    previous: 'Before',
    next: 'Next',
    notFound: 'The guide has no such article. Choose one from its contents.',
    checksTitle: 'How a statement is checked',
    checks: {
      measured: {
        name: 'Measured by the sensor',
        inPart: 'measured by the sensor',
        means: 'The sensor on the sled finds it: times, depth, speed, a bounce.',
      },
      compared: {
        name: 'Compared between sets',
        inPart: 'compared between sets',
        means: 'It shows between sets, sides or weeks.',
      },
      seen: {
        name: 'Seen by you or your coach',
        inPart: 'seen by you or your coach',
        means: 'No sensor on a sled can tell. It is on the checklist, never a deviation.',
      },
      reference: {
        name: 'To read',
        inPart: 'to be read',
        means: 'Worth knowing; there is nothing to check in a set.',
      },
    },
    inPart: (list) => `in part ${list}`,
    speaksOf: 'For:',
    allVariations: 'all variations',
    opening: 'opening',
    permalink: (id) => `Link to statement ${id}`,
    differ: 'Sources differ',
    side: (index) => `Answer ${index}`,
    covers: 'Covers',
    limits: 'Cannot answer',
    sections: 'Sections cited',
    leftOut: 'What is left out',
    leftOutLead:
      'A few things a source says are not in the guide, because they are wrong or contradict themselves.',
    leftOutExtent: { whole: 'Left out', part: 'Left out in part' },
    sensorHere: 'The blue mark is the sensor.',
    unmeasured: (list) => `Not measured on it: ${list}.`,
    unknownMachine:
      'No source speaks of these two. What stands here is ours: where the sensor goes and what it can tell.',
  },
  de: {
    title: 'Anleitung',
    lead: 'Was vier Dokumente über die Beinpresse sagen, Aussage für Aussage: woher sie kommt und wie Sledtrace sie prüft.',
    search: 'Anleitung durchsuchen',
    searchHint: 'Ein Wort oder ein paar.',
    found: (n) => (n === 1 ? '1 Stelle gefunden' : `${n} Stellen gefunden`),
    none: (query) => `Nichts gefunden zu „${query}“`,
    noneHint: 'Versuch ein einfacheres Wort, oder wähle unten einen Artikel.',
    contents: 'Artikel',
    across: 'Quer durch die Artikel',
    kinds: { article: 'Artikel', question: 'Frage', disagreement: 'Quellen uneinig' },
    back: 'Anleitung',
    onThisPage: 'Auf dieser Seite',
    previous: 'Davor',
    next: 'Weiter',
    notFound: 'Diesen Artikel hat die Anleitung nicht. Wähle einen aus ihrem Inhalt.',
    checksTitle: 'Wie eine Aussage geprüft wird',
    checks: {
      measured: {
        name: 'Vom Sensor gemessen',
        inPart: 'vom Sensor gemessen',
        means: 'Der Sensor am Schlitten findet es: Zeiten, Tiefe, Geschwindigkeit, ein Federn.',
      },
      compared: {
        name: 'Zwischen Sätzen verglichen',
        inPart: 'zwischen Sätzen verglichen',
        means: 'Es zeigt sich zwischen Sätzen, Seiten oder Wochen.',
      },
      seen: {
        name: 'Von dir oder deinem Coach gesehen',
        inPart: 'von dir oder deinem Coach gesehen',
        means:
          'Kein Sensor am Schlitten kann es wissen. Es steht auf der Checkliste und gilt nie als Abweichung.',
      },
      reference: {
        name: 'Zum Lesen',
        inPart: 'zum Lesen',
        means: 'Gut zu wissen; an einem Satz gibt es nichts zu prüfen.',
      },
    },
    inPart: (list) => `zum Teil ${list}`,
    speaksOf: 'Für:',
    allVariations: 'alle Varianten',
    opening: 'Einleitung',
    permalink: (id) => `Link zur Aussage ${id}`,
    differ: 'Quellen uneinig',
    side: (index) => `Antwort ${index}`,
    covers: 'Behandelt',
    limits: 'Kann nicht beantworten',
    sections: 'Zitierte Abschnitte',
    leftOut: 'Was weggelassen ist',
    leftOutLead:
      'Einiges, was eine Quelle sagt, steht nicht in der Anleitung, weil es falsch ist oder sich widerspricht.',
    leftOutExtent: { whole: 'Weggelassen', part: 'Zum Teil weggelassen' },
    sensorHere: 'Die blaue Marke ist der Sensor.',
    unmeasured: (list) => `Darauf nicht gemessen: ${list}.`,
    unknownMachine:
      'Von diesen beiden spricht keine Quelle. Was hier steht, ist von uns: wohin der Sensor kommt und was er verraten kann.',
  },
});
