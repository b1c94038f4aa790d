import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.ts';
import { endless, underWay } from './endless.ts';
import { begun, bot, index, payload, project, words, wordsFile } from './watch-project.ts';
import { watched } from './watched.ts';

/** How the line about everything ends. */
const summary = /\d m?s\n$/;
const other = { name: 'other', event: 'bot_connectors_custom_integration', description: 'Greets' };
const header = '   function  payload  generation  start  time  CPU  projected  outcome\n';
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
  // A save drops the round that it finds under way.
  watch.saveByRenaming(index, `export ${endless}`);
  await underWay();
  watch.saveByRenaming(index, bot);
  const mended = await watch.until(summary);
  expect(mended).toContain('\n✓ 3 passed  · 2 functions, ');
  expect(mended.match(/^↻.*$/gm)).toHaveLength(2);
  expect(mended).not.toContain('timeout');
  watch.remove('functions/other');
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
  watch.remove('functions/other');
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
