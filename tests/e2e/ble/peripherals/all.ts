import type { Emulation } from '../emulation';
import { adafruit } from './adafruit';
import { bluest } from './bluest';
import { daydream } from './daydream';
import { espruino } from './espruino';
import { metamotionR, metamotionS } from './metamotion';
import { microbit } from './microbit';
import { movellaDot } from './movella-dot';
import { movesense } from './movesense';
import { phyphox } from './phyphox';
import { polarH10 } from './polar-h10';
import { polarVeritySense } from './polar-verity-sense';
import { sensortag } from './sensortag';
import { thingy52 } from './thingy52';
import { witmotion } from './witmotion';

/** Every sensor that the app is proven with. */
export const EMULATIONS: readonly Emulation[] = [
  witmotion,
  polarVeritySense,
  polarH10,
  metamotionR,
  metamotionS,
  movellaDot,
  movesense,
  thingy52,
  microbit,
  espruino,
  phyphox,
  bluest,
  adafruit,
  daydream,
  sensortag,
];
