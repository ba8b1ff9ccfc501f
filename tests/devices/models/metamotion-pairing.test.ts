import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '$lib/core/recording';
import { Pairing, type Burst } from '$lib/devices/models/metamotion-pairing';
import type { Reading } from '$lib/devices/models/model';

/** Three measurements that say which they are, in x; y is 1 in specific force, 2 in angular rate. */
function burst(kind: Burst['kind'], number: number): Burst {
  const y = kind === 'accel' ? 1 : 2;
  return { kind, vectors: [0, 1, 2].map((i): Vector3 => [3 * number + i, y, 0]) };
}

/** Bursts from a word per burst: a0 is the first of specific force, g0 its angular rate. */
function bursts(words: string): Burst[] {
  return words
    .split(' ')
    .map((word) => burst(word[0] === 'a' ? 'accel' : 'gyro', Number(word.slice(1))));
}

function turns(from: number, to: number, order: 'ag' | 'ga' = 'ag'): string {
  const numbers = Array.from({ length: to - from }, (_, i) => from + i);
  return numbers.map((n) => `${order[0]}${n} ${order[1]}${n}`).join(' ');
}

function paired(words: string): Reading[] {
  const pairing = new Pairing();
  return bursts(words).flatMap((each) => pairing.add(each));
}

/** One word per three readings: 5 paired, 5- without its angular rate, ? lost but counted, 5!4 wrongly paired. */
function told(readings: readonly Reading[]): string {
  const words: string[] = [];
  for (let i = 0; i < readings.length; i += 3) {
    const { accel_mps2, gyro_dps, repeated } = readings[i];
    const number = accel_mps2[0] / 3;
    if (repeated) words.push('?');
    else if (!gyro_dps) words.push(`${number}-`);
    else words.push(gyro_dps[0] === accel_mps2[0] ? `${number}` : `${number}!${gyro_dps[0] / 3}`);
  }
  return words.join(' ');
}

describe('the pairing of specific force and angular rate', () => {
  it('joins bursts that take turns, whichever comes first, measurement by measurement', () => {
    expect(paired('a0 g0')).toEqual([
      { accel_mps2: [0, 1, 0], gyro_dps: [0, 2, 0] },
      { accel_mps2: [1, 1, 0], gyro_dps: [1, 2, 0] },
      { accel_mps2: [2, 1, 0], gyro_dps: [2, 2, 0] },
    ]);
    expect(told(paired(turns(0, 4)))).toBe('0 1 2 3');
    expect(told(paired(turns(0, 4, 'ga')))).toBe('0 1 2 3');
  });

  it('keeps specific force whose angular rate was lost', () => {
    expect(told(paired(`${turns(0, 3)} a3 ${turns(4, 6)}`))).toBe('0 1 2 3- 4 5');
  });

  it('waits for the gyroscope, which wakes later', () => {
    expect(told(paired(`a0 a1 ${turns(2, 5)}`))).toBe('0- 1- 2 3 4');
  });

  it('counts the instants of specific force that was lost, and pairs the next rightly at once', () => {
    expect(told(paired(`${turns(0, 12)} g12 ${turns(13, 15)}`))).toBe(
      '0 1 2 3 4 5 6 7 8 9 10 11 ? 13 14',
    );
    expect(told(paired(`${turns(0, 12, 'ga')} g12 ${turns(13, 15, 'ga')}`))).toBe(
      '0 1 2 3 4 5 6 7 8 9 10 11 ? 13 14',
    );
  });

  it('gives lost instants finite values and says that they are lost', () => {
    const lost = paired(`${turns(0, 12)} g12 a13 g13`).slice(36, 39);
    expect(lost).toEqual(Array(3).fill({ accel_mps2: [35, 1, 0], repeated: true }));
  });

  it('counts nothing before the first specific force', () => {
    expect(told(paired(`g0 g1 ${turns(2, 4, 'ga')}`))).toBe('2 3');
  });

  it('follows two bursts that change places now and then, and loses none', () => {
    expect(told(paired(`${turns(0, 12)} g12 a12 ${turns(13, 15)} g15 a15 a16 g16`))).toBe(
      '0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16',
    );
  });

  it('stands several losses running', () => {
    expect(told(paired(`${turns(0, 12)} a12 a13 ${turns(14, 16)}`))).toMatch(/12- 13- 14 15$/);
    expect(told(paired(`${turns(0, 12)} g12 g13 ${turns(14, 16)}`))).toMatch(/11 \? \? 14 15$/);
    expect(told(paired(`${turns(0, 12)} ${turns(20, 23)}`))).toMatch(/11 20 21 22$/);
  });

  it('after any one loss is in step again with the next pair, and has counted every instant', () => {
    const order = fc.constantFrom('ag' as const, 'ga' as const);
    const loss = fc.record({
      order,
      pair: fc.integer({ min: 11, max: 30 }),
      half: fc.nat({ max: 1 }),
    });
    fc.assert(
      fc.property(loss, ({ order, pair, half }) => {
        const words = turns(0, 40, order).split(' ');
        words.splice(2 * pair + half, 1);
        const expected = Array.from({ length: 40 }, (_, i) => `${i}`);
        expected[pair] = order[half] === 'g' ? `${pair}-` : '?';
        expect(told(paired(words.join(' ')))).toBe(expected.join(' '));
      }),
    );
  });

  it('never stays shifted, however many are lost: 40 undisturbed pairs later all is right', () => {
    const disturbed = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(disturbed, (kept) => {
        const rough = turns(12, 42)
          .split(' ')
          .filter((_, i) => kept[i]);
        const words = [turns(0, 12), ...rough, turns(42, 100)].join(' ');
        const readings = paired(words);
        expect(told(readings.slice(-3 * 18))).toBe(
          Array.from({ length: 18 }, (_, i) => `${82 + i}`).join(' '),
        );
      }),
    );
  });
});
