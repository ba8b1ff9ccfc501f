/** What to train beside the press. */
export const COMPLEMENTARY_DE: Record<string, string> = {
  J10: 'Denk für die Tage zwischen dem schweren Drücken an schweres rumänisches Kreuzheben.',
  L01: 'Nimm Übungen dazu, die Kraft beim Senken, Kraft beim Strecken der Hüfte und Kontrolle über das Becken aufbauen.',
  L02: 'Rumänisches Kreuzheben, mit beiden Beinen oder mit einem: Kraft und Kontrolle, während die Beinbeuger lang sind.',
  L03: 'Nordic Curls: sehr fordernd auf dem Weg nach unten. Die Quelle wählt sie für Kraft beim Senken und als Vorsorge gegen Verletzungen.',
  L04: 'Glute-Ham Raises oder Beincurls auf dem Gymnastikball trainieren die Beinbeuger für sich und bei wechselnden Gelenkwinkeln.',
  L05: 'Die Beinpresse ergänzt das Kreuzheben; sie ersetzt es nicht.',
};
