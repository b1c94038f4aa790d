import { snapshotOf, temporaryFolder } from '../temporary.ts';
import { emulator, faultyProject, runFault } from './fault.ts';

/** What `run` tells a person about a project in which `fault` cannot be run, timings left out. */
async function runConsole(folder: string): Promise<string> {
  const before = snapshotOf(folder);
  const { code, stdout, stderr, leftBehind } = await emulator(folder, ['run', '--reporter', 'github']);
  expect(snapshotOf(folder)).toEqual(before);
  expect(leftBehind).toBe(false);
  return `exit ${code}\n${stdout.replaceAll(/[\d.]+ (ms|s)\b/g, '<time>')}${stderr}`;
}

test('require of a module that the platform lacks fails where it is called', async () => {
  expect(
    await runFault(
      'const fs = require("fs");\nasync function lambda() {\n  return fs.readFileSync("/etc/passwd");\n}',
    ),
  ).toMatchInlineSnapshot();
});

test('the host’s environment is not there', async () => {
  process.env['LPF_TEST_SECRET'] = 'of the host';
  const told = await runFault('async function lambda() {\n  return Object.keys(process.env).sort();\n}');
  delete process.env['LPF_TEST_SECRET'];
  expect(told).toMatchInlineSnapshot();
});

test('a syntax error names file, line and column', async () => {
  expect(
    await runConsole(faultyProject('async function lambda() {\n  return {;\n}\n')),
  ).toMatchInlineSnapshot();
});

test('a file without a lambda is told', async () => {
  expect(await runConsole(faultyProject('async function handler() {}\n'))).toMatchInlineSnapshot();
});

test('an empty file is told', async () => {
  expect(await runConsole(faultyProject(''))).toMatchInlineSnapshot();
});

test('an event that the platform does not know is told, with the one that was meant', async () => {
  const folder = faultyProject('async function lambda() {}\n', 'bot_connectors_custom_integratoin');
  expect(await runConsole(folder)).toMatchInlineSnapshot();
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
  expect(await runConsole(folder)).toMatchInlineSnapshot();
});

test('a broken config.json is told with its position', async () => {
  const folder = faultyProject('async function lambda() {}\n');
  const broken = temporaryFolder({
    ...snapshotOf(folder),
    'functions/fault/config.json': '{\n  "name": "fault",\n  "event": 7,,\n}\n',
  });
  expect(await runConsole(broken)).toMatchInlineSnapshot();
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
  expect(await runConsole(folder)).toMatchInlineSnapshot();
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
