import type { Vector3 } from '$lib/core/recording';
import type { Reading } from './model';

export interface StampedReading extends Reading {
  readonly tick: number;
}

export interface GyroReading {
  /** On the accelerometer's clock. */
  readonly tick: number;
  readonly gyro_dps: Vector3;
}

/** How much longer than a batch the gyroscope may stay away before readings go without it. */
const PATIENCE_S = 0.5;
/** No rotation is made up between gyroscope readings further apart: a frame between them was lost. */
const LARGEST_GAP_S = 0.1;
/** Gyroscope readings are kept so long for an accelerometer that lags behind. */
const MEMORY_S = 5;

/**
 * Joins a gyroscope to an accelerometer that a device sends apart, both on one clock. Accelerometer readings
 * wait until the gyroscope has reached their instant and then take the rotation interpolated there. What came
 * before the gyroscope's first reading or in one of its gaps goes without, and so does all that comes
 * while the gyroscope stays away: a rotation is worth less than a sled that is seen to move.
 */
export class GyroJoin {
  readonly #ticksPerSecond: number;
  readonly #waiting: StampedReading[] = [];
  #turns: GyroReading[] = [];
  /** Instant of the gyroscope's last reading; before it has one, of the first one of the accelerometer. */
  #reached: number | null = null;
  #newest = -Infinity;
  #longestBatch = 0;

  constructor(ticksPerSecond: number) {
    this.#ticksPerSecond = ticksPerSecond;
  }

  /** Takes a batch of accelerometer readings; gives those that need wait no longer. */
  accel(batch: readonly StampedReading[]): StampedReading[] {
    const [first] = batch;
    const last = batch.at(-1);
    if (!first || !last) return [];
    this.#reached ??= first.tick;
    this.#newest = last.tick;
    this.#longestBatch = Math.max(this.#longestBatch, last.tick - first.tick);
    this.#waiting.push(...batch);
    return this.#ready();
  }

  /** Takes a batch of gyroscope readings; gives the accelerometer's that have waited for it. */
  gyro(batch: readonly GyroReading[]): StampedReading[] {
    const [first] = batch;
    const last = batch.at(-1);
    if (!first || !last) return [];
    // A clock that was set back starts anew.
    if (first.tick <= (this.#turns.at(-1)?.tick ?? -Infinity)) this.#turns = [];
    this.#turns.push(...batch);
    this.#reached = last.tick;
    const forgotten = last.tick - MEMORY_S * this.#ticksPerSecond;
    this.#turns = this.#turns.filter(({ tick }) => tick >= forgotten);
    return this.#ready();
  }

  #ready(): StampedReading[] {
    let count = 0;
    const ready: StampedReading[] = [];
    for (const reading of this.#waiting) {
      if (reading.tick > (this.#turns.at(-1)?.tick ?? -Infinity) && !this.#overdue()) break;
      ready.push(this.#joined(reading));
      count++;
    }
    this.#waiting.splice(0, count);
    return ready;
  }

  #overdue(): boolean {
    const patience = this.#longestBatch + PATIENCE_S * this.#ticksPerSecond;
    return this.#newest - (this.#reached ?? this.#newest) > patience;
  }

  /** The reading with the rotation at its instant, where the gyroscope tells it. */
  #joined(reading: StampedReading): StampedReading {
    while (this.#turns.length > 1 && this.#turns[1].tick <= reading.tick) this.#turns.shift();
    const [before, after] = this.#turns;
    if (before?.tick === reading.tick) return { ...reading, gyro_dps: before.gyro_dps };
    if (!before || !after || before.tick > reading.tick) return reading;
    const gap = after.tick - before.tick;
    if (gap > LARGEST_GAP_S * this.#ticksPerSecond) return reading;
    return { ...reading, gyro_dps: between(before, after, (reading.tick - before.tick) / gap) };
  }
}

function between(
  { gyro_dps: a }: GyroReading,
  { gyro_dps: b }: GyroReading,
  share: number,
): Vector3 {
  const at = (axis: 0 | 1 | 2) => a[axis] + (b[axis] - a[axis]) * share;
  return [at(0), at(1), at(2)];
}
