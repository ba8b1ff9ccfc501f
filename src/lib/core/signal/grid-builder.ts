import type { Recording } from '../recording';
import { withRoom } from './columns';
import { GRID_STEP_S } from './even-grid';
import { Extremes } from './extremes';
import { median, robustSd } from './statistics';

const SETTINGS = {
  /** The sampling interval, and how uneven it is, are read from so many samples before. */
  intervals: 64,
  /** They are read anew every so many cells, at first more often. */
  cellsPerReading: 100,
  cellsPerFirstReading: 20,
  /** A single sample this far from the one before is wild when those around it differ by less than this share of that. */
  wild_mps2: 15,
  backShare: 0.12,
  /** What a jump leaves of itself at the next sample: after a knock so large a sample may be part of its ringing. */
  ringing: 0.7,
  /** Clocks that count from 1970 round to less than this: a sample so near a cell's end lies at it. */
  sameInstant_s: 1e-6,
};

/** Room is made for so many cells at first: most sets then need no more. */
const FIRST_CELLS = 8192;

/** The sensor's readings, one value a cell: specific force in the first three, angular rate in the last. */
const CHANNELS = 6;

/**
 * Lays samples on even cells as they come: cell k spans `[start_s + k·step, start_s + (k + 1)·step]` and
 * holds the mean over it of the samples' straight-line interpolation, so that a sum over cells is
 * exactly its integral, at any rate and spacing. A cell is there once a sample at or beyond its end
 * is, and never changes: it depends on nothing that comes later.
 */
export class GridBuilder {
  /** Complete cells. */
  length = 0;
  start_s = NaN;
  /** Time of the last sample taken. */
  last_s = NaN;
  /** Means over each cell: x, y, z in m/s², then x, y, z in °/s (NaN where there was none). */
  channels: Float64Array<ArrayBuffer>[] = Array.from(
    { length: CHANNELS },
    () => new Float64Array(FIRST_CELLS),
  );
  /** Distance of the two samples a cell's middle lies between. */
  spacing_s = new Float32Array(FIRST_CELLS);
  /** Usual distance of the samples before a cell, and its spread relative to that. */
  interval_s = new Float32Array(FIRST_CELLS);
  unevenness = new Float32Array(FIRST_CELLS);
  /** How much the samples that fell into a cell left the straight line of their neighbours, summed over axes: squares, and how many. */
  roughness_m2ps4 = new Float64Array(FIRST_CELLS);
  samples = new Uint16Array(FIRST_CELLS);
  /** 1 beside a sample at the end of the sensor's range. */
  clipped = new Uint8Array(FIRST_CELLS);

  /** The row that is read; the four rows change places, so that nothing is copied. */
  #row = new Float64Array(CHANNELS);
  /** A sample that may be wild, and its time: what comes after it tells. */
  #suspect = new Float64Array(CHANNELS);
  #suspect_s: number | null = null;
  /** The last sample taken, and the one before it. */
  #before = new Float64Array(CHANNELS).fill(NaN);
  #earlier = new Float64Array(CHANNELS).fill(NaN);
  /** The largest of the latest jumps from sample to sample, the older the less it counts. */
  #lately_mps2 = 0;
  readonly #area = new Float64Array(CHANNELS);
  readonly #recent_s = new Float64Array(SETTINGS.intervals);
  /** By how much those differ from the usual one, relative to it. */
  readonly #off = new Float64Array(SETTINGS.intervals);
  readonly #extremes = [0, 1, 2].map(() => new Extremes());
  #spacing_s = 0;
  #interval_s = 0;
  #unevenness = 0;
  #clipped = 0;
  #cellClipped = 0;
  #earlier_s = NaN;
  #before_s = NaN;
  #roughness = 0;
  #count = 0;
  #spans = 0;

  /** Takes row `i` of a recording; a row in which an acceleration is lost, or wild, is passed over. */
  take({ t_s, accel_mps2, gyro_dps }: Recording, i: number): void {
    const row = this.#row;
    row[0] = accel_mps2.x[i];
    row[1] = accel_mps2.y[i];
    row[2] = accel_mps2.z[i];
    if (!Number.isFinite(row[0] + row[1] + row[2])) return;
    row[3] = gyro_dps ? gyro_dps.x[i] : NaN;
    row[4] = gyro_dps ? gyro_dps.y[i] : NaN;
    row[5] = gyro_dps ? gyro_dps.z[i] : NaN;
    if (this.#suspect_s !== null) this.#settleSuspect();
    if (this.#jump(row, this.#before) > SETTINGS.wild_mps2) {
      [this.#suspect, this.#row] = [row, this.#suspect];
      this.#suspect_s = t_s[i];
    } else this.#row = this.#takeSample(t_s[i], row);
  }

  /** A sample far from the one before it is wild if the one after it is back where that was, and all was calm before; else it is taken. */
  #settleSuspect(): void {
    const at_s = this.#suspect_s ?? NaN;
    this.#suspect_s = null;
    const back = SETTINGS.backShare * this.#jump(this.#suspect, this.#before);
    const isWild = this.#jump(this.#row, this.#before) < back && this.#lately_mps2 < back;
    if (!isWild) this.#suspect = this.#takeSample(at_s, this.#suspect);
  }

  /** Distance of two samples' specific forces; NaN while there is none before. */
  #jump(one: Float64Array, other: Float64Array): number {
    const x = one[0] - other[0];
    const y = one[1] - other[1];
    const z = one[2] - other[2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** Takes a row for good; the row that is free now. */
  #takeSample(t_s: number, row: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
    let clipped = 0;
    for (let c = 0; c < this.#extremes.length; c++) {
      this.#extremes[c].take(row[c]);
      if (this.#extremes[c].isEnd(row[c])) clipped = 1;
    }
    if (Number.isNaN(this.start_s)) this.start_s = t_s;
    else this.#span(t_s, row, Math.max(clipped, this.#clipped));
    this.#clipped = clipped;
    this.last_s = t_s;
    this.#addRoughness(t_s, row);
    const jump_mps2 = this.#jump(row, this.#before) || 0;
    this.#lately_mps2 = Math.max(jump_mps2, SETTINGS.ringing * this.#lately_mps2);
    const free = this.#earlier;
    [this.#earlier, this.#before] = [this.#before, row];
    [this.#earlier_s, this.#before_s] = [this.#before_s, t_s];
    return free;
  }

  /** Adds how far the sample before lies from the line between its neighbours. */
  #addRoughness(t_s: number, row: Float64Array): void {
    const spacing_s = t_s - this.#earlier_s;
    const share = (this.#before_s - this.#earlier_s) / spacing_s;
    let sum = 0;
    for (let c = 0; c < 3; c++) {
      sum += (this.#before[c] - this.#earlier[c] - share * (row[c] - this.#earlier[c])) ** 2;
    }
    if (!Number.isFinite(sum)) return;
    // White noise of variance 1 leaves this much.
    this.#roughness += sum / (1 + share ** 2 + (1 - share) ** 2);
    this.#count++;
  }

  /** Adds the straight line from the sample before to the one at `t_s` to the cells it crosses. */
  #span(t_s: number, row: Float64Array, clipped: number): void {
    const spacing_s = t_s - this.last_s;
    this.#recent_s[this.#spans++ % SETTINGS.intervals] = spacing_s;
    let from_s = this.last_s;
    for (;;) {
      const end_s = this.start_s + (this.length + 1) * GRID_STEP_S;
      const to_s = Math.min(end_s, t_s);
      const middle_s = end_s - GRID_STEP_S / 2;
      if (middle_s >= from_s && middle_s < to_s) this.#spacing_s = spacing_s;
      this.#addLine(from_s, to_s, spacing_s, row);
      if (clipped) this.#cellClipped = 1;
      if (end_s > t_s + SETTINGS.sameInstant_s) return;
      this.#close();
      from_s = to_s;
    }
  }

  #addLine(from_s: number, to_s: number, spacing_s: number, row: Float64Array): void {
    const width_s = to_s - from_s;
    if (width_s <= 0) return;
    const share = (0.5 * (from_s + to_s) - this.last_s) / spacing_s;
    for (let c = 0; c < CHANNELS; c++) {
      this.#area[c] += width_s * (this.#before[c] + share * (row[c] - this.#before[c]));
    }
  }

  #close(): void {
    const k = this.length;
    this.#reserve(k + 1);
    const { cellsPerReading, cellsPerFirstReading } = SETTINGS;
    if (k % (k < cellsPerReading ? cellsPerFirstReading : cellsPerReading) === 0) {
      this.#readIntervals();
    }
    const channels = this.channels;
    const area = this.#area;
    for (let c = 0; c < CHANNELS; c++) {
      const column = channels[c];
      column[k] = area[c] / GRID_STEP_S;
      area[c] = 0;
    }
    this.spacing_s[k] = this.#spacing_s;
    this.interval_s[k] = this.#interval_s;
    this.unevenness[k] = this.#unevenness;
    this.clipped[k] = this.#cellClipped;
    this.roughness_m2ps4[k] = this.#roughness;
    this.samples[k] = this.#count;
    this.#cellClipped = this.#roughness = this.#count = 0;
    this.length++;
  }

  #readIntervals(): void {
    const recent_s = this.#recent_s.subarray(0, this.#spans);
    const interval_s = median(recent_s);
    this.#interval_s = interval_s;
    const off = this.#off.subarray(0, recent_s.length);
    for (let i = 0; i < off.length; i++) off[i] = recent_s[i] / interval_s - 1;
    this.#unevenness = robustSd(off);
  }

  #reserve(cells: number): void {
    if (cells <= this.spacing_s.length) return;
    this.channels = this.channels.map((column) => withRoom(column, cells));
    this.spacing_s = withRoom(this.spacing_s, cells);
    this.interval_s = withRoom(this.interval_s, cells);
    this.unevenness = withRoom(this.unevenness, cells);
    this.roughness_m2ps4 = withRoom(this.roughness_m2ps4, cells);
    this.samples = withRoom(this.samples, cells);
    this.clipped = withRoom(this.clipped, cells);
  }
}
