import type { Mock } from '../../emulator/payload/mock/mock.ts';
import { caller } from './clients.ts';
import { engines, make } from './made.ts';

const api = 'https://api.example.com';

/** A request by `fetch`. */
interface Asked {
  path: string;
  method?: string;
  body?: string;
  headers?: Record<string, string>;
}

/** The bodies that requests got from mocks, `undefined` for one that was refused; and what was said about that. */
async function ask(asked: Asked[], mocks: Mock[]) {
  const made = await make(caller);
  const payload = asked.map(({ path, ...options }) => ({
    client: 'fetch',
    url: `${api}${path}`,
    ...options,
  }));
  const { result, verdict } = await made.call({ payload, mocks });
  const bodies = (result as { body?: string }[]).map(({ body }) => body);
  return { bodies, findings: verdict.findings.map(({ code, message }) => `${code}: ${message}`) };
}

test('a query is matched by its parameters, whatever their order and whatever else there is', async () => {
  const mocks: Mock[] = [
    { url: `${api}/a`, query: { status: 'open', page: 2 }, body: 'open' },
    { url: `${api}/a`, query: { tag: ['x', 'y*'] }, body: 'tags' },
    { url: `${api}/*`, query: { any: '*' }, body: 'any' },
  ];
  const { bodies } = await ask(
    [
      { path: '/a?page=2&more=1&status=open' },
      { path: '/a?status=closed&page=2' },
      { path: '/a?tag=x&tag=yes' },
      { path: '/a?tag=x' },
      { path: '/b/c?any=' },
      { path: '/b/c' },
    ],
    mocks,
  );
  expect(bodies).toEqual(['open', undefined, 'tags', undefined, 'any', undefined]);
});

function post(body: string, type = 'application/json'): Asked {
  return { path: '/', method: 'POST', body, headers: { 'content-type': type } };
}

test('a body is matched as text, as JSON that holds what is declared, and as a form', async () => {
  const mocks: Mock[] = [
    { url: '*', requestBody: { order: { id: '47*' }, lines: [{ sku: 'a' }, {}] }, body: 'order' },
    { url: '*', requestBody: { grant_type: 'refresh', page: '2' }, body: 'form' },
    { url: '*', requestBody: '<order>*</order>', body: 'xml' },
    { url: '*', requestBody: { none: null }, body: 'null' },
  ];
  const { bodies } = await ask(
    [
      post('{"more":1,"lines":[{"sku":"a","n":1},{"sku":"b"}],"order":{"id":471100}}'),
      post('{"order":{"id":"471100"},"lines":[{"sku":"a"}]}'),
      post('page=2&grant_type=refresh&x=', 'application/x-www-form-urlencoded'),
      post('<order>1</order>', 'text/xml'),
      post('<order>1</order> ', 'text/xml'),
      post('{"none":null}'),
      post('{"none":{}}'),
    ],
    mocks,
  );
  expect(bodies).toEqual(['order', undefined, 'form', 'xml', undefined, 'null', undefined]);
});

test('a header is matched by its name in any case', async () => {
  const mocks = [{ url: '*', requestHeaders: { 'X-Brand': 'a*' }, body: 'brand' }];
  const headers = [{ 'x-brand': 'abc' }, { 'x-brand': 'b' }, {}];
  const { bodies } = await ask(
    headers.map((each) => ({ path: '/', headers: each as Record<string, string> })),
    mocks,
  );
  expect(bodies).toEqual(['brand', undefined, undefined]);
});

test('a mock is used up after its times, in every call anew', async () => {
  const made = await make(caller, { instances: 1 });
  const payload = [1, 2, 3, 4].map(() => ({ client: 'fetch', url: `${api}/` }));
  const mocks: Mock[] = [
    { url: '*', times: 2, status: 503, body: 'busy' },
    { url: '*', times: 1, body: 'ready' },
  ];
  for (const _ of [1, 2]) {
    const { result, verdict } = await made.call({ payload, mocks });
    expect(result).toMatchObject([{ body: 'busy' }, { body: 'busy' }, { body: 'ready' }, {}]);
    expect(verdict.findings.map(({ message }) => message)).toEqual([
      `GET ${api}/ was refused: no mock declares it; the nearest is mocks[0], any method *: it was used up after 2 requests`,
    ]);
  }
});

test('a refused request is told which mock came nearest, and why it did not answer', async () => {
  const mocks: Mock[] = [
    { method: 'POST', url: `${api}/orders`, body: 1 },
    { url: `${api}/orders/7`, body: 1 },
    { url: `${api}/search`, query: { q: 'a', page: 1 }, body: 1 },
    { url: `${api}/write`, requestBody: { order: { id: 7 } }, body: 1 },
    { url: `${api}/read`, requestHeaders: { accept: 'text/plain' }, body: 1 },
    { url: `${api}/text`, requestBody: 'a', body: 1 },
  ];
  const { findings } = await ask(
    [
      { path: '/orders' },
      { path: '/orders/8' },
      { path: '/search?q=a&page=2' },
      { path: '/write', method: 'POST', body: '{"order":{"id":8}}' },
      { path: '/read' },
      { path: '/text', method: 'PUT', body: 'b' },
      { path: '/nothing/like/any/of/them' },
    ],
    mocks,
  );
  expect(findings.filter((text) => text.startsWith('refused-call'))).toMatchInlineSnapshot(`
    [
      "refused-call: GET https://api.example.com/orders was refused: no mock declares it; the nearest is mocks[0], POST https://api.example.com/orders: it is for POST",
      "refused-call: GET https://api.example.com/orders/8 was refused: no mock declares it; the nearest is mocks[1], any method https://api.example.com/orders/7: its url differs",
      "refused-call: GET https://api.example.com/search?q=a&page=2 was refused: no mock declares it; the nearest is mocks[2], any method https://api.example.com/search: its query wants page=1, 2 was sent",
      "refused-call: POST https://api.example.com/write was refused: no mock declares it; the nearest is mocks[3], any method https://api.example.com/write: its requestBody.order.id is 7, 8 was sent",
      "refused-call: GET https://api.example.com/read was refused: no mock declares it; the nearest is mocks[4], any method https://api.example.com/read: it wants the header accept: text/plain",
      "refused-call: PUT https://api.example.com/text was refused: no mock declares it; the nearest is mocks[5], any method https://api.example.com/text: its requestBody is another text",
      "refused-call: GET https://api.example.com/nothing/like/any/of/them was refused: no mock declares it",
    ]
  `);
});

test('what is refused is told how it would be declared', async () => {
  const made = await make(caller);
  const { verdict } = await made.call({ payload: [{ client: 'fetch', url: `${api}/a?token=1` }] });
  expect(verdict.findings[0]?.hint).toBe(
    `declare it under mocks: in the payload or conversation file, or for all calls in account.yaml, such as { method: GET, url: '${api}/a*', status: 200, body: … }`,
  );
});

/** What goes out in bodies of every kind, and what is left of an answer that has none. */
const senders = `const https = require('https');
const text = async (url, options) => (await fetch(url, options)).text();
const via = (url, options, parts = []) => new Promise((resolve, reject) => {
  const request = https.request(url, options, (response) => {
    let body = '';
    response.on('data', (part) => (body += part));
    response.on('end', () => resolve(body));
  });
  request.on('error', reject);
  for (const part of parts) request.write(part);
  request.end();
});
const post = (body, more) => ({ method: 'POST', body, ...more });
async function lambda({ payload: { url, streams } }, callback) {
  const form = new FormData();
  form.append('name', 'Anna');
  form.append('file', new Blob(['bytes']), 'a.txt');
  const bytes = Uint8Array.of(116, 101, 120, 116);
  const stream = new ReadableStream({ start(c) { c.enqueue(bytes); c.close(); } });
  callback(null, {
    form: await text(url + 'form', post(form)),
    parameters: await text(url + 'parameters', post(new URLSearchParams({ a: 'b c' }))),
    bytes: await text(url + 'text', post(bytes)),
    buffer: await text(url + 'text', post(bytes.buffer)),
    stream: streams ? await text(url + 'text', post(stream, { duplex: 'half' })) : 'text',
    parts: await via(url + 'text', { method: 'POST' }, ['te', Buffer.from('xt')]),
    expects: await via(url + 'text', { method: 'POST', headers: { expect: '100-continue' } }, ['text']),
    none: [await text(url, { method: 'HEAD' }), await via(url, { method: 'HEAD' }), await via(url + '304', {})],
  });
}`;

test.each(engines)('bodies of every kind arrive as they are sent on %s', async (engine) => {
  const made = await make(senders, { engine });
  const { result } = await made.call({
    // A stream that is made inside the sandbox cannot be read outside of it on every Node.
    payload: { url: `${api}/`, streams: engine === 'node' },
    mocks: [
      { url: '*/form', requestBody: '*name="name"*Anna*filename="a.txt"*bytes*', body: 'form' },
      { url: '*/parameters', requestBody: { a: 'b c' }, body: 'parameters' },
      { url: '*/text', requestBody: 'text', body: 'text' },
      { url: '*/304', status: 304, body: 'none' },
      { method: 'HEAD', url: '*', body: 'none' },
    ],
  });
  expect(result).toEqual({
    form: 'form',
    parameters: 'parameters',
    bytes: 'text',
    buffer: 'text',
    stream: 'text',
    parts: 'text',
    expects: 'text',
    none: ['', '', ''],
  });
});

test('two functions never see each other’s mocks, though they call at the same time', async () => {
  const slowly = caller.replace(
    'const answers = [];',
    'const answers = [];\n  await new Promise((done) => setTimeout(done, 20));',
  );
  const [one, other] = [await make(slowly), await make(slowly)];
  const payload = [{ client: 'fetch', url: `${api}/` }];
  const both = await Promise.all([
    one.call({ payload, mocks: [{ url: '*', body: 'one' }] }),
    other.call({ payload, mocks: [{ url: `${api}/other`, body: 'other' }] }),
    one.call({ payload }),
  ]);
  expect(both.map(({ calls }) => calls.map(({ source }) => source))).toEqual([
    ['mock'],
    ['refused'],
    ['refused'],
  ]);
});

test('several cookies stay several', async () => {
  const made = await make(
    `const https = require('https');
async function lambda({ payload: url }, callback) {
  const response = await fetch(url);
  https.get(url, ({ headers }) => callback(null, [response.headers.getSetCookie(), headers['set-cookie']]));
}`,
  );
  const cookies = ['a=1; Path=/', 'b=2, 3'];
  const mocks = [{ url: '*', headers: { 'Set-Cookie': cookies } }];
  expect((await made.call({ payload: `${api}/`, mocks })).result).toEqual([cookies, cookies]);
});
