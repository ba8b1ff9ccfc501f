/** How deep to go, and where the top ends. */
export const DEPTH_DE: Record<string, string> = {
  G01: 'Wähle deine Tiefe nach Beweglichkeit und Sicherheit: viel Beugung in der Hüfte, kein runder unterer Rücken.',
  G02: 'Rollt in der Tiefe das Becken ein oder wird der Rücken rund, stell den Sitz höher oder halt früher an.',
  G03: 'Senk kontrolliert bis zu einem Anschlag, den du vorher gesetzt hast: mehr Dehnung für den Muskel, weniger Belastung für die Gelenke.',
  G04: 'Deine Grenze ist dort, wo das Becken einzurollen beginnt. Nutz den Winkel des Polsters, um den Rücken zu halten, und nimm Gewicht herunter, wenn es nötig ist.',
  G05: 'Geh so tief, dass sich die Hüfte gut beugt und die Wirbelsäule neutral bleibt; erzwing nie das letzte Stück.',
  G06: 'Beinbeuger brauchen Weg: Senk kontrolliert und bring die Knie weit zur Brust.',
  G07: 'Halt an, bevor dein unterer Rücken rund wird oder die Hüfte vom Polster abhebt.',
  G08: 'Eine tiefe Dehnung bereitet die Beinbeuger auf ein kraftvolles Drücken vor.',
  G09: 'Umgekehrte Beinpresse: Senk den Schlitten, bis die Knie stark und die Hüfte so weit wie möglich gebeugt sind, die Oberschenkel nah an der Brust. Such eine tiefe Dehnung.',
  G10: 'Umgekehrte Beinpresse: Streck oben die Beine, ohne anzuschlagen, und behalt eine leichte Beugung in den Knien.',
  G11: 'Drück die Knie nicht durch. Knapp vor der Streckung bleibt die Spannung erhalten, und das Gelenk wird geschont.',
  G12: 'Oben durchgedrückte Knie belasten das Gelenk und lassen die Beinbeuger abschalten. Lass die Knie weich.',
};
