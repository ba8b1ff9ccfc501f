import { inLanguage } from '$lib/locale/language';
import type { SensorWords } from '../sensor-guide';

/** Sensors that are bought ready to measure, by the model's id. */
export const readySensorWords = inLanguage<Record<ReadyId, SensorWords>>({
  en: {
    witmotion: {
      name: 'WitMotion BLE 5.0',
      devices: 'WT901BLECL5.0 · WT901BLE67 · WT901BLE68 · WT9011DCL · BWT901BLE5.0',
      rate: '100 Hz',
      range: '± 16 g',
      gyro: 'yes',
      get: 'Sold new by the maker and in many shops. Look for BLE 5.0 in the name.',
      prepare: 'Charge it and switch it on. No pairing. Close the maker’s own app first.',
      mount: 'Strap or tape the flat side to the frame.',
      limits: ['The first connection may fail: just try again.'],
    },
    'polar-pmd': {
      name: 'Polar Verity Sense, OH1, H10',
      devices: 'Verity Sense and OH1 (optical arm bands) · H10 (chest strap)',
      rate: '104 Hz, OH1 52 Hz, H10 200 Hz',
      range: '± 8 g',
      gyro: 'Verity Sense only',
      get: 'In sports shops. Many athletes already own one for their heart rate.',
      prepare:
        'Switch it on, off its charger. On Windows, pair the H10 in the Bluetooth settings before the first set.',
      mount: 'Wind its own strap tightly round the frame. The H10 must stay clipped to its strap.',
      limits: [
        'Off its strap the H10 switches itself off after 45 seconds.',
        'Without a gyroscope (OH1, H10) a tipping sled costs some accuracy.',
      ],
    },
    'movella-dot': {
      name: 'Movella DOT',
      devices: 'Movella DOT · Xsens DOT',
      rate: '60 Hz',
      range: '± 16 g',
      gyro: 'yes',
      get: 'From the maker, or used.',
      prepare:
        'Wake it with its button. Windows may want it paired in the Bluetooth settings first.',
      mount: 'Strap or tape the flat side to the frame.',
      limits: [],
    },
    metamotion: {
      name: 'MbientLab MetaMotion',
      devices: 'MetaMotion R · RL · C · S',
      rate: '100 Hz',
      range: '± 16 g',
      gyro: 'yes',
      get: 'From the maker or used.',
      prepare: 'Charge it, or put in a fresh coin cell. Close the maker’s own app first.',
      mount: 'In its clip or sleeve, strapped down tightly: a loose sleeve wobbles.',
      limits: [],
    },
    movesense: {
      name: 'Movesense with GSP',
      devices: 'Movesense whose firmware speaks the GATT SensorData Protocol',
      rate: '104 Hz',
      range: 'by firmware',
      gyro: 'yes',
      get: 'From the maker or used.',
      prepare:
        'Install the maker’s GATT SensorData sample app with the Movesense phone app, once. Stock firmware cannot be read from a browser.',
      mount: 'Snap it into a holder that is screwed, glued or strapped to the frame.',
      limits: ['Without that firmware the page can only say what is missing.'],
    },
    thingy52: {
      name: 'Nordic Thingy:52',
      devices: 'Nordic Thingy:52',
      rate: '100 Hz',
      range: '± 2 g',
      gyro: 'yes',
      get: 'Electronics shops, and used.',
      prepare: 'Charge it and switch it on. No pairing.',
      mount: 'Its rubber shell grips well under a tight strap.',
      limits: [
        'A hard stop goes beyond ± 2 g and is cut off: set the sled down softly.',
        'Some phones get fewer samples than it sends. A computer gets them all.',
      ],
    },
    daydream: {
      name: 'Daydream controller',
      devices: 'Google Daydream View controller',
      rate: 'about 60 Hz',
      range: '± 8 g',
      gyro: 'yes',
      get: 'Only used, and then very cheap.',
      prepare: 'Charge it, then press Home to wake it.',
      mount: 'Strap it along the frame, at both ends.',
      limits: ['It reads up to 7 % too much, and depths with it.'],
    },
    sensortag: {
      name: 'TI SensorTag',
      devices: 'CC2650STK · CC1350STK',
      rate: '10 Hz',
      range: '± 8 g',
      gyro: 'yes',
      get: 'Only used.',
      prepare: 'A fresh coin cell; press the button to make it visible.',
      mount: 'Out of its rubber boot, or the boot strapped down tightly.',
      limits: ['10 samples a second count slow reps. They cannot time quick ones.'],
    },
  },
  de: {
    witmotion: {
      name: 'WitMotion BLE 5.0',
      devices: 'WT901BLECL5.0 · WT901BLE67 · WT901BLE68 · WT9011DCL · BWT901BLE5.0',
      rate: '100 Hz',
      range: '± 16 g',
      gyro: 'ja',
      get: 'Neu beim Hersteller und in vielen Läden. Achte auf BLE 5.0 im Namen.',
      prepare: 'Laden und einschalten. Nicht koppeln. Schließ vorher die App des Herstellers.',
      mount: 'Die flache Seite an den Rahmen schnallen oder kleben.',
      limits: ['Die erste Verbindung kann scheitern: Versuch es einfach noch einmal.'],
    },
    'polar-pmd': {
      name: 'Polar Verity Sense, OH1, H10',
      devices: 'Verity Sense und OH1 (optische Armbänder) · H10 (Brustgurt)',
      rate: '104 Hz, OH1 52 Hz, H10 200 Hz',
      range: '± 8 g',
      gyro: 'nur Verity Sense',
      get: 'Im Sportgeschäft. Viele haben schon einen für ihren Puls.',
      prepare:
        'Einschalten, nicht im Ladegerät. Unter Windows den H10 vor dem ersten Satz in den Bluetooth-Einstellungen koppeln.',
      mount:
        'Sein eigenes Band straff um den Rahmen wickeln. Der H10 muss an seinem Gurt angeklippt bleiben.',
      limits: [
        'Ohne seinen Gurt schaltet der H10 sich nach 45 Sekunden ab.',
        'Ohne Gyroskop (OH1, H10) kostet ein kippelnder Schlitten etwas Genauigkeit.',
      ],
    },
    'movella-dot': {
      name: 'Movella DOT',
      devices: 'Movella DOT · Xsens DOT',
      rate: '60 Hz',
      range: '± 16 g',
      gyro: 'ja',
      get: 'Vom Hersteller oder gebraucht.',
      prepare:
        'Mit seiner Taste wecken. Windows will ihn vielleicht erst in den Bluetooth-Einstellungen gekoppelt haben.',
      mount: 'Die flache Seite an den Rahmen schnallen oder kleben.',
      limits: [],
    },
    metamotion: {
      name: 'MbientLab MetaMotion',
      devices: 'MetaMotion R · RL · C · S',
      rate: '100 Hz',
      range: '± 16 g',
      gyro: 'ja',
      get: 'Vom Hersteller oder gebraucht.',
      prepare:
        'Laden oder eine frische Knopfzelle einlegen. Schließ vorher die App des Herstellers.',
      mount: 'In Clip oder Hülle, fest angeschnallt: Eine lose Hülle wackelt.',
      limits: [],
    },
    movesense: {
      name: 'Movesense mit GSP',
      devices: 'Movesense, dessen Firmware das GATT SensorData Protocol spricht',
      rate: '104 Hz',
      range: 'je nach Firmware',
      gyro: 'ja',
      get: 'Vom Hersteller oder gebraucht.',
      prepare:
        'Einmal die GATT-SensorData-App des Herstellers mit der Movesense-App auf dem Handy installieren. Die übliche Firmware kann ein Browser nicht lesen.',
      mount: 'In einen Halter stecken, der an den Rahmen geschraubt, geklebt oder geschnallt ist.',
      limits: ['Ohne diese Firmware kann die Seite nur sagen, was fehlt.'],
    },
    thingy52: {
      name: 'Nordic Thingy:52',
      devices: 'Nordic Thingy:52',
      rate: '100 Hz',
      range: '± 2 g',
      gyro: 'ja',
      get: 'Im Elektronikhandel und gebraucht.',
      prepare: 'Laden und einschalten. Nicht koppeln.',
      mount: 'Seine Gummihülle hält gut unter einem straffen Band.',
      limits: [
        'Ein harter Anschlag geht über ± 2 g hinaus und wird abgeschnitten: Setz den Schlitten sanft ab.',
        'Manche Handys empfangen weniger Werte, als er sendet. Ein Computer empfängt alle.',
      ],
    },
    daydream: {
      name: 'Daydream-Controller',
      devices: 'Controller des Google Daydream View',
      rate: 'etwa 60 Hz',
      range: '± 8 g',
      gyro: 'ja',
      get: 'Nur gebraucht, dann sehr billig.',
      prepare: 'Laden, dann mit Home wecken.',
      mount: 'Längs an den Rahmen schnallen, an beiden Enden.',
      limits: ['Er misst bis zu 7 % zu viel, und die Tiefen mit ihm.'],
    },
    sensortag: {
      name: 'TI SensorTag',
      devices: 'CC2650STK · CC1350STK',
      rate: '10 Hz',
      range: '± 8 g',
      gyro: 'ja',
      get: 'Nur gebraucht.',
      prepare: 'Eine frische Knopfzelle; drück die Taste, damit er sichtbar wird.',
      mount: 'Ohne seine Gummihülle, oder die Hülle fest angeschnallt.',
      limits: [
        '10 Werte in der Sekunde reichen, um langsame Wiederholungen zu zählen. Schnelle lassen sich so nicht stoppen.',
      ],
    },
  },
});

export type ReadyId =
  | 'witmotion'
  | 'polar-pmd'
  | 'movella-dot'
  | 'metamotion'
  | 'movesense'
  | 'thingy52'
  | 'daydream'
  | 'sensortag';
