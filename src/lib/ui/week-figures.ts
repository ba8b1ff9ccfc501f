import type { WeeksView } from '$lib/charts/weeks';
import type { VariationId } from '$lib/guide/claim';
import type { AskedFrequency, WeekTally } from '$lib/guide/history/weeks';
import { figure } from '$lib/locale/units';
import type { NumberTable } from './chart-numbers';
import { shortDay } from './day-format';
import { UNKNOWN } from './format';
import { prescriptionWords } from './words/prescription';
import { weekWords as words } from './words/trends';

/** "1–3". */
export function frequencyBand({
  frequency: { low_perWeek, high_perWeek },
}: AskedFrequency): string {
  return low_perWeek === high_perWeek ? String(low_perWeek) : `${low_perWeek}–${high_perWeek}`;
}

/** What is drawn of the weeks. */
export function weeksView(weeks: readonly WeekTally[], asked: AskedFrequency | null): WeeksView {
  return {
    weeks: weeks.map(({ week: { week, year }, sessions, asked: counted }) => ({
      label: isSeenTwice(weeks, week)
        ? `${words.week(String(week))} ${year}`
        : words.week(String(week)),
      asked: counted,
      others: sessions - counted,
    })),
    band: asked && { low: asked.frequency.low_perWeek, high: asked.frequency.high_perWeek },
  };
}

/** The same week of another year. */
function isSeenTwice(weeks: readonly WeekTally[], number: number): boolean {
  return weeks.filter(({ week }) => week.week === number).length > 1;
}

/** The weeks in a sentence; a running week counts only once it is as asked. */
export function weeksSummary(weeks: readonly WeekTally[]): string {
  const sessions = weeks.reduce((sum, each) => sum + each.sessions, 0);
  const mean = figure(sessions / Math.max(1, weeks.length), 1);
  const judged = weeks.filter(({ verdict }) => verdict !== null && verdict !== 'open');
  const kept = judged.filter(({ verdict }) => verdict === 'in').length;
  return words.summary(
    words.weeks(weeks.length),
    mean,
    judged.length === 0 ? null : { kept, of: judged.length },
  );
}

/** Sessions and sets by variation, week by week, the newest first. */
export function weeksNumbers(weeks: readonly WeekTally[]): NumberTable {
  const variations = [...new Set(weeks.flatMap(({ setsBy }) => [...setsBy.keys()]))];
  const name = (id: VariationId) => prescriptionWords.variations[id].name;
  return {
    head: [words.head.week, words.head.sessions, words.head.verdict, ...variations.map(name)],
    rows: [...weeks]
      .reverse()
      .map(({ week, sessions, verdict, setsBy }) => [
        words.weekOf(String(week.week), shortDay(week.monday)),
        String(sessions),
        verdict === null ? UNKNOWN : words.verdicts[verdict],
        ...variations.map((id) => String(setsBy.get(id) ?? 0)),
      ]),
  };
}
