import { describe, expect, it } from 'vitest';
import { askedPlan } from '../../src/cli/asked';
import { guidesJson, guidesTable } from '../../src/cli/guides';
import { UsageError } from '../../src/cli/usage-error';
import { planFor } from '../../src/lib/guide/plan';
import { PRESCRIPTIONS } from '../../src/lib/guide/prescriptions';
import { FREE } from '../../src/lib/guide/tempo';

describe('what is asked', () => {
  it('is nothing without options, or with a machine alone', () => {
    expect(askedPlan({})).toBeNull();
    expect(askedPlan({ machine: 'horizontal' })).toBeNull();
  });

  it('is what the guide asks on that machine', () => {
    expect(askedPlan({ guide: 'ham-strength', machine: 'horizontal' })).toEqual(
      planFor('hamstring', 'horizontal', 'strength'),
    );
  });

  it('is a tempo instead of the guide’s, free where it is left blank', () => {
    const plan = askedPlan({ guide: 'ham-hypertrophy-b', tempo: '5/-/X/-' });
    expect(plan?.targets).toMatchObject({
      lower: { kind: 'band', low_s: 5, high_s: 5 },
      bottom: FREE,
      press: { kind: 'explosive' },
      reps: { low: 8, high: 12 },
    });
    expect(plan?.origins.bottom).toBe('athlete');
  });

  it.each(['0.35-0.45', ' 0.35 – 0.45 '])('is a depth: %s', (depth) => {
    const plan = askedPlan({ depth });
    expect(plan?.targets.depth).toMatchObject({ floor_m: 0.35, ceiling_m: 0.45, stop_m: null });
    expect(plan?.targets.lower).toEqual(FREE);
  });

  it.each([
    [
      { guide: 'ham-hypertrofy-a' },
      '--guide knows no "ham-hypertrofy-a". The nearest: ham-hypertrophy-a,',
    ],
    [
      { guide: 'reverse-s' },
      '--guide knows no "reverse-s". The nearest: reverse-single, reverse-single-free,',
    ],
    [{ machine: 'leverarm' }, '--machine knows no "leverarm". The nearest: lever-arm,'],
    [{ depth: '0.45-0.35' }, '--depth takes metres from low to high'],
    [{ depth: '40' }, '--depth takes metres from low to high'],
    [{ depth: '0-0.4' }, '--depth takes metres from low to high'],
  ])('refuses %j', (options, message) => {
    expect(() => askedPlan(options)).toThrow(UsageError);
    expect(() => askedPlan(options)).toThrow(message);
  });

  it.each([
    ['3-1-y-0', '\n  3-1-y-0\n      ^'],
    ['3-1', '\n  3-1\n     ^'],
    ['3–1–🦵–0', '\n  3–1–🦵–0\n      ^'],
  ])('points at what is wrong in the tempo %s', (tempo, pointed) => {
    expect(() => askedPlan({ tempo })).toThrow(pointed);
  });
});

describe('the list of guides', () => {
  it('has every prescription, in a table and in JSON', () => {
    const guides = guidesJson()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect(guides.map(({ id }) => id)).toEqual(PRESCRIPTIONS.map(({ id }) => id));
    expect(guides[0]).toEqual({
      id: 'ham-hypertrophy-a',
      variation: 'hamstring',
      goal: 'hypertrophy-a',
      tempo: '1.5–3 / – / – / –',
      reps: [8, 12],
    });
    expect(guidesTable()).toMatch(/^ {2}id +variation +goal +tempo +reps$/m);
    expect(guidesTable()).toMatch(/ham-strength +hamstring +strength +2–3 \/ – \/ X \/ – +4–6$/m);
  });
});
