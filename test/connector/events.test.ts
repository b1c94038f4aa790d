import { talk } from './made.ts';
import { requestsOf, told } from './told.ts';

const echo = 'return { messages: [`You said ${payload.message}.`], context: {} };';

test('a first message starts a messaging conversation, and the bot hears it', async () => {
  const conversation = await talk(echo);
  await conversation.consumer.says('hello');
  await conversation.consumer.says('bye');
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hello → bot
    0s assigned to bot bot (bot) by routing
    0s call bot text
    0s bot-text: You said hello.
    0s consumer: bye → bot
    0s call bot text
    0s bot-text: You said bye."
  `);
  const [first, second] = requestsOf(conversation);
  expect(first).toMatchObject({ convId: conversation.id, message: 'hello', context: { lpSdes: {} } });
  expect(Object.keys(first ?? {})).toEqual(['convId', 'message', 'context']);
  expect(second?.context.lpEvent).toMatchObject({ sequence: 1, dialogId: conversation.id });
});
