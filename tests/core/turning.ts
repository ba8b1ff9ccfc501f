import type { Vector3 } from '../../src/lib/core/recording';

/** A turn about one of the sensor's axes after another. */
export interface Turn {
  axis: 0 | 1 | 2;
  /** How far it has got, rad. */
  angle: (t_s: number) => number;
}

/** A world's vector as the sensor sees it, so turned. */
export function seen(world: Vector3, turns: readonly Turn[], t_s: number): Vector3 {
  return turns.reduce((v, { axis, angle }) => seenTurned(v, axis, angle(t_s)), world);
}

/** Angular rate in the sensor's frame, °/s: each turn's own, seen through those after it. */
export function rate_dps(turns: readonly Turn[], t_s: number): Vector3 {
  const total: [number, number, number] = [0, 0, 0];
  turns.forEach(({ axis, angle }, i) => {
    const rate = (angle(t_s + 1e-4) - angle(t_s - 1e-4)) / 2e-4;
    const own: [number, number, number] = [0, 0, 0];
    own[axis] = (rate * 180) / Math.PI;
    seen(own, turns.slice(i + 1), t_s).forEach((w, k) => (total[k] += w));
  });
  return total;
}

/** The vector in a frame turned about one of its own axes by `angle`, rad. */
function seenTurned(v: Vector3, axis: Turn['axis'], angle: number): Vector3 {
  const turned: [number, number, number] = [...v];
  const [i, j] = [(axis + 1) % 3, (axis + 2) % 3];
  turned[i] = Math.cos(angle) * v[i] + Math.sin(angle) * v[j];
  turned[j] = Math.cos(angle) * v[j] - Math.sin(angle) * v[i];
  return turned;
}
