import type { AccountPresets } from '../../emulator/payload/account/account-presets.ts';
import type { Account } from '../../emulator/services/account.ts';
import { bytesOf, contentOf } from '../../emulator/services/exchange.ts';
import { accountWith, type Reply, send } from './account.ts';

const host = 'https://local.objectstorage.liveperson.net';
const path = '/v1/AUTH_images/container/photo%201.png';
const stored = { '/v1/AUTH_images/container/photo 1.png': { text: 'a photo' } };

function authenticate(account: Account, user = 'u', key = 'k'): Promise<Reply | undefined> {
  return send(account, `${host}/auth/v1.0`, { headers: { 'x-auth-user': user, 'x-auth-key': key } });
}

async function tokenHeaders(account: Account): Promise<Record<string, string>> {
  const reply = await authenticate(account);
  return { 'x-auth-token': reply?.headers['x-auth-token'] ?? '' };
}

const withFile = (files: AccountPresets['files'] = {}): Account =>
  accountWith({ files: { stored, ...files } });

test('a file is read, replaced and read again', async () => {
  const account = withFile();
  const headers = await tokenHeaders(account);
  expect(await send(account, host + path, { headers })).toMatchObject({ status: 200, body: 'a photo' });
  const replaced = { method: 'PUT', headers: { ...headers, 'content-type': 'image/png' }, body: 'black' };
  expect(await send(account, host + path, replaced)).toMatchObject({ status: 201 });
  const { body, headers: seen } = (await send(account, host + path, { headers })) ?? {};
  expect([body, seen?.['content-type']]).toEqual(['black', 'image/png']);
  expect(account.changes).toEqual([
    {
      service: 'swift',
      operation: 'replace file',
      target: path,
      value: { contentType: 'image/png', bytes: 5 },
      at: 7,
    },
  ]);
});

test('bytes come back as they were sent', async () => {
  const account = withFile();
  const headers = await tokenHeaders(account);
  const call = { now: () => 0, forward: async () => ({ failure: { code: '', message: '' } }) };
  const bytes = Uint8Array.from([0, 255, 137, 80]);
  await account.answer({ method: 'PUT', url: host + path, headers, body: contentOf(bytes) }, call);
  const answer = await account.answer({ method: 'GET', url: host + path, headers, body: null }, call);
  expect(answer && 'body' in answer && answer.body && [...bytesOf(answer.body)]).toEqual([0, 255, 137, 80]);
});

test('without a token, with one that expired and for an unknown file there is nothing', async () => {
  const account = withFile();
  expect(await send(account, host + path)).toMatchObject({ status: 401 });
  const headers = await tokenHeaders(account);
  expect(await send(account, `${host}/v1/none`, { headers })).toMatchObject({ status: 404 });
  account.advance(3_600_000);
  expect(await send(account, host + path, { headers })).toMatchObject({ status: 401 });
  expect(await send(account, host + path, { headers, method: 'PUT', body: '' })).toMatchObject({
    status: 401,
  });
  expect(account.changes).toEqual([]);
});

test.each([
  ['u', 'k', 200],
  ['u', 'wrong', 401],
  ['other', 'k', 401],
  ['', '', 401],
])('user %p with key %p gets %d where the presets name a user', async (user, key, status) => {
  expect(await authenticate(withFile({ user: 'u', key: 'k' }), user, key)).toMatchObject({ status });
});

test('deletion is left to mocks', async () => {
  expect(await send(withFile(), host + path, { method: 'DELETE' })).toBeUndefined();
});
