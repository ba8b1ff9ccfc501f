import type { Vector3 } from '../../src/lib/core/recording';
import { GRID_STEP_S, type EvenGrid } from '../../src/lib/core/signal/even-grid';
import type { Random } from '../../src/lib/core/simulate/random';
import { GRAVITY_MPS2, gridOf } from './path';
import { rate_dps, seen, type Turn } from './turning';

/** One way up or down, as smooth as a hand moves (minimum jerk: Flash & Hogan 1985, doi 10.1523/JNEUROSCI.05-07-01688.1985). */
interface Reach {
  start_s: number;
  duration_s: number;
  travel_m: number;
}

/** A sensor's errors, drawn once: none is better than its data sheet. */
export interface Flaws {
  /** Scale error of an accelerometer's axis, sd, and its offset. */
  scaleSd: number;
  offsetSd_mps2: number;
  gyroOffsetSd_dps: number;
  gyroScaleSd: number;
  /** White noise in a cell. */
  noise_mps2: number;
  noise_dps: number;
}

export const FLAWS: Flaws = {
  scaleSd: 0.01,
  offsetSd_mps2: 0.1,
  gyroOffsetSd_dps: 0.5,
  gyroScaleSd: 0.005,
  noise_mps2: 0.02,
  noise_dps: 0.1,
};

/** A hand at rest trembles, by this much. */
const TREMOR_RAD = 0.001;
const TREMOR_HZ = 6;

/** A hand's motion of which everything is known: reaches up and down, and dwells. */
export class HandPath {
  readonly reaches: Reach[] = [];
  #end_s = 0;

  get end_s(): number {
    return this.#end_s;
  }

  dwell(duration_s: number): this {
    this.#end_s += duration_s;
    return this;
  }

  reach(travel_m: number, duration_s: number): this {
    this.reaches.push({ start_s: this.#end_s, duration_s, travel_m });
    this.#end_s += duration_s;
    return this;
  }

  heightAt(t_s: number): number {
    return this.#sum(t_s, eased, ({ travel_m }) => travel_m);
  }

  velocityAt(t_s: number): number {
    const speed = (part: number) => 30 * part * part * (1 - part) ** 2;
    return this.#sum(t_s, speed, ({ travel_m, duration_s }) => travel_m / duration_s);
  }

  /** How long the hand has moved, s. In a dwell this stands still, and with it all that a hand does besides. */
  movedAt(t_s: number): number {
    return this.#sum(t_s, eased, ({ duration_s }) => duration_s);
  }

  #sum(t_s: number, share: (part: number) => number, size: (reach: Reach) => number): number {
    return this.reaches.reduce((sum, reach) => {
      const part = Math.min(1, Math.max(0, (t_s - reach.start_s) / reach.duration_s));
      return sum + size(reach) * share(part);
    }, 0);
  }
}

const eased = (part: number) => part * part * part * (10 - 15 * part + 6 * part * part);

/** Lying, picked up, `reps` of the same kind but never the same, put down, lying. */
export function handSet(
  random: Random,
  reps: number,
  { dwellShare = 0.3, lower_s = 1 }: { dwellShare?: number; lower_s?: number } = {},
): HandPath {
  const path = new HandPath().dwell(4).reach(0.4, 1.2).dwell(1.5);
  for (let i = 0; i < reps; i++) {
    const depth_m = 0.4 + 0.05 * random.normal();
    path.reach(-depth_m, lower_s * random.uniform(0.7, 1.5));
    if (random.chance(dwellShare)) path.dwell(random.uniform(0.5, 1.5));
    path.reach(depth_m + 0.03 * random.normal(), random.uniform(0.7, 1.2));
    if (random.chance(dwellShare)) path.dwell(random.uniform(0.5, 3));
  }
  return path.dwell(1).reach(-path.heightAt(path.end_s), 1.3).dwell(3);
}

/** What a sensor in the hand reads: it turns with every reach, and wanders and trembles as it is carried. */
export function handGrid(path: HandPath, random: Random, flaws = FLAWS): EvenGrid {
  const draw = (sd: number) => threeOf(() => sd * random.normal());
  const turns = turnsOf(path, random);
  const [scale, offset_mps2] = [draw(flaws.scaleSd), draw(flaws.offsetSd_mps2)];
  const [gyroScale, gyroOffset_dps] = [draw(flaws.gyroScaleSd), draw(flaws.gyroOffsetSd_dps)];
  const read = (truth: Vector3, scale: Vector3, offset: Vector3, noise: number): Vector3 => {
    const [x, y, z] = truth.map((v, i) => v * (1 + scale[i]) + offset[i] + noise * random.normal());
    return [x, y, z];
  };
  const level = [levelWander(path, random), levelWander(path, random)];
  const cells = Array.from({ length: Math.round(path.end_s / GRID_STEP_S) }, (_, k) => k);
  const force = cells.map((k) => {
    const [start_s, end_s] = [k * GRID_STEP_S, (k + 1) * GRID_STEP_S];
    const up_mps2 = (path.velocityAt(end_s) - path.velocityAt(start_s)) / GRID_STEP_S;
    const world: Vector3 = [level[0](k), level[1](k), up_mps2 + GRAVITY_MPS2];
    return read(seen(world, turns, (start_s + end_s) / 2), scale, offset_mps2, flaws.noise_mps2);
  });
  const rate = cells.map((k) =>
    read(rate_dps(turns, (k + 0.5) * GRID_STEP_S), gyroScale, gyroOffset_dps, flaws.noise_dps),
  );
  return gridOf(force, rate);
}

function threeOf(value: () => number): Vector3 {
  return [value(), value(), value()];
}

/** The turns of a hand: with its height, with how long it has moved, and a tremor; askew from the start. */
function turnsOf(path: HandPath, random: Random): Turn[] {
  const carried = carriedIn(path);
  const way = (withHeight_radpm: number, wander_rad: number) => {
    const [period_s, phase] = [random.uniform(7, 13), random.uniform(0, 6)];
    const hold_rad = 0.15 * random.normal();
    return (t_s: number) =>
      hold_rad * carried(t_s) +
      withHeight_radpm * path.heightAt(t_s) +
      wander_rad * carried(t_s) * Math.sin((2 * Math.PI * path.movedAt(t_s)) / period_s + phase) +
      TREMOR_RAD * carried(t_s) * Math.sin(2 * Math.PI * TREMOR_HZ * t_s + phase);
  };
  const askew = [random.uniform(-3, 3), random.uniform(-3, 3)];
  return [
    { axis: 1, angle: () => askew[0] },
    { axis: 0, angle: () => askew[1] },
    { axis: 0, angle: way(0.6, 0.1) },
    { axis: 1, angle: way(-0.4, 0.1) },
    { axis: 2, angle: way(0.3, 0.3) },
  ];
}

/** 0 while the sensor lies at either end, 1 while a hand has it, changing smoothly over the first and last reach. */
function carriedIn({ reaches }: HandPath): (t_s: number) => number {
  const gone = ({ start_s, duration_s }: Reach, t_s: number) =>
    eased(Math.min(1, Math.max(0, (t_s - start_s) / duration_s)));
  return (t_s) => gone(reaches[0], t_s) - gone(reaches[reaches.length - 1], t_s);
}

/** Mean level acceleration over each cell of a hand that wanders about a place while it moves, m/s². */
function levelWander(path: HandPath, random: Random): (k: number) => number {
  const [period_s, phase] = [random.uniform(2, 4), random.uniform(0, 6)];
  const carried = carriedIn(path);
  const place_m = (k: number) => {
    const t_s = k * GRID_STEP_S;
    return 0.1 * carried(t_s) * Math.sin((2 * Math.PI * path.movedAt(t_s)) / period_s + phase);
  };
  return (k) => (place_m(k - 0.5) - 2 * place_m(k + 0.5) + place_m(k + 1.5)) / GRID_STEP_S ** 2;
}
