import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  recordingOf,
  type Columns3,
  type Recording,
  type Sample,
  type Vector3,
} from '../../../src/lib/core/recording';
import { movingMean } from '../../../src/lib/core/signal/moving-mean';
import { analyse } from '../../../src/lib/core/sled/analyse';
import { measureSet } from '../../../src/lib/core/sled/measure';
import type { WarningCode } from '../../../src/lib/core/sled/report';
import { DEFAULT_SETUP } from '../../../src/lib/core/sled/setup';
import { simulate } from '../../../src/lib/core/simulate';
import { Random } from '../../../src/lib/core/simulate/random';
import { arbitraryRecording } from '../file/arbitrary-recording';
import { expectSound } from './sound';

const LOST: Vector3 = [NaN, NaN, NaN];
const UP: Vector3 = [0, 0, 9.81];

function recorded(
  duration_s: number,
  force: (t_s: number) => Vector3,
  rate_Hz = 100,
  gyro?: (t_s: number) => Vector3,
): Recording {
  const samples = Array.from({ length: Math.round(duration_s * rate_Hz) }, (_, i): Sample => {
    const t_s = i / rate_Hz;
    const sample = { t_s, accel_mps2: force(t_s) };
    return gyro ? { ...sample, gyro_dps: gyro(t_s) } : sample;
  });
  return recordingOf(samples);
}

function gyroOf({ gyro_dps }: Recording): Columns3 {
  if (!gyro_dps) throw new Error('The recording has no gyroscope.');
  return gyro_dps;
}

function analysed(recording: Recording) {
  const report = analyse(recording);
  expectSound(report);
  return { ...report, codes: report.warnings.map(({ code }) => code) };
}

describe('a recording of nothing', () => {
  it.each<[string, Recording, WarningCode]>([
    ['no sample', recordingOf([]), 'too-short'],
    ['one sample', recorded(0.01, () => UP), 'too-short'],
    ['two samples', recorded(0.02, () => UP), 'too-short'],
    ['a second', recorded(1, () => UP), 'too-short'],
    ['lost samples alone', recorded(30, () => LOST), 'too-short'],
    ['a sensor that always says the same', recorded(30, () => UP), 'no-motion'],
    [
      'the same, with a gyroscope',
      recorded(
        30,
        () => UP,
        100,
        () => [0, 0, 0],
      ),
      'no-motion',
    ],
    ['a slow still sensor', recorded(30, () => [3, -4, 8.5], 7), 'no-motion'],
  ])('says so: %s', (_, recording, code) => {
    const { reps, strokes, set, codes } = analysed(recording);
    expect(reps).toEqual([]);
    expect(strokes).toEqual([]);
    expect(set).toEqual(measureSet([]));
    expect(codes).toContain(code);
  });

  it('has no reps in the noise of a still sensor, whatever its orientation, be it a bad one', () => {
    const random = new Random(1);
    for (let i = 0; i < 10; i++) {
      // At 100 Hz up to 0.05 m/s² is up to 720 µg/√Hz; the worst in use have 220.
      const sd_mps2 = 10 ** random.uniform(-3, -1.3);
      const [x, y, z] = [random.normal(), random.normal(), random.normal()];
      const share = 9.81 / Math.hypot(x, y, z);
      const noise = () => sd_mps2 * random.normal();
      const still = (): Vector3 => [x * share + noise(), y * share + noise(), z * share + noise()];
      const { reps, codes } = analysed(recorded(40, still));
      expect(reps).toEqual([]);
      expect(codes).toContain('no-motion');
    }
  });

  it('takes a sensor that reads zero for no motion', () => {
    const zero = () => [0, 0, 0] as const;
    for (const recording of [recorded(20, zero), recorded(20, zero, 100, zero)]) {
      expect(analysed(recording).codes).toContain('no-motion');
    }
  });
});

describe('garbage', () => {
  it('of any kind the contract allows gives a sound report', () => {
    fc.assert(
      fc.property(arbitraryRecording, (recording) => {
        // Times there may lie anywhere; here within seconds.
        const t_s = recording.t_s.map((_, i) => i * 0.2);
        expectSound(analyse({ ...recording, t_s }));
      }),
      { numRuns: 60 },
    );
  });

  it('that walks at random gives a sound report', () => {
    const plan = fc.record({
      seed: fc.nat(1000),
      step_mps2: fc.constantFrom(0.01, 0.1, 1, 10, 1e3, 1e30),
      rate_Hz: fc.constantFrom(5, 20, 50, 100, 333),
      loss: fc.constantFrom(0, 0.1, 0.6, 0.95),
      hasGyro: fc.boolean(),
    });
    fc.assert(
      fc.property(plan, ({ seed, step_mps2, rate_Hz, loss, hasGyro }) => {
        const random = new Random(seed, 'walk');
        let [x, y, z] = UP;
        const walk = (): Vector3 => {
          [x, y, z] = [x, y, z].map((f) => f + step_mps2 * random.normal());
          return random.chance(loss) ? LOST : [x, y, z];
        };
        const spin = (): Vector3 => [99 * random.normal(), NaN, 1e4 * random.normal()];
        const recording = recorded(12, walk, rate_Hz, hasGyro ? spin : undefined);
        expectSound(analyse(recording));
      }),
      { numRuns: 30 },
    );
  });

  it('of huge, tiny and alternating values gives a sound report', () => {
    for (const size of [3e38, 1e19, 1e-19, 1e-38, 1e-45]) {
      analysed(recorded(10, (t_s) => [size * Math.sin(9 * t_s), -size, size * Math.cos(t_s * 5)]));
      analysed(
        recorded(10, (t_s) => (Math.round(t_s * 100) % 2 ? [size, 0, 0] : [-size, 0, size])),
      );
    }
  });

  it('of a sensor whose gravity was taken out gives a sound report', () => {
    const linear = (t_s: number): Vector3 => [t_s % 5 < 2 ? 2 * Math.sin(Math.PI * t_s) : 0, 0, 0];
    analysed(recorded(40, linear));
    analysed(recorded(40, linear, 100, () => [0, 0, 0]));
  });

  it('of shaking without a calm moment gives a sound report', () => {
    const random = new Random(3);
    const shaken = (): Vector3 => [
      60 * random.normal(),
      60 * random.normal(),
      60 * random.normal(),
    ];
    analysed(recorded(20, shaken, 20));
    analysed(recorded(20, shaken, 20, shaken));
  });

  it('of shaking to and fro along one axis gives a sound report', () => {
    for (let seed = 0; seed < 12; seed++) {
      const random = new Random(seed, 'shaken');
      const force_mps2 = movingMean(
        Float64Array.from({ length: 2000 }, () => 3 * random.normal()),
        5,
      );
      analysed(recorded(20, (t_s) => [force_mps2[Math.round(100 * t_s)], 0, 9.81]));
    }
  });
});

describe('a good set, badly recorded', () => {
  const { recording, truth } = simulate({ seed: 1, set: { reps: 4 } });

  it.each([0.3, 5, 40])('with a clock that jumps by %d s still gives a sound report', (jump_s) => {
    const middle = recording.length / 2;
    const t_s = recording.t_s.map((time_s, i) => (i < middle ? time_s : time_s + jump_s));
    const { gaps, reps } = analysed({ ...recording, t_s });
    expect(gaps).toHaveLength(1);
    expect(reps.length).toBeGreaterThan(0);
  });

  it('with a clock that was set in the middle, from its start to the year, gives a sound report', () => {
    const middle = recording.length / 2;
    const t_s = recording.t_s.map((time_s, i) => (i < middle ? time_s : time_s + 1.7e9));
    expect(() => analysed({ ...recording, t_s })).not.toThrow();
  });

  it('with spikes gives a sound report', () => {
    const x = recording.accel_mps2.x.slice();
    for (let i = 300; i < x.length; i += 700) x[i] = 60;
    const { reps } = analysed({ ...recording, accel_mps2: { ...recording.accel_mps2, x } });
    expect(reps.length).toBeGreaterThan(0);
  });

  it.each([
    ['starts late', 0, 0.3],
    ['stops early', 0.7, 1],
    ['drops out', 0.4, 0.6],
  ])('by a gyroscope that %s has the same reps', (_, from, to) => {
    for (const seed of [1, 2, 3]) {
      const good = simulate({ seed, set: { reps: 4 } });
      const lost = (column: Float32Array) =>
        column.map((w, i) => (i >= from * column.length && i < to * column.length ? NaN : w));
      const { x, y, z } = gyroOf(good.recording);
      const gyro_dps = { x: lost(x), y: lost(y), z: lost(z) };
      const { reps, strokes } = analysed({ ...good.recording, gyro_dps });
      expect(strokes).toHaveLength(8);
      reps.forEach(({ depth_m, quality }, i) => {
        expect(quality).toBe('good');
        expect(Math.abs(depth_m / good.truth.reps[i].depth_m - 1)).toBeLessThan(0.15);
      });
    }
  });

  it('from any moment on, and up to any, gives a sound report', () => {
    for (const share of [0.02, 0.1, 0.25, 0.5, 0.75]) {
      const n = Math.round(share * recording.length);
      const cut = (start: number, end: number) => {
        const part = (column: Float32Array) => column.subarray(start, end);
        const { x, y, z } = recording.accel_mps2;
        return {
          length: end - start,
          t_s: recording.t_s.subarray(start, end),
          accel_mps2: { x: part(x), y: part(y), z: part(z) },
          gyro_dps: null,
        };
      };
      expect(analysed(cut(0, n)).reps.length).toBeLessThanOrEqual(truth.reps.length);
      expect(analysed(cut(n, recording.length)).reps.length).toBeLessThanOrEqual(truth.reps.length);
    }
  });

  it('with a strange setup gives a sound report', () => {
    for (const minTravel_m of [0.001, 0.02, 3]) {
      expectSound(analyse(recording, { ...DEFAULT_SETUP, minTravel_m }));
    }
  });
});
