import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { settingsFor } from './automatic-messages.ts';
import { account, failure, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
const error = jest.spyOn(console, 'error').mockImplementation(() => {});

const tier = '11111111-1111-4111-8111-111111111111';
const customer = '22222222-2222-4222-8222-222222222222';

beforeEach(() => {
  warn.mockClear();
  error.mockClear();
  Object.assign(account, { functions: {}, orchestrated: [], outage: undefined });
});

settingsFor({ FUNCTIONS: `tier=${tier}, customer=${customer}` });

async function answerTo(payload: unknown): Promise<unknown> {
  const { lambda } = await import('../../functions/orchestratorFunction/index.ts');
  const answer = await lambda({ headers: [], payload });
  expect(await judgeAnswer('orchestrated', answer, { payload, generation: 'v2' })).toEqual([]);
  return answer;
}

test('all functions get the payload at once, and their answers come back by name', async () => {
  account.functions = { [tier]: 'gold', [customer]: { firstName: 'Robin' } };
  expect(await answerTo({ customerId: 'C-1001' })).toEqual({
    complete: true,
    results: { tier: 'gold', customer: { firstName: 'Robin' } },
    failed: [],
  });
  expect(account.orchestrated).toMatchInlineSnapshot(`
    [
      {
        "deadline": 20000,
        "invocations": [
          {
            "payload": {
              "customerId": "C-1001",
            },
            "retries": 1,
            "uuid": "11111111-1111-4111-8111-111111111111",
          },
          {
            "payload": {
              "customerId": "C-1001",
            },
            "retries": 1,
            "uuid": "22222222-2222-4222-8222-222222222222",
          },
        ],
        "options": {
          "errorStrategy": "ContinueOnError",
          "invokeParallel": true,
          "json": true,
        },
      },
    ]
  `);
});

test('one that fails keeps the others, is named, and its message gets nowhere', async () => {
  account.functions = { [customer]: { firstName: 'Robin' } };
  const answer = await answerTo({});
  expect(answer).toEqual({
    complete: false,
    results: { tier: null, customer: { firstName: 'Robin' } },
    failed: ['tier'],
  });
  const code = 'com.liveperson.faas.orchestrator-fn.general';
  expect(warn.mock.calls).toEqual([['functions failed', { failed: [{ name: 'tier', code }] }]]);
  expect(JSON.stringify([answer, warn.mock.calls])).not.toContain('private words');
});

test('an orchestrator that fails is an answer too', async () => {
  account.outage = () => Promise.reject(failure('faas.orchestrator-fn.invoke.timeout'));
  expect(await answerTo({})).toEqual({
    complete: false,
    results: { tier: null, customer: null },
    failed: ['tier', 'customer'],
  });
  expect(error.mock.calls).toEqual([
    ['orchestrator failed', { code: 'com.liveperson.faas.orchestrator-fn.invoke.timeout' }],
  ]);
});

test('a function that answers nothing has answered', async () => {
  account.functions = { [tier]: undefined, [customer]: null };
  expect(await answerTo({})).toEqual({
    complete: true,
    results: { tier: null, customer: null },
    failed: [],
  });
});

test.each([
  [undefined, null],
  [null, null],
  ['text', 'text'],
  [[], []],
])('a payload of %j goes on as %j', async (payload, expected) => {
  await answerTo(payload);
  expect(account.orchestrated[0]?.invocations.map((each) => each.payload)).toEqual([expected, expected]);
});

test('an entry that is no name and UUID is left out, and said', async () => {
  process.env['FUNCTIONS'] =
    `tier, =${tier}, __proto__=${tier}, 7=${tier}, customer=${customer}/../x, tier=${tier}`;
  account.functions = { [tier]: 'gold' };
  expect(await answerTo({})).toEqual({ complete: true, results: { tier: 'gold' }, failed: [] });
  expect(error).toHaveBeenCalledTimes(5);
});

test('without functions nothing is called', async () => {
  delete process.env['FUNCTIONS'];
  expect(await answerTo({})).toEqual({ complete: true, results: {}, failed: [] });
  expect(account.orchestrated).toEqual([]);
});
