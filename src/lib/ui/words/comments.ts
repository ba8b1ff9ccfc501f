import { inLanguage } from '$lib/locale/language';

interface CommentWords {
  title: string;
  none: string;
  about: string;
  kinds: Record<'set' | 'rep' | 'phase' | 'span', string>;
  /** Where a comment speaks of. */
  set: string;
  rep: (index: number) => string;
  repAt: (time: string) => string;
  phase: (rep: string, phase: string) => string;
  span: (from: string, to: string) => string;
  whichRep: string;
  whichPhase: string;
  draw: string;
  from: string;
  to: string;
  field: string;
  placeholder: string;
  name: string;
  add: string;
  save: string;
  edit: string;
  remove: string;
  cancel: string;
  missing: string;
  missingName: string;
  removed: string;
}

export const commentWords: CommentWords = inLanguage<CommentWords>({
  en: {
    title: 'Comments',
    none: 'Nothing has been written to this set yet.',
    about: 'About',
    kinds: { set: 'Set', rep: 'Rep', phase: 'Phase', span: 'Stretch' },
    set: 'The set',
    rep: (index) => `Rep ${index}`,
    repAt: (time) => `At ${time} s`,
    phase: (rep, phase) => `${rep}, ${phase}`,
    span: (from, to) => `${from}–${to} s`,
    whichRep: 'Rep',
    whichPhase: 'Phase',
    draw: 'Draw across the trace, here or above, or write the times.',
    from: 'From',
    to: 'To',
    field: 'Comment',
    placeholder: 'What you see, and what to change',
    name: 'Your name',
    add: 'Add comment',
    save: 'Save',
    edit: 'Edit',
    remove: 'Delete',
    cancel: 'Cancel',
    missing: 'Write something first.',
    missingName: 'Write your name first.',
    removed: 'Comment deleted.',
  },
  de: {
    title: 'Kommentare',
    none: 'Zu diesem Satz wurde noch nichts geschrieben.',
    about: 'Worüber',
    kinds: { set: 'Satz', rep: 'Wdh.', phase: 'Phase', span: 'Abschnitt' },
    set: 'Der Satz',
    rep: (index) => `Wdh. ${index}`,
    repAt: (time) => `Bei ${time} s`,
    phase: (rep, phase) => `${rep}, ${phase}`,
    span: (from, to) => `${from}–${to} s`,
    whichRep: 'Wiederholung',
    whichPhase: 'Phase',
    draw: 'Zieh über die Kurve, hier oder oben, oder schreib die Zeiten hin.',
    from: 'Von',
    to: 'Bis',
    field: 'Kommentar',
    placeholder: 'Was du siehst und was sich ändern soll',
    name: 'Dein Name',
    add: 'Kommentar hinzufügen',
    save: 'Sichern',
    edit: 'Ändern',
    remove: 'Löschen',
    cancel: 'Abbrechen',
    missing: 'Schreib zuerst etwas.',
    missingName: 'Schreib zuerst deinen Namen.',
    removed: 'Kommentar gelöscht.',
  },
});

/** What a coach would ask from now on. */
export const proposalWords = inLanguage({
  en: {
    title: (author: string) => `${author || 'Your coach'} proposes another plan`,
    hint: 'Accepted, it is what the next set starts from. This set stays judged by its own plan.',
    before: 'Before',
    after: 'Proposed',
    accept: 'Accept for the next set',
    decline: 'Decline',
    accepted: 'Accepted: the next set starts from it.',
    declined: 'Declined.',
    setUp: 'Set up the next set',
    same: 'Nothing differs from the plan of this set.',
    free: 'free',
    depth: 'Depth',
    variation: 'Variation',
    machine: 'Machine',
    goal: 'Goal',
  },
  de: {
    title: (author: string) => `${author || 'Dein Coach'} schlägt eine andere Vorgabe vor`,
    hint: 'Nimmst du sie an, beginnt der nächste Satz damit. Dieser Satz wird weiter an seiner eigenen gemessen.',
    before: 'Bisher',
    after: 'Vorschlag',
    accept: 'Für den nächsten Satz annehmen',
    decline: 'Ablehnen',
    accepted: 'Angenommen: Der nächste Satz beginnt damit.',
    declined: 'Abgelehnt.',
    setUp: 'Nächsten Satz einrichten',
    same: 'Nichts weicht von der Vorgabe dieses Satzes ab.',
    free: 'frei',
    depth: 'Tiefe',
    variation: 'Variante',
    machine: 'Gerät',
    goal: 'Ziel',
  },
});
