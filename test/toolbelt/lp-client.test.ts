import { engines } from '../runtime/made.ts';
import { access, callsOf, functionOf, inFunction } from './in-function.ts';

const ask = `Toolbelt.LpClient()('msgHist', '/search?v=2', { method: 'POST', body: '{}' })`;

describe.each(engines)('on %s', (engine) => {
  test('v2 answers with a Response and keeps its token', async () => {
    const body = `const client = Toolbelt.LpClient();
const get = (options = {}) => client(toolbelt.LpServices.MSG_HIST, '/conversation?v=2', options);
const response = await get({ method: 'POST', body: '{"a":1}', headers: { accept: 'application/json' } });
const first = { ok: response.ok, status: response.status, type: response.headers.get('content-type'), json: await response.json() };
const second = await (await get()).text();
const now = Date.now();
Date.now = () => now + 3_541_000;
await get();
return { first, second };`;
    const record = await inFunction(body, {
      engine,
      mocks: [
        ...access,
        {
          method: 'POST',
          url: 'https://msghist.example/conversation?v=2',
          status: 201,
          body: { found: true },
        },
        { method: 'GET', url: 'https://msghist.example/conversation?v=2', body: 'text' },
      ],
    });
    expect(record.result).toEqual({
      first: { ok: true, status: 201, type: 'application/json', json: { found: true } },
      second: 'text',
    });
    expect(callsOf(record)).toEqual([
      'GET api.liveperson.net/api/account/00000000/service/baseURI.json 200 mock',
      'POST sentinel.example/sentinel/api/v2/account/00000000/app/token 200 mock',
      'POST msghist.example/conversation 201 mock',
      'GET msghist.example/conversation 200 mock',
      'GET api.liveperson.net/api/account/00000000/service/baseURI.json 200 mock',
      'POST sentinel.example/sentinel/api/v2/account/00000000/app/token 200 mock',
      'GET msghist.example/conversation 200 mock',
    ]);
  });

  test('v2 fetches a new token after a 401, once, and follows redirects as fetch does', async () => {
    const body = `const refused = await ${ask};
const moved = await Toolbelt.LpClient()('smt', '/moved', {});
return [refused.status, moved.status, moved.url, await moved.text()];`;
    const record = await inFunction(body, {
      engine,
      mocks: [
        ...access,
        { url: 'https://msghist.example/*', status: 401 },
        { url: 'https://smt.example/moved', status: 302, headers: { location: '/there' } },
        { url: 'https://smt.example/there', body: 'here' },
      ],
    });
    expect(record.result).toEqual([401, 200, 'https://smt.example/there', 'here']);
    expect(callsOf(record).slice(1)).toEqual([
      'POST sentinel.example/sentinel/api/v2/account/00000000/app/token 200 mock',
      'POST msghist.example/search 401 mock',
      'POST sentinel.example/sentinel/api/v2/account/00000000/app/token 200 mock',
      'POST msghist.example/search 401 mock',
      'POST sentinel.example/sentinel/api/v2/account/00000000/app/token 200 mock',
      'GET smt.example/moved 302 mock',
      'GET smt.example/there 200 mock',
    ]);
  });

  test('v1 signs, parses and rejects as its HTTPClient does', async () => {
    const body = `const client = Toolbelt.LpClient();
const post = { method: 'POST', json: true, body: { id: 1 } };
const parsed = await client(toolbelt.LpServices.MSG_HIST, '/search?v=2', post);
const text = await client('msgHist', '/text', {});
const full = await client('msgHist', '/text', { resolveWithFullResponse: true, simple: false });
const failed = await client('smt', '/broken', {}).catch(({ name, statusCode }) => ({ name, statusCode }));
return { parsed, text, status: full.statusCode, failed };`;
    const record = await inFunction(body, {
      engine,
      generation: 'v1',
      mocks: [
        ...access,
        {
          method: 'POST',
          url: 'https://msghist.example/search?v=2',
          requestHeaders: {
            authorization: 'OAuth oauth_consumer_key="local-default-consumer-key", oauth_nonce="*',
          },
          requestBody: { id: 1 },
          body: { found: true },
        },
        { url: 'https://msghist.example/text', body: 'text' },
        { url: 'https://smt.example/broken', status: 500 },
      ],
    });
    expect(record.result).toEqual({
      parsed: { found: true },
      text: 'text',
      status: 200,
      failed: { name: 'StatusCodeError', statusCode: 500 },
    });
    expect(callsOf(record)).toEqual([
      'GET api.liveperson.net/api/account/00000000/service/baseURI.json 200 mock',
      'POST msghist.example/search 200 mock',
      'GET msghist.example/text 200 mock',
      'GET msghist.example/text 200 mock',
      'GET smt.example/broken 500 mock',
    ]);
  });
});

const secrets = [
  { key: 'half', value: { client_id: 'one', consumerKey: 'one' } },
  { key: 'text', value: 'no credentials' },
];

test('v2 says what its credentials lack, and what options it lacks', async () => {
  const body = `const client = Toolbelt.LpClient();
return [
  await told(() => client('smt', '/', { appKeySecretName: 'half' })),
  await told(() => client('smt', '/', { appKeySecretName: 'text' })),
  await told(() => client('smt', '/', { appKeySecretName: 'missing' })),
  await told(() => client('nowhere', '/', {})),
  await told(() => client('smt', '/')),
];`;
  const record = await inFunction(body, { mocks: access, secrets });
  const code = 'com.liveperson.faas.lp-client.credentials-wrong-format';
  const shape = 'must be JSON with client_id, client_secret, each a text';
  expect(record.result).toEqual([
    {
      error: 'ToolBeltError',
      component: 'LpClient',
      code,
      message: `Credentials have Invalid Format: the secret half ${shape}`,
    },
    {
      error: 'ToolBeltError',
      component: 'LpClient',
      code,
      message: `Credentials have Invalid Format: the secret text ${shape}`,
    },
    {
      error: 'ToolBeltError',
      component: 'SecretClient',
      code: 'com.liveperson.faas.secret.not-found',
      message: 'There is no secret missing in functions/settings.json',
    },
    {
      error: 'ToolBeltError',
      component: 'CSDS-Client',
      code: 'com.liveperson.faas.csds.domain.not-found',
      message: 'Service "nowhere" could not be found.',
    },
    { error: 'TypeError', message: expect.stringMatching(/undefined/) as string },
  ]);
  expect(callsOf(record)).toHaveLength(1);
});

test('v1 says what its credentials lack before it sends anything', async () => {
  const body = `const client = Toolbelt.LpClient();
return [
  await told(() => client('smt', '/', { appKeySecretName: 'half' })),
  await told(() => client('smt', '/', { appKeySecretName: 'missing' })),
];`;
  const record = await inFunction(body, { generation: 'v1', mocks: access, secrets });
  expect(record.result).toEqual([
    {
      error: 'InternalError',
      code: 'com.liveperson.faas.lp-client.credentials-wrong-format',
      message:
        'Credentials have Invalid Format: the secret half must be JSON with consumerKey, consumerSecret, token, tokenSecret, each a text',
    },
    {
      error: 'InternalError',
      code: 'com.liveperson.faas.lp-client.get-credentials-failure',
      message:
        'Could not fetch App Key credentials from secret storage: There is no secret missing in functions/settings.json',
    },
  ]);
  expect(callsOf(record)).toHaveLength(1);
});

test.each([
  [
    { status: 500, body: { error: 'broken' } },
    'com.liveperson.faas.oauth2.unexpected-response',
    'AuthServer unexpected response: {"error":"broken"}. Status Code: 500',
  ],
  [
    { body: 'no JSON' },
    'com.liveperson.faas.oauth2.general-issue',
    expect.stringMatching(/^Obtaining OAuth2 Access Token from sentinel failed due to: /),
  ],
] as const)('a token that does not come fails the call', async (answer, code, message: unknown) => {
  const mocks = [{ url: 'https://sentinel.example/*', ...answer }, ...access];
  const { result } = await inFunction(`return told(() => ${ask});`, { mocks });
  expect(result).toEqual({ error: 'ToolBeltError', component: 'Oauth2Client', code, message });
});

const to = (token: string) => ({
  url: 'https://smt.example/',
  requestHeaders: { authorization: `Bearer ${token}`, 'x-request-id': '*-4*-*-*' },
});

test('after a 401 v2 sends its old token once more, as the platform’s does, and the new one from then on', async () => {
  const body = `const client = Toolbelt.LpClient();
const ask = async () => (await client('smt', '/', {})).status;
return [await ask(), await ask()];`;
  const record = await inFunction(body, {
    mocks: [
      ...access.map((mock) => ({ ...mock, ...(mock.method === 'POST' && { times: 1 }) })),
      {
        url: 'https://sentinel.example/*',
        body: { access_token: 'two', token_type: 'Bearer', expires_in: 3600 },
      },
      { ...to('one'), status: 401 },
      { ...to('two'), status: 200 },
    ],
  });
  expect(record.result).toEqual([401, 200]);
  expect(record.calls.map(({ status }) => status)).toEqual([200, 200, 401, 200, 401, 200]);
});

test('the imitated account gives tokens to every app key among its secrets', async () => {
  const { result, calls } = await inFunction(
    `const read = (appKeySecretName) => told(async () => (await Toolbelt.LpClient()('smt', '/', { appKeySecretName })).status);
return [await read('LIVEPERSON_DEFAULT_APP_KEY'), await read('other')];`,
    {
      secrets: [{ key: 'other', value: { client_id: 'other', client_secret: 'none' } }],
      mocks: [{ url: 'https://*.v.liveperson.net/*', body: 'reached' }],
    },
  );
  expect(result).toEqual([200, 200]);
  expect(calls.filter(({ url }) => url.includes('/app/token')).map(({ status }) => status)).toEqual([
    200, 200,
  ]);
});

test('a token is not taken into another account', async () => {
  const made = await functionOf(
    `globalThis.client ??= Toolbelt.LpClient();
return (await globalThis.client('smt', '/', {})).status;`,
  );
  const mocks = [...access, { url: 'https://smt.example/', body: 'reached' }];
  const records = [await made.call({ mocks }), await made.call({ mocks })];
  expect(records.map((record) => callsOf(record).length)).toEqual([3, 3]);
});
