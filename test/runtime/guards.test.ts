import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { engines, make } from './made.ts';

const closed = [
  'net',
  'tls',
  'dgram',
  'dns',
  'http2',
  'child_process',
  'worker_threads',
  'fs',
  'vm',
  'module',
];

test.each(engines)(
  'what reaches sockets, files, processes or the engine cannot be required on %s',
  async (engine) => {
    const made = await make(
      `function lambda(input, callback) {
  callback(null, input.payload.map((name) => {
    try {
      return [name, typeof require(name)];
    } catch (error) {
      return [name, error.message.split(': ')[0]];
    }
  }));
}`,
      { engine },
    );
    const names = closed.flatMap((name) => [name, `node:${name}`]);
    const { result } = await made.call({ payload: names });
    expect(result).toEqual(names.map((name) => [name, `Cannot find module '${name}'`]));
  },
);

async function told(code: string): Promise<unknown[]> {
  const { outcome, error, verdict } = await (await make(code)).call();
  const [finding] = verdict.findings;
  return [
    outcome,
    error?.code,
    finding?.code,
    finding?.message,
    finding?.where?.line,
    finding?.where?.column,
  ];
}

test('a module that is not offered says who lacks it, where, and what to do', async () => {
  expect(await told("function lambda(input, callback) {\n  callback(null, require('net'));\n}")).toEqual([
    'failed',
    'com.liveperson.faas.handler.custom-failure',
    'module-not-offered',
    "Cannot find module 'net': the platform does not offer it",
    2,
    18,
  ]);
  expect(await told("async function lambda() {\n  return await import('net');\n}")).toEqual([
    'failed',
    'com.customer.faas.function.threw-error',
    'module-not-offered',
    "Cannot find module 'net': the platform does not offer it",
    2,
    16,
  ]);
  expect(await told("import { get } from 'es-toolkit/compat';\nasync function lambda() {}")).toEqual([
    'crashed',
    'com.customer.faas.function.js-runtime-error',
    'module-not-offered',
    'Cannot find module \'es-toolkit/compat\': the platform offers "es-toolkit" as a whole',
    1,
    12,
  ]);
});

test.each(engines)('a raw connection past every HTTP client is refused on %s and told', async (engine) => {
  const made = await make(
    `async function lambda() {
  const { globalAgent } = await import('node:https');
  return await new Promise((done) => {
    globalAgent.createConnection({ host: '127.0.0.1', port: 9 }).on('error', (error) => done(error.message));
  });
}`,
    { engine },
  );
  const { result, calls, verdict } = await made.call();
  expect(result).toBe('outbound request to 127.0.0.1:9 refused: no mock declares it');
  expect(calls).toMatchObject([
    { method: 'CONNECT', url: 'tcp://127.0.0.1:9', source: 'refused', status: null },
  ]);
  expect(verdict.findings).toMatchObject([{ code: 'refused-call', severity: 'warning' }]);
});

test('the process keeps to itself what would lead around all that', async () => {
  const made = await make(
    `async function lambda() {
  const names = ['getBuiltinModule', 'mainModule', 'binding', 'dlopen', 'kill', 'send', 'abort', 'chdir'];
  return [names.filter((name) => process[name] !== undefined), process.argv, process.execArgv];
}`,
  );
  expect((await made.call()).result).toEqual([[], ['node', 'index.js'], []]);
});

test.each(engines)('the environment is the platform’s and the function’s own on %s', async (engine) => {
  const made = await make('async function lambda() {\n  return { ...process.env };\n}', { engine });
  expect((await made.call()).result).toEqual({
    OWN: 'own',
    TZ: 'UTC',
    X_LIVEPERSON_BRAND_ID: '00000000',
    X_LIVEPERSON_CSDS_DOMAIN: 'api.liveperson.net',
    X_LIVEPERSON_FUNCTION_UUID: '906ad5e7-0fb1-5ad3-8b4e-bffae02030db',
    X_LIVEPERSON_PROJECT_ID: 'local',
  });
});

test.each(engines)(
  'an endless loop before an await and a storm of microtasks end at the deadline on %s',
  async (engine) => {
    const made = await make(
      'async function lambda({ payload }) {\n  if (payload) for (;;) await null;\n  for (;;);\n}',
      { engine, instances: 1, limits: { deadline: 1_000 } },
    );
    expect((await made.call({ payload: false })).outcome).toBe('timeout');
    expect((await made.call({ payload: true })).outcome).toBe('timeout');
  },
);

test('a client of Node’s own beside fetch and http reaches nobody either, from the first call on', async () => {
  let connections = 0;
  const server = createServer(() => (connections += 1)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  // Node 22 has a WebSocket; Node 20 says that there is none.
  const made = await make(`async function lambda({ payload }) {
  if (typeof WebSocket === 'undefined') return 'none';
  const socket = new WebSocket('ws://127.0.0.1:' + payload.port);
  return new Promise((resolve) => {
    socket.addEventListener('open', () => resolve('open'));
    socket.addEventListener('error', () => resolve('refused'));
  });
}`);
  const { result, calls } = await made.call({ payload: { port } });
  server.close();
  expect(connections).toBe(0);
  const met = { result, calls: calls.map(({ url, source }) => ({ url, source })) };
  const refused = { result: 'refused', calls: [{ url: `tcp://127.0.0.1:${port}`, source: 'refused' }] };
  expect(met).toEqual(process.versions.node.startsWith('20.') ? { result: 'none', calls: [] } : refused);
});

test('a path without its slash is told as what it is', async () => {
  const made = await make(`const https = require('https');
function lambda(_input, callback) {
  https.get({ hostname: 'api.example.com', path: 'gz' }).on('error', ({ message }) => callback(null, message));
}`);
  const { result, verdict } = await made.call();
  const why = 'its path "gz" does not begin with a slash';
  expect(result).toBe(`outbound request to api.example.com:443 refused: ${why}`);
  expect(verdict.findings).toMatchObject([
    { message: `a request to api.example.com:443 was refused: ${why}`, hint: "write path: '/gz'" },
  ]);
});
