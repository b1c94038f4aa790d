import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InvocationRecord } from '../../emulator/index.ts';
import { command } from './command.ts';
import { tinyProject } from './tiny.ts';
import { watched } from './watched.ts';

const index = 'functions/echo/index.ts';
const payload = 'payloads/bot_connectors_custom_integration/hello.yaml';

/** A bot whose answer begins with `words`, which another file has. */
const bot = `import { words } from '../lib/words';
export async function lambda(input: { payload: { message?: string } }) {
  console.info('asked', { length: input.payload.message?.length });
  return { messages: [\`\${words} \${input.payload.message}\`] };
}
`;
const wordsFile = 'functions/lib/words.ts';
const words = (text: string): string => `export const words = '${text}';\n`;

const project = (more: Record<string, unknown> = {}): string =>
  tinyProject({ [index]: bot, [wordsFile]: words('You said'), ...more });

/** The call of the payload that lies in the project, as `invoke` prints it. */
const answered = (answer: string, length: number): string => `{
  "messages": [
    "${answer}"
  ]
}
✓ ok  echo · hello · v2 · cold
 <time> measured, <time> CPU, <time> waiting, <time> projected to the platform, cold start <time>
  logs
    Info  + <time>  asked {"length":${length}}
`;

const begun = 'watching for saves; Ctrl-C ends it\n';

test('invoke --watch: each save is answered once, with what has changed', async () => {
  const folder = project();
  const watch = watched('lpf-emulator', folder, ['invoke', 'echo', '--payload', 'hello']);
  expect(await watch.until(begun)).toBe(answered('You said hello', 5) + begun);

  watch.save({ [wordsFile]: words('You wrote') });
  const wrote = '    result.messages[0]  "You said hello"  →  "You wrote hello"\n';
  expect(await watch.until(wrote)).toBe(
    `\n↻ ${wordsFile} changed\n${answered('You wrote hello', 5)}  changed\n${wrote}`,
  );

  watch.saveByRenaming(index, bot.replace("'asked'", "'was asked'"));
  const log = '    logs[0].message  "asked"  →  "was asked"\n';
  expect(await watch.until(log)).toContain(`\n↻ ${index} changed\n{`);

  watch.save({ [payload]: 'payload: { convId: c, message: good evening }\n' });
  const evening = '    logs[0].extras[0].length  5                  →  12\n';
  expect(await watch.until(evening)).toMatch(
    `  changed\n    result.messages[0]        "You wrote hello"  →  "You wrote good evening"\n${evening}`,
  );

  watch.save({ 'functions/settings.json': { secrets: [{ key: 'k', value: 'good evening' }] } });
  const leaked = '    result.messages[0]  "You wrote good evening"  →  "You wrote [secret k]"\n';
  expect(await watch.until(leaked)).toContain('leaked-secret');

  watch.save({ 'account.yaml': '{}\n' });
  expect(await watch.until('  the same as before\n')).toContain('\n↻ account.yaml added\n');

  expect(await watch.interrupt()).toBe(0);
});

test('invoke --watch: several saves at once are one round, and what does not concern the call is none', async () => {
  const watch = watched('lpf-emulator', project(), ['invoke', 'echo', '--payload', 'hello']);
  await watch.until(begun);
  watch.save({
    'functions/echo/README.md': 'A bot.\n',
    'functions/other/index.ts': bot,
    'payloads/bot_connectors_custom_integration/bye.yaml': 'payload: { convId: c, message: bye }\n',
    'functions/echo/.index.ts.swp': 'what an editor keeps',
  });
  watch.save({
    [wordsFile]: words('You wrote'),
    [index]: bot.replace("'asked'", "'was asked'"),
    [payload]: 'payload: { convId: c, message: bye }\n',
  });
  const told = await watch.until('"was asked"\n    logs[0].extras[0].length  5                 →  3\n');
  expect(told.match(/^↻.*$/gm)).toHaveLength(1);
  expect(told).toContain('"You said hello"  →  "You wrote bye"\n');
  expect(await watch.interrupt()).toBe(0);
});

test('invoke --watch: what is wrong is told, and the next save goes on from there', async () => {
  const folder = project();
  const watch = watched('lpf-emulator', folder, ['invoke', 'echo', '--payload', 'hello']);
  await watch.until(begun);

  watch.saveByRenaming(index, bot.replace('async function', 'async fun ction'));
  expect(await watch.until('correct the source at this place\n')).toMatchInlineSnapshot(`
    "
    ↻ functions/echo/index.ts changed
    error[syntax-error] Expected "function" but found "fun"
      at functions/echo/index.ts:2:14
      → correct the source at this place
    "
  `);
  watch.saveByRenaming(index, bot);
  expect(await watch.until('  the same as before\n')).toContain(answered('You said hello', 5));

  watch.save({ 'functions/echo/config.json': '{ "name": "echo"' });
  expect(await watch.until('environmentVariables"\n')).toContain('error[bad-config]');
  // What was saved together with a fault counts once the fault is gone.
  watch.save({ [wordsFile]: words('You wrote'), 'functions/settings.json': '{' });
  expect(await watch.until('or remove the file\n')).toContain('error[bad-settings]');
  rmSync(join(folder, 'functions/settings.json'));
  expect(await watch.until('environmentVariables"\n')).toContain('error[bad-config]');
  watch.save({ 'functions/echo/config.json': { name: 'echo', event: 'bot_connectors_custom_integration' } });
  const wrote = '    result.messages[0]  "You said hello"  →  "You wrote hello"\n';
  expect(await watch.until(wrote)).toContain('config.json changed');

  rmSync(join(folder, 'functions/echo'), { recursive: true });
  expect(await watch.until('no functions here\n')).toContain('error[unknown-function]');
  watch.save({
    'functions/echo/config.json': { name: 'echo', event: 'bot_connectors_custom_integration' },
    [index]: bot.replace('lib/words', 'lib/phrases'),
  });
  expect(await watch.until('correct the path\n')).toContain('"../lib/phrases" leads to no file');
  watch.save({ 'functions/lib/phrases.ts': words('You asked') });
  expect(await watch.until('"You asked hello"\n')).toContain('functions/lib/phrases.ts added\n');
  expect(await watch.interrupt()).toBe(0);
});

test('invoke --watch --json: one record on each line, and nothing else', async () => {
  const folder = project({ 'elsewhere/hi.yaml': 'payload: { convId: c, message: hi }\n' });
  const args = ['invoke', 'echo', '--payload', 'elsewhere/hi.yaml', '--json'];
  const watch = watched('lpf-emulator', folder, args, { stderr: false });
  const lines = [await watch.until('}\n')];
  watch.saveByRenaming('elsewhere/hi.yaml', 'payload: { convId: c, message: ho }\n');
  lines.push(await watch.until('}\n'));
  const records = lines.map((line) => JSON.parse(line) as InvocationRecord);
  expect(lines.map((line) => line.split('\n'))).toMatchObject([{ length: 2 }, { length: 2 }]);
  expect(records).toMatchObject([
    { result: { messages: ['You said hi'] } },
    { result: { messages: ['You said ho'] } },
  ]);
  expect(await watch.interrupt()).toBe(0);
});

const asking = `export async function lambda() {
  const answers = ['https://a.example/', 'https://b.example/'].map(async (url) => (await fetch(url)).text());
  return { messages: await Promise.all(answers) };
}
`;
const answering = (text: string): string =>
  `recorded: 2026-11-21T10:00:00.000Z\nmocks: [{ url: 'https://b.example/', body: ${text} }]\n`;

test('invoke --watch: files that a call takes its answers from are watched, wherever they are', async () => {
  const folder = project({
    [index]: asking,
    [payload]:
      "payload: { convId: c, message: hello }\nmocks: [{ url: 'https://a.example/', file: ../../data/a.txt }]\n",
    'data/a.txt': 'one',
    'data/b.yaml': answering('two'),
  });
  const args = ['invoke', 'echo', '--payload', 'hello', '--replay', 'data/b.yaml'];
  const watch = watched('lpf-emulator', folder, args);
  expect(await watch.until(begun)).toContain('    "one",\n    "two"\n');
  watch.saveByRenaming('data/a.txt', 'three');
  expect(await watch.until('"one"  →  "three"\n')).toContain('\n↻ data/a.txt changed\n');
  watch.saveByRenaming('data/b.yaml', answering('four'));
  expect(await watch.until('"two"  →  "four"\n')).toContain('\n↻ data/b.yaml changed\n');
  expect(await watch.interrupt()).toBe(0);
});

const calling = `import { Toolbelt } from 'core-functions-toolbelt';
export async function lambda() {
  const uuid = '11111111-2222-4333-8444-555555555555';
  const [{ body }] = await Toolbelt.OrchestratorClient().invoke([{ uuid, payload: {}, retries: 0 }], 5_000, { json: true });
  return { messages: [body] };
}
`;

test('a function that calls another one is called again when the other one is saved', async () => {
  const other = (text: string): string => `export async function lambda() { return '${text}'; }\n`;
  const folder = project({
    [index]: calling,
    'functions/other/index.ts': other('one'),
    'functions/other/config.json': { name: 'other', description: 'Answers' },
    'account.yaml': 'functions: { other: 11111111-2222-4333-8444-555555555555 }\n',
  });
  const call = watched('lpf-emulator', folder, ['invoke', 'echo', '--payload', 'hello']);
  expect(await call.until(begun)).toContain('    "one"\n');
  const run = watched('lpf-emulator', folder, ['run', 'echo', '-g', 'v2', '--json'], { stderr: false });
  expect(await run.until('}\n')).toContain('["one"]');
  call.saveByRenaming('functions/other/index.ts', other('two'));
  expect(await call.until('"one"  →  "two"\n')).toContain('\n↻ functions/other/index.ts changed\n');
  expect(await run.until('}\n')).toContain('["two"]');
  expect([await call.interrupt(), await run.interrupt()]).toEqual([0, 0]);
});

/** How the line about everything ends. */
const summary = /\d m?s\n$/;
const other = { name: 'other', event: 'bot_connectors_custom_integration', description: 'Greets' };
const header = '   function  payload  generation  start    time     CPU  projected  outcome\n';
const wide = header.replace('payload ', 'payload     ');

test('run --watch: only what a save concerns is run, with one line about everything', async () => {
  const folder = project({
    'functions/other/index.ts': 'export async function lambda() { return { messages: ["Hi"] }; }\n',
    'functions/other/config.json': other,
  });
  const watch = watched('lpf-emulator', folder, ['run', '-g', 'v2']);
  expect(await watch.until(begun)).toContain('✓ 3 passed  · 2 functions, 2 payloads, 1 generation');

  watch.saveByRenaming(wordsFile, words('You wrote'));
  const closing = '· 2 functions, 2 payloads, 1 generation in <time>\n';
  expect(await watch.until(summary)).toBe(
    `\n↻ ${wordsFile} changed\n${wide}` +
      '✓  echo      hello        v2          cold <time> <time> <time>  ok\n' +
      '✓  echo      config.json  v2          warm <time> <time> <time>  ok\n' +
      `\n✓ 3 passed  ${closing}`,
  );

  watch.save({ [payload]: 'payload: { convId: c, message: bye }\n', 'functions/echo/README.md': 'A bot.' });
  expect(await watch.until(summary)).toContain(
    `${header}✓  echo      hello    v2          cold <time> <time> <time>  ok\n\n` +
      '✓  other     hello    v2          cold <time> <time> <time>  ok\n' +
      `\n✓ 3 passed  ${closing}`,
  );

  watch.save({ 'payloads/bot_connectors_custom_integration/odd.yaml': 'payload: 7\n' });
  const odd = await watch.until(summary);
  expect(odd).toContain('✗  echo  rejected\n    ✗ bad-payload');
  expect(odd).toContain(`\n✓ 3 passed  ✗ 2 rejected  ${closing}`);

  rmSync(join(folder, 'payloads/bot_connectors_custom_integration/odd.yaml'));
  expect(await watch.until(summary)).toContain(`odd.yaml removed\n✓ 3 passed  ${closing}`);

  watch.save({ 'functions/settings.json': { secrets: [{ key: 'k', value: 'You wrote' }] } });
  const leaked = await watch.until(summary);
  expect(leaked.match(/^[✓✗] {2}\w+/gm)).toEqual(['✗  echo', '✗  echo', '✓  other']);
  expect(leaked).toContain('\n✓ 1 passed  ✗ 2 failed  ');

  expect(await watch.interrupt()).toBe(0);
});

test('run --watch: functions come, break and go', async () => {
  const folder = project();
  const watch = watched('lpf-emulator', folder, [
    'run',
    '-g',
    'v2',
    '-r',
    'console',
    '-r',
    'junit=report.xml',
  ]);
  await watch.until(begun);

  watch.saveByRenaming(index, `${bot}}`);
  expect(await watch.until(summary)).toMatchInlineSnapshot(`
    "
    ↻ functions/echo/index.ts changed
    ✗  echo  v2  rejected
        ✗ syntax-error  Unexpected "}"
          at functions/echo/index.ts:6:1
          → correct the source at this place

    ✓ 0 passed  ✗ 1 rejected  · in <time>
    "
  `);
  watch.save({
    'functions/other/index.ts': 'export async function lambda() { return { messages: ["Hi"] }; }\n',
    'functions/other/config.json': other,
  });
  const added = await watch.until(summary);
  expect(added).toContain('✓  other     hello    v2');
  expect(added).toContain('\n✓ 1 passed  ✗ 1 rejected  · 1 function, ');
  watch.saveByRenaming(index, bot);
  expect(await watch.until(summary)).toContain('\n✓ 3 passed  · 2 functions, ');
  rmSync(join(folder, 'functions/other'), { recursive: true });
  expect(await watch.until(summary)).toContain('\n✓ 2 passed  · 1 function, ');
  expect(readFileSync(join(folder, 'report.xml'), 'utf8').match(/<testcase name="[^"]+"/g)).toEqual([
    '<testcase name="hello"',
    '<testcase name="config.json"',
  ]);
  expect(await watch.interrupt()).toBe(0);
});

test('run --watch --json: one report on each line, with the records that it is about', async () => {
  const watch = watched('lpf-emulator', project(), ['run', '-g', 'v2', '--json'], { stderr: false });
  const lines = [await watch.until('}\n')];
  watch.save({ [payload]: 'payload: { convId: c, message: bye }\n' });
  lines.push(await watch.until('}\n'));
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { pass: true, totals: { invocations: 2 }, records: [{ payload: 'hello' }, { payload: 'config.json' }] },
    { pass: true, totals: { invocations: 2 }, records: [{ result: { messages: ['You said bye'] } }] },
  ]);
  expect(await watch.interrupt()).toBe(0);
});

test('a reporter that cannot go on and on wants a file', () => {
  const { code, stderr } = command('lpf-emulator', project(), ['run', '--watch', '-r', 'junit']);
  expect({ code, stderr }).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[bad-usage] --watch goes on and on, which junit on standard output cannot
      → give it a file, which is written anew each time: --reporter junit=report
    ",
    }
  `);
});

test('lpf-bundle --watch: which files each save has rewritten, and how long they are', async () => {
  const folder = project();
  const watch = watched('lpf-bundle', folder, []);
  expect(await watch.until(begun)).toContain('\n2 bundles written, <time>\n');

  watch.saveByRenaming(wordsFile, words('You wrote'));
  expect(await watch.until(summary)).toMatchInlineSnapshot(`
    "
    ↻ functions/lib/words.ts changed
    dist/v1/functions/echo/index.js  576 characters  +1
    dist/v2/functions/echo/index.js  343 characters  +1
    2 files rewritten, <time>
    "
  `);
  expect(readFileSync(join(folder, 'dist/v2/functions/echo/index.js'), 'utf8')).toContain('"You wrote"');

  watch.saveByRenaming(wordsFile, `// The same, in other words.\n${words('You wrote')}`);
  expect(await watch.until(summary)).toBe(`\n↻ ${wordsFile} changed\nno file rewritten, <time>\n`);

  watch.saveByRenaming(index, `${bot}}`);
  expect(await watch.until(summary)).toMatchInlineSnapshot(`
    "
    ↻ functions/echo/index.ts changed

    echo
      ✗ syntax-error  Unexpected "}"
        at functions/echo/index.ts:6:1
        → correct the source at this place

    no file rewritten, <time>
    "
  `);

  watch.save({ [index]: bot, 'functions/other/index.ts': bot, 'functions/other/config.json': other });
  expect(await watch.until(summary)).toContain('dist/v1/functions/other/config.json  182 characters  new\n');
  rmSync(join(folder, 'functions/other'), { recursive: true });
  expect(await watch.until(summary)).toContain('dist/v1/functions/other/index.js     removed\n');
  expect(existsSync(join(folder, 'dist/v1/functions/other'))).toBe(false);
  expect(await watch.interrupt()).toBe(0);
});

test('lpf-bundle --watch --check --json: one line for each round, and nothing written', async () => {
  const folder = project();
  const watch = watched('lpf-bundle', folder, ['--check', '--json'], { stderr: false });
  const lines = [await watch.until('}\n')];
  watch.save({ [wordsFile]: 'export const words = eval("1");\n' });
  lines.push(await watch.until('}\n'));
  const findings = [{ code: 'dynamic-code' }, { code: 'strict-engine' }];
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { bundles: [{ findings: [] }, { findings: [] }], files: [] },
    { bundles: [{ findings }, { findings }], files: [] },
  ]);
  expect(existsSync(join(folder, 'dist'))).toBe(false);
  expect(await watch.interrupt()).toBe(0);
});

test('a command line that no save can mend ends the watch', () => {
  const { code, stderr } = command('lpf-emulator', project(), ['invoke', 'ecco', '--watch']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('no function named "ecco"'),
  });
});
