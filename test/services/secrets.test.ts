import type { AccountPresets } from '../../emulator/payload/account/account-presets.ts';
import type { Generation } from '../../emulator/platform/generations.ts';
import type { Account, SecretAsk, SecretReply } from '../../emulator/services/account.ts';
import { accountWith } from './account.ts';

const stored = [
  { key: 'api', value: 'text' },
  { key: 'object', value: { id: 1 } },
];

function projectWith(
  presets: AccountPresets = {},
  generation: Generation = 'v2',
  secrets = stored as { key: string; value: unknown }[],
): Account {
  return accountWith(presets, { generation, secrets });
}

function read(account: Account, key: string, more: Partial<SecretAsk> = {}): Promise<SecretReply> {
  return account.secret({ operation: 'read', key, ...more }, () => 3);
}

function update(account: Account, key: string, value: unknown): Promise<SecretReply> {
  return account.secret({ operation: 'update', key, value }, () => 3);
}

test('a secret is read as settings.json has it', async () => {
  expect(await read(projectWith(), 'api')).toEqual({ value: 'text' });
  expect(await read(projectWith(), 'object')).toEqual({ value: { id: 1 } });
  expect(await read(projectWith(), 'none')).toEqual({ failure: 'not-found', absent: true });
});

test('an update is kept for the life of the account, and noted without its value', async () => {
  const account = projectWith();
  expect(await update(account, 'api', 'new')).toEqual({ value: 'new' });
  expect(await read(account, 'api')).toEqual({ value: 'new' });
  expect(account.changes).toEqual([{ service: 'secrets', operation: 'update', target: 'api', at: 3 }]);
  expect([...account.updatedSecrets]).toEqual([['api', 'new']]);
  expect(await read(projectWith(), 'api')).toEqual({ value: 'text' });
});

test('nothing new can be stored: secrets are created in the platform’s own pages', async () => {
  const account = projectWith();
  expect(await update(account, 'none', 'x')).toEqual({ failure: 'not-found', absent: true });
  expect([...account.changes, ...account.updatedSecrets]).toEqual([]);
});

test('the v2 app key is there, but not for functions; the v1 one is for both', async () => {
  const key = 'LIVEPERSON_DEFAULT_APP_KEY';
  expect(await read(projectWith(), key)).toEqual({ failure: 'forbidden' });
  expect(await update(projectWith(), key, {})).toEqual({ failure: 'forbidden' });
  expect(await read(projectWith(), key, { system: true })).toMatchObject({
    value: { client_id: expect.any(String) },
  });
  const v1 = projectWith({}, 'v1');
  expect(await read(v1, 'lp-faas-default-app-key')).toMatchObject({
    value: { consumerKey: expect.any(String) },
  });
  expect(await read(v1, key, { system: true })).toEqual({ failure: 'not-found' });
});

test('settings.json can replace the app key', async () => {
  const account = projectWith({}, 'v1', [{ key: 'lp-faas-default-app-key', value: 'own' }]);
  expect(await read(account, 'lp-faas-default-app-key')).toEqual({ value: 'own' });
});

test.each([
  ['v1', 10_000],
  ['v2', 16_384],
] as const)('on %s a value has up to %d characters, an object as its JSON', async (generation, limit) => {
  const account = projectWith({}, generation);
  expect(await update(account, 'api', 'x'.repeat(limit))).toHaveProperty('value');
  expect(await update(account, 'api', 'x'.repeat(limit + 1))).toEqual({ failure: 'invalid-format' });
  expect(await update(account, 'api', { long: 'x'.repeat(limit - 10) })).toEqual({
    failure: 'invalid-format',
  });
  expect(account.changes).toHaveLength(1);
});

test('what the platform could not hold cannot be read either', async () => {
  const long = [{ key: 'long', value: 'x'.repeat(10_001) }];
  expect(await read(projectWith({}, 'v1', long), 'long')).toEqual({ failure: 'invalid-format' });
  expect(await read(projectWith({}, 'v2', long), 'long')).toHaveProperty('value');
  const odd = [
    { key: 'a b', value: 'x' },
    { key: 'k'.repeat(101), value: 'x' },
  ];
  for (const { key } of odd) {
    expect(await read(projectWith({}, 'v2', odd), key)).toEqual({ failure: 'invalid-format' });
  }
});

test('presets let the storage fail, for all secrets or for one', async () => {
  const failing = projectWith({
    secrets: { fault: 'op-failed', keys: { object: { fault: 'op-timed-out' } } },
  });
  expect(await read(failing, 'api')).toEqual({ failure: 'op-failed' });
  expect(await update(failing, 'object', 1)).toEqual({ failure: 'op-timed-out' });
  const one = projectWith({ secrets: { delay: 1, keys: { object: { fault: 'auth-failed' } } } });
  expect(await read(one, 'api')).toEqual({ value: 'text' });
  expect(await read(one, 'object')).toEqual({ failure: 'auth-failed' });
});
