import type { LiveEvent, RepEvent } from '$lib/live/events';
import { shortMark, spokenCue } from './finding-words';
import { eventWords as words } from './words/feedback';

/** What is spoken of an event in mid set: as little as is understood. Null for nothing. */
export function spokenOf(event: LiveEvent): string | null {
  switch (event.kind) {
    case 'rep':
      return spokenRep(event);
    case 'target':
      return event.edge === 'high' ? words.targetHigh : words.targetLow;
    case 'go':
      return words.go;
    case 'ended':
      return words.ended;
    case 'lost':
      return words.lost;
    case 'rest-over':
      return words.restOver;
    default:
      return null;
  }
}

/** What a screen reader says of an event, politely. Null for nothing: phases change too often to be said. */
export function announced(event: LiveEvent): string | null {
  switch (event.kind) {
    case 'rep':
      return announcedRep(event);
    case 'partial':
      return words.partial;
    case 'paused':
      return words.paused;
    case 'resumed':
      return words.resumed;
    case 'started-over':
      return words.startedOver;
    default:
      return spokenOf(event);
  }
}

/** "7", or "7. Lower slower" where something is to be changed. */
function spokenRep({ count, verdict }: RepEvent): string {
  const worst = verdict?.verdict === 'out' ? verdict.findings[0] : null;
  return worst ? `${count}. ${spokenCue(worst)}` : String(count);
}

function announcedRep({ count, verdict }: RepEvent): string {
  if (!verdict) return words.repAlone(String(count));
  const [worst] = verdict.findings;
  return words.rep(String(count), worst ? shortMark(worst) : words.inBands);
}
