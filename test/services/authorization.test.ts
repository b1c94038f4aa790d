import type { Account } from '../../emulator/services/account.ts';
import { accountWith, brand, send, tokenOf, tokenRequest, tokenUrl } from './account.ts';

const url = `https://local.msghist.liveperson.net/messaging_history/api/account/${brand}/conversations/conversation/search`;

async function statusFor(account: Account, authorization?: string): Promise<number | undefined> {
  const headers = authorization === undefined ? {} : { authorization };
  return (await send(account, url, { method: 'POST', headers, body: { conversationId: 'c' } }))?.status;
}

const fields = {
  oauth_consumer_key: 'local-default-consumer-key',
  oauth_token: 'local-default-token',
  oauth_signature_method: 'HMAC-SHA1',
  oauth_timestamp: '1700000000',
  oauth_nonce: 'abc',
  oauth_version: '1.0',
  oauth_signature: 'a%2Fb%3D',
};

function oauth1(over: Record<string, string> = {}): string {
  const pairs = Object.entries({ ...fields, ...over }).map(([name, value]) => `${name}="${value}"`);
  return `OAuth ${pairs.join(', ')}`;
}

test('a token of the account opens its services until it expires', async () => {
  const account = accountWith();
  const token = await tokenOf(account);
  expect(await statusFor(account, token)).toBe(200);
  // Tokens count whole seconds, and a busy machine's own time goes on.
  account.advance(3_500_000);
  expect(await statusFor(account, token)).toBe(200);
  account.advance(100_000);
  expect(await statusFor(account, token)).toBe(401);
  expect(await statusFor(account, await tokenOf(account))).toBe(200);
});

test('a token that a warm function keeps opens the account of its next call, and a forged one does not', async () => {
  const token = await tokenOf(accountWith());
  expect(await statusFor(accountWith(), token)).toBe(200);
  const [head = '', claims = '', signature] = token.split('.');
  const forged = Buffer.from(claims, 'base64url')
    .toString()
    .replace(/"exp":\d+/, '"exp":99999999999');
  const parts = [head, Buffer.from(forged).toString('base64url'), signature];
  expect(await statusFor(accountWith(), parts.join('.'))).toBe(401);
});

test.each([undefined, '', 'Bearer', 'Bearer made-up', 'Basic dTpw', 'OAuth', 'OAuth x'])(
  'the header %p opens nothing',
  async (header) => {
    expect(await statusFor(accountWith({}, { generation: 'v1' }), header)).toBe(401);
  },
);

test('an OAuth 1.0 header of the default app key opens the services of a v1 account', async () => {
  expect(await statusFor(accountWith({}, { generation: 'v1' }), oauth1())).toBe(200);
  expect(await statusFor(accountWith(), oauth1())).toBe(401);
});

test.each([
  { oauth_consumer_key: 'other' },
  { oauth_token: 'other' },
  { oauth_signature_method: 'PLAINTEXT' },
  { oauth_timestamp: 'now' },
  { oauth_nonce: '' },
  { oauth_signature: '' },
] as Record<string, string>[])('an OAuth 1.0 header with %p opens nothing', async (over) => {
  expect(await statusFor(accountWith({}, { generation: 'v1' }), oauth1(over))).toBe(401);
});

test('an app key that the project keeps as a secret opens the services too', async () => {
  const value = { consumerKey: 'own', consumerSecret: 's', token: 't', tokenSecret: 's' };
  const account = accountWith({}, { secrets: [{ key: 'appKey', value: JSON.stringify(value) }] });
  expect(await statusFor(account, oauth1({ oauth_consumer_key: 'own', oauth_token: 't' }))).toBe(200);
});

test('a client whose secret was updated gets no token for the old one', async () => {
  const key = 'LIVEPERSON_DEFAULT_APP_KEY';
  const account = accountWith();
  const value = { client_id: 'local-client-id', client_secret: 'new' };
  await account.secret({ operation: 'update', key, value, system: true }, () => 0);
  expect((await send(account, tokenUrl(), tokenRequest()))?.status).toBe(401);
  expect((await send(account, tokenUrl(), tokenRequest({ client_secret: 'new' })))?.status).toBe(200);
});
