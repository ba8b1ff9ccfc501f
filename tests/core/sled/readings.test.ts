import { describe, expect, it } from 'vitest';
import { setState, STATE_SIZE } from '../../../src/lib/core/signal/rail-state';
import { Readings } from '../../../src/lib/core/sled/readings';

interface Kind {
  position_m: number;
  velocity_mps?: number;
  velocitySd_mps?: number;
  holding?: boolean;
  score: number;
}

function pool(kinds: readonly Kind[], capacity = 16): Readings {
  const readings = new Readings(capacity);
  for (const kind of kinds) {
    const { position_m, velocity_mps = 0, velocitySd_mps = 0.05, holding = false, score } = kind;
    const i = readings.add();
    setState(
      readings.states,
      STATE_SIZE * i,
      { position_m, velocity_mps, bias_mps2: 0 },
      { position_m: 0.05, velocity_mps: velocitySd_mps, bias_mps2: 0.05 },
    );
    readings.holding[i] = Number(holding);
    readings.score[i] = score;
  }
  return readings;
}

describe('a pool of readings', () => {
  it('counts what is added, and is empty again when cleared', () => {
    const readings = pool([{ position_m: 0, score: 0 }, { position_m: 1, score: 0 }]); // prettier-ignore
    expect(readings.count).toBe(2);
    readings.clear();
    expect(readings.count).toBe(0);
    expect(readings.fittest(4, 10)).toEqual([]);
    expect(readings.add()).toBe(0);
  });

  it('says so when it is full', () => {
    const readings = new Readings(2);
    readings.add();
    readings.add();
    expect(() => readings.add()).toThrow('reading 3 to a pool of 2');
  });

  it('copies a reading whole, and apart from the original', () => {
    const from = pool([{ position_m: 0, score: 0 }, { position_m: 0.4, score: -3 }]); // prettier-ignore
    from.since[1] = 70;
    from.past[1] = { before: null, hold: { start: 1, end: 5 } };
    const to = new Readings(4);
    const j = to.addCopy(from, 1);
    expect([...to.states.subarray(0, STATE_SIZE)]).toEqual([
      ...from.states.subarray(STATE_SIZE, 2 * STATE_SIZE),
    ]);
    expect([to.holding[j], to.since[j], to.score[j], to.past[j]]).toEqual([
      0,
      70,
      -3,
      from.past[1],
    ]);
    from.states[STATE_SIZE] = 9;
    expect(to.states[0]).toBe(0.4);
  });
});

describe('the fittest', () => {
  it('come best first, at most so many', () => {
    const readings = pool([-3, -1, -2, -4].map((score, i) => ({ position_m: i, score })));
    expect(readings.fittest(3, 100)).toEqual([1, 2, 0]);
  });

  it('lie within the margin of the best', () => {
    const readings = pool([-3, -1, -2, -40].map((score, i) => ({ position_m: i, score })));
    expect(readings.fittest(9, 1.5)).toEqual([1, 2]);
  });

  it('are the best of each kind, whichever came first', () => {
    const readings = pool([
      { position_m: 0.1, score: -5 },
      { position_m: 0.101, score: -2 },
      { position_m: 0.3, score: -1 },
      { position_m: 0.301, score: -4 },
    ]);
    expect(readings.fittest(9, 100)).toEqual([2, 1]);
  });

  it('differ in kind by holding, by place, by speed and by how sure they are of it', () => {
    const readings = pool([
      { position_m: 0, score: 0 },
      { position_m: 0, holding: true, score: -1 },
      { position_m: 0.2, score: -2 },
      { position_m: 0, velocity_mps: 0.2, score: -3 },
      { position_m: 0, velocitySd_mps: 0.5, score: -4 },
    ]);
    expect(readings.fittest(9, 100)).toEqual([0, 1, 2, 3, 4]);
  });
});
