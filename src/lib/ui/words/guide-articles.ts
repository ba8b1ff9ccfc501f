import type { Topic } from '$lib/guide/claim';
import { inLanguage } from '$lib/locale/language';
import type { GroupId } from '../guide/articles';
import type { Article } from '../guide-address';

export interface ArticleWords {
  readonly articles: Record<Article, { readonly title: string; readonly lead: string }>;
  readonly groups: { readonly [T in Topic]: Record<GroupId<T>, string> };
}

const en: ArticleWords = {
  articles: {
    'set-up': {
      title: 'Set-up',
      lead: 'Seat, stops, feet and shoes: what to set and check before the first rep.',
    },
    variations: {
      title: 'Variations',
      lead: 'Where the feet go, on two legs or one, and what that changes.',
    },
    technique: {
      title: 'Technique',
      lead: 'What to think of while you press.',
    },
    tempo: {
      title: 'Tempo',
      lead: 'How slowly to lower, whether to pause, how to press.',
    },
    depth: {
      title: 'Depth and top',
      lead: 'How far down to go, where to stop, and how the press ends.',
    },
    errors: {
      title: 'Errors',
      lead: 'What goes wrong, what it costs, and what to do about it.',
    },
    machines: {
      title: 'Machines',
      lead: 'What sets leg presses apart, and where the sensor goes on each.',
    },
    programming: {
      title: 'Programming',
      lead: 'Sets, reps, load and weeks for each goal. Where the guide gives no figure, there is none.',
    },
    safety: {
      title: 'Safety',
      lead: 'What to mind before you load, and when to ask someone. None of it is medical advice.',
    },
    complementary: {
      title: 'Other exercises',
      lead: 'What to train beside the press.',
    },
    anatomy: {
      title: 'Muscles and mechanics',
      lead: 'Which muscles work in the press, and what decides it.',
    },
    benefits: {
      title: 'What it is good for',
      lead: 'What the sources think each press does, and for whom.',
    },
    questions: {
      title: 'Questions',
      lead: 'What people ask, and what the guide answers.',
    },
    disagreements: {
      title: 'Where the sources differ',
      lead: 'Questions with more than one answer. All of them stand here, each with its source; none is declared the winner.',
    },
    sources: {
      title: 'The sources',
      lead: 'Four documents stand behind the guide. What each covers, what it cannot answer, and what was left out.',
    },
  },
  groups: {
    'set-up': {
      seat: 'Seat and stops',
      feet: 'Feet and shoes',
      back: 'Back, seat and head',
      reverse: 'For the reverse press',
    },
    variations: {
      high: 'Feet high',
      narrow: 'High and narrow',
      wide: 'High and wide',
      single: 'One leg, foot high',
      quad: 'The usual press, feet low',
      'quad-single': 'The usual press on one leg',
      reverse: 'Reverse',
      'reverse-single': 'Reverse on one leg',
    },
    technique: {
      drive: 'The drive',
      back: 'Back and breath',
      knees: 'Knees',
      reverse: 'In the reverse press',
    },
    tempo: {
      lower: 'Lowering',
      pause: 'The pause at the bottom',
      press: 'Pressing',
      momentum: 'No momentum',
      reverse: 'In the reverse press',
    },
    depth: {
      deep: 'How deep',
      limit: 'Where to stop',
      top: 'The top',
      reverse: 'In the reverse press',
    },
    errors: {
      back: 'The back rounds',
      feet: 'The toes push',
      knees: 'The knees wander',
      load: 'Too heavy',
      reverse: 'In the reverse press',
    },
    machines: {
      differ: 'No two alike',
      sled: 'The 45° sled',
      horizontal: 'The horizontal press',
      other: 'Other sleds',
      reverse: 'For the reverse press',
      unknown: 'Machines the guide does not know',
    },
    programming: {
      growth: 'Muscle growth',
      strength: 'Strength',
      rehab: 'Rehab and technique',
      first: 'First sessions, and moving up',
      weeks: 'Through the week',
      reverse: 'The reverse press',
    },
    safety: {
      suits: 'Whether it suits you',
      load: 'Load',
      back: 'The low back',
      tear: 'After a hamstring tear',
      reverse: 'The reverse press',
    },
    complementary: { beside: 'Beside the press', exercises: 'Which exercises' },
    anatomy: {
      shift: 'Moving the work',
      hamstrings: 'The hamstrings',
      factors: 'What decides it',
      usual: 'The usual press',
      doubts: 'One author’s doubts',
      reverse: 'The reverse press',
    },
    benefits: {
      hamstrings: 'For the hamstrings',
      quads: 'For the quads',
      reverse: 'The reverse press',
    },
  },
};

const de: ArticleWords = {
  articles: {
    'set-up': {
      title: 'Einrichten',
      lead: 'Sitz, Anschläge, Füße und Schuhe: was vor der ersten Wiederholung eingestellt und geprüft ist.',
    },
    variations: {
      title: 'Varianten',
      lead: 'Wohin die Füße kommen, mit zwei Beinen oder einem, und was das ändert.',
    },
    technique: {
      title: 'Technik',
      lead: 'Woran du beim Drücken denkst.',
    },
    tempo: {
      title: 'Tempo',
      lead: 'Wie langsam du senkst, ob du unten hältst, wie du drückst.',
    },
    depth: {
      title: 'Tiefe und oberes Ende',
      lead: 'Wie weit es nach unten geht, wo Schluss ist und wie das Drücken endet.',
    },
    errors: {
      title: 'Fehler',
      lead: 'Was schiefgeht, was es kostet und was du dagegen tust.',
    },
    machines: {
      title: 'Geräte',
      lead: 'Was Beinpressen unterscheidet und wo der Sensor jeweils hinkommt.',
    },
    programming: {
      title: 'Trainingsplan',
      lead: 'Sätze, Wiederholungen, Gewicht und Wochen für jedes Ziel. Wo die Anleitung keine Zahl nennt, steht keine.',
    },
    safety: {
      title: 'Sicherheit',
      lead: 'Worauf du achtest, bevor du auflegst, und wann du jemanden fragst. Nichts davon ist ärztlicher Rat.',
    },
    complementary: {
      title: 'Andere Übungen',
      lead: 'Was du neben der Beinpresse trainierst.',
    },
    anatomy: {
      title: 'Muskeln und Mechanik',
      lead: 'Welche Muskeln bei der Beinpresse arbeiten und was darüber entscheidet.',
    },
    benefits: {
      title: 'Wozu sie gut ist',
      lead: 'Was die Quellen von jeder Variante erwarten, und für wen.',
    },
    questions: {
      title: 'Fragen',
      lead: 'Was gefragt wird und was die Anleitung antwortet.',
    },
    disagreements: {
      title: 'Wo die Quellen sich uneinig sind',
      lead: 'Fragen mit mehr als einer Antwort. Hier stehen alle, jede mit ihrer Quelle; keine gewinnt.',
    },
    sources: {
      title: 'Die Quellen',
      lead: 'Hinter der Anleitung stehen vier Dokumente. Was jedes behandelt, was es nicht beantworten kann und was weggelassen ist.',
    },
  },
  groups: {
    'set-up': {
      seat: 'Sitz und Anschläge',
      feet: 'Füße und Schuhe',
      back: 'Rücken, Gesäß und Kopf',
      reverse: 'Für die umgekehrte Beinpresse',
    },
    variations: {
      high: 'Füße hoch',
      narrow: 'Hoch und eng',
      wide: 'Hoch und breit',
      single: 'Ein Bein, Fuß hoch',
      quad: 'Die übliche Beinpresse, Füße tief',
      'quad-single': 'Die übliche Beinpresse mit einem Bein',
      reverse: 'Umgekehrt',
      'reverse-single': 'Umgekehrt mit einem Bein',
    },
    technique: {
      drive: 'Der Druck',
      back: 'Rücken und Atem',
      knees: 'Knie',
      reverse: 'Bei der umgekehrten Beinpresse',
    },
    tempo: {
      lower: 'Senken',
      pause: 'Die Pause unten',
      press: 'Drücken',
      momentum: 'Ohne Schwung',
      reverse: 'Bei der umgekehrten Beinpresse',
    },
    depth: {
      deep: 'Wie tief',
      limit: 'Wo Schluss ist',
      top: 'Das obere Ende',
      reverse: 'Bei der umgekehrten Beinpresse',
    },
    errors: {
      back: 'Der Rücken wird rund',
      feet: 'Die Zehen drücken',
      knees: 'Die Knie wandern',
      load: 'Zu schwer',
      reverse: 'Bei der umgekehrten Beinpresse',
    },
    machines: {
      differ: 'Keine wie die andere',
      sled: 'Der 45°-Schlitten',
      horizontal: 'Die horizontale Presse',
      other: 'Andere Schlitten',
      reverse: 'Für die umgekehrte Beinpresse',
      unknown: 'Geräte, die die Anleitung nicht kennt',
    },
    programming: {
      growth: 'Muskelaufbau',
      strength: 'Kraft',
      rehab: 'Reha und Technik',
      first: 'Erste Einheiten und Steigern',
      weeks: 'Durch die Woche',
      reverse: 'Die umgekehrte Beinpresse',
    },
    safety: {
      suits: 'Ob sie zu dir passt',
      load: 'Last',
      back: 'Der untere Rücken',
      tear: 'Nach einem Riss im Beinbeuger',
      reverse: 'Die umgekehrte Beinpresse',
    },
    complementary: { beside: 'Neben der Beinpresse', exercises: 'Welche Übungen' },
    anatomy: {
      shift: 'Die Arbeit verlagern',
      hamstrings: 'Die Beinbeuger',
      factors: 'Was entscheidet',
      usual: 'Die übliche Beinpresse',
      doubts: 'Die Zweifel eines Autors',
      reverse: 'Die umgekehrte Beinpresse',
    },
    benefits: {
      hamstrings: 'Für die Beinbeuger',
      quads: 'Für die Beinstrecker',
      reverse: 'Die umgekehrte Beinpresse',
    },
  },
};

export const articleWords: ArticleWords = inLanguage({ en, de });
