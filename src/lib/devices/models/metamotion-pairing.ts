import type { Vector3 } from '$lib/core/recording';
import type { Reading } from './model';

/** What one notification measured: specific force in m/s², or angular rate in °/s. */
export interface Burst {
  readonly kind: 'accel' | 'gyro';
  /** In the order they were measured. */
  readonly vectors: readonly Vector3[];
}

/** So many pairs running with the same kind first are no whim: 0.3 s of bursts of three at 100 Hz. */
const SETTLED_PAIRS = 10;

/**
 * Joins two streams of one chip that come in notifications of their own, without a clock, at one rate: a burst
 * goes with its neighbour of the other kind. They take turns, so a lost one shows at once:
 *
 * - The same kind twice running: between the two the other kind's burst was lost.
 * - The kind that has come second for some time comes first: the two changed places (then the one that leads
 *   comes next), or the leading burst was lost (then the one that follows does). The third burst settles it.
 * - The order has been another than at first for some time: so many were lost that it went unseen. The next pair
 *   is made as at first.
 *
 * Specific force without its angular rate is a reading without one. Angular rate alone still tells that time
 * passed: its instants count, their values are lost. Nothing stays shifted.
 */
export class Pairing {
  /** Bursts without a partner yet: one, or two of different kinds whose order is in doubt. */
  #waiting: readonly Burst[] = [];
  /** The kind that comes first, and for how many pairs it has; and the one that first did so for some time. */
  #leads: Burst['kind'] | null = null;
  #pairs = 0;
  #ledAtFirst: Burst['kind'] | null = null;
  #last_mps2: Vector3 | null = null;

  /** The readings that this burst completes, in the order they were measured. */
  add(burst: Burst): Reading[] {
    const [first, second] = this.#waiting;
    if (!first) {
      this.#waiting = [burst];
      return [];
    }
    if (second) return this.#settle(first, second, burst);
    if (burst.kind === first.kind) {
      this.#waiting = [burst];
      return this.#alone(first);
    }
    const settled = this.#pairs >= SETTLED_PAIRS;
    if (settled && first.kind !== this.#leads) {
      this.#waiting = [first, burst];
      return [];
    }
    if (settled && first.kind !== this.#ledAtFirst) {
      this.#waiting = [burst];
      this.#leads = burst.kind;
      return this.#alone(first);
    }
    this.#waiting = [];
    return this.#pair(first, burst);
  }

  #settle(first: Burst, second: Burst, third: Burst): Reading[] {
    if (third.kind === first.kind) {
      this.#waiting = [];
      return [...this.#alone(first), ...this.#pair(second, third)];
    }
    this.#waiting = [third];
    return this.#pair(first, second);
  }

  #pair(first: Burst, second: Burst): Reading[] {
    this.#pairs = first.kind === this.#leads ? this.#pairs + 1 : 1;
    this.#leads = first.kind;
    if (this.#pairs === SETTLED_PAIRS) this.#ledAtFirst ??= first.kind;
    const [accel, gyro] = first.kind === 'accel' ? [first, second] : [second, first];
    return this.#measured(accel, gyro.vectors);
  }

  #alone(burst: Burst): Reading[] {
    if (burst.kind === 'accel') return this.#measured(burst, []);
    const accel_mps2 = this.#last_mps2;
    // Before the first specific force there is nothing to count from.
    if (!accel_mps2) return [];
    return burst.vectors.map(() => ({ accel_mps2, repeated: true }));
  }

  #measured({ vectors }: Burst, gyro: readonly Vector3[]): Reading[] {
    this.#last_mps2 = vectors.at(-1) ?? this.#last_mps2;
    return vectors.map((accel_mps2, i) =>
      i < gyro.length ? { accel_mps2, gyro_dps: gyro[i] } : { accel_mps2 },
    );
  }
}
