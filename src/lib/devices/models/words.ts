import { inLanguage } from '$lib/locale/language';

/** What a model wants of a person before it can be read. */
export const modelWords = inLanguage({
  en: {
    polarUnpaired: (who: string) =>
      `${who} only talks to computers it is paired with. Pair it in the Bluetooth settings of the operating system first, then connect it here again.`,
    movesenseFirmware: (who: string) =>
      `${who} runs a firmware that browsers cannot talk to. Install the firmware with the GATT SensorData sample (GSP) with the Movesense Showcase app, then connect again.`,
    movesenseRefuses: (who: string, rate: number, status: number) =>
      `${who} refuses to measure at ${rate} Hz (status ${status}).`,
    movesenseBusy:
      'It has too many requests open: take it off its strap or take out its battery for ten seconds, and connect again.',
    movesenseUpdate:
      'Update its firmware with the Movesense Showcase app (GATT SensorData sample), and connect again.',
    movesenseTheSensor: 'The Movesense sensor',
    thingyRate: (wanted: number, found: number) =>
      `The Thingy:52 was set to ${wanted} Hz and says that it measures at ${found} Hz. Switch it off and on, or update its firmware, and connect again.`,
    sensortagFirmware:
      'This SensorTag does not let its movement sensor be set. Load it with the firmware it was sold with, and connect again.',
    metawearParts: (accel: string, gyro: string) =>
      `This MetaWear board has ${accel} and ${gyro}; only those of a MetaMotion can be read, a BMI160 or a BMI270. Choose another sensor.`,
    accelerometer: (no: number | null) =>
      no === null ? 'no accelerometer' : `accelerometer no. ${no}`,
    gyroscope: (no: number | null) => (no === null ? 'no gyroscope' : `gyroscope no. ${no}`),
    metamotionFirmware: (name: string) =>
      `The firmware of this MetaMotion (${name}) is too old to send three measurements at once. Update it with MbientLab's app MetaBase, then connect again.`,
    boardUnreadable: (why: string) =>
      `The board sends, but no motion that can be read (${why}) Check the program on it.`,
    boardSilent: (time: number) =>
      `The board is connected but sends nothing within ${time} s. Check that its program runs and that its motion sensor is wired, then try again.`,
    microbitProgram:
      "Load a program that starts the Bluetooth accelerometer service, built with 'No Pairing Required' (in MakeCode: Project Settings), and connect again.",
    microbitNoService: 'The program on this micro:bit does not tell its acceleration.',
    microbitUnpaired: 'This micro:bit speaks only to devices it is paired with.',
    microbitNoRate:
      'This micro:bit says that it measures every 0 ms. Press its reset button and connect again.',
    bluestUnreadable: (name: string) =>
      `${name} offers no acceleration that can be read: its firmware has none, or puts it behind a feature of unknown length. Install one of ST's firmwares that shows the accelerometer.`,
    bluestBoard: 'This ST board',
    witmotionVibration: (name: string) =>
      `${name} is a vibration sensor: it tells how machines shake, not how they move. Use one of WitMotion’s WT901 units.`,
    espruinoPrinted: (text: string) => ` (it printed “${text}”)`,
    espruinoNoAnswer: (name: string, printed: string) =>
      `${name} does not answer like an Espruino board${printed}. On a Bangle.js allow programming in its Bluetooth settings; remove a password if it has one.`,
    espruinoUnknown: (id: string, hardware: string) =>
      `This Espruino board (${id}, version ${hardware}) has no motion sensor that we know: use a Puck.js 2, a Bangle.js or a Bangle.js 2.`,
    espruinoNotRun: (name: string, printed: string) =>
      `${name} did not run our program${printed}. Press its button to restart it, bring its firmware up to date, and try again.`,
  },
  de: {
    polarUnpaired: (who: string) =>
      `${who} spricht nur mit Computern, mit denen er gekoppelt ist. Koppel ihn erst in den Bluetooth-Einstellungen des Betriebssystems, dann verbinde ihn hier noch einmal.`,
    movesenseFirmware: (who: string) =>
      `${who} hat eine Firmware, mit der Browser nicht sprechen können. Installier die Firmware mit dem GATT-SensorData-Beispiel (GSP) über die Movesense-Showcase-App, dann verbinde noch einmal.`,
    movesenseRefuses: (who: string, rate: number, status: number) =>
      `${who} weigert sich, mit ${rate} Hz zu messen (Status ${status}).`,
    movesenseBusy:
      'Er hat zu viele Anfragen offen: Nimm ihn vom Gurt oder seine Batterie für zehn Sekunden heraus, und verbinde noch einmal.',
    movesenseUpdate:
      'Aktualisier seine Firmware mit der Movesense-Showcase-App (GATT-SensorData-Beispiel), und verbinde noch einmal.',
    movesenseTheSensor: 'Der Movesense-Sensor',
    thingyRate: (wanted: number, found: number) =>
      `Der Thingy:52 wurde auf ${wanted} Hz gestellt und sagt, er misst mit ${found} Hz. Schalte ihn aus und an, oder aktualisier seine Firmware, und verbinde noch einmal.`,
    sensortagFirmware:
      'Dieser SensorTag lässt seinen Bewegungssensor nicht einstellen. Lade die Firmware, mit der er verkauft wurde, und verbinde noch einmal.',
    metawearParts: (accel: string, gyro: string) =>
      `Dieses MetaWear-Board hat ${accel} und ${gyro}; lesen lassen sich nur die eines MetaMotion, ein BMI160 oder ein BMI270. Wähl einen anderen Sensor.`,
    accelerometer: (no: number | null) =>
      no === null ? 'keinen Beschleunigungssensor' : `den Beschleunigungssensor Nr. ${no}`,
    gyroscope: (no: number | null) => (no === null ? 'kein Gyroskop' : `das Gyroskop Nr. ${no}`),
    metamotionFirmware: (name: string) =>
      `Die Firmware dieses MetaMotion (${name}) ist zu alt, um drei Messungen auf einmal zu senden. Aktualisier sie mit der App MetaBase von MbientLab, dann verbinde noch einmal.`,
    boardUnreadable: (why: string) =>
      `Das Board sendet, aber keine Bewegung, die sich lesen lässt (${why}) Prüf das Programm darauf.`,
    boardSilent: (time: number) =>
      `Das Board ist verbunden, sendet aber ${time} s lang nichts. Prüf, ob sein Programm läuft und sein Bewegungssensor angeschlossen ist, dann versuch es noch einmal.`,
    microbitProgram:
      'Lade ein Programm, das den Bluetooth-Dienst für die Beschleunigung startet, gebaut mit „No Pairing Required“ (in MakeCode: Projekteinstellungen), und verbinde noch einmal.',
    microbitNoService: 'Das Programm auf diesem micro:bit verrät seine Beschleunigung nicht.',
    microbitUnpaired: 'Dieser micro:bit spricht nur mit Geräten, mit denen er gekoppelt ist.',
    microbitNoRate:
      'Dieser micro:bit sagt, er misst alle 0 ms. Drück seine Reset-Taste und verbinde noch einmal.',
    bluestUnreadable: (name: string) =>
      `${name} bietet keine Beschleunigung, die sich lesen lässt: Seine Firmware hat keine, oder stellt sie hinter etwas von unbekannter Länge. Installier eine Firmware von ST, die den Beschleunigungssensor zeigt.`,
    bluestBoard: 'Dieses ST-Board',
    witmotionVibration: (name: string) =>
      `${name} ist ein Schwingungssensor: Er sagt, wie Maschinen zittern, nicht, wie sie sich bewegen. Nimm eines der WT901-Geräte von WitMotion.`,
    espruinoPrinted: (text: string) => ` (es schrieb „${text}“)`,
    espruinoNoAnswer: (name: string, printed: string) =>
      `${name} antwortet nicht wie ein Espruino-Board${printed}. Erlaube auf einer Bangle.js das Programmieren in ihren Bluetooth-Einstellungen; entfern ein Passwort, wenn sie eines hat.`,
    espruinoUnknown: (id: string, hardware: string) =>
      `Dieses Espruino-Board (${id}, Version ${hardware}) hat keinen Bewegungssensor, den wir kennen: Nimm einen Puck.js 2, eine Bangle.js oder eine Bangle.js 2.`,
    espruinoNotRun: (name: string, printed: string) =>
      `${name} hat unser Programm nicht ausgeführt${printed}. Drück die Taste zum Neustart, bring die Firmware auf den neuesten Stand, und versuch es noch einmal.`,
  },
});
