import { find } from './finding';
import { alike } from './history';
import { prescriptionOf } from './rows';
import type { CueId, Finding, PastSet, Performance, Rule } from './rule';

/** So many sets in a row, with this one, that are as good as they can be within what is asked. */
const SETS = 3;

const ROWS = ['K04', 'K05', 'J18'];

/** What the guide names as ways forward: the reverse press has three, the hamstring press one. */
const WAYS: readonly (readonly [row: string, ways: readonly CueId[]])[] = [
  ['K05', ['add-load', 'add-reps', 'slow-lowering']],
  ['K04', ['add-load']],
];

/**
 * Ready for more: the last sets all came to the top of the reps asked, every rep within what was asked, and nothing
 * hurt. A suggestion, never a fault. That this set was free of pain must have been said.
 */
export const PROGRESSION_READY: Rule = {
  id: 'progression-ready',
  part: null,
  severity: 1,
  target: 'reps',
  needs: ['reps'],
  rows: ROWS,
  suggests: true,
  judge(performance, before) {
    const { plan, over } = performance;
    const progression = prescriptionOf(plan)?.progression ?? [];
    const ways = WAYS.find(([row]) => progression.includes(row))?.[1] ?? [];
    if (over === 'nothing' || ways.length === 0 || !isReady(performance, before)) return [];
    return ways.flatMap((way) =>
      find({
        rule: 'progression-ready',
        rep: null,
        measured: SETS,
        sd: 0,
        allowed: [SETS, null],
        unit: 'sets',
        rows: progression.filter((row) => ROWS.includes(row)),
        cue: () => ({ id: way, amount: null }),
      }),
    );
  },
};

function isReady(performance: Performance, before: readonly Finding[]): boolean {
  const { reps: asked } = performance.plan.targets;
  if (!asked || !isGood(performance, before, asked.high)) return false;
  const earlier = alike(performance.past, performance, ['variation', 'machine', 'side', 'goal']);
  const last = earlier.slice(1 - SETS);
  return last.length === SETS - 1 && last.every((set) => wasGood(set, performance, asked.high));
}

/** No rep out, none partial, as many as asked at most, and said to be free of pain. */
function isGood({ report, entered }: Performance, before: readonly Finding[], reps: number) {
  const ofReps = before.filter(({ rep }) => rep !== null);
  const isKept = ofReps.length > 0 && ofReps.every(({ verdict }) => verdict !== 'out');
  return isKept && report.set.reps >= reps && entered.pain === 0;
}

/** The same of an earlier set, as far as it is known, with no less load. */
function wasGood(
  { compliance, reps, pain, load_kg }: PastSet,
  { entered }: Performance,
  most: number,
) {
  const own_kg = entered.load?.load_kg ?? null;
  const isSameLoad = own_kg === null || load_kg === null || load_kg >= own_kg;
  return compliance === 1 && reps >= most && (pain ?? 0) === 0 && isSameLoad;
}
