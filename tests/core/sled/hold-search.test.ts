import { describe, expect, it } from 'vitest';
import { leakAt, STEP_S } from '../../../src/lib/core/signal/step-smoother';
import { HoldSearch, type Rests } from '../../../src/lib/core/sled/hold-search';
import type { StepForce } from '../../../src/lib/core/sled/ways-on';
import { Random } from '../../../src/lib/core/simulate/random';
import { Path } from '../path';

const NOISE_M2PS3 = 2e-6;
const OFFSET_MPS2 = 0.01;

/** The steps of a path as a sensor with noise and an offset gives them. */
function stepsOf(path: Path, seed = 1, offset_mps2 = OFFSET_MPS2): StepForce[] {
  const random = new Random(seed);
  const sd_mps2 = Math.sqrt(NOISE_M2PS3 / STEP_S);
  return Array.from({ length: Math.floor(path.end_s / STEP_S + 1e-9) }, (_, k) => {
    const gained_mps = path.velocityAt((k + 1) * STEP_S) - path.velocityAt(k * STEP_S);
    return stepOf(gained_mps / STEP_S + offset_mps2 + sd_mps2 * random.normal());
  });
}

function stepOf(accel_mps2: number): StepForce {
  return {
    accel_mps2,
    noise_m2ps3: NOISE_M2PS3,
    leak: null,
    roughness_m2ps4: 0,
    samples: 0,
    lost: false,
  };
}

function searched(steps: readonly StepForce[], search = new HoldSearch()): HoldSearch {
  for (const step of steps) search.step(step);
  return search;
}
const restsOf = (path: Path, seed?: number) => searched(stepsOf(path, seed)).since(0);

function holdsAt({ holds }: Rests, t_s: number): boolean {
  const edge = t_s / STEP_S;
  return holds.some(({ start, end }) => start <= edge && edge < end);
}

/** Reps that begin after a rest, and the times at which their presses end. */
function set(reps: number, lower_s = 3, press_s = 1.5, depth_m = 0.4) {
  const path = new Path().rest(2);
  const pressEnds_s: number[] = [];
  for (let i = 0; i < reps; i++) {
    path.move(-depth_m, lower_s).rest(0.8).move(depth_m, press_s);
    pressEnds_s.push(path.end_s);
    path.rest(0.8);
  }
  return { path: path.rest(1.2), pressEnds_s };
}

describe('a search for holds', () => {
  it.each([1, 2, 3])('tells holds from strokes, as slow as they are, seed %i', (seed) => {
    const path = new Path().rest(2);
    const holds_s: number[] = [1];
    const strokes_s: number[] = [];
    const stroke = (travel_m: number, duration_s: number) => {
      strokes_s.push(path.end_s + duration_s / 2);
      path.move(travel_m, duration_s);
      holds_s.push(path.end_s + 0.6);
      path.rest(1.2);
    };
    for (let i = 0; i < 4; i++) {
      stroke(-0.4, 4.5);
      stroke(0.4, 1.5);
    }
    const rests = restsOf(path.rest(2), seed);
    expect(strokes_s.filter((t_s) => holdsAt(rests, t_s))).toEqual([]);
    expect(holds_s.filter((t_s) => !holdsAt(rests, t_s))).toEqual([]);
  });

  it('keeps holds in order, apart and inside what was searched', () => {
    const { path } = set(4);
    const { holds } = restsOf(path);
    holds.forEach(({ start, end }, i) => {
      expect(start).toBeGreaterThanOrEqual(holds[i - 1]?.end ?? 0);
      expect(end).toBeGreaterThan(start);
    });
    expect(holds.at(-1)?.end).toBeLessThanOrEqual(path.end_s / STEP_S + 1);
  });

  it.each([
    ['at a guide tempo', 3, 1.5, 0.4],
    ['with explosive presses', 2, 0.7, 0.4],
    ['in a short range', 2, 1.2, 0.18],
  ])('has a top near the end of every press, %s', (_, lower_s, press_s, depth_m) => {
    const { path, pressEnds_s } = set(5, lower_s, press_s, depth_m);
    const { tops, pressEnds } = restsOf(path);
    for (const edges of [tops, pressEnds]) {
      expect(edges).toHaveLength(pressEnds_s.length);
      edges.forEach((edge, i) => {
        expect(Math.abs(edge * STEP_S - pressEnds_s[i])).toBeLessThan(0.35);
      });
    }
  });

  it('has no top at the end of a press that failed half way', () => {
    const path = new Path().rest(2).reps(3).move(-0.4, 3).rest(0.8).move(0.2, 1);
    const failed_s = path.end_s;
    const { tops, pressEnds } = restsOf(path.rest(2));
    expect(tops).toHaveLength(3);
    expect(Math.max(...tops) * STEP_S).toBeLessThan(failed_s - 3);
    expect(pressEnds).toHaveLength(4);
  });

  it('knows how sure it is that a press ended at the top', () => {
    const whole = searched(stepsOf(new Path().rest(2).reps(3).rest(1)));
    expect(whole.refused).toBeLessThan(0.02);
    const failed = new Path().rest(2).reps(3).move(-0.4, 3).rest(0.8).move(0.2, 1).rest(1);
    expect(searched(stepsOf(failed)).refused).toBeGreaterThan(0.9);
    expect(new HoldSearch().refused).toBe(0);
  });

  it('tells a very slow stroke from a hold whose bias wanders, unless the bias does', () => {
    const path = new Path().rest(4).move(-0.13, 4).rest(1).move(0.13, 2).rest(1);
    const steps = stepsOf(path);
    expect(holdsAt(searched(steps).since(0), 6)).toBe(false);
    const wandering = new HoldSearch();
    wandering.drifts(400);
    expect(holdsAt(searched(steps, wandering).since(0), 6)).toBe(true);
  });

  it('begins anew after a moment that was no motion of the sled', () => {
    const slipping_s = 1.2;
    const path = new Path()
      .rest(slipping_s + 2)
      .reps(5)
      .rest(2);
    const slipped = stepsOf(path).map((step, k) =>
      k * STEP_S < slipping_s ? { ...step, accel_mps2: -0.9 } : step,
    );
    const rests = searched(slipped).since(0);
    const [beginning_s] = rests.beginnings.map((edge) => edge * STEP_S);
    expect(beginning_s).toBeGreaterThanOrEqual(slipping_s);
    expect(beginning_s).toBeLessThan(slipping_s + 2);
    expect(holdsAt(rests, path.end_s - 1)).toBe(true);
    expect(rests.tops.length).toBeGreaterThanOrEqual(4);
    expect(restsOf(path).beginnings).toEqual([]);
  });

  it('has one long hold where nothing moves, offset or not', () => {
    for (const offset_mps2 of [0, 0.05]) {
      const search = searched(stepsOf(new Path().rest(20), 4, offset_mps2));
      const rests = search.since(0);
      for (let t_s = 0.5; t_s < 20; t_s += 0.5) expect(holdsAt(rests, t_s)).toBe(true);
      expect(rests).toMatchObject({ tops: [], beginnings: [], pressEnds: [] });
      expect(search.lastPressEnd).toBe(-1);
    }
  });

  it('finds the first hold where the set starts at the bottom', () => {
    const path = new Path(-0.4).rest(2);
    for (let i = 0; i < 4; i++) path.move(0.4, 1.2).rest(0.8).move(-0.4, 3).rest(0.8);
    const rests = restsOf(path.rest(1));
    expect(holdsAt(rests, 1)).toBe(true);
    expect(holdsAt(rests, 2.6)).toBe(false);
  });

  it('has room for whatever shaking brings', () => {
    for (let seed = 0; seed < 30; seed++) {
      const random = new Random(seed);
      const size_mps2 = random.pick([0.1, 1, 10, 1e3]);
      const shaken = Array.from({ length: 200 }, () => ({
        ...stepOf(size_mps2 * random.normal()),
        noise_m2ps3: 1e-3,
      }));
      const { holds, tops, pressEnds } = searched(shaken).since(0);
      expect(holds.every(({ start, end }) => start < end)).toBe(true);
      expect(tops.every((top) => pressEnds.includes(top))).toBe(true);
      expect(pressEnds).toEqual([...new Set(pressEnds)].sort((a, b) => a - b));
    }
  });

  it('knows nothing but its first hold before the first step', () => {
    const search = new HoldSearch();
    expect(search.steps).toBe(0);
    expect(search.since(0)).toEqual({ holds: [{ start: 0, end: 1 }], tops: [], beginnings: [], pressEnds: [] }); // prettier-ignore
  });
});

describe('what a search says by now', () => {
  const { path, pressEnds_s } = set(3);
  const steps = stepsOf(path);

  it('is whether the sled holds, and since when', () => {
    const search = new HoldSearch();
    const during = (t_s: number) =>
      searched(steps.slice(search.steps, Math.round(t_s / STEP_S)), search);
    expect(during(1.5).holdingSince).toBe(0);
    expect(during(3.5).holdingSince).toBe(Infinity);
    const bottom_s = during(5.6).holdingSince * STEP_S;
    expect(Math.abs(bottom_s - 5)).toBeLessThan(0.4);
  });

  it('is where the last press ended, soon after it did', () => {
    const search = new HoldSearch();
    for (const end_s of pressEnds_s) {
      searched(steps.slice(search.steps, Math.round((end_s + 0.4) / STEP_S)), search);
      expect(Math.abs(search.lastPressEnd * STEP_S - end_s)).toBeLessThan(0.35);
      expect(search.since(0).pressEnds.at(-1)).toBe(search.lastPressEnd);
    }
  });

  it('since an edge is what ended there or later', () => {
    const search = searched(steps);
    const all = search.since(0);
    for (let edge = 0; edge <= steps.length; edge += 7) {
      const later = search.since(edge);
      for (const name of ['tops', 'pressEnds', 'beginnings'] as const) {
        expect(later[name].filter((one) => one >= edge)).toEqual(
          all[name].filter((one) => one >= edge),
        );
      }
      expect(later.holds).toEqual(all.holds.slice(-later.holds.length));
      expect(all.holds.filter(({ end }) => end >= edge).length).toBeLessThanOrEqual(
        later.holds.length,
      );
    }
  });
});

describe('a clone', () => {
  const { path } = set(3);
  const steps = stepsOf(path);

  it('goes on by itself: neither knows what the other is told', () => {
    for (const cut of [0, 15, 40, 70, 110]) {
      const search = searched(steps.slice(0, cut));
      const before = search.since(0);
      const clone = search.clone();
      for (let k = 0; k < 40; k++) clone.step(stepOf(3 * Math.sin(k)));
      expect(search.since(0)).toEqual(before);
      expect(search.steps).toBe(cut);
      searched(steps.slice(cut), search);
      expect(search.since(0)).toEqual(searched(steps).since(0));
    }
  });

  it('that is told the same says the same', () => {
    const search = searched(steps.slice(0, 60));
    const clone = searched(steps.slice(60), search.clone());
    searched(steps.slice(60), search);
    expect(clone.since(0)).toEqual(search.since(0));
    expect([clone.steps, clone.lastPressEnd, clone.holdingSince]).toEqual([
      search.steps,
      search.lastPressEnd,
      search.holdingSince,
    ]);
  });
});

describe('what gravity leaks on to the rail', () => {
  const LEAK = [0.03, -0.01, 0.005];
  const { path } = set(4);
  const plain = stepsOf(path);
  const leaking = plain.map((step, k) => ({
    ...step,
    accel_mps2: step.accel_mps2 + leakAt(LEAK, 0, path.positionAt((k + 0.5) * STEP_S)),
  }));

  it('changes nothing once it is known', () => {
    const rests = searched(plain).since(0);
    const told = searched(leaking.map((step) => ({ ...step, leak: LEAK }))).since(0);
    expect(told.tops).toHaveLength(rests.tops.length);
    expect(told.holds).toHaveLength(rests.holds.length);
    told.holds.forEach(({ start, end }, i) => {
      expect(Math.abs(start - rests.holds[i].start)).toBeLessThanOrEqual(2);
      expect(Math.abs(end - rests.holds[i].end)).toBeLessThanOrEqual(2);
    });
  });

  it('that is taken for the same again leaves the search as it was', () => {
    const search = searched(plain.slice(0, 60).map((step) => ({ ...step, leak: LEAK })));
    const changed = search.clone();
    changed.changeLeak((position_m) => leakAt(LEAK, 0, position_m), LEAK);
    const rest = plain.slice(60).map((step) => ({ ...step, leak: LEAK }));
    expect(searched(rest, changed).since(0)).toEqual(searched(rest, search).since(0));
  });

  it('may be taken for more in a hold, and the sled still holds', () => {
    // At the bottom the leak is large; so far it was taken for none.
    const bottom = 5.7 / STEP_S;
    const search = searched(plain.slice(0, bottom));
    expect(search.holdingSince).toBeLessThan(Infinity);
    search.changeLeak(() => 0, LEAK);
    const still = Array.from({ length: 20 }, () => ({ ...stepOf(OFFSET_MPS2), leak: LEAK }));
    expect(searched(still, search).holdingSince).toBeLessThan(bottom);
  });
});

describe('a search across lost samples', () => {
  const lostSteps = (steps: number) =>
    Array.from({ length: steps }, () => ({ ...stepOf(0), lost: true }));
  const before = new Path().rest(2).reps(2).rest(0.5);
  const known = searched(stepsOf(before));

  it('says nothing of them, and ends every hold there', () => {
    const search = searched(lostSteps(20), known.clone());
    expect(search.holdingSince).toBe(Infinity);
    expect(Math.max(...search.since(0).holds.map(({ end }) => end))).toBe(known.steps);
    expect(search.steps).toBe(known.steps + 20);
  });

  it.each([1, 2, 3])('finds the holds and the top after them, seed %i', (seed) => {
    // It comes back as the sled is lowered at constant speed.
    const after = new Path().move(-0.4, 4).rest(1);
    const hold_s = after.end_s - 0.5;
    after.move(0.4, 1.2);
    const steps = stepsOf(after.rest(1.5), seed).slice(20);
    const search = searched(steps, searched(lostSteps(20), known.clone()));
    const rests = search.since(known.steps);
    const time_s = (after_s: number) => known.steps * STEP_S + after_s;
    expect(holdsAt(rests, time_s(hold_s))).toBe(true);
    expect(holdsAt(rests, time_s(2.3))).toBe(false);
    expect(rests.tops).toHaveLength(1);
    const top_s = rests.tops[0] * STEP_S - time_s(0);
    expect(top_s).toBeGreaterThan(5);
    expect(Math.abs(after.positionAt(top_s))).toBeLessThan(0.02);
  });

  it('is the same followed by a copy from within them', () => {
    const after = stepsOf(new Path().rest(1).reps(1).rest(1));
    const whole = searched(after, searched(lostSteps(20), known.clone()));
    const copied = searched(lostSteps(7), searched(lostSteps(13), known.clone()).clone());
    expect(searched(after, copied).since(0)).toEqual(whole.since(0));
  });
});
