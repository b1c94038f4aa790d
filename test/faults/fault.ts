import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { InvocationRecord } from '../../emulator/invoke/record.ts';
import { snapshotOf, temporaryFolder } from '../temporary.ts';

const root = join(__dirname, '../..');

/** How a command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs `lpf-emulator` as the leader of a process group of its own, and waits until no process of that group is left:
 * a test of a command that leaves one behind never ends. No temporary file may be left either.
 */
export async function emulator(cwd: string, args: readonly string[], input = ''): Promise<Ended> {
  const temporary = temporaryFolder();
  const child = spawn(process.execPath, [join(root, 'build/lpf-emulator.js'), ...args], {
    cwd,
    detached: true,
    env: { ...process.env, TMPDIR: temporary },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  await until(() => (isAlive(-(child.pid ?? 0)) ? undefined : true));
  expect(snapshotOf(temporary)).toEqual({});
  return { code, stdout, stderr };
}

/** Milliseconds after which what is looked for will never come: a loop without an end would keep jest from ending. */
const patience = 60_000;

/** Looks again and again until there is something to see. */
export async function until<T>(look: () => T | undefined): Promise<T> {
  const began = Date.now();
  for (;;) {
    const seen = look();
    if (seen !== undefined) return seen;
    if (Date.now() - began > patience)
      throw new Error(`${patience / 1000} s, and nothing of: ${look.toString()}`);
    await new Promise((again) => setTimeout(again, 5));
  }
}

/**
 * Whether a process, or with a negative number any process of a group, still runs. One that has ended and only waits
 * for the system to take note does not.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const all = execFileSync('ps', ['-eo', 'pid=,pgid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return all
    .map((line) => line.trim().split(/\s+/))
    .some(([id, group, state]) => Number(pid < 0 ? group : id) === Math.abs(pid) && !state?.startsWith('Z'));
}

/** Files of a project with the function `fault` made from `code`, and a healthy one that must not suffer from it. */
export function faultyProject(code: string, event = 'No Event', input: unknown = {}): string {
  const config = (name: string, own = 'No Event') =>
    JSON.stringify({
      name,
      event: own,
      description: name,
      input: { headers: [], payload: input },
      environmentVariables: {},
    });
  return temporaryFolder({
    'functions/fault/index.js': code,
    'functions/fault/config.json': config('fault', event),
    'functions/healthy/index.js': 'async function lambda(input) { return "well"; }\n',
    'functions/healthy/config.json': config('healthy'),
  });
}

/**
 * Runs a project with a fault and tells what a user gets: the exit code, the outcome, the error in the platform's words,
 * its place, and each finding with its hint. Fails if the healthy function suffered or a source changed.
 */
export async function runFault(code: string, args: readonly string[] = []): Promise<string> {
  const folder = faultyProject(code);
  const before = snapshotOf(folder);
  const ended = await emulator(folder, ['run', '--json', '--limit', 'deadline=1s', ...args]);
  expect(snapshotOf(folder)).toEqual(before);

  const { records } = JSON.parse(ended.stdout) as { records: InvocationRecord[] };
  const healthy = records.filter((record) => record.function === 'healthy');
  expect(healthy.map(({ outcome, result }) => ({ outcome, result }))).toContainEqual({
    outcome: 'ok',
    result: 'well',
  });
  return [`exit ${ended.code}`, ...records.filter((each) => each.function === 'fault').map(tell)].join('\n');
}

/** One record as a few lines, without what varies from run to run. */
export function tell({ outcome, error, result, logs, verdict }: InvocationRecord): string {
  const [frame] = error?.frames ?? [];
  return [
    outcome,
    error && `${error.code}: ${error.message}`,
    frame && `at ${frame.file}:${frame.line}:${frame.column}`,
    result !== undefined && `result ${JSON.stringify(result)}`,
    ...logs.map(({ level, message }) => `${level} ${message}`),
    ...verdict.findings.map(
      ({ code, message, hint, path }) => `[${code}]${path ? ` ${path}` : ''} ${message} → ${hint}`,
    ),
  ]
    .filter(Boolean)
    .join('\n');
}
