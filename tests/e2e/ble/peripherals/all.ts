import type { Emulation } from '../emulation';
import { witmotion } from './witmotion';

/** Every sensor that the app is proven with. */
export const EMULATIONS: readonly Emulation[] = [witmotion];
