import type { Vector3 } from '../../src/lib/core/recording';
import { GRID_STEP_S, type EvenGrid } from '../../src/lib/core/signal/even-grid';
import type { Motion } from '../../src/lib/core/signal/smoother';
import { cross, dot, norm, scale, unit } from '../../src/lib/core/signal/vector';
import type { Random } from '../../src/lib/core/simulate/random';

export const GRAVITY_MPS2 = 9.80665;

/** A piece of constant acceleration. */
interface Piece {
  start_s: number;
  position_m: number;
  velocity_mps: number;
  accel_mps2: number;
}

/**
 * A motion along the rail written out by hand, of which everything is known: rests, and moves whose
 * speed rises and falls evenly over `ramp_s` and is steady between.
 */
export class Path {
  readonly #pieces: Piece[] = [];
  #end_s = 0;
  #position_m: number;
  #velocity_mps = 0;

  constructor(position_m = 0) {
    this.#position_m = position_m;
  }

  get end_s(): number {
    return this.#end_s;
  }

  rest(duration_s: number): this {
    return this.#add(duration_s, 0);
  }

  move(travel_m: number, duration_s: number, ramp_s = 0.2): this {
    const accel_mps2 = travel_m / (duration_s - ramp_s) / ramp_s;
    this.#add(ramp_s, accel_mps2);
    this.#add(duration_s - 2 * ramp_s, 0);
    this.#add(ramp_s, -accel_mps2);
    this.#velocity_mps = 0;
    return this;
  }

  /** `reps` of the same kind: lower, hold, press, hold. */
  reps(reps: number, depth_m = 0.4, lower_s = 3, press_s = 1.5, hold_s = 0.8): this {
    for (let i = 0; i < reps; i++) {
      this.move(-depth_m, lower_s).rest(hold_s).move(depth_m, press_s).rest(hold_s);
    }
    return this;
  }

  positionAt(t_s: number): number {
    const { start_s, position_m, velocity_mps, accel_mps2 } = this.#pieceAt(t_s);
    const since_s = t_s - start_s;
    return position_m + since_s * (velocity_mps + 0.5 * accel_mps2 * since_s);
  }

  velocityAt(t_s: number): number {
    const { start_s, velocity_mps, accel_mps2 } = this.#pieceAt(t_s);
    return velocity_mps + (t_s - start_s) * accel_mps2;
  }

  /** Mean acceleration over each grid cell, m/s². */
  cellAccel_mps2(): Float64Array {
    return Float64Array.from({ length: Math.round(this.#end_s / GRID_STEP_S) }, (_, k) => {
      const gained = this.velocityAt((k + 1) * GRID_STEP_S) - this.velocityAt(k * GRID_STEP_S);
      return gained / GRID_STEP_S;
    });
  }

  #pieceAt(t_s: number): Piece {
    // A hair's breadth, so that an edge on a border takes the piece that starts there.
    const piece = this.#pieces.findLast(({ start_s }) => start_s <= t_s + 1e-9);
    if (!piece) throw new RangeError(`A path of ${this.#end_s} s has no place at ${t_s} s.`);
    return piece;
  }

  #add(duration_s: number, accel_mps2: number): this {
    const [position_m, velocity_mps] = [this.#position_m, this.#velocity_mps];
    this.#pieces.push({ start_s: this.#end_s, position_m, velocity_mps, accel_mps2 });
    this.#end_s += duration_s;
    this.#position_m += duration_s * (velocity_mps + 0.5 * accel_mps2 * duration_s);
    this.#velocity_mps += accel_mps2 * duration_s;
    return this;
  }
}

/** The motion a path is, as if the smoother had found it exactly, known to the given standard deviations. */
export function motionOf(path: Path, velocitySd_mps = 0.002, travelSd_m = 0.003): Motion {
  const length = Math.round(path.end_s / GRID_STEP_S) + 1;
  const column = (value: (t_s: number) => number) =>
    Float64Array.from({ length }, (_, k) => value(k * GRID_STEP_S));
  return {
    length,
    position_m: column((t_s) => path.positionAt(t_s)),
    velocity_mps: column((t_s) => path.velocityAt(t_s)),
    bias_mps2: column(() => 0),
    positionSd_m: column(() => 0.005),
    velocitySd_mps: column(() => velocitySd_mps),
    travelSd_m: () => travelSd_m,
    velocityCovariance_m2ps2: () => 0,
  };
}

/** How a sensor is clipped on: what it sees of the world's directions, z up. */
export type Mounting = (world: Vector3) => Vector3;

/** A mounting drawn at random, every orientation as likely (Marsaglia 1972, doi 10.1214/aoms/1177692644). */
export function anyMounting(random: Random): Mounting {
  const draw = (): Vector3 => [random.normal(), random.normal(), random.normal()];
  const x = unit(draw());
  const z = unit(cross(x, draw()));
  const y = cross(z, x);
  return (world) => [dot(x, world), dot(y, world), dot(z, world)];
}

/** The direction of press on a rail that rises by `incline_deg` towards +x. */
export function railAt(incline_deg: number): Vector3 {
  const incline = (incline_deg * Math.PI) / 180;
  return [Math.cos(incline), 0, Math.sin(incline)];
}

/** Cells of specific force, m/s², as a grid. */
export function gridOf(force: readonly Vector3[], gyro?: readonly Vector3[]): EvenGrid {
  const column = (rows: readonly Vector3[], axis: 0 | 1 | 2) =>
    Float64Array.from(rows, (row) => row[axis]);
  return {
    start_s: 0,
    length: force.length,
    x_mps2: column(force, 0),
    y_mps2: column(force, 1),
    z_mps2: column(force, 2),
    gyro: gyro ? { x_dps: column(gyro, 0), y_dps: column(gyro, 1), z_dps: column(gyro, 2) } : null,
    spacing_s: new Float32Array(force.length).fill(GRID_STEP_S),
    clipped: new Uint8Array(force.length),
    interval_s: GRID_STEP_S,
    unevenness: 0,
  };
}

/** Specific force in every cell of a path along `rail`, as a sensor so mounted sees it, with white noise per cell. */
export function forceOf(
  path: Path,
  rail: Vector3,
  mounting: Mounting,
  noise?: { random: Random; sd_mps2: number },
): Vector3[] {
  const shake = () => (noise ? noise.sd_mps2 * noise.random.normal() : 0);
  return Array.from(path.cellAccel_mps2(), (a_mps2) => {
    const [x, y, z] = scale(rail, a_mps2);
    const [fx, fy, fz] = mounting([x, y, z + GRAVITY_MPS2]);
    return [fx + shake(), fy + shake(), fz + shake()];
  });
}

/** Angle between two directions, °. */
export function angle_deg(a: Vector3, b: Vector3): number {
  return (Math.atan2(norm(cross(a, b)), dot(a, b)) * 180) / Math.PI;
}
