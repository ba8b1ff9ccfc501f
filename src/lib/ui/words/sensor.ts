import { inLanguage } from '$lib/locale/language';
import { figure } from '$lib/locale/units';
import type { SessionNotice, SessionTrouble } from '$lib/live/session.svelte';

/** What a sensor's trouble means and what to do, by the code of the error. */
export const sensorTrouble: Record<SessionTrouble, string> = inLanguage({
  en: {
    unsupported:
      'This browser cannot reach the sensor. Use Chrome, Edge or Opera, this device’s own motion sensor, a recording, or the simulated sled.',
    'bluetooth-off': 'Bluetooth is off. Switch it on, then try again.',
    'not-chosen': 'No sensor was chosen.',
    forbidden:
      'The browser does not allow it. Allow it in the settings of this site, then try again.',
    unreachable: 'The sensor does not answer. Wake it, bring it closer, then try again.',
    'wrong-device': 'This device cannot be used as a sensor.',
    'not-ready': 'The sensor needs something first.',
    lost: 'The sensor fell silent. What came before is safe: end the set to keep it.',
    unreadable: 'The sensor sends something that cannot be read.',
    cancelled: 'Connecting was stopped.',
  },
  de: {
    unsupported:
      'Dieser Browser erreicht den Sensor nicht. Nimm Chrome, Edge oder Opera, den Bewegungssensor dieses Geräts, eine Aufzeichnung oder den simulierten Schlitten.',
    'bluetooth-off': 'Bluetooth ist aus. Schalte es ein und versuch es noch einmal.',
    'not-chosen': 'Es wurde kein Sensor gewählt.',
    forbidden:
      'Der Browser erlaubt es nicht. Erlaube es in den Einstellungen dieser Website und versuch es noch einmal.',
    unreachable:
      'Der Sensor antwortet nicht. Weck ihn auf, bring ihn näher und versuch es noch einmal.',
    'wrong-device': 'Dieses Gerät lässt sich nicht als Sensor verwenden.',
    'not-ready': 'Der Sensor braucht zuerst etwas.',
    lost: 'Der Sensor ist verstummt. Was vorher kam, ist sicher: Beende den Satz, um es zu behalten.',
    unreadable: 'Der Sensor sendet etwas, das sich nicht lesen lässt.',
    cancelled: 'Das Verbinden wurde abgebrochen.',
  },
});

const notices = inLanguage({
  en: {
    gravityTitle: 'Gravity reads off',
    gravity: (measured: string) =>
      `At rest the sensor weighs ${measured} g, not 1 g: depth and speed err as much. Check its range and its calibration.`,
    slowTitle: 'A slow sensor',
    slow: (rate: string) =>
      `It sends ${rate} samples a second: reps count, the times of quick ones are rough.`,
    narrowTitle: 'A narrow range',
    narrow: (range: string) =>
      `It measures up to ${range} g, and a sled that hits its stop may exceed it: set it down softly.`,
    packetsTitle: 'Packets were passed over',
    packets: (count: number) => `${count} could not be read. The rest is recorded.`,
  },
  de: {
    gravityTitle: 'Schwerkraft stimmt nicht',
    gravity: (measured: string) =>
      `In Ruhe misst der Sensor ${measured} g statt 1 g: Tiefe und Geschwindigkeit weichen ebenso weit ab. Prüf seinen Messbereich und seine Kalibrierung.`,
    slowTitle: 'Ein langsamer Sensor',
    slow: (rate: string) =>
      `Er sendet ${rate} Werte in der Sekunde: Wiederholungen zählen, die Zeiten schneller sind ungenau.`,
    narrowTitle: 'Ein kleiner Messbereich',
    narrow: (range: string) =>
      `Er misst bis ${range} g, und ein Schlitten, der anschlägt, kann darüber liegen: Setz ihn sanft ab.`,
    packetsTitle: 'Pakete wurden übergangen',
    packets: (count: number) => `${count} ließen sich nicht lesen. Der Rest ist aufgezeichnet.`,
  },
});

/** What a person should know of a sensor that streams, by the code of the notice. */
export function noticeWords(notice: SessionNotice): { title: string; text: string } {
  switch (notice.code) {
    case 'gravity-off':
      return { title: notices.gravityTitle, text: notices.gravity(figure(notice.measured_g, 2)) };
    case 'slow':
      return { title: notices.slowTitle, text: notices.slow(shortFigure(notice.rate_Hz)) };
    case 'narrow-range':
      return { title: notices.narrowTitle, text: notices.narrow(shortFigure(notice.range_g)) };
    case 'unreadable-packets':
      return { title: notices.packetsTitle, text: notices.packets(notice.count) };
  }
}

/** To one place at most. */
function shortFigure(value: number): string {
  return figure(value, Number.isInteger(Number(value.toFixed(1))) ? 0 : 1);
}

/** Connecting a sensor. */
export const connectWords = inLanguage({
  en: {
    any: 'Connect a sensor',
    known: (name: string) => `Connect ${name}`,
    choosing: 'Choosing…',
    missing: 'This browser cannot reach Bluetooth sensors.',
    missingHint: 'Chrome, Edge and Opera can, on Android and on computers.',
  },
  de: {
    any: 'Sensor verbinden',
    known: (name: string) => `${name} verbinden`,
    choosing: 'Wird gewählt…',
    missing: 'Dieser Browser erreicht keine Bluetooth-Sensoren.',
    missingHint: 'Chrome, Edge und Opera können es, auf Android und am Computer.',
  },
});

/** This device as the sensor. */
export const phoneWords = inLanguage({
  en: {
    use: 'Use this phone',
    starting: 'Hold still…',
    mount:
      'Strap it flat to the sled so that nothing wobbles, then keep the page open and the screen on.',
    failed: 'This phone cannot be used',
  },
  de: {
    use: 'Dieses Handy nehmen',
    starting: 'Halt es still…',
    mount:
      'Schnall es flach an den Schlitten, sodass nichts wackelt. Lass die Seite offen und den Bildschirm an.',
    failed: 'Dieses Handy lässt sich nicht verwenden',
  },
});
