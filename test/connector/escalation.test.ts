import type { GivenSettings } from '../../emulator/connector/settings/settings.ts';
import { answer, obedient, project } from './made.ts';
import { errorsOf, requestsOf, seen, told } from './told.ts';

const made = project({
  bot: obedient,
  sorry: "return { messages: [payload.message ? 'sorry' : 'taking over'] };",
  broken: 'return null;',
});
const empty = answer({ messages: [] });
const escalation = {
  messageToCustomer: 'One moment.',
  messageToAgent: 'The bot is stuck.',
  failureMessage: 'Nobody.',
};

test('the consumer and the agent are told, and the skill of the setting takes over', async () => {
  const connector = await made.connect({ settings: { escalation: { ...escalation, skill: 'people' } } });
  const conversation = await connector.open();
  await conversation.consumer.says(empty);
  expect(told(conversation).split('\n').slice(4)).toEqual([
    '0s messageToCustomer to consumer: One moment.',
    '0s escalated to people done',
    '0s messageToAgent to agents: The bot is stuck.',
    '0s assigned to agent an agent of people (people) by escalation',
  ]);
  expect(connector.counts.get('bot')).toEqual({ total: 1, open: 0, closed: 0, transferred: 0, escalated: 1 });
});

test('messages that are empty are not sent', async () => {
  const nothing = { messageToCustomer: '', messageToAgent: '', skill: 'people' };
  const conversation = await made.talk({ escalation: nothing });
  await conversation.consumer.says(empty);
  expect(seen(conversation)).toEqual([]);
  expect(told(conversation)).not.toContain('messageTo');
});

test('without another skill a bot escalates to itself, and only hears of new messages', async () => {
  const connector = await made.connect({ settings: { escalation, welcomeMessage: true } });
  const conversation = await connector.open();
  await conversation.consumer.says(empty);
  await conversation.consumer.says('hello');
  expect(seen(conversation)).toEqual(['One moment.', 'You said hello.']);
  expect(requestsOf(conversation)).toHaveLength(2);
  expect(connector.counts.get('bot')).toEqual({ total: 2, open: 1, closed: 0, transferred: 0, escalated: 1 });
});

test('messages that waited when a bot escalates to itself are not processed', async () => {
  const conversation = await made.talk({ escalation });
  await conversation.consumer.says(answer({ messages: [{ delay: 1 }, { txt: 'cannot be read' }] }));
  await conversation.consumer.says('waiting');
  await conversation.settle();
  await conversation.consumer.says('new');
  expect(seen(conversation)).toEqual(['One moment.', 'You said new.']);
});

test.each([
  ['messaging', { skill: 'Peeple' }, 'Peeple'],
  ['chat', { skill: 'Nobody' }, 'Nobody'],
] as const)(
  'when nobody can take over on %s the consumer is told, and the bot keeps it',
  async (conversationType, own, skill) => {
    const skills = [{ name: 'People' }, { name: 'Nobody', agents: [] }];
    const conversation = await made.talk(
      { conversationType, escalation: { ...escalation, ...own } },
      { skills },
    );
    await conversation.consumer.says(empty);
    expect(told(conversation)).toContain(`escalated to ${skill} failed`);
    expect(seen(conversation).slice(-2)).toEqual(['One moment.', 'Nobody.']);
    await conversation.consumer.says('hello');
    expect(seen(conversation).at(-1)).toBe('You said hello.');
  },
);

test('a bot can be the skill that takes over', async () => {
  const bots = [
    { function: 'bot', settings: { escalation: { ...escalation, skill: 'sorry' } } },
    { function: 'sorry', settings: { skill: 'sorry', welcomeMessage: true } },
  ];
  const conversation = await made.talk({}, { bots });
  await conversation.consumer.says(empty);
  await conversation.consumer.says('hm');
  expect(seen(conversation)).toEqual(['One moment.', 'taking over', 'sorry']);
});

test('bots that escalate to each other come to an end', async () => {
  const bots = [
    { function: 'broken', settings: escalating('one', 'two') },
    { function: 'broken', name: 'other', settings: escalating('two', 'one') },
  ];
  const conversation = await made.talk({}, { bots });
  await conversation.consumer.says('hello');
  expect(errorsOf(conversation)).toHaveLength(11);
  expect(told(conversation)).toMatch(/escalated to two failed\n.*Nobody\.$/);
  await conversation.consumer.says('again');
  expect(errorsOf(conversation)).toHaveLength(22);
});

function escalating(skill: string, to: string): GivenSettings {
  return { skill, welcomeMessage: true, escalation: { ...escalation, skill: to } };
}
