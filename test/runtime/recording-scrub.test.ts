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
};

const basic = Buffer.from(`user:${planted.basic}`).toString('base64');
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLXRva2Vu';

const server = liveServer({
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
];

test('nothing secret is left in a recording, wherever it was', async () => {
  const secrets = [secret, { nested: 'planted-nested-secret' }];
  const { called, text, tapes } = await record(server.base, requests, ['own', 'X-Own-Key'], secrets);
  expect([called.outcome, called.calls.map(({ status }) => status)]).toEqual([
    'ok',
    [200, 200, 200, 200, 404],
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
  const { text } = await record(server.base, requests, ['own'], [secret]);
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
