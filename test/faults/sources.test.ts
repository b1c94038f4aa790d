import { command } from '../cli/command.ts';
import { snapshotOf, temporaryFolder } from '../temporary.ts';
import { emulator, faultyProject, runFault } from './fault.ts';

/** What `run` tells a person about a project in which `fault` cannot be run, timings left out. */
async function runConsole(folder: string): Promise<string> {
  const before = snapshotOf(folder);
  const { code, stdout, stderr } = await emulator(folder, ['run', '--reporter', 'github']);
  expect(snapshotOf(folder)).toEqual(before);
  return `exit ${code}\n${stdout.replaceAll(/[\d.]+ (ms|s)\b/g, '<time>')}${stderr}`;
}

test('require of a module that the platform lacks fails where it is called', async () => {
  expect(
    await runFault(
      'const fs = require("fs");\nasync function lambda() {\n  return fs.readFileSync("/etc/passwd");\n}',
    ),
  ).toMatchInlineSnapshot(`
    "exit 1
    crashed
    com.liveperson.faas.handler.runtime-exception: Cannot find module 'fs': the platform does not offer it
    at functions/fault/index.js:1:12
    [module-not-offered] Cannot find module 'fs': the platform does not offer it → use what the platform offers, or let lpf-bundle inline an npm package"
  `);
});

test('the host’s environment is not there', async () => {
  process.env['LPF_TEST_SECRET'] = 'of the host';
  const told = await runFault('async function lambda() {\n  return Object.keys(process.env).sort();\n}');
  delete process.env['LPF_TEST_SECRET'];
  expect(told).toMatchInlineSnapshot(`
    "exit 0
    ok
    result ["TZ","X_LIVEPERSON_BRAND_ID","X_LIVEPERSON_CSDS_DOMAIN","X_LIVEPERSON_FUNCTION_UUID","X_LIVEPERSON_PROJECT_ID"]"
  `);
});

test('a syntax error names file, line and column', async () => {
  expect(await runConsole(faultyProject('async function lambda() {\n  return {;\n}\n')))
    .toMatchInlineSnapshot(`
    "exit 1
    ::error file=functions/fault/index.js,line=2,col=11,title=syntax-error%3A fault v2::Unexpected token%0Acorrect the source at this place
    lpf-emulator: 1 passed, 0 failed, 1 rejected (functions: 1, payloads: 1, generations: 1) in <time>
    "
  `);
});

test('a module that stops in the middle is told by that alone, by every command', async () => {
  const folder = faultyProject(
    "import { DateTime } from 'luxon';\nasync function lambda() {\n  return DateTime;\n",
  );
  const place = 'at functions/fault/index.js:4:1';
  const invoked = await emulator(folder, ['invoke', 'fault']);
  expect(invoked).toMatchObject({ code: 1, stdout: '' });
  const checked = command('lpf-bundle', folder, ['--check', 'fault']);
  for (const text of [invoked.stderr, checked.stdout]) {
    expect([text.includes(place), text.includes('Unexpected token')]).toEqual([true, true]);
    expect(text).not.toMatch(/strict-engine|function-crashed|import statement/);
  }
});

test('a file without a lambda is told', async () => {
  expect(await runConsole(faultyProject('async function handler() {}\n'))).toMatchInlineSnapshot(`
    "exit 1
    ::error file=functions/fault/index.js,line=1,col=1,title=no-lambda%3A fault v1::functions/fault/index.js has no function named lambda%0Athe platform looks for the handler by the name lambda: function lambda
    ::error file=functions/fault/index.js,line=1,col=1,title=no-lambda%3A fault v2::functions/fault/index.js has no function named lambda%0Athe platform looks for the handler by the name lambda: function lambda
    lpf-emulator: 1 passed, 0 failed, 2 rejected (functions: 1, payloads: 1, generations: 1) in <time>
    "
  `);
});

test('an empty file is told', async () => {
  expect(await runConsole(faultyProject(''))).toMatchInlineSnapshot(`
    "exit 1
    ::error file=functions/fault/index.js,line=1,col=1,title=empty-file%3A fault v1::functions/fault/index.js holds no code%0Awrite a handler: function lambda
    ::error file=functions/fault/index.js,line=1,col=1,title=empty-file%3A fault v2::functions/fault/index.js holds no code%0Awrite a handler: function lambda
    lpf-emulator: 1 passed, 0 failed, 2 rejected (functions: 1, payloads: 1, generations: 1) in <time>
    "
  `);
});

test('an event that the platform does not know is told, with the one that was meant', async () => {
  const folder = faultyProject('async function lambda() {}\n', 'bot_connectors_custom_integratoin');
  expect(await runConsole(folder)).toMatchInlineSnapshot(`
    "exit 1
    ::error file=functions/fault/config.json,line=1,col=25,title=unknown-event%3A fault v2::no event has the id "bot_connectors_custom_integratoin". Did you mean "bot_connectors_custom_integration"?%0Ause an id that \`lpf get events\` lists, or "No Event"
    lpf-emulator: 2 passed, 0 failed, 1 rejected (functions: 2, payloads: 2, generations: 1) in <time>
    "
  `);
});

test('a missing config.json holds nobody else up', async () => {
  const folder = temporaryFolder({
    'functions/fault/index.js': 'async function lambda() {}\n',
    'functions/healthy/index.js': 'async function lambda() { return 1; }\n',
    'functions/healthy/config.json': {
      name: 'healthy',
      event: 'No Event',
      description: 'healthy',
      input: { headers: [], payload: {} },
      environmentVariables: {},
    },
  });
  expect(await runConsole(folder)).toMatchInlineSnapshot(`
    "exit 1
    ::error file=functions/fault/config.json,title=bad-config%3A fault::config.json is missing%0Aconfig.json needs "name" (the folder's) and "description", and may have "event", "input" and "environmentVariables"
    lpf-emulator: 1 passed, 0 failed, 1 rejected (functions: 1, payloads: 1, generations: 1) in <time>
    "
  `);
});

test('a broken config.json is told with its position', async () => {
  const folder = faultyProject('async function lambda() {}\n');
  const broken = temporaryFolder({
    ...snapshotOf(folder),
    'functions/fault/config.json': '{\n  "name": "fault",\n  "event": 7,,\n}\n',
  });
  expect(await runConsole(broken)).toMatchInlineSnapshot(`
    "exit 1
    ::error file=functions/fault/config.json,line=3,col=14,title=bad-config%3A fault::config.json is not JSON: Expected double-quoted property name%0Aconfig.json needs "name" (the folder's) and "description", and may have "event", "input" and "environmentVariables"
    lpf-emulator: 1 passed, 0 failed, 1 rejected (functions: 1, payloads: 1, generations: 1) in <time>
    "
  `);
});

test('two functions that claim one name are both told', async () => {
  const config = {
    name: 'twin',
    event: 'No Event',
    description: 'twin',
    input: { headers: [], payload: {} },
    environmentVariables: {},
  };
  const folder = temporaryFolder({
    'functions/twin/index.js': 'async function lambda() {}\n',
    'functions/twin/config.json': config,
    'functions/other/index.js': 'async function lambda() {}\n',
    'functions/other/config.json': config,
  });
  expect(await runConsole(folder)).toMatchInlineSnapshot(`
    "exit 1
    ::error file=functions/other/config.json,line=2,col=11,title=duplicate-function%3A other::functions/twin and functions/other claim the same function name%0Arename one: its folder and "name" in its config.json; upper and lower case are the same here
    ::error file=functions/other/config.json,line=2,col=11,title=bad-config%3A other::the folder is named "other" but its config.json says "twin"%0Agive both the same name: lpf and the platform find a function by it
    ::error file=functions/twin/config.json,line=2,col=11,title=duplicate-function%3A twin::functions/twin and functions/other claim the same function name%0Arename one: its folder and "name" in its config.json; upper and lower case are the same here
    lpf-emulator: 0 passed, 0 failed, 2 rejected (functions: 0, payloads: 0, generations: 0) in <time>
    "
  `);
});

test.each([['../fault'], ['functions/fault'], ['a b'], ['x'.repeat(51)]])(
  'a function name like %s is refused',
  async (name) => {
    const { code, stdout, stderr } = await emulator(faultyProject('async function lambda() {}\n'), [
      'invoke',
      name,
    ]);
    expect({ code, stdout, stderr }).toMatchSnapshot();
  },
);
