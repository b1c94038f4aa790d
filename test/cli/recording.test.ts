import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InvocationRecord } from '../../emulator/index.ts';
import { snapshotOf, temporaryFolder } from '../temporary.ts';
import { command } from './command.ts';

/** A server of its own process: while a command runs, this one waits for it and could not answer. */
const server = `
const { createServer } = require('node:http');
const started = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ path: request.url, token: 'planted-token-' + request.headers.authorization }));
}).listen(0, '127.0.0.1', () => console.log(started.address().port));
`;

let child: ChildProcess;
let url = '';

beforeAll(async () => {
  child = spawn(process.execPath, ['-e', server], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  url = `http://127.0.0.1:${String(port).trim()}`;
});

afterAll(() => child.kill());

/** A project with a function of v2 that asks the server what its payload says, and one payload. */
function project(): string {
  return temporaryFolder({
    'functions/orders/index.js': `async function lambda({ payload }) {
  const [url] = payload.arguments;
  if (url === 'loop') for (;;);
  const response = await fetch(url, { headers: { authorization: 'planted-header' } });
  return (await response.json()).path;
}`,
    'functions/orders/config.json': {
      name: 'orders',
      event: 'conversational_command',
      description: 'orders',
      input: { headers: [], payload: {} },
      environmentVariables: {},
    },
    'functions/settings.json': { secrets: [{ key: 'backend', value: 'planted-setting' }] },
    'payloads/conversational_command/one.yaml': `payload:
  conversationId: 11111111-2222-4333-8444-555555555555
  arguments: ['${url}/one?own=planted-own&page=1']
`,
  });
}

const recorded = 'recorded 1 answer in recordings/orders.yaml';

test('invoke records what no mock answers, replays it, and refuses what is not in it', () => {
  const folder = project();
  const sources = snapshotOf(join(folder, 'functions'));
  const record = [
    'invoke',
    'orders',
    '--payload',
    'one',
    '--record',
    'recordings/orders.yaml',
    '--scrub',
    'own',
  ];
  const first = command('lpf-emulator', folder, record);
  expect([first.code, first.stdout.trim()]).toEqual([0, '"/one?own=planted-own&page=1"']);
  expect(first.stderr).toContain(`(live)`);
  expect(first.stderr).toContain(`${recorded}\n`);
  const file = join(folder, 'recordings/orders.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).not.toContain('planted');
  expect(text).toContain('own: "*"');

  const again = command('lpf-emulator', folder, [
    ...record.slice(0, 4),
    '--replay',
    'recordings/orders.yaml',
    '--json',
  ]);
  const { calls, result, verdict } = JSON.parse(again.stdout) as InvocationRecord;
  expect([again.code, result, verdict]).toEqual([
    0,
    '/one?own=scrubbed&page=1',
    { pass: true, findings: [] },
  ]);
  expect(calls).toMatchObject([{ source: 'replay', status: 200 }]);

  const stale = command('lpf-emulator', folder, [
    ...record.slice(0, 4),
    '--set',
    `arguments[0]=${url}/one?own=x&page=2`,
    '--replay',
    'recordings/orders.yaml',
  ]);
  expect(stale.code).toBe(1);
  expect(stale.stderr.replaceAll(url, 'http://server')).toContain(
    'stale-recording  GET http://server/one?own=x&page=2 is not in the recording; the nearest is mocks[0], GET http://server/one: its query wants page=1, 2 was sent',
  );
  expect(snapshotOf(join(folder, 'functions'))).toEqual(sources);
});

test('a recording is replaced by a whole one only, and never without a word', () => {
  const folder = project();
  const file = join(folder, 'recordings/orders.yaml');
  mkdirSync(join(folder, 'recordings'));
  writeFileSync(file, 'mine\n');
  const invoke = (...more: string[]) =>
    command('lpf-emulator', folder, [
      'invoke',
      'orders',
      '--payload',
      'one',
      '--record',
      'recordings/orders.yaml',
      ...more,
    ]);
  const cut = invoke('--set', 'arguments[0]=loop', '--limit', 'deadline=1s');
  expect([cut.code, readFileSync(file, 'utf8')]).toEqual([1, 'mine\n']);
  expect(cut.stderr).toContain(
    'recordings/orders.yaml is left as it was: orders (one, v2) did not come to its end, timeout\n',
  );
  const replaced = invoke();
  expect(replaced.stderr).toContain(`${recorded}, in place of what was there\n`);
  expect(readFileSync(file, 'utf8')).toContain('recorded: ');
  expect(invoke('--record', 'recordings/orders.yaml/again.yaml').stderr).toContain(
    `error[cannot-write] recordings/orders.yaml/again.yaml cannot be written: a file is in the way of a folder
  → the recording is lost; move that file away, or choose another place
`,
  );
});

function sourcesIn({ stdout }: { stdout: string }): string[][] {
  const { records } = JSON.parse(stdout) as { records: InvocationRecord[] };
  return records.map(({ calls }) => calls.map(({ source }) => source));
}

test('run records each request once, passes through with --live, and refuses both where nothing says so', () => {
  const folder = project();
  const run = (...more: string[]) => command('lpf-emulator', folder, ['run', '--json', ...more]);
  const recording = run('--record', 'all.yaml', '--repeat', '2');
  expect([recording.code, sourcesIn(recording)]).toEqual([0, [['live'], ['live']]]);
  expect(recording.stderr).toBe('recorded 1 answer in all.yaml\n');
  const live = run('--live');
  expect([live.code, sourcesIn(live), live.stderr]).toEqual([0, [['live']], '']);
  const closed = run();
  expect([closed.code, sourcesIn(closed)]).toEqual([1, [['refused']]]);
  const replay = run('--replay', 'all.yaml', '--repeat', '2');
  expect([replay.code, sourcesIn(replay)]).toEqual([0, [['replay'], ['replay']]]);
});

test('where nothing goes to the network there is nothing to record', () => {
  const folder = temporaryFolder({
    'functions/still/index.js': 'async function lambda() {\n  return 1;\n}\n',
    'functions/still/config.json': { name: 'still', description: 'still', environmentVariables: {} },
  });
  const { code, stderr } = command('lpf-emulator', folder, ['run', '--record', 'a.yaml']);
  expect([code, stderr]).toEqual([0, 'a.yaml is left as it was: nothing went to the network\n']);
  expect(existsSync(join(folder, 'a.yaml'))).toBe(false);
});

test.each([
  [
    ['--record', 'a.yaml', '--replay', 'b.yaml'],
    "error: option '--record <file>' cannot be used with option '--replay <file>'",
  ],
  [
    ['--record', 'a.yaml', '--watch'],
    "error: option '--record <file>' cannot be used with option '-w, --watch'",
  ],
  [['--scrub', 'own'], 'error[bad-usage] --scrub says what a recording leaves out, and nothing is recorded'],
  [
    ['--record', 'functions/a.yaml'],
    'error[bad-usage] --record functions/a.yaml is among the sources in functions/, which are never written to',
  ],
  [['--replay', 'none.yaml'], 'error[file-not-found] none.yaml does not exist'],
  [
    ['--replay', 'payloads/conversational_command/one.yaml'],
    'error[bad-recording] payloads/conversational_command/one.yaml: recorded is missing',
  ],
])('%j ends with what is wrong', (flags, said) => {
  const { code, stdout, stderr } = command('lpf-emulator', project(), ['run', ...flags]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
});

test('a chat records what its turns ask for, without secrets of its own, and replays it', () => {
  const folder = temporaryFolder({
    'functions/bot/index.js': `async function lambda({ payload: { message } }) {
  const response = await fetch('${url}/' + message + '?key=planted-given');
  return { messages: [(await response.json()).path.split('?')[0]] };
}`,
    'functions/bot/config.json': {
      name: 'bot',
      event: 'bot_connectors_custom_integration',
      description: 'b',
    },
    'given.yaml': 'secrets: { key: planted-given }\n',
  });
  const chat = (lines: string, ...args: string[]) =>
    command('lpf-emulator', folder, ['chat', 'bot', '--given', 'given.yaml', ...args], { input: lines });
  const first = chat('one\n/new\ntwo\n', '--record', 'kept.yaml');
  expect(first.stdout).toContain('│ /two');
  expect([first.code, first.stderr]).toEqual([
    0,
    expect.stringContaining('recorded 2 answers in kept.yaml\n'),
  ]);
  expect(readFileSync(join(folder, 'kept.yaml'), 'utf8')).not.toContain('planted-given');

  const again = chat('two\nthree\n', '--replay', 'kept.yaml');
  expect(again.stdout).toContain('│ /two');
  expect(again.stdout).toContain('/three');
  expect(again.code).toBe(1);
});
