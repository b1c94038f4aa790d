import { liveServer } from './live-server.ts';
import { make } from './made.ts';
import { type Asked, asks, record, reread } from './recorded.ts';

/** A secret of the project, with what every encoding spells in its own way. */
const secret = 'planted/secret+value 1';

const planted = {
  header: 'planted-bearer-1',
  basic: 'planted-basic-password',
  cookie: 'planted-cookie-1',
  custom: 'planted-custom-header',
  query: 'planted-query-key',
  own: 'planted-own-field',
  json: 'planted-json-password',
  nested: 'planted-refresh-token',
  form: 'planted-client-secret',
  xml: 'planted-session-id',
  answer: 'planted-access-token',
  answerHeader: 'planted-answer-key',
  answerCookie: 'planted-answer-cookie',
  pass: 'planted-pass-1',
  pin: 'planted-pin-1',
  auth: 'planted-auth-1',
  consumerKey: 'planted-consumer-key-1',
  bearer: 'planted-bearer-field-1',
  passwd: 'planted-passwd-1',
  pwd: 'planted-pwd-1',
  sessionHeader: 'planted-session-header',
  authHeader: 'planted-auth-header-1',
  opaque: 'planted.opaque-token-1',
  lettered: 'planted-in-header',
  html: 'planted-html-password',
  htmlToken: 'planted-html-token',
};

const { pass, pin, auth, consumerKey, bearer, passwd, pwd } = planted;
const fields = { pass, pin, auth, consumerKey, bearer, userPasswd: passwd, db_pwd: pwd };

const basic = Buffer.from(`user:${planted.basic}`).toString('base64');
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLXRva2Vu';

const inWords = {
  plan: 'Basic subscription',
  note: 'Bearer information. Bearer certificate',
  subscriptions: [{ text: 'basic information about cards' }],
  information: 'see information desk',
  password: 'premium',
  kind: 'premium',
  premium: true,
};

const server = liveServer({
  '/words': () => ({ headers: { 'www-authenticate': 'Basic realm="information"' }, json: inWords }),
  '/digits': () => ({ json: { order: 471100, method: 'a method', count: 4711 } }),
  '/secrets': ({ headers, url }, body) => ({
    headers: {
      'x-api-key': planted.answerHeader,
      'set-cookie': [`sid=${planted.answerCookie}; Path=/`, 'b=planted-other-cookie'],
    },
    json: {
      said: { headers, url, body },
      access_token: planted.answer,
      list: [{ Password: planted.json, id: 1 }],
      text: JSON.stringify({ clientSecret: planted.form, own: planted.own }),
      shared: { deep: secret },
      encoded: [
        encodeURIComponent(secret),
        Buffer.from(`x:${secret}`).toString('base64'),
        JSON.stringify(secret),
      ],
      token_type: 'Bearer',
      link: `see ${jwt}`,
    },
  }),
  '/soap': (_, body) => ({
    bytes: Buffer.from(`<r><ns:sessionId a="b">${planted.xml}</ns:sessionId>${body}</r>`),
  }),
  '/fields': ({ url }, body) => ({
    headers: { 'x-session-id': planted.sessionHeader, 'x-auth': planted.authHeader },
    json: {
      ...fields,
      said: [url, body, planted.sessionHeader],
      code: 'not-found',
      PIN: 4711,
      more: { auth: { type: 'basic' } },
    },
  }),
  '/text': () => ({
    headers: { 'content-type': 'text/plain' },
    bytes: Buffer.from(
      `Bearer ${jwt}\nBearer ${planted.opaque}.\nBasic ${basic}\nAuthorization: Bearer ${planted.lettered}\n` +
        new URLSearchParams(fields).toString(),
    ),
  }),
  '/page': () => ({
    headers: { 'content-type': 'text/html' },
    bytes: Buffer.from(
      `<input name="password" value="${planted.html}"><input value='${planted.htmlToken}' type=hidden name=csrf_token>` +
        `<input name="city" value="Berlin"><p>${planted.html}</p>`,
    ),
  }),
  '/raw': () => ({ bytes: Buffer.concat([Buffer.from([255, 0]), Buffer.from(secret)]) }),
});

const requests: Asked[] = [
  {
    path: `/secrets?api_key=${planted.query}&page=1&s=${encodeURIComponent(secret)}`,
    method: 'POST',
    headers: {
      authorization: `Bearer ${planted.header}`,
      cookie: `session=${planted.cookie}; theme=dark`,
      'x-own-key': planted.custom,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      password: planted.json,
      order: 7,
      auth: { refreshToken: planted.nested },
      own: planted.own,
      said: `it is ${secret}`,
    }),
  },
  {
    path: '/secrets',
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: `client_secret=${planted.form}&grant_type=client_credentials`,
  },
  { path: '/soap', method: 'POST', body: `<n:password>${planted.json}</n:password>` },
  { path: '/raw' },
  { path: `/secrets/${encodeURIComponent(secret)}` },
  {
    path: `/fields?${new URLSearchParams(fields).toString()}`,
    method: 'POST',
    headers: { 'x-session-id': planted.sessionHeader, 'x-auth': planted.authHeader },
    body: JSON.stringify(fields),
  },
  {
    path: '/fields',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  },
  { path: '/text' },
  { path: '/page' },
];

test('nothing secret is left in a recording, wherever it was', async () => {
  const secrets = [secret, { nested: 'planted-nested-secret' }];
  const { called, text, tapes } = await record(server.base, requests, ['own', 'X-Own-Key'], secrets);
  expect([called.outcome, called.calls.map(({ status }) => status)]).toEqual([
    'ok',
    [200, 200, 200, 200, 404, 200, 200, 200, 200],
  ]);
  // They were all there.
  const there = `${JSON.stringify(tapes)}${Buffer.from(basic, 'base64').toString()}`;
  for (const value of Object.values(planted)) expect(there).toContain(value);

  expect(text.match(/planted[\w-]*/g)).toBeNull();
  for (const value of [
    basic,
    jwt,
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
  ]) {
    expect(text).not.toContain(value);
  }
  const bytes = [...text.matchAll(/base64: (\S+)/g)].map(([, base64 = '']) => base64);
  expect(bytes.map((base64) => Buffer.from(base64, 'base64').toString('latin1'))).toEqual([
    '\u00FF\u0000scrubbed',
  ]);
});

test('what is no secret stays, and so does the shape of what is one', async () => {
  const { text } = await record(server.base, requests.slice(0, 5), ['own'], [secret]);
  const [json, form, soap, raw, path] = (await reread(text)).mocks;
  expect([json?.query, json?.requestBody]).toEqual([
    { api_key: '*', page: '1', s: '*' },
    { password: '*', order: 7, auth: { refreshToken: '*' }, own: '*', said: 'it is *' },
  ]);
  expect(json?.headers).toMatchObject({
    'x-api-key': 'scrubbed',
    'set-cookie': ['sid=scrubbed; Path=/', 'b=scrubbed'],
  });
  expect(json?.body).toMatchObject({
    access_token: 'scrubbed',
    list: [{ Password: 'scrubbed', id: 1 }],
    text: '{"clientSecret":"scrubbed","own":"scrubbed"}',
    shared: { deep: 'scrubbed' },
    token_type: 'Bearer',
    link: 'see scrubbed',
  });
  expect(form?.requestBody).toEqual({ client_secret: '*', grant_type: 'client_credentials' });
  expect([soap?.requestBody, soap?.body]).toEqual([
    '<n:password>*</n:password>',
    '<r><ns:sessionId a="b">scrubbed</ns:sessionId><n:password>scrubbed</n:password></r>',
  ]);
  expect([raw?.url, path?.url]).toEqual([`${server.base}/raw`, `${server.base}/secrets/*`]);
});

/** The fields with `by` for each value. */
function scrubbed(by: string): Record<string, string> {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, by]));
}

test('what is known by its name alone is known in a body, a header, a query, a form, a text and a page', async () => {
  const { text } = await record(server.base, requests.slice(-4));
  const { mocks } = await reread(text);
  const of = (path: string, method = 'GET') =>
    mocks.filter((mock) => mock.url === server.base + path && mock.method === method);
  const [asked, form] = of('/fields', 'POST');
  expect([asked?.query, asked?.requestBody, form?.requestBody]).toEqual([
    scrubbed('*'),
    scrubbed('*'),
    scrubbed('*'),
  ]);
  expect(asked?.headers).toMatchObject({ 'x-session-id': 'scrubbed', 'x-auth': 'scrubbed' });
  expect(asked?.body).toMatchObject({
    ...scrubbed('scrubbed'),
    code: 'not-found',
    PIN: 'scrubbed',
    more: { auth: { type: 'basic' } },
  });
  expect(of('/text')[0]?.body).toBe(
    'Bearer scrubbed\nBearer scrubbed.\nBasic scrubbed\nAuthorization: Bearer scrubbed\n' +
      new URLSearchParams(scrubbed('scrubbed')).toString(),
  );
  expect(of('/page')[0]?.body).toBe(
    `<input name="password" value="scrubbed"><input value='scrubbed' type=hidden name=csrf_token>` +
      '<input name="city" value="Berlin"><p>scrubbed</p>',
  );
});

test('words are no credentials, and the names of fields stay', async () => {
  const { text } = await record(server.base, [{ path: '/subscription/7/information' }, { path: '/words' }]);
  const [words, path] = (await reread(text)).mocks.toSorted((one) => (one.url.endsWith('/words') ? -1 : 1));
  expect(path?.url).toBe(`${server.base}/subscription/7/information`);
  expect(words?.body).toEqual({ ...inWords, password: 'scrubbed', kind: 'scrubbed' });
});

test('a secret of digits is replaced where it is a number, and a word that is one breaks nothing', async () => {
  const secrets = ['471100', 'scrubbed', 'secrets', 'method'];
  const { text } = await record(server.base, [{ path: '/digits' }], [], secrets);
  expect((await reread(text)).mocks[0]?.body).toEqual({
    order: 'scrubbed',
    method: 'a scrubbed',
    count: 4711,
  });
});

/** A request that carries a token of the moment. */
function asking(token: string): Asked[] {
  const body = JSON.stringify({ password: token, order: 7 });
  return [{ path: `/echo?access_token=${token}&q=1`, method: 'POST', body }];
}

test('a scrubbed recording goes on answering, whatever the secret is by then', async () => {
  const { text } = await record(server.base, asking('planted-one'));
  const made = await make(asks, { passage: { recording: await reread(text) } });
  const { calls, verdict } = await made.call({
    payload: { base: server.base, requests: asking('another') },
  });
  expect([calls[0]?.source, verdict.pass]).toEqual(['replay', true]);
});
