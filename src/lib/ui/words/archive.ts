import { inLanguage } from '$lib/locale/language';

/** A field that is wrong: where it stands, what may stand there, what does. */
interface Fault {
  path: string;
  expected: string;
  found: string;
}

/** Why an archive, or a set in it, is refused; by the code of its error. */
interface RefusalWords {
  'not-an-archive': string;
  truncated: string;
  'newer-version': (fault: Fault) => string;
  'wrong-field': (fault: Fault) => string;
  'wrong-recording': (path: string, why: string) => string;
  'wrong-checksum': (fault: Fault) => string;
  twice: (fault: Fault) => string;
}

export const archiveRefusals: RefusalWords = inLanguage<RefusalWords>({
  en: {
    'not-an-archive':
      'This is no Sledtrace archive. Choose a file whose name ends in .sledtrace.json, as this app writes it.',
    truncated: 'The archive is cut short. Copy or download it again.',
    'newer-version': ({ found, expected }) =>
      `A newer Sledtrace wrote this archive (version ${found}; this one reads ${expected}). Reload the page to update, then open it again.`,
    'wrong-field': ({ path, expected, found }) =>
      `${path || 'The file'} should be ${expected} and is ${found}. Export it again, or correct it there.`,
    'wrong-recording': (path, why) => `${path}: ${why}`,
    'wrong-checksum': ({ path, expected, found }) =>
      `${path} says ${found}, but the recording has ${expected}. One of them was changed: open another copy.`,
    twice: ({ path, found }) =>
      `${path}: a set named ${found} stands before it already. Remove one of them.`,
  },
  de: {
    'not-an-archive':
      'Das ist kein Archiv von Sledtrace. Wähl eine Datei, deren Name auf .sledtrace.json endet, wie diese App sie schreibt.',
    truncated: 'Das Archiv ist abgeschnitten. Kopier oder lade es noch einmal.',
    'newer-version': ({ found, expected }) =>
      `Ein neueres Sledtrace hat dieses Archiv geschrieben (Version ${found}; dieses liest ${expected}). Lade die Seite neu und öffne es dann wieder.`,
    'wrong-field': ({ path, expected, found }) =>
      `${path || 'Die Datei'} soll ${expected} sein und ist ${found}. Exportiere sie neu, oder berichtige es dort.`,
    'wrong-recording': (path, why) => `${path}: ${why}`,
    'wrong-checksum': ({ path, expected, found }) =>
      `${path} nennt ${found}, die Aufzeichnung hat aber ${expected}. Eines davon wurde geändert: Öffne eine andere Kopie.`,
    twice: ({ path, found }) =>
      `${path}: Ein Satz namens ${found} steht schon davor. Entfern einen von beiden.`,
  },
});

/** What came of an archive, and of giving one out. */
export const archiveWords = inLanguage({
  en: {
    imported: (name: string) => `“${name}” is in`,
    added: (n: number) => (n === 1 ? '1 set added.' : `${n} sets added.`),
    same: (n: number) => (n === 1 ? '1 set was here already.' : `${n} sets were here already.`),
    copied: (n: number) =>
      n === 1
        ? '1 set is here with other content: the file’s is kept beside it, as a copy.'
        : `${n} sets are here with other content: the file’s are kept beside them, as copies.`,
    calibrations: (n: number) =>
      n === 1 ? '1 calibration taken over.' : `${n} calibrations taken over.`,
    merged: (n: number) =>
      n === 1 ? 'A coach’s answer stands with 1 set.' : `A coach’s answer stands with ${n} sets.`,
    unknown: (titles: string) => `Not in this browser, so left out: ${titles}.`,
    refused: (n: number) => (n === 1 ? '1 set could not be read:' : `${n} sets could not be read:`),
    nothing: 'There was nothing in it.',
    copyTitle: (title: string) => `${title} (copy)`,
    progress: (done: number, of: number) => `${done} of ${of}`,
    damaged: (titles: string) =>
      `Left out, because the recording is missing or damaged: ${titles}.`,
    answer: 'answer',
  },
  de: {
    imported: (name: string) => `„${name}“ ist da`,
    added: (n: number) => (n === 1 ? '1 Satz hinzugefügt.' : `${n} Sätze hinzugefügt.`),
    same: (n: number) => (n === 1 ? '1 Satz war schon da.' : `${n} Sätze waren schon da.`),
    copied: (n: number) =>
      n === 1
        ? '1 Satz ist mit anderem Inhalt da: Der aus der Datei steht als Kopie daneben.'
        : `${n} Sätze sind mit anderem Inhalt da: Die aus der Datei stehen als Kopien daneben.`,
    calibrations: (n: number) =>
      n === 1 ? '1 Kalibrierung übernommen.' : `${n} Kalibrierungen übernommen.`,
    merged: (n: number) =>
      n === 1
        ? 'Die Antwort eines Coachs steht bei 1 Satz.'
        : `Die Antwort eines Coachs steht bei ${n} Sätzen.`,
    unknown: (titles: string) => `Nicht in diesem Browser, also ausgelassen: ${titles}.`,
    refused: (n: number) =>
      n === 1 ? '1 Satz ließ sich nicht lesen:' : `${n} Sätze ließen sich nicht lesen:`,
    nothing: 'Es war nichts darin.',
    copyTitle: (title: string) => `${title} (Kopie)`,
    progress: (done: number, of: number) => `${done} von ${of}`,
    damaged: (titles: string) =>
      `Ausgelassen, weil die Aufzeichnung fehlt oder beschädigt ist: ${titles}.`,
    answer: 'Antwort',
  },
});

/** Sets as files. */
export const exportWords = inLanguage({
  en: {
    title: 'Share',
    coachAbout: 'A file for their comments',
    printAbout: 'A report to be filed',
    samples: 'Samples (CSV)',
    samplesAbout: 'What the sensor said, in SI units',
    reps: 'Reps (CSV)',
    repsAbout: 'A line for each rep, with targets and verdicts',
    repsOf: (title: string) => `${title}, reps`,
    archive: 'Archive (JSON)',
    archiveAbout: 'All of the set, to open it elsewhere',
    repsOfSeveral: 'A line for each rep, with its set',
    archiveOfSeveral: 'All of the sets, to open them elsewhere',
  },
  de: {
    title: 'Weitergeben',
    coachAbout: 'Eine Datei für seine Kommentare',
    printAbout: 'Ein Bericht zum Ablegen',
    samples: 'Messwerte (CSV)',
    samplesAbout: 'Was der Sensor sagte, in SI-Einheiten',
    reps: 'Wiederholungen (CSV)',
    repsAbout: 'Eine Zeile je Wiederholung, mit Zielen und Urteilen',
    repsOf: (title: string) => `${title}, Wiederholungen`,
    archive: 'Archiv (JSON)',
    archiveAbout: 'Der ganze Satz, um ihn anderswo zu öffnen',
    repsOfSeveral: 'Eine Zeile je Wiederholung, mit ihrem Satz',
    archiveOfSeveral: 'Die ganzen Sätze, um sie anderswo zu öffnen',
  },
});

/** Sets that go to a coach as a file. */
export const shareWords = inLanguage({
  en: {
    open: 'Share with a coach',
    /** In the file's name. */
    week: (n: number) => `${n} sets`,
    title: (n: number) =>
      n === 1 ? 'Share this set with a coach' : `Share ${n} sets with a coach`,
    about:
      'The file holds the recording and what you asked of the set. It goes to nobody by itself: you send it. Whoever has it can read it.',
    name: 'Your name',
    nameHint: 'As your coach knows you. It stands beside what you write.',
    omit: 'Leave out of the file',
    omissions: {
      note: 'Note',
      pain: 'Pain',
      effort: 'Effort (RPE, reps in reserve)',
      load: 'Load',
      comments: 'Comments',
    },
    share: 'Share the file',
    download: 'Download the file',
    making: 'Writing the file…',
    close: 'Close',
    done: 'The file is out. When your coach’s answer comes back, open it here: it adds comments and changes no recording.',
  },
  de: {
    open: 'Mit Coach teilen',
    week: (n: number) => `${n} Sätze`,
    title: (n: number) =>
      n === 1 ? 'Diesen Satz mit einem Coach teilen' : `${n} Sätze mit einem Coach teilen`,
    about:
      'Die Datei enthält die Aufzeichnung und was du vom Satz verlangt hast. Sie geht von selbst an niemanden: Du verschickst sie. Wer sie hat, kann sie lesen.',
    name: 'Dein Name',
    nameHint: 'So, wie dein Coach dich kennt. Er steht neben dem, was du schreibst.',
    omit: 'In der Datei weglassen',
    omissions: {
      note: 'Notiz',
      pain: 'Schmerz',
      effort: 'Anstrengung (RPE, Wdh. in Reserve)',
      load: 'Gewicht',
      comments: 'Kommentare',
    },
    share: 'Datei teilen',
    download: 'Datei herunterladen',
    making: 'Die Datei wird geschrieben…',
    close: 'Schließen',
    done: 'Die Datei ist hinaus. Wenn die Antwort deines Coachs kommt, öffne sie hier: Sie fügt Kommentare hinzu und ändert keine Aufzeichnung.',
  },
});

/** Sets of others, and one's own on their way to a coach. */
export const auditWords = inLanguage({
  en: {
    title: 'Audit',
    about:
      'A coach looks at your sets without a server: you send a file, they comment, you open what comes back.',
    send: 'Send sets to a coach',
    sendHint: 'Choose a week. A single set can be shared from its review.',
    week: 'Week',
    weekOf: (from: string, to: string) => `${from} – ${to}`,
    noSets: 'No sets yet.',
    everySet: 'Every set of the week',
    receive: 'What you are sent',
    open: 'Open a file',
    openHint:
      'An athlete’s audit, to be commented on; or a coach’s answer, to be taken into your sets.',
    opening: 'Opening…',
    received: 'Files from athletes',
    none: 'None yet. What you open here stays apart from your own sets.',
    from: (name: string) => (name ? `From ${name}` : 'From an athlete'),
    sets: (n: number) => (n === 1 ? '1 set' : `${n} sets`),
    sentOn: (date: string) => `written ${date}`,
    remove: (what: string) => `Delete: ${what}`,
    all: 'All audits',
    back: 'Back to the audit',
    omitted: (what: string) => `Left out by the athlete: ${what}.`,
    comments: (n: number) => (n === 1 ? '1 comment' : `${n} comments`),
    untouched: 'nothing said yet',
    proposed: 'plan proposed',
    answer: 'Send the answer',
    answerHint:
      'The file holds your comments and proposed plans, and no recording. Until the athlete opens it, you can change it and send it again.',
    nothingSaid: 'Write a comment or propose a plan first.',
    share: 'Share the answer',
    download: 'Download the answer',
    answered: (date: string) => `Last given out ${date}.`,
    notFound: 'There is no such audit in this browser. Open the athlete’s file again.',
    readOnly:
      'Looked at, not changed: the recording and the athlete’s words stay as they were sent.',
    plan: 'Prescription for the next time',
    planHint: 'Change what should be asked. The athlete can accept or decline it.',
    propose: 'Propose another plan',
    withdraw: 'Withdraw the proposal',
    previous: 'Set before',
    next: 'Next set',
  },
  de: {
    title: 'Prüfung',
    about:
      'Ein Coach sieht deine Sätze an, ganz ohne Server: Du schickst eine Datei, er kommentiert, du öffnest, was zurückkommt.',
    send: 'Sätze an einen Coach schicken',
    sendHint: 'Wähl eine Woche. Einen einzelnen Satz teilst du aus seiner Auswertung.',
    week: 'Woche',
    weekOf: (from: string, to: string) => `${from} – ${to}`,
    noSets: 'Noch keine Sätze.',
    everySet: 'Jeder Satz der Woche',
    receive: 'Was du bekommst',
    open: 'Datei öffnen',
    openHint:
      'Die Prüfung eines Athleten, um sie zu kommentieren, oder die Antwort eines Coachs, um sie zu übernehmen.',
    opening: 'Wird geöffnet…',
    received: 'Dateien von Athleten',
    none: 'Noch keine. Was du hier öffnest, bleibt getrennt von deinen eigenen Sätzen.',
    from: (name: string) => (name ? `Von ${name}` : 'Von einem Athleten'),
    sets: (n: number) => (n === 1 ? '1 Satz' : `${n} Sätze`),
    sentOn: (date: string) => `geschrieben ${date}`,
    remove: (what: string) => `Löschen: ${what}`,
    all: 'Alle Prüfungen',
    back: 'Zurück zur Prüfung',
    omitted: (what: string) => `Vom Athleten weggelassen: ${what}.`,
    comments: (n: number) => (n === 1 ? '1 Kommentar' : `${n} Kommentare`),
    untouched: 'noch nichts gesagt',
    proposed: 'Vorgabe vorgeschlagen',
    answer: 'Antwort schicken',
    answerHint:
      'Die Datei enthält deine Kommentare und vorgeschlagenen Vorgaben, keine Aufzeichnung. Bis der Athlet sie öffnet, kannst du sie ändern und wieder schicken.',
    nothingSaid: 'Schreib zuerst einen Kommentar oder schlag eine Vorgabe vor.',
    share: 'Antwort teilen',
    download: 'Antwort herunterladen',
    answered: (date: string) => `Zuletzt ausgegeben ${date}.`,
    notFound:
      'Diese Prüfung gibt es in diesem Browser nicht. Öffne die Datei des Athleten noch einmal.',
    readOnly:
      'Nur angesehen: Die Aufzeichnung und die Worte des Athleten bleiben, wie sie geschickt wurden.',
    plan: 'Vorgabe für das nächste Mal',
    planHint: 'Ändere, was verlangt werden soll. Der Athlet kann annehmen oder ablehnen.',
    propose: 'Andere Vorgabe vorschlagen',
    withdraw: 'Vorschlag zurückziehen',
    previous: 'Satz davor',
    next: 'Nächster Satz',
  },
});
