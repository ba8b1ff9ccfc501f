/** Cues while pressing. */
export const TECHNIQUE_DE: Record<string, string> = {
  E01: 'Drück über die Fersen, gegen den oberen Teil der Platte.',
  E02: 'Beginn das Drücken aus der Hüfte, mit dem Gefühl einer leichten Hüftbeuge.',
  E03: 'Halt den unteren Rücken in seiner natürlichen Krümmung; lass das Becken nicht einrollen.',
  E04: 'Führ die Knie über der Fußmitte, sodass sie weder nach innen fallen noch nach außen wandern.',
  E05: 'Denk daran, die Beinbeuger anzuspannen, auf dem Weg nach unten und auf dem Weg nach oben.',
  E06: 'Atme tief ein und spann den Rumpf an, bevor du drückst. Beim Senken ein-, beim Drücken ausatmen.',
  E07: 'Umgekehrte Beinpresse: Streck Hüfte und Knie kraftvoll, drück über die Fersen, spann das Gesäß an.',
  E08: 'Umgekehrte Beinpresse: Halt die Wirbelsäule auf dem Weg nach unten neutral und gib nicht nach, wenn sie rund werden will.',
};
