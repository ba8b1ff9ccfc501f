/** What an athlete should know of one kind of sensor. */
export interface SensorGuide {
  /** The model's id, and the anchor of its card. */
  readonly id: string;
  readonly name: string;
  /** What exactly is meant, as it stands on the box. */
  readonly devices: string;
  /** Samples a second. */
  readonly rate: string;
  /** Largest force it can tell. */
  readonly range: string;
  readonly gyro: string;
  /** Who says when a sample was measured. */
  readonly clock: Clock;
  readonly fit: Fit;
  readonly get: string;
  readonly prepare: string;
  readonly mount: string;
  /** What to mind, one sentence each. */
  readonly limits: readonly string[];
  readonly readFrom: Evidence;
}

/** `own`: the sensor stamps its samples. `counted`: they are counted as they come. */
export type Clock = 'own' | 'counted';

/** `fine`: for every set. `mind`: it measures well where its limits are kept. `slow`: counting and slow reps only. */
export type Fit = 'fine' | 'mind' | 'slow';

/** What our reader of its signals was checked against. */
export type Evidence = 'real' | 'tests' | 'documents';

export const fitWords: Record<Fit, string> = {
  fine: 'For every set',
  mind: 'Good, within its limits',
  slow: 'Slow reps only',
};

export const clockWords: Record<Clock, string> = { own: 'its own', counted: 'counted' };

export const evidenceWords: Record<Evidence, string> = {
  real: 'Checked against signals recorded from a real one.',
  tests: 'Checked against the test signals its maker or others have published.',
  documents: 'Built from published documents, not yet tried on a real one. Tell us how it goes.',
};

/** Best first. Rates and ranges are the makers’. */
export const SENSOR_GUIDES: readonly SensorGuide[] = [
  {
    id: 'witmotion',
    name: 'WitMotion BLE 5.0',
    devices: 'WT901BLECL5.0 · WT901BLE67 · WT901BLE68 · WT9011DCL · BWT901BLE5.0',
    rate: '100 Hz',
    range: '± 16 g',
    gyro: 'yes',
    clock: 'counted',
    fit: 'fine',
    get: 'Sold new by the maker and in many shops. Look for BLE 5.0 in the name.',
    prepare: 'Charge it and switch it on. No pairing. Close the maker’s own app first.',
    mount: 'Strap or tape the flat side to the frame.',
    limits: ['The first connection may fail: just try again.'],
    readFrom: 'real',
  },
  {
    id: 'polar-pmd',
    name: 'Polar Verity Sense, OH1, H10',
    devices: 'Verity Sense and OH1 (optical arm bands) · H10 (chest strap)',
    rate: '104 Hz, OH1 52 Hz, H10 200 Hz',
    range: '± 8 g',
    gyro: 'Verity Sense only',
    clock: 'own',
    fit: 'fine',
    get: 'In sports shops. Many athletes already own one for their heart rate.',
    prepare:
      'Switch it on, off its charger. On Windows, pair the H10 in the Bluetooth settings before the first set.',
    mount: 'Wind its own strap tightly round the frame. The H10 must stay clipped to its strap.',
    limits: [
      'Off its strap the H10 switches itself off after 45 seconds.',
      'Without a gyroscope (OH1, H10) a tipping sled costs some accuracy.',
    ],
    readFrom: 'real',
  },
  {
    id: 'movella-dot',
    name: 'Movella DOT',
    devices: 'Movella DOT · Xsens DOT',
    rate: '60 Hz',
    range: '± 16 g',
    gyro: 'yes',
    clock: 'own',
    fit: 'fine',
    get: 'From the maker, or used.',
    prepare: 'Wake it with its button. Windows may want it paired in the Bluetooth settings first.',
    mount: 'Strap or tape the flat side to the frame.',
    limits: [],
    readFrom: 'documents',
  },
  {
    id: 'metamotion',
    name: 'MbientLab MetaMotion',
    devices: 'MetaMotion R · RL · C · S',
    rate: '100 Hz',
    range: '± 16 g',
    gyro: 'yes',
    clock: 'counted',
    fit: 'fine',
    get: 'From the maker or used.',
    prepare: 'Charge it, or put in a fresh coin cell. Close the maker’s own app first.',
    mount: 'In its clip or sleeve, strapped down tightly: a loose sleeve wobbles.',
    limits: [],
    readFrom: 'tests',
  },
  {
    id: 'movesense',
    name: 'Movesense with GSP',
    devices: 'Movesense whose firmware speaks the GATT SensorData Protocol',
    rate: '104 Hz',
    range: 'by firmware',
    gyro: 'yes',
    clock: 'own',
    fit: 'mind',
    get: 'From the maker or used.',
    prepare:
      'Install the maker’s GATT SensorData sample app with the Movesense phone app, once. Stock firmware cannot be read from a browser.',
    mount: 'Snap it into a holder that is screwed, glued or strapped to the frame.',
    limits: ['Without that firmware the page can only say what is missing.'],
    readFrom: 'documents',
  },
  {
    id: 'phyphox',
    name: 'A board with our sketch',
    devices: 'Arduino Nano 33 BLE and Sense · ESP32 with an IMU · Seeed XIAO nRF52840 Sense',
    rate: 'about 100 Hz',
    range: '± 8 g with our sketch',
    gyro: 'yes',
    clock: 'own',
    fit: 'fine',
    get: 'Any electronics shop. See “Build your own” below.',
    prepare: 'Load the sketch once. After that a small battery or power bank is all it needs.',
    mount: 'In a small box, board and battery fixed inside, the box strapped to the frame.',
    limits: ['A board that hangs by its cable measures the cable.'],
    readFrom: 'documents',
  },
  {
    id: 'thingy52',
    name: 'Nordic Thingy:52',
    devices: 'Nordic Thingy:52',
    rate: '100 Hz',
    range: '± 2 g',
    gyro: 'yes',
    clock: 'counted',
    fit: 'mind',
    get: 'Electronics shops, and used.',
    prepare: 'Charge it and switch it on. No pairing.',
    mount: 'Its rubber shell grips well under a tight strap.',
    limits: [
      'A hard stop goes beyond ± 2 g and is cut off: set the sled down softly.',
      'Some phones get fewer samples than it sends. A computer gets them all.',
    ],
    readFrom: 'real',
  },
  {
    id: 'espruino',
    name: 'Puck.js and Bangle.js',
    devices: 'Espruino Puck.js v2 · Bangle.js',
    rate: 'Puck 104 Hz, Bangle 50 Hz',
    range: '± 8 g',
    gyro: 'Puck only',
    clock: 'own',
    fit: 'mind',
    get: 'From espruino.com.',
    prepare: 'Nothing to install: the page sends it a small program each time.',
    mount: 'Puck: adhesive pad or strap. Bangle: its own strap round the frame.',
    limits: ['Bangle.js has no gyroscope: fix it so that it cannot turn.'],
    readFrom: 'documents',
  },
  {
    id: 'adafruit',
    name: 'Adafruit CLUE, Feather Sense',
    devices: 'CLUE · Feather nRF52840 Sense · Circuit Playground Bluefruit',
    rate: 'about 50 Hz',
    range: 'as its program sets it',
    gyro: 'CLUE and Feather Sense',
    clock: 'counted',
    fit: 'mind',
    get: 'From adafruit.com and its dealers.',
    prepare: 'Load a program with Adafruit’s own Bluetooth accelerometer service.',
    mount: 'In a small box with its battery, strapped to the frame.',
    limits: ['It may send fewer samples than it was asked for.'],
    readFrom: 'documents',
  },
  {
    id: 'bluest',
    name: 'ST BlueST boards',
    devices: 'SensorTile · SensorTile.box · BlueNRG-Tile · STWIN · BlueCoin',
    rate: 'about 20 to 100 Hz, by firmware',
    range: 'by firmware',
    gyro: 'yes',
    clock: 'own',
    fit: 'mind',
    get: 'Electronics distributors.',
    prepare: 'Run a firmware that streams motion in the BlueST format, as ST’s demos do.',
    mount: 'In its case, strapped flat to the frame.',
    limits: [
      'Its clock ticks in steps of 8 ms.',
      'The page cannot change the rate: choose a fast firmware.',
    ],
    readFrom: 'documents',
  },
  {
    id: 'microbit',
    name: 'BBC micro:bit',
    devices: 'micro:bit V1 · V2',
    rate: '50 Hz',
    range: '± 2 g',
    gyro: 'no',
    clock: 'counted',
    fit: 'mind',
    get: 'Cheap, and in many school drawers.',
    prepare:
      'Load a program with the Bluetooth accelerometer service, built with “No pairing required”.',
    mount: 'Board and battery pack both taped down: a dangling pack shakes the board.',
    limits: [
      'A hard stop goes beyond ± 2 g and is cut off: set the sled down softly.',
      'No gyroscope, and coarse steps on the V1.',
    ],
    readFrom: 'real',
  },
  {
    id: 'daydream',
    name: 'Daydream controller',
    devices: 'Google Daydream View controller',
    rate: 'about 60 Hz',
    range: '± 8 g',
    gyro: 'yes',
    clock: 'own',
    fit: 'mind',
    get: 'Only used, and then very cheap.',
    prepare: 'Charge it, then press Home to wake it.',
    mount: 'Strap it along the frame, at both ends.',
    limits: ['It reads up to 7 % too much, and depths with it.'],
    readFrom: 'real',
  },
  {
    id: 'sensortag',
    name: 'TI SensorTag',
    devices: 'CC2650STK · CC1350STK',
    rate: '10 Hz',
    range: '± 8 g',
    gyro: 'yes',
    clock: 'counted',
    fit: 'slow',
    get: 'Only used.',
    prepare: 'A fresh coin cell; press the button to make it visible.',
    mount: 'Out of its rubber boot, or the boot strapped down tightly.',
    limits: ['10 samples a second count slow reps. They cannot time quick ones.'],
    readFrom: 'tests',
  },
];

/** Where to begin. */
export const BEST_PICKS = [
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
] as const;

export const MOUNT_STEPS = [
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
] as const;

export const BROWSERS = [
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
] as const;

export const PHONE_NOTES = [
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
] as const;

export const NOT_SUPPORTED = [
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
  {
    name: 'RuuviTag',
    why: 'It broadcasts less than one reading a second.',
  },
  {
    name: 'LEGO hubs',
    why: 'They report a change of tilt when they see one, without a rate or a clock.',
  },
  {
    name: 'Fitness watches',
    why: 'They give away heart rate over Bluetooth, not motion. A few can record it: open the file here.',
  },
] as const;

/** Everything else the page says. */
export const guideWords = {
  link: 'Which sensors work, and how to mount one',
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
} as const;
