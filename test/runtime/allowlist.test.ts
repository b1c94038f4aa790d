import type { Mock } from '../../emulator/payload/mock/mock.ts';
import { accountServices, csdsHosts, serviceHost } from '../../emulator/platform/account-services.ts';
import { caller } from './clients.ts';
import { engines, make } from './made.ts';

/** What is not on the allowlist; the project of each test has this function and a list of its own. */
async function withAllowlist(whitelist: string[], options: Parameters<typeof make>[1] = {}) {
  return make(
    { 'made/index.js': caller, 'settings.json': JSON.stringify({ whitelist }) },
    { instances: 1, ...options },
  );
}

const anything: Mock[] = [{ url: '*', body: 'let through' }];

test.each(engines)(
  'a host that the allowlist lacks is refused on %s as the platform refuses it',
  async (engine) => {
    const made = await withAllowlist(['allowed.example.com'], { engine });
    const asked = ['fetch', 'https.get', 'http.request', 'HTTPClient'].map((client) => ({
      client,
      url: `${client.startsWith('http.') ? 'http' : 'https'}://other.example.com/a`,
    }));
    const { result, calls, verdict } = await made.call({ payload: asked, mocks: anything });
    expect(result).toEqual([
      { message: 'fetch failed', cause: 'other side closed' },
      { message: 'socket hang up' },
      { message: 'socket hang up' },
      {
        status: 403,
        type: 'text/plain',
        body: 'You do not have access to the page or resource you are trying to reach\n',
      },
    ]);
    expect(calls.map(({ source, status, error }) => [source, status, error])).toEqual([
      ['refused', null, 'socket hang up'],
      ['refused', null, 'socket hang up'],
      ['refused', null, 'socket hang up'],
      ['refused', 403, undefined],
    ]);
    expect(verdict.pass).toBe(false);
    expect(verdict.findings.slice(0, 1)).toEqual([
      {
        code: 'not-allowlisted',
        severity: 'error',
        message: 'GET https://other.example.com/a was refused: the allowlist lacks other.example.com',
        hint: 'add "other.example.com" to "whitelist" in functions/settings.json, and to the allowlist of the account',
        where: { file: 'functions/settings.json' },
      },
    ]);
  },
);

test('for a service of the imitated account the entry is told that the real one needs, and it helps here too', async () => {
  const url = 'https://local.context.liveperson.net/v1/account/00000000/shop/s1/properties';
  const payload = [{ client: 'fetch', url }];
  const { verdict } = await (await withAllowlist([])).call({ payload });
  expect(verdict.findings.map(({ message, hint }) => [message, hint])).toEqual([
    [
      `GET ${url} was refused: the allowlist lacks local.context.liveperson.net`,
      'add "*.context.liveperson.net" to "whitelist" in functions/settings.json, and to the allowlist of the account',
    ],
  ]);
  const { calls } = await (await withAllowlist(['*.context.liveperson.net'])).call({ payload });
  expect(calls.map(({ source }) => source)).toEqual(['service']);
});

test('a client tells a closed connection by its code', async () => {
  const made = await make({
    'made/index.js': `const https = require('https');
async function lambda({ payload: url }, callback) {
  const { cause } = await fetch(url).catch((error) => error);
  https.get(url).on('error', ({ code }) => callback(null, [cause.name, cause.code, code]));
}`,
    'settings.json': '{}',
  });
  const { result } = await made.call({ payload: 'https://a.example.com/' });
  expect(result).toEqual(['SocketError', 'UND_ERR_SOCKET', 'ECONNRESET']);
});

test.each([
  ['api.example.com', 'https://api.example.com/a', true],
  ['API.example.com', 'https://api.example.com/a', true],
  ['api.example.com', 'https://api.example.com:8443/a', true],
  ['api.example.com', 'https://www.api.example.com/', false],
  ['*.example.com', 'https://www.api.example.com/', true],
  ['*.example.com', 'https://example.com/', false],
  ['api.*.com', 'https://api.example.com/', true],
  ['example', 'https://api.example.com/', false],
])('the entry %s and a request for %s: %s', async (entry, url, allowed) => {
  const made = await withAllowlist([entry]);
  const { calls } = await made.call({ payload: [{ client: 'fetch', url }], mocks: anything });
  expect(calls.map(({ source }) => source)).toEqual([allowed ? 'mock' : 'refused']);
});

test('services that are open to every v1 function need no entry, in whatever data centre; the others do', async () => {
  const hosts = [
    ...csdsHosts,
    serviceHost('msgHist', 'v1'),
    'lo.msghist.liveperson.net',
    'va.objectstorage.liveperson.net',
    serviceHost('mavenContext', 'v1'),
    'z1.context.liveperson.net',
    'liveperson.net',
    'msghist.liveperson.net.example.com',
  ];
  const made = await withAllowlist([]);
  const payload = hosts.map((host) => ({ client: 'fetch', url: `https://${host}/` }));
  const { calls } = await made.call({ payload, mocks: anything });
  expect(calls.map(({ url, source }) => [new URL(url).host, source])).toEqual(
    hosts.map((host, at) => [host, at < 5 ? 'mock' : 'refused']),
  );
  expect(accountServices.mavenContext.allowlisted).toBe(false);
});

test('each hop of a redirect is checked, and counts', async () => {
  const made = await withAllowlist(['allowed.example.com']);
  const location = 'https://elsewhere.example.com/new';
  const { result, calls } = await made.call({
    payload: [
      { client: 'fetch', url: 'https://allowed.example.com/old' },
      { client: 'HTTPClient', url: 'https://allowed.example.com/old' },
    ],
    mocks: [
      { url: '*/old', status: 302, headers: { location } },
      { url: location, body: 'never' },
    ],
  });
  expect(result).toMatchObject([{ message: 'fetch failed' }, { status: 403 }]);
  expect(calls.map(({ url, status }) => [url, status])).toEqual([
    ['https://allowed.example.com/old', 302],
    [location, null],
    ['https://allowed.example.com/old', 302],
    [location, 403],
  ]);
});

/** A function that sends so many requests at once and answers with their statuses. */
const flood = (generation: 'v1' | 'v2') => `
const all = (count) => Promise.all(Array.from({ length: count }, async (_, at) => (await fetch('https://api.example.com/' + at)).status));
async function lambda({ payload: count }${generation === 'v1' ? ', callback' : ''}) {
  const statuses = await all(count);
  ${generation === 'v1' ? 'callback(null, statuses);' : 'return statuses;'}
}`;

test('more than 20 requests a second are refused on v1 with 429, and told', async () => {
  const made = await make(flood('v1'), { generation: 'v1', instances: 1 });
  const { result, calls, verdict } = await made.call({ payload: 23, mocks: anything });
  const limited = [...Array<number>(20).fill(200), 429, 429, 429];
  expect(result).toEqual(limited);
  expect(calls.map(({ source, status }) => [source, status])).toEqual(
    limited.map((status) => [status === 200 ? 'mock' : 'refused', status]),
  );
  expect(verdict.findings[0]).toEqual({
    code: 'too-many-requests',
    severity: 'error',
    message:
      'GET https://api.example.com/20 came as one more than 20 requests within a second (developers.liveperson.com/liveperson-functions-foundations-limitations.html)',
    hint: 'send fewer at once, or wait between them: what is beyond gets the status 429',
  });
});

test('what the instances of a function send at the same time counts together, and calls after one another do not', async () => {
  const slow: Mock[] = [{ url: '*', delay: 30 }];
  const made = await make(flood('v1'), { generation: 'v1', instances: 2 });
  // Both are warm first: instances may start more than a second apart.
  await Promise.all([0, 0].map((payload) => made.call({ payload })));
  const both = await Promise.all([12, 12].map((payload) => made.call({ payload, mocks: slow })));
  const statuses = both.flatMap(({ result }) => result as number[]);
  expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  for (const _ of [1, 2, 3]) {
    expect((await made.call({ payload: 12, mocks: anything })).verdict.pass).toBe(true);
  }
});

/** How many of 30 requests at once get 429. */
async function limitedOf(
  options: Parameters<typeof make>[1],
  generation: 'v1' | 'v2' = 'v2',
): Promise<number> {
  const made = await make(flood(generation), { generation, instances: 1, ...options });
  const { result } = await made.call({ payload: 30, mocks: anything });
  return (result as number[]).filter((status) => status === 429).length;
}

test('the limit can be tightened, and there is none on v2 unless it is', async () => {
  expect(await limitedOf({})).toBe(0);
  expect(await limitedOf({ limits: { requestsPerSecond: 25 } })).toBe(5);
  expect(await limitedOf({ limits: { requestsPerSecond: 5 } }, 'v1')).toBe(25);
  expect(await limitedOf({ limits: { requestsPerSecond: 25 } }, 'v1')).toBe(10);
});

test('v2 has no allowlist', async () => {
  const made = await make(
    {
      'made/index.js': `async function lambda({ payload }) {\n  return (await fetch(payload)).status;\n}`,
      'settings.json': JSON.stringify({ whitelist: ['other.example.com'] }),
    },
    { instances: 1 },
  );
  const { result, verdict } = await made.call({ payload: 'https://api.example.com/', mocks: anything });
  expect([result, verdict.pass]).toEqual([200, true]);
});
