import { expect, it } from 'vitest';
import { edgeTime_s, evenGrid, GRID_STEP_S } from '../../../../src/lib/core/signal/even-grid';
import { measureRep } from '../../../../src/lib/core/sled/measure';
import type { Measured } from '../../../../src/lib/core/sled/measures/measured';
import { findReps, findStrokes, type RepSpan } from '../../../../src/lib/core/sled/segment';
import { DEFAULT_SETUP } from '../../../../src/lib/core/sled/setup';
import { simulate, type Simulation } from '../../../../src/lib/core/simulate';
import { KINDS } from './ridden';

/** A second of cells. */
const SECOND = 100;

/** What a set's reps are measured from, as if the smoother had found the true motion. */
function knownExactly({ recording, truth }: Simulation): Measured {
  const grid = evenGrid(recording);
  if (!grid) throw new Error('The recording holds no samples.');
  const { motion } = truth;
  const column = (values: Float64Array) =>
    Float64Array.from(
      { length: grid.length + 1 },
      (_, k) => values[Math.round(edgeTime_s(grid, k) * motion.rate_Hz)],
    );
  const [position_m, velocity_mps] = [column(motion.position_m), column(motion.velocity_mps)];
  const known = (sd: number) => new Float64Array(grid.length + 1).fill(sd);
  return {
    motion: {
      length: grid.length + 1,
      position_m,
      velocity_mps,
      bias_mps2: known(0),
      positionSd_m: known(0.005),
      velocitySd_mps: known(0.002),
      travelSd_m: () => 0.003,
      velocityCovariance_m2ps2: () => 0,
    },
    accel_mps2: velocity_mps.slice(1).map((v_mps, k) => (v_mps - velocity_mps[k]) / GRID_STEP_S),
    noise_m2ps3: new Float64Array(grid.length).fill(2e-6),
    force_mps2: [grid.x_mps2, grid.y_mps2, grid.z_mps2],
    axis: truth.axis,
    start_s: grid.start_s,
    incline_deg: truth.incline_deg,
    inclineSd_deg: 1,
    interval_s: grid.interval_s,
  };
}

/** What is measured from, with nonsense wherever it is not within a second of the rep. */
function knownNear(measured: Measured, { lower, press }: RepSpan): Measured {
  const from = (lower ?? press).start.edge - SECOND;
  const to = press.end.edge + SECOND;
  const near = (column: Float64Array) =>
    column.map((value, k) => (k >= from && k <= to ? value : 1e6 * Math.sin(k)));
  const { motion, force_mps2 } = measured;
  return {
    ...measured,
    accel_mps2: near(measured.accel_mps2),
    noise_m2ps3: near(measured.noise_m2ps3),
    force_mps2: [near(force_mps2[0]), near(force_mps2[1]), near(force_mps2[2])],
    motion: {
      ...motion,
      position_m: near(motion.position_m),
      velocity_mps: near(motion.velocity_mps),
      velocitySd_mps: near(motion.velocitySd_mps),
    },
  };
}

it.each(Object.entries(KINDS))('a rep’s measures look no further than a second: %s', (_, set) => {
  const measured = knownExactly(simulate({ seed: 4, set: { ...set, slams: 0.3, knocks: 0.3 } }));
  const strokes = findStrokes(measured.motion, DEFAULT_SETUP.minTravel_m);
  const reps = findReps(strokes, { presses_m: [], anyStroke: false });
  expect(reps).toHaveLength(8);
  for (const rep of reps) {
    expect(measureRep(knownNear(measured, rep), rep)).toEqual(measureRep(measured, rep));
  }
});
