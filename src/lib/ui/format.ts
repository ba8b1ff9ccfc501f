/** Numbers and dates as people read them. One place, so that a figure looks the same everywhere. */

/** What stands where a figure is unknown. */
export const UNKNOWN = '–';

const MINUS = '−';

/** "3.2"; seconds to `digits` places. */
export function seconds(value_s: number | null | undefined, digits = 1): string {
  return fixed(value_s, digits);
}

/** "39.9"; metres told in centimetres to one place. */
export function centimetres(value_m: number | null | undefined, digits = 1): string {
  return fixed(value_m === null || value_m === undefined ? value_m : value_m * 100, digits);
}

/** "0.43"; metres per second. */
export function metresPerSecond(value_mps: number | null | undefined): string {
  return fixed(value_mps, 2);
}

/** "44.6°". */
export function degrees(value_deg: number): string {
  return `${fixed(value_deg, 1)}°`;
}

/** "100 Hz", "12.5 Hz". */
export function hertz(value_Hz: number): string {
  return `${Number(value_Hz.toFixed(value_Hz < 20 ? 1 : 0))} Hz`;
}

/** "12 %", from a share of one. */
export function percent(share: number): string {
  return `${fixed(share * 100, 0)} %`;
}

/** "±0.04", with a digit more rather than "±0.00". */
export function plusMinus(sd: number, digits = 2): string {
  const text = fixed(sd, digits);
  return `±${Number(text) === 0 ? fixed(sd, digits + 1) : text}`;
}

/** "2.9–3.5". */
export function span(low: number, high: number, digits = 1): string {
  const [from, to] = [fixed(low, digits), fixed(high, digits)];
  return from === to ? from : `${from}–${to}`;
}

/** "0:47", "12:05", "1:02:03": running time, cut to the second. */
export function clock(value_s: number): string {
  const whole = Math.max(0, Math.floor(value_s));
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  const tail = String(rest).padStart(2, '0');
  if (hours === 0) return `${minutes}:${tail}`;
  return `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}

/** "1 rep", "7 reps". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "Fri 20 Nov 2026, 18:12", in the viewer's time. */
export function dateTime(iso: string): string {
  const date = new Date(iso);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', options).format(date);
  const day = part({ weekday: 'short' });
  const rest = part({ day: 'numeric', month: 'short', year: 'numeric' });
  return `${day} ${rest}, ${part({ hour: '2-digit', minute: '2-digit' })}`;
}

function fixed(value: number | null | undefined, digits: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return UNKNOWN;
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}
