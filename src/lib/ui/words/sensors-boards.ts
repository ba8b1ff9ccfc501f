import { inLanguage } from '$lib/locale/language';
import type { SensorWords } from '../sensor-guide';

/** Boards that need a program first, by the model's id. */
export const boardWords = inLanguage<Record<BoardId, SensorWords>>({
  en: {
    phyphox: {
      name: 'A board with our sketch',
      devices: 'Arduino Nano 33 BLE and Sense · ESP32 with an IMU · Seeed XIAO nRF52840 Sense',
      rate: 'about 100 Hz',
      range: '± 8 g with our sketch',
      gyro: 'yes',
      get: 'Any electronics shop. See “Build your own” below.',
      prepare: 'Load the sketch once. After that a small battery or power bank is all it needs.',
      mount: 'In a small box, board and battery fixed inside, the box strapped to the frame.',
      limits: ['A board that hangs by its cable measures the cable.'],
    },
    espruino: {
      name: 'Puck.js and Bangle.js',
      devices: 'Espruino Puck.js v2 · Bangle.js',
      rate: 'Puck 104 Hz, Bangle 50 Hz',
      range: '± 8 g',
      gyro: 'Puck only',
      get: 'From espruino.com.',
      prepare: 'Nothing to install: the page sends it a small program each time.',
      mount: 'Puck: adhesive pad or strap. Bangle: its own strap round the frame.',
      limits: ['Bangle.js has no gyroscope: fix it so that it cannot turn.'],
    },
    adafruit: {
      name: 'Adafruit CLUE, Feather Sense',
      devices: 'CLUE · Feather nRF52840 Sense · Circuit Playground Bluefruit',
      rate: 'about 50 Hz',
      range: 'as its program sets it',
      gyro: 'CLUE and Feather Sense',
      get: 'From adafruit.com and its dealers.',
      prepare: 'Load a program with Adafruit’s own Bluetooth accelerometer service.',
      mount: 'In a small box with its battery, strapped to the frame.',
      limits: ['It may send fewer samples than it was asked for.'],
    },
    bluest: {
      name: 'ST BlueST boards',
      devices: 'SensorTile · SensorTile.box · BlueNRG-Tile · STWIN · BlueCoin',
      rate: 'about 20 to 100 Hz, by firmware',
      range: 'by firmware',
      gyro: 'yes',
      get: 'Electronics distributors.',
      prepare: 'Run a firmware that streams motion in the BlueST format, as ST’s demos do.',
      mount: 'In its case, strapped flat to the frame.',
      limits: [
        'Its clock ticks in steps of 8 ms.',
        'The page cannot change the rate: choose a fast firmware.',
      ],
    },
    microbit: {
      name: 'BBC micro:bit',
      devices: 'micro:bit V1 · V2',
      rate: '50 Hz',
      range: '± 2 g',
      gyro: 'no',
      get: 'Cheap, and in many school drawers.',
      prepare:
        'Load a program with the Bluetooth accelerometer service, built with “No pairing required”.',
      mount: 'Board and battery pack both taped down: a dangling pack shakes the board.',
      limits: [
        'A hard stop goes beyond ± 2 g and is cut off: set the sled down softly.',
        'No gyroscope, and coarse steps on the V1.',
      ],
    },
  },
  de: {
    phyphox: {
      name: 'Ein Board mit unserem Sketch',
      devices: 'Arduino Nano 33 BLE und Sense · ESP32 mit IMU · Seeed XIAO nRF52840 Sense',
      rate: 'etwa 100 Hz',
      range: '± 8 g mit unserem Sketch',
      gyro: 'ja',
      get: 'In jedem Elektronikladen. Siehe „Selbst bauen“ weiter unten.',
      prepare: 'Den Sketch einmal laden. Danach genügt ein kleiner Akku oder eine Powerbank.',
      mount:
        'In einem Kästchen, Board und Akku darin befestigt, das Kästchen an den Rahmen geschnallt.',
      limits: ['Ein Board, das an seinem Kabel hängt, misst das Kabel.'],
    },
    espruino: {
      name: 'Puck.js und Bangle.js',
      devices: 'Espruino Puck.js v2 · Bangle.js',
      rate: 'Puck 104 Hz, Bangle 50 Hz',
      range: '± 8 g',
      gyro: 'nur Puck',
      get: 'Bei espruino.com.',
      prepare: 'Nichts zu installieren: Die Seite schickt ihm jedes Mal ein kleines Programm.',
      mount: 'Puck: Klebepad oder Band. Bangle: das eigene Armband um den Rahmen.',
      limits: ['Bangle.js hat kein Gyroskop: Befestige sie so, dass sie sich nicht drehen kann.'],
    },
    adafruit: {
      name: 'Adafruit CLUE, Feather Sense',
      devices: 'CLUE · Feather nRF52840 Sense · Circuit Playground Bluefruit',
      rate: 'etwa 50 Hz',
      range: 'wie sein Programm ihn einstellt',
      gyro: 'CLUE und Feather Sense',
      get: 'Bei adafruit.com und seinen Händlern.',
      prepare: 'Ein Programm mit Adafruits eigenem Bluetooth-Dienst für die Beschleunigung laden.',
      mount: 'In einem Kästchen mit seinem Akku, an den Rahmen geschnallt.',
      limits: ['Es sendet vielleicht weniger Werte, als verlangt wurden.'],
    },
    bluest: {
      name: 'BlueST-Boards von ST',
      devices: 'SensorTile · SensorTile.box · BlueNRG-Tile · STWIN · BlueCoin',
      rate: 'etwa 20 bis 100 Hz, je nach Firmware',
      range: 'je nach Firmware',
      gyro: 'ja',
      get: 'Im Elektronikgroßhandel.',
      prepare: 'Eine Firmware laden, die Bewegung im BlueST-Format sendet, wie die Demos von ST.',
      mount: 'In seinem Gehäuse, flach an den Rahmen geschnallt.',
      limits: [
        'Seine Uhr tickt in Schritten von 8 ms.',
        'Die Seite kann die Rate nicht ändern: Wähl eine schnelle Firmware.',
      ],
    },
    microbit: {
      name: 'BBC micro:bit',
      devices: 'micro:bit V1 · V2',
      rate: '50 Hz',
      range: '± 2 g',
      gyro: 'nein',
      get: 'Billig, und in vielen Schulschubladen.',
      prepare:
        'Ein Programm mit dem Bluetooth-Dienst für die Beschleunigung laden, gebaut mit „No pairing required“.',
      mount: 'Board und Batteriefach beide festgeklebt: Ein baumelndes Fach schüttelt das Board.',
      limits: [
        'Ein harter Anschlag geht über ± 2 g hinaus und wird abgeschnitten: Setz den Schlitten sanft ab.',
        'Kein Gyroskop, und grobe Schritte beim V1.',
      ],
    },
  },
});

export type BoardId = 'phyphox' | 'espruino' | 'adafruit' | 'bluest' | 'microbit';
