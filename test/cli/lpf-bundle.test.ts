import { join } from 'node:path';
import { bundleProject, callPlain, config } from '../bundle/bundle-project.ts';
import { snapshotOf, writeFiles } from '../temporary.ts';
import { command } from './command.ts';

const greet = `export async function lambda(input: { payload: { name: string } }): Promise<string> {
  return \`Hello \${input.payload.name}\`;
}`;

/** Without the times, which are never the same. */
const steady = (text: string): string => text.replaceAll(/\d+(\.\d+)? m?s$/gm, '… ms');

const lpfBundle = (cwd: string, ...args: string[]) => {
  const { code, stdout, stderr } = command('lpf-bundle', cwd, args, { env: {} });
  return { code, stdout: steady(stdout), stderr };
};

const mixed = () =>
  bundleProject({
    'greet/index.ts': greet,
    'greet/config.json': config('greet', {
      event: 'bot_connectors_error_hook',
      environmentVariables: [{ key: 'A', value: 'b' }],
      skills: ['kept'],
    }),
    'old/index.js': 'function lambda(input, callback) { callback(null, 1); }',
    'settings.json': { secrets: [{ key: 'k', value: 'do not copy' }], whitelist: ['*.example'] },
  });

test('writes each function for each generation and says so', () => {
  const root = mixed();
  const before = snapshotOf(join(root, 'functions'));
  expect(lpfBundle(root)).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "   function  generation  characters  of limit  file
    ✓  greet     v1                 436       1 %  dist/v1/functions/greet/index.js
    ✓  greet     v2                 203       1 %  dist/v2/functions/greet/index.js
    ✓  old       v1                  55       1 %  dist/v1/functions/old/index.js

    3 bundles written, … ms
    ",
    }
  `);
  expect(snapshotOf(join(root, 'functions'))).toEqual(before);
});

test('dist/<generation> is a project that lpf takes, without anybody’s secrets', () => {
  const root = mixed();
  lpfBundle(root);
  const files = snapshotOf(join(root, 'dist'));
  expect(Object.keys(files)).toEqual([
    'v1/functions/greet/config.json',
    'v1/functions/greet/index.js',
    'v1/functions/old/config.json',
    'v1/functions/old/index.js',
    'v1/functions/settings.json',
    'v2/functions/greet/config.json',
    'v2/functions/greet/index.js',
    'v2/functions/settings.json',
  ]);
  const parsed = (path: string): unknown => JSON.parse(files[path] ?? '');
  const common = {
    name: 'greet',
    event: 'bot_connectors_error_hook',
    description: 'Answers',
    input: { headers: [], payload: {} },
    skills: ['kept'],
  };
  expect(parsed('v1/functions/greet/config.json')).toEqual({
    ...common,
    environmentVariables: [{ key: 'A', value: 'b' }],
  });
  expect(parsed('v2/functions/greet/config.json')).toEqual({ ...common, environmentVariables: { A: 'b' } });
  expect(parsed('v1/functions/settings.json')).toEqual({ secrets: [], whitelist: ['*.example'] });
  expect(parsed('v2/functions/settings.json')).toEqual({ secrets: [] });
});

test('works from a sub-folder, with names, one generation and a folder of one’s own', () => {
  const root = mixed();
  const { code, stdout } = lpfBundle(
    join(root, 'functions', 'greet'),
    'greet',
    '-g',
    'v2',
    '--out',
    '../../out',
  );
  expect(stdout).toMatchInlineSnapshot(`
    "   function  generation  characters  of limit  file
    ✓  greet     v2                 203       1 %  out/v2/functions/greet/index.js

    1 bundle written, … ms
    "
  `);
  expect(code).toBe(0);
  expect(Object.keys(snapshotOf(join(root, 'out')))).toEqual([
    'v2/functions/greet/config.json',
    'v2/functions/greet/index.js',
    'v2/functions/settings.json',
  ]);
});

test('leaves settings that somebody has filled in, and what else is in dist', () => {
  const root = mixed();
  const mine = { secrets: [{ key: 'mine', value: 'here' }] };
  writeFiles(root, { 'dist/v2/functions/settings.json': mine, 'dist/v2/functions/greet/notes.md': 'mine' });
  lpfBundle(root);
  const files = snapshotOf(join(root, 'dist'));
  expect(JSON.parse(files['v2/functions/settings.json'] ?? '')).toEqual(mine);
  expect(files['v2/functions/greet/notes.md']).toBe('mine');
});

test('removes the bundle of a generation that a function is no longer written for', () => {
  const root = mixed();
  writeFiles(root, { 'dist/v2/functions/old/index.js': 'stale', 'dist/v2/functions/old/config.json': '{}' });
  expect(lpfBundle(root).code).toBe(0);
  expect(Object.keys(snapshotOf(join(root, 'dist/v2')))).not.toContain('functions/old/index.js');
});

test('--stdout prints the text to paste and nothing else', () => {
  const root = mixed();
  for (const [generation, flags] of [
    ['v1', []],
    ['v2', ['--minify']],
  ] as const) {
    const { code, stdout, stderr } = command('lpf-bundle', root, [
      'greet',
      '-g',
      generation,
      '--stdout',
      ...flags,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(callPlain({ code: stdout, generation }, { payload: { name: 'Ada' } })).toEqual([
      { answer: 'Hello Ada' },
    ]);
  }
  expect(Object.keys(snapshotOf(root))).not.toContain('dist/v1/functions/greet/index.js');
});

test('--minify makes it smaller', () => {
  const root = mixed();
  const size = (...flags: string[]): number =>
    command('lpf-bundle', root, ['greet', '-g', 'v2', '--stdout', ...flags]).stdout.length;
  expect(size('--minify')).toBeLessThan(size());
});

test('--check judges, loads the strict engine and writes nothing', () => {
  const root = mixed();
  writeFiles(root, {
    'functions/early/index.ts': `const x: number = (() => { throw new RangeError('too early'); })();\nexport const lambda = async () => x;`,
    'functions/early/config.json': config('early'),
  });
  const before = snapshotOf(root);
  expect(lpfBundle(root, '--check')).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "   function  generation  characters  of limit  file
    ✗  early     v1                 451       1 %  only checked
    ✗  early     v2                 218       1 %  only checked
    ✓  greet     v1                 436       1 %  only checked
    ✓  greet     v2                 203       1 %  only checked
    ✓  old       v1                  55       1 %  only checked

    early
      ✗ strict-engine  the strict engine cannot load the bundle: too early
        at functions/early/index.ts:1:34
        → move work from the top level into lambda, and do without what the platform does not offer

    5 bundles checked, 1 error, … ms
    ",
    }
  `);
  expect(snapshotOf(root)).toEqual(before);
});

test('--json prints the findings as JSON and nothing else', () => {
  const root = mixed();
  writeFiles(root, { 'functions/greet/config.json': config('greet', { event: 'bot_connectors_error_hok' }) });
  const { code, stdout, stderr } = command('lpf-bundle', root, ['greet', '-g', 'v1', '--json']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    bundles: [
      {
        function: 'greet',
        generation: 'v1',
        characters: expect.any(Number),
        hash: expect.stringMatching(/^[0-9a-f]{12}$/),
        file: null,
        limit: 100_000,
        findings: [
          {
            code: 'unknown-event',
            severity: 'error',
            message:
              'no event has the id "bot_connectors_error_hok". Did you mean "bot_connectors_error_hook"?',
            hint: 'use an id that `lpf get events` lists, or "No Event"',
            where: { file: 'functions/greet/config.json', line: 3, column: 12 },
          },
        ],
      },
    ],
  });
});

test('warnings fail the command with --strict only', () => {
  const root = bundleProject({
    'f/index.ts': `export const lambda = async () => ({ apiKey: 'f00dfeed12345678' });`,
  });
  expect(lpfBundle(root)).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "   function  generation  characters  of limit  file
    !  f         v1                 414       1 %  dist/v1/functions/f/index.js
    !  f         v2                 181       1 %  dist/v2/functions/f/index.js

    f
      ! credential  "apiKey" holds a literal of 16 characters that looks like a credential
        at functions/f/index.ts:1:46
        → store it as a secret in the Functions UI and read it with Toolbelt.SecretClient()

    2 bundles written, 1 warning, … ms
    ",
    }
  `);
  expect(lpfBundle(root, '--strict').code).toBe(1);
  expect(lpfBundle(root, '--check', '--strict').code).toBe(1);
});

test('the same source gives the same files in any folder, run after run', () => {
  const [one, other] = [mixed(), mixed()];
  for (const root of [one, other, other]) lpfBundle(root);
  expect(snapshotOf(join(one, 'dist'))).toEqual(snapshotOf(join(other, 'dist')));
});

test('--help says what there is', () => {
  const { code, stdout } = lpfBundle(mixed(), '--help');
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "Usage: lpf-bundle [options] [functions...]

    Turns functions/<name>/ into the one file that the platform accepts, for each
    generation.

    Arguments:
      functions                      names of functions; all of them where none is
                                     given

    Options:
      -g, --generation <generation>  runtime to bundle for (choices: "v1", "v2",
                                     "all", default: "all")
      --minify                       make the files small instead of readable
      -o, --out <folder>             where to write (default: dist in the project)
      --check                        judge only, write nothing; loads each bundle
                                     into the strict engine too
      --stdout                       print one bundle for pasting; needs one
                                     function and one generation
      -w, --watch                    do again what each save concerns, until Ctrl-C;
                                     with --json each time one line of JSON
      --json                         print the findings as JSON
      --strict                       let warnings fail the command too
      --limit <name=value>           tighten a limit, such as sourceSize=50000
                                     (default: the platform’s own)
      -V, --version                  output the version number
      -h, --help                     display help for command

    Commands:
      migrate --check [functions...]  list what v2 asks of hand-written v1 functions
    "
  `);
});
