import { obedient, project } from './made.ts';
import { requestsOf, seen, told } from './told.ts';

const made = project({ bot: obedient });
const combineMessages = { maxMessages: 3, timeFrame: 4_000, timeFrameAfterTyping: 10_000 };

/** A conversation that has begun: the bot has it, so that what follows can be combined. */
async function begun(settings = {}) {
  const conversation = await made.talk({ combineMessages, ...settings });
  await conversation.consumer.says('hello');
  await conversation.settle();
  return conversation;
}

test('messages within the time frame become one, and each of them begins it anew', async () => {
  const conversation = await begun();
  await conversation.consumer.says('where');
  await conversation.advance(3_000);
  await conversation.consumer.says('is my');
  await conversation.advance(3_999);
  expect(seen(conversation)).toEqual(['You said hello.']);
  await conversation.advance(1);
  expect(seen(conversation)).toEqual(['You said hello.', 'You said where is my.']);
  await conversation.consumer.says('order');
  await conversation.settle();
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hello → waiting
    0s assigned to bot bot (bot) by routing
    4s call bot text
    4s bot-text: You said hello.
    4s consumer: where → waiting
    7s consumer: is my → waiting
    11s call bot text
    11s bot-text: You said where is my.
    11s consumer: order → waiting
    15s call bot text
    15s bot-text: You said order."
  `);
  const [, two] = requestsOf(conversation);
  expect(two).toMatchObject({
    message: 'where is my',
    context: { lpEvent: { event: { message: 'is my' }, sequence: 2 } },
  });
});

test('without the setting every message is an event of its own', async () => {
  const conversation = await begun({ combineMessages: null });
  await conversation.consumer.says('where');
  await conversation.consumer.says('is it');
  expect(seen(conversation).slice(1)).toEqual(['You said where.', 'You said is it.']);
});

test('the most messages that are combined go to the bot without waiting', async () => {
  const conversation = await begun();
  for (const text of ['one', 'two', 'three', 'four']) await conversation.consumer.says(text);
  expect(seen(conversation).slice(1)).toEqual(['You said one two three.']);
  await conversation.settle();
  expect(seen(conversation).slice(2)).toEqual(['You said four.']);
});

test('typing replaces the time frame by the other one', async () => {
  const conversation = await begun();
  await conversation.consumer.says('one');
  await conversation.advance(1_000);
  await conversation.consumer.types();
  await conversation.advance(9_999);
  expect(seen(conversation)).toHaveLength(1);
  await conversation.consumer.says('two');
  await conversation.advance(4_000);
  expect(seen(conversation).slice(1)).toEqual(['You said one two.']);
});

test('the first message waits for others too', async () => {
  const conversation = await made.talk({ combineMessages });
  await conversation.consumer.says('hello');
  await conversation.consumer.says('there');
  await conversation.settle();
  expect(seen(conversation)).toEqual(['You said hello there.']);
});

test('who types without having said anything holds up nothing', async () => {
  const conversation = await begun();
  await conversation.consumer.types();
  await conversation.consumer.says('one');
  await conversation.advance(4_000);
  expect(seen(conversation).slice(1)).toEqual(['You said one.']);
});

test('what is no text goes to the bot behind what was waiting', async () => {
  const conversation = await begun();
  await conversation.consumer.says('look');
  await conversation.consumer.sendsFile({ relativePath: '/a.jpg', fileType: 'JPG' });
  expect(requestsOf(conversation).map(({ message }) => message)).toEqual([
    'hello',
    'look',
    'com.liveperson.bot-connectors.consumer.send-file',
  ]);
});

test('what still waits when the conversation is closed is never sent', async () => {
  const conversation = await begun();
  await conversation.consumer.says('one');
  await conversation.close();
  await conversation.advance(60_000);
  expect(requestsOf(conversation)).toHaveLength(1);
  expect(conversation.state).toBe('closed');
});

test('a chat combines nothing', async () => {
  const conversation = await made.talk({ combineMessages, conversationType: 'chat' });
  await conversation.consumer.says('one');
  await conversation.consumer.says('two');
  expect(seen(conversation)).toEqual(['Welcome.', 'You said one.', 'You said two.']);
});
