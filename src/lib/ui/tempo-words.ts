import { type PhaseId, type Tempo, type TempoPart, tempoParts } from '$lib/guide/tempo';

const ALL_FREE = 'Every phase at your own pace.';

/** What is done in each phase; `time` is "3 s", "3 to 4 s" or the like. */
const TIMED: Record<PhaseId, { at: (time: string) => string; upTo: (time: string) => string }> = {
  lower: { at: (time) => `lower in ${time}`, upTo: (time) => `lower within ${time}` },
  bottom: { at: (time) => `hold ${time}`, upTo: (time) => `hold up to ${time}` },
  press: { at: (time) => `press in ${time}`, upTo: (time) => `press within ${time}` },
  top: { at: (time) => `rest ${time} at the top`, upTo: (time) => `rest up to ${time} at the top` },
};

const NONE: Record<PhaseId, string> = {
  lower: 'lower in no time',
  bottom: 'no hold at the bottom',
  press: 'press in no time',
  top: 'no rest at the top',
};

const OWN_PACE: Record<PhaseId, string> = {
  lower: 'lower at your own pace',
  bottom: 'hold as you like',
  press: 'press at your own pace',
  top: 'rest at the top as you like',
};

/** "Lower in 3 to 4 s, hold 0.5 to 1 s, press fast, no rest at the top." */
export function tempoSentence(tempo: Tempo): string {
  const parts = tempoParts(tempo);
  if (parts.every(({ id }) => id === 'free')) return ALL_FREE;
  const sentence = parts.map(partWords).join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function partWords(part: TempoPart): string {
  const { at, upTo } = TIMED[part.phase];
  switch (part.id) {
    case 'exact':
      return at(`${part.time_s} s`);
    case 'range':
      return at(`${part.low_s} to ${part.high_s} s`);
    case 'up-to':
      return upTo(`${part.high_s} s`);
    case 'none':
      return NONE[part.phase];
    case 'fast':
      return `${part.phase} fast`;
    case 'free':
      return OWN_PACE[part.phase];
  }
}
