import { describe, expect, it } from 'vitest';
import {
  recordingOf,
  sampleAt,
  type Recording,
  type Vector3,
} from '../../../src/lib/core/recording';
import { analyse } from '../../../src/lib/core/sled/analyse';
import { Bout } from '../../../src/lib/core/sled/bout';
import { HoldSearch } from '../../../src/lib/core/sled/hold-search';
import { DEFAULT_SETUP } from '../../../src/lib/core/sled/setup';
import { LOOKAHEAD_STEPS } from '../../../src/lib/core/sled/step-means';
import { Random } from '../../../src/lib/core/simulate/random';
import { categoryNamed, simulateSet } from '../../bench/categories';
import { angle_deg, anyMounting, GRAVITY_MPS2, Path, railAt } from '../path';
import { laidOut, recorded } from './recorded';

const SET = new Path().rest(2).reps(3).rest(2);

function boutOf(recording: Recording, setup = DEFAULT_SETUP) {
  const { grid, means } = laidOut(recording);
  const newSeeker = () => new HoldSearch();
  const bout = new Bout({ grid, means, first: 0, setup, newSeeker });
  return { bout, steps: means.length - LOOKAHEAD_STEPS };
}

/** Follows a recording to its end, or until a hand ends the bout; its report and the steps it took. */
function followed(recording: Recording, setup = DEFAULT_SETUP) {
  const { bout, steps } = boutOf(recording, setup);
  let taken = 0;
  while (taken < steps && bout.advance()) taken++;
  return { ...bout.report(), taken, steps };
}

const letters = (strokes: readonly { direction: string }[]) =>
  strokes.map(({ direction }) => direction[0]).join('');
const NOWHERE: Vector3 = [NaN, NaN, NaN];

/** The recording with the sensor's force changed from some time on. */
function from(recording: Recording, start_s: number, change: (force: Vector3) => Vector3) {
  const samples = Array.from({ length: recording.length }, (_, i) => sampleAt(recording, i));
  return recordingOf(
    samples.map((sample) =>
      sample.t_s < start_s ? sample : { ...sample, accel_mps2: change(sample.accel_mps2) },
    ),
  );
}

describe('a bout', () => {
  it.each([20, 45, 70])(
    'finds the rail at %i°, however the sensor is clipped on',
    (incline_deg) => {
      const random = new Random(incline_deg, 'bout');
      for (let i = 0; i < 4; i++) {
        const mounting = anyMounting(random);
        const { rail, reps, taken, steps } = followed(recorded(SET, { incline_deg, mounting }));
        expect(angle_deg(rail?.axis ?? NOWHERE, mounting(railAt(incline_deg)))).toBeLessThan(2);
        expect(Math.abs((rail?.incline_deg ?? NaN) - incline_deg)).toBeLessThan(2);
        expect(reps).toHaveLength(3);
        expect(taken).toBe(steps);
      }
    },
  );

  it('knows no rail while nothing moves', () => {
    const { rail, reps, strokes, track, taken, steps } = followed(recorded(new Path().rest(30)));
    expect({ rail, reps, strokes }).toEqual({ rail: null, reps: [], strokes: [] });
    expect(track.t_s).toHaveLength(0);
    expect(taken).toBe(steps);
  });

  it.each([
    ['shrinking depth', 15],
    ['sticking, stalls', 5],
  ])(
    'that began in a hand takes its rail from what came after: a set of %s, the %i-th',
    (name, index) => {
      const { recording, truth } = simulateSet(categoryNamed(name), index, 3);
      const { reps } = analyse(recording);
      expect(reps.map(({ quality }) => quality)).toEqual(truth.reps.map(() => 'good'));
      reps.forEach(({ depth_m }, i) =>
        expect(Math.abs(depth_m - truth.reps[i].depth_m)).toBeLessThan(0.05),
      );
    },
  );

  it('keeps its rail once a rep is settled', () => {
    const { bout, steps } = boutOf(recorded(SET));
    const axes = new Set<string>();
    for (let k = 0; k < steps; k++) {
      bout.advance();
      const { rail, reps } = bout.report();
      if (reps.length > 1) axes.add(String(rail?.axis));
    }
    expect(axes.size).toBe(1);
  });

  it('on a level rail takes the first stroke for a lowering, whichever end is front', () => {
    const around = ([x, y, z]: Vector3): Vector3 => [-x, -y, z];
    const recording = recorded(SET, { incline_deg: 1 });
    const turned = from(recording, 0, around);
    for (const each of [recording, turned]) {
      expect(letters(followed(each).strokes)).toBe('lplplp');
    }
    const flip = { ...DEFAULT_SETUP, flip: true };
    for (const each of [recording, turned]) {
      expect(letters(followed(each, flip).strokes)).toBe('plplpl');
    }
  });

  it('on a slope takes the way up for a press, and down when flipped', () => {
    const recording = recorded(SET);
    expect(letters(followed(recording).strokes)).toBe('lplplp');
    expect(letters(followed(recording, { ...DEFAULT_SETUP, flip: true }).strokes)).toBe('plplpl');
  });
});

describe('a hand', () => {
  const taken_s = SET.end_s - 0.5;
  const onTheSled = followed(recorded(SET));

  it.each<[string, (force: Vector3) => Vector3]>([
    ['turns the sensor', ([x, , z]) => [x, 0.5 * GRAVITY_MPS2, z]],
    ['moves it across the rail', ([x, y, z]) => [x, y + 1.5, z]],
  ])('that %s ends the bout, and no rep', (_, change) => {
    const { taken, steps, reps, rail } = followed(from(recorded(SET), taken_s, change));
    expect(taken).toBeLessThan(steps);
    expect(Math.abs(taken / 10 - taken_s)).toBeLessThan(1.5);
    expect(reps).toHaveLength(3);
    expect(angle_deg(rail?.axis ?? NOWHERE, onTheSled.rail?.axis ?? NOWHERE)).toBeLessThan(0.5);
  });

  it('that takes the sensor in a press leaves no rep of it', () => {
    const inLastPress_s = SET.end_s - 2 - 0.8 - 0.5;
    const { reps } = followed(from(recorded(SET), inLastPress_s, ([x, y, z]) => [x, y + 5, z]));
    expect(reps).toHaveLength(2);
  });
});

describe('a spike in one sample', () => {
  it.each([60, -30])('of %d m/s² is no hand', (size_mps2) => {
    const spiked = recorded(SET);
    for (let i = 450; i < spiked.length; i += 700) spiked.accel_mps2.y[i] += size_mps2;
    const { taken, steps, reps } = followed(spiked);
    expect(taken).toBe(steps);
    expect(reps).toHaveLength(3);
  });
});
