import { recordingOf, type Recording } from '../../../src/lib/core/recording';
import { GridBuilder } from '../../../src/lib/core/signal/grid-builder';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import { railAlong } from '../../../src/lib/core/sled/rail-moments';
import type { Rail } from '../../../src/lib/core/sled/rail';
import { StepMeans } from '../../../src/lib/core/sled/step-means';
import { Random } from '../../../src/lib/core/simulate/random';
import { forceOf, GRAVITY_MPS2, railAt, type Mounting, type Path } from '../path';

/** How a path is recorded. */
interface Seen {
  incline_deg: number;
  mounting: Mounting;
  /** Noise of a sample, sd. */
  sd_mps2: number;
  seed: number;
}
const USUAL: Seen = { incline_deg: 40, mounting: (world) => world, sd_mps2: 0.01, seed: 1 };

/** A path as a sensor at 100 Hz records it. */
export function recorded(path: Path, seen: Partial<Seen> = {}): Recording {
  const { incline_deg, mounting, sd_mps2, seed } = { ...USUAL, ...seen };
  const force = forceOf(path, railAt(incline_deg), mounting, { random: new Random(seed), sd_mps2 });
  const samples = force.map((accel_mps2, k) => ({ t_s: (k + 0.5) * GRID_STEP_S, accel_mps2 }));
  return recordingOf(samples);
}

/** The rail of a path, as a sensor that stands upright sees it. */
export function railOf(incline_deg = USUAL.incline_deg): Rail {
  return railAlong(railAt(incline_deg), [0, 0, GRAVITY_MPS2]);
}

/** A recording laid on its grid, and the means of its steps. */
export function laidOut(recording: Recording): { grid: GridBuilder; means: StepMeans } {
  const grid = new GridBuilder();
  const means = new StepMeans(grid);
  for (let i = 0; i < recording.length; i++) grid.take(recording, i);
  means.extend();
  return { grid, means };
}
