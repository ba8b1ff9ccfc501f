import { type Tempo, type TempoPart, tempoParts } from '$lib/guide/tempo';
import { withDecimalSign } from '$lib/locale/units';
import { tempoWords } from './words/tempo';

/** "Lower in 3 to 4 s, hold 0.5 to 1 s, press fast, no rest at the top." */
export function tempoSentence(tempo: Tempo): string {
  const parts = tempoParts(tempo);
  if (parts.every(({ id }) => id === 'free')) return tempoWords.allFree;
  const sentence = parts.map(partWords).join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function partWords(part: TempoPart): string {
  const { phase } = part;
  switch (part.id) {
    case 'exact':
      return tempoWords.at[phase](`${read(part.time_s)} s`);
    case 'range':
      return tempoWords.at[phase](tempoWords.range(read(part.low_s), read(part.high_s)));
    case 'up-to':
      return tempoWords.upTo[phase](`${read(part.high_s)} s`);
    case 'none':
      return tempoWords.none[phase];
    case 'fast':
      return tempoWords.fast[phase];
    case 'free':
      return tempoWords.ownPace[phase];
  }
}

/** With as many places as it was written with. */
function read(time_s: number): string {
  return withDecimalSign(String(time_s));
}
