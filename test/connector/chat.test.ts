import { answer, obedient, project } from './made.ts';
import { errorsOf, seen, told } from './told.ts';

const made = project({ bot: obedient });
const inactivity = {
  timeUntilWarning: 60_000,
  warningMessage: 'Still there?',
  timeUntilClose: 120_000,
  closeMessage: 'Goodbye.',
};
const chat = { conversationType: 'chat' as const, inactivity };

test('a chat in which the consumer does nothing is warned and then closed', async () => {
  const conversation = await made.talk(chat);
  await conversation.consumer.joins();
  await conversation.advance(59_999);
  expect(seen(conversation)).toEqual(['Welcome.']);
  await conversation.advance(86_400_000);
  expect(told(conversation).split('\n').slice(4)).toEqual([
    '60s warningMessage to consumer: Still there?',
    '120s closeMessage to consumer: Goodbye.',
    '120s closed by inactivity without survey',
  ]);
  await conversation.consumer.says('sorry');
  expect(conversation.transcript.at(-1)).toMatchObject({ to: 'nobody' });
});

test.each(['says', 'types'] as const)('a consumer who %s something begins both times anew', async (does) => {
  const conversation = await made.talk(chat);
  await conversation.consumer.joins();
  await conversation.advance(59_000);
  await (does === 'says' ? conversation.consumer.says('wait') : conversation.consumer.types());
  await conversation.advance(59_000);
  expect(seen(conversation)).not.toContain('Still there?');
  await conversation.advance(1_000);
  expect(seen(conversation).at(-1)).toBe('Still there?');
  await conversation.consumer.says('yes');
  await conversation.advance(60_000);
  expect(seen(conversation).at(-1)).toBe('Still there?');
  expect(conversation.state).toBe('bot');
});

test('once an agent has the chat, the bot neither warns nor closes', async () => {
  const conversation = await made.talk(chat);
  await conversation.consumer.says(
    answer({ context: { action: 'TRANSFER', actionParameters: { skill: 'people' } } }),
  );
  await conversation.advance(86_400_000);
  expect(seen(conversation)).toEqual(['Welcome.']);
  expect(conversation.state).toBe('agent');
});

test('without the settings a chat stays open', async () => {
  const conversation = await made.talk({ conversationType: 'chat' });
  await conversation.consumer.joins();
  await conversation.advance(86_400_000);
  expect(conversation.state).toBe('bot');
});

test('messaging knows no inactivity', async () => {
  const conversation = await made.talk({ inactivity });
  await conversation.consumer.says('hello');
  await conversation.advance(86_400_000);
  expect(seen(conversation)).toEqual(['You said hello.']);
});

test('what a bot still had to say when the chat was closed is an error', async () => {
  const conversation = await made.talk(chat);
  await conversation.consumer.says(answer({ messages: [{ delay: 200 }, 'at last'] }));
  await conversation.settle();
  expect(seen(conversation)).toEqual(['Welcome.', 'Still there?', 'Goodbye.']);
  expect(errorsOf(conversation)).toEqual(['connector.chat.send-message']);
});

test('a chat that is transferred to the bot is welcomed', async () => {
  const conversation = await made.talk(chat);
  await conversation.consumer.joins();
  await conversation.agent.transfers('people');
  await conversation.agent.transfers('bot');
  expect(seen(conversation)).toEqual(['Welcome.', 'Welcome.']);
});
