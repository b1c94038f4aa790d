import type { AccountPresets } from '../../emulator/payload/account/account-presets.ts';
import type { Account } from '../../emulator/services/account.ts';
import { accountWith, brand, type Reply, type Request, send } from './account.ts';

const keyed = { 'maven-api-key': 'k' };

function ask(account: Account, path: string, request: Request = {}): Promise<Reply | undefined> {
  const url = `https://local.context.liveperson.net/v1/account/${brand}${path}`;
  return send(account, url, { headers: keyed, ...request });
}

function patch(account: Account, path: string, body: unknown): Promise<Reply | undefined> {
  return ask(account, path, { method: 'PATCH', body });
}

function withNamespace(preset: { ttl?: number } = {}, more: AccountPresets = {}): Account {
  return accountWith({ context: { namespaces: { shop: preset } }, ...more });
}

test('properties that were set are read again: all, some, one', async () => {
  const account = withNamespace();
  const set = await patch(account, '/shop/s1/properties', { a: 1, b: 'text', c: { deep: [true] } });
  expect(set).toEqual({ status: 204, headers: {}, body: null });
  expect((await ask(account, '/shop/s1/properties'))?.body).toEqual({ a: 1, b: 'text', c: { deep: [true] } });
  expect((await ask(account, '/shop/s1/properties/'))?.status).toBe(200);
  expect((await ask(account, '/shop/s1/properties?include=a,b,none'))?.body).toEqual({ a: 1, b: 'text' });
  expect((await ask(account, '/shop/s1/properties/b'))?.body).toBe('text');
  expect((await ask(account, '/shop/session-ids'))?.body).toEqual(['s1']);
});

test('setting again lays new properties over the old ones', async () => {
  const account = withNamespace();
  await patch(account, '/shop/s1/properties', { a: 1, b: 2 });
  await patch(account, '/shop/s1/properties', { b: 3 });
  expect((await ask(account, '/shop/s1/properties'))?.body).toEqual({ a: 1, b: 3 });
});

test('without a session the default one is meant', async () => {
  const account = withNamespace();
  await patch(account, '/shop/properties', { a: 1 });
  expect((await ask(account, '/shop/__default__/properties'))?.body).toEqual({ a: 1 });
  expect((await ask(account, '/shop/properties/a'))?.body).toBe(1);
  expect((await ask(account, '/shop/session-ids'))?.body).toEqual(['__default__']);
});

test('namespaces are created, listed and deleted; to do so twice is no error', async () => {
  const account = accountWith({ clock: '2026-03-01T09:00:00Z' });
  const create = (query = '') => ask(account, query, { method: 'POST', body: { name: 'shop' } });
  expect((await create('?ttlSecond=60'))?.status).toBe(204);
  account.advance(1_000);
  expect((await create())?.status).toBe(204);
  expect((await ask(account, ''))?.body).toEqual([
    { name: 'shop', createdAt: expect.stringMatching(/^2026-03-01T09:00:00/), ttlSecond: 60 },
  ]);
  expect((await ask(account, '/shop', { method: 'DELETE' }))?.status).toBe(204);
  expect((await ask(account, '/shop', { method: 'DELETE' }))?.status).toBe(204);
  expect((await ask(account, ''))?.body).toEqual([]);
  expect(account.changes.map(({ operation, target }) => `${operation} ${target}`)).toEqual([
    'create namespace shop',
    'delete namespace shop',
  ]);
});

test('built-in namespaces take properties, but are not listed, created or deleted', async () => {
  const account = accountWith();
  expect((await patch(account, '/custom/properties', { a: 1 }))?.status).toBe(204);
  expect((await ask(account, ''))?.body).toEqual([]);
  expect((await ask(account, '', { method: 'POST', body: { name: 'faas' } }))?.status).toBe(400);
  expect((await ask(account, '/conversation', { method: 'DELETE' }))?.status).toBe(400);
});

test('a property expires by the account’s clock, counted from when it was last set', async () => {
  const account = withNamespace({ ttl: 60 });
  await patch(account, '/shop/s1/properties', { a: 1, b: 1 });
  account.advance(59_000);
  await patch(account, '/shop/s1/properties', { b: 2 });
  expect((await ask(account, '/shop/s1/properties'))?.body).toEqual({ a: 1, b: 2 });
  account.advance(1_000);
  expect((await ask(account, '/shop/s1/properties'))?.body).toEqual({ b: 2 });
  account.advance(60_000);
  expect((await ask(account, '/shop/s1/properties'))?.status).toBe(404);
  expect((await ask(account, '/shop/session-ids'))?.body).toEqual([]);
});

test('a namespace without a life keeps its properties for ever', async () => {
  const account = withNamespace();
  await patch(account, '/shop/s1/properties', { a: 1 });
  account.advance(1e12);
  expect((await ask(account, '/shop/s1/properties'))?.body).toEqual({ a: 1 });
});

test('what is deleted is gone, and to delete it again is no error', async () => {
  const account = withNamespace();
  await patch(account, '/shop/s1/properties', { a: 1, b: 2 });
  for (const path of ['/shop/s1/properties/a', '/shop/s1/properties/a', '/shop/s1/properties/']) {
    expect((await ask(account, path, { method: 'DELETE' }))?.status).toBe(204);
  }
  expect((await ask(account, '/shop/s1/properties'))?.status).toBe(404);
  expect((await ask(account, '/none/s1/properties', { method: 'DELETE' }))?.status).toBe(204);
  expect(account.changes).toEqual([
    { service: 'mavenContext', operation: 'set', target: 'shop/s1/a', value: 1, at: 7 },
    { service: 'mavenContext', operation: 'set', target: 'shop/s1/b', value: 2, at: 7 },
    { service: 'mavenContext', operation: 'delete', target: 'shop/s1/a', at: 7 },
    { service: 'mavenContext', operation: 'delete session', target: 'shop/s1', at: 7 },
  ]);
});

test('presets fill namespaces, and their properties expire as well', async () => {
  const account = accountWith({
    context: { namespaces: { shop: { ttl: 10, sessions: { s1: { tier: 'gold' } } } } },
  });
  expect((await ask(account, '/shop/s1/properties/tier'))?.body).toBe('gold');
  account.advance(10_000);
  expect((await ask(account, '/shop/s1/properties/tier'))?.status).toBe(404);
});

test('presets give a built-in namespace a life as well', async () => {
  const account = accountWith({ context: { namespaces: { custom: { ttl: 5 } } } });
  await patch(account, '/custom/properties', { a: 1 });
  expect((await ask(account, '/custom/properties'))?.status).toBe(200);
  account.advance(5_000);
  expect((await ask(account, '/custom/properties'))?.status).toBe(404);
  expect((await ask(account, ''))?.body).toEqual([]);
});

test('without a key, with a wrong one and for another account the service is closed', async () => {
  const account = accountWith({ context: { apiKeys: ['right'] } });
  const status = async (headers: Record<string, string>) => (await ask(account, '', { headers }))?.status;
  expect(await status({})).toBe(403);
  expect(await status({ 'maven-api-key': 'wrong' })).toBe(403);
  expect(await status({ 'maven-api-key': 'right' })).toBe(200);
  const foreign = 'https://local.context.liveperson.net/v1/account/12345678';
  expect((await send(account, foreign, { headers: { 'maven-api-key': 'right' } }))?.status).toBe(403);
});

test.each([
  ['GET', '/none/s1/properties', undefined, 404],
  ['PATCH', '/none/s1/properties', { a: 1 }, 404],
  ['GET', '/none/session-ids', undefined, 404],
  ['GET', '/shop/s1/properties', undefined, 404],
  ['GET', '/shop/s1/properties/constructor', undefined, 404],
  ['PATCH', '/shop/s1/properties', [1], 400],
  ['PATCH', '/shop/s1/properties', '{', 400],
  ['POST', '', { names: 'shop' }, 400],
  ['POST', '?ttlSecond=0', { name: 'brief' }, 400],
  ['POST', '?ttlSecond=1.5', { name: 'brief' }, 400],
] as const)('%s %s with %p is refused with %d', async (method, path, body, status) => {
  const account = withNamespace();
  expect(await ask(account, path, { method, body })).toMatchObject({
    status,
    body: { message: expect.any(String) },
  });
  expect(account.changes).toEqual([]);
});

test.each(['z1.context.liveperson.net', 'va-a.context.liveperson.net', 'ctx.example'])(
  'the service answers at %s too',
  async (host) => {
    const account = accountWith({ services: { mavenContext: 'ctx.example' } });
    const reply = await send(account, `https://${host}/v1/account/${brand}`, { headers: keyed });
    expect(reply?.status).toBe(200);
  },
);

test('what is not imitated of it is left to mocks', async () => {
  expect(await ask(accountWith(), '/shop/s1/properties', { method: 'PUT' })).toBeUndefined();
  expect(await send(accountWith(), 'https://local.context.liveperson.net/v2/x')).toBeUndefined();
});
