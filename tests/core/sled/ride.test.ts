import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../src/lib/core/recording';
import { HoldSearch } from '../../../src/lib/core/sled/hold-search';
import type { MeasuredRep } from '../../../src/lib/core/sled/measure';
import { reversed } from '../../../src/lib/core/sled/rail';
import { Ride } from '../../../src/lib/core/sled/ride';
import { LOOKAHEAD_STEPS } from '../../../src/lib/core/sled/step-means';
import { Path } from '../path';
import { laidOut, railOf, recorded } from './recorded';

const MIN_TRAVEL_M = 0.1;
const STEP_S = 0.1;
/** A rep is settled this long after its press's end. */
const SETTLED_S = 1.5;

/** A ride along a recording's rail that has not set off yet, and how many steps it may take. */
function rideAlong(recording: Recording, rail = railOf()) {
  const { grid, means } = laidOut(recording);
  const newSeeker = () => new HoldSearch();
  const start = { grid, means, first: 0, rail, minTravel_m: MIN_TRAVEL_M, newSeeker };
  const steps = means.length - LOOKAHEAD_STEPS;
  return { ride: new Ride(start, steps), steps };
}

function ridden(path: Path): Ride {
  const { ride, steps } = rideAlong(recorded(path));
  for (let k = 0; k < steps; k++) ride.advance();
  return ride;
}

const letters = (strokes: readonly { direction: string }[]) =>
  strokes.map(({ direction }) => direction[0]).join('');
const pressEnd_s = ({ press }: MeasuredRep) => press.end_s;

const REPS = 4;
const [DEPTH_M, LOWER_S, PRESS_S, HOLD_S] = [0.4, 3, 1.5, 0.8];
const REP_S = LOWER_S + PRESS_S + 2 * HOLD_S;
const SET = new Path().rest(2).reps(REPS, DEPTH_M, LOWER_S, PRESS_S, HOLD_S).rest(2);

describe('a ride', () => {
  const report = ridden(SET).report();

  it('finds every rep where it was, as deep as it was', () => {
    expect(letters(report.strokes)).toBe('lplplplp');
    expect(report.reps).toHaveLength(REPS);
    report.reps.forEach(({ kind, lower, press, depth_m, depthSd_m }, i) => {
      expect(kind).toBe('full');
      expect(Math.abs((lower?.start_s ?? NaN) - (2 + i * REP_S))).toBeLessThan(0.1);
      expect(Math.abs(press.end_s - (2 + (i + 1) * REP_S - HOLD_S))).toBeLessThan(0.1);
      expect(Math.abs(depth_m - DEPTH_M)).toBeLessThan(3 * depthSd_m);
      expect(depthSd_m).toBeLessThan(0.08 * DEPTH_M);
    });
  });

  it('has a track in rows 10 ms apart, near the true motion', () => {
    const { t_s, position_m, velocity_mps, velocitySd_mps } = report.track;
    let far = 0;
    for (let k = 0; k < t_s.length - 100; k++) {
      const off_mps = Math.abs(velocity_mps[k] - SET.velocityAt(t_s[k]));
      if (off_mps > 4 * velocitySd_mps[k] + 0.01) far++;
      expect(Math.abs(position_m[k] - SET.positionAt(t_s[k]))).toBeLessThan(0.05);
    }
    expect(far).toBeLessThan(0.05 * t_s.length);
    expect(t_s.at(-1)).toBeCloseTo(SET.end_s, 0);
  });

  it('along the rail’s other way exchanges lower and press', () => {
    const { ride, steps } = rideAlong(recorded(SET), reversed(railOf()));
    for (let k = 0; k < steps; k++) ride.advance();
    expect(letters(ride.report().strokes)).toBe('plplplpl');
  });

  it('has nothing of a sled that stands still, but its track', () => {
    const { reps, strokes, track } = ridden(new Path().rest(60)).report();
    expect([reps, strokes]).toEqual([[], []]);
    expect(track.t_s.length).toBeGreaterThan(5900);
    expect(Math.max(...track.velocity_mps.map(Math.abs))).toBeLessThan(0.02);
  });

  it('has nothing before its first steps', () => {
    const { ride } = rideAlong(recorded(new Path().rest(1)));
    expect(ride.settled()).toMatchObject({ reps: [], strokes: [] });
  });
});

describe('what is settled', () => {
  it('is every rep within 1.5 s of its press’s end, and none before it has surely ended', () => {
    const { ride, steps } = rideAlong(recorded(SET));
    for (let k = 0; k < steps; k++) {
      const before = ride.reps.length;
      ride.advance();
      if (ride.reps.length === before) continue;
      const known_s = (k + 1 + LOOKAHEAD_STEPS) * STEP_S;
      const since_s = known_s - pressEnd_s(ride.reps[before]);
      expect(since_s).toBeGreaterThan(0.5);
      expect(since_s).toBeLessThan(SETTLED_S);
    }
    expect(ride.reps).toHaveLength(REPS);
  });

  it('never changes after, nor goes', () => {
    const { ride, steps } = rideAlong(recorded(SET));
    const seen = [];
    for (let k = 0; k < steps; k++) {
      ride.advance();
      seen.push(structuredClone({ reps: ride.settled().reps, strokes: ride.settled().strokes }));
    }
    const final = ride.settled();
    for (const { reps, strokes } of seen) {
      expect(reps).toStrictEqual(final.reps.slice(0, reps.length));
      expect(strokes).toStrictEqual(final.strokes.slice(0, strokes.length));
    }
  });

  it('is the same, however often it was reported on', () => {
    const [asked, left] = [rideAlong(recorded(SET)), rideAlong(recorded(SET))];
    for (let k = 0; k < asked.steps; k++) {
      asked.ride.advance();
      if (k % 3 === 0) asked.ride.report();
      left.ride.advance();
    }
    expect(asked.ride.settled()).toStrictEqual(left.ride.settled());
    expect(asked.ride.report()).toStrictEqual(left.ride.report());
  });

  it('comes first in the report', () => {
    const ride = ridden(SET);
    const [settled, reported] = [ride.settled(), ride.report()];
    expect(reported.reps.slice(0, settled.reps.length)).toStrictEqual(settled.reps);
    expect(reported.strokes.slice(0, settled.strokes.length)).toStrictEqual(settled.strokes);
  });
});

describe('a ride that a hand ends', () => {
  const lastPress_s = 2 + REPS * REP_S - HOLD_S;

  it.each([
    ['has its last rep, once it rested after it', 0.8, REPS],
    ['has no rep that runs into the hand', 0.1, REPS - 1],
  ])('%s', (_, rested_s, reps) => {
    const { ride } = rideAlong(recorded(SET));
    const steps = Math.round((lastPress_s + rested_s) / STEP_S);
    for (let k = 0; k < steps; k++) ride.advance();
    ride.end();
    expect(ride.settled().reps).toHaveLength(reps);
  });
});

describe('a press', () => {
  const kinds = (path: Path) =>
    ridden(path)
      .report()
      .reps.map(({ kind }) => kind);
  const attempted = () => new Path().rest(2).reps(3).move(-0.4, 3).rest(0.5).move(0.18, 0.9);

  it('that fails, sinks back and succeeds is one rep', () => {
    const path = attempted().move(-0.18, 1.2).rest(1.5).move(0.4, 1.5).rest(3);
    expect(kinds(path)).toEqual(['full', 'full', 'full', 'full']);
    expect(letters(ridden(path).report().strokes)).toBe('lplplplplp');
  });

  it('that fails and is given up is a partial rep', () => {
    const path = attempted().move(-0.18, 1.2).rest(12);
    expect(kinds(path)).toEqual(['full', 'full', 'full', 'partial']);
  });

  it('out of the hooks is no rep', () => {
    const path = new Path(-0.12).rest(2).move(0.12, 0.8).rest(1.5).reps(3).rest(2);
    const { reps } = ridden(path).report();
    expect(reps).toHaveLength(3);
    expect(reps[0].lower).not.toBeNull();
  });

  it('from the bottom, as long as the others, opens the set', () => {
    const path = new Path(-0.4).rest(2);
    for (let i = 0; i < 3; i++) path.move(0.4, 1.3).rest(0.8).move(-0.4, 3).rest(0.8);
    const { reps } = ridden(path.rest(2)).report();
    expect(reps).toHaveLength(3);
    expect(reps.map(({ lower }) => lower === null)).toEqual([true, false, false]);
  });
});

describe('the depth of a ride', () => {
  it('has an honest standard deviation', () => {
    const deviations = Array.from({ length: 12 }, (_, i) => {
      const { ride, steps } = rideAlong(recorded(SET, { seed: 100 + i, sd_mps2: 0.05 }));
      for (let k = 0; k < steps; k++) ride.advance();
      return ride.report().reps.map(({ depth_m, depthSd_m }) => (depth_m - DEPTH_M) / depthSd_m);
    }).flat();
    expect(deviations).toHaveLength(12 * REPS);
    const within = deviations.filter((deviation) => Math.abs(deviation) <= 2);
    expect(within.length).toBeGreaterThanOrEqual(0.9 * deviations.length);
  });
});
