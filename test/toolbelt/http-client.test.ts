import { engines } from '../runtime/made.ts';
import { callsOf, inFunction } from './in-function.ts';

const v1 = { generation: 'v1' } as const;

const sent = `const http = Toolbelt.HTTPClient();
const { HTTPClient } = Toolbelt;
return {
  text: await http('https://a.example/text'),
  uri: await http({ uri: new URL('https://a.example/text'), method: 'get' }),
  base: await HTTPClient()('/text', { baseUrl: 'https://a.example/' }),
  query: await http({ url: 'https://a.example/query?old=1&a=0', qs: { a: 'x y', list: [1, 2], deep: { b: true }, none: undefined, empty: null } }),
  repeated: await http({ url: 'https://a.example/repeated', qs: { list: [1, 2] }, useQuerystring: true }),
  json: await http('https://a.example/json', { method: 'POST', json: true, body: { a: 1 } }),
  jsonBody: await http('https://a.example/json', { method: 'POST', json: { a: 1 } }),
  noJson: await http('https://a.example/text', { json: true }),
  form: await http.call(null, 'https://a.example/form', { method: 'POST', form: { a: "it's", 'b c': [1] } }),
  rawForm: await http('https://a.example/raw', { method: 'POST', form: 'a=b' }),
  multipart: await http('https://a.example/multipart', { method: 'POST', formData: {
    name: 'value', file: { value: Buffer.from('bytes'), options: { filename: 'a.bin' } }, list: ['one', 2],
  } }),
  basic: await http('https://a.example/basic', { auth: { user: 'user', pass: 'pass' } }),
  inUrl: await http('https://user:pass@a.example/basic'),
  bearer: await http('https://a.example/bearer', { auth: { bearer: () => 'token' } }),
  buffer: await http('https://a.example/bytes', { encoding: null }).then((bytes) => [Buffer.isBuffer(bytes), bytes.length, bytes[0]]),
  base64: await http('https://a.example/bytes', { encoding: 'base64' }),
  bytes: await http('https://a.example/echo', { method: 'PUT', body: Buffer.from([104, 105]) }),
  full: await http('https://a.example/cookies', { resolveWithFullResponse: true, simple: false }),
  transformed: await http('https://a.example/text', { transform: (body, { statusCode }, full) => [body, statusCode, full] }),
};`;

const a = 'https://a.example';
const json = {
  url: `${a}/json`,
  requestHeaders: { 'content-type': 'application/json', accept: 'application/json' },
};
const basic = { url: `${a}/basic`, requestHeaders: { authorization: 'Basic dXNlcjpwYXNz' }, body: 'basic' };

test.each(engines)('the options of request-promise are sent as it sends them on %s', async (engine) => {
  const record = await inFunction(sent, {
    ...v1,
    engine,
    mocks: [
      { method: 'GET', url: `${a}/text`, body: 'text' },
      { url: `${a}/query?old=1&a=x%20y&list%5B0%5D=1&list%5B1%5D=2&deep%5Bb%5D=true&empty=`, body: 'query' },
      { url: `${a}/repeated?list=1&list=2`, body: 'repeated' },
      { method: 'POST', ...json, requestBody: { a: 1 }, body: { as: 'object' } },
      {
        url: `${a}/form`,
        requestHeaders: { 'content-type': 'application/x-www-form-urlencoded' },
        requestBody: 'a=it%27s&b%20c%5B0%5D=1',
        body: 'form',
      },
      { url: `${a}/raw`, requestBody: 'a=b', body: 'raw' },
      {
        url: `${a}/multipart`,
        requestHeaders: { 'content-type': 'multipart/form-data; boundary=*' },
        requestBody:
          '*name="name"*value*name="file"; filename="a.bin"*application/octet-stream*bytes*one*name="list"*2*',
        body: 'multipart',
      },
      basic,
      { url: `${a}/bearer`, requestHeaders: { authorization: 'Bearer token' }, body: 'bearer' },
      { url: `${a}/bytes`, base64: '/wA=' },
      { method: 'PUT', url: `${a}/echo`, requestBody: 'hi', body: 'bytes' },
      { url: `${a}/cookies`, status: 418, headers: { 'set-cookie': ['a=1', 'b=2'] }, body: 'teapot' },
    ],
  });
  expect(record.result).toEqual({
    text: 'text',
    uri: 'text',
    base: 'text',
    query: 'query',
    repeated: 'repeated',
    json: { as: 'object' },
    jsonBody: { as: 'object' },
    noJson: 'text',
    form: 'form',
    rawForm: 'raw',
    multipart: 'multipart',
    basic: 'basic',
    inUrl: 'basic',
    bearer: 'bearer',
    buffer: [true, 2, 255],
    base64: '/wA=',
    bytes: 'bytes',
    full: {
      statusCode: 418,
      statusMessage: '',
      headers: { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'] },
      body: 'teapot',
    },
    transformed: ['text', 200, false],
  });
  expect(record.calls.every(({ source }) => source === 'mock')).toBe(true);
});

const headers = { 'lp-url': '00000000', 'user-agent': 'LP-Lambda-*' };

test('the toolbelt’s own headers go out where the caller names none', async () => {
  const body = `const http = Toolbelt.HTTPClient();
return [await http('https://a.example/'), await http('https://a.example/', { headers: { own: 'yes' } })];`;
  const { result } = await inFunction(body, {
    ...v1,
    mocks: [
      { url: `${a}/`, requestHeaders: headers, body: 'ours' },
      { url: `${a}/`, requestHeaders: { own: 'yes' }, body: 'theirs' },
    ],
  });
  expect(result).toEqual(['ours', 'theirs']);
});

test.each(engines)(
  'redirects are followed as request follows them, each a call of its own, on %s',
  async (engine) => {
    const body = `const http = Toolbelt.HTTPClient();
const full = (url, options) => http(url, { simple: false, resolveWithFullResponse: true, ...options }).then(({ statusCode, body }) => [statusCode, body]);
const headers = { authorization: 'secret' };
return {
  get: await full('https://a.example/moved', { headers }),
  away: await full('https://a.example/away', { headers }),
  no: await full('https://a.example/moved', { followRedirect: false }),
  decided: await full('https://a.example/moved', { followRedirect: ({ statusCode }) => statusCode !== 302 }),
  post: await full('https://a.example/moved', { method: 'POST' }),
  all: await full('https://a.example/moved', { method: 'POST', json: { a: 1 }, followAllRedirects: true, headers }),
  kept: await full('https://a.example/kept', { method: 'POST', body: 'same', followAllRedirects: true }),
  original: await full('https://a.example/moved', { method: 'PUT', followAllRedirects: true, followOriginalHttpMethod: true, headers }),
  loop: await told(() => http('https://a.example/loop', { maxRedirects: 2 })),
};`;
    const record = await inFunction(body, {
      ...v1,
      engine,
      mocks: [
        { url: `${a}/moved`, status: 302, headers: { location: '/there' } },
        { url: `${a}/away`, status: 301, headers: { location: 'https://b.example/there' } },
        { url: `${a}/kept`, status: 307, headers: { location: '/there' } },
        { url: `${a}/loop`, status: 302, headers: { location: '/loop' } },
        {
          method: 'GET',
          url: `${a}/there`,
          requestHeaders: { authorization: 'secret', referer: '*' },
          body: 'with',
        },
        { method: 'PUT', url: `${a}/there`, body: 'put' },
        { method: 'POST', url: `${a}/there`, requestBody: 'same', body: 'same' },
        { url: 'https://b.example/there', requestHeaders: { authorization: '*' }, body: 'leaked' },
        { url: 'https://b.example/there', body: 'without' },
      ],
    });
    expect(record.result).toEqual({
      get: [200, 'with'],
      away: [200, 'without'],
      no: [302, ''],
      decided: [302, ''],
      post: [302, ''],
      all: [200, 'with'],
      kept: [200, 'same'],
      original: [200, 'put'],
      loop: {
        error: 'Error',
        message: 'Error: Exceeded maxRedirects. Probably stuck in a redirect loop https://a.example/loop',
      },
    });
    expect(callsOf(record).slice(-3)).toEqual(Array(3).fill('GET a.example/loop 302 mock'));
  },
);

const requestError = (message: unknown, code?: string) => ({
  name: 'RequestError',
  message,
  ...(code && { code }),
});

test.each(engines)('it rejects as request-promise does on %s', async (engine) => {
  const body = `const failure = (first, second) => Toolbelt.HTTPClient()(first, second).catch(({ name, message, statusCode, error, response, cause }) => ({
  name, message, ...(statusCode && { statusCode, error, response }), ...(cause && { code: cause.code }),
}));
return [
  await failure('https://a.example/none', { json: true }),
  await failure('https://a.example/none', { transform: (body) => body.length }),
  await failure('https://a.example/none', { transform: (body) => body.length, transform2xxOnly: true }),
  await failure('https://a.example/slow', { timeout: 20 }),
  await failure('https://a.example/reset'),
  await failure('https://b.example/'),
  await failure('no address'),
  await failure('ftp://a.example/'),
  await failure({}),
  await failure('https://a.example/none', { method: 'POST', body: { a: 1 } }),
  await failure('https://elsewhere.example/', { baseUrl: 'https://a.example' }),
  await failure('https://a.example/text', { transform: () => { throw new Error('own') } }),
  await failure('https://a.example/text', { jar: true }),
];`;
  const { result } = await inFunction(body, {
    ...v1,
    engine,
    mocks: [
      { url: `${a}/none`, status: 404, body: { reason: 'none' } },
      { url: `${a}/text`, body: 'text' },
      { url: `${a}/slow`, delay: 60_000 },
      { url: `${a}/reset`, fault: 'reset' },
    ],
  });
  const status = { name: 'StatusCodeError', statusCode: 404 };
  const text = '{"reason":"none"}';
  expect(result).toMatchObject([
    {
      ...status,
      message: '404 - {"reason":"none"}',
      error: { reason: 'none' },
      response: { statusCode: 404 },
    },
    { ...status, message: `404 - ${JSON.stringify(text)}`, error: text, response: text.length },
    { ...status, response: { body: text } },
    requestError('Error: ESOCKETTIMEDOUT', 'ESOCKETTIMEDOUT'),
    requestError(expect.stringMatching(/^Error: .*ECONNRESET|^Error: socket hang up/), 'ECONNRESET'),
    requestError(
      expect.stringMatching(/^Error: outbound request to GET https:\/\/b\.example\/ refused/),
      'ERR_OUTBOUND_REFUSED',
    ),
    requestError('Error: Invalid URI "no address"'),
    requestError('Error: Invalid protocol: ftp:'),
    requestError('Error: options.uri is a required argument'),
    requestError('Error: Argument error, options.body.'),
    requestError('Error: options.uri must be a path when using options.baseUrl'),
    { name: 'TransformError', message: 'Error: own' },
    { name: 'Error', message: 'HTTPClient: the option "jar" is not imitated by the emulator' },
  ]);
});

test('a body that never ends keeps the call until its deadline', async () => {
  // The headers have a whole second to come, however busy the machine is; after that the time-out would have ended it.
  const body = `const race = new Promise((resolve) => setTimeout(resolve, 1_050, 'went on'));
return Promise.race([Toolbelt.HTTPClient()('https://a.example/endless', { timeout: 1_000 }), race]);`;
  const { result } = await inFunction(body, {
    ...v1,
    mocks: [{ url: `${a}/endless`, fault: 'endless-body', body: 'x' }],
  });
  expect(result).toBe('went on');
});

test('a slow body counts for the time-out of v2’s clients and not for that of v1’s', async () => {
  const mocks = [{ url: `${a}/slow`, fault: 'slow-body' as const, delay: 1_050, body: 'slow' }];
  // The headers have a whole second to come, however busy the machine is.
  const get = `return told(() => Toolbelt.HTTPClient()('https://a.example/slow', { timeout: 1_000 }));`;
  expect((await inFunction(get, { ...v1, mocks })).result).toBe('slow');
  const pem = '"-----BEGIN X-----\\\\n-----END X-----"'.replaceAll('\\\\', '\\');
  const mtls = `const client = Toolbelt.MTLSClient({ cert: ${pem}, key: ${pem} });
return told(() => client.get('https://a.example/slow', {}, undefined, { timeout: 100 }));`;
  expect((await inFunction(mtls, { mocks })).result).toMatchObject({
    code: 'com.liveperson.faas.mtls.request-timeout',
  });
});
