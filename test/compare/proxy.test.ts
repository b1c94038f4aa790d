import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type FaultProxy, startFaultProxy } from '../../emulator/compare/faults/proxy.ts';

const heard: string[] = [];
let servers: Server[];
let proxy: FaultProxy;

async function endpoint(name: string): Promise<string> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''} ${body}`);
      response.writeHead(request.method === 'PUT' ? 204 : 200, {
        'server-timing': 'bot;dur=3',
        'x-name': name,
      });
      response.end(request.method === 'PUT' ? undefined : `{"from":"${name}"}`);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(async () => {
  heard.length = 0;
  servers = [];
  proxy = await startFaultProxy(`${await endpoint('one')}/api`);
});

afterEach(async () => {
  await proxy.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const conversation = '/v1/bots/b/environments/draft/conversations/c';

async function ask(method: string, path: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(proxy.url + path, {
    method,
    headers: { authorization: 'Bearer t' },
    ...(method === 'GET' ? {} : { body: '{"a":1}' }),
    ...(signal && { signal }),
  });
  return `${response.status} ${await response.text()}`;
}

const event = () => ask('POST', `${conversation}/events`);

test('it passes everything on, path, token, body and headers, and back', async () => {
  const response = await fetch(`${proxy.url}${conversation}/events`, {
    method: 'POST',
    headers: { authorization: 'Bearer t' },
    body: '{"a":1}',
  });
  expect([response.status, await response.text(), response.headers.get('server-timing')]).toEqual([
    200,
    '{"from":"one"}',
    'bot;dur=3',
  ]);
  expect(await ask('PUT', conversation)).toBe('204 ');
  expect(heard).toEqual([
    `POST /api${conversation}/events Bearer t {"a":1}`,
    `PUT /api${conversation} Bearer t {"a":1}`,
  ]);
});

test('it misbehaves with events only, where that is the fault', async () => {
  const seen: Record<string, string[]> = {};
  for (const how of ['error-500', 'error-404', 'malformed'] as const) {
    proxy.behave(how);
    seen[how] = [await event(), await ask('GET', '/v1/bots/b/environments/draft/state')];
  }
  expect(seen).toEqual({
    'error-500': ['500 {"message":"internal error"}', '200 {"from":"one"}'],
    'error-404': ['404 {"message":"not found"}', '200 {"from":"one"}'],
    malformed: ['200 {"response": [', '200 {"from":"one"}'],
  });
});

test('it never answers, and can be closed nevertheless', async () => {
  proxy.behave('slow');
  await expect(ask('POST', `${conversation}/events`, AbortSignal.timeout(50))).rejects.toThrow('aborted');
});

test('it closes every connection where nothing runs', async () => {
  proxy.behave('down');
  await expect(event()).rejects.toThrow('fetch failed');
  proxy.behave('none');
  expect(await event()).toBe('200 {"from":"one"}');
});

test('a token expires once', async () => {
  proxy.behave('expired-token');
  expect([await event(), await event()]).toEqual([
    '401 {"message":"the token has expired"}',
    '200 {"from":"one"}',
  ]);
});

test('a lost conversation is found again when it is created', async () => {
  proxy.behave('lost');
  expect(await event()).toBe('404 {"message":"no such conversation"}');
  await ask('PUT', conversation);
  expect(await event()).toBe('200 {"from":"one"}');
});

test('it moves to another address', async () => {
  proxy.moveTo(await endpoint('two'));
  expect(await event()).toBe('200 {"from":"two"}');
});

test('an endpoint that cannot be reached closes the connection', async () => {
  proxy.moveTo('http://127.0.0.1:1');
  await expect(event()).rejects.toThrow('fetch failed');
});
