import { inLanguage } from '$lib/locale/language';

/** What sensors are called, and what they say to a person when they cannot go on. */
export const deviceWords = inLanguage({
  en: {
    simulated: 'Simulated sled',
    recording: 'Recording',
    phone: 'This phone',
    unnamed: 'The sensor',
    thisDevice: 'This device',
    noBluetooth: 'This browser has no Web Bluetooth.',
    bluetoothOff: 'This machine’s Bluetooth is off or missing.',
    notChosen: 'No sensor was chosen.',
    browserForbids: (why: string) => `The browser does not allow it: ${why}`,
    cannotChoose: (why: string) => `The browser cannot choose a device: ${why}`,
    mayNotConnect: (name: string) => `${name} may not be connected.`,
    cannotConnect: (name: string) => `${name} cannot be connected`,
    stopped: (name: string) => `Connecting to ${name} was stopped.`,
    notLoaded: (name: string) =>
      `${name} could not be loaded. Go online, open the page anew, and try again.`,
    wantsPairing: (what: string) =>
      `${what}: it wants to be paired in this machine’s Bluetooth settings first.`,
    noAnswer: 'it did not answer in time',
    lacksCharacteristic: (name: string, uuid: string) =>
      `${name} lacks the characteristic ${uuid}: its firmware may be too old.`,
    gone: (name: string) => `${name} has not come back.`,
    noMotionService: (name: string) =>
      `${name} has no motion service that can be read here. The list of sensors says which can, and what some need first.`,
    motionNotAsked: 'The browser did not ask whether motion may be felt.',
    motionForbidden:
      'This page may not feel how the device moves. Open it anew and allow motion when asked.',
    noMotion:
      'This device sends no motion: it has no such sensor, or the browser keeps it back. Use a phone, or another browser.',
    motionUntold:
      'This browser tells pages nothing of motion. Use Safari on an iPhone, or Chrome on Android.',
    motionInsecure: 'Browsers tell of motion only on pages that came by https. Open this one so.',
  },
  de: {
    simulated: 'Simulierter Schlitten',
    recording: 'Aufzeichnung',
    phone: 'Dieses Handy',
    unnamed: 'Der Sensor',
    thisDevice: 'Dieses Gerät',
    noBluetooth: 'Dieser Browser hat kein Web Bluetooth.',
    bluetoothOff: 'Das Bluetooth dieses Geräts ist aus oder fehlt.',
    notChosen: 'Es wurde kein Sensor gewählt.',
    browserForbids: (why: string) => `Der Browser erlaubt es nicht: ${why}`,
    cannotChoose: (why: string) => `Der Browser kann kein Gerät zur Wahl stellen: ${why}`,
    mayNotConnect: (name: string) => `${name} darf nicht verbunden werden.`,
    cannotConnect: (name: string) => `${name} lässt sich nicht verbinden`,
    stopped: (name: string) => `Das Verbinden mit ${name} wurde abgebrochen.`,
    notLoaded: (name: string) =>
      `${name} konnte nicht geladen werden. Geh online, öffne die Seite neu und versuch es noch einmal.`,
    wantsPairing: (what: string) =>
      `${what}: Er will erst in den Bluetooth-Einstellungen dieses Geräts gekoppelt werden.`,
    noAnswer: 'keine Antwort in der Zeit',
    lacksCharacteristic: (name: string, uuid: string) =>
      `${name} fehlt die Eigenschaft ${uuid}: Vielleicht ist die Firmware zu alt.`,
    gone: (name: string) => `${name} ist nicht zurückgekommen.`,
    noMotionService: (name: string) =>
      `${name} hat keinen Bewegungsdienst, der sich hier lesen lässt. Die Liste der Sensoren sagt, welche es können und was manche zuerst brauchen.`,
    motionNotAsked: 'Der Browser hat nicht gefragt, ob die Seite Bewegung spüren darf.',
    motionForbidden:
      'Diese Seite darf nicht spüren, wie sich das Gerät bewegt. Öffne sie neu und erlaube es, wenn gefragt wird.',
    noMotion:
      'Dieses Gerät meldet keine Bewegung: Es hat keinen Sensor dafür, oder der Browser hält sie zurück. Nimm ein Handy oder einen anderen Browser.',
    motionUntold:
      'Dieser Browser sagt Seiten nichts von Bewegung. Nimm Safari auf einem iPhone oder Chrome auf Android.',
    motionInsecure:
      'Browser melden Bewegung nur Seiten, die über https kamen. Öffne diese auf dem Weg.',
  },
});
