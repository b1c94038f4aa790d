import { engines } from '../runtime/made.ts';
import { access, callsOf, inFunction } from './in-function.ts';

const store = 'https://mavencontext.example/v1/account/00000000';

const made = {
  v1: `const client = Toolbelt.ContextServiceClient({ accountId: process.env.BRAND_ID, apiKey: 'key' });`,
  v2: `const client = Toolbelt.ContextServiceClient('key');`,
};

const everything = `
return {
  created: await client.createNamespace('mine', { ttl: 60 }),
  list: await client.getListOfNamespaces(),
  set: await client.setPropertiesInNamespace('mine', { a: 1 }),
  updated: await client.updatePropertiesInNamespace('mine', { b: 'two' }, 'session'),
  all: await client.getAllPropertiesInSession('mine', 'session'),
  selected: await client.getSelectedPropertiesInSession('mine', ['a', 'gone', 'b']),
  one: await client.getPropertyInSession('mine', 'b'),
  sessions: await client.getListOfSessions('mine'),
  nothing: [
    await client.deletePropertyInSession('mine', 'a'),
    await client.deleteSession('mine', 'session'),
    await client.deleteNamespace('mine'),
    await client.deleteNamespace(''),
  ],
};`;

const mocks = [
  ...access,
  { method: 'POST', url: `${store}?ttlSecond=60`, status: 204 },
  {
    method: 'GET',
    url: store,
    body: [{ name: 'mine', createdAt: '2026-01-02T03:04:05.000Z', ttlSecond: 60 }],
  },
  {
    method: 'PATCH',
    url: `${store}/mine/*/properties`,
    requestHeaders: { 'maven-api-key': 'key' },
    status: 204,
  },
  { method: 'GET', url: `${store}/mine/__default__/properties`, body: { a: 1 } },
  { method: 'GET', url: `${store}/mine/session/properties`, body: { b: 'two' } },
  { method: 'GET', url: `${store}/mine/__default__/properties/a`, body: 1 },
  { method: 'GET', url: `${store}/mine/__default__/properties/b`, body: 'no JSON' },
  { method: 'GET', url: `${store}/mine/__default__/properties/gone`, status: 404 },
  { method: 'GET', url: `${store}/mine/session-ids`, body: ['__default__', 'session'] },
  { method: 'DELETE', url: `${store}/mine*`, status: 204 },
];

describe.each(engines)('on %s', (engine) => {
  test.each(['v1', 'v2'] as const)('%s reads and writes the Context Session Store', async (generation) => {
    const record = await inFunction(made[generation] + everything, { engine, generation, mocks });
    const namespace = { name: 'mine', createdAt: '2026-01-02T03:04:05.000Z', ttlSecond: 60 };
    expect(record.result).toEqual({
      created: namespace,
      list: [namespace],
      set: { a: 1 },
      updated: { b: 'two' },
      all: { b: 'two' },
      selected: { a: 1, b: 'no JSON' },
      one: 'no JSON',
      sessions: ['__default__', 'session'],
      nothing: [null, null, null, null],
    });
    expect(
      callsOf(record).map((call) => call.replace('mavencontext.example/v1/account/00000000', '')),
    ).toEqual([
      'GET api.liveperson.net/api/account/00000000/service/baseURI.json 200 mock',
      'POST  204 mock',
      'GET  200 mock',
      'GET  200 mock',
      'PATCH /mine/__default__/properties 204 mock',
      'GET /mine/__default__/properties 200 mock',
      'PATCH /mine/session/properties 204 mock',
      'GET /mine/session/properties 200 mock',
      'GET /mine/session/properties 200 mock',
      'GET /mine/__default__/properties/a 200 mock',
      'GET /mine/__default__/properties/gone 404 mock',
      'GET /mine/__default__/properties/b 200 mock',
      'GET /mine/__default__/properties/b 200 mock',
      'GET /mine/session-ids 200 mock',
      'DELETE /mine/__default__/properties/a 204 mock',
      'DELETE /mine/session/properties/ 204 mock',
      'DELETE /mine 204 mock',
    ]);
  });
});

const at = (name: string) => `${store}/mine/__default__/properties${name}`;
const sdk = (code: string, message: unknown) => ({
  error: 'SDKError',
  code: `com.liveperson.context-service-sdk.${code}`,
  message,
});
const error = (message: string) => ({ error: 'Error', message });

test('what the store refuses has a code', async () => {
  const body = `${made.v2}
const read = (name) => told(() => client.getPropertyInSession('mine', name));
return [
  await told(() => client.createNamespace('faas')),
  await told(() => client.createNamespace(undefined)),
  await told(() => client.createNamespace('mine', { ttl: 0 })),
  await told(() => client.deleteNamespace('custom')),
  await read('forbidden'), await read('none'), await read('broken'), await read('odd'), await read('nowhere'),
  await told(() => client.getAllPropertiesInSession('mine')),
];`;
  const { result } = await inFunction(body, {
    mocks: [
      ...access,
      { url: at('/forbidden'), status: 403 },
      { url: at('/none'), status: 404 },
      { url: at('/broken'), status: 503 },
      { url: at('/odd'), status: 418, body: { message: 'a teapot' } },
      { url: at(''), body: 'no JSON' },
    ],
  });
  expect(result).toEqual([
    sdk('parameter.invalid', 'Can not create a built-in namespace'),
    sdk('parameter.invalid', 'Namespace can not be null, undefined or empty string'),
    sdk('parameter.invalid', 'TTL needs to be a positive integer above 0'),
    sdk('parameter.invalid', 'Can not delete a built-in namespace'),
    sdk('authorization.invalid', 'Provided API Key is either invalid or lacks permission'),
    sdk('data.does-not-exist', 'Requested Resource does not exist'),
    sdk('internal-server-error', 'Internal Server Error occurred during processing request'),
    sdk('unknown', 'Unknown Error a teapot occurred'),
    {
      error: 'SDKError',
      code: 'ERR_OUTBOUND_REFUSED',
      message: expect.stringContaining('refused') as string,
    },
    sdk('unknown', expect.stringMatching(/^Unknown Error .* occurred$/)),
  ]);
});

test('the store is given ten seconds, and a broken connection two more tries', async () => {
  // Time is a hundredth of what it was, so that nobody has to wait, but not for an answer that does come.
  const body = `const later = globalThis.setTimeout;
let hurried = () => true;
globalThis.setTimeout = (work, time, ...rest) => later(work, hurried(time) ? time / 100 : time, ...rest);
${made.v2}
const slow = await told(() => client.getPropertyInSession('mine', 'slow'));
hurried = (time) => time <= 4_000;
return [slow, await told(() => client.getPropertyInSession('mine', 'broken'))];`;
  const record = await inFunction(body, {
    mocks: [
      ...access,
      { url: `${store}/mine/__default__/properties/slow`, delay: 20_000 },
      { url: `${store}/mine/__default__/properties/broken`, fault: 'reset' },
    ],
  });
  expect(record.result).toEqual([
    {
      error: 'SDKError',
      code: 'com.liveperson.context-service-sdk.response-timeout',
      message: 'Request exceeded Deadline of 10000ms',
    },
    { error: 'SDKError', code: 'ECONNRESET', message: expect.any(String) as string },
  ]);
  expect(callsOf(record).map((call) => call.split('/').at(-1))).toHaveLength(5);
});

test('a client without a key is refused, and v2 takes the key of v1’s object too', async () => {
  const body = `const make = (...key) => told(() => typeof Toolbelt.ContextServiceClient(...key).deleteSession);
return [await make(), await make(''), await make({}), await make({ apiKey: 'key' }), await make({ accountId: '1', apiKey: 'key' })];`;
  const noKey = error('No valid API-key was provided');
  expect((await inFunction(body)).result).toEqual([noKey, noKey, noKey, 'function', 'function']);
  expect((await inFunction(body, { generation: 'v1' })).result).toEqual([
    error('No valid configuration was provided'),
    error('No valid configuration was provided'),
    noKey,
    error('No valid accountId was provided'),
    'function',
  ]);
});

test('for another account the service says which one is imitated', async () => {
  const body = `return told(() => Toolbelt.ContextServiceClient({ accountId: '1', apiKey: 'k' }).getListOfNamespaces());`;
  expect((await inFunction(body, { generation: 'v1' })).result).toMatchObject({
    code: 'com.liveperson.context-service-sdk.authorization.invalid',
    message:
      'Provided API Key is either invalid or lacks permission: account 1 is not this account, which is 00000000: ' +
      'a function has it in BRAND_ID, on v2 in X_LIVEPERSON_BRAND_ID',
  });
});
