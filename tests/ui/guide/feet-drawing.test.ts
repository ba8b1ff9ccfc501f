import { describe, expect, it } from 'vitest';
import { VARIATION_IDS } from '$lib/guide/claim';
import { VARIATIONS } from '$lib/guide/variations';
import { feetDrawing, HIPS, SHOULDERS, SOLE } from '../../../src/lib/ui/guide/feet-drawing';

const MIDDLE_OF_PLATE = 92;

describe.each(VARIATION_IDS)('the feet of %s', (id) => {
  const { feet, legs } = VARIATIONS[id];
  const { soles, measures, reach, unsaid, anyAside } = feetDrawing(id);

  it('are as many as the legs, or none where the guide does not say where', () => {
    expect(soles).toHaveLength(feet.height === null ? 0 : legs);
  });

  it('stand in the half of the plate that the guide says', () => {
    const middles = soles.map(({ y }) => y - SOLE / 2);
    if (feet.height === 'high') expect(middles.every((y) => y < MIDDLE_OF_PLATE)).toBe(true);
    if (feet.height === 'low') expect(middles.every((y) => y > MIDDLE_OF_PLATE)).toBe(true);
  });

  it('stand the same on both sides', () => {
    if (soles.length === 2) expect(soles[0].x).toBe(-soles[1].x);
  });

  it('say what is not said, and draw no measure for it', () => {
    expect(unsaid.includes('height')).toBe(feet.height === null);
    expect(unsaid.includes('aside')).toBe(feet.stance === null);
    if (feet.stance === null) expect([measures, reach]).toEqual([[], null]);
    expect(anyAside).toBe(feet.stance === null && feet.height !== null);
  });
});

describe('the stance', () => {
  const apart = (id: (typeof VARIATION_IDS)[number]) => feetDrawing(id).soles[1].x;

  it('lies where the guide puts it against hips and shoulders', () => {
    expect(apart('hamstring')).toBeGreaterThan(HIPS);
    expect(apart('hamstring')).toBeLessThan(SHOULDERS);
    expect(apart('hamstring-narrow')).toBeLessThan(SHOULDERS);
    expect(apart('reverse')).toBeGreaterThanOrEqual(SHOULDERS);
    expect(apart('hamstring-wide')).toBeGreaterThan(apart('hamstring'));
  });

  it('turns toes out where the guide says so and the body’s position is told, only there', () => {
    const turned = VARIATION_IDS.filter((id) => feetDrawing(id).soles.some((s) => s.out_deg !== 0));
    expect(turned).toEqual(['hamstring-wide']);
    const open = VARIATION_IDS.filter((id) => feetDrawing(id).facingUnsaid);
    expect(open).toEqual(['reverse', 'reverse-single']);
  });

  it('puts the heels nearest to the edge where the guide says close to it', () => {
    const heels = (id: (typeof VARIATION_IDS)[number]) => feetDrawing(id).soles[0].y;
    expect(heels('hamstring')).toBeLessThan(heels('hamstring-narrow'));
  });
});
