import { MACHINES, type MachineId } from '../lib/guide/machines';
import { type DepthTarget, type Plan, planFor, withTarget } from '../lib/guide/plan';
import { PRESCRIPTIONS } from '../lib/guide/prescriptions';
import { parseTempo, PHASES, type Tempo, TempoError } from '../lib/guide/tempo';
import { nearest } from './nearest';
import { UsageError } from './usage-error';

/** What the options say is asked of the sets, as they were typed. */
export interface AskedOptions {
  readonly guide?: string | undefined;
  readonly machine?: string | undefined;
  readonly tempo?: string | undefined;
  readonly depth?: string | undefined;
}

/** What the sets are held against; null where nothing is asked. Throws UsageError. */
export function askedPlan({ guide, machine, tempo, depth }: AskedOptions): Plan | null {
  const on = machineOf(machine ?? 'sled-45');
  if (guide === undefined && tempo === undefined && depth === undefined) return null;
  let plan = guide === undefined ? standardPress(on) : guided(guide, on);
  if (tempo !== undefined) plan = withTempo(plan, tempoOf(tempo));
  if (depth !== undefined) plan = withTarget(plan, 'depth', depthOf(depth), 'athlete');
  return plan;
}

/** Without a guide, the press that most people mean, of which the guide asks nothing by number. */
function standardPress(machine: MachineId): Plan {
  return planFor('quad', machine, 'free');
}

function guided(id: string, machine: MachineId): Plan {
  const prescription = PRESCRIPTIONS.find((each) => each.id === id);
  if (prescription) return planFor(prescription.variation, machine, prescription.goal);
  const ids = PRESCRIPTIONS.map((each) => each.id);
  throw new UsageError(unknown('guide', id, ids, ' --guides lists them all.'));
}

function machineOf(id: string): MachineId {
  if (isMachine(id)) return id;
  throw new UsageError(unknown('machine', id, Object.keys(MACHINES)));
}

function isMachine(id: string): id is MachineId {
  return Object.hasOwn(MACHINES, id);
}

function unknown(option: string, id: string, known: readonly string[], advice = ''): string {
  const names = nearest(id, known).join(', ');
  return `--${option} knows no "${id}". The nearest: ${names}.${advice}`;
}

/** Whoever typed it asks for it, of every phase. */
function withTempo(plan: Plan, tempo: Tempo): Plan {
  return PHASES.reduce(
    (changed, phase) => withTarget(changed, phase, tempo[phase], 'athlete'),
    plan,
  );
}

function tempoOf(text: string): Tempo {
  try {
    return parseTempo(text);
  } catch (error) {
    if (!(error instanceof TempoError)) throw error;
    const before = [...text.slice(0, error.position)].length;
    throw new UsageError(`--tempo: ${error.message}\n  ${text}\n  ${' '.repeat(before)}^`);
  }
}

/** "0.35-0.45", in metres along the rail. */
function depthOf(text: string): DepthTarget {
  const [, low, high] = /^\s*([\d.]+)\s*[-–]\s*([\d.]+)\s*$/.exec(text) ?? [];
  const [floor_m, ceiling_m] = [Number(low), Number(high)];
  if (!(floor_m > 0 && floor_m <= ceiling_m)) {
    throw new UsageError(`--depth takes metres from low to high, as 0.35-0.45, not "${text}".`);
  }
  const target_m = (floor_m + ceiling_m) / 2;
  return { target_m, floor_m, ceiling_m, stop_m: null, softTop_m: null };
}
