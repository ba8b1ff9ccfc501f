import { describe, expect, it } from 'vitest';
import type { Sample } from '$lib/core/recording';
import type { Reading } from '$lib/devices/models/model';
import { movesense as model } from '$lib/devices/models/movesense';
import { movesense } from '../../e2e/ble/peripherals/movesense';
import { PlayedDevice } from './played-device';

describe('an emulated Movesense', () => {
  it('gives back every sample to a float’s precision and its instant to 1 ms, over a rollover', async () => {
    const samples = Array.from({ length: 1040 }, (_, i): Sample => {
      const phase = i / 20;
      return {
        t_s: i / 104,
        accel_mps2: [20 * Math.sin(phase), 9.81, -i / 100],
        gyro_dps: [i, -i / 2, 100 * Math.cos(phase)],
      };
    });
    const device = new PlayedDevice(movesense);
    const stream = await model.open(device);
    const readings: Reading[] = [];
    await stream.start(
      (batch) => readings.push(...batch),
      () => undefined,
    );
    device.send(movesense.packets(samples));
    expect(readings).toHaveLength(1040);
    let rolledOver = 0;
    readings.forEach(({ accel_mps2, gyro_dps, tick = NaN }, i) => {
      expect(accel_mps2).toEqual(samples[i].accel_mps2.map(Math.fround));
      expect(gyro_dps).toEqual(samples[i].gyro_dps?.map(Math.fround));
      if (i > 0 && tick < (readings[i - 1].tick ?? NaN)) rolledOver++;
      const elapsed_ms = tick + rolledOver * 2 ** 32 - (readings[0].tick ?? NaN);
      expect(Math.abs(elapsed_ms - samples[i].t_s * 1000)).toBeLessThan(1);
    });
    expect(rolledOver).toBe(1);
  });
});
