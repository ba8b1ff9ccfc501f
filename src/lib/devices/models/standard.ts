import type { Connection } from './model';

/** Standard services that any device may have, looked at whatever the model. */
export const BATTERY = {
  service: '0000180f-0000-1000-8000-00805f9b34fb',
  level: '00002a19-0000-1000-8000-00805f9b34fb',
};
export const DEVICE_INFORMATION = {
  service: '0000180a-0000-1000-8000-00805f9b34fb',
  model: '00002a24-0000-1000-8000-00805f9b34fb',
};

/** What a device tells as its model number; '' where it tells none. */
export async function modelNumber(connection: Connection): Promise<string> {
  const { service, model } = DEVICE_INFORMATION;
  if (!(await connection.has(service, model))) return '';
  return new TextDecoder().decode(await connection.read(service, model)).replaceAll('\0', '');
}
