import { describe, expect, it } from 'vitest';
import { MODELS } from '$lib/devices/models';
import { SENSOR_GUIDES } from '$lib/ui/sensor-guide';

describe('the sensors page', () => {
  it('tells of every sensor there is a driver for, and of no other', () => {
    const told = SENSOR_GUIDES.map(({ id }) => id);
    expect(told.toSorted()).toEqual(MODELS.map(({ id }) => id).toSorted());
  });
});
