import { mostMessages } from '../../emulator/connector/jobs/deliver.ts';
import { mostHandOvers } from '../../emulator/connector/jobs/hand-over.ts';
import { mostEntries } from '../../emulator/connector/session/session.ts';
import { answer, obedient, project } from './made.ts';
import { errorsOf, seen, told } from './told.ts';

const made = project({
  bot: obedient,
  circle:
    "return { messages: ['round'], context: { action: 'TRANSFER', actionParameters: { skill: 'circle' } } };",
  slowCircle: `
    const actionParameters = { skill: 'circle' };
    return { messages: [{ delay: 3600 }], context: { action: 'TRANSFER', actionParameters } };`,
  ping: "return { context: { action: 'TRANSFER', actionParameters: { skill: 'pong' } } };",
  pong: "return { context: { action: 'TRANSFER', actionParameters: { skill: 'ping' } } };",
  many: 'return { messages: Array.from({ length: Number(payload.message) }, (_, index) => `message ${index}`) };',
  huge: "return { messages: ['x'.repeat(20_000_000)] };",
});
const welcomed = (skill: string) => ({ skill, welcomeMessage: true });

test.each(['circle', 'slowCircle'])(
  'a bot that transfers to itself for ever is stopped: %s',
  async (name) => {
    const conversation = await made.talk({}, { bots: [{ function: name, settings: welcomed('circle') }] });
    await conversation.consumer.says('hello');
    await conversation.settle();
    expect(errorsOf(conversation)).toEqual(['connector.messaging.transfer-to-skill']);
    expect(
      conversation.transcript.filter((entry) => entry.kind === 'action' && entry.outcome === 'done'),
    ).toHaveLength(mostHandOvers);
    expect(conversation.state).toBe('bot');
    await conversation.consumer.says('once more');
    await conversation.settle();
    expect(errorsOf(conversation)).toHaveLength(2);
  },
);

test('bots that transfer to each other for ever are stopped', async () => {
  const bots = ['ping', 'pong'].map((name) => ({ function: name, settings: welcomed(name) }));
  const conversation = await made.talk({}, { bots });
  await conversation.consumer.says('hello');
  expect(errorsOf(conversation)).toEqual(['connector.messaging.transfer-to-skill']);
  expect(conversation.transcript.find((entry) => entry.kind === 'error')?.message).toBe(
    'bots handed the conversation over 10 times, and nobody said anything in between',
  );
});

test('a person takes over from bots that handed a conversation round', async () => {
  const settings = { ...welcomed('circle'), escalation: { skill: 'people' } };
  const skills = [{ name: 'people', agents: [{ id: '1', name: 'Ann' }] }];
  const conversation = await made.talk({}, { bots: [{ function: 'circle', settings }], skills });
  await conversation.consumer.says('hello');
  await conversation.settle();
  expect(errorsOf(conversation)).toEqual(['connector.messaging.transfer-to-skill']);
  expect(conversation.assignee).toEqual({ type: 'agent', name: 'Ann' });
});

test('a pause without end ends after thirty days, and that is told', async () => {
  const conversation = await made.talk({ conversationType: 'chat' });
  await conversation.consumer.says(answer({ messages: ['a', { delay: Number.MAX_SAFE_INTEGER }, 'b'] }));
  await conversation.settle();
  await conversation.consumer.says('hello');
  expect(seen(conversation)).toEqual(['Welcome.', 'a', 'b', 'You said hello.']);
  expect(told(conversation)).toContain(
    'notice long-conversation: the answer pauses for 9007199254740991 s; it went on after 30 days',
  );
});

test('a thousand messages are delivered, and of more the first thousand', async () => {
  const conversation = await made.talk({}, { bots: [{ function: 'many' }] });
  await conversation.consumer.says(String(mostMessages));
  expect(seen(conversation)).toHaveLength(1_000);
  expect(seen(conversation).at(-1)).toBe('message 999');
  await conversation.consumer.says('5000');
  expect(seen(conversation)).toHaveLength(2_000);
  expect(conversation.transcript.at(-1)).toMatchObject({
    kind: 'notice',
    finding: {
      code: 'long-conversation',
      message: 'the answer has 5000 messages; the first 1000 of them were delivered',
    },
  });
});

test('a conversation that goes on and on is not followed for ever', async () => {
  const connector = await made.connect({ bots: [{ function: 'many' }] });
  const conversation = await connector.open();
  for (let turn = 0; turn < 25; turn += 1) await conversation.consumer.says('1000');
  expect(conversation.transcript).toHaveLength(mostEntries + 1);
  expect(conversation.transcript.at(-1)).toMatchObject({
    kind: 'notice',
    finding: { code: 'long-conversation' },
  });
  expect(conversation.state).toBe('closed');
  expect(connector.counts.get('many')).toMatchObject({ open: 0, closed: 1 });
  await conversation.advance(86_400_000);
  expect(conversation.transcript).toHaveLength(mostEntries + 1);
});

test('an answer that is too large to be sent is no answer', async () => {
  const conversation = await made.talk({}, { bots: [{ function: 'huge' }] });
  await conversation.consumer.says('hello');
  expect(told(conversation)).toContain(
    'error aivendor.faas.missing-response-body: the answer has 20000017 characters; up to 5242880 are kept here',
  );
});

test('an answer that is nested hundreds of levels deep is an error like any other', async () => {
  const deep = `{"messages":[{"structuredContent":{"type":"vertical","elements":${'['.repeat(300)}${']'.repeat(300)}}}]}`;
  const conversation = await made.talk();
  await conversation.consumer.says(deep);
  expect(errorsOf(conversation)).toEqual(['connector.messaging.send-message']);
});

test('a bot that says something after its own close is heard by nobody', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says(
    answer({ messages: ['bye', { delay: 1 }], context: { action: 'CLOSE_CONVERSATION' } }),
  );
  await conversation.consumer.says('what?');
  await conversation.settle();
  await conversation.advance(86_400_000);
  expect(seen(conversation)).toEqual(['bye']);
  expect(told(conversation)).toMatch(/closed by bot$/);
});

test('a call that fails holds up none of those behind it', async () => {
  const conversation = await made.talk();
  const calls = [conversation.consumer.clicks('nothing'), conversation.consumer.says('hello')];
  expect(await Promise.allSettled(calls)).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled' }]);
  expect(seen(conversation)).toEqual(['You said hello.']);
});
