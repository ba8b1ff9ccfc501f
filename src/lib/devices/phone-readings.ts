import type { Sample, Vector3 } from '$lib/core/recording';

/**
 * What a motion event says, as the browser says it. Every engine gives m/s² and °/s, and turns about x, y
 * and z as alpha, beta and gamma, which is not the order of `deviceorientation` (w3c/deviceorientation#44).
 * A null is a lost value (NaN); without any rate there is no gyroscope. The time is the event's own, s.
 */
export function motionOf(event: DeviceMotionEvent): Sample {
  const { accelerationIncludingGravity: accel, rotationRate: rate } = event;
  const sample: Sample = {
    t_s: event.timeStamp / 1000,
    accel_mps2: vectorOf(accel?.x, accel?.y, accel?.z),
  };
  const gyro_dps = vectorOf(rate?.alpha, rate?.beta, rate?.gamma);
  return gyro_dps.some(Number.isFinite) ? { ...sample, gyro_dps } : sample;
}

/**
 * The unit vector that points up, in the frame of the device: the last row of the rotation Z-X′-Y″ that
 * `deviceorientation` stands for. Null where the browser does not know it.
 */
export function upOf({ beta, gamma }: DeviceOrientationEvent): Vector3 | null {
  if (beta === null || gamma === null) return null;
  const [b, g] = [(beta * Math.PI) / 180, (gamma * Math.PI) / 180];
  return [-Math.cos(b) * Math.sin(g), Math.sin(b), Math.cos(b) * Math.cos(g)];
}

/**
 * 1 where the readings are specific force, which points up at rest, and −1 where they point down, as
 * WebKit's do: it hands on gravity plus acceleration as iOS has them. As in the specification where nobody
 * knows what is up.
 */
export function signOf(readings: readonly Sample[], up: Vector3 | null): 1 | -1 {
  if (!up) return 1;
  const along = ({ accel_mps2: [x, y, z] }: Sample) => x * up[0] + y * up[1] + z * up[2];
  const felt = readings.map(along).filter(Number.isFinite);
  return felt.reduce((sum, each) => sum + each, 0) < 0 ? -1 : 1;
}

/** Specific force from a reading whose sign is known. */
export function upright(reading: Sample, sign: 1 | -1): Sample {
  const [x, y, z] = reading.accel_mps2;
  return { ...reading, accel_mps2: [sign * x, sign * y, sign * z] };
}

/**
 * Times for readings that were handed over all at once: the last has its own, those before it follow one
 * another at the usual interval, or closer where that would reach back to `after_s`.
 */
export function spread(readings: readonly Sample[], after_s: number, interval_s: number): Sample[] {
  const n = readings.length;
  const end_s = readings[n - 1].t_s;
  const step_s = Math.min(interval_s, (end_s - after_s) / n);
  return readings.map((reading, i) => ({ ...reading, t_s: end_s - (n - 1 - i) * step_s }));
}

function vectorOf(...values: (number | null | undefined)[]): Vector3 {
  const [x = null, y = null, z = null] = values;
  return [x ?? NaN, y ?? NaN, z ?? NaN];
}
