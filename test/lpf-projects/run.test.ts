import { createHmac, type Hmac } from 'node:crypto';
import { join } from 'node:path';
import type { InvocationRecord } from '../../emulator/index.ts';
import { command } from '../cli/command.ts';
import { snapshotOf } from '../temporary.ts';
import { lpfProject } from './project.ts';

/** The records of a run, and its exit code. */
function run(cwd: string, args: string[]): { code: number | null; records: InvocationRecord[] } {
  const { code, stdout, stderr } = command('lpf-emulator', cwd, ['run', '--json', ...args]);
  expect(stderr).toBe('');
  return { code, records: (JSON.parse(stdout) as { records: InvocationRecord[] }).records };
}

/** The record of one call. */
function invoke(cwd: string, ...args: string[]): InvocationRecord {
  const { stdout, stderr } = command('lpf-emulator', cwd, ['invoke', '--json', ...args]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as InvocationRecord;
}

function hmac(key: string, text: string): Hmac {
  return createHmac('sha256', key).update(text);
}

const project = lpfProject();

test('hand-written functions of both generations are run unchanged, each on its own', () => {
  const { records } = run(project, ['--payload', 'config.json']);
  expect(records.map((record) => [record.function, record.generation, record.payload])).toEqual([
    ['greeter', 'v2', 'config.json'],
    ['orderStatus', 'v1', 'config.json'],
    ['sessionToken', 'v2', 'config.json'],
    ['signature', 'v1', 'config.json'],
  ]);
});

test('--generation leaves out the functions of the other one', () => {
  const { records } = run(project, ['--payload', 'config.json', '--generation', 'v1']);
  expect(records.map((record) => record.function)).toEqual(['orderStatus', 'signature']);
});

test.each(['node', 'vm2'])('v1 with promises, a secret and the HTTP client answers on %s', (engine) => {
  const { outcome, result, calls, verdict } = invoke(
    project,
    'orderStatus',
    '-p',
    'local/order.yaml',
    '--engine',
    engine,
  );
  expect(outcome).toBe('ok');
  expect(result).toEqual({ statusCode: 404, body: { error: 'none' }, from: 'file' });
  expect(calls).toMatchObject([
    { method: 'GET', url: 'https://backend.example.com/orders/1', status: 404, source: 'mock' },
  ]);
  expect(verdict).toEqual({ pass: true, findings: [] });
});

test.each(['node', 'vm2'])('v1 with async, callback, https and crypto answers on %s', (engine) => {
  const { outcome, result, verdict } = invoke(
    project,
    'signature',
    '-p',
    'local/salt.json',
    '--engine',
    engine,
  );
  expect(outcome).toBe('ok');
  expect(result).toEqual({
    known: 0,
    hash: hmac('a pinch of salt', 'to be signed').digest('hex').slice(0, 16),
  });
  expect(verdict).toEqual({ pass: true, findings: [] });
});

test.each(['node', 'vm2'])(
  'v2 with imports of every shape, fetch and a JSON secret answers on %s',
  (engine) => {
    const { outcome, result, logs, verdict } = invoke(
      project,
      'sessionToken',
      '-p',
      'local/token.yaml',
      '--engine',
      engine,
    );
    const body = [{ alg: 'HS256' }, { iss: 'brand', sub: 'visitor-1' }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    expect(outcome).toBe('ok');
    expect(result).toEqual({
      kid: 'one',
      token: `${body}.${hmac('synthetic-key', body).digest('base64url')}`,
      audit: { accepted: true },
      unique: true,
      ttl: 60,
      current: true,
    });
    expect(logs.map(({ level, message, extras }) => [level, message, extras])).toEqual([
      ['Info', 'issued for brand', [{ status: 202 }]],
    ]);
    expect(verdict).toEqual({ pass: true, findings: [] });
  },
);

test('what is not mocked is refused, named, and never leaves the machine', () => {
  const { code, records } = run(project, ['orderStatus', 'signature', 'sessionToken']);
  expect(code).toBe(1);
  expect(records.map(({ outcome, calls, error }) => [outcome, calls[0]?.source, error?.message])).toEqual([
    [
      'failed',
      'refused',
      'Error: outbound request to GET https://backend.example.com/orders/471100 refused: no mock declares it',
    ],
    [
      'failed',
      'refused',
      'outbound request to GET https://salt.example.com/v1?for=signature refused: no mock declares it',
    ],
    [
      'crashed',
      'refused',
      'fetch failed (cause: outbound request to POST https://audit.example.com/tokens refused: no mock declares it)',
    ],
  ]);
});

test('the project’s own payloads take the place of those that come with the package', () => {
  const own = lpfProject({
    'payloads/bot_connectors_custom_integration/mine.yaml':
      'payload: { message: mine, convId: c, context: { lpEvent: {} } }\n',
  });
  const { code, records } = run(own, ['greeter']);
  expect(code).toBe(0);
  expect(records.map(({ payload, result }) => [payload, result])).toEqual([
    ['mine', { messages: ['1: mine'], context: {} }],
    ['config.json', { messages: ['2: from config.json'], context: {} }],
  ]);
});

test('without any, the payloads of the package are fed, and nobody has to use their mocks', () => {
  const { code, records } = run(project, ['greeter']);
  expect(code).toBe(0);
  expect(records.length).toBeGreaterThan(10);
  expect(records.flatMap(({ verdict }) => verdict.findings)).toEqual([]);
});

test('module state lasts from payload to payload of a row, and not with --cold', () => {
  const warm = run(project, ['greeter', '--payload', 'config.json', '--repeat', '3']).records;
  expect(warm.map(({ start, result }) => [start, (result as { messages: string[] }).messages[0]])).toEqual([
    ['cold', '1: from config.json'],
    ['warm', '2: from config.json'],
    ['warm', '3: from config.json'],
  ]);
  const cold = run(project, ['greeter', '--payload', 'config.json', '--repeat', '3', '--cold']).records;
  expect(cold.map(({ start, result }) => [start, (result as { messages: string[] }).messages[0]])).toEqual(
    Array.from({ length: 3 }, () => ['cold', '1: from config.json']),
  );
});

test.each(['functions/greeter', 'bin'])('it works the same from %s', (folder) => {
  const cwd = join(project, folder);
  expect(run(cwd, ['greeter', '--payload', 'config.json'])).toMatchObject({
    code: 0,
    records: [{ function: 'greeter', result: { messages: ['1: from config.json'] } }],
  });
  expect(invoke(cwd, 'greeter').result).toEqual({ messages: ['1: from config.json'], context: {} });
});

test('no command writes anything into the project', () => {
  const before = snapshotOf(project);
  run(project, []);
  run(project, ['--engine', 'vm2', '--cold', '--payload', 'config.json']);
  invoke(project, 'orderStatus');
  command('lpf-emulator', project, ['doctor']);
  command('lpf-emulator', project, ['payload', 'check']);
  expect(snapshotOf(project)).toEqual(before);
});
