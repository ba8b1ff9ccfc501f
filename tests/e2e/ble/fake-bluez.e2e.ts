import { expect, type Page } from '@playwright/test';
import { BusError } from './bus';
import type { FakeBluez } from './fake-bluez';
import type { FakePeripheral } from './peripheral';
import { test } from './world';

const SERVICE = '0000fff0-0000-1000-8000-00805f9b34fb';
const STREAM = '0000fff1-0000-1000-8000-00805f9b34fb';
const COMPANY = 0x0822;
const SETTING = '0000fff2-0000-1000-8000-00805f9b34fb';

/** A page with one button: asks for a device, connects, and notes what its stream says. */
const PAGE = `<!doctype html><button>Connect</button><output></output><script>
  const shown = document.querySelector('output');
  const told = (error) => error.name + ': ' + error.message;
  window.heard = [];
  window.streamOf = async (device) => {
    window.device = device;
    device.ongattserverdisconnected = () => { shown.textContent = 'dropped'; };
    const server = await device.gatt.connect();
    window.service = await server.getPrimaryService('${SERVICE}');
    window.setting = await window.service.getCharacteristic('${SETTING}');
    const stream = await window.service.getCharacteristic('${STREAM}');
    stream.oncharacteristicvaluechanged = () => window.heard.push(stream.value.getUint32(0));
    await stream.startNotifications();
    shown.textContent = 'streaming';
  };
  window.errorOf = (promise) => promise.then(() => 'none', told);
  document.querySelector('button').addEventListener('click', () => navigator.bluetooth
    .requestDevice({ filters: [{ manufacturerData: [{ companyIdentifier: ${COMPANY} }] }],
      optionalServices: ['${SERVICE}', 'battery_service'] })
    .then(window.streamOf)
    .catch((error) => { shown.textContent = told(error); }));
</script>`;

async function openPage(page: Page) {
  await page.route('/bench', (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await page.goto('/bench');
  return {
    connect: () => page.getByRole('button', { name: 'Connect' }).click(),
    output: page.locator('output'),
  };
}

function addBoard(ble: FakeBluez, number: number): FakePeripheral {
  return ble.addPeripheral({
    address: `C0:00:00:00:00:0${number}`,
    name: `Board ${number}`,
    services: { [SERVICE]: { [STREAM]: ['notify'], [SETTING]: ['read', 'write'] } },
    companies: [COMPANY],
    battery_percent: 87,
  });
}

/** Sends 0, 1, 2, … for so long at the rate, told from the clock; resolves with how many. */
function count(board: FakePeripheral, rate_Hz: number, duration_s: number): Promise<number> {
  const start_ms = performance.now();
  let sent = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const elapsed_s = Math.min(duration_s, (performance.now() - start_ms) / 1000);
      for (; sent < elapsed_s * rate_Hz; sent++) {
        const value = Buffer.alloc(20);
        value.writeUInt32BE(sent);
        board.notify(STREAM, value);
      }
      if (elapsed_s < duration_s) return;
      clearInterval(timer);
      resolve(sent);
    }, 5);
  });
}

const heard = (page: Page) => page.evaluate<number[]>('window.heard');

test('loses nothing and keeps the order at 100 Hz, before and after a drop', async ({
  page,
  ble,
  chooser,
}) => {
  const board = addBoard(ble, 1);
  const { connect, output } = await openPage(page);
  await connect();
  await chooser.choose('Board 1');
  await expect(output).toHaveText('streaming');
  expect(await count(board, 100, 2)).toBe(200);
  const inOrder = Array.from({ length: 200 }, (_, i) => i);
  await expect.poll(() => heard(page)).toEqual(inOrder);
  board.disconnect();
  await expect(output).toHaveText('dropped');
  await page.evaluate('window.streamOf(window.device)');
  expect(await count(board, 100, 1)).toBe(100);
  await expect.poll(() => heard(page)).toEqual([...inOrder, ...inOrder.slice(0, 100)]);
});

test('offers what advertises, and tells what goes wrong as a real browser does', async ({
  page,
  ble,
  chooser,
}) => {
  const [board, other] = [addBoard(ble, 1), addBoard(ble, 2)];
  ble.addPeripheral({ address: 'C0:00:00:00:00:09', name: 'Lamp', services: {} });
  const { connect, output } = await openPage(page);
  const errorOf = (expression: string) => page.evaluate(`window.errorOf(${expression})`);

  await connect();
  await expect.poll(() => chooser.offered).toEqual(['Board 1', 'Board 2']);
  await chooser.cancel();
  await expect(output).toHaveText('NotFoundError: User cancelled the requestDevice() chooser.');

  other.onConnect = () => Promise.reject(new Error('refused'));
  await connect();
  await chooser.choose(other.address);
  await expect(output).toHaveText(/^NetworkError: /);
  expect(other.connected).toBe(false);

  await connect();
  await chooser.choose(board.address);
  await expect(output).toHaveText('streaming');
  const level = `window.device.gatt.getPrimaryService('battery_service')
    .then((service) => service.getCharacteristic('battery_level'))
    .then((characteristic) => characteristic.readValue())
    .then((value) => value.getUint8(0))`;
  expect(await page.evaluate(level)).toBe(87);
  expect(await errorOf("window.device.gatt.getPrimaryService('heart_rate')")).toMatch(
    /^SecurityError: /,
  );
  const twoAtOnce = `(async () => {
    const first = window.setting.readValue();
    const told = await window.errorOf(window.setting.readValue());
    await first;
    return told;
  })()`;
  expect(await page.evaluate(twoAtOnce)).toBe('NetworkError: GATT operation already in progress.');
  board.onRead = () => Promise.reject(new BusError('org.bluez.Error.NotPermitted'));
  expect(await errorOf('window.setting.readValue()')).toMatch(/^NotSupportedError: /);
  board.onWrite = () => board.disconnect();
  expect(await errorOf('window.setting.writeValueWithResponse(new Uint8Array(1))')).toMatch(
    /^NetworkError: /,
  );
  await expect(output).toHaveText('dropped');
});

test('knows a device again after a reload, and what becomes of it without Bluetooth', async ({
  page,
  ble,
  chooser,
}) => {
  const board = addBoard(ble, 1);
  const { connect, output } = await openPage(page);
  await connect();
  await chooser.choose('Board 1');
  await expect(output).toHaveText('streaming');
  await page.reload();
  await expect.poll(() => board.connected).toBe(false);
  await page.evaluate(
    'navigator.bluetooth.getDevices().then(([device]) => window.streamOf(device))',
  );
  await expect(output).toHaveText('streaming');
  expect(chooser.isOpen).toBe(false);
  ble.setPowered(false);
  await expect(output).toHaveText('dropped');
  await page.reload();
  await connect();
  // Chromium waits for Bluetooth to be switched on, and only then offers anything.
  ble.setPowered(true);
  await chooser.choose('Board 1');
  await expect(output).toHaveText('streaming');
  ble.unplug();
  await expect(output).toHaveText('dropped');
  await connect();
  await expect(output).toHaveText('NotFoundError: Bluetooth adapter not available.');
  expect(await page.evaluate('navigator.bluetooth.getAvailability()')).toBe(false);
});
