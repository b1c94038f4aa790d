import { command } from './command.ts';
import { steady, tinyProject } from './tiny.ts';

const config = (name: string): object => ({
  name,
  event: 'No Event',
  description: 'Differs',
  input: { headers: [], payload: { text: 'hello' } },
});

/** Functions that differ, each in its own way, and some that do not. */
const folder = tinyProject({
  'functions/logs/index.ts': 'export async function lambda() { console.log("here"); return 1; }\n',
  'functions/logs/config.json': config('logs'),
  'functions/brand/index.ts':
    'export async function lambda() {\n' +
    '  console.warn("brand", process.env["BRAND_ID"]);\n' +
    '  return { brand: process.env["BRAND_ID"] ?? null };\n}\n',
  'functions/brand/config.json': config('brand'),
  'functions/same/index.ts':
    'export async function lambda(input: { timestamp: number }) {\n' +
    '  console.info("at", input.timestamp);\n  throw new Error("no luck");\n}\n',
  'functions/same/config.json': config('same'),
  'functions/plain/index.js': 'function lambda(input) {\n  return input.payload.text;\n}\n',
  'functions/plain/config.json': config('plain'),
  'functions/old/index.js': 'function lambda(input, callback) {\n  callback(null, input.payload.text);\n}\n',
  'functions/old/config.json': config('old'),
});

function diff(...args: string[]): string {
  const { code, stdout, stderr } = command('lpf-emulator', folder, ['run', '--diff', ...args]);
  return `exit ${code}\n${steady(stdout)}${stderr && `--- stderr\n${stderr}`}`;
}

test('--diff shows each place where the generations differ, and counts the rest', () => {
  expect(diff('--generation', 'all')).toMatchInlineSnapshot(`
    "exit 1
    path               v1                                                               v2
    brand · config.json
    result.brand       "00000000"                                                    →  null
    logs[0].extras[0]  "00000000"                                                    →  null

    logs · config.json
    outcome            "crashed"                                                     →  "ok"
    result             –                                                             →  1
    error              {"kind":"runtime","message":"console.log is not a function"}  →  –
    logs[0]            –                                                             →  {"level":"Info","message":"here","extras":[]}

    ✗  logs  v1  rejected
        ✗ console-method  console.log does not exist on v1: calling it crashes the function
          at functions/logs/index.ts:1:34
          → use console.info or console.debug

    old is written for v1 only: there is nothing to compare
    plain is written for v2 only: there is nothing to compare
    5 payloads, 3 the same, 2 differ
    3 answers fell short: lpf-emulator run says why
    "
  `);
});

test('what does not differ ends as a run would', () => {
  expect(diff('echo')).toMatchInlineSnapshot(`
    "exit 0
    2 payloads, 2 the same, 0 differ
    "
  `);
  expect(diff('same')).toMatchInlineSnapshot(`
    "exit 1
    1 payload, 1 the same, 0 differ
    2 answers fell short: lpf-emulator run says why
    "
  `);
});

test('--json prints the same as JSON and nothing else', () => {
  expect(JSON.parse(diff('echo', 'logs', 'old', '--json').replace('exit 1\n', ''))).toMatchObject({
    same: false,
    pass: false,
    payloads: 3,
    differ: 1,
    differing: [
      {
        function: 'logs',
        payload: 'config.json',
        event: null,
        differences: [
          { path: 'outcome', v1: 'crashed', v2: 'ok' },
          { path: 'result', v2: 1 },
          { path: 'error', v1: { kind: 'runtime' } },
          { path: 'logs[0]', v2: { message: 'here' } },
        ],
      },
    ],
    alone: [{ function: 'old', generation: 'v1' }],
    broken: [{ function: 'logs', generation: 'v1', findings: [{ code: 'console-method' }] }],
  });
});

test.each([[['--generation', 'v1']], [['--watch']], [['--reporter', 'junit']]])(
  'what goes ill with --diff is told: %s',
  (args) => {
    expect(`\n${diff(...args)}`).toMatchSnapshot();
  },
);
