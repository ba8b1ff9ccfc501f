import type { Format } from './format';
import { barbellTracker } from './formats/barbell-tracker';
import { broad } from './formats/broad';
import { canonical } from './formats/canonical';
import { metaBase } from './formats/metabase';
import { movellaDot } from './formats/movella-dot';
import { phyphox } from './formats/phyphox';
import { polarSensorLogger } from './formats/polar';
import { scienceJournal } from './formats/science-journal';
import { selfDescribing } from './formats/self-describing';
import { sensorLogger } from './formats/sensor-logger';
import { witMotion } from './formats/witmotion';

/** Every kind of table read, the particular before the general: the first that recognises a header reads the file. */
export const FORMATS: readonly Format[] = [
  canonical,
  phyphox,
  sensorLogger,
  metaBase,
  witMotion,
  movellaDot,
  polarSensorLogger,
  scienceJournal,
  barbellTracker,
  broad,
  selfDescribing,
];
