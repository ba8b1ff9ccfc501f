/** How fast to lower, pause and press. */
export const TEMPO_DE: Record<string, string> = {
  F01: 'Senk den Schlitten in 3–4 s.',
  F02: 'Halt kurz in der Dehnung, 0,5–1 s ganz unten.',
  F03: 'Drück explosiv oder kontrolliert nach oben: Beides ist recht. Sekunden nennt die Anleitung dafür nicht.',
  F04: 'Für den Aufbau der Beinbeuger: in 3–4 s senken und unten kurz anhalten.',
  F05: 'Beweg dich in beide Richtungen bewusst; lass nicht den Schwung die Arbeit tun.',
  F06: 'Langsames Senken lässt die Beinbeuger am längsten dort arbeiten, wo sie gedehnt sind. Sekunden nennt die Quelle nicht.',
  F07: 'Drück mit Aufmerksamkeit: Du kannst dabei die Beinbeuger anspannen, und die Quelle sieht darin ein geringeres Risiko.',
  F08: 'Umgekehrte Beinpresse: Senk langsam, den ganzen Weg kontrolliert.',
  F09: 'Umgekehrte Beinpresse, wenn du magst: 3–4 s auf dem Weg nach unten, für mehr Spannung und Aufbau.',
  F10: 'Umgekehrte Beinpresse: Unten anzuhalten kann sie schwerer machen. Das ist freiwillig, und eine Dauer ist nicht genannt.',
};
