import { recordingOf, type Vector3 } from '../../src/lib/core/recording';
import { GRID_STEP_S } from '../../src/lib/core/signal/even-grid';
import { GridBuilder } from '../../src/lib/core/signal/grid-builder';
import { cross, dot, scale, subtract, unit } from '../../src/lib/core/signal/vector';
import type { Rail } from '../../src/lib/core/sled/rail';
import { StepMeans } from '../../src/lib/core/sled/step-means';
import { GRAVITY_MPS2, railAt, type Mounting } from './path';

/** A grid and its steps, as they are once all samples have come. */
export interface Grown {
  grid: GridBuilder;
  means: StepMeans;
}

/** What a sensor read in the middle of every cell of a path: specific force, m/s², and angular rate, °/s. */
export interface Read {
  force: readonly Vector3[];
  gyro?: readonly Vector3[];
}

/** Cells of force, and of angular rate where there is one, taken in as samples 10 ms apart; NaN is a lost one. */
export function grownFrom({ force, gyro }: Read): Grown {
  const recording = recordingOf(
    force.map((accel_mps2, i) => ({
      t_s: (i + 0.5) * GRID_STEP_S,
      accel_mps2,
      gyro_dps: gyro?.[i],
    })),
  );
  const grid = new GridBuilder();
  for (let i = 0; i < recording.length; i++) grid.take(recording, i);
  const means = new StepMeans(grid);
  means.extend();
  return { grid, means };
}

/** The rail at an incline as a sensor so mounted sees it, known exactly. */
export function knownRail(incline_deg: number, mounting: Mounting = (world) => world): Rail {
  const axis = railAt(incline_deg);
  const across = subtract([0, 0, 1], scale(axis, axis[2]));
  return {
    axis: mounting(axis),
    normal: dot(across, across) > 4e-4 ? mounting(unit(across)) : null,
    rest_mps2: mounting([0, 0, GRAVITY_MPS2]),
    incline_deg,
  };
}

/** A vector turned about an axis by an angle, right-handed (Rodrigues). */
export function turned(vector: Vector3, about: Vector3, angle_rad: number): Vector3 {
  const axis = unit(about);
  const [c, s] = [Math.cos(angle_rad), Math.sin(angle_rad)];
  const along = scale(axis, dot(axis, vector) * (1 - c));
  const [x, y, z] = cross(axis, vector);
  return [
    c * vector[0] + s * x + along[0],
    c * vector[1] + s * y + along[1],
    c * vector[2] + s * z + along[2],
  ];
}
