import type { PairDots } from '$lib/charts/side-pairs';
import type { Asymmetry } from '$lib/guide/history/sides';
import type { SideMetric } from '$lib/guide/rules/rule';
import { figure } from '$lib/locale/units';
import type { NumberTable } from './chart-numbers';
import { shortDay } from './day-format';
import { percent, UNKNOWN } from './format';
import { SCALES } from './trend-figures';
import { sideWords } from './words/side';
import { pairWords as words } from './words/trends';

/** "± 1.4 %", of a share. */
function sdShare(sd: number): string {
  return `± ${figure(sd * 100, 1)} %`;
}

/** "left less by 9 % (± 1.4 %)". */
export function asymmetryFigure({ share, sd, lesser }: Asymmetry): string {
  if (lesser === null) return words.even(percent(share), sdShare(sd));
  return words.apart(sideWords[lesser], percent(share), sdShare(sd));
}

/** The pairs as they are drawn. */
export function pairDots(metric: SideMetric, found: readonly Asymmetry[]): PairDots[] {
  const { drawn } = SCALES[metric];
  return found.map(({ left, right, pair }) => ({
    left: { value: drawn(left.mean), reach: drawn(2 * left.meanSd) },
    right: { value: drawn(right.mean), reach: drawn(2 * right.meanSd) },
    label: shortDay(pair.left.day),
  }));
}

/** The pairs in a sentence; why there is none where there is none. */
export function pairsSummary(metric: SideMetric, found: readonly Asymmetry[]): string {
  const last = found.at(-1);
  if (!last) return metric === 'press' ? words.noneSpeed : words.none;
  return words.summary(words.count(found.length), asymmetryFigure(last));
}

/** The same numbers as a table, each side with its standard deviation. */
export function pairsNumbers(metric: SideMetric, found: readonly Asymmetry[]): NumberTable {
  const { text, sdText } = SCALES[metric];
  const { head } = words;
  const sd = (value: number) => (value === 0 ? UNKNOWN : sdText(value));
  return {
    head: [
      head.day,
      head.left,
      `${head.left} ${head.sd}`,
      head.right,
      `${head.right} ${head.sd}`,
      head.apart,
      head.sd,
      head.less,
    ],
    rows: found.map((each) => [
      shortDay(each.pair.left.day),
      text(each.left.mean),
      sd(each.left.meanSd),
      text(each.right.mean),
      sd(each.right.meanSd),
      percent(each.share),
      sdShare(each.sd),
      each.lesser === null ? UNKNOWN : sideWords[each.lesser],
    ]),
  };
}
