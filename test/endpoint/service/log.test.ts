import type { Service } from '../../../emulator/endpoint/service/start.ts';
import { ask, draft, type Lines, sentinel, served, textEvent } from './served.ts';

let token: string;
let service: Service & { lines: Lines };

beforeAll(async () => {
  const issuer = await sentinel();
  token = await issuer.token();
  service = await served({ SENTINEL_URL: issuer.url, LOG_LEVEL: 'info' });
});

const create = (id: string, body: unknown) =>
  ask(service, 'PUT', `${draft}/conversations/${id}`, { token, body });
const say = (id: string, message: string) =>
  ask(service, 'POST', `${draft}/conversations/${id}/events`, { token, body: textEvent(message) });

test('a request names itself, and one that would forge the log gets another name', async () => {
  const named = await ask(service, 'GET', '/health', { headers: { 'x-request-id': 'edge-1:2.3' } });
  expect(named.headers.get('x-request-id')).toBe('edge-1:2.3');
  const forged = await ask(service, 'GET', '/health', { headers: { 'x-request-id': 'a"b{}' } });
  expect(forged.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
});

test('one line for each request, without a word of what was said and who said it', async () => {
  const before = service.lines.length;
  await create('logged', { sdes: { authenticatedSdes: { customerInfo: { customerId: 'C-4711' } } } });
  const { headers } = await say('logged', 'my secret question');
  const lines = service.lines.slice(before);
  expect(JSON.stringify(lines)).not.toMatch(/secret|4711|Bearer/);
  expect(lines.map(steady)).toMatchInlineSnapshot(`
    [
      {
        "authMs": "<authMs>",
        "conversation": "logged",
        "level": "info",
        "message": "request",
        "method": "PUT",
        "ms": "<ms>",
        "path": "/v1/bots/1e9bebc6-0403-43a1-9a5e-2e17ca876568/environments/draft/conversations/logged",
        "requestId": "<requestId>",
        "status": 204,
        "storeMs": "<storeMs>",
        "time": "<time>",
      },
      {
        "authMs": "<authMs>",
        "botMs": "<botMs>",
        "conversation": "logged",
        "event": "TEXT",
        "level": "info",
        "message": "request",
        "method": "POST",
        "ms": "<ms>",
        "path": "/v1/bots/1e9bebc6-0403-43a1-9a5e-2e17ca876568/environments/draft/conversations/logged/events",
        "requestId": "<requestId>",
        "status": 200,
        "storeMs": "<storeMs>",
        "time": "<time>",
      },
    ]
  `);
  expect(lines.at(-1)?.['requestId']).toBe(headers.get('x-request-id'));
});

/** Numbers and ids vary. */
function steady(line: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name,
      /Ms$|^(ms|time|requestId)$/.test(name) ? `<${name}>` : value,
    ]),
  );
}

test('an answer tells how long its parts took, and nothing of what it runs on', async () => {
  await create('timed', {});
  const { headers } = await say('timed', 'hi');
  expect(headers.get('server-timing')).toMatch(/^auth;dur=[\d.]+, store;dur=[\d.]+, bot;dur=[\d.]+$/);
  expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
});

test('a request for nothing that is there tells its address, without the query string, and not all of a long one', async () => {
  const before = service.lines.length;
  const { headers } = await ask(service, 'GET', `/api${draft}/state?q=secret`, { token });
  await ask(service, 'GET', `/${'x'.repeat(1_000)}`);
  expect(service.lines.slice(before)).toMatchObject([
    { method: 'GET', path: `/api${draft}/state`, status: 404, code: 'not-found' },
    { path: `/${'x'.repeat(255)}`, status: 404 },
  ]);
  expect(service.lines[before]?.['requestId']).toBe(headers.get('x-request-id'));
  expect(JSON.stringify(service.lines.slice(before))).not.toContain('secret');
});

test('probes that go well are not logged', async () => {
  const before = service.lines.length;
  await ask(service, 'GET', '/health');
  await ask(service, 'GET', '/ready');
  expect(service.lines.slice(before)).toEqual([]);
});
