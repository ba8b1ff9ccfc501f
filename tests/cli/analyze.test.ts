import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AnalysisJson } from '../../src/cli/analysis-json';
import { analyzeFiles } from '../../src/cli/analyze-files';
import { guidesJson, guidesTable } from '../../src/cli/guides';

const ROOT = join(import.meta.dirname, '../..');
const HEADER = 'time_s,accel_x_mps2,accel_y_mps2,accel_z_mps2';

interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The command as `npm run analyze` has it, to be run in any folder. */
const COMMAND = [
  process.execPath,
  '--import',
  createRequire(import.meta.url).resolve('tsx'),
  join(ROOT, 'src/cli/analyze.ts'),
] as const;

/** What the command does, in this process: most of a process of its own is its start. */
async function analyze(args: string[]): Promise<Outcome> {
  const printed = { log: '', error: '' };
  const spies = (['log', 'error'] as const).map((to) =>
    vi.spyOn(console, to).mockImplementation((text: string) => {
      printed[to] += `${text}\n`;
    }),
  );
  try {
    const status = await analyzeFiles(args);
    return { status, stdout: printed.log, stderr: printed.error };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The real command in a process of its own. */
function analyzeApart(args: string[], input = ''): Promise<Outcome> {
  const [node, ...command] = COMMAND;
  const child = spawn(node, [...command, ...args], { cwd: folder });
  const outcome: Outcome = { status: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (outcome.stdout += chunk));
  child.stderr.on('data', (chunk) => (outcome.stderr += chunk));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ ...outcome, status }));
  });
}

type Line = AnalysisJson & { error?: { code: string; message: string } };

/** The lines of NDJSON, each parsed. */
function linesOf({ stdout }: Outcome): Line[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** The names of an object's fields, in order; none of what is missing. */
function fieldsOf(value: object | null | undefined): string[] {
  return Object.keys(value ?? {});
}

/**
 * Canonical CSV of a sled on a rail at 45°: at rest, then `reps` times down 0.4 m in 2 s and up in 1 s, each
 * stroke of minimum jerk, with a second's rest between.
 */
function legPress(reps: number): string {
  const cycle_s = 5;
  const stroke = (time_s: number, duration_s: number) => {
    const share = time_s / duration_s;
    if (share < 0 || share > 1) return 0;
    return (0.4 * (60 * share - 180 * share ** 2 + 120 * share ** 3)) / duration_s ** 2;
  };
  const lines = [HEADER];
  for (let i = 0; i < 100 * (reps * cycle_s + 4); i++) {
    const inCycle_s = (i / 100 - 2) % cycle_s;
    const moving = i / 100 >= 2 && i / 100 < 2 + reps * cycle_s;
    const along = moving ? stroke(inCycle_s - 3, 1) - stroke(inCycle_s, 2) : 0;
    const noise = 0.02 * Math.sin(i * i);
    const gravity = 9.80665 * Math.SQRT1_2;
    lines.push([i / 100, along + gravity, noise, gravity - noise].join(','));
  }
  return lines.join('\n');
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyze-'));
  const files = {
    'set.csv': legPress(5),
    'still.csv': legPress(0),
    'plain.csv': legPress(0).replace(HEADER, 'clock,a,b,c'),
    'linear.csv':
      '"Time (s)","Linear Acceleration x (m/s^2)","Linear Acceleration y (m/s^2)","Linear Acceleration z (m/s^2)"\n0,0,0,0\n',
    'glitch.csv': `${legPress(0)}\n99,0,0,70000\n`,
    'empty.csv': '',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(ROOT);
  rmSync(folder, { recursive: true });
});

describe('analyze --json', () => {
  it('prints one line per file, in order, with the documented fields', async () => {
    const outcome = await analyzeApart(['--json', 'set.csv', 'still.csv']);
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    const [set, still] = linesOf(outcome);
    expect(fieldsOf(set)).toEqual([
      'file',
      'format',
      'duration_s',
      'rate_Hz',
      'gaps',
      'rail',
      'definitions',
      'reps',
      'strokes',
      'set',
      'warnings',
    ]);
    expect(set).toMatchObject({
      file: 'set.csv',
      format: 'canonical CSV: s, m/s²',
      duration_s: 28.99,
      definitions: { v0_mps: 0.02, minTravel_m: 0.1 },
    });
    expect(fieldsOf(set.rail)).toEqual(['incline_deg', 'direction', 'inclineSd_deg']);
    expect(set.set.deviations).toEqual([]);
    expect(fieldsOf(set.set)).toEqual([
      'reps',
      'timeUnderTension_s',
      'compliance',
      'depthCv',
      'velocityLoss',
      'timeUnderTensionSd_s',
      'velocityLossSd',
      'drift',
      'bounces',
      'vibration',
      'clip',
      'deviations',
    ]);
    expect(fieldsOf(set.set.drift.depth)).toEqual(['perRep_m', 'perRepSd_m']);
    expect(fieldsOf(set.set.drift.press)).toEqual(['perRep_s', 'perRepSd_s']);
    expect(fieldsOf(set.set.clip)).toEqual(['angle_deg', 'angleSd_deg', 'turn_deg', 'turnSd_deg']);
    expect(set.set.compliance).toBeNull();
    expect(still).toMatchObject({ file: 'still.csv', reps: [], strokes: [] });
  });

  it('finds the reps of a clean set, with every field of a rep', async () => {
    const [{ reps, strokes, set }] = linesOf(await analyze(['--json', 'set.csv']));
    expect(set.reps).toBe(5);
    const speeds = ['mean_mps', 'peak_mps', 'meanSd_mps', 'peakSd_mps'];
    const phase = ['start_s', 'end_s', 'duration_s', 'durationSd_s', ...speeds];
    for (const rep of reps) {
      expect(fieldsOf(rep)).toEqual([
        'index',
        'kind',
        'quality',
        'lower',
        'bottom',
        'press',
        'top',
        'depth_m',
        'depthSd_m',
        'deviations',
        'tension',
        'lowering',
        'turnaround',
        'stop',
        'knocks',
        'vibration',
      ]);
      expect(fieldsOf(rep.lower)).toEqual(phase);
      expect(fieldsOf(rep.bottom)).toEqual(['duration_s', 'durationSd_s']);
      expect(fieldsOf(rep.press)).toEqual([...phase, 'propulsive_mps', 'propulsiveSd_mps']);
      expect(rep.knocks).toEqual({ bottom: null, top: null });
      expect(rep.stop.slam).toBe('in');
      expect(rep.lowering?.peakRatio).toBeCloseTo(1.65, 1);
      expect(rep.deviations).toEqual([]);
      expect(rep.depth_m).toBeCloseTo(0.4, 1);
    }
    expect(fieldsOf(strokes[0])).toEqual(['direction', 'start_s', 'end_s', 'travel_m', 'rep']);
  });

  it('reports what it could not read and still analyses the rest', async () => {
    const names = ['linear.csv', 'nowhere.csv', '.', 'glitch.csv', 'empty.csv', 'set.csv'];
    const outcome = await analyze(['--json', ...names]);
    expect(outcome.status).toBe(1);
    const lines = linesOf(outcome);
    expect(lines.map(({ file }) => file)).toEqual(names);
    expect(lines.map(({ error }) => error?.code)).toEqual([
      'linear-acceleration',
      'not-found',
      'is-directory',
      'impossible-value',
      'empty',
      undefined,
    ]);
    expect(fieldsOf(lines[0])).toEqual(['file', 'error']);
    expect(fieldsOf(lines[0].error)).toEqual(['code', 'message']);
    const reasons = outcome.stderr.trimEnd().split('\n');
    expect(reasons.length).toBe(5);
    expect(reasons[0]).toMatch(/^linear\.csv: .*Linear Acceleration x/);
    expect(reasons[3]).toMatch(/^glitch\.csv: .*line 402, column accel_z_mps2: 70000 m\/s²/);
  });

  it('reads standard input', async () => {
    const outcome = await analyzeApart(['--json', '-'], legPress(0));
    expect(outcome.status).toBe(0);
    expect(linesOf(outcome)[0]).toMatchObject({ file: '-', format: 'canonical CSV: s, m/s²' });
  });

  it('takes --flip, --min-travel and --columns', async () => {
    const flipped = await analyze(['--json', '--flip', '--min-travel', '0.25', 'set.csv']);
    expect(linesOf(flipped)[0]).toMatchObject({
      definitions: { minTravel_m: 0.25 },
      rail: { direction: 'flipped' },
    });
    const mapping = 'time=clock,ax=a,ay=b,az=c,unit=m/s2';
    const given = await analyze(['--json', '--columns', mapping, 'plain.csv']);
    expect(linesOf(given)[0].format).toBe('columns as given: s, m/s²');
    expect((await analyze(['--json', 'plain.csv'])).status).toBe(1);
  });
});

describe('analyze --guide, --tempo, --depth', () => {
  // The set: 5 reps of 40 cm, lowered in 1.76 s, held 1.17 s, pressed in 0.92 s.
  it('holds each rep against the guide', async () => {
    const [{ reps, set }] = linesOf(
      await analyze(['--json', '--guide', 'ham-hypertrophy-b', 'set.csv']),
    );
    for (const { deviations } of reps) {
      expect(deviations).toEqual([
        {
          rule: 'lowering-time',
          measured: expect.closeTo(1.76, 1) as number,
          allowed: [2.75, 4.25],
          unit: 's',
          verdict: 'out',
        },
      ]);
      expect(fieldsOf(deviations[0])).toEqual(['rule', 'measured', 'allowed', 'unit', 'verdict']);
    }
    expect(set.compliance).toBe(0);
    expect(set.deviations).toEqual([
      { rule: 'rep-count', measured: 5, allowed: [8, 12], unit: 'reps', verdict: 'out' },
    ]);
  });

  it('takes a tempo, a depth and the ratio of a cable', async () => {
    const asked = ['--tempo', '1.5-2/1-1.5/X/–', '--depth', '0.75-0.85', '--sled-ratio', '2'];
    const [{ reps, set }] = linesOf(await analyze(['--json', ...asked, 'set.csv']));
    expect(reps[0].depth_m).toBeCloseTo(0.8, 1);
    expect(reps.flatMap(({ deviations }) => deviations)).toEqual([]);
    expect(set.compliance).toBe(1);
  });

  it('marks in the table what is off', async () => {
    const { stdout } = await analyze(['--guide', 'ham-hypertrophy-b', 'set.csv']);
    expect(stdout).toMatch(/1 +1\.7\d ± 0\.0\d ▼/);
    expect(stdout).toMatch(/asked: ham-hypertrophy-b, 3–4 \/ 0\.5–1 \/ – \/ –/);
    expect(stdout).toMatch(/compliance: 0 % \(0 in, 0 borderline, 5 out\)/);
    expect(stdout).toMatch(/▼ rep 3: lowering-time 1\.7\d ± 0\.0\d s, allowed 2\.75 to 4\.25 s/);
    expect(stdout).toMatch(/▼ set: rep-count 5 reps, allowed 8 to 12 reps/);
    expect((await analyze(['set.csv'])).stdout).not.toMatch(/[▲▼◌]|compliance/);
  });

  it('--guides lists the ids, with --json a line each', async () => {
    const table = await analyze(['--guides']);
    expect(table).toMatchObject({ status: 0, stderr: '' });
    expect(table.stdout).toBe(`${guidesTable()}\n`);
    expect((await analyze(['--guides', '--json'])).stdout).toBe(`${guidesJson()}\n`);
  });
});

describe('analyze', () => {
  it('prints a table for people', async () => {
    const outcome = await analyze(['set.csv']);
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/^set\.csv\n {2}canonical CSV: s, m\/s²\n {2}29\.0 s at 100 Hz/);
    expect(outcome.stdout).toMatch(/rep +lower s +bottom s +press s/);
    expect(outcome.stdout).toMatch(/5 full reps/);
  });

  it('keeps reasons out of the table', async () => {
    const outcome = await analyzeApart(['nowhere.csv']);
    expect(outcome).toEqual({
      status: 1,
      stdout: '',
      stderr: 'nowhere.csv: There is no such file.\n',
    });
  });

  function expectUsage(outcome: Outcome) {
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toMatch(/^analyze: .+\n\nUsage:/);
  }

  it('called with no file shows its usage and ends with 2', async () => {
    expectUsage(await analyzeApart([]));
  });

  it.each([
    ['an unknown option', ['--fast', 'set.csv']],
    ['an option without its value', ['set.csv', '--columns']],
    ['a mapping it cannot take', ['--columns', 'time=t', 'set.csv']],
    ['a travel that is none', ['--min-travel', 'far', 'set.csv']],
    ['a ratio that is none', ['--sled-ratio', '0', 'set.csv']],
    ['an unknown guide', ['--guide', 'any', 'set.csv']],
  ])('called with %s shows its usage and ends with 2', async (_, args) => {
    expectUsage(await analyze(args));
  });

  it('--help shows the usage', async () => {
    const outcome = await analyze(['--help']);
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/^Usage:/);
  });

  it('ends quietly when its reader has had enough', async () => {
    const command = COMMAND.join(' ');
    const files = 'set.csv '.repeat(12);
    const child = spawn('sh', ['-c', `${command} --json ${files} | head -c 10`], { cwd: folder });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });
});
