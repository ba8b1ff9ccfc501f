import { preferences, type MassUnit } from '$lib/locale/preferences';
import { figure, shownLength, shownMass, UNKNOWN, withDecimalSign } from '$lib/locale/units';
import { dateFormat } from './date-format';
import { unitWords } from './words/units';

/*
 * Numbers and dates as people read them, in the units and with the decimal sign they chose. One place, so that
 * a figure looks the same everywhere.
 */

export { UNKNOWN };

/** How the unit of depth and travel is written: "cm" or "in". */
export const travelUnit = unitWords[preferences.length];

/** How the unit of loads is written: "kg" or "lb". */
export const massUnit = unitWords[preferences.mass];

/** "3.2"; seconds to `digits` places. */
export function seconds(value_s: number | null | undefined, digits = 1): string {
  return fixed(value_s, digits);
}

/** "39.9" or "15.7"; a depth or travel in the person's unit, to one place. */
export function travel(value_m: number | null | undefined): string {
  return fixed(inUnit(value_m), 1);
}

/** "40" or "15.7"; a travel as exact as it is read at a glance: whole centimetres, inches to one place. */
export function roughTravel(value_m: number | null | undefined): string {
  return fixed(inUnit(value_m), roughDigits);
}

/** "±0.4"; the uncertainty of a travel beside `travel`. */
export function travelPlusMinus(sd_m: number): string {
  return plusMinus(shownLength(sd_m), 1);
}

/** "±1" or "±0.4"; the uncertainty of a travel beside `roughTravel`. */
export function roughTravelPlusMinus(sd_m: number): string {
  return plusMinus(shownLength(sd_m), roughDigits);
}

/** "82.25", "180"; a load in the unit it was typed in, or in the person's, to two places at most. */
export function mass(value_kg: number, unit: MassUnit = preferences.mass): string {
  return withDecimalSign(String(Number(shownMass(value_kg, unit).toFixed(2))));
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
  return `${withDecimalSign(String(Number(value_Hz.toFixed(value_Hz < 20 ? 1 : 0))))} Hz`;
}

/** "12 %", from a share of one. */
export function percent(share: number): string {
  return `${fixed(share * 100, 0)} %`;
}

/** "12.4 MB", "0.3 MB", "1.2 GB"; so much of a disk. */
export function diskSpace(bytes: number): string {
  const megabytes = bytes / 1e6;
  return megabytes < 1000 ? `${fixed(megabytes, 1)} MB` : `${fixed(megabytes / 1000, 1)} GB`;
}

/** "±0.04", with a digit more rather than "±0.00". */
export function plusMinus(sd: number, digits = 2): string {
  const isLost = Number(sd.toFixed(digits)) === 0;
  return `±${fixed(sd, isLost ? digits + 1 : digits)}`;
}

/** "2.9–3.5". */
export function span(low: number, high: number, digits = 1): string {
  const [from, to] = [fixed(low, digits), fixed(high, digits)];
  return from === to ? from : `${from}–${to}`;
}

/** "3–4", "0.5–1": a band of seconds as it was asked, with no more places than it needs. */
export function askedSpan(low_s: number, high_s: number): string {
  const read = (value_s: number) => withDecimalSign(String(Number(value_s.toFixed(2))));
  return low_s === high_s ? read(low_s) : `${read(low_s)}–${read(high_s)}`;
}

/** "37–43": two travels, as exact as they are read at a glance. */
export function roughTravelSpan(low_m: number, high_m: number): string {
  const [from, to] = [roughTravel(low_m), roughTravel(high_m)];
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

/** "Fri 20 Nov 2026, 18:12", in the viewer's time and language. */
export function dateTime(iso: string): string {
  return `${day(iso)}, ${timeOfDay(iso)}`;
}

/** "Fri 20 Nov 2026". */
export function day(iso: string): string {
  const date = new Date(iso);
  return `${weekday(date)} ${dayOfYear(date)}`;
}

/** "18:12". */
export function timeOfDay(iso: string): string {
  return hourAndMinute(new Date(iso));
}

const weekday = dateFormat({ weekday: 'short' });
const dayOfYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const hourAndMinute = dateFormat({ hour: '2-digit', minute: '2-digit' });

const roughDigits = preferences.length === 'cm' ? 0 : 1;

function inUnit(value_m: number | null | undefined): number | null {
  return value_m === null || value_m === undefined ? null : shownLength(value_m);
}

function fixed(value: number | null | undefined, digits: number): string {
  return value === null || value === undefined ? UNKNOWN : figure(value, digits);
}
