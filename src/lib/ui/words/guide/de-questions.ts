/** What people ask, and what the sources answer differently, by its id. */
export const QUESTIONS_DE: Record<string, string> = {
  'feet-for-hamstrings': 'Wohin mit den Füßen für die Beinbeuger?',
  'instead-of-deadlifts': 'Kann ich drücken, statt Kreuzheben zu machen?',
  'tempo-for-growth': 'Welches Tempo lässt die Beinbeuger wachsen?',
  'single-leg': 'Lohnt es sich, mit einem Bein zu drücken?',
  'low-back-when-deep': 'Wie schone ich den unteren Rücken, wenn ich tief gehe?',
  machine: 'Schlitten oder horizontale Presse?',
  frequency: 'Wie oft in der Woche?',
  'first-load': 'Mit welchem Gewicht fange ich an?',
  sprinting: 'Macht es mich schneller?',
  'after-a-tear': 'Ich hatte schon einen Riss im Beinbeuger. Was ändert sich?',
  shoes: 'Schuhe oder barfuß?',
  depth: 'Wie tief ist tief genug?',
  'other-exercises': 'Was sollte ich sonst trainieren?',
  'reverse-muscles': 'Welche Muskeln trainiert die umgekehrte Beinpresse?',
  'reverse-or-usual': 'Was ist an der umgekehrten Beinpresse anders?',
  'reverse-low-back':
    'Mein unterer Rücken macht mir Sorgen. Ist die umgekehrte Beinpresse etwas für mich?',
  'reverse-steps': 'Worauf kommt es bei einer Wiederholung der umgekehrten Beinpresse an?',
  'reverse-mistakes': 'Was geht bei der umgekehrten Beinpresse schief?',
};

export const DISAGREEMENTS_DE: Record<string, string> = {
  'hamstring-suitability': 'Taugt die Beinpresse überhaupt für die Beinbeuger?',
  'stance-width': 'Wie weit stehen die Füße auseinander?',
  depth: 'Wie tief soll eine Wiederholung gehen?',
  'top-position': 'Wie gestreckt dürfen die Beine oben sein?',
  'press-speed': 'Schnell drücken oder verhalten?',
  'lowering-time': 'Wie lange soll das Senken für den Aufbau dauern?',
  'bottom-pause': 'Gibt es unten eine Pause?',
  'foot-pressure': 'Welcher Teil des Fußes drückt?',
  'sets-and-reps': 'Wie viele Sätze und Wiederholungen: Beinbeuger oder umgekehrt?',
  machine: 'Welches Gerät ist mit Beinpresse gemeint?',
  'single-leg': 'Wozu ist das Drücken mit einem Bein gut?',
};
