import type { Vector3 } from '$lib/core/recording';
import { expectLength, fromG, scaled } from './bytes';
import type { Connection, Model, Reading, Stream } from './model';

const CONTROLLER = '0000fe55-0000-1000-8000-00805f9b34fb';
const STATE = '00000001-1000-1000-8000-00805f9b34fb';

/** Scales: Google's GVR SDK for Unity, daydream_controller_state.m. */
const G_PER_COUNT = 8 / 4095;
const DPS_PER_COUNT = 2048 / 4095;

/** Where fields begin, in bits; the first is the highest bit of byte 0. */
const TIME_AT = 0;
const SEQUENCE_AT = 9;
const ACCEL_AT = 53;
const GYRO_AT = 92;

const TIME_BITS = 9;
const SEQUENCE_BITS = 5;
const AXIS_BITS = 13;

/** Google Daydream controller: nothing to set; it measures while it is connected. */
export const daydream: Model = {
  id: 'daydream',
  name: 'Google Daydream controller',
  filters: [{ name: 'Daydream controller' }],
  services: [CONTROLLER],
  recognises: (connection) => connection.has(CONTROLLER, STATE),
  open,
};

export interface DaydreamReading extends Reading {
  readonly gyro_dps: Vector3;
  /** Milliseconds, modulo 512. */
  readonly tick: number;
  /** Packets, modulo 32: tells a lost packet from a late one. */
  readonly sequence: number;
}

/**
 * The controller's state, 20 bytes of bit fields, highest bit first: 9 bits of time, 5 of sequence, then
 * 13 bits signed for each axis of orientation, specific force (8/4095 g) and angular rate (2048/4095 °/s);
 * the rest is its touchpad and its buttons.
 */
export function decodeDaydream(view: DataView): DaydreamReading {
  expectLength(view, 20, 'A packet of a Daydream controller');
  return {
    accel_mps2: fromG(scaled(axes(view, ACCEL_AT), G_PER_COUNT)),
    gyro_dps: scaled(axes(view, GYRO_AT), DPS_PER_COUNT),
    tick: field(view, TIME_AT, TIME_BITS),
    sequence: field(view, SEQUENCE_AT, SEQUENCE_BITS),
  };
}

function open(connection: Connection): Promise<Stream> {
  return Promise.resolve({
    name: null,
    // Real packets are 16 and 17 ms apart.
    rate_Hz: 60,
    range_g: 8,
    clock: { kind: 'ticks', unit_s: 1e-3, period: 2 ** TIME_BITS },
    start: (take) =>
      connection.subscribe(CONTROLLER, STATE, (view) => take([decodeDaydream(view)])),
    stop: () => Promise.resolve(),
  });
}

function axes(view: DataView, at: number): Vector3 {
  return [axis(view, at), axis(view, at + AXIS_BITS), axis(view, at + 2 * AXIS_BITS)];
}

/** Two's complement. */
function axis(view: DataView, at: number): number {
  const value = field(view, at, AXIS_BITS);
  return value < 2 ** (AXIS_BITS - 1) ? value : value - 2 ** AXIS_BITS;
}

/** A field of at most 17 bits: wherever it begins, it lies within three bytes. */
function field(view: DataView, at: number, width: number): number {
  const byte = at >> 3;
  const word =
    (view.getUint8(byte) << 16) | (view.getUint8(byte + 1) << 8) | view.getUint8(byte + 2);
  return (word >> (24 - (at & 7) - width)) & (2 ** width - 1);
}
