import { asAutomaticMessages, garbage, message, settingsFor } from './automatic-messages.ts';
import { account, failure, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const info = jest.spyOn(console, 'info').mockImplementation(() => {});
const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
const { secrets } = account;

beforeEach(() => {
  info.mockClear();
  warn.mockClear();
  Object.assign(account, { context: {}, clients: [], outage: undefined, secrets });
});

settingsFor({ SKILL_NAMES: '22=our billing team', SERVICE_TIMEOUT_MS: '10' });

async function route(payload: unknown, timestamp?: number) {
  const { lambda } = await import('../../functions/conversationRouting/index.ts');
  return asAutomaticMessages('controllerbot_messaging_conversation_routing', lambda)(payload, timestamp);
}

const transferred = {
  general: {
    convId: 'c-1',
    cbotEventType: 'ENGAGEMENT_TRANSFERED',
    serverTimestamp: Date.UTC(2023, 1, 1, 10, 29),
    originatorMetadata: { id: 'agent', role: 'ASSIGNED_AGENT' },
    inOffHours: true,
    clientIpAddress: '192.0.2.10',
  },
  ttr: { newTtr: { ttrType: 'URGENT', value: 300 } },
  routing: { oldSkillId: '21', newSkillId: 22 },
};

const written = {
  routedFrom: '21',
  routedTo: '22',
  routedAt: '2023-02-01T10:29:00.000Z',
  routedBy: 'ASSIGNED_AGENT',
  routedInOffHours: true,
  routedTtr: 'URGENT',
};

const toTeam = [message('We are connecting you with our billing team.')];
const toAnother = [message('We are connecting you with the team that can help you best.')];

test('why, when and where it was routed is written to the session of the conversation, and the consumer is told', async () => {
  expect(await route(transferred)).toEqual(toTeam);
  expect(account.context).toEqual({ 'custom/c-1': written });
  expect(info.mock.calls[0]?.[1]).toMatchObject({ to: '22', context: 'written' });
});

test('three calls with one payload write the same and get the same commands', async () => {
  const answers = [];
  for (let attempt = 0; attempt < 3; attempt++) answers.push(await route(transferred, attempt + 1));
  expect(answers).toEqual([toTeam, toTeam, toTeam]);
  expect(account.context).toEqual({ 'custom/c-1': written });
});

test('the namespace and the name of the secret are settings', async () => {
  account.secrets = [{ key: 'other', value: 'its-key' }];
  Object.assign(process.env, { CONTEXT_NAMESPACE: 'routes', CONTEXT_SECRET: 'other' });
  await route(transferred);
  delete process.env['CONTEXT_NAMESPACE'];
  delete process.env['CONTEXT_SECRET'];
  expect(account.clients).toEqual(['its-key']);
  expect(Object.keys(account.context)).toEqual(['routes/c-1']);
});

test('v1 is asked with the id of the account', async () => {
  process.env['BRAND_ID'] = '00000000';
  await route(transferred);
  delete process.env['BRAND_ID'];
  expect(account.clients).toEqual([{ accountId: '00000000', apiKey: 'synthetic-key-for-local-runs' }]);
});

test('a skill without a name, and a conversation that was nowhere before', async () => {
  expect(await route({ ...transferred, routing: { newSkillId: '23' } })).toEqual(toAnother);
  expect(account.context['custom/c-1']).toEqual({ ...written, routedFrom: null, routedTo: '23' });
});

test('what is not known is null, and the time is that of the call', async () => {
  await route({ general: { convId: 'c-1' }, routing: { newSkillId: '22' } }, Date.UTC(2023, 1, 1));
  expect(account.context['custom/c-1']).toEqual({
    routedFrom: null,
    routedTo: '22',
    routedAt: '2023-02-01T00:00:00.000Z',
    routedBy: null,
    routedInOffHours: false,
    routedTtr: null,
  });
});

describe('the consumer is told all the same', () => {
  test.each([
    ['the secret is missing', [], 'com.liveperson.faas.secret.not-found'],
    ['the secret is an object', [{ key: 'context-service-key', value: { key: 'x' } }], 'key-format'],
  ])('when %s', async (_, given, code) => {
    account.secrets = given;
    expect(await route(transferred)).toEqual(toTeam);
    expect(warn.mock.calls).toEqual([
      ['Context Service not written', { namespace: 'custom', session: 'c-1', code }],
    ]);
    expect(info.mock.calls[0]?.[1]).toMatchObject({ context: 'failed' });
  });

  test('when the Context Service refuses, with its code in the log and not its message', async () => {
    account.outage = async () => {
      throw failure('context-service-sdk.data.does-not-exist');
    };
    expect(await route(transferred)).toEqual(toTeam);
    expect(warn.mock.calls[0]?.[1]).toMatchObject({
      code: 'com.liveperson.context-service-sdk.data.does-not-exist',
    });
    expect(JSON.stringify([...warn.mock.calls, ...info.mock.calls])).not.toContain('private');
  });

  test('when the Context Service never answers', async () => {
    account.outage = () => new Promise(() => {});
    expect(await route(transferred)).toEqual(toTeam);
    expect(warn.mock.calls[0]?.[1]).toMatchObject({ code: 'timeout' });
  });

  test('when the conversation has no id that could be a session’s', async () => {
    expect(await route({ ...transferred, general: { convId: 'a b/../c' } })).toEqual(toTeam);
    expect(account.context).toEqual({});
  });
});

test.each([
  ['stayed in its skill', { oldSkillId: 22, newSkillId: '22' }],
  ['went to a skill without an id', { oldSkillId: '22', newSkillId: '' }],
  ['went nowhere', {}],
])('nothing is written or said when it %s', async (_, routing) => {
  expect(await route({ ...transferred, routing })).toEqual([]);
  expect(account.clients).toEqual([]);
});

test.each(garbage.map((payload) => [payload]))(
  'nothing is written or said about garbage: %j',
  async (payload) => {
    expect(await route(payload)).toEqual([]);
    expect(account.clients).toEqual([]);
  },
);
