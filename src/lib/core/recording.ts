/** Three components in the sensor's own frame. */
export type Vector3 = readonly [x: number, y: number, z: number];

/** One reading, as a decoder or a file gives it. A lost value is NaN, never zero. */
export interface Sample {
  /** The sample's own time, s, from any origin: device clock or rebuilt from counts, never the arrival time alone. */
  t_s: number;
  /** Specific force (gravity included), m/s². */
  accel_mps2: Vector3;
  /** Angular rate, °/s; absent where the sensor has no gyroscope. */
  gyro_dps?: Vector3;
}

/** One quantity along x, y and z; the three columns have the recording's length. */
export interface Columns3 {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
}

/**
 * What a sensor said, in columns: facts, never altered. Times rise strictly, in seconds from any
 * origin; a lost value is NaN. Columns are views and may share memory with a growing Recorder, whose
 * later samples lie beyond `length`.
 */
export interface Recording {
  readonly length: number;
  readonly t_s: Float64Array;
  readonly accel_mps2: Columns3;
  readonly gyro_dps: Columns3 | null;
}

const INITIAL_CAPACITY = 1024;

/** Grows a recording sample by sample; capacity doubles, so that appending costs O(1) on average. */
export class Recorder {
  #length = 0;
  #t_s: Float64Array;
  #accel: Columns3;
  #gyro: Columns3 | null = null;

  constructor(capacity = INITIAL_CAPACITY) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`A recorder needs room for at least 1 sample, not ${capacity}.`);
    }
    this.#t_s = new Float64Array(capacity);
    this.#accel = newColumns(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** Time of the last sample, s; −∞ while there is none. */
  get lastTime_s(): number {
    return this.#length === 0 ? -Infinity : this.#t_s[this.#length - 1];
  }

  /**
   * Appends samples whose times rise strictly. Throws RangeError on a time that does not rise or is
   * not finite, before any sample of the call is taken: order and repeats are settled where samples
   * are decoded or read.
   */
  append(samples: readonly Sample[]): void {
    let last_s = this.lastTime_s;
    for (const { t_s } of samples) {
      if (!Number.isFinite(t_s) || t_s <= last_s) {
        throw new RangeError(`Sample time ${t_s} s does not follow ${last_s} s.`);
      }
      last_s = t_s;
    }
    this.#reserve(this.#length + samples.length);
    for (const sample of samples) this.#write(sample);
  }

  /** The recording so far: views on the columns, no copy. Later appends do not change it. */
  recording(): Recording {
    const n = this.#length;
    return {
      length: n,
      t_s: this.#t_s.subarray(0, n),
      accel_mps2: mapColumns(this.#accel, (column) => column.subarray(0, n)),
      gyro_dps: this.#gyro && mapColumns(this.#gyro, (column) => column.subarray(0, n)),
    };
  }

  #write(sample: Sample): void {
    const i = this.#length++;
    this.#t_s[i] = sample.t_s;
    writeRow(this.#accel, i, sample.accel_mps2);
    if (sample.gyro_dps && !this.#gyro) this.#gyro = newColumns(this.#t_s.length);
    if (this.#gyro) writeRow(this.#gyro, i, sample.gyro_dps ?? LOST);
  }

  #reserve(length: number): void {
    let capacity = this.#t_s.length;
    if (length <= capacity) return;
    while (capacity < length) capacity *= 2;
    const t_s = new Float64Array(capacity);
    t_s.set(this.#t_s);
    this.#t_s = t_s;
    this.#accel = mapColumns(this.#accel, (column) => grown(column, capacity));
    this.#gyro = this.#gyro && mapColumns(this.#gyro, (column) => grown(column, capacity));
  }
}

const LOST: Vector3 = [NaN, NaN, NaN];

/** A recording of the given samples. Throws RangeError like {@link Recorder.append}. */
export function recordingOf(samples: readonly Sample[]): Recording {
  const recorder = new Recorder(Math.max(1, samples.length));
  recorder.append(samples);
  return recorder.recording();
}

/** The samples `[start, end)` of a recording, sharing its memory. */
export function sliceRecording(recording: Recording, start: number, end: number): Recording {
  const cut = (column: Float32Array) => column.subarray(start, end);
  const t_s = recording.t_s.subarray(start, end);
  return {
    length: t_s.length,
    t_s,
    accel_mps2: mapColumns(recording.accel_mps2, cut),
    gyro_dps: recording.gyro_dps && mapColumns(recording.gyro_dps, cut),
  };
}

/** Sample `i` as an object, for the edges of the program. */
export function sampleAt(recording: Recording, i: number): Sample {
  const { t_s, accel_mps2, gyro_dps } = recording;
  const sample: Sample = { t_s: t_s[i], accel_mps2: row(accel_mps2, i) };
  if (gyro_dps) sample.gyro_dps = row(gyro_dps, i);
  return sample;
}

/** Every sample of a recording, in order. */
export function samplesOf(recording: Recording): Sample[] {
  return Array.from({ length: recording.length }, (_, i) => sampleAt(recording, i));
}

function row({ x, y, z }: Columns3, i: number): Vector3 {
  return [x[i], y[i], z[i]];
}

function writeRow(columns: Columns3, i: number, [x, y, z]: Vector3): void {
  columns.x[i] = x;
  columns.y[i] = y;
  columns.z[i] = z;
}

/** Three columns of lost values. */
function newColumns(capacity: number): Columns3 {
  const column = () => new Float32Array(capacity).fill(NaN);
  return { x: column(), y: column(), z: column() };
}

function grown(column: Float32Array, capacity: number): Float32Array {
  const longer = new Float32Array(capacity).fill(NaN);
  longer.set(column);
  return longer;
}

function mapColumns(columns: Columns3, change: (column: Float32Array) => Float32Array): Columns3 {
  return { x: change(columns.x), y: change(columns.y), z: change(columns.z) };
}
