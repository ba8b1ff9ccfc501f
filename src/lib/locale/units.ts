import { preferences, type DecimalSign, type LengthUnit, type MassUnit } from './preferences';

const M_PER: Record<LengthUnit, number> = { cm: 0.01, in: 0.0254 };
const KG_PER: Record<MassUnit, number> = { kg: 1, lb: 0.453_592_37 };

/** A length in the unit the person reads. */
export function shownLength(value_m: number, unit: LengthUnit = preferences.length): number {
  return value_m / M_PER[unit];
}

/** The metres of a length as the person typed it. */
export function typedLength_m(typed: number, unit: LengthUnit = preferences.length): number {
  return typed * M_PER[unit];
}

/** A mass in the unit given: the one it was typed in, or the one the person reads. */
export function shownMass(value_kg: number, unit: MassUnit = preferences.mass): number {
  return value_kg / KG_PER[unit];
}

/** The kilograms of a mass as the person typed it. */
export function typedMass_kg(typed: number, unit: MassUnit = preferences.mass): number {
  return typed * KG_PER[unit];
}

/** What stands where a figure is unknown. */
export const UNKNOWN = '–';

/** "−0.43": a number to so many places, as people read it; a dash for none. */
export function figure(
  value: number,
  digits: number,
  sign: DecimalSign = preferences.decimal,
): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  const text = withDecimalSign(Math.abs(value).toFixed(digits), sign);
  return value < 0 && Number(value.toFixed(digits)) !== 0 ? `−${text}` : text;
}

/** A text's numbers with the decimal sign the person reads. */
export function withDecimalSign(text: string, sign: DecimalSign = preferences.decimal): string {
  return sign === '.' ? text : text.replaceAll('.', sign);
}

/** The number a person typed, with point or comma; null where it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^[-+−]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain.replace('−', '-')) : null;
}
