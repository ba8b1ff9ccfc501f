import { expect } from '@playwright/test';
import { AppPage } from './ble/app-page';
import { EMULATIONS } from './ble/peripherals/all';
import { play } from './ble/play';
import { test } from './ble/world';

/** A set, its set-up and the review of it. */
const TIMEOUT_ms = 60_000;
/** Some devices answer a dozen commands before they measure. */
const SET_UP_ms = 10_000;

EMULATIONS.forEach((emulation, i) => {
  const { model, name, setUp, putDown, battery_percent, depthWithin_m } = emulation;

  test(`sensor ${i + 1}, ${model}: ${name} is set up, streams, and is put down`, async ({
    page,
    ble,
    chooser,
  }) => {
    test.setTimeout(TIMEOUT_ms);
    const app = new AppPage(page);
    const sensor = play(ble, emulation);
    await app.connect(chooser, name);
    await expect.poll(() => sensor.begun, { timeout: SET_UP_ms }).toBe(true);
    await expect(page.getByText(emulation.shownAs ?? name)).toBeVisible();
    await expect(app.link).toHaveText('Streaming');
    if (battery_percent === null) await expect(app.battery).toHaveCount(0);
    else await expect(app.battery).toHaveText(`${battery_percent} %`);
    await sensor.over();
    expect(sensor.writes).toEqual(setUp);
    await expect(app.count).toHaveText(String(sensor.reps.length));
    await app.endSet();
    await expect.poll(() => sensor.writes.slice(setUp.length)).toEqual(putDown);
    await expect.poll(() => sensor.peripheral.connected).toBe(false);
    const depths_m = await app.depths_m();
    expect(depths_m).toHaveLength(sensor.reps.length);
    const errors_m = sensor.reps.map(({ depth_m }, rep) => Math.abs(depths_m[rep] - depth_m));
    expect(Math.max(...errors_m), `Depths were ${depths_m.join(', ')} m`).toBeLessThanOrEqual(
      depthWithin_m,
    );
  });
});
