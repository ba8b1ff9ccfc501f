import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ALGORITHM } from '../../src/lib/core/sled/algorithm';
import { scoreBroadFolder, type BroadScore } from './broad';
import { CATEGORIES, simulateSet, type Category } from './categories';
import { oracleRatios, sideBySide, type ComparedCategory, type MethodScores } from './compare';
import { benchGuide, guideTables } from './guide/bench';
import { BASELINES, BLIND, onCutSet, ORACLE, type Method } from './methods';
import { limitTable, timeLimit } from './limit';
import type { RadioOptions } from './radio';
import { summarise, type CategoryScore, type SetScore } from './score';
import { alignedTable, calibrationTable, comparisonTable, oracleTable, scoreTable } from './table';
import { timeAnalysis, type Timing } from './timing';
import { SOURCE_NAMES, without } from './without';

const USAGE = `npm run bench -- [--seed N] [--sets N] [--category NAME]... [--without SOURCE,...] [--compare] [--recordings DIR] [--page | --live | --history | --radio | --guide | --limit] [--json FILE]

  --seed N          base seed of the simulated sets (default 1)
  --sets N          sets per category (default 20)
  --category NAME   only categories whose name contains NAME; may be given again; no timing then
  --without A,B     the same sets with these sources of error taken out:
                    ${SOURCE_NAMES.join(', ')}
  --compare         the methods a user would otherwise have, on the same sets, told the true rail
  --recordings DIR  instead of simulated sets, the files in DIR/broad against their optical truth
  --page            instead, what each page of the built app loads for a new visitor
  --live            instead, a simulated set followed in the built app in Chromium, as long as it lasts:
                    analysis, how long its reports hold the page, frames, the delay from a press's end to the rep on
                    the page, when the page answers, and what moves on it by itself
  --history         instead, 5,000 sets in the store of the built app in Chromium: how long until the list and the
                    trends stand, frames while the wheel turns from the top of the list to its end, memory
  --radio           instead, an emulated Bluetooth sensor streams into the built app in Chromium for minutes:
                    samples lost, delays from notification to screen, the main thread's time, memory
  --minutes N       for so long (default 10)
  --sensor NAME     that sensor, by part of its name (default Polar H10, which measures at 200 Hz)
  --guide           instead, sets with one planted fault each on three sensors, held against what was asked:
                    which rule fires, which should, and what is called out falsely
  --limit           instead, what phase times err by where a sensor's white noise alone errs, all holds told
  --json FILE       where the figures go (default bench-results/bench.json)`;

interface Options {
  seed: number;
  sets: number;
  categories: string[];
  /** Sources of error taken out. */
  without: string[];
  compare: boolean;
  recordings: string | null;
  page: boolean;
  live: boolean;
  history: boolean;
  /** null where no radio is wanted. */
  radio: RadioOptions | null;
  guide: boolean;
  limit: boolean;
  json: string;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      sets: { type: 'string', default: '20' },
      category: { type: 'string', multiple: true, default: [] },
      without: { type: 'string' },
      compare: { type: 'boolean', default: false },
      recordings: { type: 'string' },
      page: { type: 'boolean', default: false },
      live: { type: 'boolean', default: false },
      history: { type: 'boolean', default: false },
      radio: { type: 'boolean', default: false },
      guide: { type: 'boolean', default: false },
      limit: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '10' },
      sensor: { type: 'string', default: 'Polar H10' },
      json: { type: 'string', default: 'bench-results/bench.json' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  return {
    seed: wholeNumber('seed', values.seed),
    sets: wholeNumber('sets', values.sets),
    categories: values.category,
    without: values.without?.split(',').map((name) => name.trim()) ?? [],
    compare: values.compare,
    recordings: values.recordings ?? null,
    page: values.page,
    live: values.live,
    history: values.history,
    radio: values.radio
      ? { sensor: values.sensor, minutes: wholeNumber('minutes', values.minutes) }
      : null,
    guide: values.guide,
    limit: values.limit,
    json: values.json,
  };
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Error(`--${name} takes a whole number, not "${text}".`);
}

/** The sets of one category, each simulated once; a list of scores for every method. */
function benchCategory(
  category: Category,
  methods: readonly Method[],
  { seed, sets, without: sources }: Options,
): SetScore[][] {
  const ablation = without(sources);
  const scores: SetScore[][] = methods.map(() => []);
  for (let index = 0; index < sets; index++) {
    const set = simulateSet(category, index, seed, ablation);
    methods.forEach((method, i) => {
      const score = method.score(set);
      if (score) scores[i].push(score);
    });
  }
  return scores;
}

function wantedCategories({ categories }: Options): readonly Category[] {
  if (categories.length === 0) return CATEGORIES;
  const wanted = CATEGORIES.filter(({ name }) => categories.some((part) => name.includes(part)));
  if (wanted.length > 0) return wanted;
  const names = CATEGORIES.map(({ name }) => name).join(', ');
  throw new Error(`No category is called "${categories.join('", "')}". There are: ${names}.`);
}

/** Scores every method on the same sets; categories first, then the totals. */
function benchSets(methods: readonly Method[], options: Options): MethodScores[] {
  const all = wantedCategories(options).map((category) => ({
    category,
    scores: benchCategory(category, methods, options),
  }));
  const good = all.filter(({ category }) => category.sensor === CATEGORIES[0].sensor);
  return methods.map(({ name: method }, i) => {
    const together = (some: typeof all) => some.flatMap(({ scores }) => scores[i]);
    const categories: CategoryScore[] = [
      ...all.map(({ category, scores }) => summarise(category.name, scores[i])),
      summarise('total at good100', together(good)),
      summarise('total', together(all)),
    ];
    return { method, categories };
  });
}

/** Simulated sets: ours, ours told the holds, and if asked for, what else there is. */
function benchSimulated(options: Options): void {
  const baselines = options.compare ? BASELINES : [];
  const cut = options.compare ? [BLIND, ...BASELINES].map(onCutSet) : [];
  const scores = benchSets([BLIND, ORACLE, ...baselines, ...cut], options);
  const [blind, oracle] = scores;
  const ratios = oracleRatios(blind.categories, oracle.categories);
  if (options.without.length > 0) console.log(`Without ${options.without.join(', ')}:\n`);
  console.log(scoreTable(blind.categories));
  console.log(`\n${calibrationTable(blind.categories)}`);
  console.log(`\n${oracleTable(ratios)}`);
  const comparison = options.compare
    ? {
        whole: sideBySide([blind, ...scores.slice(2, 2 + baselines.length)]),
        cutToSet: sideBySide(scores.slice(-cut.length)),
      }
    : null;
  if (comparison) printComparison(comparison);
  const timing = options.categories.length === 0 ? timeAnalysis(options.seed) : null;
  if (timing) printTiming(timing);
  writeResults(options.json, {
    seed: options.seed,
    setsPerCategory: options.sets,
    without: options.without,
    categories: blind.categories,
    oracle: ratios,
    comparison,
    timing,
  });
}

interface Comparison {
  whole: ComparedCategory[];
  cutToSet: ComparedCategory[];
}

function printComparison({ whole, cutToSet }: Comparison): void {
  const totals = cutToSet.filter(({ name }) => name.startsWith('total'));
  console.log(`\n${comparisonTable('whole recordings', whole)}`);
  console.log(`\n${comparisonTable('cut to the set by hand', totals)}`);
}

function printTiming({ minute_ms, hour_ms, hourSamples, heapKept_MB }: Timing): void {
  console.log(`\n60 s at 100 Hz: ${minute_ms.toFixed(0)} ms (median)`);
  console.log(`1 hour at 100 Hz (${hourSamples} samples): ${(hour_ms / 1000).toFixed(2)} s`);
  console.log(`Memory kept after 20 more runs: ${heapKept_MB.toFixed(2)} MB`);
}

function printBroad(scores: readonly BroadScore[]): void {
  const cell = (value: number | null) => (value === null ? '–' : (value * 1000).toFixed(1));
  console.log(
    alignedTable([
      ['file', 'strokes', 'found', 'miss', 'extra', 'travel mm', 'RMSE mm', 'v0 ms', 'turn ms'],
      ...scores.map((score) => [
        score.file,
        ...[score.strokes, score.found, score.missed, score.extra].map(String),
        ...[score.travelMedian_m, score.travelRmse_m].map(cell),
        ...[score.boundaryMedian_s, score.turnMedian_s].map(cell),
      ]),
    ]),
  );
}

function writeResults(path: string, results: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ algorithm: ALGORITHM, ...results }, null, 2)}\n`);
  console.log(`\nWritten to ${path}.`);
}

function benchRecordings(recordings: string, json: string): void {
  const broad = scoreBroadFolder(recordings);
  if (broad.length === 0) {
    throw new Error(`${recordings}/broad holds no CSV with a .strokes.json beside it.`);
  }
  printBroad(broad);
  writeResults(json, { broad });
}

/** What the pages load in a browser. */
async function benchPages(json: string): Promise<void> {
  // Loaded on demand: nothing else here needs a Chromium.
  const { benchFirstLoads, firstLoadTable } = await import('./first-load');
  const firstLoads = await benchFirstLoads();
  console.log(`\n${firstLoadTable(firstLoads)}`);
  writeResults(json, { firstLoads });
}

/** The live page in a browser. */
async function benchLivePage(json: string): Promise<void> {
  // Loaded on demand, as above.
  const { benchLive, liveTable } = await import('./live');
  const live = await benchLive();
  console.log(`\n${liveTable(live)}`);
  writeResults(json, { live });
}

/** A history of many sets in a browser. */
async function benchManySets(json: string): Promise<void> {
  // Loaded on demand, as above.
  const { benchHistory, historyTable } = await import('./history');
  const history = await benchHistory();
  console.log(`\n${historyTable(history)}`);
  writeResults(json, { history });
}

/** A Bluetooth sensor and the app in a browser. */
async function benchBluetooth(options: RadioOptions, json: string): Promise<void> {
  // Loaded on demand, as above.
  const { benchRadio, radioTable } = await import('./radio');
  const radio = await benchRadio(options);
  console.log(`\n${radioTable(radio)}`);
  writeResults(json, { radio });
}

/** Planted faults and the rules that fire. */
function benchRules({ seed, sets, json }: Options): void {
  const guide = benchGuide({ seed, sets });
  for (const score of guide) console.log(`${guideTables(score)}\n`);
  writeResults(json, { seed, setsPerFault: sets, guide });
}

/** Phase times as exact as a sensor's noise lets them be. */
function benchLimit(options: Options): void {
  const { seed, sets, json } = options;
  const limits = wantedCategories(options).map((category) => {
    const simulated = Array.from({ length: sets }, (_, i) => simulateSet(category, i, seed));
    return timeLimit(category, simulated, seed);
  });
  console.log(limitTable(limits));
  writeResults(json, { seed, setsPerCategory: sets, limits });
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.page) {
    await benchPages(options.json);
    return;
  }
  if (options.guide) {
    benchRules(options);
    return;
  }
  if (options.limit) {
    benchLimit(options);
    return;
  }
  if (options.live) {
    await benchLivePage(options.json);
    return;
  }
  if (options.history) {
    await benchManySets(options.json);
    return;
  }
  if (options.radio) {
    await benchBluetooth(options.radio, options.json);
    return;
  }
  if (options.recordings !== null) {
    benchRecordings(options.recordings, options.json);
    return;
  }
  benchSimulated(options);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 1;
}
