import type { Generation } from '../../emulator/platform/generations.ts';
import type { FunctionEnd, FunctionInput, FunctionPort } from '../../emulator/services/functions.ts';
import { accountWith, brand, type Reply, send, tokenOf } from './account.ts';

/** Functions that end as they are told, and what they were called with. */
function ending(ends: Record<string, FunctionEnd>): { calls: [string, FunctionInput][]; port: FunctionPort } {
  const calls: [string, FunctionInput][] = [];
  const port: FunctionPort = {
    async call(uuid, input) {
      calls.push([uuid, input]);
      return ends[uuid] ?? { kind: 'not-found' };
    },
    forEvent: async (event) => (event === 'none' ? [] : Object.keys(ends)),
  };
  return { calls, port };
}

/** One request to the gateway. */
interface Asked {
  method?: string;
  body?: unknown;
  generation?: Generation;
}

async function ask(
  path: string,
  functions: FunctionPort | undefined,
  { method = 'POST', body = { payload: 1 }, generation = 'v2' }: Asked = {},
): Promise<Reply | undefined> {
  const account = accountWith(
    { clients: [{ id: 'local-client-id', secret: 'local-client-secret' }] },
    { generation },
  );
  const headers = { authorization: await tokenOf(account) };
  const host = { v1: 'faasgw', v2: 'fninvocations' }[generation];
  const url = `https://local.${host}.liveperson.net/api/account/${brand}${path}`;
  return send(account, url, { method, headers, ...(method === 'POST' && { body }) }, { functions });
}

test('a function is called by its uuid, and its answer is the body', async () => {
  const { calls, port } = ending({ a: { kind: 'answer', json: '{"n":1}' } });
  const body = { timestamp: 5, headers: [{ key: 'k', value: 'v' }], payload: { p: 1 } };
  expect(await ask('/lambdas/a/invoke?v=1&externalSystem=x', port, { body })).toMatchObject({
    status: 200,
    body: { n: 1 },
  });
  expect(calls).toEqual([['a', body]]);
});

test('no answer is an empty body', async () => {
  const { port } = ending({ a: { kind: 'answer' } });
  expect(await ask('/lambdas/a/invoke', port)).toMatchObject({ status: 200, body: null });
});

test.each(['v1', 'v2'] as const)('failures have the shape of %s', async (generation) => {
  const { port } = ending({ a: { kind: 'failed', code: 'own.code', message: 'no luck' } });
  const shape = (code: string, message: string) =>
    generation === 'v1' ? { errorCode: code, errorMsg: message } : { code, message };
  expect(await ask('/lambdas/a/invoke', port, { generation })).toMatchObject({
    status: 901,
    body: shape('own.code', 'no luck'),
  });
  const missing = {
    v1: 'com.liveperson.faas.es.missinglambda',
    v2: 'com.liveperson.faas.function.not-found',
  };
  expect(await ask('/lambdas/b/invoke', port, { generation })).toMatchObject({
    status: 404,
    body: shape(missing[generation], 'there is no function b'),
  });
  const bad = { v1: 'com.liveperson.faas.es.badinput', v2: 'com.liveperson.faas.evg.invalid' };
  expect(await ask('/lambdas/a/invoke', port, { generation, body: '[]' })).toMatchObject({
    status: 400,
    body: shape(bad[generation], 'the body must be a JSON object'),
  });
});

test.each([
  [{ headers: {} }, '"headers" must be a list of { "key", "value" }'],
  [{ timestamp: 'now' }, '"timestamp" must be a number'],
])('a bad body is a 400: %p', async (body, message) => {
  const { calls, port } = ending({ a: { kind: 'answer' } });
  expect(await ask('/lambdas/a/invoke', port, { body })).toMatchObject({ status: 400, body: { message } });
  expect(calls).toEqual([]);
});

test('an event calls all of its functions and collects their answers', async () => {
  const { port } = ending({ a: { kind: 'answer', json: '1' }, b: { kind: 'answer', json: '"x"' } });
  expect((await ask('/events/some/invoke', port))?.body).toEqual([
    { uuid: 'a', timestamp: expect.any(Number), result: 1 },
    { uuid: 'b', timestamp: expect.any(Number), result: 'x' },
  ]);
  expect((await ask('/events/none/invoke', port))?.status).toBe(404);
});

test('a function that fails ends the chain of its event', async () => {
  const { calls, port } = ending({
    a: { kind: 'failed', code: 'c', message: 'm' },
    b: { kind: 'answer', json: '1' },
  });
  expect((await ask('/events/some/invoke', port))?.status).toBe(901);
  expect(calls.map(([uuid]) => uuid)).toEqual(['a']);
});

test('whether an event is implemented can be asked', async () => {
  const { port } = ending({ a: { kind: 'answer' } });
  const implemented = async (event: string) =>
    (await ask(`/events/${event}/isImplemented?v=1`, port, { method: 'GET' }))?.body;
  expect(await implemented('some')).toEqual({ implemented: true });
  expect(await implemented('none')).toEqual({ implemented: false });
});

test('an account without functions finds none', async () => {
  expect((await ask('/lambdas/a/invoke', undefined))?.status).toBe(404);
  expect(await ask('/lambdas/a/invoke', undefined, { method: 'GET' })).toBeUndefined();
});

test('without a token no function is called', async () => {
  const { calls, port } = ending({ a: { kind: 'answer' } });
  const url = `https://local.fninvocations.liveperson.net/api/account/${brand}/lambdas/a/invoke`;
  const reply = await send(accountWith(), url, { method: 'POST', body: {} }, { functions: port });
  expect([reply?.status, calls]).toEqual([401, []]);
});
