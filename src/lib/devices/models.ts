import { adafruit } from './models/adafruit';
import { bluest } from './models/bluest';
import { daydream } from './models/daydream';
import { espruino } from './models/espruino';
import { metamotion } from './models/metamotion';
import { microbit } from './models/microbit';
import type { Connection, Model } from './models/model';
import { movellaDot } from './models/movella-dot';
import { movesense } from './models/movesense';
import { phyphox } from './models/phyphox';
import { polarPmd } from './models/polar-pmd';
import { sensortag } from './models/sensortag';
import { BATTERY, DEVICE_INFORMATION, modelNumber } from './models/standard';
import { thingy52 } from './models/thingy52';
import { witmotion } from './models/witmotion';
import { SensorError } from './sensor';
import { deviceWords } from './words';

/** Every Bluetooth sensor there is a driver for. Where two would recognise a device, the first one has it. */
export const MODELS: readonly Model[] = [
  witmotion,
  polarPmd,
  metamotion,
  movellaDot,
  thingy52,
  microbit,
  phyphox,
  bluest,
  adafruit,
  daydream,
  sensortag,
  // Told by its name where its firmware lacks the service, to say so.
  movesense,
  // Its UART may be any Nordic board's: whatever has a service of its own is told by that.
  espruino,
];

/** One request that shows every model in the browser's chooser, and lets each driver reach its services. */
export function chooserRequest(models = MODELS): RequestDeviceOptions {
  const services = models.flatMap((model) => model.services);
  return {
    filters: models.flatMap(({ filters }) => filters),
    optionalServices: [...new Set([...services, BATTERY.service, DEVICE_INFORMATION.service])],
  };
}

/** The model of a connected device, told from its services. Rejects with SensorError `wrong-device`. */
export async function recognise(connection: Connection, models = MODELS): Promise<Model> {
  for (const model of models) {
    if (await model.recognises(connection)) return model;
  }
  const name = connection.deviceName || deviceWords.thisDevice;
  const kind = await modelNumber(connection);
  throw new SensorError(
    'wrong-device',
    deviceWords.noMotionService(`${name}${kind ? ` (${kind})` : ''}`),
  );
}
