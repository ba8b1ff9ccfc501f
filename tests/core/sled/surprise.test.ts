import { describe, expect, it } from 'vitest';
import { Surprise } from '../../../src/lib/core/sled/surprise';

const NOTHING = { squares: 0, count: 0 };

describe('the surprise of the tops', () => {
  it('takes tops to agree a little better than expected, and the bias to wander as it usually does, until they tell', () => {
    const surprise = new Surprise();
    expect([surprise.scale(NOTHING), surprise.drift]).toEqual([0.7, 1]);
    surprise.add({ squares: 5 * 0.7 ** 2, count: 5 });
    expect(surprise.scale({ squares: 3 * 0.7 ** 2, count: 3 })).toBeCloseTo(0.7, 12);
  });

  it('widens them where tops fall further off, and narrows them where they fall nearer', () => {
    const surprise = new Surprise();
    surprise.add({ squares: 40, count: 8 });
    expect(surprise.scale(NOTHING)).toBeCloseTo(Math.sqrt((40 + 2 * 0.7 ** 2) / 10), 12);
    const agreed = new Surprise();
    agreed.add({ squares: 1, count: 8 });
    expect(agreed.scale(NOTHING)).toBeCloseTo(Math.sqrt((1 + 2 * 0.7 ** 2) / 10), 12);
  });

  it('lets the bias wander more, within reason, once some tops agreed badly', () => {
    const one = new Surprise();
    one.add({ squares: 9, count: 1 });
    expect(one.drift).toBe(1);
    const drifts = [0.36, 0.7, 1.5, 40].map((square) => {
      const surprise = new Surprise();
      surprise.add({ squares: 4 * square, count: 4 });
      return surprise.drift;
    });
    expect(drifts[0]).toBeCloseTo(1, 12);
    expect(drifts[1]).toBeGreaterThan(2);
    expect(drifts[2]).toBeGreaterThan(drifts[1]);
    expect(drifts[3]).toBe(16);
  });
});
