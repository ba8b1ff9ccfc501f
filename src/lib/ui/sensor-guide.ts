import { boardWords } from './words/sensors-boards';
import { readySensorWords } from './words/sensors-ready';

/** What an athlete should know of one kind of sensor. */
export interface SensorGuide extends SensorWords {
  /** The model's id, and the anchor of its card. */
  readonly id: string;
  /** Who says when a sample was measured. */
  readonly clock: Clock;
  readonly fit: Fit;
  readonly readFrom: Evidence;
}

/** What is said of it; rates and ranges are the maker's. */
export interface SensorWords {
  readonly name: string;
  /** What exactly is meant, as it stands on the box. */
  readonly devices: string;
  /** Samples a second. */
  readonly rate: string;
  /** Largest force it can tell. */
  readonly range: string;
  readonly gyro: string;
  readonly get: string;
  readonly prepare: string;
  readonly mount: string;
  /** What to mind, one sentence each. */
  readonly limits: readonly string[];
}

/** `own`: the sensor stamps its samples. `counted`: they are counted as they come. */
export type Clock = 'own' | 'counted';

/** `fine`: for every set. `mind`: it measures well where its limits are kept. `slow`: counting and slow reps only. */
export type Fit = 'fine' | 'mind' | 'slow';

/** What our reader of its signals was checked against. */
export type Evidence = 'real' | 'tests' | 'documents';

const words = { ...readySensorWords, ...boardWords };

interface Model extends Pick<SensorGuide, 'clock' | 'fit' | 'readFrom'> {
  readonly id: keyof typeof words;
}

/** Best first. */
const MODELS: readonly Model[] = [
  { id: 'witmotion', clock: 'counted', fit: 'fine', readFrom: 'real' },
  { id: 'polar-pmd', clock: 'own', fit: 'fine', readFrom: 'real' },
  { id: 'movella-dot', clock: 'own', fit: 'fine', readFrom: 'documents' },
  { id: 'metamotion', clock: 'counted', fit: 'fine', readFrom: 'tests' },
  { id: 'movesense', clock: 'own', fit: 'mind', readFrom: 'documents' },
  { id: 'phyphox', clock: 'own', fit: 'fine', readFrom: 'documents' },
  { id: 'thingy52', clock: 'counted', fit: 'mind', readFrom: 'real' },
  { id: 'espruino', clock: 'own', fit: 'mind', readFrom: 'documents' },
  { id: 'adafruit', clock: 'counted', fit: 'mind', readFrom: 'documents' },
  { id: 'bluest', clock: 'own', fit: 'mind', readFrom: 'documents' },
  { id: 'microbit', clock: 'counted', fit: 'mind', readFrom: 'real' },
  { id: 'daydream', clock: 'own', fit: 'mind', readFrom: 'real' },
  { id: 'sensortag', clock: 'counted', fit: 'slow', readFrom: 'tests' },
];

/** Every sensor there is a driver for, best first, in the person's language. */
export const SENSOR_GUIDES: readonly SensorGuide[] = MODELS.map((model) => ({
  ...model,
  ...words[model.id],
}));
