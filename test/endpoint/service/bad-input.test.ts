import { Agent, request } from 'node:http';
import type { SentinelServer } from '../../../emulator/endpoint/sentinel-server.ts';
import type { RunFunction } from '../../../emulator/endpoint/service/run-function.ts';
import type { Service } from '../../../emulator/endpoint/service/start.ts';
import { rawRequest } from './raw.ts';
import { ask, bot, draft, echo, type Lines, sentinel, served, textEvent } from './served.ts';

let issuer: SentinelServer;
let token: string;
let service: Service & { lines: Lines };

/** It does what it is told. */
const moody: RunFunction = async (input, signal) => {
  const { message } = input.payload as { message: string };
  if (message === 'throw') throw new Error('no order for jane@example.com');
  if (message === 'nothing') return undefined;
  if (message === 'hang')
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve({})));
  return echo(input, signal);
};

beforeAll(async () => {
  issuer = await sentinel();
  token = await issuer.token();
  service = await served(
    { SENTINEL_URL: issuer.url, BODY_LIMIT: '4kb', FUNCTION_TIMEOUT: '50ms', LOG_LEVEL: 'info' },
    moody,
  );
});

afterEach(async () => {
  // Whatever came in, the service is up afterwards.
  const after = [await create('after'), await say('after', 'still there')];
  if (after.some(({ status }) => status >= 400)) throw new Error(JSON.stringify(after));
});

const headersOf = (more: Record<string, string> = {}) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  ...more,
});
const raw = (
  method: string,
  address: string,
  chunks: readonly string[],
  { agent, headers }: { agent?: Agent; headers?: Record<string, string> | undefined } = {},
) => rawRequest(service.url, method, address, chunks, { agent, headers: headersOf(headers) });
const path = (id: string) => `${draft}/conversations/${id}`;
const create = (id: string, body: unknown = {}) => ask(service, 'PUT', path(id), { token, body });
const say = (id: string, message: string) =>
  ask(service, 'POST', `${path(id)}/events`, { token, body: textEvent(message) });

test('an unknown bot is not found, for each method', async () => {
  const other = `/v1/bots/another-bot/environments`;
  const asked = [
    await ask(service, 'GET', other, { token }),
    await ask(service, 'GET', `${other}/draft/state`, { token }),
    await ask(service, 'PUT', `${other}/draft/conversations/c`, { token, body: {} }),
    await ask(service, 'POST', `${other}/draft/conversations/c/events`, { token, body: textEvent('hi') }),
  ];
  expect(asked.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
    Array.from({ length: 4 }, () => [404, 'unknown-bot']),
  );
});

test('an unknown environment is not found, nor is one of another letter case', async () => {
  for (const environment of ['production', 'Draft', 'draft%20', '__proto__']) {
    expect(
      await ask(service, 'GET', `/v1/bots/${bot}/environments/${environment}/state`, { token }),
    ).toMatchObject({
      status: 404,
      body: { code: 'unknown-environment' },
    });
  }
});

test.each([
  ['GET', '/v2/bots'],
  ['GET', '/v1/bots'],
  ['POST', '/v1/bots'],
  ['DELETE', `${draft}/conversations/c`],
  ['GET', '//'],
])('%s %s is not found', async (method, address) => {
  expect(await ask(service, method, address, { token })).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  });
});

test('a request that cannot be is a 400', async () => {
  const body = '{"code":"bad-request","message":"the request cannot be read"}';
  expect(await raw('GET', '/', [], { headers: { host: 'a b' } })).toMatchObject({ status: 400, body });
});

test('an event before the create is answered with 404, upon which the connector creates it and tells it again', async () => {
  expect(await say('early', 'hi')).toMatchObject({ status: 404, body: { code: 'unknown-conversation' } });
  await create('early');
  expect(await say('early', 'hi')).toMatchObject({ status: 200 });
});

test('a second create takes the place of the first', async () => {
  const seen: unknown[] = [];
  const own = await served({ SENTINEL_URL: issuer.url }, async ({ payload }) => {
    seen.push((payload as { context: { lpSdes: unknown } }).context.lpSdes);
    return { messages: ['ok'] };
  });
  for (const name of ['first', 'second']) {
    const body = { sdes: { unauthenticatedSdes: { name } } };
    expect(await ask(own, 'PUT', path('twice'), { token, body })).toMatchObject({ status: 204 });
    await ask(own, 'POST', `${path('twice')}/events`, { token, body: textEvent('hi') });
  }
  expect(seen).toEqual([
    { unauthenticatedSdes: { name: 'first' } },
    { unauthenticatedSdes: { name: 'second' } },
  ]);
});

test('an event that is told twice is answered twice', async () => {
  await create('retried');
  const [one, other] = [await say('retried', 'hi'), await say('retried', 'hi')];
  expect(one).toMatchObject({ status: 200, body: other.body });
});

test('a conversation of one environment is none of another’s', async () => {
  const own = await served({ SENTINEL_URL: issuer.url, ENVIRONMENTS: 'draft, production' });
  await ask(own, 'PUT', path('c'), { token, body: {} });
  const other = `/v1/bots/${bot}/environments/production/conversations/c/events`;
  expect(await ask(own, 'POST', other, { token, body: textEvent('hi') })).toMatchObject({ status: 404 });
});

describe('bodies', () => {
  beforeAll(() => create('c'));

  test('one that is too large is refused by its length', async () => {
    expect(await say('c', 'x'.repeat(10_000_000))).toMatchObject({
      status: 413,
      body: { code: 'body-too-large', message: 'the body must have at most 4096 bytes' },
    });
  });

  test('one that is too large and does not say so is refused as it comes', async () => {
    expect(
      await raw('POST', `${path('c')}/events`, ['{"type":"', 'x'.repeat(3000), 'x'.repeat(3000), '"}']),
    ).toMatchObject({
      status: 413,
    });
  });

  test.each([
    ['', 'not-json'],
    ['{"type":', 'not-json'],
    ['<html></html>', 'not-json'],
    ['null', 'bad-event'],
    ['[]', 'bad-event'],
    ['"TEXT"', 'bad-event'],
    ['{}', 'bad-event'],
    ['{"type":"PICTURE"}', 'bad-event'],
    ['{"type":"TEXT"}', 'bad-event'],
    ['{"type":"TEXT","data":{"message":7}}', 'bad-event'],
  ])('%s is refused with 400', async (body, code) => {
    const headers = { 'content-type': 'application/json' };
    expect(await ask(service, 'POST', `${path('c')}/events`, { token, body, headers })).toMatchObject({
      status: 400,
      body: { code },
    });
  });

  test.each([
    'text/plain',
    'text/html',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
  ])('%s is refused with 415', async (type) => {
    const headers = { 'content-type': type };
    expect(await ask(service, 'PUT', path('c'), { token, body: {}, headers })).toMatchObject({ status: 415 });
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    '%s is taken',
    async (type) => {
      const headers = { 'content-type': type };
      expect(await ask(service, 'PUT', path('c'), { token, body: {}, headers })).toMatchObject({
        status: 204,
      });
    },
  );

  test('a compressed one is refused', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect(await ask(service, 'PUT', path('c'), { token, body: {}, headers })).toMatchObject({ status: 415 });
  });

  test('one that ends too soon fails alone', async () => {
    const { port } = new URL(service.url);
    const sending = request({
      port,
      method: 'PUT',
      path: path('c'),
      headers: headersOf({ 'content-length': '100' }),
    });
    const over = new Promise((resolve) => sending.once('error', resolve));
    sending.write('{"sdes":');
    await new Promise((resolve) => setImmediate(resolve));
    sending.destroy(new Error('gone'));
    expect(await over).toMatchObject({ message: 'gone' });
  });
});

describe('ids', () => {
  test.each([
    'H4127215-a1b2-34bc-127m-ce1a86c8602aK1234567',
    'a%20b',
    'a%2Fb',
    '%C3%A9%E4%BD%A0%F0%9F%99%82',
    '__proto__',
    'constructor',
    '..%2F..%2Fetc%2Fpasswd',
    'a:b*c[d]{e}',
    '%25',
    "';DROP TABLE conversations;--",
    'x'.repeat(256),
  ])('%s is an id like any other', async (id) => {
    expect(await create(id)).toMatchObject({ status: 204 });
    expect(await say(id, 'hi')).toMatchObject({ status: 200 });
    expect(await say(`other${id.slice(0, 100)}`, 'hi')).toMatchObject({ status: 404 });
  });

  test.each(['%00', 'a%0Ab', 'a%1B[31m', '%E0%A4%A', '%', 'x'.repeat(257)])('%s is refused', async (id) => {
    expect(await create(id)).toMatchObject({ status: 400, body: { code: 'bad-conversation-id' } });
  });
});

describe('the function', () => {
  beforeAll(() => create('f'));

  test('one that throws is a 500 without its words; the log has its place, and no more', async () => {
    const { status, body } = await say('f', 'throw');
    expect({ status, body }).toEqual({
      status: 500,
      body: { code: 'function-failed', message: 'the function failed', requestId: expect.any(String) },
    });
    const line = service.lines.findLast(({ message }) => message === 'the function failed');
    expect(line).toMatchObject({
      requestId: (body as { requestId: string }).requestId,
      error: 'Error',
      at: expect.arrayContaining([expect.stringContaining('bad-input.test.ts')]),
    });
    expect(JSON.stringify(service.lines)).not.toContain('jane');
  });

  test('one that hangs is a 504', async () => {
    expect(await say('f', 'hang')).toMatchObject({ status: 504, body: { code: 'function-timeout' } });
  });

  test('one without an answer is a 422, which the connector does not try again', async () => {
    expect(await say('f', 'nothing')).toMatchObject({
      status: 422,
      body: {
        code: 'bad-answer',
        message: "the function's answer cannot be used: the answer is missing, expected an object",
      },
    });
  });
});

test('one connection serves on after every error', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await create('kept');
  const events = `${path('kept')}/events`;
  const turns: [string[], string, Record<string, string>?][] = [
    [['{'], events],
    [[JSON.stringify(textEvent('throw'))], events],
    [[JSON.stringify(textEvent('hang'))], events],
    [[JSON.stringify(textEvent('x'.repeat(100_000)))], events],
    [['x'.repeat(50_000), 'x'.repeat(50_000)], events],
    [['{}'], `${path('unknown')}/events`],
    [['{}'], events, { authorization: 'Bearer x' }],
    [['{}'], events, { 'content-type': 'text/plain' }],
    [[JSON.stringify(textEvent('hi'))], events],
  ];
  const seen = [];
  for (const [chunks, address, headers] of turns)
    seen.push(await raw('POST', address, chunks, { agent, headers }));
  expect(seen.map(({ status }) => status)).toEqual([400, 500, 504, 413, 413, 400, 401, 415, 200]);
  expect(new Set(seen.map(({ port }) => port)).size).toBe(1);
  agent.destroy();
});
