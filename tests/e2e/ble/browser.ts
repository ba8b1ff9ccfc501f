import type { Browser, BrowserType, LaunchOptions } from '@playwright/test';
import type { FakeBluez } from './fake-bluez';

const CHROMIUM_ARGS = [
  // With the new permissions the browser knows a device again after a reload (getDevices).
  '--enable-features=WebBluetooth,WebBluetoothNewPermissionsBackend',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium whose Bluetooth is this world's. */
export function launchBeside(
  ble: FakeBluez,
  chromium: BrowserType,
  options: LaunchOptions,
): Promise<Browser> {
  return chromium.launch({
    ...options,
    args: [...(options.args ?? []), ...CHROMIUM_ARGS],
    env: { ...process.env, ...ble.env },
  });
}
