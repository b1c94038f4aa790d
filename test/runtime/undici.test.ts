import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunctions, Invoker, loadProject } from '../../emulator/index.ts';
import { configPayload } from '../../emulator/payload/config-payload.ts';
import type { Mock } from '../../emulator/payload/mock/mock.ts';
import { limits } from '../../emulator/platform/limits.ts';
import { temporaryFolder } from '../temporary.ts';
import { make, type Made } from './made.ts';

const api = 'https://api.example.com';

/** A function of v2 with all of undici; `body` answers. */
function withUndici(body: string): Promise<Made> {
  return make(
    `import * as undici from 'undici';
const url = '${api}/a';
const told = ({ name, message, code, cause }) => ({ name, message, ...(code !== undefined && { code }), ...(cause && { cause: told(cause) }) });
async function lambda({ payload }) {
  const { Agent, Pool, Client, request, interceptors } = undici;
  ${body}
}`,
    { instances: 1 },
  );
}

const seven: Mock[] = [{ url: '*://api.example.com/a*', headers: { 'X-Own': 'yes' }, body: { id: 7 } }];

test('the dispatcher that is there meets the mocks: request, fetch, stream and pipeline', async () => {
  const made = await withUndici(`
  const { Writable } = await import('node:stream');
  const { text } = await import('node:stream/consumers');
  const streamed = [];
  await undici.stream(url, { method: 'GET' }, ({ statusCode }) => new Writable({
    write(part, _encoding, done) { streamed.push(statusCode + String(part)); done(); },
  }));
  const piped = undici.pipeline(url, { method: 'POST' }, ({ body }) => body);
  piped.end('sent');
  const { statusCode, headers, body } = await request(url);
  return {
    request: [statusCode, headers['x-own'], await body.json()],
    fetch: await (await undici.fetch(url)).json(),
    streamed,
    piped: await text(piped),
  };`);
  const { result, calls } = await made.call({ mocks: seven });
  expect(result).toEqual({
    request: [200, 'yes', { id: 7 }],
    fetch: { id: 7 },
    streamed: ['200{"id":7}'],
    piped: '{"id":7}',
  });
  expect(calls.map(({ method, source }) => `${method} ${source}`)).toEqual([
    'GET mock',
    'GET mock',
    'POST mock',
    'GET mock',
  ]);
});

test('agents, pools and clients of the function’s own meet the mocks too, over http and https', async () => {
  const made = await withUndici(`
  const read = async ({ statusCode, body }) => [statusCode, await body.json()];
  const own = new Agent({ connections: 1, allowH2: true });
  const answers = [
    await read(await request(url, { dispatcher: own })),
    await read(await request(url, { dispatcher: own })),
    await read(await new Pool('${api}').request({ path: '/a?b=c', method: 'GET' })),
    await read(await new Client('http://api.example.com').request({ path: '/a', method: 'GET' })),
    [200, await (await fetch(url, { dispatcher: new Agent() })).json()],
  ];
  undici.setGlobalDispatcher(new Agent());
  return [...answers, [200, await (await fetch(url)).json()]];`);
  const { result, calls } = await made.call({ mocks: seven });
  expect(result).toEqual(Array.from({ length: 6 }, () => [200, { id: 7 }]));
  expect(calls.map(({ url }) => url)).toEqual([
    `${api}/a`,
    `${api}/a`,
    `${api}/a?b=c`,
    'http://api.example.com/a',
    `${api}/a`,
    `${api}/a`,
  ]);
});

test.each(['undefined', 'new Agent()'])(
  'a request is refused and aborted as undici says, with %s',
  async (dispatcher) => {
    const made = await withUndici(`
  const dispatcher = ${dispatcher};
  const failed = (address, options) => request(address, { dispatcher, ...options }).then(({ body }) => body.text()).catch(told);
  // Not before a part of the body is there.
  const endedMidway = async (address) => {
    const ending = new AbortController();
    const { body } = await request(address, { dispatcher, signal: ending.signal });
    body.once('data', () => ending.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')));
    return new Promise((resolve) => body.once('error', (error) => resolve(told(error))));
  };
  return {
    refused: await failed('${api}/nothing'),
    aborted: await failed('${api}/slow', { signal: AbortSignal.timeout(200) }),
    late: await failed('${api}/slow', { headersTimeout: 200 }),
    midway: await endedMidway('${api}/endless'),
    reset: await failed('${api}/reset'),
    invalid: [
      await failed('${api}/', { method: 'G T' }),
      await failed('${api}/', { headers: { 'x y': '1' } }),
      await failed('${api}/', { headers: { a: 'b\\nc' } }),
      await failed('${api}/', { headers: ['a', '\\u0100'] }),
    ],
  };`);
    const { result, calls } = await made.call({
      mocks: [
        { url: `${api}/slow`, delay: 20_000 },
        { url: `${api}/endless`, fault: 'endless-body' },
        { url: `${api}/reset`, fault: 'reset' },
      ],
    });
    const timeout = { name: 'TimeoutError', message: 'The operation was aborted due to timeout', code: 23 };
    expect(result).toEqual({
      refused: {
        name: 'Error',
        message: refusal(`GET ${api}/nothing`),
        code: 'ERR_OUTBOUND_REFUSED',
      },
      aborted: timeout,
      late: {
        name: 'HeadersTimeoutError',
        message: 'Headers Timeout Error',
        code: 'UND_ERR_HEADERS_TIMEOUT',
      },
      midway: timeout,
      reset: { name: 'Error', message: 'read ECONNRESET', code: 'ECONNRESET' },
      invalid: ['invalid request method', 'invalid header key', 'invalid a header', 'invalid a header'].map(
        (message) => ({ name: 'InvalidArgumentError', message, code: 'UND_ERR_INVALID_ARG' }),
      ),
    });
    expect(calls.map(({ error }) => error)).toEqual([
      refusal(`GET ${api}/nothing`),
      'aborted by the function',
      'aborted by the function',
      undefined,
      'read ECONNRESET',
    ]);
  },
);

test('interceptors of undici work upon it, redirects with every hop recorded', async () => {
  const made = await withUndici(`
  const dispatcher = undici.getGlobalDispatcher().compose(
    interceptors.redirect({ maxRedirections: 3 }),
    interceptors.retry({ maxRetries: 2, minTimeout: 1, timeoutFactor: 1 }),
  );
  const { statusCode, body } = await request('${api}/old', { dispatcher });
  return [statusCode, await body.text()];`);
  const { result, calls } = await made.call({
    mocks: [
      { url: `${api}/old`, status: 302, headers: { location: `${api}/busy` } },
      { url: `${api}/busy`, status: 503, times: 1 },
      { url: `${api}/busy`, body: 'there' },
    ],
  });
  expect(result).toEqual([200, 'there']);
  expect(calls.map(({ url, status }) => [url, status])).toEqual([
    [`${api}/old`, 302],
    [`${api}/busy`, 503],
    // The retry goes around the redirect, so it begins anew.
    [`${api}/old`, 302],
    [`${api}/busy`, 200],
  ]);
});

test('bodies of every kind arrive as they are sent', async () => {
  const made = await withUndici(`
  const { Readable } = await import('node:stream');
  const filled = new undici.FormData();
  filled.append('name', 'Anna');
  filled.append('file', new Blob(['bytes'], { type: 'text/plain' }), 'a.txt');
  const bodies = {
    text: 'text',
    bytes: new Uint8Array([116, 120, 116]),
    stream: Readable.from(['te', 'xt']),
    pieces: (async function* () { yield 'te'; yield Buffer.from('xt'); })(),
    blob: new Blob(['te', 'xt']),
    form: filled,
    none: undefined,
  };
  const sent = {};
  for (const [name, body] of Object.entries(bodies)) {
    const answer = await request('${api}/' + name, { method: 'POST', body, query: { of: name }, headers: { 'x-kind': [name] } });
    sent[name] = await answer.body.text();
  }
  return sent;`);
  const wanted: Mock[] = [
    { url: `${api}/bytes*`, requestBody: 'txt', body: 'good' },
    {
      url: `${api}/form*`,
      requestBody: '*name="name"*Anna*filename="a.txt"*text/plain*bytes*',
      body: 'good',
    },
    { url: `${api}/none*`, requestBody: '', body: 'good' },
    {
      url: `${api}/*`,
      requestBody: 'text',
      requestHeaders: { 'x-kind': '*' },
      query: { of: '*' },
      body: 'good',
    },
    { url: '*', body: 'bad' },
  ];
  const { result } = await made.call({ mocks: wanted });
  expect(new Set(Object.values(result as Record<string, string>))).toEqual(new Set(['good']));
  expect(Object.keys(result as object)).toHaveLength(7);
});

test('an answer without a body has none, whatever is declared', async () => {
  const made = await withUndici(`
  const read = async (options) => {
    const answers = [];
    for (const dispatcher of [undefined, new Agent()]) {
      const { statusCode, body } = await request(url, { dispatcher, ...options });
      answers.push([statusCode, await body.text()]);
    }
    return answers;
  };
  return payload.statuses ? read({}) : read({ method: 'HEAD' });`);
  expect((await made.call({ mocks: [{ url: '*', body: 'text' }] })).result).toEqual([
    [200, ''],
    [200, ''],
  ]);
  for (const status of [204, 304]) {
    const { result } = await made.call({
      payload: { statuses: true },
      mocks: [{ url: '*', status, body: 'text' }],
    });
    expect(result).toEqual([
      [status, ''],
      [status, ''],
    ]);
  }
});

function refusal(target: string): string {
  return `outbound request to ${target} refused: no mock declares it`;
}

test('an upgrade, a tunnel and a proxy are refused clearly', async () => {
  const made = await withUndici(`
  const tries = [
    () => undici.upgrade('${api}'),
    () => undici.connect('${api}'),
    () => request('${api}/a', { dispatcher: new undici.ProxyAgent('http://proxy.example.com:3128') }),
  ];
  const failed = [];
  for (const attempt of tries) failed.push(await attempt().then(() => 'done', told));
  return failed;`);
  const { result, calls } = await made.call({ mocks: [{ url: '*' }] });
  expect((result as { message: string }[]).map(({ message }) => message)).toEqual([
    refusal('api.example.com'),
    refusal('api.example.com'),
    refusal('proxy.example.com:3128'),
  ]);
  expect(calls.map(({ method, source }) => `${method} ${source}`)).toEqual(Array(3).fill('CONNECT refused'));
});

test('a copy of undici that a bundle brings along finds no sockets to open, and is told where', async () => {
  const folder = temporaryFolder({
    'functions/own/index.ts': `import { request } from 'undici';
export const lambda = async () => (await request('${api}/a')).statusCode;\n`,
    'functions/own/config.json': { name: 'own', description: 'own', environmentVariables: {} },
    'node_modules/.keep': '',
  });
  symlinkSync(join(__dirname, '../../node_modules/undici'), join(folder, 'node_modules/undici'));
  const { functions, settings } = loadProject(folder);
  const [result] = await bundleFunctions(folder, functions, { generations: ['v1'] });
  const [source] = functions;
  if (!result?.bundle || !source) throw new Error(JSON.stringify(result));
  // The platform would not take it in the first place.
  expect(result.bundle.characters).toBeGreaterThan(limits.sourceSize.v1);
  const invoker = new Invoker({ settings, root: folder });
  const payload = configPayload(folder, source);
  const { outcome, verdict } = await invoker.invoke({ bundle: result.bundle, source, payload });
  await invoker.close();
  expect([outcome, verdict.findings[0]?.code, verdict.findings[0]?.message]).toEqual([
    'crashed',
    'module-not-offered',
    "Cannot find module 'node:net': the platform does not offer it",
  ]);
  expect(verdict.findings[0]?.where?.file).toBe('node_modules/undici/lib/dispatcher/client.js');
});
