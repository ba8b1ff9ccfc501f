import type { SetPlan } from '../../src/lib/core/simulate/plan';
import type { GyroGrade, SensorGrade } from '../../src/lib/core/simulate/sensor';

/** What is changed in every simulated set. */
export interface Ablation {
  set: Partial<SetPlan>;
  sensor: (grade: SensorGrade) => SensorGrade;
}

interface Source {
  set?: Partial<SetPlan>;
  sensor?: Partial<SensorGrade>;
  gyro?: Partial<GyroGrade>;
}

/**
 * Of what is exactly zero the simulator draws nothing, and all that it draws afterwards would differ.
 * This much of it is drawn, and is lost in the rounding.
 */
const AS_GOOD_AS_ZERO = 1e-9;

/** A sensor of so many bits rounds by less than it can be read. */
const MANY_BITS = 30;

/** Where an error may come from, and what takes it out while everything else is drawn as before. */
const SOURCES = {
  sway: { set: { sway_m: 0 } },
  tremor: { set: { tremor_m: 0 } },
  tilt: { set: { tilt_deg: AS_GOOD_AS_ZERO } },
  rolling: { set: { rolling_mps2: AS_GOOD_AS_ZERO } },
  floor: { set: { floor_mps2: 0 } },
  noise: { sensor: { noise_ugPerRootHz: 0 }, gyro: { noise_dpsPerRootHz: 0 } },
  bias: {
    sensor: { offset_g: 0, biasWalk_ugPerRootS: 0, drift_mps2: 0 },
    gyro: { offset_dps: 0 },
  },
  scale: { sensor: { scaleError: 0, crossAxis: 0 }, gyro: { scaleError: 0 } },
  rounding: { sensor: { bits: MANY_BITS }, gyro: { bits: MANY_BITS } },
  jitter: { sensor: { jitter_s: 0 } },
  loss: { sensor: { loss: 0, repeats: 0 } },
  spikes: { sensor: { spikes_perMin: [0, 0] } },
} as const satisfies Record<string, Source>;

export const SOURCE_NAMES: readonly string[] = Object.keys(SOURCES);

/** Takes the named sources of error out. Throws on a name that is none. */
export function without(names: readonly string[]): Ablation {
  const sources: Source[] = names.map((name) => {
    if (isSource(name)) return SOURCES[name];
    throw new Error(`--without knows no "${name}". There are: ${SOURCE_NAMES.join(', ')}.`);
  });
  return {
    set: sources.reduce<Partial<SetPlan>>((all, { set }) => ({ ...all, ...set }), {}),
    sensor: (grade) => sources.reduce(sensorWithout, grade),
  };
}

function isSource(name: string): name is keyof typeof SOURCES {
  return Object.hasOwn(SOURCES, name);
}

function sensorWithout(grade: SensorGrade, { sensor, gyro }: Source): SensorGrade {
  return { ...grade, ...sensor, gyro: grade.gyro && { ...grade.gyro, ...gyro } };
}
