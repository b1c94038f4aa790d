import { bundleFunctions } from '../../emulator/bundle/build.ts';
import { nativeFunction } from '../../emulator/endpoint/native-function.ts';
import type { RunFunction } from '../../emulator/endpoint/service/run-function.ts';
import { generations } from '../../emulator/platform/generations.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { temporaryFolder } from '../temporary.ts';

const config = { name: 'bot', event: 'bot_connectors_custom_integration', description: 'd' };

/** The function of these sources, as `lpf-endpoint` loads it. */
async function functionOf(file: 'index.ts' | 'index.js', code: string): Promise<RunFunction> {
  const root = temporaryFolder({ [`functions/bot/${file}`]: code, 'functions/bot/config.json': config });
  const { functions } = loadProject(root);
  const results = await bundleFunctions(root, functions, {
    generations: file === 'index.ts' ? ['v2'] : generations,
  });
  const bundle = results.findLast((result) => result.bundle)?.bundle;
  if (!bundle) throw new Error(JSON.stringify(results));
  return nativeFunction(root, bundle);
}

const call = (run: RunFunction, payload: unknown = { message: 'hi' }) =>
  run({ headers: [], timestamp: 7, payload }, new AbortController().signal);

test('a function of today is called with its input', async () => {
  const run = await functionOf(
    'index.ts',
    'export async function lambda(input) { return { messages: [input] }; }',
  );
  expect(await call(run)).toEqual({ messages: [{ headers: [], timestamp: 7, payload: { message: 'hi' } }] });
});

test('a hand-written function with a callback answers by it', async () => {
  const run = await functionOf(
    'index.js',
    `const { Toolbelt } = require('lp-faas-toolbelt');
    function lambda(input, callback) { setImmediate(() => callback(null, { messages: [input.payload.message] })); }`,
  );
  expect(await call(run)).toEqual({ messages: ['hi'] });
});

test.each([
  ['index.ts', 'export async function lambda() { throw new TypeError("no luck"); }'],
  ['index.js', 'function lambda(input, callback) { callback(new TypeError("no luck")); }'],
  ['index.js', 'function lambda(input, callback) { throw new TypeError("no luck"); }'],
  ['index.js', 'async function lambda(input, callback) { throw new TypeError("no luck"); }'],
  ['index.js', 'async function lambda(input, callback) { await null; throw new TypeError("no luck"); }'],
] as const)('a failure rejects: %s, %s', async (file, code) => {
  await expect(call(await functionOf(file, code))).rejects.toThrow('no luck');
});

test('the promise of a function with a callback says nothing, and the callback may come later', async () => {
  const run = await functionOf(
    'index.js',
    `async function lambda(input, callback) { setImmediate(() => callback(null, 'called back')); return 'returned'; }`,
  );
  expect(await call(run)).toBe('called back');
});

test('nothing but null and undefined means that there is no error', async () => {
  const run = await functionOf('index.js', 'function lambda(input, callback) { callback(0, "answer"); }');
  await expect(call(run)).rejects.toBe(0);
});

test.each([
  ['returns', 'return "returned";', { value: 'returned' }],
  ['calls back', 'callback(null, "called back");', { reason: new TypeError('callback is not a function') }],
])('a function of today gets no callback, whatever parameters it has: one that %s', async (_, does, end) => {
  const run = await functionOf(
    'index.js',
    `import { ok } from 'node:assert';\nasync function lambda(input, callback) { ${does} }`,
  );
  expect((await Promise.allSettled([call(run)]))[0]).toMatchObject(end);
});

test('secrets come from the environment, JSON parsed', async () => {
  process.env['SECRET_ORDERS_BACKEND'] = 'text';
  process.env['SECRET_ORDERS_CLIENT'] = '{"client_id":"a"}';
  const run = await functionOf(
    'index.ts',
    `import { Toolbelt } from 'core-functions-toolbelt';
    const secrets = Toolbelt.SecretClient();
    export async function lambda() {
      return Promise.all([secrets.readSecret('orders-backend'), secrets.readSecret('orders-client')]);
    }`,
  );
  expect(await call(run)).toEqual([
    { key: 'orders-backend', value: 'text' },
    { key: 'orders-client', value: { client_id: 'a' } },
  ]);
});

test('a secret that is not set is told with the variable that would hold it', async () => {
  const run = await functionOf(
    'index.ts',
    `import { ErrorCodes, Toolbelt } from 'core-functions-toolbelt';
    export async function lambda() {
      const error = await Toolbelt.SecretClient().readSecret('crm.key').catch((reason) => reason);
      return [error.message, error.code === ErrorCodes.Secret.NotFound];
    }`,
  );
  expect(await call(run)).toEqual(['There is no secret crm.key: set SECRET_CRM_KEY', true]);
});

test('what exists only at LivePerson can be made, and fails with that reason when it is called', async () => {
  const run = await functionOf(
    'index.ts',
    `import { LpServices, SDETypes, Toolbelt } from 'core-functions-toolbelt';
    const [liveperson, context] = [Toolbelt.LpClient(), Toolbelt.ContextServiceClient('key')];
    export async function lambda() {
      const calls = [liveperson(LpServices.MSG_HIST, '/', {}), context.getPropertyInNamespace('custom', String(SDETypes.CUSTOMER_INFO))];
      return (await Promise.allSettled(calls)).map(({ reason }) => reason.message);
    }`,
  );
  expect(await call(run)).toEqual([
    'LpClient exists only in LivePerson Functions',
    'ContextServiceClient.getPropertyInNamespace exists only in LivePerson Functions',
  ]);
});

test('libraries of the platform come from this package where the project has none', async () => {
  const run = await functionOf(
    'index.ts',
    `import { DateTime } from 'luxon';
    export async function lambda() { return DateTime.fromMillis(0, { zone: 'utc' }).toISO(); }`,
  );
  expect(await call(run)).toBe('1970-01-01T00:00:00.000Z');
});
