import { describe, expect, it } from 'vitest';
import { recordingOf, type Sample, type Vector3 } from '../../../src/lib/core/recording';
import { GridBuilder } from '../../../src/lib/core/signal/grid-builder';
import { norm } from '../../../src/lib/core/signal/vector';
import { STEP_CELLS, StepMeans } from '../../../src/lib/core/sled/step-means';
import { Random } from '../../../src/lib/core/simulate/random';
import { anyMounting } from '../path';
import { grownFrom } from '../steps';

const LOST: Vector3 = [NaN, NaN, NaN];

function shaken(cells: number, seed = 1): Vector3[] {
  const random = new Random(seed);
  return Array.from({ length: cells }, () => [random.normal(), random.normal(), 9.81]);
}

const forcesOf = (means: StepMeans) =>
  Array.from({ length: means.length }, (_, k) => means.force_mps2(k));

describe('the means over steps', () => {
  it("are the means of their cells' force and angular rate", () => {
    const force = shaken(137);
    const { grid, means } = grownFrom({ force, gyro: force.map(([x]) => [x, 2 * x, 5]) });
    expect(means.length).toBe(Math.floor(grid.length / STEP_CELLS));
    for (let k = 0; k < means.length; k++) {
      const cells = grid.channels.map((column) => column.slice(k * STEP_CELLS, (k + 1) * STEP_CELLS)); // prettier-ignore
      const expected = cells.map((cell) => cell.reduce((sum, value) => sum + value) / STEP_CELLS);
      [...means.force_mps2(k), ...means.rate_dps(k)].forEach((value, c) =>
        expect(value).toBeCloseTo(expected[c], 12),
      );
    }
  });

  it('never change as the grid grows, in whatever portions', () => {
    const force = shaken(3000);
    const recording = recordingOf(
      force.map((accel_mps2, i): Sample => ({ t_s: i / 100, accel_mps2 })),
    );
    const grid = new GridBuilder();
    const means = new StepMeans(grid);
    const random = new Random(2);
    let before: Vector3[] = [];
    for (let i = 0; i < recording.length; i++) {
      grid.take(recording, i);
      if (!random.chance(0.03)) continue;
      means.extend();
      const now = forcesOf(means);
      expect(now.slice(0, before.length)).toEqual(before);
      before = now;
    }
    const whole = new StepMeans(grid);
    whole.extend();
    means.extend();
    expect(forcesOf(means)).toEqual(forcesOf(whole));
    expect(means.length).toBeGreaterThan(290);
  });

  it('are none before a step is complete', () => {
    expect(grownFrom({ force: shaken(STEP_CELLS) }).means.length).toBe(0);
    expect(grownFrom({ force: [] }).means.length).toBe(0);
  });

  it('know no angular rate without a gyroscope, nor in a step in which it was silent', () => {
    const force = shaken(60);
    expect(grownFrom({ force }).means.rate_dps(2).every(Number.isNaN)).toBe(true);
    const gyro = force.map((_, i): Vector3 => (i === 25 ? LOST : [1, 1, 1]));
    const { means } = grownFrom({ force, gyro });
    const dark = [0, 1, 2, 3, 4].filter((k) => Number.isNaN(means.rate_dps(k)[0]));
    expect(dark).toEqual([2]);
    expect(forcesOf(means).flat().every(Number.isFinite)).toBe(true);
  });
});

describe('the mean force over a stretch', () => {
  it("is the mean of its steps'", () => {
    const { means } = grownFrom({ force: shaken(200) });
    const forces = forcesOf(means).slice(3, 9);
    means.meanForce_mps2(3, 9).forEach((value, c) => {
      expect(value).toBeCloseTo(forces.reduce((sum, force) => sum + force[c], 0) / 6, 12);
    });
    means.meanForce_mps2(4, 5).forEach((value, c) => expect(value).toBe(means.force_mps2(4)[c]));
  });
});

describe('unrest', () => {
  it('is none where nothing changes', () => {
    const { means } = grownFrom({ force: new Array<Vector3>(100).fill([1, -2, 9]) });
    expect(means.unrest_mps2(0, 9)).toBeLessThan(1e-9);
    expect(grownFrom({ force: shaken(100) }).means.unrest_mps2(4, 5)).toBe(0);
  });

  it('is the same however the sensor sits, and whatever its offset', () => {
    const random = new Random(3);
    const force = shaken(300);
    const usual_mps2 = grownFrom({ force }).means.unrest_mps2(2, 25);
    for (let i = 0; i < 5; i++) {
      const mounting = anyMounting(random);
      const seen = force.map(mounting).map(([x, y, z]): Vector3 => [x + 0.4, y - 3, z + 1]);
      expect(grownFrom({ force: seen }).means.unrest_mps2(2, 25)).toBeCloseTo(usual_mps2, 5);
    }
  });

  it('of white noise is its size in a step, all axes together', () => {
    const random = new Random(4);
    const sd_mps2 = 0.3;
    const force = Array.from({ length: 10_000 }, (): Vector3 => [
      sd_mps2 * random.normal(),
      sd_mps2 * random.normal(),
      sd_mps2 * random.normal(),
    ]);
    const expected = norm([sd_mps2, sd_mps2, sd_mps2]) / Math.sqrt(STEP_CELLS);
    const { means } = grownFrom({ force });
    expect(means.unrest_mps2(0, means.length) / expected).toBeCloseTo(1, 1);
  });
});

describe('steps of which next to nothing is known', () => {
  /** A sensor that is moved along x before and after samples are lost for so many cells, and lies still between. */
  const across = (lostCells: number) => {
    const force = shaken(600);
    for (let i = 200; i < 200 + lostCells; i++) force[i] = LOST;
    return grownFrom({ force }).means;
  };

  it('are those across which samples were lost for long, and no others', () => {
    const means = across(150);
    const lost = Array.from({ length: means.length }, (_, k) => means.isLost(k));
    expect(lost.map((is, k) => (is ? k : -1)).filter((k) => k >= 0)).toEqual(
      Array.from({ length: 16 }, (_, i) => 19 + i),
    );
    expect(means.anyLost(0, 19)).toBe(false);
    expect(means.anyLost(34, 36)).toBe(true);
    expect(across(60).anyLost(0, 50)).toBe(false);
  });

  it('count in no mean, and are not still', () => {
    const [means, whole] = [across(150), across(0)];
    expect(means.meanForce_mps2(15, 30)).toEqual(whole.meanForce_mps2(15, 19));
    for (let k = 16; k < 35; k++) expect(means.isStill(k)).toBe(false);
  });
});
