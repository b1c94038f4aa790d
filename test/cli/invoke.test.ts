import type { InvocationRecord } from '../../emulator/index.ts';
import { temporaryFolder } from '../temporary.ts';
import { atHome, command } from './command.ts';
import { failing, steady, tinyProject } from './tiny.ts';

const config = (name: string): object => ({
  name,
  event: 'No Event',
  description: 'No bot',
  input: { headers: [], payload: { from: 'config' } },
  environmentVariables: {},
});

const folder = tinyProject({
  ...failing,
  'functions/noAnswer/index.js': 'async function lambda() {}\n',
  'functions/noAnswer/config.json': config('noAnswer'),
  'functions/legacy/index.js':
    'function lambda(input, callback) {\n  callback(null, input.payload.from);\n}\n',
  'functions/legacy/config.json': config('legacy'),
});

/** A call as a user sees it: exit code and both outputs, with what varies under its name. */
function invoke(...args: string[]): string {
  const { code, stdout, stderr } = command('lpf-emulator', folder, ['invoke', ...args]);
  return `exit ${code}\n${steady(stdout)}--- stderr\n${steady(stderr)}`;
}

test('standard output holds the answer, standard error all the rest', () => {
  expect(invoke('echo')).toMatchInlineSnapshot(`
    "exit 0
    {
      "messages": [
        "You said from config."
      ],
      "context": {}
    }
    --- stderr
    ✓ ok  echo · config.json · v2 · cold
     <time> measured, <time> CPU, <time> waiting, <time> projected to the platform, cold start <time>
      logs
        Info  + <time>  asked {"length":11}
    "
  `);
});

test.each(['Promise.reject(error)', 'setImmediate(() => { throw error; })'])(
  'an error that nobody in the emulator catches is told as a bug of its own: %s',
  (fault) => {
    const path = temporaryFolder({
      'fault.cjs': `const error = new Error('lost');\nsetImmediate(() => ${fault});\n`,
    });
    const env = { ...atHome, NODE_OPTIONS: `--require ${path}/fault.cjs` };
    const { code, stdout, stderr } = command('lpf-emulator', folder, ['payload', 'list'], { env });
    expect([code, stdout, stderr]).toEqual([
      70,
      '',
      'error[internal-error] lost\n  This is a bug in lpf-emulator, not in your function.\n' +
        '  → please report it with the command you ran; LPF_DEBUG=1 prints where it happened\n',
    ]);
  },
);

test('a failure has no answer, and says in what and where', () => {
  expect(invoke('echo', '--payload', 'sad')).toMatchInlineSnapshot(`
    "exit 1
    --- stderr
    ✗ failed  echo · sad · v2 · cold
     <time> measured, <time> CPU, <time> waiting, <time> projected to the platform, cold start <time>
      ✗ function-failed  no luck
        at functions/echo/index.ts:4:33
        → catch what can fail and answer with a fallback: a failing function ends its caller’s chain
      com.customer.faas.function.threw-error
        at lambda (functions/echo/index.ts:4:33)
      logs
        Info  + <time>  asked {"length":4}
    "
  `);
});

test('a finding does not keep the answer back', () => {
  expect(invoke('echo', '--message', 'think', '--limit', 'budget=20ms')).toMatchInlineSnapshot(`
    "exit 1
    {
      "messages": [
        "You said think."
      ],
      "context": {}
    }
    --- stderr
    ✗ ok, but over-budget  echo · command line · v2 · cold
     <time> measured, <time> CPU, <time> waiting, <time> projected to the platform, cold start <time>
      ✗ over-budget <time> measured here, <time> is the budget (from --limit budget)
        → give each call a shorter time-out, make independent calls at once, answer first and do the rest later
      logs
        Info  + <time>  asked {"length":5}
    "
  `);
});

test('a function without an answer says so', () => {
  expect(invoke('noAnswer')).toMatchInlineSnapshot(`
    "exit 0
    --- stderr
    ✓ ok  noAnswer · config.json · v2 · cold · no answer
     <time> measured, <time> CPU, <time> waiting, <time> projected to the platform, cold start <time>
    "
  `);
});

test('--json prints the whole record and nothing else', () => {
  expect(invoke('echo', '--message', 'Hi', '--json')).toMatchInlineSnapshot(`
    "exit 0
    {
      "id": "<id>",
      "function": "echo",
      "generation": "v2",
      "engine": "node",
      "event": "bot_connectors_custom_integration",
      "payload": "command line",
      "bundle": {
        "hash": "<hash>",
        "characters": <size>
      },
      "start": "cold",
      "outcome": "ok",
      "result": {
        "messages": [
          "You said Hi."
        ],
        "context": {}
      },
      "logs": [
        {
          "level": "Info",
          "at": <time>,
          "message": "asked",
          "extras": [
            {
              "length": 2
            }
          ]
        }
      ],
      "calls": [],
      "services": [],
      "timings": {
        "coldStart": <time>,
        "wall": <time>,
        "active": <time>,
        "waiting": <time>,
        "projected": <time>
      },
      "memory": {
        "heapPeak": <size>,
        "externalPeak": <size>
      },
      "verdict": {
        "pass": true,
        "findings": []
      }
    }
    --- stderr
    "
  `);
});

function generationOf(...args: string[]): unknown {
  const { stdout } = command('lpf-emulator', folder, ['invoke', '--json', ...args]);
  return (JSON.parse(stdout) as InvocationRecord).generation;
}

test('a TypeScript function runs as v2 or as asked, a hand-written one as what it is', () => {
  expect(generationOf('echo')).toBe('v2');
  expect(generationOf('echo', '-g', 'v1')).toBe('v1');
  expect(generationOf('legacy')).toBe('v1');
  expect(invoke('legacy', '-g', 'v2')).toMatchInlineSnapshot(`
    "exit 2
    --- stderr
    error[bad-usage] legacy is not written for v2
      → leave --generation out to run a hand-written function on its own generation
    "
  `);
});

test.each([
  [['ecco']],
  [['../echo']],
  [[]],
  [['echo', '--payload', 'helo']],
  [['echo', '-p', 'missing.yaml']],
  [['echo', '--lp-event', 'mesaging']],
  [['echo', '--lp-sdes', '../settings']],
  [['echo', '--event', 'welcom']],
  [['echo', '--set', 'novalue']],
  [['echo', '--mesage', 'Hi']],
  [['echo', '--generation', 'all']],
])('wrong usage is told with what was meant and ends with 2: %s', (args) => {
  const { code, stdout, stderr } = command('lpf-emulator', folder, ['invoke', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(`\n${stderr}`).toMatchSnapshot();
});
