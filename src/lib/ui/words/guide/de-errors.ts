/** What goes wrong, and what to do about it. */
export const ERRORS_DE: Record<string, string> = {
  H01: 'Der Rücken wird unten rund? Stell den Sitz höher, verkürz den Weg, spann den Rumpf an.',
  H02: 'Du drückst mit den Zehen? Verlagere den Druck auf die Fersen und den hinteren Fuß.',
  H03: 'Wer aus den Zehen statt mit dem ganzen Fuß drückt, gibt die Arbeit an die Beinstrecker ab.',
  H04: 'Knie, die nach innen fallen oder nach außen ausweichen, belasten das Gelenk und verschenken Arbeit der Beinbeuger.',
  H05: 'Ein unterer Rücken, der rund wird oder abhebt, ist gefährdet, und die Beinbeuger verlieren Kraft.',
  H06: 'Ist das Gewicht zu schwer, leiden Form, Weg und Tempo.',
  H07: 'Umgekehrte Beinpresse: Zu viel Gewicht macht den Rücken rund, verkürzt den Weg und erhöht das Risiko. Form geht vor Gewicht.',
  H08: 'Umgekehrte Beinpresse: Verkürzt du den Weg, geht verloren, wofür sie da ist. Nutz die ganze Dehnung, die du kontrollieren kannst.',
  H09: 'Umgekehrte Beinpresse: Der untere Rücken wird auf dem Weg nach unten leicht rund. Spann den Rumpf an; reicht das nicht, nimm weniger Gewicht oder weniger Weg.',
  H10: 'Umgekehrte Beinpresse: Aus den Zehen zu drücken gibt Arbeit an die Beinstrecker ab und belastet die Knie. Drück über die Fersen.',
  H11: 'Umgekehrte Beinpresse: Unten herauszufedern nimmt die Spannung weg, belastet die Gelenke und macht das langsame Senken zunichte.',
  H12: 'Umgekehrte Beinpresse: Die Knie knicken nach innen oder weichen nach außen? Halt sie in einer Linie mit den Zehen.',
};
