import { describe, expect, it } from 'vitest';
import {
  holdHere,
  observeHeld,
  observeHeldPlace,
  observePosition,
  observeVelocity,
  predict,
  setState,
  STATE_SIZE,
} from '../../../src/lib/core/signal/rail-state';
import { identity, inverse, product, sum, transposed, type Matrix } from './dense';

/** A state with correlated errors, behind another one that must stay as it is. */
function correlated(): { states: Float64Array; at: number } {
  const states = new Float64Array(2 * STATE_SIZE);
  const at = STATE_SIZE;
  setState(
    states,
    at,
    { position_m: 0.3, velocity_mps: -0.2, bias_mps2: 0.05 },
    { position_m: 0.1, velocity_mps: 0.2, bias_mps2: 0.08 },
  );
  predict(states, at, 0.7, 0.5, 1e-3, 1e-4);
  observePosition(states, at, 0.2, 0.01);
  return { states, at };
}

function meanOf(states: Float64Array, at: number): Matrix {
  return [[states[at]], [states[at + 1]], [states[at + 2]], [states[at + 9]]];
}

function covarianceOf(states: Float64Array, at: number): Matrix {
  const [ss, sv, sb, vv, vb, bb, , sh, vh, bh, hh] = states.subarray(at + 3, at + STATE_SIZE);
  return [
    [ss, sv, sb, sh],
    [sv, vv, vb, vh],
    [sb, vb, bb, bh],
    [sh, vh, bh, hh],
  ];
}

function expectAlike(actual: Matrix, expected: Matrix) {
  actual.forEach((row, r) =>
    row.forEach((value, c) => expect(value).toBeCloseTo(expected[r][c], 12)),
  );
}

/** The observation h − s = `away_m`. */
function observePlaceHeld(states: Float64Array, at: number, away_m: number, variance: number) {
  states[at + 9] -= away_m;
  const surprise = observeHeld(states, at, variance);
  states[at + 9] += away_m;
  return surprise;
}

describe('holdHere', () => {
  it('takes the place for the one where it is held, correlated with the rest as it is', () => {
    const { states, at } = correlated();
    const [mean, covariance] = [meanOf(states, at), covarianceOf(states, at)];
    holdHere(states, at, 0.01);
    expect(states[at + 9]).toBe(mean[0][0]);
    const [[ss, sv, sb]] = covariance;
    expectAlike([covarianceOf(states, at)[3]], [[ss, sv, sb, ss + 0.01]]);
  });

  it('makes a drift show: what is held where it was held does not move', () => {
    const states = new Float64Array(STATE_SIZE);
    const unsure = { position_m: 0.1, velocity_mps: 0.02, bias_mps2: 0.003 };
    setState(states, 0, { position_m: 0, velocity_mps: 0.01, bias_mps2: 0 }, unsure);
    for (let k = 0; k < 10; k++) {
      predict(states, 0, 0, 0.1, 1e-6, 0);
      observeHeld(states, 0, 0.002 ** 2);
    }
    expect(Math.abs(states[1])).toBeLessThan(0.002);
    expect(Math.sqrt(states[6])).toBeLessThan(0.004);
    expect(Math.sqrt(states[3])).toBeCloseTo(0.1, 3);
  });
});

describe('setState', () => {
  it('sets mean and variances, held where it is, and touches no other state', () => {
    const { states, at } = correlated();
    expect([...states.subarray(0, at)]).toEqual(new Array(STATE_SIZE).fill(0));
    setState(
      states,
      at,
      { position_m: 1, velocity_mps: 2, bias_mps2: 3 },
      { position_m: 4, velocity_mps: 5, bias_mps2: 6 },
    );
    const held = [1, 16, 0, 0, 16];
    expect([...states.subarray(at)]).toEqual([1, 2, 3, 16, 0, 0, 25, 0, 36, ...held]);
  });
});

describe('predict', () => {
  it('is F·x + B·a and F·P·Fᵀ + Q', () => {
    const { states, at } = correlated();
    const [step_s, accel_mps2, noise, walk] = [0.1, 1.3, 2e-3, 5e-4];
    const h = step_s ** 2 / 2;
    const F = [
      [1, step_s, -h, 0],
      [0, 1, -step_s, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ];
    const push = [[h * accel_mps2], [step_s * accel_mps2], [0], [0]];
    const Q = [
      [(noise * step_s ** 3) / 3, noise * h, 0, 0],
      [noise * h, noise * step_s, 0, 0],
      [0, 0, walk * step_s, 0],
      [0, 0, 0, 0],
    ];
    const mean = sum(product(F, meanOf(states, at)), push);
    const covariance = sum(product(product(F, covarianceOf(states, at)), transposed(F)), Q);
    predict(states, at, accel_mps2, step_s, noise, walk);
    expectAlike(meanOf(states, at), mean);
    expectAlike(covarianceOf(states, at), covariance);
    expect(states.subarray(0, at).every((value) => value === 0)).toBe(true);
  });

  it('adds up: ten small steps are one large one, but for the walk of the bias', () => {
    const one = correlated();
    const ten = correlated();
    predict(one.states, one.at, 0.4, 0.1, 1e-3, 0);
    for (let i = 0; i < 10; i++) predict(ten.states, ten.at, 0.4, 0.01, 1e-3, 0);
    expectAlike(meanOf(ten.states, ten.at), meanOf(one.states, one.at));
    expectAlike(covarianceOf(ten.states, ten.at), covarianceOf(one.states, one.at));
  });

  it('keeps a state that knows it stands still there', () => {
    const states = new Float64Array(STATE_SIZE);
    predict(states, 0, 0, 0.01, 0, 0);
    expect([...states]).toEqual(new Array(STATE_SIZE).fill(0));
  });
});

describe.each([
  ['observePosition', observePosition, [[1, 0, 0, 0]]],
  ['observeVelocity', observeVelocity, [[0, 1, 0, 0]]],
  ['observeHeld', observePlaceHeld, [[-1, 0, 0, 1]]],
  ['observeHeldPlace', observeHeldPlace, [[0, 0, 0, 1]]],
])('%s', (_, observe, H) => {
  it('is the Kalman update, and returns the squared innovation over its variance', () => {
    const { states, at } = correlated();
    const [measured, variance] = [0.11, 0.004];
    const [mean, P] = [meanOf(states, at), covarianceOf(states, at)];
    const [[S]] = sum(product(product(H, P), transposed(H)), [[variance]]);
    const [[innovation]] = sum([[measured]], product([[-1]], product(H, mean)));
    const K = product(product(P, transposed(H)), [[1 / S]]);
    const update = sum(identity(4), product(product(K, [[-1]]), H));
    const surprise = observe(states, at, measured, variance);
    expect(surprise).toBeCloseTo(innovation ** 2 / S, 12);
    expectAlike(meanOf(states, at), sum(mean, product(K, [[innovation]])));
    expectAlike(covarianceOf(states, at), product(update, P));
  });

  it('weighs information, not order: the inverse covariance gains 1/variance', () => {
    const { states, at } = correlated();
    const before = inverse(covarianceOf(states, at));
    observe(states, at, 0.5, 0.02);
    const gained = sum(
      inverse(covarianceOf(states, at)),
      identity(4).map((row, r) => row.map((_, c) => -before[r][c])),
    );
    const expected = product(transposed(H), product([[1 / 0.02]], H));
    gained.forEach((row, r) => row.forEach((v, c) => expect(v).toBeCloseTo(expected[r][c], 6)));
  });

  it('is not surprised by what it expects', () => {
    const { states, at } = correlated();
    const [[expected]] = product(H, meanOf(states, at));
    const before = meanOf(states, at);
    expect(observe(states, at, expected, 0.1)).toBe(0);
    expectAlike(meanOf(states, at), before);
  });
});
