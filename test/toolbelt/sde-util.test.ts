import { engines } from '../runtime/made.ts';
import { access, callsOf, inFunction } from './in-function.ts';

const events =
  'https://smt.example/api/account/00000000/monitoring/visitors/visitor/visits/current/events?v=1&sid=session';

const both = `const util = Toolbelt.SDEUtil();
const added = await util.addSDEs([{ type: toolbelt.SDETypes.LEAD, lead: { topic: 'test' } }], 'visitor', 'session');
const [late, early] = [{ serverTimeStamp: 2 }, { serverTimeStamp: 1 }];
const sorted = util.getSDEsFromConv({ conversationHistoryRecords: [{ sdes: { events: [late, early] } }] });
const refused = [
  await told(() => util.addSDEs([], 'visitor', 'session')),
  await told(() => util.getSDEsFromConv({ conversationHistoryRecords: [] })),
  await told(() => util.getSDEsFromConv({ conversationHistoryRecords: [{}] })),
];
return { added: added === undefined, sorted, refused };`;

const sorted = {
  sdes: { events: [{ serverTimeStamp: 1 }, { serverTimeStamp: 2 }] },
  unAuthSdes: { events: [] },
};

test.each(engines)('v2 adds attributes and sorts those of a conversation on %s', async (engine) => {
  const record = await inFunction(both, {
    engine,
    mocks: [...access, { method: 'PUT', url: events, status: 200 }],
  });
  const general = {
    error: 'ToolBeltError',
    component: 'SDE-Util',
    code: 'com.liveperson.faas.sdes-util-general',
  };
  expect(record.result).toEqual({
    added: true,
    sorted,
    refused: [
      { ...general, message: 'Please provide one or more SDEs' },
      { ...general, message: 'conversationHistoryRecords is empty' },
      { ...general, message: 'No sdes or unAuthSdes are provided' },
    ],
  });
  expect(callsOf(record).at(-1)).toBe(
    'PUT smt.example/api/account/00000000/monitoring/visitors/visitor/visits/current/events 200 mock',
  );
});

test.each(engines)('v1 adds attributes and sorts those of a conversation on %s', async (engine) => {
  const mocks = [...access, { method: 'PUT', url: events, status: 200 }];
  const record = await inFunction(both, { engine, generation: 'v1', mocks });
  expect(record.result).toEqual({
    added: true,
    sorted,
    refused: [
      { error: 'Error', message: 'Please provide one or more SDEs' },
      {
        error: 'Error',
        message: 'Error while getting SDEs from conversation: Please provide a valid conversation.',
      },
      { sdes: { events: [] }, unAuthSdes: { events: [] } },
    ],
  });
  expect(callsOf(record)).toHaveLength(2);
});

test('a monitoring service that refuses', async () => {
  const add = `return told(() => Toolbelt.SDEUtil().addSDEs([{ type: 'lead' }], 'visitor', 'session'));`;
  const mocks = [...access, { url: 'https://smt.example/*', status: 400, body: 'bad type' }];
  expect((await inFunction(add, { mocks })).result).toEqual({
    error: 'ToolBeltError',
    component: 'SDE-Util',
    code: 'com.liveperson.faas.sdes-util.unexpected-response',
    message: 'Unexpected response: bad type. Status Code: 400',
  });
  expect((await inFunction(add, { generation: 'v1', mocks })).result).toEqual({
    error: 'Error',
    message: 'Error while setting SDEs: 400 - "bad type"',
  });
  expect((await inFunction(add, { mocks: access })).result).toMatchObject({
    code: 'com.liveperson.faas.sdes-util-general',
    message: expect.stringContaining('fetch failed. Cause: ') as string,
  });
});

test.each(['v1', 'v2'] as const)(
  '%s sends an address as it resolves, and that is recorded',
  async (generation) => {
    const add = `return Toolbelt.SDEUtil().addSDEs([{ type: 'lead' }], 'vis/../../x?y=1', 's');`;
    const mocks = [...access, { url: 'https://smt.example/*' }];
    const { calls } = await inFunction(add, { generation, mocks });
    expect(calls.at(-1)?.url).toBe(
      'https://smt.example/api/account/00000000/monitoring/x?y=1/visits/current/events?v=1&sid=s',
    );
  },
);
