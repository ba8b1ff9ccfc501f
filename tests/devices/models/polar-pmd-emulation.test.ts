import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample, Vector3 } from '$lib/core/recording';
import type { Reading } from '$lib/devices/models/model';
import { polarPmd } from '$lib/devices/models/polar-pmd';
import { decompressed } from '$lib/devices/models/polar-pmd-frames';
import type { Emulation } from '../../e2e/ble/emulation';
import { packDeltas } from '../../e2e/ble/peripherals/pmd';
import { polarH10 } from '../../e2e/ble/peripherals/polar-h10';
import { polarVeritySense } from '../../e2e/ble/peripherals/polar-verity-sense';
import { viewOf } from '../decoder-laws';
import { expectSamples } from './moving';
import { PlayedDevice } from './played-device';

/** What has been measured by an emulated device that swings and turns, and what the page makes of it. */
async function streamed(device: Emulation, count: number) {
  const samples = Array.from({ length: count }, (_, i): Sample =>
    swinging(i / device.rate_Hz, device.hasGyro),
  );
  const connection = new PlayedDevice(device);
  const stream = await polarPmd.open(connection);
  const readings: Reading[] = [];
  await stream.start(
    (batch) => readings.push(...batch),
    () => undefined,
  );
  const packets = device.packets(samples);
  connection.send(packets);
  return { samples, readings, packets, stream };
}

function swinging(t_s: number, hasGyro: boolean): Sample {
  const phase = 2 * Math.PI * t_s;
  const accel_mps2: Vector3 = [20 * Math.sin(phase), -30 * Math.cos(7 * phase), 9.81];
  return hasGyro
    ? { t_s, accel_mps2, gyro_dps: [100 * Math.sin(phase), -5, 40 * Math.cos(phase)] }
    : { t_s, accel_mps2 };
}

/** The device's clock counts ns from the first frame's stamp, that is from its last sample. */
function expectTimes(readings: readonly Reading[], samples: readonly Sample[], first: number) {
  readings.forEach(({ tick }, i) =>
    expect((tick ?? NaN) / 1e9).toBeCloseTo(samples[i].t_s - samples[first].t_s, 7),
  );
}

describe('an emulated H10', () => {
  it('gives back every sample to half a mG and its instant to 0.1 µs', async () => {
    const { samples, readings } = await streamed(polarH10, 1000);
    expectSamples(readings, samples, {
      accel_mps2: polarH10.resolution_mps2 / 2,
      gyro_dps: 0,
    });
    expectTimes(readings, samples, 35);
  });
});

describe('an emulated Verity Sense', () => {
  it('gives back every sample to half a mG and 0.01 °/s, with the gyroscope at its instant', async () => {
    const { samples, readings } = await streamed(polarVeritySense, 1040);
    const within = { accel_mps2: polarVeritySense.resolution_mps2 / 2, gyro_dps: 0.01 };
    // The first lies a hair before the gyroscope's own first one.
    const { t_s, accel_mps2 } = samples[0];
    expectSamples([{ accel_mps2: readings[0].accel_mps2 }], [{ t_s, accel_mps2 }], within);
    expectSamples(readings.slice(1), samples.slice(1), within);
    // The gyroscope's first frame, of 27 samples, is the first to arrive.
    expectTimes(readings, samples, 26);
  });

  it('sends no frame that a usual notification could not hold', async () => {
    const { packets } = await streamed(polarVeritySense, 1040);
    expect(Math.max(...packets.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(244);
  });
});

describe('compression', () => {
  const count = fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 });

  it('gives back any counts of 16 bits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, count, count), { minLength: 1, maxLength: 60 }),
        (counts) => {
          const { declared, vectors } = decompressed(viewOf(Uint8Array.from(packDeltas(counts))));
          expect(vectors).toEqual(counts);
          expect(declared).toBe(counts.length);
        },
      ),
    );
  });
});
