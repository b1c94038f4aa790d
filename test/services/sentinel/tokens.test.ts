import { createPublicKey } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, importSPKI, jwtVerify } from 'jose';
import { Clock } from '../../../emulator/services/clock.ts';
import { tokenFaults } from '../../../emulator/services/sentinel/token-faults.ts';
import { Tokens } from '../../../emulator/services/sentinel/tokens.ts';
import { accountWith, brand, send, tokenOf, tokenRequest, tokenUrl } from '../account.ts';

const grant = { client: 'bot', scope: 'any', seconds: 60 };
const jwks = 'https://local.sentinel.liveperson.net/sentinel/well-known/jwks';

test('a token says whom it is for, and the account’s own key set verifies it', async () => {
  const client = { id: 'bot', secret: 'shh', scope: 'thirdpartybots.customendpoint.bot' };
  const account = accountWith({ clients: [client], clock: '2026-03-01T09:00:00Z' });
  const request = tokenRequest({ client_id: 'bot', client_secret: 'shh' });
  const { body } = (await send(account, tokenUrl(), request)) ?? {};
  const keys = (await send(account, jwks))?.body as Parameters<typeof createLocalJWKSet>[0];
  const { payload } = await jwtVerify(
    (body as { access_token: string }).access_token,
    createLocalJWKSet(keys),
    { currentDate: new Date('2026-03-01T09:30:00Z') },
  );
  const iat = Date.parse('2026-03-01T09:00:00Z') / 1_000;
  expect(payload).toEqual({
    aud: brand,
    azp: 'bot',
    scope: client.scope,
    iss: 'Sentinel',
    exp: iat + 3_600,
    iat,
  });
});

test('a client without a scope gets a token without one', async () => {
  const [, token = ''] = (await tokenOf(accountWith())).split(' ');
  expect(Object.keys(decodeJwt(token))).toEqual(['aud', 'azp', 'iss', 'exp', 'iat']);
});

test('only GET asks for the key set', async () => {
  expect(await send(accountWith(), jwks, { method: 'POST' })).toBeUndefined();
});

test('of the faulty tokens the account takes those whose scope alone is wrong: its services name none', async () => {
  const tokens = new Tokens(new Clock(), brand);
  const taken = await Promise.all(
    tokenFaults.map(async (fault) => [fault, await tokens.holds(await tokens.issue(grant, fault))] as const),
  );
  expect(taken.filter(([, holds]) => holds).map(([fault]) => fault)).toEqual(['wrong-scope', 'no-scope']);
});

test.each([
  '',
  '.',
  '..',
  'a.b.c',
  'bnVsbA.bnVsbA.bnVsbA',
  '"".{}.',
  `${Buffer.from('{}').toString('base64url')}.`.repeat(2),
])('%j is no token', async (text) => {
  expect(await new Tokens(new Clock(), brand).holds(text)).toBe(false);
});

test('a token with a part too many is none', async () => {
  const tokens = new Tokens(new Clock(), brand);
  expect(await tokens.holds(`${await tokens.issue(grant)}.more`)).toBe(false);
});

test('the token of an account opens no other one', async () => {
  const token = await new Tokens(new Clock(), '1').issue(grant);
  expect(await new Tokens(new Clock(), '2').holds(token)).toBe(false);
  expect(await new Tokens(new Clock(), '1').holds(token)).toBe(true);
});

test('tokens outlive a rotation and not a retirement', async () => {
  const tokens = new Tokens(new Clock(), brand);
  const first = await tokens.issue(grant);
  await tokens.rotate();
  const second = await tokens.issue(grant);
  expect([await tokens.holds(first), await tokens.holds(second)]).toEqual([true, true]);
  await tokens.rotate({ retire: true });
  expect([await tokens.holds(first), await tokens.holds(second)]).toEqual([false, false]);
  expect((await tokens.keySet()).keys).toHaveLength(1);
});

test('a key stays published for as long as the last of its tokens holds, by the account’s clock', async () => {
  const clock = new Clock('2026-03-01T09:00:00Z', () => 0);
  const tokens = new Tokens(clock, brand);
  await tokens.issue({ ...grant, seconds: 3_600 });
  await tokens.issue(grant);
  await tokens.rotate();
  await tokens.rotate();
  const count = async (): Promise<number> => (await tokens.keySet()).keys.length;
  // The key in between has signed nothing.
  expect(await count()).toBe(2);
  clock.advance(3_599_000);
  expect(await count()).toBe(2);
  clock.advance(1_000);
  expect(await count()).toBe(1);
});

test('the public key as PEM verifies what is signed now', async () => {
  const tokens = new Tokens(new Clock(), brand);
  const before = await tokens.publicKey();
  await tokens.rotate();
  const after = await tokens.publicKey();
  const token = await tokens.issue(grant);
  await expect(jwtVerify(token, await importSPKI(after, 'RS256'))).resolves.toBeDefined();
  await expect(jwtVerify(token, await importSPKI(before, 'RS256'))).rejects.toThrow('signature');
  expect(createPublicKey(after).asymmetricKeyDetails?.modulusLength).toBe(2_048);
});

test('accounts of one process begin with one key, however many ask at once', async () => {
  const all = Array.from({ length: 5 }, () => new Tokens(new Clock(), brand));
  const keySets = await Promise.all(all.map((tokens) => tokens.keySet()));
  expect(new Set(keySets.map(({ keys }) => keys[0]?.kid)).size).toBe(1);
});
