import { VARIATION_IDS, type VariationId } from '$lib/guide/claim';
import type { Side } from '$lib/guide/entered';
import { GOALS, type GoalId } from '$lib/guide/goals';
import { MACHINES, type MachineId } from '$lib/guide/machines';
import { dayOf } from './past';
import type { StoredSet } from './sets';

/** Which sets of a history are looked at. It is written in the page's address, so that it can be gone back to and sent. */
export interface SetFilter {
  /** In the title, the note, or the name of what it was measured by or read from, whatever the case. */
  readonly text: string;
  readonly variation: VariationId | null;
  readonly machine: MachineId | null;
  readonly goal: GoalId | null;
  readonly side: Side | null;
  /** First and last day: 2026-11-20. */
  readonly from: string | null;
  readonly to: string | null;
  /** Only those with a deviation. */
  readonly deviating: boolean;
  /** Lifted by a person, or by nobody; null for both. */
  readonly origin: Origin | null;
}

export const ORIGINS = ['lifted', 'simulated'] as const;
export type Origin = (typeof ORIGINS)[number];

export const EVERY_SET: SetFilter = {
  text: '',
  variation: null,
  machine: null,
  goal: null,
  side: null,
  from: null,
  to: null,
  deviating: false,
  origin: null,
};

const SIDES: readonly Side[] = ['left', 'right'];
const MACHINE_IDS = keysOf(MACHINES);
const GOAL_IDS = keysOf(GOALS);

/** The filter that an address asks for; what it does not say rightly is left open. */
export function filterFrom(params: URLSearchParams): SetFilter {
  const one = <T extends string>(name: string, allowed: readonly T[]): T | null =>
    allowed.find((each) => each === params.get(name)) ?? null;
  return {
    text: params.get('text') ?? '',
    variation: one('variation', VARIATION_IDS),
    machine: one('machine', MACHINE_IDS),
    goal: one('goal', GOAL_IDS),
    side: one('side', SIDES),
    from: dayFrom(params.get('from')),
    to: dayFrom(params.get('to')),
    deviating: params.get('deviating') === 'yes',
    origin: one('origin', ORIGINS),
  };
}

/** The filter as an address says it: only what is not open. */
export function paramsOf(filter: SetFilter): URLSearchParams {
  const { deviating, text, ...choices } = filter;
  const params = new URLSearchParams();
  if (text !== '') params.set('text', text);
  for (const [name, value] of Object.entries(choices)) if (value !== null) params.set(name, value);
  if (deviating) params.set('deviating', 'yes');
  return params;
}

/** How many of its parts are not open, the text aside. */
export function countChosen(filter: SetFilter): number {
  return [...paramsOf({ ...filter, text: '' })].length;
}

export function passes(filter: SetFilter, set: StoredSet): boolean {
  const { plan, entered, source, summary } = set;
  const is = <T>(wanted: T | null, value: T | null | undefined) =>
    wanted === null || wanted === value;
  return (
    is(filter.variation, plan?.variation) &&
    is(filter.machine, plan?.machine) &&
    is(filter.goal, plan?.goal) &&
    is(filter.side, entered.side) &&
    is(filter.origin, source.kind === 'simulated' ? 'simulated' : 'lifted') &&
    // A summary of old may not know them.
    (!filter.deviating || (summary.deviations ?? []).length > 0) &&
    isWithin(filter, set) &&
    hasText(filter.text, set)
  );
}

function isWithin({ from, to }: SetFilter, { addedAt }: StoredSet): boolean {
  if (from === null && to === null) return true;
  const day = dayOf(addedAt);
  return (from === null || day >= from) && (to === null || day <= to);
}

function hasText(text: string, { title, entered, source }: StoredSet): boolean {
  const wanted = text.trim().toLowerCase();
  return (
    wanted === '' || `${title}\n${entered.note}\n${source.name}`.toLowerCase().includes(wanted)
  );
}

function dayFrom(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(Date.parse(text))
    ? text
    : null;
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[];
}
