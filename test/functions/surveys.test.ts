import { surveyFacts } from '../../functions/lib/survey/survey-facts.ts';
import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { garbage } from './automatic-messages.ts';
import { backend } from './server.ts';
import { account, failure, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const info = jest.spyOn(console, 'info').mockImplementation(() => {});
const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
const { secrets } = account;
const webhook = backend('SURVEY_WEBHOOK_URL', '/surveys');

beforeEach(() => {
  info.mockClear();
  warn.mockClear();
  Object.assign(account, { context: {}, clients: [], outage: undefined, secrets });
  webhook.answer = (_, response) => void response.writeHead(204).end();
});

async function call(name: 'surveyStarted' | 'surveyEnded', payload: unknown): Promise<void> {
  const { lambda } =
    name === 'surveyStarted'
      ? await import('../../functions/surveyStarted/index.ts')
      : await import('../../functions/surveyEnded/index.ts');
  const event = `surveybot_messaging_survey_${name === 'surveyStarted' ? 'started' : 'ended'}`;
  const answer = await lambda({ headers: [], payload: payload as never });
  expect(answer).toBe('ok');
  expect(await judgeAnswer(event, answer, { payload, generation: 'v2' })).toEqual([]);
}

const survey = {
  conversationId: 'conv-1',
  surveyId: 3387141511,
  surveyRevision: 2,
  skillId: '21',
  closeReason: 'CONSUMER',
  campaignInfo: { campaignId: 10, engagementId: 11 },
  lastContentEventNotification: {
    serverTimestamp: 1_551_702_871_044,
    event: { message: 'Call me at +1 212-555-0188' },
  },
  dialogs: [
    { dialogType: 'POST_SURVEY', creationTs: 1_551_702_854_131 },
    { dialogType: 'MAIN', creationTs: 1_551_702_813_391, endTs: 1_551_702_854_131 },
  ],
  firstConversation: false,
  lastQuestionId: 'question-1',
};

describe('what is read of a survey', () => {
  test('ids, flags and durations, and nothing that was written', () => {
    expect(surveyFacts(survey)).toMatchInlineSnapshot(`
      {
        "campaignId": "10",
        "closeReason": "CONSUMER",
        "conversationId": "conv-1",
        "conversationSeconds": 41,
        "engagementId": "11",
        "firstConversation": false,
        "lastQuestionId": "question-1",
        "skillId": "21",
        "surveyId": "3387141511",
        "surveyRevision": "2",
        "surveySeconds": 17,
      }
    `);
  });

  test('a survey that has ended itself lasts until then', () => {
    const dialogs = [{ dialogType: 'POST_SURVEY', creationTs: 1000, endTs: 61_000 }];
    expect(surveyFacts({ ...survey, dialogs })).toMatchObject({
      surveySeconds: 60,
      conversationSeconds: null,
    });
  });

  test.each([
    [{ skillId: 'a skill', closeReason: 'CONSUMER\r\nx', lastQuestionId: {} }],
    [{ dialogs: 'none' }],
    [{ dialogs: [null, 7, { dialogType: 'MAIN', creationTs: 5, endTs: 4 }] }],
    [{ dialogs: [{ dialogType: 'MAIN', creationTs: 'x', endTs: -1 }] }],
  ])('what is nothing of the kind is null: %j', (payload) => {
    expect(new Set(Object.values(surveyFacts(payload)))).toEqual(new Set([null]));
  });
});

test('a start is written to the session of the conversation', async () => {
  await call('surveyStarted', survey);
  expect(account.context).toEqual({
    'custom/conv-1': {
      surveyState: 'started',
      surveyId: '3387141511',
      surveySkillId: '21',
      surveyCloseReason: 'CONSUMER',
    },
  });
  expect(webhook.got).toEqual([]);
});

test('an end takes the place of the start, and other properties stay', async () => {
  account.context = { 'custom/conv-1': { routedTo: '22' } };
  await call('surveyStarted', survey);
  await call('surveyEnded', survey);
  expect(account.context['custom/conv-1']).toMatchObject({ surveyState: 'ended', routedTo: '22' });
});

test('an end is reported to the webhook, each time with the same id', async () => {
  await call('surveyEnded', survey);
  await call('surveyEnded', survey);
  const [first, second] = webhook.got;
  expect(first).toMatchObject({ method: 'POST', url: '/surveys' });
  expect(first?.headers['idempotency-key']).toBe('conv-1:3387141511:2');
  expect(second?.headers['idempotency-key']).toBe('conv-1:3387141511:2');
  expect(JSON.parse(first?.body ?? '')).toEqual({
    text: 'Survey 3387141511 of conversation conv-1 (closed by CONSUMER) ended after 17 s.',
    ...surveyFacts(survey),
  });
});

test('what the consumer wrote gets nowhere', async () => {
  await call('surveyStarted', survey);
  await call('surveyEnded', survey);
  const everything = JSON.stringify([info.mock.calls, warn.mock.calls, account.context, webhook.got]);
  expect(everything).not.toMatch(/Call me|0188/);
});

test('a survey without a question is not reported, and remembered all the same', async () => {
  await call('surveyEnded', { ...survey, lastQuestionId: undefined });
  expect(webhook.got).toEqual([]);
  expect(account.context['custom/conv-1']).toMatchObject({ surveyState: 'ended' });
});

test.each([
  [
    'fails',
    (_: unknown, response: { writeHead(status: number): { end(): void } }) => response.writeHead(500).end(),
  ],
  ['never answers', () => {}],
])('a webhook that %s is a warning, and the Context Service is written all the same', async (_, answer) => {
  webhook.answer = answer;
  await call('surveyEnded', survey);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/^survey webhook /), expect.anything()]]);
  expect(account.context['custom/conv-1']).toMatchObject({ surveyState: 'ended' });
});

test.each([
  ['fails', () => Promise.reject(failure('context-service-sdk.authorization.invalid'))],
  ['never answers', () => new Promise<never>(() => {})],
])('a Context Service that %s is a warning, and the webhook is told all the same', async (_, outage) => {
  account.outage = outage;
  await call('surveyEnded', survey);
  expect(warn).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(warn.mock.calls)).not.toContain('private words');
  expect(webhook.got).toHaveLength(1);
});

test('without a key for the Context Service nothing fails', async () => {
  account.secrets = [];
  await call('surveyStarted', survey);
  expect(account.clients).toEqual([]);
  expect(warn).toHaveBeenCalledTimes(1);
});

test.each(garbage.map((payload) => [payload]))(
  'garbage never fails and is kept nowhere: %j',
  async (payload) => {
    await call('surveyStarted', payload);
    await call('surveyEnded', payload);
    expect(account.context).toEqual({});
    expect(webhook.got).toEqual([]);
  },
);
