import { functionUuid as uuid } from '../../emulator/project/function-uuid.ts';
import { client, seen } from './account-client.ts';
import { make } from './made.ts';

const callee = {
  'other/config.json': JSON.stringify({ name: 'other', description: 'other', event: 'No Event' }),
};

test('a function calls another one, which shares its account and its mocks', async () => {
  const made = await make(
    {
      ...callee,
      'made/index.js': `${client}
async function lambda({ payload }) {
  const at = await hosts();
  return call(at, await token(at), payload, { say: 'hi' });
}`,
      'other/index.js': `async function lambda({ payload, headers, timestamp }) {
  const word = await fetch('https://words.example/').then((response) => response.text());
  const url = 'https://local.context.liveperson.net/v1/account/00000000/custom/properties';
  await fetch(url, { method: 'PATCH', headers: { 'maven-api-key': 'k' }, body: JSON.stringify({ said: payload.say }) });
  return { word, headers, timestamp };
}`,
    },
    { instances: 1 },
  );
  const mocks = [{ url: 'https://words.example/', body: 'hello' }];
  const record = await made.call({ payload: uuid('other'), mocks });
  expect(record.result).toEqual([200, { word: 'hello', headers: [], timestamp: 1 }]);
  expect(record.verdict.findings).toEqual([]);
  expect(record.services).toMatchObject([{ target: 'custom/__default__/said', value: 'hi' }]);
  expect(record.called).toMatchObject([{ function: 'other', outcome: 'ok', start: 'cold' }]);
  expect(record.called?.map(seen)).toEqual([
    ['GET words.example 200 mock', 'PATCH local.context.liveperson.net 204 service'],
  ]);
  const again = await made.call({ payload: uuid('other'), mocks });
  expect(again.called).toMatchObject([{ start: 'warm' }]);
});

test('what a called function does wrong is a warning to its caller', async () => {
  const made = await make({
    ...callee,
    'made/index.js': `${client}
async function lambda({ payload }) {
  const at = await hosts();
  const authorization = await token(at);
  return [await call(at, authorization, payload, 1), await call(at, authorization, 'none', 1)];
}`,
    'other/index.js': `async function lambda() {\n  throw new Error('no luck');\n}`,
  });
  const { result, outcome, calls, verdict } = await made.call({ payload: uuid('other') });
  expect(outcome).toBe('ok');
  expect(result).toEqual([
    [901, { code: 'com.customer.faas.function.threw-error', message: 'no luck' }],
    [404, { code: 'com.liveperson.faas.function.not-found', message: 'there is no function none' }],
  ]);
  expect(calls.map(({ status }) => status)).toEqual([200, 200, 901, 404]);
  expect(verdict).toMatchObject({
    pass: true,
    findings: [
      {
        code: 'function-failed',
        severity: 'warning',
        message: 'in the called function other: no luck',
        where: { file: 'functions/other/index.js', line: 2, column: 9 },
      },
      {
        code: 'not-in-account',
        severity: 'warning',
        message: 'the imitated account has no function of the uuid none',
        hint: 'if the real account has it, write into account.yaml: functions: { <name>: none }, with the name of the function that it belongs to: made, other',
      },
    ],
  });
});

test('a called function that cannot be built is not found, and the caller’s record says why', async () => {
  const made = await make({
    ...callee,
    'made/index.js': `${client}
async function lambda({ payload }) {
  const at = await hosts();
  return call(at, await token(at), payload, 1);
}`,
    'other/index.ts': 'export async function lambda() { return 1; ',
  });
  const { result, verdict } = await made.call({ payload: uuid('other') });
  expect(result).toMatchObject([404, { code: 'com.liveperson.faas.function.not-found' }]);
  expect(verdict).toMatchObject({
    pass: false,
    findings: [{ code: 'syntax-error', where: { file: 'functions/other/index.ts' } }],
  });
});

test('a function that calls itself for ever comes to an end, with one instance to run in', async () => {
  const made = await make(
    `${client}
async function lambda() {
  const at = await hosts();
  const [status, body] = await call(at, await token(at), process.env.X_LIVEPERSON_FUNCTION_UUID, 1);
  return status === 200 ? body : [status, body.message];
}`,
    { instances: 1 },
  );
  const { result, verdict } = await made.call();
  const chain = Array.from({ length: 7 }, () => 'made').join(' → ');
  const message = `functions call each other more than 5 levels deep: ${chain}`;
  expect(result).toEqual([901, message]);
  expect(verdict).toMatchObject({
    pass: false,
    findings: [{ code: 'call-depth', severity: 'error', message }],
  });
});

test('an event calls every function that is there for it', async () => {
  const event = 'bot_connectors_error_hook';
  const config = (name: string) => JSON.stringify({ name, description: name, event });
  const made = await make({
    'made/index.js': `${client}
async function lambda({ payload }) {
  const at = await hosts();
  const headers = { authorization: await token(at) };
  const events = 'https://' + at.faasGW + '/api/account/' + brand + '/events/' + payload;
  const [, asked] = await send(events + '/isImplemented', { headers });
  return [asked, await send(events + '/invoke', { method: 'POST', headers, body: { payload: 2 } })];
}`,
    'one/index.js': 'async function lambda({ payload }) { return payload + 1; }',
    'one/config.json': config('one'),
    'two/index.js': 'async function lambda({ payload }) { return payload + 2; }',
    'two/config.json': config('two'),
  });
  const timestamp = expect.any(Number);
  expect((await made.call({ payload: event })).result).toEqual([
    { implemented: true },
    [
      200,
      [
        { uuid: uuid('one'), timestamp, result: 3 },
        { uuid: uuid('two'), timestamp, result: 4 },
      ],
    ],
  ]);
  expect((await made.call({ payload: 'bot_connectors_pre_hook' })).result).toMatchObject([
    { implemented: false },
    [404, {}],
  ]);
});
