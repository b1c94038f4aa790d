import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Recording } from '../../emulator/payload/recording.ts';
import { sendLive } from '../../emulator/runtime/outbound/live.ts';
import { Recorder } from '../../emulator/runtime/outbound/record/recorder.ts';
import { recordingText } from '../../emulator/runtime/outbound/record/write.ts';
import { liveServer } from './live-server.ts';
import { make } from './made.ts';
import { type Asked, asks, record, reread } from './recorded.ts';

const server = liveServer();

test('what the network answers reaches the function, is told as live, and is the same when it is replayed', async () => {
  const asked: Asked[] = [
    { path: '/echo?a=1&a=2&b=x', method: 'POST', body: JSON.stringify({ order: 7 }) },
    { path: '/packed' },
    { path: '/bytes' },
    { path: '/empty' },
    { path: '/nothing' },
    { path: '/reset' },
    { path: '/old' },
  ];
  const { called: live, text, answers: kept } = await record(server.base, asked);
  expect(live.calls.map(({ source, status }) => [source, status])).toEqual(
    [200, 200, 200, 204, 404, null, 302, 200].map((status) => ['live', status]),
  );
  expect(kept).toBe(8);
  const before = server.requests.length;
  const made = await make(asks, { passage: { recording: await reread(text) } });
  const replayed = await made.call({ payload: { base: server.base, requests: asked } });
  expect(server.requests).toHaveLength(before);
  expect(replayed.calls.map(({ method, url, status }) => [method, url, status])).toEqual(
    live.calls.map(({ method, url, status }) => [method, url.replace('in-location-1', 'scrubbed'), status]),
  );
  expect(new Set(replayed.calls.map(({ source }) => source))).toEqual(new Set(['replay']));
  const results = [live.result, replayed.result] as unknown[][];
  // The echo of a token in the last answer is scrubbed.
  expect(results[1]?.slice(0, -1)).toEqual(results[0]?.slice(0, -1));
  expect(replayed.verdict).toEqual({ pass: true, findings: [] });
});

test('a recording is YAML that people can read, with the entries of mocks', async () => {
  const { text } = await record(server.base, [
    { path: '/count?of=orders', method: 'PUT', body: '{"order":{"id":7},"note":"a b"}' },
    { path: '/bytes' },
    {
      path: '/reset',
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=1&b=x+y',
    },
  ]);
  expect(text.replaceAll(server.base, 'http://server')).toMatchInlineSnapshot(`
    "# What the network answered, without secrets: * stands for any text in a request, "scrubbed" for a value in an answer.
    recorded: 1970-01-01T00:00:00.000Z
    mocks:
      - method: PUT
        url: http://server/count
        query:
          of: orders
        requestBody:
          order:
            id: 7
          note: a b
        status: 200
        headers:
          content-type: application/json
        body:
          count: 1
      - method: POST
        url: http://server/reset
        requestBody:
          a: "1"
          b: x y
        fault: reset
      - method: GET
        url: http://server/bytes
        status: 200
        headers:
          content-type: image/png
        base64: iVBORwD/
    "
  `);
});

test('a request that a recording does not hold is refused, with the nearest and what differs', async () => {
  const { text } = await record(server.base, [
    { path: '/echo?page=1', method: 'POST', body: '{"order":{"id":7},"at":1}' },
    { path: '/count' },
  ]);
  const recording = await reread(text);
  const made = await make(asks, { passage: { recording }, instances: 1 });
  const call = async (path: string, options: RequestInit = {}) => {
    const requestsOf = [{ path, ...options }];
    const { result, verdict } = await made.call({ payload: { base: server.base, requests: requestsOf } });
    const [finding] = verdict.findings;
    return [
      (result as unknown[])[0],
      verdict.pass,
      finding?.code,
      finding?.message.replaceAll(server.base, ''),
      finding?.where,
    ];
  };
  const refused = ['ERR_OUTBOUND_REFUSED', false, 'stale-recording'];
  const where = { file: 'recording.yaml' };
  const post = { method: 'POST', body: '{"order":{"id":8},"at":1}' };
  expect(await call('/echo?page=1', post)).toEqual([
    ...refused,
    'POST /echo?page=1 is not in the recording; the nearest is mocks[0], POST /echo: its requestBody.order.id is 7, 8 was sent',
    where,
  ]);
  expect(await call('/count?fresh=1')).toEqual([
    ...refused,
    'GET /count?fresh=1 is not in the recording; the nearest is mocks[1], GET /count: its url differs',
    where,
  ]);
  expect(await call('/far/away/from/all')).toEqual([
    ...refused,
    'GET /far/away/from/all is not in the recording',
    where,
  ]);
});

test('a request that is sent again has its answers in order, and then the last one', async () => {
  const asked: Asked[] = Array.from({ length: 3 }, () => ({ path: '/count' }));
  const {
    called: live,
    text,
    answers: kept,
  } = await record(server.base, [...asked, { path: '/packed' }, { path: '/packed' }]);
  expect(kept).toBe(4);
  const recording = await reread(text);
  expect(recording.mocks.map(({ times, body }) => [times, body])).toEqual([
    [1, { count: 1 }],
    [1, { count: 2 }],
    [undefined, { count: 3 }],
    [undefined, { packed: true }],
  ]);
  const made = await make(asks, { passage: { recording }, instances: 1 });
  for (const _ of [1, 2]) {
    const { result } = await made.call({
      payload: { base: server.base, requests: [...asked, { path: '/count' }] },
    });
    const counts = (live.result as unknown[]).slice(0, 3);
    expect(result).toEqual([...counts, counts[2]]);
  }
});

test('calls that got different answers are told, and those of the first are kept', async () => {
  const recorder = new Recorder();
  const made = await make(asks, {
    passage: { live: sendLive, newTape: () => recorder.newTape() },
    instances: 1,
  });
  for (const path of ['/count', '/packed', '/count', '/packed'])
    await made.call({ payload: { base: server.base, requests: [{ path }] } });
  const { findings, text } = await recordingText(recorder.tapes, { secrets: [], names: [] }, new Date());
  expect(findings.map(({ code, message }) => [code, message.replace(server.base, '')])).toEqual([
    [
      'not-recorded',
      'GET /count was answered differently in different calls; the recording has the answers of the first',
    ],
  ]);
  expect((await reread(text)).mocks.map(({ body }) => body)).toEqual([{ count: 1 }, { packed: true }]);
});

test('what asks for more stands before what asks for less, so that no entry takes another’s requests', async () => {
  const bodies = [{ a: 1 }, { a: 1, b: { c: 2 } }, { a: 1, b: { c: 2, d: 'text' } }];
  const asked = bodies.map((body) => ({ path: '/echo', method: 'POST', body: JSON.stringify(body) }));
  const { called: live, text } = await record(server.base, asked);
  const made = await make(asks, { passage: { recording: await reread(text) } });
  expect((await made.call({ payload: { base: server.base, requests: asked } })).result).toEqual(live.result);
});

test('an answer that is too large for a recording is told, and the function has it all the same', async () => {
  const { called: live, findings, answers: kept } = await record(server.base, [{ path: '/large' }]);
  expect(live.calls).toMatchObject([{ source: 'live', status: 200 }]);
  expect(kept).toBe(0);
  expect(findings.map(({ message }) => message.replace(server.base, ''))).toEqual([
    'GET /large is not in the recording: its answer has 300000 bytes, more than 262144',
  ]);
});

test('mocks come before a recording, and a recording before the network; the allowlist before all of them', async () => {
  const { text } = await record(server.base, [{ path: '/packed' }]);
  const passage = { recording: await reread(text), live: sendLive };
  const made = await make(asks, { passage, instances: 1 });
  const mocks = [{ url: `${server.base}/bytes`, body: 'mocked' }];
  const asked = ['/bytes', '/packed', '/count'].map((path) => ({ path }));
  const { calls } = await made.call({ mocks, payload: { base: server.base, requests: asked } });
  expect(calls.map(({ source }) => source)).toEqual(['mock', 'replay', 'live']);
  expect(server.requests.map(({ url }) => url)).toEqual(['/packed', '/count']);
  const v1 = await make(
    {
      'made/index.js': `async function lambda({ payload: url }, callback) {
  callback(null, await fetch(url).then(() => 'there', ({ cause }) => cause.message));
}`,
      'settings.json': '{"whitelist": []}',
    },
    { passage },
  );
  const refused = await v1.call({ payload: `${server.base}/count` });
  expect([refused.result, refused.calls[0]?.source]).toEqual(['other side closed', 'refused']);
  expect(server.requests).toHaveLength(2);
});

test('a payload’s own recording comes before that of the run', async () => {
  const recording = (body: string): Recording => ({
    file: `${body}.yaml`,
    base: '/',
    recorded: '',
    mocks: [
      { url: `${server.base}/${body}*`, body },
      { url: `${server.base}/both`, body },
    ],
  });
  const made = await make(asks, { passage: { recording: recording('run') } });
  const asked = ['/own', '/run', '/both', '/neither'].map((path) => ({ path }));
  const { result, verdict } = await made.call({
    recording: recording('own'),
    payload: { base: server.base, requests: asked },
  });
  const bodies = (result as string[][]).map((answer) => Buffer.from(answer[2] ?? '', 'base64').toString());
  expect(bodies.slice(0, 3)).toEqual(['own', 'run', 'own']);
  expect(verdict.findings[0]?.where).toEqual({ file: 'own.yaml' });
});

test('a function that gives up ends the request to the network as well, and nothing of it is kept', async () => {
  let closed: Promise<unknown> = Promise.resolve();
  const slow = createServer((request) => {
    closed = once(request.socket, 'close');
  }).listen(0, '127.0.0.1');
  await once(slow, 'listening');
  const recorder = new Recorder();
  const made = await make(
    `async function lambda({ payload: url }) {
  return fetch(url, { signal: AbortSignal.timeout(50) }).then(() => 'there', ({ name }) => name);
}`,
    { passage: { live: sendLive, newTape: () => recorder.newTape() } },
  );
  const { result, calls } = await made.call({
    payload: `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`,
  });
  await closed;
  slow.close();
  expect([result, calls[0]?.error, recorder.tapes]).toEqual([
    'TimeoutError',
    'aborted by the function',
    [[]],
  ]);
});

test('what Node does not send fails with its words, and the call goes on', async () => {
  const made = await make(
    `import http from 'http';
async function lambda({ payload: url }) {
  return new Promise((resolve) => {
    const request = http.get(url, { headers: { own: 'x' } });
    // Node's own client would not let it out either.
    request.on('socket', (socket) => {
      const write = socket.write.bind(socket);
      socket.write = (text, ...more) => write(text.replace('own: x', 'own: \\x01'), ...more);
    });
    request.on('error', ({ code, message }) => resolve([code, message]));
  });
}`,
    { passage: { live: sendLive } },
  );
  const { result, calls } = await made.call({ payload: server.base });
  expect(result).toEqual(['ERR_INVALID_CHAR', 'Invalid character in header content ["own"]']);
  expect(calls).toMatchObject([{ source: 'live', status: null }]);
  expect(server.requests).toEqual([]);
});

test('what cannot be reached fails as it does without the emulator, and is replayed so', async () => {
  const asked = [{ path: '/' }];
  // At the near end of a connection nobody listens, and as long as that stands nobody else gets its port.
  const held = connect(Number(new URL(server.base).port), '127.0.0.1');
  await once(held, 'connect');
  const recorder = new Recorder();
  const live = await make(asks, { passage: { live: sendLive, newTape: () => recorder.newTape() } });
  const payload = { base: `http://127.0.0.1:${held.localPort}`, requests: asked };
  expect((await live.call({ payload })).result).toEqual(['ECONNREFUSED']);
  const { text } = await recordingText(recorder.tapes, { secrets: [], names: [] }, new Date());
  const again = await make(asks, { passage: { recording: await reread(text) } });
  expect((await again.call({ payload })).result).toEqual(['ECONNREFUSED']);
  held.destroy();
});
