import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ALGORITHM, analyse } from '../../src/lib/core/sled/analyse';
import { scoreBroadFolder, type BroadScore } from './broad';
import { CATEGORIES, simulateSet, type Category } from './categories';
import { scoreSet, summarise, type CategoryScore, type SetScore } from './score';
import { alignedTable, scoreTable } from './table';
import { timeAnalysis, type Timing } from './timing';

const USAGE = `npm run bench -- [--seed N] [--sets N] [--category NAME]... [--recordings DIR] [--json FILE]

  --seed N          base seed of the simulated sets (default 1)
  --sets N          sets per category (default 20)
  --category NAME   only categories whose name contains NAME; may be given again; no timing then
  --recordings DIR  instead of simulated sets, the files in DIR/broad against their optical truth
  --json FILE       where the figures go (default bench-results/bench.json)`;

interface Options {
  seed: number;
  sets: number;
  categories: string[];
  recordings: string | null;
  json: string;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      sets: { type: 'string', default: '20' },
      category: { type: 'string', multiple: true, default: [] },
      recordings: { type: 'string' },
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
    recordings: values.recordings ?? null,
    json: values.json,
  };
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Error(`--${name} takes a whole number, not "${text}".`);
}

function benchCategory(category: Category, { seed, sets }: Options): SetScore[] {
  return Array.from({ length: sets }, (_, index) => {
    const { recording, truth, setup } = simulateSet(category, index, seed);
    return scoreSet(analyse(recording, setup), truth);
  });
}

function benchSets(options: Options): CategoryScore[] {
  const wanted = CATEGORIES.filter(
    ({ name }) =>
      options.categories.length === 0 || options.categories.some((part) => name.includes(part)),
  );
  if (wanted.length === 0) {
    const names = CATEGORIES.map(({ name }) => name).join(', ');
    throw new Error(
      `No category is called "${options.categories.join('", "')}". There are: ${names}.`,
    );
  }
  const all = wanted.map((category) => ({ category, sets: benchCategory(category, options) }));
  const scores = all.map(({ category, sets }) => summarise(category.name, sets));
  const total = summarise(
    'total',
    all.flatMap(({ sets }) => sets),
  );
  const good = all.filter(({ category }) => category.sensor === CATEGORIES[0].sensor);
  const atGood100 = summarise(
    'total at good100',
    good.flatMap(({ sets }) => sets),
  );
  return [...scores, atGood100, total];
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

function main(): void {
  const options = readOptions();
  if (options.recordings !== null) {
    benchRecordings(options.recordings, options.json);
    return;
  }
  const categories = benchSets(options);
  console.log(scoreTable(categories));
  const timing = options.categories.length === 0 ? timeAnalysis(options.seed) : null;
  if (timing) printTiming(timing);
  writeResults(options.json, {
    seed: options.seed,
    setsPerCategory: options.sets,
    categories,
    timing,
  });
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 1;
}
