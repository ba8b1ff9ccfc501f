import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { AppPage } from './ble/app-page';
import type { Emulation } from './ble/emulation';
import { witmotion } from './ble/peripherals/witmotion';
import { play, type PlayedSensor } from './ble/play';
import { test } from './ble/world';

/** A set at its real speed and what is asked of it before and after. */
const TIMEOUT_ms = 60_000;
/** How long an app may try to connect before it says that it cannot. */
const GIVES_UP_ms = 40_000;
/** Trying anew may wait between attempts. */
const RECONNECTS_ms = 15_000;

const NAME = witmotion.name;
const [SERVICE] = Object.keys(witmotion.services);
const [NOTIFY] = Object.keys(witmotion.services[SERVICE]);

const begun = (sensor: PlayedSensor) =>
  expect.poll(() => sensor.begun, { timeout: 10_000 }).toBe(true);

/** The home page says what is wrong, names the device, and lets the person try again. */
async function expectRefused(page: Page, device: string) {
  const app = new AppPage(page);
  await expect(app.trouble).toContainText(device, { timeout: GIVES_UP_ms });
  await expect(page).toHaveURL('/');
  await expect(app.connectButton).toBeEnabled();
}

test.beforeEach(() => test.setTimeout(TIMEOUT_ms));

test('keeps the set open when the link drops, makes it anew and goes on counting', async ({
  page,
  ble,
  chooser,
}) => {
  const app = new AppPage(page);
  const sensor = play(ble, witmotion, { set: { reps: 2, top_s: 8 } });
  await app.connect(chooser, NAME);
  await begun(sensor);
  let attempts = 0;
  sensor.peripheral.onConnect = async () => {
    await pause(300);
    if (attempts++ === 0) throw new Error('Still out of reach.');
  };
  await sensor.until(sensor.reps[0].press.end_s);
  await expect(app.count).toHaveText('1');
  sensor.drop();
  await expect(app.link).toHaveText(/^Reconnecting/);
  await expect(app.link).toHaveText('Streaming', { timeout: RECONNECTS_ms });
  expect(attempts).toBe(2);
  await sensor.over();
  await expect(app.count).toHaveText('2');
  await app.endSet();
  expect(await app.depths_m()).toHaveLength(2);
});

test('waits for Bluetooth to be switched on again in mid-set', async ({ page, ble, chooser }) => {
  const app = new AppPage(page);
  play(ble, witmotion);
  await app.connect(chooser, NAME);
  await expect(app.link).toHaveText('Streaming');
  ble.setPowered(false);
  await expect(app.link).toHaveText(/^Reconnecting/);
  ble.setPowered(true);
  await expect(app.link).toHaveText('Streaming', { timeout: RECONNECTS_ms });
});

test('says that a link was refused, and connects when asked again', async ({
  page,
  ble,
  chooser,
}) => {
  const app = new AppPage(page);
  const { peripheral } = play(ble, witmotion);
  peripheral.onConnect = () => Promise.reject(new Error('refused'));
  await app.connect(chooser, NAME);
  await expectRefused(page, NAME);
  peripheral.onConnect = () => undefined;
  await app.connectButton.click();
  await chooser.choose(NAME);
  await expect(app.link).toHaveText('Streaming');
  await expect(app.trouble).toHaveCount(0);
});

test('waits for a slow link, but not for ever', async ({ page, ble, chooser }) => {
  const app = new AppPage(page);
  const { peripheral } = play(ble, witmotion);
  peripheral.onConnect = () => new Promise<void>(() => undefined);
  await app.connect(chooser, NAME);
  await expectRefused(page, NAME);
  peripheral.onConnect = () => pause(3000);
  await app.connectButton.click();
  await chooser.choose(NAME);
  await expect(app.link).toHaveText('Streaming', { timeout: RECONNECTS_ms });
});

test('stops connecting when asked to', async ({ page, ble, chooser }) => {
  const app = new AppPage(page);
  const { peripheral } = play(ble, witmotion);
  peripheral.onConnect = () => new Promise<void>(() => undefined);
  await app.connect(chooser, NAME);
  await expect(app.link).toHaveText('Connecting');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveURL('/');
  await expect(app.trouble).toHaveCount(0);
  expect(peripheral.connected).toBe(false);
  peripheral.onConnect = () => undefined;
  await app.connectButton.click();
  await chooser.choose(NAME);
  await expect(app.link).toHaveText('Streaming');
});

test('makes no fuss when the chooser is closed', async ({ page, ble, chooser }) => {
  const app = new AppPage(page);
  const { peripheral } = play(ble, witmotion);
  await page.goto('/');
  await app.connectButton.click();
  await expect.poll(() => chooser.offered).toEqual([NAME]);
  await chooser.cancel();
  await expect(app.connectButton).toBeEnabled();
  await expect(app.trouble).toHaveCount(0);
  await expect(page).toHaveURL('/');
  expect(peripheral.connected).toBe(false);
});

test('tells of a sensor that is connected but mute, until it speaks', async ({
  page,
  ble,
  chooser,
}) => {
  const app = new AppPage(page);
  const sensor = play(ble, witmotion, { set: { reps: 1, restBefore_s: 8 } });
  sensor.mute();
  await app.connect(chooser, NAME);
  await begun(sensor);
  await expect(app.link).toHaveText(/^Silent/);
  expect(sensor.peripheral.connected).toBe(true);
  sensor.unmute();
  await expect(app.link).toHaveText('Streaming');
  await sensor.over();
  await expect(app.count).toHaveText('1');
});

test('offers two sensors and takes the one that is chosen', async ({ page, ble, chooser }) => {
  const app = new AppPage(page);
  const second: Emulation = { ...witmotion, name: 'WT9011DCL' };
  const [left, right] = [play(ble, witmotion), play(ble, second, { address: 'C0:00:00:00:00:02' })];
  await page.goto('/');
  await app.connectButton.click();
  await expect.poll(() => chooser.offered).toEqual([NAME, second.name].sort());
  await chooser.choose(second.name);
  await begun(right);
  await expect(page.getByText(second.name)).toBeVisible();
  expect(left.peripheral.connected).toBe(false);
  expect(left.writes).toEqual([]);
});

test('refuses a device without a motion sensor, and lets it go', async ({ page, ble, chooser }) => {
  const name = 'WT Heart';
  const peripheral = ble.addPeripheral({
    address: 'C0:00:00:00:00:03',
    name,
    services: {
      '0000180d-0000-1000-8000-00805f9b34fb': {
        '00002a37-0000-1000-8000-00805f9b34fb': ['notify'],
      },
    },
  });
  await new AppPage(page).connect(chooser, name);
  await expectRefused(page, name);
  await expect.poll(() => peripheral.connected).toBe(false);
});

test('refuses the vibration sensor whose frames only look alike', async ({
  page,
  ble,
  chooser,
}) => {
  const name = 'WTVB01-BT50';
  const peripheral = ble.addPeripheral({
    address: 'C0:00:00:00:00:04',
    name,
    services: witmotion.services,
  });
  // The example of its manual, section 6.
  const frame = '5561110016000200020000000100e60a430047000a00250025002500';
  peripheral.on('subscribe', () => peripheral.notify(NOTIFY, Buffer.from(frame, 'hex')));
  await new AppPage(page).connect(chooser, name);
  await expectRefused(page, name);
  await expect.poll(() => peripheral.connected).toBe(false);
});

test('shows the charge of the battery', async ({ page, ble, chooser }) => {
  const app = new AppPage(page);
  play(ble, witmotion);
  await app.connect(chooser, NAME);
  await expect(app.battery).toHaveText(`${witmotion.battery_percent} %`);
});

test('knows a sensor again after a reload, and connects it without a chooser', async ({
  page,
  ble,
  chooser,
}) => {
  const app = new AppPage(page);
  const { peripheral } = play(ble, witmotion);
  await app.connect(chooser, NAME);
  await expect(app.link).toHaveText('Streaming');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => peripheral.connected).toBe(false);
  // The start page lists known sensors.
  await expect(page).toHaveURL(/\/$/);
  await page.reload();
  await app.known(NAME).click();
  await expect(app.link).toHaveText('Streaming');
  expect(chooser.isOpen).toBe(false);
});

test('says that there is no Bluetooth', async ({ page, ble, chooser }) => {
  const app = new AppPage(page);
  ble.unplug();
  await page.goto('/');
  await app.connectButton.click();
  await expectRefused(page, 'Bluetooth');
  expect(chooser.isOpen).toBe(false);
});
