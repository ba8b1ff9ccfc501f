/** What to mind before loading, and when to ask someone. */
export const SAFETY_DE: Record<string, string> = {
  I01: 'Die Beinpresse belastet die Beine und staucht die Wirbelsäule weniger als Kniebeugen. Die Quelle findet sie nützlich für Aufbau, Kraft und Reha.',
  I02: 'Ein mit Gewalt erzwungenes Drücken oder eine schwere Last, die beim Senken plötzlich kommt, kann einen Beinbeuger zerren.',
  I03: 'Halt ein Gleichgewicht: kontrolliertes Senken, bewusst gewählte Steigerungen und daneben Beweglichkeit und Kraft beim Senken.',
  I04: 'Trainierst du schwer? Prüf vorher, ob die Anschläge so sitzen, dass dein unterer Rücken nicht mithelfen muss.',
  I05: 'Um den unteren Rücken zu schonen: eine neutrale Wirbelsäule, eine Grenze für die Tiefe, ein passender Winkel des Polsters, weniger Gewicht.',
  I06: 'Nach einem Riss im Beinbeuger, ärztlich oder therapeutisch begleitet: vorsichtige Gewichte, kontrolliertes Senken und am Anfang ein kurzer Weg.',
  I07: 'Nach einem Riss: Steigere das Training des Senkens nach und nach, ärztlich oder therapeutisch begleitet.',
  I08: 'Ein angespannter Rumpf hält den Rücken stabil.',
  I09: 'Diese Quelle hält das einbeinige Drücken für eine gute Wahl, was die Sicherheit angeht.',
  I10: 'Ob die Beinpresse zu dir passt, hängt von deinen Zielen ab und von den Einschränkungen oder Verletzungen, die du mitbringst.',
  I11: 'Die umgekehrte Beinpresse staucht die Wirbelsäule weniger direkt. Für manche, denen der untere Rücken Sorgen macht, ist sie eine Möglichkeit, nicht für alle.',
  I12: 'Mach die umgekehrte Beinpresse in der Reha nur unter fachkundiger Aufsicht.',
  I13: 'Umgekehrte Beinpresse: Die Sicherungen löst du zuletzt, wenn der Rumpf angespannt ist und du fest zugreifst.',
};
