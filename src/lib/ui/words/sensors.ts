import { inLanguage } from '$lib/locale/language';
import type { Clock, Evidence, Fit } from '../sensor-guide';

export const fitWords: Record<Fit, string> = inLanguage({
  en: { fine: 'For every set', mind: 'Good, within its limits', slow: 'Slow reps only' },
  de: {
    fine: 'Für jeden Satz',
    mind: 'Gut, in seinen Grenzen',
    slow: 'Nur langsame Wiederholungen',
  },
});

export const clockWords: Record<Clock, string> = inLanguage({
  en: { own: 'its own', counted: 'counted' },
  de: { own: 'eigene', counted: 'gezählt' },
});

export const evidenceWords: Record<Evidence, string> = inLanguage({
  en: {
    real: 'Checked against signals recorded from a real one.',
    tests: 'Checked against the test signals its maker or others have published.',
    documents: 'Built from published documents, not yet tried on a real one. Tell us how it goes.',
  },
  de: {
    real: 'Geprüft an Signalen, die mit einem echten aufgezeichnet wurden.',
    tests: 'Geprüft an Testsignalen, die sein Hersteller oder andere veröffentlicht haben.',
    documents:
      'Nach veröffentlichten Dokumenten gebaut, noch an keinem echten erprobt. Erzähl uns, wie es läuft.',
  },
});

/** What the page of the sensors says besides the sensors themselves. */
export const sensorsWords = inLanguage({
  en: {
    title: 'Sensors',
    lead: 'A sensor the size of a matchbox, held firmly to the sled, is all it takes. Here is which one, and how to clip it on.',
    back: 'Back to your sets',
    picks: 'Where to begin',
    mount: 'Mount it',
    mountPicture:
      'A leg press from the side. The sensor sits on the frame of the sled, beside the foot plate and clear of the weight plates, and moves with the sled along the rails.',
    sensorHere: 'Sensor',
    notHere: 'Not here',
    browsers: 'Your browser',
    glance: 'At a glance',
    glanceHint:
      'Rate is how often it measures: from 50 Hz on, quick reps are timed well. Range is the hardest knock it can tell: 8 g leave room to spare. A gyroscope helps where the sled tips on its rails. A clock of its own keeps time even when the radio stutters; samples that are merely counted need a good link.',
    every: 'Each in turn',
    phone: 'Your phone as the sensor',
    build: 'Build your own',
    buildText:
      'Take a board with Bluetooth and a motion chip on it: the Seeed XIAO nRF52840 Sense is the smallest, an Arduino Nano 33 BLE the easiest to find, an ESP32 with an IMU breakout the cheapest. Open our sketch in the Arduino IDE, choose your board, upload. It measures about 100 times a second and stamps every sample by its own clock.',
    sketch: 'Download the sketch',
    none: 'Not supported, and why',
    sensor: 'Sensor',
    rate: 'Rate',
    range: 'Range',
    gyro: 'Gyroscope',
    clock: 'Clock',
    fit: 'Fit',
    get: 'Get it',
    prepare: 'Prepare it',
    mountIt: 'Mount it',
    mind: 'Mind',
  },
  de: {
    title: 'Sensoren',
    lead: 'Ein Sensor, so groß wie eine Streichholzschachtel, fest am Schlitten: mehr braucht es nicht. Hier steht, welcher, und wie du ihn anbringst.',
    back: 'Zurück zu deinen Sätzen',
    picks: 'Womit anfangen',
    mount: 'Anbringen',
    mountPicture:
      'Eine Beinpresse von der Seite. Der Sensor sitzt am Rahmen des Schlittens, neben der Fußplatte und frei von den Gewichtsscheiben, und fährt mit dem Schlitten die Schienen entlang.',
    sensorHere: 'Sensor',
    notHere: 'Nicht hier',
    browsers: 'Dein Browser',
    glance: 'Auf einen Blick',
    glanceHint:
      'Rate heißt, wie oft er misst: Ab 50 Hz werden auch schnelle Wiederholungen gut gestoppt. Bereich heißt, welchen Stoß er höchstens misst: 8 g lassen reichlich Luft. Ein Gyroskop hilft, wo der Schlitten auf seinen Schienen kippelt. Eine eigene Uhr hält die Zeit, auch wenn der Funk stockt; Werte, die nur gezählt werden, brauchen eine gute Verbindung.',
    every: 'Einer nach dem anderen',
    phone: 'Dein Handy als Sensor',
    build: 'Selbst bauen',
    buildText:
      'Nimm ein Board mit Bluetooth und einem Bewegungschip: Der Seeed XIAO nRF52840 Sense ist der kleinste, ein Arduino Nano 33 BLE am leichtesten zu finden, ein ESP32 mit IMU-Platine am billigsten. Öffne unseren Sketch in der Arduino IDE, wähl dein Board, lade hoch. Er misst etwa 100-mal in der Sekunde und stempelt jeden Wert mit seiner eigenen Uhr.',
    sketch: 'Sketch herunterladen',
    none: 'Was nicht geht, und warum',
    sensor: 'Sensor',
    rate: 'Rate',
    range: 'Bereich',
    gyro: 'Gyroskop',
    clock: 'Uhr',
    fit: 'Eignung',
    get: 'Bekommen',
    prepare: 'Vorbereiten',
    mountIt: 'Anbringen',
    mind: 'Beachten',
  },
});

/** How to mount a sensor, in order. */
export const mountSteps = inLanguage({
  en: [
    {
      title: 'On the sled, rigid',
      text: 'On the frame that rides the rails. Strap, tape or magnet: if you can wobble it, so can the sled.',
    },
    {
      title: 'Clear of what moves by itself',
      text: 'Not on a weight plate, a strap or a handle. No cable that pulls or slaps.',
    },
    {
      title: 'Any way round',
      text: 'Turned, tilted, upside down: it finds the rail by itself. Only do not turn it during a set.',
    },
    {
      title: 'Still for two seconds',
      text: 'Before the first rep, leave the sled alone. That is how gravity is weighed.',
    },
  ],
  de: [
    {
      title: 'An den Schlitten, starr',
      text: 'An den Rahmen, der auf den Schienen fährt. Band, Klebeband oder Magnet: Was du zum Wackeln bringst, bringt auch der Schlitten zum Wackeln.',
    },
    {
      title: 'Weg von allem, was sich selbst bewegt',
      text: 'Nicht an eine Scheibe, ein Band oder einen Griff. Kein Kabel, das zieht oder schlägt.',
    },
    {
      title: 'Egal, wie herum',
      text: 'Gedreht, gekippt, kopfüber: Er findet die Schiene selbst. Nur dreh ihn nicht während eines Satzes.',
    },
    {
      title: 'Zwei Sekunden still',
      text: 'Lass den Schlitten vor der ersten Wiederholung in Ruhe. So wird die Schwerkraft gewogen.',
    },
  ],
});
