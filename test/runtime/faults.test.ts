import type { Mock } from '../../emulator/payload/mock/mock.ts';
import { engines, make, type Made } from './made.ts';

const api = 'https://api.example.com';

/** What went wrong, or what came; `options` are the client's. */
const faced = `
const https = require('https');
const { Toolbelt } = require('lp-faas-toolbelt');

const told = (error) => error && {
  name: error.name, message: error.message,
  ...(error.code !== undefined && { code: error.code }),
  ...(error.syscall !== undefined && { errno: error.errno, syscall: error.syscall }),
  ...(error.cause && { cause: told(error.cause) }),
};

const send = {
  async fetch(url, options) {
    const response = await fetch(url, options);
    return [response.status, await response.text()];
  },
  https: (url, options) => new Promise((resolve, reject) => {
    https.request(url, options, (response) => {
      let text = '';
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve([response.statusCode, text]));
      response.on('error', reject);
    }).on('error', reject).end();
  }),
  async HTTPClient(url, options) {
    const { statusCode, body } = await Toolbelt.HTTPClient()({ ...options, url, resolveWithFullResponse: true });
    return [statusCode, body];
  },
};

async function lambda({ payload: { client, giveUp, ...options } }, callback) {
  if (giveUp) options.signal = AbortSignal.timeout(giveUp);
  callback(null, await send[client]('${api}/', options).catch(told));
}
`;

/** What a client of the function `made` saw of a fault. */
async function seen(made: Made, client: string, mock: Omit<Mock, 'url'>, options: object = {}) {
  const { result, calls } = await made.call({
    payload: { client, ...options },
    mocks: [{ url: '*', ...mock }],
  });
  return { result, calls: calls.map(({ status, source, error }) => [status, source, error]) };
}

const refused = { message: 'connect ECONNREFUSED api.example.com:443', code: 'ECONNREFUSED' };
const reset = { message: 'read ECONNRESET', code: 'ECONNRESET' };
const timeout = { message: 'connect ETIMEDOUT api.example.com:443', code: 'ETIMEDOUT' };
const badTls = { message: 'self-signed certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' };
const connectTimeout = {
  name: 'ConnectTimeoutError',
  message: 'Connect Timeout Error (attempted address: api.example.com:443, timeout: 10000ms)',
  code: 'UND_ERR_CONNECT_TIMEOUT',
};

const faults = [
  { fault: 'refused', error: refused, call: { errno: -111, syscall: 'connect' } },
  { fault: 'reset', error: reset, call: { errno: -104, syscall: 'read' } },
  { fault: 'timeout', error: timeout, call: { errno: -110, syscall: 'connect' }, ofFetch: connectTimeout },
  { fault: 'bad-tls', error: badTls, call: {} },
] as const;

test.each(engines)('each fault has the error of each client on %s', async (engine) => {
  const made = await make(faced, { engine, instances: 1 });
  for (const { fault, error, call, ...rest } of faults) {
    const mock = { fault, delay: 5 };
    // Of an error's cause vm2 passes on name, message and code.
    const cause = {
      name: 'Error',
      ...error,
      ...(engine === 'node' && call),
      ...('ofFetch' in rest && rest.ofFetch),
    };
    if ('ofFetch' in rest) for (const key of ['errno', 'syscall']) Reflect.deleteProperty(cause, key);
    const calls = [[null, 'mock', error.message]];
    expect(await seen(made, 'fetch', mock)).toEqual({
      result: { name: 'TypeError', message: 'fetch failed', cause },
      calls,
    });
    expect(await seen(made, 'https', mock)).toEqual({ result: { name: 'Error', ...error, ...call }, calls });
    expect(await seen(made, 'HTTPClient', mock)).toMatchObject({
      result: { name: 'RequestError', message: `Error: ${error.message}`, cause: error },
      calls,
    });
  }
});

test('a fault has its delay first, and a time-out that of Node where it has none', async () => {
  const made = await make(faced, { instances: 1, limits: { deadline: 1_000 } });
  const { calls } = await made.call({
    payload: { client: 'fetch' },
    mocks: [{ url: '*', fault: 'reset', delay: 60 }],
  });
  expect(calls[0]?.duration).toBeGreaterThanOrEqual(59);
  const patient = await made.call({ payload: { client: 'https' }, mocks: [{ url: '*', fault: 'timeout' }] });
  expect([patient.outcome, patient.calls[0]?.error]).toEqual(['timeout', 'in flight when the call ended']);
});

test('a client that takes any certificate is answered in spite of a bad one', async () => {
  const made = await make(faced, { instances: 1 });
  const mock: Omit<Mock, 'url'> = { fault: 'bad-tls', status: 203, body: 'come in' };
  expect((await seen(made, 'https', mock, { rejectUnauthorized: false })).result).toEqual([203, 'come in']);
  expect((await seen(made, 'https', mock)).result).toMatchObject(badTls);
});

test.each(engines)('a slow body is whole at its end on %s, and the call counts all of it', async (engine) => {
  const made = await make(faced, { engine, instances: 1 });
  const body = 'slowly '.repeat(50);
  for (const client of ['fetch', 'https', 'HTTPClient']) {
    const { result, calls, timings } = await made.call({
      payload: { client },
      mocks: [{ url: '*', fault: 'slow-body', delay: 80, body }],
    });
    expect(result).toEqual([200, body]);
    expect(calls[0]?.duration).toBeGreaterThanOrEqual(79);
    expect(timings.wall).toBeGreaterThanOrEqual(79);
  }
});

test.each(engines)('a function that gives up on a body knows why on %s', async (engine) => {
  const made = await make(faced, { engine, instances: 1 });
  const aborted = { name: 'TimeoutError', message: 'The operation was aborted due to timeout', code: 23 };
  for (const fault of ['slow-body', 'endless-body'] as const) {
    const mock = { fault, delay: fault === 'slow-body' ? 20_000 : 0, body: 'x'.repeat(99) };
    expect((await seen(made, 'fetch', mock, { giveUp: 40 })).result).toEqual(aborted);
    expect((await seen(made, 'https', mock, { giveUp: 40 })).result).toMatchObject({
      message: 'The operation was aborted',
      code: 'ABORT_ERR',
    });
  }
});

test('the toolbelt’s HTTP client waits for the headers only as long as it is told', async () => {
  const made = await make(faced, { instances: 1 });
  // The headers have a whole second to come, however busy the machine is; the body alone is later than that.
  const slow = { fault: 'slow-body', delay: 1_100, body: 'late' } as const;
  expect((await seen(made, 'HTTPClient', slow, { timeout: 1_000 })).result).toEqual([200, 'late']);
  expect((await seen(made, 'HTTPClient', { delay: 20_000 }, { timeout: 30 })).result).toMatchObject({
    name: 'RequestError',
    message: 'Error: ESOCKETTIMEDOUT',
  });
});

test.each(engines)(
  'an endless body that nobody gives up ends the call on %s, and the run goes on',
  async (engine) => {
    const made = await make(faced, { engine, instances: 1, limits: { deadline: 1_000 } });
    const mocks: Mock[] = [{ url: '*', fault: 'endless-body', body: 'more and ' }];
    for (const client of engine === 'node' ? ['fetch', 'https', 'HTTPClient'] : ['fetch']) {
      const { outcome, verdict } = await made.call({ payload: { client }, mocks });
      expect([client, outcome, verdict.findings[0]?.code]).toEqual([client, 'timeout', 'deadline-exceeded']);
    }
    expect(
      (await made.call({ payload: { client: 'fetch' }, mocks: [{ url: '*', body: 'again' }] })).result,
    ).toEqual([200, 'again']);
  },
);

test('an endless body fills the memory of whoever keeps it, and the run goes on', async () => {
  const made = await make(
    `async function lambda({ payload: url }) {
  const kept = [];
  for await (const part of (await fetch(url)).body) kept.push(Buffer.concat([part, part, part, part, part, part, part, part]));
}`,
    { instances: 1, limits: { memory: 128 * 1024 * 1024 } },
  );
  const mocks: Mock[] = [{ url: '*', fault: 'endless-body' }];
  const { outcome, verdict } = await made.call({ payload: `${api}/`, mocks });
  expect([outcome, verdict.findings[0]?.code]).toEqual(['out-of-memory', 'memory-exceeded']);
  expect((await made.call({ payload: `${api}/`, mocks: [{ url: '*' }] })).outcome).toBe('ok');
});

test('a body that is left behind stops with the call, and wakes nobody in the next one', async () => {
  const made = await make(
    `let parts = 0;
const read = async (url) => {
  for await (const part of (await fetch(url)).body) parts += 1;
};
const wait = (time) => new Promise((done) => setTimeout(done, time));
async function lambda({ payload: url }) {
  if (url) {
    void read(url);
    while (parts === 0) await wait(1);
  }
  await wait(60);
  const handles = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  return [parts, handles];
}`,
    { instances: 1 },
  );
  const mocks: Mock[] = [{ url: '*', fault: 'endless-body' }];
  const [before] = (await made.call({ payload: `${api}/`, mocks })).result as number[];
  expect(before).toBeGreaterThan(0);
  expect((await made.call({ payload: '' })).result).toEqual([before, 0]);
});
