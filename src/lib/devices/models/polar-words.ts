import { inLanguage } from '$lib/locale/language';

/** Why a Polar sensor refuses a command, and what to do. */
export const polarWords = inLanguage({
  en: {
    codes: (command: number, measurement: number, status: number) =>
      `command ${command}, measurement ${measurement}, status ${status}`,
    what: {
      refuses: 'refuses',
      command: 'does not know the command',
      missing: 'does not have this measurement',
      unsupported: 'does not support this measurement',
      length: 'refuses the length of the command',
      settings: 'refuses the settings',
      measuring: 'is measuring already',
      resolution: 'refuses the resolution',
      rate: 'refuses the rate',
      range: 'refuses the range',
      mtu: 'cannot send, for the connection takes only short packets (MTU)',
      channels: 'refuses the number of channels',
      state: 'cannot measure in the state it is in',
      charger: 'is in its charger',
      memory: 'has no memory left',
    },
    todo: {
      again:
        'Switch it off and on, and connect again; should it say so once more, please report it.',
      update: 'Update its firmware in the Polar Flow app, then connect again.',
      other: 'Take a Polar Verity Sense, H10 or OH1.',
      closeApps: 'Close other apps that use it, switch it off and on, and connect again.',
      forget:
        'Remove it in the Bluetooth settings of the operating system and connect again, or use another computer or phone.',
      endMode:
        'End its recording or swimming mode, close other apps that use it, switch it off and on, and connect again.',
      takeOut: 'Take it out, and connect again.',
      synchronise: 'Synchronise it with the Polar Flow app, and connect again.',
    },
  },
  de: {
    codes: (command: number, measurement: number, status: number) =>
      `Befehl ${command}, Messung ${measurement}, Status ${status}`,
    what: {
      refuses: 'weigert sich',
      command: 'kennt den Befehl nicht',
      missing: 'hat diese Messung nicht',
      unsupported: 'unterstützt diese Messung nicht',
      length: 'lehnt die Länge des Befehls ab',
      settings: 'lehnt die Einstellungen ab',
      measuring: 'misst schon',
      resolution: 'lehnt die Auflösung ab',
      rate: 'lehnt die Rate ab',
      range: 'lehnt den Messbereich ab',
      mtu: 'kann nicht senden, denn die Verbindung nimmt nur kurze Pakete (MTU)',
      channels: 'lehnt die Zahl der Kanäle ab',
      state: 'kann in seinem jetzigen Zustand nicht messen',
      charger: 'steckt in seinem Ladegerät',
      memory: 'hat keinen Speicher mehr',
    },
    todo: {
      again:
        'Schalte ihn aus und an, und verbinde noch einmal; sagt er es wieder, melde es uns bitte.',
      update: 'Aktualisier seine Firmware in der App Polar Flow, dann verbinde noch einmal.',
      other: 'Nimm einen Polar Verity Sense, H10 oder OH1.',
      closeApps:
        'Schließ andere Apps, die ihn benutzen, schalte ihn aus und an, und verbinde noch einmal.',
      forget:
        'Entfern ihn in den Bluetooth-Einstellungen des Betriebssystems und verbinde noch einmal, oder nimm einen anderen Computer oder ein anderes Handy.',
      endMode:
        'Beende seine Aufnahme oder seinen Schwimmmodus, schließ andere Apps, die ihn benutzen, schalte ihn aus und an, und verbinde noch einmal.',
      takeOut: 'Nimm ihn heraus, und verbinde noch einmal.',
      synchronise: 'Gleich ihn mit der App Polar Flow ab, und verbinde noch einmal.',
    },
  },
});
