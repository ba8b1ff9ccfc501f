import type { RecordingFileErrorCode } from '$lib/core/file/error';
import { inLanguage } from '$lib/locale/language';

const refusals: Record<RecordingFileErrorCode, string> | null = inLanguage<Record<
  RecordingFileErrorCode,
  string
> | null>({
  // The reader's own sentence says it, and more exactly.
  en: null,
  de: {
    empty: 'Die Datei ist leer.',
    'not-text': 'Die Datei ist keine Tabelle aus Text. Exportiere die Aufzeichnung als CSV.',
    'wrong-magic': 'Das ist keine Aufzeichnung von Sledtrace.',
    'newer-version':
      'Diese Aufzeichnung stammt von einem neueren Sledtrace. Lade die Seite neu, um es zu aktualisieren.',
    truncated: 'Die Aufzeichnung ist abgeschnitten. Kopier oder lade sie noch einmal.',
    damaged: 'Die Aufzeichnung ist beschädigt. Öffne eine andere Kopie.',
    'no-header': 'Es fehlt die Zeile mit den Namen der Spalten: Niemand sagt, was die Werte sind.',
    'no-time': 'Es fehlt eine Spalte mit Zeiten, die voranschreiten.',
    'no-acceleration':
      'Es fehlt die Beschleunigung. Ein Gyroskop allein reicht nicht: Öffne es zusammen mit der Datei der Beschleunigung.',
    'unknown-units': 'Die Namen der Spalten verraten die Einheiten nicht, etwa ax_g oder ax_mps2.',
    'bad-columns': 'Die angegebenen Spalten passen nicht zur Datei.',
    'linear-acceleration':
      'Das ist „lineare Beschleunigung“: Ohne die Schwerkraft lassen sich Weg und Neigung nicht bestimmen. Zeichne den Beschleunigungssensor selbst auf.',
    'no-rows': 'Die Tabelle hat keine Zeilen mit Werten.',
    'wrong-unit': 'Die Werte passen nicht zu ihrer Einheit. Prüf die Einheit in den Spaltennamen.',
    'impossible-value':
      'Ein Wert ist größer, als ein Sensor am Schlitten messen kann. Entfern die Zeile, oder prüf die Einheit.',
    'not-a-pair':
      'Die beiden Dateien sind nicht Beschleunigung und Gyroskop derselben Aufzeichnung.',
  },
});

/**
 * Why a file was refused. `detail` is the reader's own English sentence, with rows and columns, where `text`
 * does not already say it.
 */
export function refusalWords(
  code: RecordingFileErrorCode,
  message: string,
): { text: string; detail: string | null } {
  return refusals ? { text: refusals[code], detail: message } : { text: message, detail: null };
}
