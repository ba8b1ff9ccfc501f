import { parseArgs } from 'node:util';
import { RecordingFileError } from '../lib/core/file/error';
import { parseChosenColumns, type ChosenColumns } from '../lib/core/file/formats/chosen-columns';
import { analyse } from '../lib/core/sled/analyse';
import { DEFAULT_SETUP, type Setup } from '../lib/core/sled/setup';
import { analysisJson } from './analysis-json';
import { analysisTable } from './analysis-table';
import { FileAccessError, openRecording } from './recording-file';

const USAGE = `Usage: npm run --silent analyze -- [options] FILE...

Finds the reps in recordings of a sled. FILE is a CSV of a known app or of the canonical form, a
Sledtrace recording, - for standard input, or ACCEL+GYRO for an app that writes two files.

  --json             one line of JSON per file instead of a table
  --flip             the press goes the other way than found
  --min-travel M     shortest travel of a stroke, metres (default ${DEFAULT_SETUP.minTravel_m})
  --columns MAPPING  which column is what, where a file does not tell:
                     time=t,ax=…,ay=…,az=…,gx=…,gy=…,gz=…,unit=g,time_unit=ms,gyro_unit=rad/s
  --help             this text

Exit status: 0 when every file was analysed, 1 when any could not be, 2 for a wrong call.`;

/** Documented options whose rules are still to come. */
const NOT_YET = ['guide', 'tempo', 'depth'] as const;

/** A wrong call of the program. */
class UsageError extends Error {}

interface Call {
  files: string[];
  json: boolean;
  setup: Setup;
  columns: ChosenColumns | undefined;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as head may have had enough.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));

/** Runs the program and returns its exit status. */
async function main(args: string[]): Promise<number> {
  try {
    const call = readCall(args);
    if (!call) {
      console.log(USAGE);
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
async function analyseFile(file: string, { json, setup, columns }: Call): Promise<boolean> {
  try {
    const read = await openRecording(file, columns);
    const report = analyse(read.recording, setup);
    console.log(
      json
        ? JSON.stringify(analysisJson(file, read, report))
        : `${analysisTable(file, read, report)}\n`,
    );
    return true;
  } catch (error) {
    const { code, message } = reasonOf(error);
    if (json) console.log(JSON.stringify({ file, error: { code, message } }));
    console.error(`${file}: ${message}`);
    return false;
  }
}

/** Why a file has no result. A fault of the program's own must not keep the other files from theirs. */
function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof RecordingFileError || error instanceof FileAccessError) return error;
  return { code: 'unexpected', message: `The analysis failed: ${String(error)}.` };
}

/** What was asked; null for help. Throws UsageError. */
function readCall(args: string[]): Call | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const notYet = NOT_YET.find((option) => values[option] !== undefined);
  if (notYet) throw new UsageError(`--${notYet} is not available yet.`);
  if (positionals.length === 0) throw new UsageError('No file is named.');

  const minTravel_m = Number(values['min-travel'] ?? DEFAULT_SETUP.minTravel_m);
  if (!(minTravel_m > 0 && Number.isFinite(minTravel_m))) {
    throw new UsageError(`--min-travel takes metres above 0, not "${values['min-travel']}".`);
  }
  return {
    files: positionals,
    json: values.json,
    setup: { ...DEFAULT_SETUP, minTravel_m, flip: values.flip },
    columns: values.columns === undefined ? undefined : chosenColumns(values.columns),
  };
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
        guide: { type: 'string' },
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
