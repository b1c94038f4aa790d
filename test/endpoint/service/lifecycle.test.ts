import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import type { SentinelServer } from '../../../emulator/endpoint/sentinel-server.ts';
import { StoreUnavailable } from '../../../emulator/endpoint/service/conversation-store.ts';
import { memoryStore } from '../../../emulator/endpoint/service/memory-store.ts';
import { ask, bot, draft, sentinel, served, textEvent } from './served.ts';

let issuer: SentinelServer;
let token: string;

beforeAll(async () => {
  issuer = await sentinel();
  token = await issuer.token();
});

const conversation = `${draft}/conversations/c`;

test('it lives and is ready', async () => {
  const service = await served({ SENTINEL_URL: issuer.url });
  expect(await ask(service, 'GET', '/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
  expect(await ask(service, 'GET', '/ready')).toMatchObject({
    status: 200,
    body: { status: 'ok', checks: { store: true, keys: true, running: true } },
  });
});

test('without keys it lives and is not ready', async () => {
  const gone = await sentinel();
  await gone.close();
  const service = await served({ SENTINEL_URL: gone.url });
  expect(await ask(service, 'GET', '/health')).toMatchObject({ status: 200 });
  expect(await ask(service, 'GET', '/ready')).toMatchObject({
    status: 503,
    body: { status: 'unavailable', checks: { store: true, keys: false, running: true } },
  });
});

test('without its store it is not ready, and every conversation is answered with 503', async () => {
  const store = { ...memoryStore({ ttl: 1_000, most: 1 }), reach: fail, read: fail, create: fail };
  const service = await served({ SENTINEL_URL: issuer.url }, undefined, { store });
  expect(await ask(service, 'GET', '/ready')).toMatchObject({
    status: 503,
    body: { checks: { store: false } },
  });
  const came = await ask(service, 'PUT', conversation, { token, body: {} });
  expect([came.status, came.headers.get('retry-after')]).toEqual([503, '1']);
});

function fail(): Promise<never> {
  return Promise.reject(new StoreUnavailable(new Error('gone')));
}

test('a stop lets the answer in the making finish, ends its connection, and takes no new one', async () => {
  const asked = new EventEmitter();
  const service = await served({ SENTINEL_URL: issuer.url }, async () => {
    asked.emit('asked');
    await once(asked, 'answer');
    return { messages: ['bye'] };
  });
  await ask(service, 'PUT', conversation, { token, body: {} });
  const isAsked = once(asked, 'asked');
  const answer = ask(service, 'POST', `${conversation}/events`, { token, body: textEvent('hi') });
  await isAsked;
  const stopped = service.stop();
  await expect(fetch(`${service.url}/health`)).rejects.toThrow('fetch failed');
  asked.emit('answer');
  const { status, headers } = await answer;
  expect([status, headers.get('connection')]).toEqual([200, 'close']);
  await stopped;
  expect(service.lines.map(({ message }) => message)).toEqual([
    'listening',
    'request',
    'stopping',
    'request',
    'stopped',
  ]);
});

test('a stop does not wait for connections that have sent nothing, or a part of their headers', async () => {
  const service = await served({ SENTINEL_URL: issuer.url, SHUTDOWN_TIMEOUT: '1h' });
  const headers = 'GET /health HTTP/1.1\r\nhost: ';
  const over = [];
  for (const sent of ['', headers, `${headers}a\r\n\r\n${headers}`]) {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    await once(socket, 'connect');
    over.push(once(socket, 'close'));
    socket
      .on('error', () => {})
      .resume()
      .write(sent);
  }
  // The service has taken the others by the time it answers on a later one.
  await ask(service, 'GET', '/health');
  await service.stop();
  expect(await Promise.all(over)).toHaveLength(3);
});

test('a stop does not wait for ever', async () => {
  const asked = new EventEmitter();
  const service = await served({ SENTINEL_URL: issuer.url, SHUTDOWN_TIMEOUT: '1ms' }, () => {
    asked.emit('asked');
    return new Promise(() => {});
  });
  const isAsked = once(asked, 'asked');
  await ask(service, 'PUT', conversation, { token, body: {} });
  const cut = ask(service, 'POST', `${conversation}/events`, { token, body: textEvent('hi') }).catch(String);
  await isAsked;
  await service.stop();
  expect(await cut).toContain('fetch failed');
});

test('a port that is taken is told, and nothing is left open', async () => {
  const service = await served({ SENTINEL_URL: issuer.url });
  const port = new URL(service.url).port;
  await expect(served({ SENTINEL_URL: issuer.url, PORT: port })).rejects.toThrow('EADDRINUSE');
});

test('a base path comes before the methods, and not before the probes', async () => {
  const service = await served({ SENTINEL_URL: issuer.url, BASE_PATH: '/api' });
  expect(service.url).toMatch(/\/api$/);
  expect(await ask(service, 'GET', `${draft}/state`, { token })).toMatchObject({ status: 200 });
  const bare = { url: service.url.replace('/api', '') };
  expect(await ask(bare, 'GET', `${draft}/state`, { token })).toMatchObject({ status: 404 });
  expect(await ask(bare, 'GET', '/health')).toMatchObject({ status: 200 });
});

test.each([
  [{ BASE_PATH: '/conversations' }, 'draft'],
  [{ ENVIRONMENTS: 'conversations' }, 'conversations'],
])('conversations stay apart with %j', async (settings, environment) => {
  const own = await served({ SENTINEL_URL: issuer.url, ...settings }, async ({ payload }) => {
    const { convId, context } = payload as { convId: string; context: { lpSdes: unknown } };
    return { messages: [`${convId} ${JSON.stringify(context.lpSdes)}`] };
  });
  const at = (id: string) => `/v1/bots/${bot}/environments/${environment}/conversations/${id}`;
  for (const name of ['alice', 'conversations', 'events', 'bob']) {
    const body = { sdes: { unauthenticatedSdes: { name } } };
    expect(await ask(own, 'PUT', at(name), { token, body })).toMatchObject({ status: 204 });
  }
  for (const name of ['alice', 'conversations', 'events']) {
    const { body } = await ask(own, 'POST', `${at(name)}/events`, { token, body: textEvent('hi') });
    const message = `${name} {"unauthenticatedSdes":{"name":"${name}"}}`;
    expect(body).toMatchObject({ response: [{ data: { message } }] });
  }
  const never = await ask(own, 'POST', `${at('never-created')}/events`, { token, body: textEvent('hi') });
  expect(never).toMatchObject({ status: 404, body: { code: 'unknown-conversation' } });
});
