import { describe, expect, it } from 'vitest';
import {
  centimetres,
  clock,
  counted,
  dateTime,
  degrees,
  hertz,
  metresPerSecond,
  percent,
  plusMinus,
  seconds,
  span,
} from '$lib/ui/format';

describe('numbers as people read them', () => {
  it.each([
    [seconds(3.249), '3.2'],
    [seconds(null), '–'],
    [seconds(NaN), '–'],
    [seconds(3.249, 2), '3.25'],
    [centimetres(0.3994), '39.9'],
    [centimetres(undefined), '–'],
    [centimetres(-0.05), '−5.0'],
    [centimetres(-0.0001), '0.0'],
    [metresPerSecond(0.427), '0.43'],
    [degrees(44.62), '44.6°'],
    [hertz(99.98), '100 Hz'],
    [hertz(12.5), '12.5 Hz'],
    [percent(0.0312), '3 %'],
    [plusMinus(0.042), '±0.04'],
    [plusMinus(0.0041), '±0.004'],
    [span(2.91, 3.52), '2.9–3.5'],
    [span(2.91, 2.93), '2.9'],
    [counted(1, 'rep'), '1 rep'],
    [counted(0, 'rep'), '0 reps'],
    [clock(47.9), '0:47'],
    [clock(725), '12:05'],
    [clock(3723), '1:02:03'],
    [clock(-1), '0:00'],
  ])('%s is %s', (text, expected) => expect(text).toBe(expected));

  it('tells date and time in the viewer’s zone', () => {
    const local = new Date(2026, 10, 20, 18, 12);
    expect(dateTime(local.toISOString())).toBe('Fri 20 Nov 2026, 18:12');
  });
});
