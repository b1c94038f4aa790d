import { functionUuid } from '../../emulator/project/function-uuid.ts';
import { client } from '../runtime/account-client.ts';
import { answer, obedient, project } from './made.ts';
import { errorsOf, requestsOf, seen, told } from './told.ts';

const made = project({
  bot: obedient,
  other:
    "return { messages: [payload.message ? 'other' : `other welcomes ${payload.context.lpEvent.lastConsumerMessage}`] };",
  helper:
    "if (payload.fail) throw new Error('helper fails'); console.info('helping', payload); return { messages: ['read by nobody'] };",
  caller: `${client}
async function lambda() {
  const at = await hosts();
  const [status, body] = await call(at, await token(at), process.env.X_LIVEPERSON_FUNCTION_UUID, 1);
  if (status !== 200) throw new Error(body.message);
}`,
});

const transfer = (skill: string, agentId?: string) =>
  answer({ messages: ['one moment'], context: { action: 'TRANSFER', actionParameters: { skill, agentId } } });
const close = (actionParameters?: unknown) =>
  answer({ messages: ['bye'], context: { action: 'CLOSE_CONVERSATION', actionParameters } });
const invoke = (parameters: unknown) =>
  answer({ messages: ['one moment'], context: { action: 'INVOCATION', actionParameters: parameters } });

const skills = [
  {
    name: 'Sales',
    agents: [
      { id: '1', name: 'Ada', available: false },
      { id: '2', name: 'Bob' },
      { id: '3', name: 'Cyd' },
    ],
  },
  { name: 'Night', agents: [] },
];

test('a transfer to a skill gives the conversation to one of its agents, who gets what comes next', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says(transfer('people'));
  await conversation.consumer.says('are you human?');
  await conversation.agent.says('I am.');
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer: {"messages":["one moment"],"context":{"action":"TRANSFER","actionParameters":{"skill":"people"}}} → bot
    0s assigned to bot bot (bot) by routing
    0s call bot text
    0s bot-text: one moment
    0s TRANSFER {"skill":"people"} done
    0s assigned to agent an agent of people (people) by bot
    0s consumer: are you human? → agent
    0s an agent of people: I am."
  `);
  expect(conversation).toMatchObject({
    state: 'agent',
    assignee: { type: 'agent', name: 'an agent of people' },
  });
});

test.each([
  ['one who is there', '3', 'Cyd'],
  ['one who is not there', '1', 'Bob'],
  ['one whom the skill does not have', '9', 'Bob'],
])('a transfer to an agent: %s', async (_, agentId, name) => {
  const conversation = await made.talk({}, { skills });
  await conversation.consumer.says(transfer('Sales', agentId));
  expect(conversation.assignee).toEqual({ type: 'agent', name });
});

test('on messaging a skill without agents lets the consumer wait', async () => {
  const conversation = await made.talk({}, { skills });
  await conversation.consumer.says(transfer('Night'));
  await conversation.consumer.says('hello?');
  expect(conversation).toMatchObject({ state: 'queued', assignee: { type: 'nobody' } });
  expect(conversation.transcript.at(-1)).toMatchObject({ kind: 'consumer-text', to: 'waiting' });
});

test('a skill is told by its very name', async () => {
  const conversation = await made.talk({}, { skills });
  await conversation.consumer.says(transfer('sales'));
  expect(conversation.transcript.find((entry) => entry.kind === 'error')?.message).toBe(
    'the account has no skill "sales". Did you mean "Sales"?',
  );
});

test('a bot that transfers to its own skill has the conversation again, without a word', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says(transfer('bot'));
  await conversation.consumer.says('hello');
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer: {"messages":["one moment"],"context":{"action":"TRANSFER","actionParameters":{"skill":"bot"}}} → bot
    0s assigned to bot bot (bot) by routing
    0s call bot text
    0s bot-text: one moment
    0s TRANSFER {"skill":"bot"} done
    0s assigned to bot bot (bot) by bot
    0s consumer: hello → bot
    0s call bot text
    0s bot-text: You said hello."
  `);
});

test('another bot is told the last message of the consumer when it is welcomed', async () => {
  const bots = [
    { function: 'bot' },
    { function: 'other', name: 'The other', settings: { skill: 'other', welcomeMessage: true } },
  ];
  const connector = await made.connect({ bots });
  const conversation = await connector.open();
  await conversation.consumer.says(transfer('other'));
  await conversation.consumer.says('hm');
  expect(seen(conversation)).toEqual(['one moment', `other welcomes ${transfer('other')}`, 'other']);
  expect(conversation.assignee).toEqual({ type: 'bot', name: 'The other' });
  await conversation.close();
  expect([...connector.counts]).toEqual([
    ['bot', { total: 1, open: 0, closed: 0, transferred: 1, escalated: 0 }],
    ['The other', { total: 1, open: 0, closed: 1, transferred: 0, escalated: 0 }],
  ]);
});

test.each([
  ['with a survey', undefined, true],
  ['with a survey that is not left out', { withoutPcs: false }, true],
  ['without a survey', { withoutPcs: true }, false],
])('a bot closes the conversation %s', async (_, parameters, survey) => {
  const conversation = await made.talk();
  await conversation.consumer.says(close(parameters));
  expect(conversation.transcript.at(-1)).toMatchObject({ kind: 'closed', by: 'bot', survey });
  await conversation.consumer.says('wait');
  expect(conversation.transcript.at(-1)).toMatchObject({ text: 'wait', to: 'nobody' });
  expect(requestsOf(conversation)).toHaveLength(1);
});

test.each(['URGENT', 'NORMAL', 'PRIORITIZED'])('the time to respond becomes %s', async (ttrType) => {
  const conversation = await made.talk();
  await conversation.consumer.says(
    answer({ context: { action: 'CHANGE_TTR', actionParameters: { ttrType } } }),
  );
  expect(conversation.transcript.at(-1)).toMatchObject({
    kind: 'action',
    outcome: 'done',
    parameters: { ttrType },
  });
});

test('an invocation runs another function of the project, whose answer nobody reads', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says(invoke({ lambdaUuid: functionUuid('helper'), payload: { a: 1 } }));
  expect(seen(conversation)).toEqual(['one moment']);
  expect(conversation.transcript.at(-1)).toMatchObject({
    action: 'INVOCATION',
    outcome: 'done',
    record: { function: 'helper', logs: [{ message: 'helping', extras: [{ a: 1 }] }] },
  });
});

test.each([
  ['helper', { fail: true }],
  ['nowhere', {}],
])('an invocation that fails is only an error where it says so: %s', async (name, payload) => {
  const parameters = { lambdaUuid: functionUuid(name), payload };
  const tolerant = await made.talk();
  await tolerant.consumer.says(invoke(parameters));
  expect(tolerant.transcript.at(-1)).toMatchObject({ kind: 'action', outcome: 'failed' });
  const strict = await made.talk({ escalation: { skill: 'people' } });
  await strict.consumer.says(invoke({ ...parameters, failOnError: true }));
  expect(errorsOf(strict)).toEqual(['aivendor.faas.failed-bot-action']);
  expect(strict.state).toBe('agent');
});

test('a bot that has itself invoked is not asked once more for what it answers then', async () => {
  const conversation = await made.talk();
  const again = { lambdaUuid: functionUuid('bot'), payload: { message: 'again' } };
  await conversation.consumer.says(
    invoke({ lambdaUuid: functionUuid('bot'), payload: { message: invoke(again) } }),
  );
  expect(seen(conversation)).toEqual(['one moment']);
  expect(conversation.transcript.filter(({ kind }) => kind === 'bot-call')).toHaveLength(1);
});

test('a function that is invoked and calls itself for ever comes to a clear end', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says(
    invoke({ lambdaUuid: functionUuid('caller'), payload: {}, failOnError: true }),
  );
  expect(errorsOf(conversation)).toEqual(['aivendor.faas.failed-bot-action']);
  const action = conversation.transcript.find((entry) => entry.kind === 'action');
  expect(action?.record?.verdict.findings.map(({ code }) => code)).toContain('call-depth');
});

test('an agent transfers to a skill that there is, and to no other', async () => {
  const conversation = await made.talk({}, { skills });
  await conversation.consumer.says('hello');
  await expect(conversation.agent.transfers('Sale')).rejects.toMatchObject({
    finding: {
      code: 'unknown-skill',
      hint: 'the skills here are bot, Sales, Night; names are case-sensitive',
    },
  });
  await conversation.agent.transfers('Sales');
  expect(conversation.assignee).toEqual({ type: 'agent', name: 'Bob' });
});
