import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import { scale } from '../../../src/lib/core/signal/vector';
import { Attachment } from '../../../src/lib/core/sled/attachment';
import { reversed, type Rail } from '../../../src/lib/core/sled/rail';
import { LOOKAHEAD_STEPS } from '../../../src/lib/core/sled/step-means';
import { simulate } from '../../../src/lib/core/simulate';
import { Random } from '../../../src/lib/core/simulate/random';
import {
  angle_deg,
  anyMounting,
  forceOf,
  GRAVITY_MPS2,
  Path,
  railAt,
  type Mounting,
} from '../path';
import { grownFrom, turned, type Grown } from '../steps';

const SET = new Path().rest(3).reps(4).rest(3);
const INCLINE_DEG = 35;
const UNTURNED: Mounting = (world) => world;

function pressed(random: Random, mounting = UNTURNED, incline_deg = INCLINE_DEG): Vector3[] {
  return forceOf(SET, railAt(incline_deg), mounting, { random, sd_mps2: 0.02 });
}

/** What an attachment said at every step, to one who takes every rail that is news. */
interface Said {
  rail: Rail | null;
  hasTurned: boolean;
  isHeld: boolean;
}

function followed({ means }: Grown, first = 0): Said[] {
  const attachment = new Attachment(means, first);
  const said: Said[] = [];
  let known: Rail | null = null;
  for (let step = first; step + LOOKAHEAD_STEPS < means.length; step++) {
    attachment.take(step);
    const hasTurned = attachment.hasTurned(step);
    known = attachment.newRail(known) ?? known;
    said.push({ rail: known, hasTurned, isHeld: known !== null && attachment.isHeld(step, known) });
  }
  return said;
}

function railAtEnd(said: readonly Said[]): Rail {
  const rail = said.at(-1)?.rail;
  if (!rail) throw new Error(`No rail after ${said.length} steps.`);
  return rail;
}

const stepAt = (t_s: number) => Math.round(t_s / (10 * GRID_STEP_S));

describe('the rail', () => {
  it.each([0, 20, 35, 70])(
    'is found where the sled slides, %i° up, however the sensor sits',
    (incline_deg) => {
      for (let seed = 0; seed < 4; seed++) {
        const random = new Random(seed);
        const mounting = anyMounting(random);
        const {
          axis,
          rest_mps2,
          incline_deg: found_deg,
        } = railAtEnd(followed(grownFrom({ force: pressed(random, mounting, incline_deg) })));
        const off_deg = angle_deg(axis, mounting(railAt(incline_deg)));
        expect(incline_deg === 0 ? Math.min(off_deg, 180 - off_deg) : off_deg).toBeLessThan(1.5);
        expect(angle_deg(rest_mps2, mounting([0, 0, 1]))).toBeLessThan(0.3);
        expect(Math.abs(found_deg - incline_deg)).toBeLessThan(1.5);
      }
    },
  );

  it('is not known before anything moved, and soon after', () => {
    const said = followed(grownFrom({ force: pressed(new Random(1)) }));
    expect(said.slice(0, stepAt(2.5)).every(({ rail }) => rail === null)).toBe(true);
    expect(said[stepAt(8)].rail).not.toBeNull();
  });

  it('is none in a sensor that lies still, nor in one that reads no gravity', () => {
    const random = new Random(2);
    const lying = forceOf(new Path().rest(30), railAt(0), UNTURNED, { random, sd_mps2: 0.02 });
    const weightless = pressed(random).map(([x, y, z]): Vector3 => [x, y, z - GRAVITY_MPS2]);
    for (const force of [lying, weightless]) {
      expect(followed(grownFrom({ force })).every(({ rail }) => rail === null)).toBe(true);
    }
  });

  it('is news once: to one who knows it there is none', () => {
    const { means } = grownFrom({ force: pressed(new Random(3)) });
    const attachment = new Attachment(means, 0);
    const news: Rail[] = [];
    for (let step = 0; step + LOOKAHEAD_STEPS < means.length; step++) {
      attachment.take(step);
      const found = attachment.newRail(news.at(-1) ?? null);
      if (!found) continue;
      expect(attachment.newRail(found)).toBeNull();
      news.push(found);
    }
    expect(news.length).toBeGreaterThan(0);
    expect(news.length).toBeLessThan(10);
  });

  it('on the level is no news for pointing the other way', () => {
    const { means } = grownFrom({ force: pressed(new Random(12), UNTURNED, 0) });
    const news = (kept: (found: Rail) => Rail) => {
      const attachment = new Attachment(means, 0);
      let [known, count]: [Rail | null, number] = [null, 0];
      for (let step = 0; step + LOOKAHEAD_STEPS < means.length; step++) {
        attachment.take(step);
        const found = attachment.newRail(known);
        if (!found) continue;
        known = kept(found);
        count++;
      }
      return count;
    };
    expect(news(reversed)).toBe(news((found) => found));
  });

  it('turns with the sensor', () => {
    const random = new Random(4);
    const force = pressed(random);
    const plain = railAtEnd(followed(grownFrom({ force })));
    const mounting = anyMounting(random);
    const rail = railAtEnd(followed(grownFrom({ force: force.map(mounting) })));
    expect(angle_deg(rail.axis, mounting(plain.axis))).toBeLessThan(0.01);
    expect(rail.incline_deg).toBeCloseTo(plain.incline_deg, 3);
  });

  it('is not turned by a knock in the middle of a set', () => {
    const force = pressed(new Random(5));
    const knocked = force.map((one, i): Vector3 => i >= 1000 && i < 1004 ? [one[0], one[1] + (i < 1002 ? 60 : -60), one[2]] : one); // prettier-ignore
    const [plain, after] = [force, knocked].map((read) => railAtEnd(followed(grownFrom({ force: read })))); // prettier-ignore
    expect(angle_deg(after.axis, plain.axis)).toBeLessThan(1.5);
  });

  it('takes the stillest second for rest, wherever it is', () => {
    const random = new Random(6);
    const shaking = Array.from({ length: 300 }, (): Vector3 => [0.4 * random.normal(), 0.4 * random.normal(), GRAVITY_MPS2 + 0.4 * random.normal()]); // prettier-ignore
    const { rest_mps2 } = railAtEnd(
      followed(grownFrom({ force: [...shaking, ...pressed(random)] })),
    );
    expect(angle_deg(rest_mps2, [0, 0, 1])).toBeLessThan(0.3);
    expect(Math.abs(rest_mps2[2] - GRAVITY_MPS2)).toBeLessThan(0.03);
  });
});

it('what was said never changes, whatever comes later', () => {
  const force = pressed(new Random(7));
  const whole = followed(grownFrom({ force }));
  for (const cells of [200, 555, 1700]) {
    const early = followed(grownFrom({ force: force.slice(0, cells) }));
    expect(early.length).toBeGreaterThan(0);
    expect(whole.slice(0, early.length)).toEqual(early);
  }
});

it('what lies before the first step is not seen', () => {
  const random = new Random(8);
  const carried = pressed(random, anyMounting(random));
  const set = pressed(random);
  const first = Math.ceil(carried.length / 10);
  const alone = railAtEnd(followed(grownFrom({ force: set })));
  const after = railAtEnd(followed(grownFrom({ force: [...carried, ...set] }), first));
  expect(angle_deg(after.axis, alone.axis)).toBeLessThan(0.5);
  expect(angle_deg(after.rest_mps2, alone.rest_mps2)).toBeLessThan(0.3);
});

describe('a hand', () => {
  it.each([1, 2, 3])('is not seen in a set, quick or slow, seed %i', (seed) => {
    for (const path of [SET, new Path().rest(2).reps(6, 0.4, 1, 0.7, 0.3).rest(2)]) {
      const random = new Random(seed);
      const force = forceOf(path, railAt(INCLINE_DEG), anyMounting(random), { random, sd_mps2: 0.05 }); // prettier-ignore
      const said = followed(grownFrom({ force }));
      expect(said.some(({ hasTurned }) => hasTurned)).toBe(false);
      expect(said.some(({ isHeld }) => isHeld)).toBe(false);
    }
  });

  it.each([1, 2, 3])('is not seen in a simulated set with its vibration, seed %i', (seed) => {
    const { recording } = simulate({
      seed,
      set: { reps: 4, carriedBefore_s: 0, carriedAfter_s: 0 },
    });
    const force = Array.from(recording.accel_mps2.x, (x, i): Vector3 => [x, recording.accel_mps2.y[i], recording.accel_mps2.z[i]]); // prettier-ignore
    expect(followed(grownFrom({ force })).filter(({ hasTurned }) => hasTurned)).toEqual([]);
  });

  it.each([20, 45, 90, 180])('that turns the sensor by %i° is seen within 2 s', (turn_deg) => {
    const set = pressed(new Random(9));
    const end = set.slice(-100);
    const inHand = [...end, ...end, ...end, ...end].map((force, i) =>
      turned(force, [0, 1, 0.3], ((turn_deg * Math.PI) / 180) * Math.min(1, i / 100)),
    );
    const said = followed(grownFrom({ force: [...set, ...inHand] }));
    const seen = said.findIndex(({ hasTurned }) => hasTurned);
    expect(seen).toBeGreaterThan(stepAt(SET.end_s) - 1);
    expect(seen).toBeLessThan(stepAt(SET.end_s + 3));
  });

  it('that shoves the sled across the rail is seen where it does', () => {
    const lateral: Vector3 = [0, 1, 0];
    const from = 1200;
    const shoved = pressed(new Random(10)).map(([x, y, z], i): Vector3 => {
      const [dx, dy, dz] = scale(lateral, i >= from && i < from + 60 ? 3 : 0);
      return [x + dx, y + dy, z + dz];
    });
    const said = followed(grownFrom({ force: shoved }));
    const held = said.flatMap(({ isHeld }, step) => (isHeld ? [step] : []));
    expect(held.length).toBeGreaterThan(3);
    for (const step of held) expect(Math.abs(step - from / 10 - 3)).toBeLessThanOrEqual(5);
  });

  it('is not seen before a second of rest was', () => {
    const { means } = grownFrom({ force: pressed(new Random(11)) });
    const attachment = new Attachment(means, 0);
    attachment.take(0);
    expect(attachment.hasTurned(0)).toBe(false);
    expect(attachment.newRail(null)).toBeNull();
  });
});
