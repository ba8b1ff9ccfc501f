import { parseArgs } from 'node:util';
import { RecordingFileError } from '../lib/core/file/error';
import { parseChosenColumns, type ChosenColumns } from '../lib/core/file/formats/chosen-columns';
import { analyse } from '../lib/core/sled/analyse';
import type { SetReport } from '../lib/core/sled/report';
import { DEFAULT_SETUP, type Setup } from '../lib/core/sled/setup';
import { check, type Check } from '../lib/guide/check';
import { NOTHING_ENTERED } from '../lib/guide/entered';
import { MACHINES } from '../lib/guide/machines';
import type { Plan } from '../lib/guide/plan';
import { analysisJson } from './analysis-json';
import { analysisTable } from './analysis-table';
import { askedPlan } from './asked';
import { guidesJson, guidesTable } from './guides';
import { FileAccessError, openRecording } from './recording-file';
import { UsageError } from './usage-error';

const USAGE = `Usage: npm run --silent analyze -- [options] FILE...

Finds the reps in recordings of a sled. FILE is a CSV of a known app or of the canonical form, a
Sledtrace recording, - for standard input, or ACCEL+GYRO for an app that writes two files.

  --json             one line of JSON per file instead of a table
  --flip             the press goes the other way than found
  --min-travel M     shortest travel of a stroke, metres (default ${DEFAULT_SETUP.minTravel_m})
  --sled-ratio N     travel of the sled over that of the sensor, where a cable is between (default 1)
  --columns MAPPING  which column is what, where a file does not tell:
                     time=t,ax=…,ay=…,az=…,gx=…,gy=…,gz=…,unit=g,time_unit=ms,gyro_unit=rad/s

What was asked of the sets; each rep is then held against it, within the app's tolerances:

  --guide ID         what the technique guide asks, by its id
  --guides           lists the ids: variation, goal, tempo and reps of each
  --machine ID       ${Object.keys(MACHINES).join(', ')}
                     (default sled-45)
  --tempo TEMPO      lower, bottom, press, top, as 3-1-X-0 or 3-4/0.5-1/1-2/-, instead of the guide's
  --depth LOW-HIGH   depth in metres along the rail, as 0.35-0.45

  --help             this text

▲ over what was asked, ▼ under it, ◌ too near to its edge to tell.

Exit status: 0 when every file was analysed, 1 when any could not be, 2 for a wrong call.`;

interface Call {
  files: string[];
  json: boolean;
  setup: Setup;
  /** What the sets are held against; null where nothing is asked. */
  plan: Plan | null;
  columns: ChosenColumns | undefined;
}

/** Does what the command line asks, prints the results and what went wrong, and returns the exit status. */
export async function analyzeFiles(args: string[]): Promise<number> {
  try {
    const call = readCall(args);
    if (typeof call === 'string') {
      console.log(call);
      return 0;
    }
    let failed = false;
    for (const file of call.files) failed = !(await analyseFile(file, call)) || failed;
    return failed ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`analyze: ${error.message}\n\n${USAGE}`);
    return 2;
  }
}

/** Prints one file's result; returns whether there was one. */
async function analyseFile(file: string, call: Call): Promise<boolean> {
  const { json, setup, plan, columns } = call;
  try {
    const read = await openRecording(file, columns);
    const report = analyse(read.recording, setup);
    const judged = plan && { plan, check: checkAlone(report, plan) };
    console.log(
      json
        ? JSON.stringify(analysisJson(file, read, report, judged?.check ?? null))
        : `${analysisTable(file, read, report, judged)}\n`,
    );
    return true;
  } catch (error) {
    const { code, message } = reasonOf(error);
    if (json) console.log(JSON.stringify({ file, error: { code, message } }));
    console.error(`${file}: ${message}`);
    return false;
  }
}

/** A file tells nothing of what people entered, nor of the sets before it. */
function checkAlone(report: SetReport, plan: Plan): Check {
  return check({ report, plan, entered: NOTHING_ENTERED, startedAt_ms: 0, past: [] });
}

/** Why a file has no result. A fault of the program's own must not keep the other files from theirs. */
function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof RecordingFileError || error instanceof FileAccessError) return error;
  return { code: 'unexpected', message: `The analysis failed: ${String(error)}.` };
}

/** What to do, or what to print instead: the usage, or the guides. Throws UsageError. */
function readCall(args: string[]): Call | string {
  const { values, positionals } = parse(args);
  if (values.help) return USAGE;
  if (values.guides) return values.json ? guidesJson() : guidesTable();
  const plan = askedPlan(values);
  if (positionals.length === 0) throw new UsageError('No file is named.');
  const setup = {
    ...DEFAULT_SETUP,
    minTravel_m: aboveZero(values, 'min-travel', DEFAULT_SETUP.minTravel_m, 'metres'),
    sledPerSensor: aboveZero(values, 'sled-ratio', DEFAULT_SETUP.sledPerSensor, 'a ratio'),
    flip: values.flip,
  };
  return {
    files: positionals,
    json: values.json,
    setup,
    plan,
    columns: values.columns === undefined ? undefined : chosenColumns(values.columns),
  };
}

/** The number an option gives, or what stands where it is not given. */
function aboveZero<Option extends string>(
  values: Partial<Record<Option, string>>,
  option: Option,
  usual: number,
  what: string,
): number {
  const value = Number(values[option] ?? usual);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new UsageError(`--${option} takes ${what} above 0, not "${values[option]}".`);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        flip: { type: 'boolean', default: false },
        'min-travel': { type: 'string' },
        columns: { type: 'string' },
        'sled-ratio': { type: 'string' },
        guide: { type: 'string' },
        guides: { type: 'boolean', default: false },
        machine: { type: 'string' },
        tempo: { type: 'string' },
        depth: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function chosenColumns(text: string): ChosenColumns {
  try {
    return parseChosenColumns(text);
  } catch (error) {
    throw error instanceof RecordingFileError ? new UsageError(error.message) : error;
  }
}
