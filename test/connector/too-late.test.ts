import { answer, obedient, project } from './made.ts';
import { errorsOf, seen, told } from './told.ts';

const made = project({ bot: obedient, errorHook: 'return null;' });

/** A conversation that is closed or given to somebody else while the bot is still answering. */
async function interrupted(
  value: unknown,
  how: 'close' | 'transfer',
  conversationType: 'messaging' | 'chat' = 'messaging',
) {
  const conversation = await made.talk({ conversationType, hooks: { error: 'errorHook' } });
  await conversation.consumer.says(answer(value));
  if (how === 'close') await conversation.close();
  else await conversation.agent.transfers('people');
  await conversation.settle();
  return conversation;
}

const later = (action?: string, actionParameters?: unknown) => ({
  messages: ['now', { delay: 3 }, ...(action ? [] : ['later'])],
  ...(action && { context: { action, actionParameters } }),
});
const skill = { skill: 'people' };
const urgent = { ttrType: 'URGENT' };

test.each([
  ['a message', 'close', later(), 'connector.messaging.conversation-closed'],
  ['a message', 'transfer', later(), 'connector.messaging.agent-not-authorized'],
  ['a close', 'close', later('CLOSE_CONVERSATION'), 'connector.messaging.end-conversation'],
  ['a close', 'transfer', later('CLOSE_CONVERSATION'), 'connector.messaging.end-conversation'],
  ['a transfer', 'close', later('TRANSFER', skill), 'connector.messaging.transfer-to-skill'],
  ['a new time to respond', 'close', later('CHANGE_TTR', urgent), 'connector.messaging.conversation-closed'],
  [
    'a new time to respond',
    'transfer',
    later('CHANGE_TTR', urgent),
    'connector.messaging.agent-not-authorized',
  ],
] as const)('%s after a %s is an error, and nothing of it happens', async (_, how, value, error) => {
  const conversation = await interrupted(value, how);
  expect(errorsOf(conversation)).toEqual([error]);
  expect(seen(conversation)).toEqual(['now']);
  expect(told(conversation)).toContain('error hook errorHook called');
  expect(told(conversation)).not.toContain('escalated');
  expect(conversation.state).toBe(how === 'close' ? 'closed' : 'agent');
});

test.each([
  ['a message', later(), 'connector.chat.send-message'],
  ['a close', later('CLOSE_CONVERSATION'), 'connector.chat.end-conversation'],
  ['a transfer', later('TRANSFER', skill), 'connector.chat.transfer-to-skill'],
])('in a chat that is over: %s', async (_, value, error) => {
  expect(errorsOf(await interrupted(value, 'close', 'chat'))).toEqual([error]);
});

test('a bot that gets the conversation back does not go on with its old answer', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says(answer(later()));
  await conversation.agent.transfers('people');
  await conversation.agent.transfers('bot');
  await conversation.consumer.says('hello');
  await conversation.settle();
  expect(seen(conversation)).toEqual(['now', 'You said hello.']);
  expect(errorsOf(conversation)).toEqual(['connector.messaging.agent-not-authorized']);
});

test('a second close does nothing', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says('hello');
  await conversation.close();
  await conversation.close('agent');
  expect(conversation.transcript.filter(({ kind }) => kind === 'closed')).toHaveLength(1);
});

test('a conversation that nobody has begun can be closed', async () => {
  const conversation = await made.talk();
  await conversation.close();
  expect(told(conversation)).toBe('0s closed by consumer');
});
