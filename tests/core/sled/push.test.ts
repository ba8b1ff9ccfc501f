import { describe, expect, it } from 'vitest';
import { STEP_S } from '../../../src/lib/core/signal/step-smoother';
import { Push } from '../../../src/lib/core/sled/push';
import { Random } from '../../../src/lib/core/simulate/random';
import { Path } from '../path';

interface End {
  edge: number;
  strength: number;
}

/** Where presses end in a velocity per edge, as one follows it step by step; an offset adds to what was gained alone. */
function endsIn(velocity_mps: readonly number[], offset_mps2 = 0, push = new Push()): End[] {
  return velocity_mps.flatMap((velocity, edge) => {
    const gained_mps = velocity - (velocity_mps[edge - 1] ?? velocity) + offset_mps2 * STEP_S;
    const strength = push.end(velocity, gained_mps);
    return strength > 0 ? [{ edge, strength }] : [];
  });
}

function velocitiesOf(path: Path): number[] {
  return Array.from({ length: Math.floor(path.end_s / STEP_S) }, (_, k) =>
    path.velocityAt(k * STEP_S),
  );
}

/** A set, and when its presses end. */
function set(reps: number, depth_m: number, lower_s: number, press_s: number) {
  const path = new Path().rest(2);
  const ends_s: number[] = [];
  for (let i = 0; i < reps; i++) {
    path.move(-depth_m, lower_s).rest(0.6).move(depth_m, press_s);
    ends_s.push(path.end_s);
    path.rest(1);
  }
  return { velocity_mps: velocitiesOf(path.rest(2)), ends_s };
}

const GUIDE = set(5, 0.4, 3, 1.5);

describe('the end of a press', () => {
  it.each([
    ['at a guide tempo', GUIDE],
    ['with explosive presses', set(5, 0.4, 2, 0.7)],
    ['in a short range', set(5, 0.18, 2, 1.2)],
    ['in slow motion', set(5, 0.4, 5, 3)],
  ])('is told once a rep, where it is, %s', (_, { velocity_mps, ends_s }) => {
    const ends = endsIn(velocity_mps);
    expect(ends).toHaveLength(ends_s.length);
    ends.forEach(({ edge, strength }, i) => {
      expect(Math.abs(edge * STEP_S - ends_s[i])).toBeLessThan(0.21);
      expect(strength).toBeGreaterThan(0.5);
    });
  });

  it('tells how far it reached, against the usual way and as far as that is known', () => {
    const push = new Push();
    const reaches = (path: Path, sd_mps = 0) => {
      const velocity_mps = velocitiesOf(path.rest(1));
      velocity_mps.forEach((velocity, edge) => {
        push.end(velocity, velocity - (velocity_mps[edge - 1] ?? 0), sd_mps);
      });
      return push.reach;
    };
    const rep = (press_m: number) => new Path().rest(1).move(-0.4, 3).rest(0.6).move(press_m, 1.5);
    expect(push.reach).toBe(1);
    expect(reaches(rep(0.4))).toBeCloseTo(1, 1);
    expect(reaches(rep(0.4))).toBeCloseTo(1, 1);
    expect(reaches(rep(0.2))).toBeCloseTo(0.5, 1);
    expect(reaches(rep(0.2), 0.05)).toBeGreaterThan(0.6);
    expect(reaches(rep(0.4))).toBeCloseTo(1, 1);
  });

  it('is told without a look ahead: what comes later changes nothing', () => {
    const all = endsIn(GUIDE.velocity_mps);
    for (const steps of [20, 80, 150]) {
      const early = endsIn(GUIDE.velocity_mps.slice(0, steps));
      expect(early).toEqual(all.filter(({ edge }) => edge < steps));
    }
  });

  it('is not moved by an offset', () => {
    const edges = (offset_mps2: number) =>
      endsIn(GUIDE.velocity_mps, offset_mps2).map(({ edge }) => edge);
    for (const offset_mps2 of [-0.02, 0.02]) expect(edges(offset_mps2)).toEqual(edges(0));
  });

  it('is told of touch-and-go too, where nothing rests between', () => {
    const path = new Path().rest(1);
    for (let i = 0; i < 4; i++) path.move(-0.4, 1.5).move(0.4, 1.2);
    expect(endsIn(velocitiesOf(path.rest(1)))).toHaveLength(4);
  });

  it.each([
    ['in rest', new Path().rest(20)],
    ['in lowering', new Path().rest(1).move(-0.4, 3).rest(1).move(-0.4, 2).rest(1)],
    ['in what only creeps up', new Path().rest(1).move(0.1, 5).rest(1)],
    ['in nothing', new Path()],
  ])('is none %s', (_, path) => {
    expect(endsIn(velocitiesOf(path))).toEqual([]);
  });

  it('is none in the sway after strong pushes', () => {
    const sway = Array.from({ length: 60 }, (_, k) => 0.06 * Math.max(0, Math.sin(k / 2)));
    const ends = endsIn([...GUIDE.velocity_mps, ...sway]);
    expect(ends).toHaveLength(GUIDE.ends_s.length);
  });

  it('is no stronger than 1, and never two steps of one push, however it shakes', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = new Random(seed);
      let v = 0;
      const velocity_mps = Array.from({ length: 500 }, () => (v = 0.8 * v + 0.2 * random.normal()));
      const ends = endsIn(velocity_mps);
      expect(ends.length).toBeGreaterThan(0);
      ends.forEach(({ edge, strength }, i) => {
        expect(strength).toBeGreaterThan(0);
        expect(strength).toBeLessThanOrEqual(1);
        expect(edge).toBeGreaterThan((ends[i - 1]?.edge ?? -1) + 1);
      });
    }
  });

  it('is weak where the push was, beside those before it', () => {
    const path = new Path().rest(1);
    for (const depth_m of [0.4, 0.4, 0.4, 0.15]) path.move(-depth_m, 2).rest(0.6).move(depth_m, 1).rest(1); // prettier-ignore
    const strengths = endsIn(velocitiesOf(path)).map(({ strength }) => strength);
    expect(strengths).toHaveLength(4);
    expect(strengths[3]).toBeLessThan(0.6);
    expect(strengths[2]).toBeGreaterThan(0.9);
  });

  it.each([45, 65, 75, 100, 130])('of a clone is its own, parted at step %i', (parting) => {
    const { velocity_mps } = GUIDE;
    const plain = endsIn(velocity_mps);
    const [push, ends]: [Push, End[]] = [new Push(), []];
    let going = push;
    velocity_mps.forEach((velocity, edge) => {
      if (edge === parting) {
        going = push.clone();
        for (let i = 0; i < 50; i++) push.end(3 * Math.sin(i), 1);
      }
      const strength = going.end(velocity, velocity - (velocity_mps[edge - 1] ?? velocity));
      if (strength > 0) ends.push({ edge, strength });
    });
    expect(ends).toEqual(plain);
  });
});

describe('a push of which only a part is seen', () => {
  const UNKNOWN_MPS = 0.2;
  const press = Array.from({ length: 12 }, (_, k) => 0.4 * Math.sin((Math.PI * k) / 11));
  const gainsOf = (velocity: readonly number[]) =>
    velocity.map((v, k) => v - (velocity[k - 1] ?? v));

  it('ends nowhere while its velocity is not known, and once it is, told when it was fastest', () => {
    const push = new Push();
    push.lose();
    const gains = gainsOf(press);
    // Its velocity is taken to be 0.3 m/s less than it is.
    press.forEach((v, k) => expect(push.end(v - 0.3, gains[k], UNKNOWN_MPS)).toBe(0));
    for (let k = 0; k < 3; k++) expect(push.end(-0.3, 0, UNKNOWN_MPS)).toBe(0);
    expect(push.end(0, 0, 0.01)).toBeGreaterThan(0.5);
    // Fastest at step 6 of 12, and 3 steps later.
    expect(Math.abs(push.fastestAgo - (3 + 5))).toBeLessThanOrEqual(1);
    expect(push.reach).toBe(1);
  });

  it('is as strong as its fall, seen from its middle', () => {
    const push = new Push();
    push.lose();
    const rest = press.slice(6);
    const gains = gainsOf(rest);
    rest.forEach((v, k) => push.end(v, gains[k], UNKNOWN_MPS));
    expect(push.end(0, 0, 0.01)).toBeGreaterThan(0.5);
  });

  it('is none where the sled was only stopped in a lower', () => {
    const push = new Push();
    push.lose();
    const stop = [-0.03, -0.02, -0.01, 0];
    const gains = gainsOf(stop);
    stop.forEach((v, k) => expect(push.end(v, gains[k], UNKNOWN_MPS)).toBe(0));
    expect(push.end(0, 0, 0.01)).toBe(0);
    expect(push.end(0, 0, 0.01)).toBe(0);
  });

  it('does not outlive a loss: what was gained before it counts no more', () => {
    const push = new Push();
    for (const v of [0, 0.2, 0.4]) push.end(v, 0.2, 0.01);
    push.lose();
    expect(push.end(0, 0, 0.01)).toBe(0);
  });

  it('matters only where samples were lost: a poor sensor never knows its velocity well', () => {
    const push = new Push();
    const gains = gainsOf(press);
    const strengths = press.map((v, k) => push.end(v, gains[k], UNKNOWN_MPS));
    expect(Math.max(...strengths)).toBeGreaterThan(0.5);
    expect(push.fastestAgo).toBe(-1);
  });
});
