import { describe, expect, it } from 'vitest';
import { chooserRequest, MODELS, recognise } from '$lib/devices/models';
import type { Emulation } from '../e2e/ble/emulation';
import { EMULATIONS } from '../e2e/ble/peripherals/all';
import { PlayedDevice } from './models/played-device';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Services that no page may touch: a request that names one is refused as a whole (Web Bluetooth's blocklist). */
const BLOCKED = [
  '00001812-0000-1000-8000-00805f9b34fb',
  '00001530-1212-efde-1523-785feabcd123',
  'f000ffc0-0451-4000-b000-000000000000',
  '0000fffd-0000-1000-8000-00805f9b34fb',
];

describe('the models', () => {
  it('have names of their own', () => {
    expect(new Set(MODELS.map(({ id }) => id)).size).toBe(MODELS.length);
    expect(new Set(MODELS.map(({ name }) => name)).size).toBe(MODELS.length);
  });

  it.each(MODELS.map((model) => [model.id, model] as const))('%s can be asked for', (_, model) => {
    expect(model.filters.length).toBeGreaterThan(0);
    for (const uuid of model.services) expect(uuid).toMatch(UUID);
    expect(model.services.filter((uuid) => BLOCKED.includes(uuid))).toEqual([]);
  });

  it('are all in one request', () => {
    const { filters, optionalServices } = chooserRequest() as {
      filters: BluetoothLEScanFilter[];
      optionalServices: string[];
    };
    expect(filters).toEqual(MODELS.flatMap((model) => model.filters));
    for (const uuid of MODELS.flatMap(({ services }) => services)) {
      expect(optionalServices).toContain(uuid);
    }
    expect(new Set(optionalServices).size).toBe(optionalServices.length);
  });

  it.each(EMULATIONS.map((each) => [each.model, each.name, each] as const))(
    'tell a %s (%s) by what it offers, whatever it is called',
    async (id, _, emulation) => {
      const renamed = new PlayedDevice({ ...emulation, name: 'Sled' });
      expect((await recognise(renamed)).id).toBe(id);
    },
  );

  it('are each played by an emulation', () => {
    const played = new Set(EMULATIONS.map(({ model }) => model));
    expect(MODELS.map(({ id }) => id).filter((id) => !played.has(id))).toEqual([]);
  });
});

describe('a device that is no motion sensor', () => {
  const HEART_RATE = '0000180d-0000-1000-8000-00805f9b34fb';
  const INFORMATION = '0000180a-0000-1000-8000-00805f9b34fb';
  const MODEL_NUMBER = '00002a24-0000-1000-8000-00805f9b34fb';
  const strap: Emulation = {
    ...EMULATIONS[0],
    name: 'Chest strap',
    services: { [HEART_RATE]: {}, [INFORMATION]: { [MODEL_NUMBER]: ['read'] } },
    play: (peripheral) => {
      peripheral.onRead = () => new TextEncoder().encode('HR-1\0');
    },
  };

  it('is refused with its name and its model number', async () => {
    await expect(recognise(new PlayedDevice(strap))).rejects.toMatchObject({
      code: 'wrong-device',
      message: expect.stringContaining('Chest strap (HR-1)') as string,
    });
  });
});
