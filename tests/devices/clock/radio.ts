import { Random } from '../../../src/lib/core/simulate/random';
import type { Reading } from '../../../src/lib/devices/models/model';

/** Readings on their way: when each was measured. */
export interface Sent {
  readonly reading: Reading;
  /** When it was measured, s. */
  readonly at_s: number;
}

export interface Delivery {
  readonly sent: readonly Sent[];
  readonly arrived_s: number;
}

/** A link as browsers know it. */
export interface Radio {
  readonly seed: number;
  /** Readings to a notification. */
  readonly batch: number;
  /** The link is served so often, s. */
  readonly interval_s: number;
  /** Share of times at which it is not served. */
  readonly missed: number;
  /** Share of notifications that never come. */
  readonly loss: number;
  /** From, to: when nothing gets through. */
  readonly outage_s: readonly [number, number] | null;
  /** Whether what was measured meanwhile comes after the outage. */
  readonly keepsBacklog: boolean;
}

export const RADIO: Radio = {
  seed: 1,
  batch: 1,
  interval_s: 0.045,
  missed: 0.2,
  loss: 0,
  outage_s: null,
  keepsBacklog: true,
};

const HOST_DELAY_S = 0.008;
const BETWEEN_S = 0.001;

/**
 * Sends readings in notifications through a bursty link: each waits for the next time the link is served, and
 * those that waited together come 1 ms apart, in order, up to a few ms later than they might.
 */
export function deliver(sent: readonly Sent[], settings: Partial<Radio> = {}): Delivery[] {
  const radio = { ...RADIO, ...settings };
  const random = new Random(radio.seed, 'link');
  const deliveries: Delivery[] = [];
  const phase_s = random.uniform(0, radio.interval_s);
  let served = -Infinity;
  let arrived_s = -Infinity;
  for (let i = 0; i + radio.batch <= sent.length; i += radio.batch) {
    const batch = sent.slice(i, i + radio.batch);
    const complete_s = batch[batch.length - 1].at_s;
    const lost = random.chance(radio.loss);
    let due = Math.ceil((complete_s - phase_s) / radio.interval_s);
    if (due > served) {
      while (random.chance(radio.missed) || isOut(phase_s + due * radio.interval_s, radio)) due++;
      served = due;
    }
    const soonest_s = phase_s + served * radio.interval_s + HOST_DELAY_S;
    const comes_s = Math.max(soonest_s + random.uniform(0, 0.004), arrived_s + BETWEEN_S);
    if (lost || isCutOff(complete_s, comes_s, radio)) continue;
    arrived_s = comes_s;
    deliveries.push({ sent: batch, arrived_s });
  }
  return deliveries;
}

function isOut(t_s: number, { outage_s }: Radio): boolean {
  return outage_s !== null && t_s >= outage_s[0] && t_s < outage_s[1];
}

/** Whether it fell into an outage that keeps nothing. */
function isCutOff(complete_s: number, arrived_s: number, radio: Radio): boolean {
  if (radio.keepsBacklog || radio.outage_s === null) return false;
  const [start_s, end_s] = radio.outage_s;
  return complete_s < end_s && arrived_s > start_s;
}
