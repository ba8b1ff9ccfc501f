import { inLanguage } from '$lib/locale/language';

export const settingsWords = inLanguage({
  en: {
    speech: 'Words and units',
    /** Each in itself, so that it can be found by who reads no other. */
    language: 'Language',
    languages: { en: 'English', de: 'Deutsch' },
    mass: 'Loads in',
    length: 'Depth in',
    decimal: 'Decimal sign',
    decimals: { '.': '1.5', ',': '1,5' },
    terms: 'Phases of a rep are called',
    termsChoices: {
      page: 'By page',
      plain: 'Plain',
      field: 'Technical',
    },
    termsHint:
      'Plain: lower, press. Technical: eccentric, concentric. By page: plain for your own sets, technical in files from others.',
    speechHint: 'A choice holds at once; the page opens anew.',
    notKept: 'This browser does not keep the choice. Allow storage for this page.',
    name: 'Your name',
    nameHint: 'It stands beside comments you write and files you share.',
    install: 'Install',
    own: 'Your data',
    ownHint: 'Everything is kept in this browser and nowhere else. A copy is a file you keep.',
    used: (used: string) => `${used} used`,
    usedOf: (used: string, quota: string) => `${used} of ${quota} used`,
    unknownUse: 'This browser does not say how much is used.',
    setCount: (n: number) => (n === 1 ? '1 set' : `${n} sets`),
    persisted: 'The browser keeps it, also when space runs low.',
    notPersisted: 'When space runs low, the browser may delete it.',
    persist: 'Ask it to keep the data',
    persistDenied:
      'The browser did not agree. Install the app, or use it more often, then ask again.',
    exporting: 'Export',
    which: 'Which sets',
    all: 'Everything',
    span: 'From – to',
    from: 'From',
    to: 'To',
    chosen: (n: number) =>
      n === 0 ? 'No set lies in it.' : n === 1 ? '1 set lies in it.' : `${n} sets lie in it.`,
    archive: 'Archive (JSON)',
    archiveHint: 'Recordings, plans, comments, to the last bit: for another browser, or as a copy.',
    reps: 'Reps (CSV)',
    repsHint: 'A line for each rep, for a spreadsheet. Can be opened here only as an archive.',
    raw: 'One set’s samples (CSV) are in its review.',
    importing: 'Import',
    importHint:
      'Archives, and recordings as CSV; several at once. What is here already is not doubled.',
    choose: 'Choose files',
    reading: 'Reading…',
    calibrations: 'Calibrated depths',
    noCalibrations: 'None yet. Calibrate when you set up a set.',
    removeCalibration: (what: string) => `Delete the calibration: ${what}`,
    calibratedOn: (date: string) => `calibrated ${date}`,
    wipe: 'Delete everything',
    wipeHint:
      'Sets with their recordings, calibrations, files from others, and these settings. There is no way back but a file you exported.',
    wipeAsk: 'Delete everything in this browser?',
    wipeWhat: (sets: string, audits: number) =>
      audits === 0
        ? `${sets}, calibrations and settings will be gone.`
        : `${sets}, ${audits === 1 ? '1 audit' : `${audits} audits`}, calibrations and settings will be gone.`,
    wipeType: (word: string) => `Type ${word} to confirm`,
    wipeWord: 'DELETE',
    wipeNow: 'Delete everything now',
    cancel: 'Cancel',
    wiped: 'Everything is deleted',
    wipedWhat: (sets: string) =>
      `${sets}, calibrations, files from others and settings are gone from this browser.`,
    wipeBlocked: 'Another tab has a set open. Close it, then try again.',
    begin: 'Begin anew',
    about: 'About',
    version: (version: string, algorithm: string, rules: string) =>
      `Sledtrace ${version} · ${algorithm} · ${rules}`,
    licence: 'Open source under the MIT licence.',
    notMedical: 'A training log, not a medical device.',
    schema: 'Schema of the archive',
    guide: 'Where the targets come from',
    audit: 'Audit with a coach',
    auditHint: 'Send sets as a file, look at those of others, open what comes back.',
    toAudit: 'To the audits',
  },
  de: {
    speech: 'Sprache und Einheiten',
    language: 'Sprache',
    languages: { en: 'English', de: 'Deutsch' },
    mass: 'Gewichte in',
    length: 'Tiefe in',
    decimal: 'Dezimalzeichen',
    decimals: { '.': '1.5', ',': '1,5' },
    terms: 'Phasen einer Wiederholung heißen',
    termsChoices: {
      page: 'Je Seite',
      plain: 'Schlicht',
      field: 'Fachsprache',
    },
    termsHint:
      'Schlicht: senken, drücken. Fachsprache: exzentrisch, konzentrisch. Je Seite: schlicht für deine Sätze, Fachsprache in Dateien von anderen.',
    speechHint: 'Eine Wahl gilt sofort; die Seite öffnet sich neu.',
    notKept: 'Dieser Browser merkt sich die Wahl nicht. Erlaube dieser Seite das Speichern.',
    name: 'Dein Name',
    nameHint: 'Er steht neben Kommentaren, die du schreibst, und Dateien, die du teilst.',
    install: 'Installieren',
    own: 'Deine Daten',
    ownHint:
      'Alles liegt in diesem Browser und nirgends sonst. Eine Kopie ist eine Datei, die du aufbewahrst.',
    used: (used: string) => `${used} belegt`,
    usedOf: (used: string, quota: string) => `${used} von ${quota} belegt`,
    unknownUse: 'Dieser Browser sagt nicht, wie viel belegt ist.',
    setCount: (n: number) => (n === 1 ? '1 Satz' : `${n} Sätze`),
    persisted: 'Der Browser behält sie, auch wenn der Platz knapp wird.',
    notPersisted: 'Wird der Platz knapp, darf der Browser sie löschen.',
    persist: 'Bitte ihn, sie zu behalten',
    persistDenied:
      'Der Browser war nicht einverstanden. Installiere die App oder nutze sie öfter, dann frag noch einmal.',
    exporting: 'Exportieren',
    which: 'Welche Sätze',
    all: 'Alles',
    span: 'Von – bis',
    from: 'Von',
    to: 'Bis',
    chosen: (n: number) =>
      n === 0
        ? 'Darin liegt kein Satz.'
        : n === 1
          ? 'Darin liegt 1 Satz.'
          : `Darin liegen ${n} Sätze.`,
    archive: 'Archiv (JSON)',
    archiveHint:
      'Aufzeichnungen, Vorgaben, Kommentare, bis aufs letzte Bit: für einen anderen Browser oder als Kopie.',
    reps: 'Wiederholungen (CSV)',
    repsHint:
      'Eine Zeile je Wiederholung, für die Tabellenkalkulation. Wieder einlesen lässt sich nur das Archiv.',
    raw: 'Die Messwerte eines Satzes (CSV) stehen in seiner Auswertung.',
    importing: 'Importieren',
    importHint:
      'Archive und Aufzeichnungen als CSV, auch mehrere zugleich. Was schon da ist, wird nicht verdoppelt.',
    choose: 'Dateien wählen',
    reading: 'Wird gelesen…',
    calibrations: 'Kalibrierte Tiefen',
    noCalibrations: 'Noch keine. Kalibriere, wenn du einen Satz einrichtest.',
    removeCalibration: (what: string) => `Kalibrierung löschen: ${what}`,
    calibratedOn: (date: string) => `kalibriert ${date}`,
    wipe: 'Alles löschen',
    wipeHint:
      'Sätze mit ihren Aufzeichnungen, Kalibrierungen, Dateien von anderen und diese Einstellungen. Zurück führt nur eine Datei, die du exportiert hast.',
    wipeAsk: 'Alles in diesem Browser löschen?',
    wipeWhat: (sets: string, audits: number) =>
      audits === 0
        ? `${sets}, Kalibrierungen und Einstellungen sind dann weg.`
        : `${sets}, ${audits === 1 ? '1 Prüfung' : `${audits} Prüfungen`}, Kalibrierungen und Einstellungen sind dann weg.`,
    wipeType: (word: string) => `Zum Bestätigen ${word} eintippen`,
    wipeWord: 'LÖSCHEN',
    wipeNow: 'Jetzt alles löschen',
    cancel: 'Abbrechen',
    wiped: 'Alles ist gelöscht',
    wipedWhat: (sets: string) =>
      `${sets}, Kalibrierungen, Dateien von anderen und Einstellungen sind aus diesem Browser verschwunden.`,
    wipeBlocked:
      'In einem anderen Tab ist noch etwas offen. Schließ ihn und versuch es noch einmal.',
    begin: 'Neu beginnen',
    about: 'Über',
    version: (version: string, algorithm: string, rules: string) =>
      `Sledtrace ${version} · ${algorithm} · ${rules}`,
    licence: 'Quelloffen unter der MIT-Lizenz.',
    notMedical: 'Ein Trainingstagebuch, kein Medizinprodukt.',
    schema: 'Schema des Archivs',
    guide: 'Woher die Ziele kommen',
    audit: 'Prüfung mit einem Coach',
    auditHint: 'Schick Sätze als Datei, sieh die von anderen an, öffne, was zurückkommt.',
    toAudit: 'Zu den Prüfungen',
  },
});
