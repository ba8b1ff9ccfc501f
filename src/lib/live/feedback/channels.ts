import type { LiveEvent } from '../events';
import type { EarconId } from './earcons';

/** What the edge of the screen shows for a moment. */
export type FlashTone = 'counted' | 'in' | 'over' | 'under' | 'target';

/** Of a countdown so many seconds sound. */
const LAST_s = 3;

/** The sound of an event; null for those that have none. */
export function earconOf(event: LiveEvent): EarconId | null {
  switch (event.kind) {
    case 'rep':
      return repEarcon(event.verdict?.verdict ?? null);
    case 'target':
      return 'target';
    case 'countdown':
      return event.left_s <= LAST_s ? 'countdown' : null;
    case 'go':
    case 'rest-over':
      return 'go';
    case 'ended':
      return 'ended';
    case 'lost':
      return 'lost';
    default:
      return null;
  }
}

/** Borderline sounds as where nothing was asked: it is counted, and neither praised nor blamed. */
function repEarcon(verdict: 'in' | 'out' | 'borderline' | null): EarconId {
  return verdict === 'in' ? 'in' : verdict === 'out' ? 'deviating' : 'counted';
}

/** How a phone shakes: on, off, on … in ms. */
export function vibrationOf(event: LiveEvent): readonly number[] | null {
  switch (event.kind) {
    case 'rep':
      return event.verdict?.verdict === 'out' ? [80, 80, 80, 80, 80] : [120];
    case 'target':
      return [120, 80, 400];
    case 'go':
    case 'rest-over':
      return [400];
    case 'ended':
      return [200, 100, 200];
    case 'lost':
      return [400, 150, 400, 150, 400];
    default:
      return null;
  }
}

export function flashOf(event: LiveEvent): FlashTone | null {
  if (event.kind === 'target') return 'target';
  if (event.kind !== 'rep') return null;
  const worst = event.verdict?.findings[0];
  if (event.verdict?.verdict === 'out') return worst?.side === 'over' ? 'over' : 'under';
  return event.verdict?.verdict === 'in' ? 'in' : 'counted';
}

/** Whether what is ticking falls silent. */
export function stopsMetronome({ kind }: LiveEvent): boolean {
  return ['paused', 'started-over', 'ended', 'lost'].includes(kind);
}
