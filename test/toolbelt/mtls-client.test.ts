import { engines } from '../runtime/made.ts';
import { access, callsOf, inFunction } from './in-function.ts';

/** An error of a client, as a function sees it. */
const fault = (component: string, code: string, more: object) => ({
  error: 'MTLSError',
  component,
  code: `com.liveperson.faas.mtls.${code}`,
  ...more,
});
const mtls = (code: string, message: unknown) => fault('MTLS', code, { message });
const lpMtlsFault = (code: string, more: object = {}) => fault('LP-MTLS', code, more);

const client = `const cert = '-----BEGIN CERTIFICATE-----\\nMA==\\n-----END CERTIFICATE-----';
const key = Buffer.from('-----BEGIN PRIVATE KEY-----\\nMA==\\n-----END PRIVATE KEY-----');
const client = Toolbelt.MTLSClient({ cert, key, ca: cert });
`;

const everyMethod = `${client}
const url = 'https://bank.example/accounts';
const headers = { Authorization: 'Bearer own' };
return {
  get: await client.get(url, headers),
  post: await client.post(url, headers, { a: 1 }, { json: true }),
  put: await client.put(url, headers, 'text'),
  patch: await client.patch(url, headers, Buffer.from([0xff])),
  delete: await client.delete(url, {}, new URLSearchParams({ a: 'b' })),
  head: await client.head(url, headers),
  options: await client.options(url, headers, { timeout: 1000 }),
};`;

const url = 'https://bank.example/accounts';
const requestHeaders = { authorization: 'Bearer own' };
const text = { statusCode: 200, headers: { 'content-type': 'text/plain' } };

describe.each(engines)('on %s', (engine) => {
  test.each(['v1', 'v2'] as const)('%s sends every method with a client certificate', async (generation) => {
    const record = await inFunction(everyMethod, {
      engine,
      generation,
      mocks: [
        { method: 'GET', url, requestHeaders, body: 'got' },
        {
          method: 'POST',
          url,
          requestHeaders: { ...requestHeaders, 'content-type': 'application/json' },
          requestBody: { a: 1 },
          status: 201,
          body: { made: true },
        },
        { method: 'PUT', url, requestHeaders, requestBody: 'text', body: 'put' },
        { method: 'PATCH', url, body: 'patched' },
        { method: 'DELETE', url, requestBody: 'a=b', status: 204 },
        { method: 'HEAD', url, headers: { 'x-length': '1' } },
        { method: 'OPTIONS', url, status: 307, headers: { location: '/elsewhere' } },
        { method: 'OPTIONS', url: 'https://bank.example/elsewhere', body: 'left out' },
      ],
    });
    expect(record.result).toEqual({
      get: { ...text, body: 'got' },
      post: { statusCode: 201, headers: { 'content-type': 'application/json' }, body: { made: true } },
      put: { ...text, body: 'put' },
      patch: { ...text, body: 'patched' },
      delete: { statusCode: 204, headers: {}, body: '' },
      head: { statusCode: 200, headers: { 'x-length': '1' } },
      options: text,
    });
    expect(callsOf(record).map((call) => call.replace('bank.example', ''))).toEqual([
      'GET /accounts 200 mock',
      'POST /accounts 201 mock',
      'PUT /accounts 200 mock',
      'PATCH /accounts 200 mock',
      'DELETE /accounts 204 mock',
      'HEAD /accounts 200 mock',
      'OPTIONS /accounts 307 mock',
      'OPTIONS /elsewhere 200 mock',
    ]);
  });
});

test('forms and blobs are written out as fetch does', async () => {
  const body = `${client}
const form = new FormData();
form.set('a', 'b');
return [
  (await client.post('https://bank.example/form', {}, form)).body,
  (await client.post('https://bank.example/blob', {}, new Blob(['text'], { type: 'text/csv' }))).body,
  (await client.post('https://bank.example/buffer', {}, new Uint8Array([104, 105]).buffer)).body,
];`;
  const { result } = await inFunction(body, {
    mocks: [
      {
        url: 'https://bank.example/form',
        requestHeaders: { 'content-type': 'multipart/form-data; boundary=*' },
        requestBody: '*name="a"*b*',
        body: 'form',
      },
      {
        url: 'https://bank.example/blob',
        requestHeaders: { 'content-type': 'text/csv' },
        requestBody: 'text',
        body: 'blob',
      },
      { url: 'https://bank.example/buffer', requestBody: 'hi', body: 'buffer' },
    ],
  });
  expect(result).toEqual(['form', 'blob', 'buffer']);
});

test('a certificate of another shape is refused when the client is made', async () => {
  const body = `const pem = '-----BEGIN X-----\\n-----END X-----';
const make = (tls) => told(() => Toolbelt.MTLSClient(tls));
return [await make(), await make({ cert: 'sample', key: pem }), await make({ cert: pem, key: pem, ca: pem.replace('\\n', '') }), await make({ cert: pem })];`;
  for (const generation of ['v1', 'v2'] as const) {
    expect((await inFunction(body, { generation })).result).toEqual([
      mtls('missing-conf', 'No Client TLS config was provided'),
      mtls('invalid-cert', 'Provided cert is not rightly shaped. Please check cert format'),
      mtls('invalid-cert', 'Provided ca-cert is not rightly shaped. Please check ca-cert format'),
      mtls('invalid-key', 'Provided key is not rightly shaped. Please check key format'),
    ]);
  }
});

const failures = `${client}
const circle = {};
circle.self = circle;
const { post, get } = client;
return [
  await told(() => client.post('https://bank.example/', {}, { a: 1 })),
  await told(() => client.post('https://bank.example/', {}, circle, { json: true })),
  await told(() => client.get('https://bank.example/slow', {}, undefined, { timeout: 20 })),
  await told(() => client.get('https://bank.example/refused', {})),
  await told(() => client.get('https://bank.example/loop', {})),
];`;

test('what goes wrong has a code', async () => {
  const mocks = [
    { url: 'https://bank.example/slow', delay: 20_000 },
    { url: 'https://bank.example/refused', fault: 'refused' as const },
    { url: 'https://bank.example/loop', status: 302, headers: { location: '/loop' } },
  ];
  const record = await inFunction(failures, { mocks });
  expect(record.result).toEqual([
    mtls('invalid-request', expect.stringContaining('use the json option')),
    mtls('invalid-request', 'Provided body could not be stringified'),
    mtls('request-timeout', 'TimeoutError: The operation was aborted due to timeout'),
    mtls('general-issue', expect.stringMatching(/^fetch failed\. Cause: connect ECONNREFUSED/)),
    mtls('general-issue', 'fetch failed. Cause: redirect count exceeded'),
  ]);
  expect(record.calls).toHaveLength(2 + 21);
});

const forward = `const client = Toolbelt.LPMtlsClient();
const headers = { Authorization: 'Bearer own', 'x-own': 'kept' };
return [
  await client.get('https://bank.example/accounts', headers),
  await client.post('https://bank.example/accounts', headers, { a: 1 }, { json: true }),
];`;

const lpMtls = 'https://mtlsgateway.example/mtls/account/00000000';

test('a certificate that nobody vouches for is taken from those who say so', async () => {
  const code = `${client}
const get = (options) => client.get('https://bank.example/', {}, undefined, options)
  .then(({ statusCode }) => statusCode, ({ code }) => code);
return [await get({}), await get({ allowSelfSigned: false }), await get({ allowSelfSigned: true })];`;
  const { result } = await inFunction(code, {
    mocks: [{ url: 'https://bank.example/', fault: 'bad-tls', status: 200 }],
  });
  const refused = 'com.liveperson.faas.mtls.general-issue';
  expect(result).toEqual([refused, refused, 200]);
});

test.each(engines)('LPMtlsClient has LivePerson’s service forward requests on %s', async (engine) => {
  const forwarded = {
    'lp-forward-url': 'https://bank.example/accounts',
    'lp-service-name': 'FAAS',
    'lp-stop-if-certificate-not-found': 'true',
    'lp-authorization-override': 'Bearer own',
    authorization: 'Bearer one',
    'x-own': 'kept',
  };
  const record = await inFunction(forward, {
    engine,
    mocks: [
      ...access,
      { method: 'GET', url: lpMtls, requestHeaders: forwarded, body: 'got' },
      { method: 'POST', url: lpMtls, requestHeaders: forwarded, requestBody: { a: 1 }, body: { made: true } },
    ],
  });
  expect(record.result).toEqual([
    { ...text, body: 'got' },
    { statusCode: 200, headers: { 'content-type': 'application/json' }, body: { made: true } },
  ]);
  expect(callsOf(record).slice(1)).toEqual([
    'POST sentinel.example/sentinel/api/v2/account/00000000/app/token 200 mock',
    'GET mtlsgateway.example/mtls/account/00000000 200 mock',
    'POST mtlsgateway.example/mtls/account/00000000 200 mock',
  ]);
});

const to = (name: string) => ({
  url: lpMtls,
  requestHeaders: { 'lp-forward-url': `https://bank.example/${name}` },
});

test('LPMtlsClient tells whose answer an error is', async () => {
  const body = `const client = Toolbelt.LPMtlsClient();
const outcomes = [];
for (const name of ['upstream', 'denied', 'unknown', 'slow']) {
  outcomes.push(await client.get('https://bank.example/' + name, {}, undefined, { timeout: name === 'slow' ? 200 : 20_000 }).catch((error) => ({
    error: error.constructor.name, component: error.component, code: error.code, originalBody: error.originalBody,
  })));
}
outcomes.push(await told(() => client.get('https://bank.example/', {}, 'a body')));
return outcomes;`;
  const { result } = await inFunction(body, {
    mocks: [
      ...access,
      {
        ...to('upstream'),
        status: 502,
        headers: { 'lp-message-from-transport': 'no route' },
        body: 'proxy says',
      },
      { ...to('denied'), status: 401, headers: { 'www-authenticate': 'Bearer' } },
      { ...to('unknown'), status: 400 },
      { ...to('slow'), delay: 20_000 },
    ],
  });
  expect(result).toEqual([
    lpMtlsFault('remote-threw', { originalBody: 'proxy says' }),
    lpMtlsFault('invalid-request'),
    lpMtlsFault('missing-conf'),
    lpMtlsFault('request-timeout'),
    lpMtlsFault('general-issue', { message: 'TypeError: Request with GET/HEAD method cannot have body.' }),
  ]);
});

test('LPMtlsClient without its credentials says so', async () => {
  const { result } = await inFunction(
    `return told(() => Toolbelt.LPMtlsClient().get('https://bank.example/'));`,
    { mocks: access, secrets: [{ key: 'LIVEPERSON_DEFAULT_APP_KEY', value: { client_id: 'one' } }] },
  );
  expect(result).toEqual({
    error: 'MTLSError',
    component: 'LP-MTLS',
    code: 'com.liveperson.faas.lp-mtls.credentials-wrong-format',
    message: expect.stringContaining('LIVEPERSON_DEFAULT_APP_KEY must be JSON') as string,
  });
});

test.each(['v1', 'v2'] as const)(
  '%s refuses what `fetch` does not send, without a request',
  async (generation) => {
    const body = `${client}
return [
  await told(() => client.get(process.env.BANK_URL)),
  await told(() => client.get('/accounts')),
  await told(() => client.get(process.env.BANK_URL + '/accounts')),
  await told(() => client.get('https://user:pass@bank.example/')),
  await told(() => client.get('ftp://bank.example/')),
  await told(() => client.get('https://bank.example/', { 'a b': 'x' })),
  await told(() => client.get('https://bank.example/', { a: 'x\\\\r\\\\ny' })),
  await told(() => client.post('https://bank.example/', {}, () => 1, { json: true })),
  (await client.get('https://bank.example/a b/../c', { 'api-key': ' key\\\\n' })).body,
];`.replaceAll('\\\\', '\\');
    const record = await inFunction(body, {
      generation,
      mocks: [{ url: 'https://bank.example/c', requestHeaders: { 'api-key': 'key' }, body: 'there' }],
    });
    expect(record.result).toEqual([
      mtls('general-issue', 'TypeError: Failed to parse URL from undefined'),
      mtls('general-issue', 'TypeError: Failed to parse URL from /accounts'),
      mtls('general-issue', 'TypeError: Failed to parse URL from undefined/accounts'),
      mtls(
        'general-issue',
        'TypeError: Request cannot be constructed from a URL that includes credentials: https://user:pass@bank.example/',
      ),
      mtls('general-issue', 'fetch failed. Cause: unknown scheme'),
      mtls('general-issue', 'TypeError: Headers.append: "a b" is an invalid header name.'),
      mtls('general-issue', 'TypeError: Headers.append: "x\r\ny" is an invalid header value.'),
      mtls('invalid-request', 'Provided body could not be stringified'),
      'there',
    ]);
    expect(record.calls.map(({ url: sent }) => sent)).toEqual(['https://bank.example/c']);
  },
);
