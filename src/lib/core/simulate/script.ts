import { GRAVITY_MPS2 } from '../gravity';
import type { OddRep, SetPlan } from './plan';
import {
  drawProfile,
  minimumJerk,
  ramps,
  thrown,
  withDip,
  withRipple,
  type LowerShape,
  type PressShape,
  type Profile,
} from './profile';
import type { Random } from './random';
import { Timeline, type Knock, type Move } from './timeline';

export interface Span {
  start_s: number;
  end_s: number;
}

/** Everything that happens to the sled, in time. */
export interface Script {
  duration_s: number;
  moves: readonly Move[];
  knocks: readonly Knock[];
  /** When the sled was thrown back by the stops at the bottom, and when it ran into those at the top. */
  bounces_s: readonly number[];
  slams_s: readonly number[];
  /** While the sensor is on the sled. */
  clipped: Span;
  /** While the person carries the sled: sway and tremor. */
  carried: Span;
}

/** Writes out one set as planned, with the variation of a person. Throws RangeError on a plan no sled can follow. */
export function writeScript(plan: SetPlan, random: Random): Script {
  check(plan);
  return new Writer(plan, random).write();
}

function check(plan: SetPlan): void {
  for (const key of ['depth_m', 'lower_s', 'press_s'] as const) {
    if (!(plan[key] > 0)) throw new RangeError(`A plan needs ${key} above 0, not ${plan[key]}.`);
  }
  if (!Number.isInteger(plan.reps) || plan.reps < 0) {
    throw new RangeError(`A plan needs a whole number of reps, not ${plan.reps}.`);
  }
}

/** How a stroke turns into the next: with a hold between, rolling over, thrown back by the stops, or halted by them. */
type Turn = 'held' | 'rolled' | 'bounced' | 'slammed';

/** How long a stroke takes to gather and to lose its speed; null where it stands still before or after and takes its time. */
interface Ends {
  rise_s: number | null;
  fall_s: number | null;
}

/** A place and pitch of knocks to draw from: amplitude, frequency. */
interface KnockKind {
  low_m: number;
  high_m: number;
  low_Hz: number;
  high_Hz: number;
}

const HANDS: KnockKind = { low_m: 0.00005, high_m: 0.0002, low_Hz: 15, high_Hz: 35 };
const HOOK: KnockKind = { low_m: 0.0001, high_m: 0.0004, low_Hz: 18, high_Hz: 35 };
const STOP: KnockKind = { low_m: 0.00005, high_m: 0.0003, low_Hz: 18, high_Hz: 35 };
const FALL: KnockKind = { low_m: 0.0002, high_m: 0.0005, low_Hz: 20, high_Hz: 35 };
const SLAM: KnockKind = { low_m: 0.0002, high_m: 0.0006, low_Hz: 20, high_Hz: 35 };
const REBOUND: KnockKind = { low_m: 0.0002, high_m: 0.001, low_Hz: 8, high_Hz: 15 };

/** `count` places that part a length into equal pieces. */
function spread(count: number, length: number): number[] {
  return Array.from({ length: count }, (_, k) => ((k + 1) * length) / (count + 1));
}

class Writer {
  readonly #plan: SetPlan;
  readonly #random: Random;
  readonly #line = new Timeline();
  readonly #partials: ReadonlySet<number>;
  readonly #triedAgain: ReadonlySet<number>;
  readonly #restedAfter: ReadonlySet<number>;
  readonly #odd: ReadonlyMap<number, OddRep>;
  readonly #bounces_s: number[] = [];
  readonly #slams_s: number[] = [];

  constructor(plan: SetPlan, random: Random) {
    this.#plan = plan;
    this.#random = random;
    const { reps, restPauses } = plan;
    const partials = spread(plan.partialReps, reps).map(Math.round);
    this.#partials = new Set(plan.firstRep === 'partial' ? [0, ...partials] : partials);
    this.#triedAgain = new Set(spread(plan.secondAttempts, reps).map(Math.round));
    this.#restedAfter = new Set(spread(restPauses, reps - 1).map(Math.floor));
    this.#odd = new Map(plan.oddReps.map((odd) => [odd.rep - 1, odd]));
  }

  write(): Script {
    const plan = this.#plan;
    const line = this.#line;
    line.pause(plan.carriedBefore_s);
    const clippedFrom_s = line.now_s;
    line.pause(plan.restBefore_s);
    const carriedFrom_s = line.now_s;
    if (plan.startsAt === 'bottom') line.startAt(-plan.depth_m);
    else this.#unrack();
    this.#shuffle();
    for (let rep = 0; rep < plan.reps; rep++) this.#rep(rep);
    this.#finish();
    const carriedUntil_s = line.now_s;
    line.pause(plan.restAfter_s);
    const clippedUntil_s = line.now_s;
    line.pause(plan.carriedAfter_s);
    return {
      duration_s: line.now_s,
      moves: line.moves,
      knocks: line.knocks,
      bounces_s: this.#bounces_s,
      slams_s: this.#slams_s,
      clipped: { start_s: clippedFrom_s, end_s: clippedUntil_s },
      carried: { start_s: carriedFrom_s, end_s: carriedUntil_s },
    };
  }

  #rep(rep: number): void {
    const odd = this.#odd.get(rep);
    const plan: SetPlan = { ...this.#plan, ...odd };
    const depth_m = this.#depth(rep, plan);
    const last = rep === plan.reps - 1;
    const unheld: Turn = plan.bottom_s === 0 ? 'rolled' : 'held';
    const turn = this.#random.chance(plan.bounces) ? 'bounced' : unheld;
    if (rep > 0 || plan.startsAt === 'top') this.#lower(plan, -depth_m, rep, turn);
    const slowing = plan.reps > 1 ? 1 + (plan.fatigue * rep) / (plan.reps - 1) : 1;
    if (last && plan.lastRep === 'failed') {
      this.#fail(depth_m, slowing, turn);
      this.#line.pause(1);
      return;
    }
    const again = this.#triedAgain.has(rep);
    if (again) {
      this.#fail(depth_m, slowing, turn);
      this.#line.pause(this.#random.uniform(...plan.beforeSecondAttempt_s));
    }
    this.#press(plan, (odd?.top_m ?? 0) + this.#top(), slowing, again ? 'held' : turn);
    if (!last) this.#between(plan, rep);
  }

  /** One rep's depth; a partial one is about a third. */
  #depth(rep: number, { depth_m, depthTrend, depthVariation, reps }: SetPlan): number {
    const trend = reps > 1 ? 1 + (depthTrend * rep) / (reps - 1) : 1;
    const share = this.#partials.has(rep) ? this.#random.uniform(0.33, 0.42) : 1;
    return depth_m * trend * share * this.#varied(1, depthVariation);
  }

  #lower(plan: SetPlan, place_m: number, rep: number, bottom: Turn): void {
    const stroke = Math.abs(place_m) / plan.depth_m;
    const trend = plan.reps > 1 ? 1 + (plan.lowerTrend * rep) / (plan.reps - 1) : 1;
    const duration_s =
      this.#varied(plan.lower_s * trend, plan.tempoVariation) * Math.min(1, Math.sqrt(stroke));
    const top: Turn = rep > 0 && plan.top_s === 0 ? 'rolled' : 'held';
    const ends = { rise_s: this.#turn(top, duration_s), fall_s: this.#turn(bottom, duration_s) };
    this.#stroke(place_m, duration_s, this.#profile(plan.lowerShapes, duration_s, ends));
    const wanders_m = this.#odd.get(rep)?.wanders_m;
    if (wanders_m !== undefined) this.#wander(plan.bottom_s, wanders_m);
    else this.#hold(bottom === 'bounced' ? 0 : plan.bottom_s);
  }

  #press(plan: SetPlan & Partial<OddRep>, place_m: number, slowing: number, bottom: Turn): void {
    const duration_s = this.#varied(plan.press_s * slowing, plan.tempoVariation);
    const unheld: Turn = plan.top_s === 0 ? 'rolled' : 'held';
    // Drawn only where slams are planned, so that sets without them stay as they were.
    const slammed = plan.slams > 0 && this.#random.chance(plan.slams);
    const top: Turn = slammed ? 'slammed' : unheld;
    const ends = { rise_s: this.#turn(bottom, duration_s), fall_s: this.#turn(top, duration_s) };
    let profile = plan.throws
      ? thrown(this.#coast(place_m, duration_s))
      : this.#profile(plan.pressShapes, duration_s, ends);
    if (this.#random.chance(plan.sticking)) {
      profile = withDip(profile, {
        at: this.#random.uniform(0.3, 0.5),
        width: this.#random.uniform(0.25, 0.4),
        depth: this.#random.uniform(0.5, 0.85),
      });
    }
    if (bottom === 'bounced') {
      this.#bounces_s.push(this.#line.now_s);
      this.#knock(0.03, REBOUND);
    }
    this.#stroke(place_m, duration_s, profile);
    if (slammed) {
      this.#slams_s.push(this.#line.now_s);
      this.#knock(-0.02, SLAM);
    }
  }

  /** A failed press: part of the way up, a moment's fight, then down to the stops. */
  #fail(depth_m: number, slowing: number, bottom: Turn): void {
    const place_m = -depth_m * this.#random.uniform(...this.#plan.failsShortBy);
    this.#press(this.#plan, place_m, slowing, bottom);
    this.#line.pause(this.#random.uniform(0.3, 1));
    this.#line.stroke(-depth_m, this.#random.uniform(0.8, 1.5), minimumJerk);
    this.#knock(-0.02, FALL);
  }

  #between(plan: SetPlan, rep: number): void {
    if (plan.restPause_s > 0 && this.#restedAfter.has(rep)) {
      this.#restPause();
      return;
    }
    this.#hold(plan.top_s);
  }

  #restPause(): void {
    const plan = this.#plan;
    this.#line.pause(0.7);
    if (plan.rerack_m > 0) this.#rerack();
    this.#line.pause(plan.restPause_s);
    if (plan.rerack_m > 0)
      this.#line.move(this.#top(), this.#random.uniform(0.4, 0.9), minimumJerk);
    this.#line.pause(0.8);
  }

  #unrack(): void {
    const plan = this.#plan;
    if (plan.unrack_m > 0) {
      this.#line.startAt(-plan.unrack_m);
      this.#knock(-0.3, HANDS);
      this.#line.move(0, this.#random.uniform(0.4, 0.9), minimumJerk);
    }
    this.#line.pause(plan.restExtended_s);
  }

  #rerack(): void {
    this.#line.move(
      this.#line.place_m - this.#plan.rerack_m,
      this.#random.uniform(0.4, 0.9),
      ramps(0.4, 0.35),
    );
    this.#knock(-0.05, HOOK);
  }

  #finish(): void {
    const plan = this.#plan;
    if (plan.startsAt === 'bottom' && plan.reps > 0) {
      this.#hold(plan.top_s);
      this.#lower(plan, -plan.depth_m, plan.reps, 'held');
      this.#line.pause(0.5);
      return;
    }
    this.#line.pause(this.#random.uniform(0.6, 2));
    if (plan.rerack_m > 0 && this.#line.place_m > -0.1) this.#rerack();
  }

  #shuffle(): void {
    for (let k = 0; k < this.#plan.shuffles; k++) {
      const home_m = this.#line.place_m;
      const travel_m = this.#random.uniform(0.02, 0.05);
      this.#line.move(home_m - travel_m, this.#random.uniform(0.4, 1.5), minimumJerk);
      this.#line.pause(this.#random.uniform(0, 1));
      this.#line.move(home_m, this.#random.uniform(0.4, 1.5), minimumJerk);
      this.#line.pause(this.#random.uniform(0.2, 2));
    }
  }

  /** A stroke may stand still half way, and knock where it ends. */
  #stroke(place_m: number, duration_s: number, profile: Profile): void {
    if (this.#random.chance(this.#plan.stalls)) this.#stalled(place_m, duration_s);
    else this.#line.stroke(place_m, duration_s, profile);
    if (this.#random.chance(this.#plan.knocks)) this.#knock(0, STOP);
  }

  #stalled(place_m: number, duration_s: number): void {
    const share = this.#random.uniform(0.35, 0.65);
    const way_m = this.#line.place_m + share * (place_m - this.#line.place_m);
    const stall_s = Math.min(0.5 * duration_s, this.#random.uniform(...this.#plan.stall_s));
    this.#line.stroke(way_m, share * (duration_s - stall_s), minimumJerk);
    this.#line.pause(stall_s);
    this.#line.stroke(place_m, (1 - share) * (duration_s - stall_s), minimumJerk);
  }

  /** Keeps still, sinking a little as people do; without a hold the next stroke starts inside this one. */
  #hold(hold_s: number): void {
    if (hold_s === 0) {
      this.#line.overlap(this.#random.uniform(0, 0.06));
      return;
    }
    const duration_s = this.#varied(hold_s, 2 * this.#plan.tempoVariation);
    const creep_m = Math.abs(this.#random.normal()) * 0.001 * Math.min(2, duration_s);
    this.#line.move(this.#line.place_m - creep_m, duration_s, minimumJerk);
  }

  /** Held, but not in one place: slowly up and down about the bottom. */
  #wander(hold_s: number, way_m: number): void {
    const [bottom_m, end_s] = [this.#line.place_m, this.#line.now_s + hold_s];
    this.#line.pause(0.5);
    for (let up = true; this.#line.now_s < end_s; up = !up) {
      this.#line.move(bottom_m + (up ? way_m : 0), this.#random.uniform(1.5, 3), minimumJerk);
      this.#line.pause(this.#random.uniform(0.2, 0.8));
    }
    if (this.#line.place_m !== bottom_m) this.#line.move(bottom_m, 2, minimumJerk);
    this.#line.pause(0.5);
  }

  /** The share of a thrown press's time that it coasts: from twice its mean speed, braked by gravity along the rail. */
  #coast(place_m: number, duration_s: number): number {
    const pull_mps2 = GRAVITY_MPS2 * Math.sin((this.#plan.incline_deg * Math.PI) / 180);
    return (2 * (place_m - this.#line.place_m)) / (pull_mps2 * duration_s ** 2);
  }

  #turn(turn: Turn, duration_s: number): number | null {
    if (turn === 'held') return null;
    if (turn === 'slammed') return this.#random.uniform(0.02, 0.04);
    return turn === 'bounced' ? this.#random.uniform(0.05, 0.1) : Math.min(0.35, 0.4 * duration_s);
  }

  #profile(
    shapes: readonly (LowerShape | PressShape)[],
    duration_s: number,
    { rise_s, fall_s }: Ends,
  ): Profile {
    const random = this.#random;
    const ripple = {
      cycles: duration_s * random.uniform(0.7, 2.5),
      phase: random.uniform(),
      amplitude: this.#plan.ripple * random.uniform(0.3, 1.7),
    };
    if (rise_s === null && fall_s === null) {
      return withRipple(drawProfile(random.pick(shapes), random), ripple);
    }
    const rise = rise_s === null ? random.uniform(0.25, 0.6) : rise_s / duration_s;
    const fall = fall_s === null ? random.uniform(0.25, 0.6) : fall_s / duration_s;
    return withRipple(ramps(rise, fall, random.uniform(-0.4, 0.4)), ripple);
  }

  #knock(after_s: number, { low_m, high_m, low_Hz, high_Hz }: KnockKind): void {
    this.#line.knock(after_s, {
      amplitude_m: this.#random.uniform(low_m, high_m),
      frequency_Hz: this.#random.uniform(low_Hz, high_Hz),
      decay_s: this.#random.uniform(0.02, 0.05),
    });
  }

  /** Where the legs stop this time, relative to where they started. */
  #top(): number {
    return this.#plan.topVariation_m * this.#random.normal();
  }

  /** The value with a relative spread, never beyond 2.5 sd. */
  #varied(value: number, relativeSd: number): number {
    const spread = Math.max(-2.5, Math.min(2.5, this.#random.normal()));
    return value * Math.max(0.2, 1 + relativeSd * spread);
  }
}
