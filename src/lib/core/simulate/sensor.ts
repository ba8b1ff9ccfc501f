import { GRAVITY_MPS2 } from '../gravity';
import { Recorder, type Recording, type Sample, type Vector3 } from '../recording';
import type { Axes, Felt } from './felt';
import type { Between } from './plan';
import { Random } from './random';

/** What a sensor adds to the truth. Maximal errors are drawn evenly up to the given size, one draw per sensor. */
export interface SensorGrade {
  rate_Hz: number;
  range_g: number;
  bits: number;
  noise_ugPerRootHz: number;
  /** Random walk of the offset. */
  biasWalk_ugPerRootS: number;
  /** Largest offset per axis. */
  offset_g: number;
  /** Largest change of the offset per axis, even in time, from the recording's start to its end. */
  drift_mps2: number;
  /** Largest scale error per axis, relative. */
  scaleError: number;
  /** Largest leak from one axis into another, relative. */
  crossAxis: number;
  /** The true instant of a sample scatters about its time stamp, sd. */
  jitter_s: number;
  /** Time stamps themselves uneven by up to this share of the interval either way; the stamps are true. */
  uneven: number;
  /** Share of samples lost, and how many in a row on average. */
  loss: number;
  lossRun: number;
  /** Single wild samples: how many in a minute, and how far off, in any direction. */
  spikes_perMin: Between;
  spike_mps2: Between;
  /** A lost sample leaves no row, or a row of NaN. */
  lostAs: 'absent' | 'nan';
  /** Share of samples that repeat the one before. */
  repeats: number;
  gyro: GyroGrade | null;
}

export interface GyroGrade {
  range_dps: number;
  bits: number;
  noise_dpsPerRootHz: number;
  offset_dps: number;
  scaleError: number;
}

/** BMI270 datasheet: 0.007 °/s/√Hz, offset ± 0.5 °/s after trimming. */
const GYRO: GyroGrade = {
  range_dps: 1000,
  bits: 16,
  noise_dpsPerRootHz: 0.007,
  offset_dps: 0.5,
  scaleError: 0.01,
};

/** A BMI270 (160 µg/√Hz by its datasheet) over a good link. */
const GOOD_100: SensorGrade = {
  rate_Hz: 100,
  range_g: 8,
  bits: 16,
  noise_ugPerRootHz: 160,
  biasWalk_ugPerRootS: 20,
  offset_g: 0.02,
  drift_mps2: 0,
  scaleError: 0.005,
  crossAxis: 0.005,
  jitter_s: 0,
  uneven: 0,
  spikes_perMin: [0, 0],
  spike_mps2: [20, 100],
  loss: 0,
  lossRun: 1,
  lostAs: 'absent',
  repeats: 0,
  gyro: GYRO,
};

const SLOW_25: SensorGrade = {
  ...GOOD_100,
  rate_Hz: 25,
  bits: 14,
  noise_ugPerRootHz: 220,
  offset_g: 0.04,
  scaleError: 0.01,
  jitter_s: 0.002,
  gyro: null,
};

/** Sensors by grade; noise densities are the datasheets' of the chips named. */
export const SENSOR_GRADES = {
  good100: GOOD_100,
  /** LSM6DSOX, 70 µg/√Hz. */
  good200: { ...GOOD_100, rate_Hz: 200, noise_ugPerRootHz: 70 },
  /** FXOS8700, 126 µg/√Hz, 14 bits, over a radio that loses single packets. */
  mid50: {
    ...GOOD_100,
    rate_Hz: 50,
    range_g: 4,
    bits: 14,
    noise_ugPerRootHz: 126,
    offset_g: 0.04,
    scaleError: 0.01,
    crossAxis: 0.01,
    jitter_s: 0.002,
    loss: 0.01,
    lostAs: 'nan',
    gyro: null,
  },
  /** A cheap ±2 g part of 10 bits, rebuilt time stamps, a radio that loses bursts and repeats itself. */
  poor50: {
    ...GOOD_100,
    rate_Hz: 50,
    range_g: 2,
    bits: 10,
    noise_ugPerRootHz: 220,
    biasWalk_ugPerRootS: 60,
    offset_g: 0.05,
    scaleError: 0.02,
    crossAxis: 0.01,
    jitter_s: 0.004,
    loss: 0.03,
    lossRun: 5,
    repeats: 0.02,
    gyro: null,
  },
  slow25: SLOW_25,
  slow10: { ...SLOW_25, rate_Hz: 10 },
  /** A telephone in a holder: true but uneven stamps. */
  phone: { ...GOOD_100, bits: 16, noise_ugPerRootHz: 120, uneven: 0.3, offset_g: 0.03 },
  /** ISM330DHCX, 60 µg/√Hz. */
  fast400: { ...GOOD_100, rate_Hz: 400, range_g: 16, noise_ugPerRootHz: 60 },
} as const satisfies Record<string, SensorGrade>;

export type SensorGradeName = keyof typeof SENSOR_GRADES;

/** Samples an ideal sensor's forces as a real one would. */
export function record(felt: Felt, grade: SensorGrade, seed: number): Recording {
  const stamps_s = drawStamps(felt, grade, new Random(seed, 'clock'));
  const instants_s = drawInstants(stamps_s, grade, new Random(seed, 'jitter'));
  const kept = drawLoss(stamps_s.length, grade, new Random(seed, 'radio'));
  const accel = readAccel(felt, instants_s, grade, seed);
  const gyro =
    grade.gyro && readGyro(felt, instants_s, grade.rate_Hz, grade.gyro, new Random(seed, 'gyro'));
  const samples: Sample[] = [];
  for (let i = 0; i < stamps_s.length; i++) {
    if (kept[i] === LOST && grade.lostAs === 'absent') continue;
    const from = kept[i] === REPEATED ? i - 1 : i;
    const lost = kept[i] === LOST;
    const sample: Sample = { t_s: stamps_s[i], accel_mps2: lost ? NOTHING : rowOf(accel, from) };
    if (gyro) sample.gyro_dps = lost ? NOTHING : rowOf(gyro, from);
    samples.push(sample);
  }
  const recorder = new Recorder(Math.max(1, samples.length));
  recorder.append(samples);
  return recorder.recording();
}

const NOTHING: Vector3 = [NaN, NaN, NaN];

function rowOf([x, y, z]: Axes, i: number): Vector3 {
  return [x[i], y[i], z[i]];
}

function drawStamps({ rate_Hz, accel_mps2 }: Felt, grade: SensorGrade, random: Random) {
  const duration_s = (accel_mps2[0].length - 1) / rate_Hz;
  const stamps_s = new Float64Array(Math.max(0, Math.floor(duration_s * grade.rate_Hz) - 1));
  const reach = Math.min(0.45, grade.uneven);
  for (let i = 0; i < stamps_s.length; i++) {
    stamps_s[i] = (i + 1 + reach * random.uniform(-1, 1)) / grade.rate_Hz;
  }
  return stamps_s;
}

function drawInstants(stamps_s: Float64Array, grade: SensorGrade, random: Random): Float64Array {
  if (grade.jitter_s === 0) return stamps_s;
  return stamps_s.map((t_s) => t_s + grade.jitter_s * random.normal());
}

const KEPT = 0;
const LOST = 1;
const REPEATED = 2;

/** A radio with two states, good and bad (Gilbert 1960, doi 10.1002/j.1538-7305.1960.tb03959.x). */
function drawLoss(length: number, grade: SensorGrade, random: Random): Uint8Array {
  const fates = new Uint8Array(length).fill(KEPT);
  const recovers = 1 / Math.max(1, grade.lossRun);
  const fails = (grade.loss * recovers) / (1 - grade.loss);
  let bad = false;
  for (let i = 0; i < length; i++) {
    bad = bad ? !random.chance(recovers) : random.chance(fails);
    if (bad) fates[i] = LOST;
    else if (i > 0 && random.chance(grade.repeats)) fates[i] = REPEATED;
  }
  return fates;
}

function readAccel(felt: Felt, instants_s: Float64Array, grade: SensorGrade, seed: number): Axes {
  const random = new Random(seed, 'accelerometer');
  const { rate_Hz, noise_ugPerRootHz, biasWalk_ugPerRootS } = grade;
  const ideal = lowPassed(felt.accel_mps2, felt.rate_Hz, instants_s, rate_Hz);
  const mixed = mix(ideal, grade, random);
  if (grade.drift_mps2 > 0) addDrift(mixed, grade, new Random(seed, 'drift'));
  if (grade.spikes_perMin[1] > 0) addSpikes(mixed, grade, new Random(seed, 'spikes'));
  const unit_mps2 = GRAVITY_MPS2 * 1e-6;
  // White noise of density N through a filter that passes up to half the rate: sd = N·√(rate/2).
  const noise_mps2 = noise_ugPerRootHz * unit_mps2 * Math.sqrt(rate_Hz / 2);
  const walk_mps2 = (biasWalk_ugPerRootS * unit_mps2) / Math.sqrt(rate_Hz);
  const converter = { range: grade.range_g * GRAVITY_MPS2, bits: grade.bits };
  for (const axis of mixed) {
    let bias_mps2 = grade.offset_g * GRAVITY_MPS2 * random.uniform(-1, 1);
    for (let i = 0; i < axis.length; i++) {
      bias_mps2 += walk_mps2 * random.normal();
      axis[i] = convert(axis[i] + bias_mps2 + noise_mps2 * random.normal(), converter);
    }
  }
  return mixed;
}

function addDrift(axes: Axes, { drift_mps2 }: SensorGrade, random: Random): void {
  for (const axis of axes) {
    const change_mps2 = drift_mps2 * random.uniform(-1, 1);
    for (let i = 0; i < axis.length; i++) axis[i] += (change_mps2 * i) / axis.length;
  }
}

function addSpikes(axes: Axes, grade: SensorGrade, random: Random): void {
  const perSample = random.uniform(...grade.spikes_perMin) / (60 * grade.rate_Hz);
  for (let i = 0; i < axes[0].length; i++) {
    if (!random.chance(perSample)) continue;
    const direction = axes.map(() => random.normal());
    const scale = random.uniform(...grade.spike_mps2) / Math.hypot(...direction);
    axes.forEach((axis, k) => (axis[i] += scale * direction[k]));
  }
}

function readGyro(
  felt: Felt,
  instants_s: Float64Array,
  rate_Hz: number,
  grade: GyroGrade,
  random: Random,
): Axes {
  const axes = lowPassed(felt.gyro_dps, felt.rate_Hz, instants_s, rate_Hz);
  const noise_dps = grade.noise_dpsPerRootHz * Math.sqrt(rate_Hz / 2);
  const converter = { range: grade.range_dps, bits: grade.bits };
  for (const axis of axes) {
    const offset_dps = grade.offset_dps * random.uniform(-1, 1);
    const scale = 1 + grade.scaleError * random.uniform(-1, 1);
    for (let i = 0; i < axis.length; i++) {
      axis[i] = convert(scale * axis[i] + offset_dps + noise_dps * random.normal(), converter);
    }
  }
  return axes;
}

/** Scale and cross-axis errors. */
function mix([x, y, z]: Axes, { scaleError, crossAxis }: SensorGrade, random: Random): Axes {
  const row = (k: number) =>
    [0, 1, 2].map((j) =>
      j === k ? 1 + scaleError * random.uniform(-1, 1) : crossAxis * random.uniform(-1, 1),
    );
  const combine = ([a, b, c]: number[]) => x.map((value, i) => a * value + b * y[i] + c * z[i]);
  return [combine(row(0)), combine(row(1)), combine(row(2))];
}

interface Converter {
  range: number;
  bits: number;
}

/** Clips and rounds to two's-complement counts. */
function convert(value: number, { range, bits }: Converter): number {
  const full = 2 ** (bits - 1);
  const count = Math.round((value / range) * full);
  return (Math.max(-full, Math.min(full - 1, count)) * range) / full;
}

/**
 * The sensor's own low-pass: the mean over one sampling interval about each instant (what it cannot
 * remove is aliased, as in a real part). Group delay is taken as known and already in the stamps.
 */
function lowPassed(axes: Axes, grid_Hz: number, instants_s: Float64Array, rate_Hz: number): Axes {
  const half_s = 0.5 / rate_Hz;
  const filter = (axis: Float64Array): Float64Array => {
    const sum = running(axis);
    return instants_s.map(
      (t_s) =>
        ((sumTo(axis, sum, (t_s + half_s) * grid_Hz) - sumTo(axis, sum, (t_s - half_s) * grid_Hz)) *
          rate_Hz) /
        grid_Hz,
    );
  };
  return [filter(axes[0]), filter(axes[1]), filter(axes[2])];
}

/** Integral from the first grid point to each, in grid steps, the axis linear between points. */
function running(axis: Float64Array): Float64Array {
  const sum = new Float64Array(axis.length);
  for (let i = 1; i < axis.length; i++) sum[i] = sum[i - 1] + (axis[i - 1] + axis[i]) / 2;
  return sum;
}

function sumTo(axis: Float64Array, sum: Float64Array, position: number): number {
  const at = Math.max(0, Math.min(axis.length - 1.001, position));
  const i = Math.floor(at);
  const x = at - i;
  return sum[i] + x * (axis[i] + (x / 2) * (axis[i + 1] - axis[i]));
}
