import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InvocationRecord } from '../../emulator/index.ts';
import { command } from './command.ts';
import { endless, underWay } from './endless.ts';
import { begun, bot, index, payload, project, words, wordsFile } from './watch-project.ts';
import { watched } from './watched.ts';

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
  // Nothing tells when those have been looked at, so this is about a file that is not read again for them.
  watch.save({ [wordsFile]: words('You wrote') });
  const wrote = await watch.until('"You said hello"  →  "You wrote hello"\n');
  expect(wrote.match(/^↻.*$/gm)).toHaveLength(1);
  watch.save({
    [wordsFile]: words('You asked'),
    [index]: bot.replace("'asked'", "'was asked'"),
    [payload]: 'payload: { convId: c, message: bye }\n',
  });
  const told = await watch.until('"was asked"\n    logs[0].extras[0].length  5                  →  3\n');
  expect(told.match(/^↻.*$/gm)).toHaveLength(1);
  expect(told).toContain('"You wrote hello"  →  "You asked bye"\n');
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

  watch.remove('functions/echo');
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

test('invoke --watch: a save drops the call that it finds under way, and Ctrl-C does, without a word about it', async () => {
  const watch = watched('lpf-emulator', project(), ['invoke', 'echo', '--payload', 'hello']);
  await watch.until(begun);
  const told = `\n↻ ${index} changed\n`;
  watch.saveByRenaming(index, `export ${endless}`);
  await underWay();
  watch.saveByRenaming(index, bot);
  const same = '  the same as before\n';
  expect(await watch.until(same)).toBe(`${told}${told}${answered('You said hello', 5)}${same}`);
  watch.saveByRenaming(index, `export ${endless}`);
  await underWay();
  expect(await watch.interrupt()).toBe(0);
  expect(await watch.until('')).toBe(told);
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

const callee = (text: string): string => `export async function lambda() { return '${text}'; }\n`;

test('a function that calls another one is called again when the other one is saved', async () => {
  const folder = project({
    [index]: calling,
    'functions/other/index.ts': callee('one'),
    'functions/other/config.json': { name: 'other', description: 'Answers' },
    'account.yaml': 'functions: { other: 11111111-2222-4333-8444-555555555555 }\n',
  });
  const call = watched('lpf-emulator', folder, ['invoke', 'echo', '--payload', 'hello']);
  expect(await call.until(begun)).toContain('    "one"\n');
  const run = watched('lpf-emulator', folder, ['run', 'echo', '-g', 'v2', '--json'], { stderr: false });
  expect(await run.until('}\n')).toContain('["one"]');
  call.saveByRenaming('functions/other/index.ts', callee('two'));
  expect(await call.until('"one"  →  "two"\n')).toContain('\n↻ functions/other/index.ts changed\n');
  expect(await run.until('}\n')).toContain('["two"]');
  expect([await call.interrupt(), await run.interrupt()]).toEqual([0, 0]);
});

test('a command line that no save can mend ends the watch', () => {
  const { code, stderr } = command('lpf-emulator', project(), ['invoke', 'ecco', '--watch']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('no function named "ecco"'),
  });
});
