import { GRAVITY_MPS2 } from '../gravity';

/** What a column holds: a time, an axis of a sensor, or acceleration with gravity taken out (`linear`). */
export type Quantity = 'time' | 'accel' | 'gyro' | 'linear';

export interface Unit {
  /** As people write it. */
  label: string;
  /** To s, m/s² or °/s: what a value is multiplied by, or for times divided by. */
  factor: number;
}

/** What a column's name says by itself. */
export interface Column {
  /** As in the file. */
  name: string;
  index: number;
  quantity: Quantity | null;
  /** 0, 1, 2 for x, y, z. */
  axis: number | null;
  /** Null where the name does not carry one. */
  unit: Unit | null;
}

const DEGREES_PER_RADIAN = 180 / Math.PI;

/** Units of time; values are divided by the factor, so that whole milliseconds become the nearest double of a second. */
const TIME_UNITS = spelled([
  ['s', 1, ['s', 'sec', 'secs', 'second', 'seconds']],
  ['ms', 1e3, ['ms', 'msec', 'millis', 'milliseconds']],
  ['µs', 1e6, ['us', 'usec', 'micros', 'microseconds']],
  ['ns', 1e9, ['ns', 'nsec', 'nanos', 'nanoseconds']],
]);
const ACCEL_UNITS = spelled([
  ['m/s²', 1, ['m/s2', 'm/s/s', 'mps2', 'ms2', 'ms-2', 'm s-2', 'm.s-2', 'm_s2', 'mpss']],
  ['g', GRAVITY_MPS2, ['g', 'gs', 'gee']],
  ['mg', GRAVITY_MPS2 / 1000, ['mg', 'millig']],
]);
const GYRO_UNITS = spelled([
  ['°/s', 1, ['deg/s', 'dps', 'degs', 'degps', 'deg_s', 'deg/sec', 'degree/s', 'degrees/s']],
  ['rad/s', DEGREES_PER_RADIAN, ['rad/s', 'rads', 'radps', 'rad_s', 'rad/sec', 'radians/s']],
  ['m°/s', 1e-3, ['mdps']],
]);

const UNITS: Record<Quantity, ReadonlyMap<string, Unit>> = {
  time: TIME_UNITS,
  accel: ACCEL_UNITS,
  linear: ACCEL_UNITS,
  gyro: GYRO_UNITS,
};

/** What precedes the axis in the names of real exports, spaces and punctuation taken out. */
const STEMS: Record<Exclude<Quantity, 'time'>, ReadonlySet<string>> = {
  linear: new Set([
    'linearacceleration',
    'linearaccelerometer',
    'linearaccel',
    'linearacc',
    'linaccel',
    'linacc',
    'useracceleration',
    'useraccel',
    'useracc',
    'freeacceleration',
    'freeacc',
    'motionuseracceleration',
    'accelerationwithoutgravity',
  ]),
  accel: new Set([
    'a',
    'acc',
    'accel',
    'acceleration',
    'accelerometer',
    'accelerometeracceleration',
    'totalacceleration',
    'rawacceleration',
    'accraw',
    '加速度',
  ]),
  gyro: new Set([
    'g',
    'gyr',
    'gyro',
    'gyroscope',
    'gyrorotation',
    'w',
    'omega',
    'as',
    'angularvelocity',
    'angularrate',
    'rotationrate',
    'angvel',
    '角速度',
  ]),
};
const TIMES = new Set([
  't',
  'time',
  'timestamp',
  'elapsed',
  'elapsedtime',
  'timeelapsed',
  'relativetime',
  'sensortimestamp',
  'epoch',
  'epoc',
  'chiptime',
  '时间',
  '片上时间',
]);

/** What the name of column `index` says of its content, without looking at any value. */
export function describeColumn(name: string, index: number): Column {
  const { base, unitText } = splitUnit(name);
  const stem = base.toLowerCase().replace(/[\s_.-]/g, '');
  const nothing: Column = { name, index, quantity: null, axis: null, unit: null };
  if (TIMES.has(stem)) {
    return { ...nothing, quantity: 'time', unit: unitNamed('time', unitText) };
  }
  const named = /^(.*?)([xyz])$/.exec(stem) ?? reversed(/^([xyz])(.*)$/.exec(stem));
  if (!named) return nothing;
  const [, sensor, letter] = named;
  const axis = 'xyz'.indexOf(letter);
  if (sensor === '' || sensor === 'axis') return { ...nothing, ...fromUnit(unitText), axis };
  for (const quantity of ['linear', 'accel', 'gyro'] as const) {
    if (STEMS[quantity].has(sensor)) {
      return { ...nothing, quantity, axis, unit: unitNamed(quantity, unitText) };
    }
  }
  return nothing;
}

/** The unit of that name, in the spellings of real files; null for a name unknown. */
export function unitNamed(quantity: Quantity, text: string): Unit | null {
  return UNITS[quantity].get(normalUnit(text)) ?? null;
}

/** Whether the text is a unit and nothing else, as in a second header row. */
export function isUnit(text: string): boolean {
  const bare = text.replace(/^[[(]|[\])]$/g, '');
  return Object.values(UNITS).some((units) => units.has(normalUnit(bare)));
}

/** A bare x, y or z: the unit tells the sensor. `G` is not taken for g: magnetometers write gauss so. */
function fromUnit(unitText: string): { quantity: Quantity | null; unit: Unit | null } {
  if (unitText === 'G') return { quantity: null, unit: null };
  for (const quantity of ['accel', 'gyro'] as const) {
    const unit = unitNamed(quantity, unitText);
    if (unit) return { quantity, unit };
  }
  return { quantity: null, unit: null };
}

/** `Acceleration x (m/s^2)` → `Acceleration x` and `m/s^2`; likewise in brackets, or after an underscore (`ax_mps2`). */
function splitUnit(name: string): { base: string; unitText: string } {
  const bracketed = /^(.*?)\s*[([]([^)\]]*)[)\]]\s*$/.exec(name);
  if (bracketed) return { base: bracketed[1], unitText: bracketed[2].trim() };
  // From the left, so that ax_m_s2 ends in m_s2 and not in s2.
  for (let at = name.indexOf('_'); at > 0; at = name.indexOf('_', at + 1)) {
    const unitText = name.slice(at + 1);
    if (isUnit(unitText)) return { base: name.slice(0, at), unitText };
  }
  return { base: name, unitText: '' };
}

function normalUnit(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[²]|\^\(?2\)?/g, '2')
    .replace(/[µμ]/g, 'u')
    .replace(/[°º]|¡ã/g, 'deg'); // ¡ã is the GB 2312 degree sign of Chinese exports, seen as Latin-1.
}

function reversed(match: RegExpExecArray | null): [string, string, string] | null {
  return match && [match[0], match[2], match[1]];
}

function spelled(rows: [label: string, factor: number, spellings: string[]][]) {
  return new Map<string, Unit>(
    rows.flatMap(([label, factor, spellings]) =>
      spellings.map((spelling): [string, Unit] => [spelling, { label, factor }]),
    ),
  );
}
