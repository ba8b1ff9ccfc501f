import type { Sample, Vector3 } from '$lib/core/recording';
import { motionOf, signOf, spread, upOf, upright } from './phone-readings';
import { RestCheck } from './rest-check';
import {
  ALL_WELL,
  SensorError,
  type LinkState,
  type Sensor,
  type SensorListener,
  type SensorStatus,
} from './sensor';
import { deviceWords } from './words';

/** Hardware that is there answers within this time. */
const ANSWER_ms = 1000;
/** So long rate and sign are looked at before the first batch. */
const SETTLING_s = 0.5;
/**
 * Events closer than this waited together for a busy page, or a coarse clock stamped them alike. A timer
 * that was late and the next that is not come hardly so close, and their times are true.
 */
const QUEUED_s = 0.0015;
/** Mute for longer, it counts as silent. */
const SILENT_ms = 1500;
const WATCH_ms = 500;

/** DeviceMotionEvent as browsers have it that ask the person first. */
interface MotionEvents {
  readonly prototype: DeviceMotionEvent;
  readonly requestPermission?: () => Promise<PermissionState>;
}

/**
 * Asks the person whether the page may feel how the device moves, where the browser wants that. To be
 * called first thing in the handler of a click: iOS asks at no other time. Rejects with SensorError
 * `unsupported` or `forbidden`.
 */
export async function askForMotion(): Promise<void> {
  expectMotionEvents();
  const events: MotionEvents = DeviceMotionEvent;
  if (!events.requestPermission) return;
  let answer: PermissionState;
  try {
    answer = await events.requestPermission();
  } catch (cause) {
    throw new SensorError('forbidden', deviceWords.motionNotAsked, {
      cause,
    });
  }
  if (answer === 'granted') return;
  throw new SensorError('forbidden', deviceWords.motionForbidden);
}

/**
 * The device that runs the page, through `devicemotion`: strapped to the sled, a phone is a sensor. The
 * browser sets the rate (mostly 60 Hz) and stops while the page is hidden, which shows as `silent`.
 * `start` rejects with `unsupported`, `unreachable` (no motion hardware) or `cancelled`; call
 * {@link askForMotion} before.
 */
export class PhoneSensor implements Sensor {
  readonly name: string = deviceWords.phone;
  readonly speed = 1;
  readonly isPlayed = false;
  #started = false;
  /** Null before `start` and after `stop`. */
  #listener: SensorListener | null = null;
  /** What waits for `start` to be settled. */
  #starting: { resolve: () => void; reject: (cause: SensorError) => void } | null = null;
  #answer: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #up: Vector3 | null = null;
  #sign: 1 | -1 = 1;
  #interval_s = NaN;
  /** Readings that wait for the next: until that came, nobody knows whether they were queued. */
  #held: Sample[] = [];
  #last_s = -Infinity;
  #heard_ms = 0;
  #status: SensorStatus = ALL_WELL;
  readonly #restCheck = new RestCheck();

  /** As measured while starting; null before. */
  get rate_Hz(): number | null {
    return Number.isNaN(this.#interval_s) ? null : 1 / this.#interval_s;
  }

  start(listener: SensorListener): Promise<void> {
    if (this.#started) throw new Error(`${this.name} has been started before.`);
    this.#started = true;
    this.#listener = listener;
    return new Promise((resolve, reject) => {
      expectMotionEvents();
      this.#starting = { resolve, reject };
      window.addEventListener('deviceorientation', this.#turned);
      window.addEventListener('devicemotion', this.#moved);
      this.#answer = setTimeout(() => this.#expectAnswer(), ANSWER_ms);
    });
  }

  stop(): Promise<void> {
    this.#release(new SensorError('cancelled', deviceWords.stopped(this.name)));
    return Promise.resolve();
  }

  readonly #turned = (event: DeviceOrientationEvent): void => {
    this.#up = upOf(event) ?? this.#up;
  };

  readonly #moved = (event: DeviceMotionEvent): void => {
    const reading = motionOf(event);
    if (this.#starting) return this.#settle(reading);
    this.#heard_ms = performance.now();
    this.#say('streaming');
    this.#take(upright(reading, this.#sign));
  };

  /** Holds readings back until rate and sign are known. */
  #settle(reading: Sample): void {
    // Without the hardware a browser still sends one event, of nulls.
    if (!reading.accel_mps2.some(Number.isFinite)) return;
    // A page that was hidden in between tells nothing of the rate.
    if (reading.t_s - (this.#held.at(-1)?.t_s ?? -Infinity) > SETTLING_s) this.#held = [];
    this.#held.push(reading);
    const span_s = reading.t_s - this.#held[0].t_s;
    if (span_s < SETTLING_s) return;
    this.#interval_s = span_s / (this.#held.length - 1);
    this.#sign = signOf(this.#held, this.#up);
    this.#begin();
  }

  #begin(): void {
    window.removeEventListener('deviceorientation', this.#turned);
    clearTimeout(this.#answer);
    const readings = this.#held.map((reading) => upright(reading, this.#sign));
    this.#held = [];
    this.#heard_ms = performance.now();
    this.#watch = setInterval(() => this.#expectMore(), WATCH_ms);
    this.#starting?.resolve();
    this.#starting = null;
    for (const reading of readings) this.#take(reading);
  }

  #take(reading: Sample): void {
    const before = this.#held.at(-1);
    if (before && reading.t_s - before.t_s >= QUEUED_s) this.#handOver();
    this.#held.push(reading);
  }

  #handOver(): void {
    const batch = spread(this.#held, this.#last_s, this.#interval_s);
    this.#held = [];
    this.#last_s = batch[batch.length - 1].t_s;
    for (const sample of batch) {
      const measured_g = this.#restCheck.see(sample);
      if (measured_g !== null) this.#tell({ notices: [{ code: 'gravity-off', measured_g }] });
    }
    this.#listener?.samples(batch);
  }

  #expectAnswer(): void {
    if (this.#held.length > 0) return;
    this.#release(new SensorError('unreachable', deviceWords.noMotion));
  }

  #expectMore(): void {
    if (performance.now() - this.#heard_ms > SILENT_ms) this.#say('silent');
  }

  #say(link: LinkState): void {
    if (link !== this.#status.link) this.#tell({ link });
  }

  #tell(change: Partial<SensorStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#listener?.status(this.#status);
  }

  /** Lets go of everything; a start still under way is refused with the cause. */
  #release(cause: SensorError): void {
    window.removeEventListener('deviceorientation', this.#turned);
    window.removeEventListener('devicemotion', this.#moved);
    clearTimeout(this.#answer);
    clearInterval(this.#watch);
    this.#held = [];
    this.#listener = null;
    this.#starting?.reject(cause);
    this.#starting = null;
  }
}

/** Throws SensorError `unsupported` where this page can never hear of motion. */
function expectMotionEvents(): void {
  if (typeof DeviceMotionEvent !== 'undefined') return;
  throw new SensorError(
    'unsupported',
    isSecureContext ? deviceWords.motionUntold : deviceWords.motionInsecure,
  );
}
