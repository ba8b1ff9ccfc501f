import { PRESCRIPTIONS, startingTempo } from '../lib/guide/prescriptions';
import { printTempo } from '../lib/guide/tempo';
import { columns } from './columns';

/** What --guide can name, one line of JSON each. */
export function guidesJson(): string {
  return GUIDES.map((guide) => JSON.stringify(guide)).join('\n');
}

/** What --guide can name, for people to read. */
export function guidesTable(): string {
  const rows = GUIDES.map(({ id, variation, goal, tempo, reps }) => [
    id,
    variation,
    goal,
    tempo,
    reps ? reps.join('–') : '–',
  ]);
  return columns([['id', 'variation', 'goal', 'tempo', 'reps'], ...rows], 'left').join('\n');
}

const GUIDES = PRESCRIPTIONS.map((prescription) => {
  const { id, variation, goal, reps } = prescription;
  return {
    id,
    variation,
    goal,
    tempo: printTempo(startingTempo(prescription)),
    reps: reps.guide && [reps.guide.low, reps.guide.high],
  };
});
