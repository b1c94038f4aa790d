import { memoryStore } from '../../../emulator/endpoint/service/memory-store.ts';
import { ask, draft, sentinel, served, textEvent } from './served.ts';

const hour = 3_600_000;
const path = (index: number) => `${draft}/conversations/c${index}`;

test('1,000 conversations that are opened and never closed are gone a day later', async () => {
  let now = 0;
  const store = memoryStore({ ttl: 24 * hour, most: 10_000, now: () => now });
  for (let index = 0; index < 1_000; index += 1) await store.create(`draft/${index}`, {});
  expect(store.size()).toBe(1_000);
  now = 24 * hour;
  expect(await store.read('draft/7')).toBeUndefined();
  expect(store.size()).toBe(0);
});

test('a conversation that goes on stays', async () => {
  let now = 0;
  const store = memoryStore({ ttl: 24 * hour, most: 10, now: () => now });
  await store.create('active', { context: { type: 'MESSAGING' } });
  await store.create('idle', {});
  for (let day = 0; day < 5; day += 1) {
    now += 23 * hour;
    expect(await store.read('active')).toEqual({ context: { type: 'MESSAGING' } });
  }
  expect(store.size()).toBe(1);
});

test('where there are too many the one that was idle longest makes room', async () => {
  const store = memoryStore({ ttl: hour, most: 3, now: () => 0 });
  for (const key of ['a', 'b', 'c']) await store.create(key, {});
  await store.read('a');
  await store.create('d', {});
  expect(
    await Promise.all(['a', 'b', 'c', 'd'].map(async (key) => (await store.read(key)) !== undefined)),
  ).toEqual([true, false, true, true]);
});

test('1,000 conversations opened over HTTP and never closed expire, and the service goes on', async () => {
  const issuer = await sentinel();
  const token = await issuer.token();
  let now = 0;
  const store = memoryStore({ ttl: hour, most: 10_000, now: () => now });
  const service = await served({ SENTINEL_URL: issuer.url }, undefined, { store });
  for (let batch = 0; batch < 10; batch += 1) {
    const hundred = Array.from({ length: 100 }, (_, index) => batch * 100 + index);
    await Promise.all(hundred.map((index) => ask(service, 'PUT', path(index), { token, body: {} })));
  }
  expect(store.size()).toBe(1_000);
  now = hour;
  const event = { token, body: textEvent('hi') };
  expect(await ask(service, 'POST', `${path(3)}/events`, event)).toMatchObject({ status: 404 });
  expect(store.size()).toBe(0);
  await ask(service, 'PUT', path(3), { token, body: {} });
  expect(await ask(service, 'POST', `${path(3)}/events`, event)).toMatchObject({ status: 200 });
});
