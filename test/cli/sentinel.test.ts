import { createServer } from 'node:net';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { orderIn } from '../../emulator/cli/sentinel/orders.ts';
import { readOptions, type SentinelOptions } from '../../emulator/cli/sentinel/options.ts';
import { sentinelFaults } from '../../emulator/endpoint/sentinel-faults.ts';
import { temporaryFolder } from '../temporary.ts';
import { command } from './command.ts';
import { goOn } from './going-on.ts';

const entry = join(__dirname, '../../build/lpf-emulator.js');

async function tokenFrom(url: string): Promise<Response> {
  const body = new URLSearchParams({
    client_id: 'my-bot',
    client_secret: 'its:secret',
    grant_type: 'client_credentials',
  });
  return fetch(`${url}/sentinel/api/v2/account/le123/app/token`, { method: 'POST', body });
}

test('it tells where it is, gives out tokens, obeys orders, and ends at Ctrl-C', async () => {
  const flags = ['--port', '0', '--account', 'le123', '--client', 'my-bot:its:secret', '--scope', 'my.scope'];
  const running = goOn(temporaryFolder(), [entry, 'sentinel', ...flags], { stdin: true });
  const started = await running.until('Ctrl-C ends it\n');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(started) ?? [];
  expect(started.replaceAll(url, '<url>')).toMatchInlineSnapshot(`
    "Sentinel of account le123 at <url>

      token, V1  POST <url>/sentinel/api/account/le123/app/token?v=1.0
      token, V2  POST <url>/sentinel/api/v2/account/le123/app/token
      keys       GET  <url>/sentinel/well-known/jwks
      client     my-bot
      scope      my.scope

    Environment of a service that lpf-emulator made; any other one needs the same facts:

    ACCOUNT_ID=le123
    SENTINEL_URL=<url>
    SCOPE=my.scope

    rotate, retire, next <fault> or key and Enter, see --help; Ctrl-C ends it
    "
  `);

  const verify = async () => {
    const { access_token: token } = (await (await tokenFrom(url)).json()) as { access_token: string };
    const { payload, protectedHeader } = await jwtVerify(
      token,
      createRemoteJWKSet(new URL(`${url}/sentinel/well-known/jwks`)),
      { issuer: 'Sentinel', audience: 'le123' },
    );
    return { kid: protectedHeader.kid, scope: payload['scope'] };
  };
  const first = await verify();
  expect(first.scope).toBe('my.scope');
  expect(await running.until(/jwks 200 .*\n/)).toMatchInlineSnapshot(`
    "POST /sentinel/api/v2/account/le123/app/token 200 <time>
    GET /sentinel/well-known/jwks 200 <time>
    "
  `);

  running.stdin.write('rotate\n');
  expect(await running.until('hold\n')).toMatchInlineSnapshot(`
    "a new key signs; the one before stays published while its tokens hold
    "
  `);
  const second = await verify();
  expect(second.kid).not.toBe(first.kid);
  await running.until(/jwks 200 .*\n/);

  process.kill(running.pid, 'SIGUSR2');
  await running.until('hold\n');
  expect((await verify()).kid).not.toBe(second.kid);
  await running.until(/jwks 200 .*\n/);

  running.stdin.write('next unavailable\n\nmake tea\n');
  expect(await running.until('all\n')).toMatchInlineSnapshot(`
    "next: unavailable
    there is no order "make tea"; --help has them all
    "
  `);
  expect((await tokenFrom(url)).status).toBe(503);
  await running.until(/503 .*\n/);

  running.stdin.end('key\n');
  expect(await running.until('END PUBLIC KEY-----\n')).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  process.kill(running.pid, 'SIGINT');
  expect(await running.ended()).toBe(0);
});

test('a flag that cannot be used is a complaint', () => {
  expect(command('lpf-emulator', temporaryFolder(), ['sentinel', '--client', 'secret-alone']))
    .toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error[bad-usage] --client takes an id and a secret
      → part them by a colon: --client my-bot:its-secret
    ",
      "stdout": "",
    }
  `);
});

const flags: SentinelOptions = { port: '0', account: '00000000', client: [], scope: 'any' };
const complaintOf = (own: Partial<SentinelOptions>): Promise<unknown> =>
  readOptions({ ...flags, ...own }).catch((error: unknown) => error);

test.each([
  { port: 'x' },
  { port: '' },
  { port: '70000' },
  { account: '' },
  { account: 'a/b' },
  { client: ['a'] },
  { client: ['a:b', ':b'] },
  { client: ['a:'] },
] as Partial<SentinelOptions>[])('%j cannot be used', async (own) => {
  expect(await complaintOf(own)).toMatchObject({ finding: { code: 'bad-usage' } });
});

test('a port that is taken is named, with the next one', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  expect(await complaintOf({ port: String(port) })).toMatchObject({
    message: `--port: 127.0.0.1:${port} is taken by another program`,
    finding: { hint: expect.stringContaining(`--port ${port + 1}`) as string },
  });
  server.close();
});

test('clients have the scope that was given; where none is given, the emulator’s own may come', async () => {
  const { clients } = await readOptions({ ...flags, client: ['a:b:c', 'd:e'] });
  expect(clients).toEqual([
    { id: 'a', secret: 'b:c', scope: 'any' },
    { id: 'd', secret: 'e', scope: 'any' },
  ]);
  expect((await readOptions(flags)).clients.map(({ id }) => id)).toEqual(['local-client-id']);
});

test('orders are read word by word, and every fault may be next', () => {
  expect(
    ['rotate', ' retire ', 'key', '', 'next', 'next  expired', 'next time', 'rotate now'].map(orderIn),
  ).toEqual([
    { kind: 'rotate', retire: false },
    { kind: 'rotate', retire: true },
    { kind: 'key' },
    { kind: 'nothing' },
    { kind: 'unknown', text: 'next' },
    { kind: 'next', fault: 'expired' },
    { kind: 'unknown', text: 'next time' },
    { kind: 'unknown', text: 'rotate now' },
  ]);
  expect(sentinelFaults.map((fault) => orderIn(`next ${fault}`))).toEqual(
    sentinelFaults.map((fault) => ({ kind: 'next', fault })),
  );
});
