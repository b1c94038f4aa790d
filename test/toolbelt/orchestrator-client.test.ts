import { engines } from '../runtime/made.ts';
import { access, callsOf, inFunction } from './in-function.ts';

const gateway = 'https://faasgw.example/api/account/00000000/lambdas';
const at = (uuid: string) => `${gateway}/${uuid}/invoke?v=1&externalSystem=*`;

/** Whether the body that another function gets is whole. */
const called = {
  method: 'POST',
  url: at('good'),
  requestBody: { payload: { a: 1 }, headers: [{ key: 'name', value: 'value' }] },
  headers: { 'x-from': 'good' },
  body: { answer: 42 },
};

const together = `const client = Toolbelt.OrchestratorClient();
const good = { uuid: 'good', payload: { a: 1 }, headers: { name: 'value' } };
const [raw] = await client.invoke([good]);
const parsed = await client.invoke([good, good], 5000, { json: true, invokeParallel: true, timeout: 2000 });
return { raw, parsed: parsed.map(({ uuid, body, statusCode }) => ({ uuid, body, statusCode })) };`;

describe.each(engines)('on %s', (engine) => {
  test.each(['v1', 'v2'] as const)('%s calls other functions', async (generation) => {
    const record = await inFunction(together, { engine, generation, mocks: [...access, called] });
    expect(record.result).toEqual({
      raw: {
        uuid: 'good',
        body: '{"answer":42}',
        headers: { 'content-type': 'application/json', 'x-from': 'good' },
        statusCode: 200,
      },
      parsed: [1, 2].map(() => ({ uuid: 'good', body: { answer: 42 }, statusCode: 200 })),
    });
    const tokens = generation === 'v2' ? 1 : 0;
    expect(callsOf(record)).toEqual([
      'GET api.liveperson.net/api/account/00000000/service/baseURI.json 200 mock',
      ...Array(tokens).fill('POST sentinel.example/sentinel/api/v2/account/00000000/app/token 200 mock'),
      ...Array(3).fill('POST faasgw.example/api/account/00000000/lambdas/good/invoke 200 mock'),
    ]);
  });

  test('a call that fails is tried again where it may help, and ends all or stands for itself', async () => {
    const body = `const client = Toolbelt.OrchestratorClient();
const { ErrorStrategy: { CONTINUE_ON_ERROR: errorStrategy } } = toolbelt;
const broken = { uuid: 'broken', payload: {} };
const refused = { uuid: 'refused', payload: {}, retries: 2 };
const never = { uuid: 'never', payload: {}, retryFunction: () => false };
const asked = [];
const own = { uuid: 'refused', payload: {}, retries: 2, retryFunction: (status, error) => {
  asked.push([status, error.statusCode]);
  return true;
} };
const reset = { uuid: 'reset', payload: {}, retries: 2 };
const good = { uuid: 'good', payload: { a: 1 }, headers: { name: 'value' } };
const outcomes = await client.invoke([broken, refused, never, own, reset, good], 25000, { errorStrategy });
const thrown = await client.invoke([refused, good]).catch((error) => ({ ...seen(error), ...error }));
return { outcomes, asked, thrown };`;
    const record = await inFunction(body, {
      engine,
      mocks: [
        ...access,
        { url: at('broken'), status: 502, body: 'bad gateway', times: 2 },
        { url: at('broken'), body: 'well again' },
        { url: at('refused'), status: 404, body: 'none' },
        { url: at('never'), status: 500, body: 'broken' },
        { url: at('reset'), fault: 'reset' },
        called,
      ],
    });
    const type = { 'content-type': 'text/plain' };
    const error = {
      code: 'com.liveperson.faas.orchestrator-fn.invoke.status-code-error',
      message: 'Invocation failed with a non 2XX error',
    };
    const refused = { uuid: 'refused', body: 'none', headers: type, statusCode: 404, error };
    expect(record.result).toEqual({
      outcomes: [
        { uuid: 'broken', body: 'well again', headers: type, statusCode: 200 },
        refused,
        { uuid: 'never', body: 'broken', headers: type, statusCode: 500, error },
        refused,
        { uuid: 'reset', error: { code: 'ECONNRESET', message: expect.any(String) as string } },
        expect.objectContaining({ uuid: 'good', statusCode: 200 }),
      ],
      asked: [[404, 404]],
      thrown: {
        error: 'OrchestratorError',
        component: 'Orchestrator-FN',
        ...error,
        statusCode: 404,
        originalError: 'none',
        headers: type,
      },
    });
    const tried = (uuid: string) => record.calls.filter(({ url }) => url.includes(`/${uuid}/`)).length;
    expect(['broken', 'refused', 'never', 'reset', 'good'].map(tried)).toEqual([3, 4, 1, 2, 1]);
  });
});

test('deadlines end what is open, and too long ones are shortened with a warning', async () => {
  const body = `const client = Toolbelt.OrchestratorClient();
const slow = { uuid: 'slow', payload: {}, retries: 1 };
return [
  await told(() => client.invoke([slow, slow], 20_000, { invokeParallel: true, timeout: 30 })),
  await client.invoke([slow], 5000, { timeout: 30, errorStrategy: 'ContinueOnError' }),
  await told(() => client.invoke([{ ...slow, retries: 3 }], 60, { timeout: 60, invokeParallel: true })),
  await client.invoke([], 30_000),
];`;
  const record = await inFunction(body, {
    mocks: [...access, { url: at('slow'), delay: 20_000 }],
  });
  expect(record.result).toEqual([
    { error: 'DOMException', code: 23, message: 'The operation was aborted due to timeout' },
    [{ uuid: 'slow', error: { code: 'TimeoutError', message: 'The operation was aborted due to timeout' } }],
    {
      error: 'OrchestratorError',
      component: 'Orchestrator-FN',
      code: 'com.liveperson.faas.orchestrator-fn.invoke.timeout',
      message: 'Invocations timed out after a deadline of 60 ms',
    },
    [],
  ]);
  expect(record.logs.map(({ level, message }) => `${level} ${message}`)).toEqual([
    'Warn Deadline exceeds maximum allowed value, 25000ms will be used instead',
  ]);
  expect(
    record.calls.filter(({ url }) => url.includes('/slow/')).every(({ error }) => error !== undefined),
  ).toBe(true);
});

test('more time than the deadline has is shared out with a warning', async () => {
  const body = `const good = { uuid: 'good', payload: { a: 1 }, headers: { name: 'value' } };
return (await Toolbelt.OrchestratorClient().invoke([good, good], 20_000, { timeout: 12_000 })).length;`;
  const { result, logs } = await inFunction(body, { mocks: [...access, called] });
  expect([result, logs.map(({ message }) => message)]).toEqual([
    2,
    ['The invocation timeout exceeds the deadline, the value of 10000 ms will be used'],
  ]);
});

const bad = (key: string) => ({ secrets: [{ key, value: 'no credentials' }], mocks: access });

test('without its credentials nothing is called', async () => {
  const body = `const call = (options) => told(() => Toolbelt.OrchestratorClient().invoke([{ uuid: 'good', payload: {} }], 20_000, options));
return [await call(), await call({ errorStrategy: 'ContinueOnError' })];`;
  const code = 'com.liveperson.faas.orchestrator-fn.credentials-wrong-format';
  const v2 = await inFunction(body, bad('LIVEPERSON_DEFAULT_APP_KEY'));
  expect(v2.result).toMatchObject([
    {
      error: 'OrchestratorError',
      code,
      message: expect.stringContaining('LIVEPERSON_DEFAULT_APP_KEY') as string,
    },
    [{ uuid: 'good', error: { code: 'Unknown Error' } }],
  ]);
  const v1 = await inFunction(body, { generation: 'v1', ...bad('lp-faas-orchestrator-app-key') });
  expect(v1.result).toMatchObject([
    {
      error: 'InternalError',
      code,
      message: expect.stringContaining('lp-faas-orchestrator-app-key') as string,
    },
    [{ uuid: 'good', error: { code: 'Unknown Error' } }],
  ]);
  expect([...callsOf(v1), ...callsOf(v2)]).toHaveLength(2);
});
