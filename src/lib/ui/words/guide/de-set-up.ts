/** What to set and check before the first rep. */
export const SET_UP_DE: Record<string, string> = {
  D01: 'Gutes Einrichten schont Rücken und Gelenke und belastet trotzdem die Beinbeuger.',
  D02: 'Stell Sitz und Lehne so ein, dass sich die Hüfte weit beugen kann, bevor das Becken einrollt. Ein etwas nach hinten geneigtes Polster hilft oft.',
  D03: 'Setz die Anschläge an den tiefsten Punkt, an dem dein unterer Rücken flach bleibt und die Dehnung noch da ist. Am besten ist ein Anschlag, den du hörst oder spürst.',
  D04: 'Lass die Fersen auf der Platte, und zwar ganz. Schuhe mit fester Ferse helfen gegen Rutschen und ungleichmäßiges Drücken.',
  D05: 'Trag Schuhe mit fester Ferse. Barfuß stehst du weniger stabil, und bei schweren Gewichten rät die Quelle davon ab.',
  D06: 'Fersen hoch und fest auf der Platte, von Anfang bis Ende, Füße hüft- bis schulterbreit. Denk an eine leichte Hüftbeuge.',
  D07: 'Bleib sitzen: das Gesäß den ganzen Satz lang auf dem Sitz, deinem unteren Rücken zuliebe.',
  D08: 'Lass den Kopf den ganzen Satz lang am Polster, deinem Nacken zuliebe.',
  D09: 'Drück den unteren Rücken über den ganzen Weg ins Polster und spann den Rumpf an.',
  D10: 'Umgekehrte Beinpresse: Stell das Rückenpolster so weit von der Platte weg, wie es geht. An manchen Geräten muss es ab, oder der Sitz muss anders stehen.',
  D12: 'Umgekehrte Beinpresse: Lehn den Oberkörper nach vorn, stütz Unterarme oder Hände auf den Rahmen, halt die Wirbelsäule neutral.',
  D13: 'Umgekehrte Beinpresse: Bring die Hüfte so nah an die Sitzkante, wie es angenehm ist. Das gibt dir den längsten Weg.',
  D14: 'Umgekehrte Beinpresse, in dieser Reihenfolge: mit Bedacht Gewicht auflegen, Füße setzen, Rumpf anspannen, Rahmen greifen und erst dann die Sicherungen lösen.',
};
