import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { SentinelServer } from '../../../emulator/endpoint/sentinel-server.ts';
import type { Service } from '../../../emulator/endpoint/service/start.ts';
import { ask, draft, sentinel, served, type Lines } from './served.ts';

let issuer: SentinelServer;
let service: Service & { lines: Lines };

beforeAll(async () => {
  issuer = await sentinel();
  service = await served({ SENTINEL_URL: issuer.url }, undefined, { keyTimes: { cooldown: 0 } });
});

const state = (token?: string, headers?: Record<string, string>) =>
  ask(service, 'GET', `${draft}/state`, {
    ...(token !== undefined && { token }),
    ...(headers && { headers }),
  });

test('a good token is served, the second time without a look at its signature', async () => {
  const token = await issuer.token();
  expect(await state(token)).toMatchObject({ status: 200, body: { state: 'online', version: '1.0.0' } });
  expect(await state(token)).toMatchObject({ status: 200 });
});

test('no token is refused with 401, and how to send one', async () => {
  const { status, headers, body } = await state();
  expect({ status, challenge: headers.get('www-authenticate'), body }).toEqual({
    status: 401,
    challenge: 'Bearer',
    body: {
      code: 'no-token',
      message: 'send the token of Sentinel as "Authorization: Bearer <token>"',
      requestId: expect.any(String),
    },
  });
});

test.each([
  ['Bearer', 'no-token'],
  ['Basic YTpi', 'no-token'],
  ['Bearer a b', 'no-token'],
  ['Bearer abc', 'bad-token'],
  ['Bearer a.b.c', 'bad-token'],
])('"%s" is refused', async (authorization, code) => {
  expect(await state(undefined, { authorization })).toMatchObject({ status: 401, body: { code } });
});

test.each([
  ['expired', 'expired-token'],
  ['not-yet-valid', 'token-not-yet-valid'],
  ['wrong-issuer', 'wrong-issuer'],
  ['wrong-scope', 'wrong-scope'],
  ['no-scope', 'wrong-scope'],
  ['wrong-account', 'wrong-account'],
  ['unknown-key', 'unknown-key'],
  ['wrong-signature', 'bad-token'],
  ['alg-none', 'bad-token'],
  ['alg-hs256', 'bad-token'],
] as const)(
  'a token with the fault %s is refused as %s, and the next good one served',
  async (fault, code) => {
    expect(await state(await issuer.token(fault))).toMatchObject({ status: 401, body: { code } });
    expect(await state(await issuer.token())).toMatchObject({ status: 200 });
  },
);

test('no line of the log holds a token', async () => {
  const token = await issuer.token('wrong-account');
  await state(token);
  expect(JSON.stringify(service.lines)).not.toContain(token.slice(-40));
});

test('a good token goes its time, and no longer than its expiry and the tolerance', async () => {
  const token = await issuer.token();
  // Tokens know whole seconds alone.
  let now = (decodeJwt(token).iat ?? 0) * 1_000;
  const own = await served({ SENTINEL_URL: issuer.url }, undefined, { now: () => now });
  const status = async () => (await ask(own, 'GET', `${draft}/state`, { token })).status;
  const seen = [await status()];
  for (const later of [3_600_000, 29_000, 2_000]) {
    now += later;
    seen.push(await status());
  }
  expect(seen).toEqual([200, 200, 200, 401]);
});

test('a new key of Sentinel is fetched when its first token comes, and one out of use goes', async () => {
  const own = await sentinel();
  const rotating = await served({ SENTINEL_URL: own.url }, undefined, { keyTimes: { cooldown: 0 } });
  const statusOf = async (token: string) => (await ask(rotating, 'GET', `${draft}/state`, { token })).status;
  const [used, unused] = [await own.token(), await own.token('not-yet-valid')];
  const seen = [await statusOf(used)];
  await own.rotate({ retire: true });
  seen.push(await statusOf(await own.token()), await statusOf(unused));
  expect(seen).toEqual([200, 200, 401]);
  expect(rotating.lines.at(-1)).toMatchObject({ status: 401, code: 'unknown-key' });
});

test('a key that comes up right after a look at the keys is no reason to refuse its token for good', async () => {
  const own = await sentinel();
  const rotating = await served({ SENTINEL_URL: own.url }, undefined, { keyTimes: { cooldown: 600_000 } });
  const asked = async (token: string) => ask(rotating, 'GET', `${draft}/state`, { token });
  await ask(rotating, 'GET', '/ready');
  await own.rotate({ retire: true });
  const { status, headers, body } = await asked(await own.token());
  expect({ status, body, retryAfter: headers.get('retry-after') }).toMatchObject({
    status: 503,
    retryAfter: '600',
    body: {
      code: 'keys-unavailable',
      message:
        'the token cannot be checked now: its key may be new, and keys are looked at again in a moment',
    },
  });
});

test('strangers cannot have Sentinel asked all the time: unknown keys are looked for once in a while', async () => {
  const asked: string[] = [];
  const own = await sentinel((path) => asked.push(path));
  const guarded = await served({ SENTINEL_URL: own.url }, undefined, { keyTimes: { cooldown: 600_000 } });
  await ask(guarded, 'GET', '/ready');
  for (let index = 0; index < 5; index += 1) {
    const token = await own.token('unknown-key');
    expect(await ask(guarded, 'GET', `${draft}/state`, { token })).toMatchObject({ status: 503 });
  }
  expect(asked.filter((path) => path.endsWith('/jwks'))).toHaveLength(1);
});

test('the former scope goes where that is switched on, and a token may have several', async () => {
  const former = await served({ SENTINEL_URL: issuer.url, SCOPE: 'other', ALLOW_DEPRECATED_SCOPE: 'true' });
  const token = await issuer.token();
  expect(await ask(former, 'GET', `${draft}/state`, { token })).toMatchObject({
    status: 401,
    body: { message: 'the token needs the scope other or ihub.tpb.customendpoint' },
  });
  const several = await served({
    SENTINEL_URL: issuer.url,
    SCOPE: 'other thirdpartybots.customendpoint.bot',
  });
  expect(await ask(several, 'GET', `${draft}/state`, { token })).toMatchObject({ status: 200 });
});

test('while Sentinel is down 503 says so, and when it is back tokens are served', async () => {
  const first = await sentinel();
  const token = await first.token();
  await first.close();
  const waiting = await served({ SENTINEL_URL: first.url }, undefined, { keyTimes: { pause: 0 } });
  const down = await ask(waiting, 'GET', `${draft}/state`, { token });
  expect({ ...down, headers: down.headers.get('retry-after') }).toMatchObject({
    status: 503,
    headers: '1',
    body: { code: 'keys-unavailable' },
  });
  expect(waiting.lines).toContainEqual(
    expect.objectContaining({ level: 'error', message: 'keys of Sentinel cannot be fetched' }),
  );
  await sentinel(undefined, Number(new URL(first.url).port));
  expect(await ask(waiting, 'GET', `${draft}/state`, { token })).toMatchObject({ status: 200 });
});

test('known keys stay good while Sentinel is away', async () => {
  const own = await sentinel();
  const lasting = await served({ SENTINEL_URL: own.url }, undefined, { keyTimes: { maxAge: 0 } });
  const tokens = [await own.token(), await own.token('not-yet-valid'), await own.token()];
  expect(await ask(lasting, 'GET', `${draft}/state`, { token: tokens[0] ?? '' })).toMatchObject({
    status: 200,
  });
  await own.close();
  expect(await ask(lasting, 'GET', `${draft}/state`, { token: tokens[1] ?? '' })).toMatchObject({
    status: 401,
    body: { code: 'token-not-yet-valid' },
  });
});

test('a fixed public key does without Sentinel', async () => {
  const jwks = (await (await fetch(issuer.jwksUrl)).json()) as { keys: JsonWebKey[] };
  const pem = createPublicKey({ key: jwks.keys[0] ?? {}, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  });
  const fixed = await served({ SENTINEL_PUBLIC_KEY: String(pem).replaceAll('\n', String.raw`\n`) });
  expect(await ask(fixed, 'GET', `${draft}/state`, { token: await issuer.token() })).toMatchObject({
    status: 200,
  });
  const token = await issuer.token('wrong-signature');
  expect(await ask(fixed, 'GET', `${draft}/state`, { token })).toMatchObject({ status: 401 });
});
