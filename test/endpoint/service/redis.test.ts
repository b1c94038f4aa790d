import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { createClient } from '@redis/client';
import type { SentinelServer } from '../../../emulator/endpoint/sentinel-server.ts';
import { redisStore } from '../../../emulator/endpoint/service/redis-store.ts';
import type { RunFunction } from '../../../emulator/endpoint/service/run-function.ts';
import { account, ask, atEnd, bot, type Came, draft, sentinel, served, textEvent } from './served.ts';
import { type RedisServer, startRedis, withRedis } from './redis-server.ts';

const silent = () => {};

/** Answers with the name that only the create told it. */
const byName: RunFunction = async ({ payload }) => {
  const { context } = payload as { context: { lpSdes: { unauthenticatedSdes: { name: string } } } };
  return { messages: [context.lpSdes.unauthenticatedSdes.name] };
};

const path = (id: string) => `${draft}/conversations/${id}`;
const answerOf = (id: string) => ({
  status: 200,
  body: { response: [{ type: 'TEXT', data: { message: id } }] },
});

/** Asks until it is: Redis is tried again at intervals of its own. */
async function isReady(service: { url: string }): Promise<void> {
  while ((await ask(service, 'GET', '/ready')).status !== 200);
}

/** Asks as the connector does: again where 503 says that Redis had no answer in time. */
async function insist(asking: () => Promise<Came>): Promise<Came> {
  for (;;) {
    const came = await asking();
    if (came.status !== 503) return came;
  }
}

/** Stands between: it can have the connections that are open drop everything, as a lost network does. */
async function silentProxy(url: string): Promise<{ url: string; fallSilent(): void }> {
  const open = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(Number(new URL(url).port), '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far).pipe(near);
    open.add([near, far]);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEnd(async () => {
    for (const pair of open) for (const socket of pair) socket.destroy();
    server.close();
  });
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fallSilent: () => {
      for (const [near, far] of open) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
  };
}

withRedis('conversations in Redis', () => {
  let redis: RedisServer;
  let issuer: SentinelServer;
  let token: string;

  beforeAll(async () => {
    redis = await startRedis();
    issuer = await sentinel();
    token = await issuer.token();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const serve = (more: Record<string, string> = {}) =>
    served({ SENTINEL_URL: issuer.url, REDIS_URL: redis.url, REDIS_TIMEOUT: '20s', ...more }, byName);
  /** One that does not wait long for a Redis that is not there, nor for one that is slow. */
  const hasty = () => serve({ REDIS_TIMEOUT: '100ms' });
  const create = (service: { url: string }, id: string) =>
    ask(service, 'PUT', path(id), { token, body: { sdes: { unauthenticatedSdes: { name: id } } } });
  const say = (service: { url: string }, id: string) =>
    ask(service, 'POST', `${path(id)}/events`, { token, body: textEvent('hi') });

  test('two instances serve the same conversations', async () => {
    const [one, other] = [await serve(), await serve()];
    expect(await create(one, 'shared')).toMatchObject({ status: 204 });
    expect(await say(other, 'shared')).toMatchObject(answerOf('shared'));
    expect(await say(one, 'shared')).toMatchObject(answerOf('shared'));
  });

  test('while Redis answers nobody 503 says so soon, and when it answers again nothing is lost', async () => {
    const service = await hasty();
    expect(await insist(() => create(service, 'patient'))).toMatchObject({ status: 204 });
    redis.pause();
    const away = await say(service, 'patient');
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '1']);
    expect(away.body).toMatchObject({ code: 'store-unavailable' });
    expect(await ask(service, 'GET', '/ready')).toMatchObject({
      status: 503,
      body: { checks: { store: false, keys: true } },
    });
    expect(await ask(service, 'GET', '/health')).toMatchObject({ status: 200 });
    redis.resume();
    expect(await insist(() => say(service, 'patient'))).toMatchObject(answerOf('patient'));
  });

  test('Redis is killed and comes back: 503 meanwhile, nothing is lost, and the log has a line for each', async () => {
    const service = await serve();
    for (let index = 0; index < 20; index += 1) await create(service, `kept${index}`);
    await redis.kill();
    expect(await create(service, 'new')).toMatchObject({ status: 503 });
    expect(await say(service, 'kept0')).toMatchObject({ status: 503 });
    await redis.start();
    await isReady(service);
    for (let index = 0; index < 20; index += 1) {
      expect(await say(service, `kept${index}`)).toMatchObject(answerOf(`kept${index}`));
    }
    expect(await say(service, 'new')).toMatchObject({ status: 404 });
    const changes = service.lines
      .map(({ message }) => message)
      .filter((text) => String(text).startsWith('Redis'));
    expect(changes).toEqual(['Redis is out of reach', 'Redis is back']);
  });

  test('a connection that stays open and answers nothing is given up for another', async () => {
    const proxy = await silentProxy(redis.url);
    // Time goes on by hand alone: so what Redis does answer is never too late.
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask'] });
    const [timeout, patience] = [20_000, 40_000];
    const store = await redisStore({
      url: proxy.url,
      prefix: 'dead:',
      ttl: 60_000,
      timeout,
      patience,
      log: silent,
    });
    await store.create('k', { context: { type: 'CHAT' } });
    proxy.fallSilent();
    for (let waited = 0; waited <= patience; waited += timeout) {
      const read = store.read('k');
      jest.advanceTimersByTime(timeout);
      await expect(read).rejects.toThrow('the store of conversations is out of reach');
    }
    while ((await store.reach().catch(String)) !== undefined) await setImmediate();
    expect(await store.read('k')).toEqual({ context: { type: 'CHAT' } });
    await store.close();
  });

  test('what is nested too deep to be kept is refused, and Redis is not blamed for it', async () => {
    const service = await serve();
    const body = `{"sdes":{"authenticatedSdes":{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`;
    const sent = { token, body, headers: { 'content-type': 'application/json' } };
    expect(await ask(service, 'PUT', path('deep'), sent)).toMatchObject({
      status: 400,
      body: { code: 'too-deep', message: 'the body must not be nested deeper than 1000 levels' },
    });
    const shallow = { ...sent, body: body.replaceAll(/([[\]])\1+/g, (all) => all.slice(0, 997)) };
    expect(await ask(service, 'PUT', path('deep'), shallow)).toMatchObject({ status: 204 });
    expect(service.lines.filter(({ message }) => message !== 'request')).toHaveLength(1);
  });

  test('a service that starts before Redis waits for it', async () => {
    await redis.kill();
    const service = await hasty();
    expect(await ask(service, 'GET', '/ready')).toMatchObject({ status: 503 });
    await redis.start();
    await isReady(service);
    await insist(() => create(service, 'late'));
    expect(await insist(() => say(service, 'late'))).toMatchObject(answerOf('late'));
  });

  test('a service stops while Redis is away', async () => {
    const service = await serve();
    await redis.kill();
    await service.stop();
    await redis.start();
    expect(service.lines.at(-1)).toMatchObject({ message: 'stopped' });
  });

  test('each conversation lives its time after its last use, under a key of account, bot, environment and id', async () => {
    const service = await serve({ CONVERSATION_TTL: '1h' });
    const client = await createClient({ url: redis.url }).connect();
    atEnd(async () => client.close());
    const key = `lpf-endpoint:${account}:${bot}:draft/a b*{c}`;
    await create(service, 'a%20b*%7Bc%7D');
    expect(await client.pTTL(key)).toBeGreaterThan(3_500_000);
    await client.pExpire(key, 60_000);
    await say(service, 'a%20b*%7Bc%7D');
    expect(await client.pTTL(key)).toBeGreaterThan(3_500_000);
    await client.set(key, 'not json');
    expect(await say(service, 'a%20b*%7Bc%7D')).toMatchObject({ status: 404 });
    await client.set(key, '{"sdes":7}');
    expect(await say(service, 'a%20b*%7Bc%7D')).toMatchObject({ status: 404 });
  });

  test('what is deleted or was never there is not there', async () => {
    const store = await redisStore({
      url: redis.url,
      prefix: 'own:',
      ttl: 60_000,
      timeout: 20_000,
      log: silent,
    });
    await store.create('k', { context: { type: 'CHAT' } });
    expect(await store.read('k')).toEqual({ context: { type: 'CHAT' } });
    await store.delete('k');
    expect(await store.read('k')).toBeUndefined();
    await store.close();
  });
});
