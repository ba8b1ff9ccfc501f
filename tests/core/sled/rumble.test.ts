import { describe, expect, it } from 'vitest';
import { Rumble } from '../../../src/lib/core/sled/rumble';
import { Random } from '../../../src/lib/core/simulate/random';

const SAMPLES = 10;
const STILL_M2PS4 = 1e-4;
/** Rolling adds so much to the roughness for every (m/s)². */
const GROWTH = 0.05;

/** Roughness of a step as the mean square of as many samples on three axes. */
function rough(random: Random, speed_mps: number): number {
  let sum = 0;
  for (let i = 0; i < 3 * SAMPLES; i++) sum += random.normal() ** 2;
  return ((STILL_M2PS4 + GROWTH * speed_mps ** 2) * sum) / (3 * SAMPLES);
}

/** One that has learned from `reps` reps: holds, and strokes at their speed. */
function learned(reps = 5, seed = 1): Rumble {
  const random = new Random(seed);
  const rumble = new Rumble();
  for (let rep = 0; rep < reps; rep++) {
    for (let i = 0; i < 20; i++) rumble.learn(rough(random, 0), null);
    for (const speed_mps of [-0.15, 0.3]) {
      for (let i = 0; i < 20; i++) rumble.learn(rough(random, speed_mps), speed_mps);
    }
  }
  return rumble;
}

/** The mean favour of steps felt at one speed and read at another. */
function favour(rumble: Rumble, felt_mps: number, read_mps: number): number {
  const random = new Random(2);
  let sum = 0;
  for (let i = 0; i < 200; i++)
    sum += rumble.favour(rough(random, felt_mps), SAMPLES, read_mps ** 2);
  return sum / 200;
}

describe('what rolling tells of motion', () => {
  it('speaks for motion where it is felt, and for rest where it is not', () => {
    const rumble = learned();
    expect(favour(rumble, 0.15, 0.15)).toBeGreaterThan(0.3);
    expect(favour(rumble, 0, 0.15)).toBeLessThan(-0.3);
  });

  it('grows with the roughness of a step', () => {
    const rumble = learned();
    let before = -Infinity;
    for (let times = 0.2; times < 50; times *= 1.3) {
      const nats = rumble.favour(times * STILL_M2PS4, SAMPLES, 0.04);
      expect(nats).toBeGreaterThanOrEqual(before);
      before = nats;
    }
  });

  it('never says much, whatever it feels', () => {
    const rumble = learned();
    for (const roughness of [0, 1e-12, 1, 1e9]) {
      for (const square of [0, 1e-6, 0.1, 100]) {
        expect(Math.abs(rumble.favour(roughness, SAMPLES, square))).toBeLessThanOrEqual(2);
      }
    }
  });

  it.each<[string, Rumble, number, number]>([
    ['before it has learned', new Rumble(), SAMPLES, 0.04],
    ['before it has felt rolling', learnedStill(), SAMPLES, 0.04],
    ['of a step without samples', learned(), 0, 0.04],
    ['between rest and no speed at all', learned(), SAMPLES, 0],
  ])('says nothing %s', (_, rumble, samples, square) => {
    expect(Math.abs(rumble.favour(50 * STILL_M2PS4, samples, square))).toBe(0);
  });
});

function learnedStill(): Rumble {
  const random = new Random(3);
  const rumble = new Rumble();
  for (let i = 0; i < 50; i++) rumble.learn(rough(random, 0), null);
  return rumble;
}

describe('learning', () => {
  it('is of medians: a knock in a hold or in a stroke changes next to nothing', () => {
    const [plain, knocked] = [learned(), learned()];
    knocked.learn(1e6, null);
    knocked.learn(1e6, 0.3);
    for (const felt_mps of [0, 0.15]) {
      expect(Math.abs(favour(knocked, felt_mps, 0.15) - favour(plain, felt_mps, 0.15))).toBeLessThan(0.2); // prettier-ignore
    }
  });

  it('does not care which way the sled rolls', () => {
    const [down, up] = [-1, 1].map((way) => {
      const rumble = learnedStill();
      const random = new Random(4);
      for (let i = 0; i < 30; i++) rumble.learn(rough(random, 0.2), way * 0.2);
      return rumble;
    });
    expect(favour(down, 0.2, 0.2)).toBe(favour(up, 0.2, 0.2));
  });

  it('is of proportions: a sensor twice as rough in all tells the same', () => {
    const doubled = new Rumble();
    const random = new Random(1);
    for (let rep = 0; rep < 5; rep++) {
      for (let i = 0; i < 20; i++) doubled.learn(4 * rough(random, 0), null);
      for (const speed_mps of [-0.15, 0.3]) {
        for (let i = 0; i < 20; i++) doubled.learn(4 * rough(random, speed_mps), speed_mps);
      }
    }
    for (const times of [0.5, 2, 8]) {
      expect(doubled.favour(4 * times * STILL_M2PS4, SAMPLES, 0.02)).toBeCloseTo(
        learned().favour(times * STILL_M2PS4, SAMPLES, 0.02),
        9,
      );
    }
  });

  it('of a clone is its own', () => {
    const rumble = learned();
    const before = favour(rumble, 0.15, 0.15);
    const clone = rumble.clone();
    expect(favour(clone, 0.15, 0.15)).toBe(before);
    for (let i = 0; i < 40; i++) clone.learn(1, null);
    expect(favour(clone, 0.15, 0.15)).not.toBe(before);
    expect(favour(rumble, 0.15, 0.15)).toBe(before);
  });
});
