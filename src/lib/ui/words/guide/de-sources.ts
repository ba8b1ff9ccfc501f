import type { SourceId } from '$lib/guide/sources';

/** What each document covers, and what it cannot answer. */
export const SOURCES_DE: Record<SourceId, { covers: string; limits: string }> = {
  '000': {
    covers:
      'Die Beinpresse mit hohen Füßen für die Beinbeuger: Geräte, Einrichten, Technik, Sätze und Wiederholungen je Ziel, häufige Fragen.',
    limits:
      'Als einzige Quelle hat sie Zahlen für jedes Ziel, aber keine für die Pause zwischen Sätzen, für Toleranzen, für das Gewicht beim Krafttraining und für die Dauer des Haltens.',
  },
  '001': {
    covers: 'Wie die Arbeit zu den Beinbeugern wandert: Füße, Tiefe, Tempo, Rücken, Atmung.',
    limits: 'Nur Worte: Sie nennt keine einzige Zahl.',
  },
  '002': {
    covers:
      'Die Beinpresse als Übung für die Beinstrecker, mit beiden Beinen oder einem, und wo ihr Autor die Grenzen sieht.',
    limits:
      'Vor der Anleitung für die Beinstrecker von einer Bezahlschranke abgeschnitten: keine Sätze, Wiederholungen, Tempos oder Gewichte. Eine Aussage zur Anatomie ist falsch und weggelassen.',
  },
  '003': {
    covers:
      'Die umgekehrte Beinpresse: was sie trainiert, Einrichten, Schritte, Fehler, Fortschritt und für wen sie ist.',
    limits:
      'Wie der Körper ins Gerät kommt, ist in Worten beschrieben, die sich widersprechen; das bleibt einem Coach überlassen. Sätze, Wiederholungen und ein Tempo sind ihre einzigen Zahlen zum Training.',
  },
};

/** Why something is left out, by the inventory's id. */
export const LEFT_OUT_DE: Record<string, string> = {
  A20: 'Da steht, Semitendinosus und Semimembranosus reichten nicht bis zur Hüfte. Sie tun es, wie zwei andere Quellen sagen (A03, A24, A26): Beide beginnen am Sitzbein.',
  D11: 'Da soll man von der Rückenlehne wegschauen und ihr den Rücken zuwenden, also sitzen wie üblich, während der Rest eine andere Position beschreibt. Wie der Körper ins Gerät kommt, muss ein Coach zeigen; es wird weder erzählt noch gezeichnet.',
  A04: 'Das Beispiel der Quelle für ein gestrecktes Knie ist eine Presse bei stark gebeugtem Knie, was der Aussage widerspricht. Die Aussage steht ohne das Beispiel.',
  A24: 'Wohin der Körper schaut, steht da in Worten, die sich widersprechen (siehe D11).',
  A25: 'Hier wird das Gewicht hinter den Körper gedrückt; die Schritte derselben Quelle bewegen es auf ihn zu und von ihm weg. Die Aussage spricht nur von der Hüfte.',
};
