import { inLanguage } from '$lib/locale/language';

/** Where to begin; `anchor` is a place on the page. */
export const bestPicks = inLanguage({
  en: [
    {
      title: 'Buy one',
      name: 'WitMotion WT9011DCL',
      why: 'Small and quick, with a range that a sled hardly reaches. The best value we know.',
      anchor: 'witmotion',
    },
    {
      title: 'Already in your bag',
      name: 'Polar Verity Sense',
      why: 'The heart rate band that stamps every sample by its own clock.',
      anchor: 'polar-pmd',
    },
    {
      title: 'Nothing to buy',
      name: 'Your phone',
      why: 'An iPhone in Safari, strapped to the sled. On Android, record with an app.',
      anchor: 'phone',
    },
    {
      title: 'Build it',
      name: 'A board and our sketch',
      why: 'An afternoon, a board with a motion chip, and a power bank.',
      anchor: 'build',
    },
  ],
  de: [
    {
      title: 'Kaufen',
      name: 'WitMotion WT9011DCL',
      why: 'Klein und schnell, mit einem Bereich, den ein Schlitten kaum erreicht. Das Beste fürs Geld, das wir kennen.',
      anchor: 'witmotion',
    },
    {
      title: 'Schon in der Tasche',
      name: 'Polar Verity Sense',
      why: 'Das Pulsband, das jeden Wert mit seiner eigenen Uhr stempelt.',
      anchor: 'polar-pmd',
    },
    {
      title: 'Nichts kaufen',
      name: 'Dein Handy',
      why: 'Ein iPhone mit Safari, an den Schlitten geschnallt. Auf Android mit einer App aufzeichnen.',
      anchor: 'phone',
    },
    {
      title: 'Selbst bauen',
      name: 'Ein Board und unser Sketch',
      why: 'Ein Nachmittag, ein Board mit Bewegungschip und eine Powerbank.',
      anchor: 'build',
    },
  ],
});

export const browserWords = inLanguage({
  en: [
    {
      name: 'Chrome, Edge, Opera',
      on: 'Android, Windows, macOS, Linux, ChromeOS',
      can: 'Every Bluetooth sensor on this page.',
    },
    {
      name: 'Safari',
      on: 'iPhone, iPad, Mac',
      can: 'No Bluetooth sensors. The iPhone itself as the sensor, recordings, and the simulated sled.',
    },
    {
      name: 'Firefox',
      on: 'everywhere',
      can: 'No Bluetooth sensors. An Android phone itself as the sensor, recordings, and the simulated sled.',
    },
  ],
  de: [
    {
      name: 'Chrome, Edge, Opera',
      on: 'Android, Windows, macOS, Linux, ChromeOS',
      can: 'Jeder Bluetooth-Sensor auf dieser Seite.',
    },
    {
      name: 'Safari',
      on: 'iPhone, iPad, Mac',
      can: 'Keine Bluetooth-Sensoren. Das iPhone selbst als Sensor, Aufzeichnungen und der simulierte Schlitten.',
    },
    {
      name: 'Firefox',
      on: 'überall',
      can: 'Keine Bluetooth-Sensoren. Ein Android-Handy selbst als Sensor, Aufzeichnungen und der simulierte Schlitten.',
    },
  ],
});

export const phoneNotes = inLanguage({
  en: [
    {
      title: 'iPhone',
      text: 'Open this app in Safari, tap “Use this phone”, and allow motion when it asks. 60 samples a second.',
    },
    {
      title: 'Android',
      text: 'Chrome rounds motion to 0.1 m/s² to protect your privacy. In our simulated sets about one in four is then miscounted, and single depths are off by several centimetres. Firefox hands motion on as measured. Or record with phyphox or Sensor Logger and open the file here.',
    },
    {
      title: 'Either',
      text: 'Strap it flat against the frame in a tight pouch. Keep the page open and the screen on: a sleeping phone measures nothing.',
    },
  ],
  de: [
    {
      title: 'iPhone',
      text: 'Öffne diese App in Safari, tipp auf „Dieses Handy nehmen“ und erlaube Bewegungsdaten, wenn es fragt. 60 Werte in der Sekunde.',
    },
    {
      title: 'Android',
      text: 'Chrome rundet Bewegung auf 0,1 m/s², um dich zu schützen. In unseren simulierten Sätzen wird dann etwa einer von vieren falsch gezählt, und einzelne Tiefen liegen um mehrere Zentimeter daneben. Firefox gibt Bewegung weiter, wie sie gemessen wurde. Oder zeichne mit phyphox oder Sensor Logger auf und öffne die Datei hier.',
    },
    {
      title: 'Beide',
      text: 'Schnall es in einer engen Tasche flach an den Rahmen. Lass die Seite offen und den Bildschirm an: Ein schlafendes Handy misst nichts.',
    },
  ],
});

export const notSupported = inLanguage({
  en: [
    {
      name: 'WitMotion WTVB01',
      why: 'A vibration sensor. It sends finished statistics of shaking, not the motion itself.',
    },
    {
      name: 'Movesense with stock firmware',
      why: 'It speaks a protocol that only the maker’s own apps can use. With the GSP firmware it works.',
    },
    {
      name: 'Commercial velocity trackers',
      why: 'Enode, Vmaxpro and others publish no protocol. We do not guess at one.',
    },
    { name: 'RuuviTag', why: 'It broadcasts less than one reading a second.' },
    {
      name: 'LEGO hubs',
      why: 'They report a change of tilt when they see one, without a rate or a clock.',
    },
    {
      name: 'Fitness watches',
      why: 'They give away heart rate over Bluetooth, not motion. A few can record it: open the file here.',
    },
  ],
  de: [
    {
      name: 'WitMotion WTVB01',
      why: 'Ein Schwingungssensor. Er sendet fertige Statistik des Schüttelns, nicht die Bewegung selbst.',
    },
    {
      name: 'Movesense mit üblicher Firmware',
      why: 'Er spricht ein Protokoll, das nur die Apps des Herstellers nutzen können. Mit der GSP-Firmware geht es.',
    },
    {
      name: 'Käufliche Geschwindigkeitsmesser',
      why: 'Enode, Vmaxpro und andere veröffentlichen kein Protokoll. Wir raten keines.',
    },
    { name: 'RuuviTag', why: 'Er funkt weniger als einen Wert in der Sekunde.' },
    {
      name: 'LEGO-Hubs',
      why: 'Sie melden eine Neigung, wenn sie sich ändert, ohne Rate und ohne Uhr.',
    },
    {
      name: 'Fitnessuhren',
      why: 'Sie geben über Bluetooth den Puls her, nicht die Bewegung. Einige können sie aufzeichnen: Öffne die Datei hier.',
    },
  ],
});
