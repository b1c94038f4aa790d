import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { SentinelLog } from '../../emulator/endpoint/sentinel-app.ts';
import {
  type SentinelServer,
  type SentinelServerOptions,
  startSentinel,
} from '../../emulator/endpoint/sentinel-server.ts';
import { Clock } from '../../emulator/services/clock.ts';
import { tokenFaults } from '../../emulator/services/sentinel/token-faults.ts';
import { ownPort } from '../own-port.ts';

const scope = 'thirdpartybots.customendpoint.bot';
const client = { id: 'bot', secret: 'shh', scope };
const accountId = '12345678';

const started: SentinelServer[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

async function start(options: Partial<SentinelServerOptions> = {}): Promise<SentinelServer> {
  const server = await startSentinel({ port: 0, accountId, clients: [client], ...options });
  started.push(server);
  return server;
}

interface Answer {
  status: number;
  body: Record<string, string>;
}

async function ask(url: string, fields: Record<string, string> = {}): Promise<Answer> {
  const form = { client_id: 'bot', client_secret: 'shh', grant_type: 'client_credentials', ...fields };
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

async function tokenFrom(server: SentinelServer): Promise<string> {
  const { body } = await ask(server.tokenUrl('v2'));
  return body['access_token'] ?? '';
}

/** A service that looks at everything; a fresh one knows only what is published now. */
function verifierOf(server: SentinelServer, currentDate = new Date()) {
  const keys = createRemoteJWKSet(new URL(server.jwksUrl));
  return async (token: string): Promise<JWTPayload> => {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: 'Sentinel',
      audience: accountId,
      typ: 'JWT',
      requiredClaims: ['azp', 'scope', 'exp', 'iat'],
      maxTokenAge: 3_600,
      clockTolerance: 60,
      currentDate,
    });
    if (payload['scope'] !== scope) throw new errors.JWTClaimValidationFailed('scope', payload, 'scope');
    return payload;
  };
}

/** Why a token is refused, with the claim that is to blame. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof errors.JWTClaimValidationFailed) return `${error.code} ${error.claim}`;
      return error instanceof errors.JOSEError ? error.code : String(error);
    },
  );
}

test.each(['v1', 'v2'] as const)('a token of %s has the documented header and claims', async (version) => {
  const server = await start();
  const { status, body } = await ask(server.tokenUrl(version));
  const token = body['access_token'] ?? '';
  expect([status, body['token_type'], body['expires_in']]).toEqual([200, 'Bearer', '3600']);
  const { kid = '', ...header } = decodeProtectedHeader(token);
  expect(header).toEqual({ typ: 'JWT', alg: 'RS256' });
  expect(kid).toMatch(/^appjwt-[\da-f]{12}$/);
  const { iat = 0, exp = 0, ...claims } = await verifierOf(server)(token);
  expect(claims).toEqual({ aud: accountId, azp: 'bot', scope, iss: 'Sentinel' });
  expect(exp - iat).toBe(3_600);
});

test('the addresses are those of LivePerson’s Sentinel', async () => {
  const server = await start({ accountId: 'le 1' });
  const paths = [server.tokenUrl('v1'), server.tokenUrl('v2'), server.jwksUrl].map((url) =>
    url.slice(server.url.length),
  );
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(paths).toEqual([
    '/sentinel/api/account/le%201/app/token?v=1.0',
    '/sentinel/api/v2/account/le%201/app/token',
    '/sentinel/well-known/jwks',
  ]);
  expect(await ask(server.tokenUrl('v2'))).toMatchObject({ status: 200 });
});

test('the keys are public ones, and nothing of the private half is told', async () => {
  const server = await start();
  const { keys } = (await (await fetch(server.jwksUrl)).json()) as { keys: Record<string, string>[] };
  expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  expect(keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig', e: 'AQAB' });
});

test('clients have scopes and times of their own', async () => {
  const server = await start({
    clients: [client, { id: 'brief', secret: 's', scope: 'other', expiresIn: 60 }],
  });
  const { body } = await ask(server.tokenUrl('v2'), { client_id: 'brief', client_secret: 's' });
  const [, claims = ''] = (body['access_token'] ?? '').split('.');
  const { azp, scope: own, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  expect([azp, own, exp - iat, body['expires_in']]).toEqual(['brief', 'other', 60, '60']);
});

test.each([
  [{ client_secret: 'wrong' }, 401, 'invalid_client'],
  [{ client_id: 'wrong' }, 401, 'invalid_client'],
  [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
] as [Record<string, string>, number, string][])('%p is refused with %d', async (fields, status, error) => {
  const server = await start();
  expect(await ask(server.tokenUrl('v2'), fields)).toMatchObject({ status, body: { error } });
});

test('another account, another path, another method and a form without end are refused', async () => {
  const server = await start();
  const own = server.tokenUrl('v2');
  expect(await ask(own.replace(accountId, '87654321'))).toMatchObject({ status: 401 });
  expect((await fetch(own)).status).toBe(404);
  expect((await fetch(server.url)).status).toBe(404);
  expect((await fetch(`${server.url}/%E0%A4%A`)).status).toBe(404);
  expect((await fetch(own, { method: 'POST' })).status).toBe(400);
  expect((await fetch(own, { method: 'POST', body: 'x'.repeat(20_000) })).status).toBe(413);
});

test('after a rotation new tokens have a new key, and old ones hold for as long as they would have', async () => {
  const clock = new Clock();
  const server = await start({ clock });
  const before = await tokenFrom(server);
  await server.rotate();
  const after = await tokenFrom(server);
  expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
  const verify = verifierOf(server);
  expect([await codeOf(verify(before)), await codeOf(verify(after))]).toEqual(['accepted', 'accepted']);
  clock.advance(3_601_000);
  const now = new Date(clock.now());
  const late = verifierOf(server, now);
  expect(await codeOf(late(before))).toBe('ERR_JWKS_NO_MATCHING_KEY');
  expect(await codeOf(late(await tokenFrom(server)))).toBe('accepted');
});

test('a verifier that knew the old key alone fetches the new one by itself', async () => {
  const server = await start();
  const keys = createRemoteJWKSet(new URL(server.jwksUrl), { cooldownDuration: 0 });
  await jwtVerify(await tokenFrom(server), keys);
  await server.rotate();
  await expect(jwtVerify(await tokenFrom(server), keys)).resolves.toBeDefined();
});

test('a key that is retired at once takes its tokens with it', async () => {
  const server = await start();
  const before = await tokenFrom(server);
  await server.rotate({ retire: true });
  const verify = verifierOf(server);
  expect(await codeOf(verify(before))).toBe('ERR_JWKS_NO_MATCHING_KEY');
  expect(await codeOf(verify(await tokenFrom(server)))).toBe('accepted');
});

test('each faulty token is refused, for its own reason', async () => {
  const server = await start();
  const verify = verifierOf(server);
  const reasons = await Promise.all(
    tokenFaults.map(async (fault) => [fault, await codeOf(verify(await server.token(fault)))]),
  );
  expect(Object.fromEntries(reasons)).toMatchInlineSnapshot(`
    {
      "alg-hs256": "ERR_JOSE_ALG_NOT_ALLOWED",
      "alg-none": "ERR_JOSE_ALG_NOT_ALLOWED",
      "expired": "ERR_JWT_EXPIRED",
      "no-scope": "ERR_JWT_CLAIM_VALIDATION_FAILED scope",
      "not-yet-valid": "ERR_JWT_CLAIM_VALIDATION_FAILED nbf",
      "unknown-key": "ERR_JWKS_NO_MATCHING_KEY",
      "wrong-account": "ERR_JWT_CLAIM_VALIDATION_FAILED aud",
      "wrong-issuer": "ERR_JWT_CLAIM_VALIDATION_FAILED iss",
      "wrong-scope": "ERR_JWT_CLAIM_VALIDATION_FAILED scope",
      "wrong-signature": "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
    }
  `);
  expect(await codeOf(verify(await server.token()))).toBe('accepted');
});

test('what is to go wrong next goes wrong over HTTP, in order and once', async () => {
  const server = await start();
  const url = server.tokenUrl('v2');
  server.next('expired');
  server.next('unavailable', 2);
  server.next('not-json');
  // Wrong credentials get no token, and so use none up.
  expect((await ask(url, { client_secret: 'wrong' })).status).toBe(401);
  expect(await codeOf(verifierOf(server)(await tokenFrom(server)))).toBe('ERR_JWT_EXPIRED');
  expect((await fetch(url, { method: 'POST' })).status).toBe(503);
  expect((await fetch(server.jwksUrl)).status).toBe(200);
  expect((await fetch(url, { method: 'POST' })).status).toBe(503);
  const page = await fetch(url, { method: 'POST' });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html']);
  expect(await codeOf(verifierOf(server)(await tokenFrom(server)))).toBe('accepted');
});

test('the log tells every request, and nobody’s secret, token or query', async () => {
  const entries: SentinelLog[] = [];
  const server = await start({ log: (entry) => entries.push(entry) });
  await ask(`${server.tokenUrl('v1')}&client_secret=shh`);
  await ask(server.tokenUrl('v2'), { client_secret: 'wrong' });
  await fetch(server.jwksUrl);
  expect(entries.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
    'POST /sentinel/api/account/12345678/app/token 200',
    'POST /sentinel/api/v2/account/12345678/app/token 401',
    'GET /sentinel/well-known/jwks 200',
  ]);
  expect(entries.map((entry) => Object.keys(entry).toSorted())).toEqual(
    entries.map(() => ['duration', 'method', 'path', 'status']),
  );
});

test('a port that is taken is the system’s error, and a closed Sentinel lets its port go', async () => {
  const port = await ownPort();
  const server = await start({ port });
  await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await server.close();
  await expect(start({ port })).resolves.toMatchObject({ url: server.url });
});
