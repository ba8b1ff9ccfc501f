import { describe, expect, it } from 'vitest';
import { chosen } from '../locale/chosen';
import {
  clock,
  dateTime,
  degrees,
  diskSpace,
  hertz,
  mass,
  metresPerSecond,
  percent,
  plusMinus,
  roughTravel,
  roughTravelPlusMinus,
  seconds,
  span,
  travel,
  travelPlusMinus,
} from '$lib/ui/format';

describe('numbers as people read them', () => {
  it.each([
    [seconds(3.249), '3.2'],
    [diskSpace(320_000), '0.3 MB'],
    [diskSpace(12_440_000), '12.4 MB'],
    [diskSpace(1_200_000_000), '1.2 GB'],
    [seconds(null), '–'],
    [seconds(NaN), '–'],
    [seconds(3.249, 2), '3.25'],
    [travel(0.3994), '39.9'],
    [travel(undefined), '–'],
    [travel(-0.05), '−5.0'],
    [travel(-0.0001), '0.0'],
    [travelPlusMinus(0.0042), '±0.4'],
    [roughTravel(0.3994), '40'],
    [roughTravelPlusMinus(0.0142), '±1'],
    [mass(82.25), '82.25'],
    [mass(80), '80'],
    [mass(81.6466266, 'lb'), '180'],
    [metresPerSecond(0.427), '0.43'],
    [degrees(44.62), '44.6°'],
    [hertz(99.98), '100 Hz'],
    [hertz(12.5), '12.5 Hz'],
    [percent(0.0312), '3 %'],
    [plusMinus(0.042), '±0.04'],
    [plusMinus(0.0041), '±0.004'],
    [span(2.91, 3.52), '2.9–3.5'],
    [span(2.91, 2.93), '2.9'],
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

describe('with a comma', () => {
  it('every figure wears it', async () => {
    const format = await chosen({ decimal: ',' }, () => import('$lib/ui/format'));
    expect([
      format.seconds(3.249),
      format.seconds(null),
      format.travel(-0.05),
      format.metresPerSecond(0.427),
      format.degrees(44.62),
      format.hertz(12.5),
      format.plusMinus(0.0041),
      format.span(2.91, 3.52),
      format.mass(82.25),
      format.percent(0.0312),
      format.clock(47.9),
    ]).toEqual([
      '3,2',
      '–',
      '−5,0',
      '0,43',
      '44,6°',
      '12,5 Hz',
      '±0,004',
      '2,9–3,5',
      '82,25',
      '3 %',
      '0:47',
    ]);
  });
});

describe('in inches and pounds', () => {
  it('travels have one place, at a glance too', async () => {
    const format = await chosen({ length: 'in', mass: 'lb' }, () => import('$lib/ui/format'));
    expect(format.travelUnit).toBe('in');
    expect(format.travel(0.4)).toBe('15.7');
    expect(format.roughTravel(0.4)).toBe('15.7');
    expect(format.travelPlusMinus(0.004)).toBe('±0.2');
    expect(format.roughTravelPlusMinus(0.01)).toBe('±0.4');
    expect(format.massUnit).toBe('lb');
    expect(format.mass(81.6466266)).toBe('180');
  });
});

describe('in German', () => {
  it('dates are German, and the inch has a name', async () => {
    const format = await chosen({ language: 'de', length: 'in' }, () => import('$lib/ui/format'));
    expect(format.dateTime(new Date(2026, 10, 20, 18, 12).toISOString())).toBe(
      'Fr 20. Nov. 2026, 18:12',
    );
    expect(format.travelUnit).toBe('Zoll');
  });
});
