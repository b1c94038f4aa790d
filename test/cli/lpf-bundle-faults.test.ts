import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProject, config } from '../bundle/bundle-project.ts';
import { snapshotOf, temporaryFolder, writeFiles } from '../temporary.ts';
import { command } from './command.ts';

const good = 'export async function lambda(): Promise<number> {\n  return 1;\n}';
const entry = join(__dirname, '../../build/lpf-bundle.js');

const lpfBundle = (cwd: string, ...args: string[]) => {
  const { code, stdout, stderr } = command('lpf-bundle', cwd, args, { env: {} });
  return { code, stdout: stdout.replaceAll(/\d+(\.\d+)? m?s$/gm, '… ms'), stderr };
};

test('functions with errors are not written, the others are', () => {
  const root = bundleProject({
    'good/index.ts': good,
    'bad/index.ts': `import fs from 'fs';\n\nexport async function lambda(): Promise<unknown> {\n  return eval(String(fs));\n}`,
    'broken/index.ts': 'export const lambda = ',
    'odd/index.ts': good,
    'odd/config.json': '{ "name": "odd", }',
  });
  writeFiles(root, { 'dist/v1/functions/bad/index.js': 'from before' });
  const before = snapshotOf(join(root, 'functions'));
  expect(lpfBundle(root)).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "   function  generation  characters  of limit  file
    ✗  bad       v1               1,632       2 %  not written
    ✗  bad       v2                 202       1 %  not written
    ✗  broken    v1                   –         –  not written
    ✗  broken    v2                   –         –  not written
    ✓  good      v1                 401       1 %  dist/v1/functions/good/index.js
    ✓  good      v2                 168       1 %  dist/v2/functions/good/index.js
    ✗  odd       –                    –         –  not written

    bad
      ✗ module-not-offered  the platform does not offer "fs"
        at functions/bad/index.ts:1:16
        → do without it: functions reach the outside by HTTP alone, and have neither files nor processes
      ✗ dynamic-code  eval, which the platform refuses
        at functions/bad/index.ts:4:10
        → write the code out

    broken
      ✗ syntax-error  Unexpected end of file
        at functions/broken/index.ts:1:23
        → correct the source at this place

    odd
      ✗ bad-config  config.json is not JSON: Expected double-quoted property name
        at functions/odd/config.json:1:18
        → config.json needs "name" (the folder's) and "description", and may have "event", "input" and "environmentVariables"

    2 bundles written, 4 errors, … ms
    ",
    }
  `);
  expect(snapshotOf(join(root, 'functions'))).toEqual(before);
  const files = snapshotOf(join(root, 'dist'));
  expect(files['v1/functions/bad/index.js']).toBe('from before');
  expect(Object.keys(files).filter((file) => file.endsWith('index.js'))).toEqual([
    'v1/functions/bad/index.js',
    'v1/functions/good/index.js',
    'v2/functions/good/index.js',
  ]);
});

test('--stdout prints no bundle that has an error', () => {
  const root = bundleProject({ 'bad/index.ts': `export const lambda = async () => eval('1');` });
  const { code, stdout, stderr } = lpfBundle(root, 'bad', '-g', 'v2', '--stdout');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatchInlineSnapshot(`
    "✗ dynamic-code  eval, which the platform refuses
      at functions/bad/index.ts:1:35
      → write the code out
    "
  `);
});

test('--stdout prints a hand-written function as the generation that it is written for, which need not be named', () => {
  const mine = 'function lambda(input, callback) { callback(null, 1); }';
  const ended = lpfBundle(bundleProject({ 'mine/index.js': mine }), 'mine', '--stdout');
  expect(ended).toEqual({ code: 0, stdout: mine, stderr: '' });
});

test('a hand-written function is missed only when it is asked for', () => {
  const root = bundleProject({
    'good/index.ts': good,
    'mine/index.js': 'function lambda(input, callback) { callback(null, 1); }',
  });
  expect(lpfBundle(root, '-g', 'v2').code).toBe(0);
  const { code, stdout } = lpfBundle(root, 'mine', '-g', 'v2');
  expect(code).toBe(1);
  expect(stdout).toContain('functions/mine/index.js is hand-written, and not for v2');
  expect(lpfBundle(root, 'mine', '-g', 'v2', '--stdout')).toMatchObject({ code: 1, stdout: '' });
});

test.each([
  [['nobody'], 2, 'unknown-function'],
  [['../good'], 2, 'bad-function-name'],
  [['good', '--stdout'], 2, 'bad-usage'],
  [['-g', 'v1', '--stdout'], 2, 'bad-usage'],
  [['good', '-g', 'v1', '--stdout', '--json'], 2, 'bad-usage'],
  [['good', '-g', 'v1', '--stdout', '--check'], 2, 'bad-usage'],
  [['--out', 'elsewhere', '--check'], 2, "cannot be used with option '--check'"],
  [['--out', 'functions/good'], 2, 'bad-usage'],
  [['--out', 'functions'], 2, 'bad-usage'],
  [['-g', 'v3'], 2, 'Allowed choices are v1, v2, all'],
  [['--chekc'], 2, 'Did you mean --check?'],
])('lpf-bundle %j ends with %i: %s', (args, code, said) => {
  const root = bundleProject({ 'good/index.ts': good });
  const before = snapshotOf(root);
  const ended = lpfBundle(root, ...args);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr).toContain(said);
  expect(snapshotOf(root)).toEqual(before);
});

test('outside of any project it says how to start one', () => {
  const { code, stdout, stderr } = lpfBundle(temporaryFolder());
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('error[no-project]');
});

test('a folder where the file should be is named', () => {
  const root = bundleProject({ 'good/index.ts': good });
  mkdirSync(join(root, 'dist/v1/functions/good/index.js'), { recursive: true });
  const { code, stderr } = lpfBundle(root);
  expect(code).toBe(2);
  expect(stderr).toBe(
    `error[cannot-write] dist/v1/functions/good/index.js cannot be written: a folder is in its place
  → move that folder away, or choose another place
`,
  );
  expect(Object.keys(snapshotOf(join(root, 'dist'))).filter((file) => file.endsWith('.tmp'))).toEqual([]);
});

test('what a killed run was writing is removed by the next one, beside the settings too', async () => {
  const root = bundleProject({ 'good/index.ts': good });
  const over = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(over, 'exit');
  const names = ['settings.json', 'good/index.js', 'good/config.json'].map((file) =>
    file.replace(/[^/]+$/, `.$&.${over.pid}.tmp`),
  );
  const left = names.map((name) => [`dist/v1/functions/${name}`, 'half']);
  writeFiles(root, Object.fromEntries(left));
  expect(lpfBundle(root).code).toBe(0);
  expect(Object.keys(snapshotOf(join(root, 'dist'))).filter((file) => file.endsWith('.tmp'))).toEqual([]);
});

test('read-only sources are no obstacle', () => {
  const root = bundleProject({ 'good/index.ts': good });
  chmodSync(join(root, 'functions/good/index.ts'), 0o444);
  chmodSync(join(root, 'functions/good'), 0o555);
  expect(lpfBundle(root).code).toBe(0);
  chmodSync(join(root, 'functions/good'), 0o755);
});

const start = (root: string) => spawn(process.execPath, [entry], { cwd: root, env: {}, stdio: 'ignore' });

describe('many functions', () => {
  const count = 40;
  const project = () =>
    bundleProject(
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          [`f${index}/index.ts`, `export const lambda = async () => '${`${index} `.repeat(2_000)}';`],
          [`f${index}/config.json`, config(`f${index}`)],
        ]).flat() as [string, unknown][],
      ),
    );
  const whole = () => {
    const root = project();
    lpfBundle(root);
    return snapshotOf(join(root, 'dist'));
  };

  test('two runs at once leave what one leaves', async () => {
    const root = project();
    const ends = await Promise.all(
      [start(root), start(root), start(root)].map((child) => once(child, 'exit')),
    );
    expect(ends.map(([code]) => code as number)).toEqual([0, 0, 0]);
    expect(snapshotOf(join(root, 'dist'))).toEqual(whole());
  });

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'killed half-way by %s no file is half-written',
    async (signal) => {
      const root = project();
      const before = snapshotOf(join(root, 'functions'));
      const child = start(root);
      const ended = once(child, 'exit');
      const first = join(root, 'dist/v1/functions/settings.json');
      while (!existsSync(first) && child.exitCode === null) await new Promise(setImmediate);
      child.kill(signal);
      await ended;
      const expected = whole();
      const files = Object.entries(snapshotOf(join(root, 'dist'))).filter(([file]) => !file.endsWith('.tmp'));
      expect(files.filter(([file, text]) => text !== expected[file])).toEqual([]);
      expect(snapshotOf(join(root, 'functions'))).toEqual(before);
      expect(lpfBundle(root).code).toBe(0);
      expect(snapshotOf(join(root, 'dist'))).toEqual(expected);
    },
  );
});
