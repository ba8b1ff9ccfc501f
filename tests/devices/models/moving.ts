import { expect, vi } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Sample, Vector3 } from '$lib/core/recording';
import type { Model, Reading } from '$lib/devices/models/model';
import type { Emulation } from '../../e2e/ble/emulation';
import { PlayedDevice } from './played-device';

/** Ten seconds about 1 g and over the whole of a part's range in force and ± 200 °/s, none of it round. */
export function movingSamples({ rate_Hz, range_g, hasGyro }: Emulation): Sample[] {
  const swing = (t_s: number, size: number): Vector3 => [
    size * Math.sin(1.1 * t_s),
    size * Math.sin(1.7 * t_s + 1),
    size * Math.sin(2.3 * t_s + 2),
  ];
  return Array.from({ length: 10 * rate_Hz }, (_, i) => {
    const t_s = 3.25 + i / rate_Hz;
    // Still for a second, at 1 g askew.
    const accel_g: Vector3 = i < rate_Hz ? [0.36, 0.48, 0.8] : swing(t_s, 0.99 * range_g);
    const [x, y, z] = accel_g;
    const sample: Sample = {
      t_s,
      accel_mps2: [x * GRAVITY_MPS2, y * GRAVITY_MPS2, z * GRAVITY_MPS2],
    };
    if (hasGyro) sample.gyro_dps = swing(t_s, 200);
    return sample;
  });
}

/** Expects as many readings as samples, every component within the resolutions. */
export function expectSamples(
  readings: readonly Reading[],
  samples: readonly Sample[],
  within: { accel_mps2: number; gyro_dps: number },
): void {
  expect(readings).toHaveLength(samples.length);
  samples.forEach(({ accel_mps2, gyro_dps }, i) => {
    expectNear(readings[i].accel_mps2, accel_mps2, within.accel_mps2);
    if (!gyro_dps) return expect(readings[i].gyro_dps).toBeUndefined();
    expectNear(readings[i].gyro_dps ?? [], gyro_dps, within.gyro_dps);
  });
}

/** Expects a stream that was stopped to hear nothing of what is sent all the same. */
export async function expectSilenceOnceStopped(model: Model, emulation: Emulation): Promise<void> {
  const device = new PlayedDevice(emulation);
  const stream = await model.open(device);
  const take = vi.fn();
  await stream.start(take, () => {});
  await stream.stop();
  for (const { characteristic, bytes } of emulation.packets(movingSamples(emulation))) {
    device.notify(characteristic, bytes);
  }
  expect(take).not.toHaveBeenCalled();
}

function expectNear(read: readonly number[], told: Vector3, within: number): void {
  expect(read).toHaveLength(3);
  told.forEach((value, axis) => {
    expect(Math.abs(read[axis] - value)).toBeLessThanOrEqual(within + 1e-9);
  });
}
