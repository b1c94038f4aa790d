import { generations } from '../../emulator/platform/generations.ts';
import { obedient, project } from './made.ts';
import { requestsOf, seen, told } from './told.ts';

const made = { v1: project({ bot: obedient }, { generation: 'v1' }), v2: project({ bot: obedient }) };

test.each(generations)(
  'a first message starts a messaging conversation, and a %s bot hears it',
  async (generation) => {
    const conversation = await made[generation].talk();
    await conversation.consumer.says('hello');
    await conversation.consumer.says('bye');
    expect(told(conversation)).toBe(
      [
        '0s consumer: hello → bot',
        '0s assigned to bot bot (bot) by routing',
        '0s call bot text',
        '0s bot-text: You said hello.',
        '0s consumer: bye → bot',
        '0s call bot text',
        '0s bot-text: You said bye.',
      ].join('\n'),
    );
    const [first, second] = requestsOf(conversation);
    expect(first).toMatchObject({ convId: conversation.id, message: 'hello', context: { lpSdes: {} } });
    expect(Object.keys(first ?? {})).toEqual(['convId', 'message', 'context']);
    expect(first?.context.lpEvent).toMatchObject({
      sequence: 0,
      serverTimestamp: conversation.now,
      dialogId: conversation.id,
      event: { type: 'ContentEvent', message: 'hello', contentType: 'text/plain' },
      conversationContext: { type: 'MESSAGING' },
    });
    expect(second?.context.lpEvent).toMatchObject({ sequence: 1 });
  },
);

const buttons = {
  messages: [
    {
      structuredContent: {
        message: 'Do you like bots?',
        quickReplies: {
          type: 'quickReplies',
          itemsPerRow: 8,
          replies: [button('Yes', 'yep', 'Yes-1234'), button('No', 'no way', 'No-4321')],
        },
      },
    },
  ],
};

function button(title: string, text: string, id: string) {
  const click = { actions: [{ type: 'publishText', text }], metadata: [{ type: 'ExternalId', id }] };
  return { type: 'button', tooltip: title, title, click };
}

test('a click on a quick reply is the text behind it, with the metadata of the click', async () => {
  const conversation = await made.v2.talk();
  await conversation.consumer.says(JSON.stringify(buttons));
  await conversation.consumer.clicks('No');
  const { message, context } = requestsOf(conversation).at(-1) ?? { context: { lpEvent: {} } };
  expect(message).toBe('no way');
  expect(context.lpEvent).toMatchObject({
    event: { message: 'no way' },
    metadata: [{ type: 'ExternalId', id: 'No-4321' }],
  });
  expect(seen(conversation)).toEqual(['Do you like bots? [Yes, No]', 'You said no way.']);
});

test('a click on what was not offered is an error that names what was, and quick replies go when something is said', async () => {
  const conversation = await made.v2.talk();
  await expect(conversation.consumer.clicks('Yes')).rejects.toMatchObject({
    finding: { code: 'unknown-button', hint: 'the bot offers nothing to click' },
  });
  await conversation.consumer.says(JSON.stringify(buttons));
  expect(conversation.choices.map(({ title }) => title)).toEqual(['Yes', 'No']);
  await expect(conversation.consumer.clicks('Yess')).rejects.toMatchObject({
    finding: {
      message: 'there is nothing "Yess" to click. Did you mean "Yes"?',
      hint: 'the bot offers Yes, No',
    },
  });
  await conversation.consumer.says('never mind');
  expect(conversation.choices).toEqual([]);
});

test('the buttons of a card stay, and only those that publish a text can be clicked', async () => {
  const link = {
    type: 'button',
    title: 'Site',
    click: { actions: [{ type: 'link', uri: 'https://example.com' }] },
  };
  const card = { type: 'vertical', elements: [button('Order', 'order 1', 'o'), link] };
  const conversation = await made.v2.talk();
  await conversation.consumer.says(JSON.stringify({ messages: [{ structuredContent: card }] }));
  await conversation.consumer.says('hm');
  expect(conversation.choices).toEqual([
    { title: 'Order', text: 'order 1', metadata: [{ type: 'ExternalId', id: 'o' }] },
  ]);
});

test('a file and rich content come as identifiers, and the raw event says what they are', async () => {
  const conversation = await made.v2.talk();
  const map = { type: 'vertical', elements: [{ type: 'map', la: 49.8, lo: 2.02 }] };
  await conversation.consumer.sendsRichContent(map);
  await conversation.consumer.sendsFile({
    relativePath: '/v1/receipt.JPG',
    fileType: 'JPG',
    caption: 'receipt',
  });
  const [rich, file] = requestsOf(conversation);
  expect(rich).toMatchObject({
    message: 'com.liveperson.bot-connectors.consumer.send-rich-content',
    context: { lpEvent: { event: { type: 'RichContentEvent', content: map } } },
  });
  expect(file).toMatchObject({
    message: 'com.liveperson.bot-connectors.consumer.send-file',
    context: {
      lpEvent: {
        event: { contentType: 'hosted/file', message: { relativePath: '/v1/receipt.JPG', fileType: 'JPG' } },
      },
    },
  });
});

test('a chat starts with a welcome, before the consumer has said anything', async () => {
  const conversation = await made.v2.talk({ conversationType: 'chat' });
  await conversation.consumer.joins();
  await conversation.consumer.says('hello');
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer-joined
    0s assigned to bot bot (bot) by routing
    0s call bot welcome
    0s bot-text: Welcome.
    0s consumer: hello → bot
    0s call bot text
    0s bot-text: You said hello."
  `);
  const [welcome, text] = requestsOf(conversation);
  expect(Object.keys(welcome ?? {})).toEqual(['convId', 'event', 'context']);
  expect(welcome?.event).toEqual({ name: 'WELCOME' });
  expect(welcome?.context.lpEvent).toMatchObject({
    isWelcomeEvent: true,
    chatSessionKey: conversation.id,
    by: 'info',
  });
  expect(conversation.id).toMatch(/^H\d{19}-[\da-f]{32}K\d{7}$/);
  expect(text).toMatchObject({
    message: 'hello',
    context: { lpEvent: { text: 'hello', isWelcomeEvent: false } },
  });
});

test('who speaks first in a chat has opened it', async () => {
  const conversation = await made.v2.talk({ conversationType: 'chat' });
  await conversation.consumer.says('hello');
  expect(seen(conversation)).toEqual(['Welcome.', 'You said hello.']);
});

test('on messaging a bot is welcomed when somebody transfers to it, if its setting says so', async () => {
  const on = await made.v2.talk({ welcomeMessage: true });
  await on.consumer.says('where is my order');
  await on.agent.transfers('people');
  await on.consumer.says('anybody?');
  await on.agent.transfers('bot');
  expect(told(on)).toMatchInlineSnapshot(`
    "0s consumer: where is my order → bot
    0s assigned to bot bot (bot) by routing
    0s call bot text
    0s bot-text: You said where is my order.
    0s assigned to agent an agent of people (people) by agent
    0s consumer: anybody? → agent
    0s assigned to bot bot (bot) by agent
    0s call bot welcome
    0s bot-text: Welcome."
  `);
  const welcome = requestsOf(on).at(-1);
  expect(Object.keys(welcome ?? {})).toEqual(['convId', 'context']);
  expect(welcome?.context.lpEvent).toEqual({
    type: 'ContentEvent',
    content: 'welcome',
    lastConsumerMessage: 'anybody?',
  });
  const off = await made.v2.talk();
  await off.consumer.says('hello');
  await off.agent.transfers('people');
  await off.agent.transfers('bot');
  expect(seen(off)).toEqual(['You said hello.']);
});

test('nothing else that happens is passed to the bot', async () => {
  const conversation = await made.v2.talk();
  const { consumer, agent } = conversation;
  await consumer.joins();
  await consumer.types();
  await consumer.does({ type: 'AcceptStatusEvent' });
  await agent.joins('Ada');
  expect(conversation.state).toBe('new');
  await consumer.says('hello');
  await consumer.does({ type: 'ChatStateEvent' });
  await agent.says('I am reading along', 'Ada');
  expect(requestsOf(conversation)).toHaveLength(1);
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer-joined
    0s consumer-typing
    0s consumer-event AcceptStatusEvent → nobody
    0s Ada joins
    0s consumer: hello → bot
    0s assigned to bot bot (bot) by routing
    0s call bot text
    0s bot-text: You said hello.
    0s consumer-event ChatStateEvent → nobody
    0s Ada: I am reading along"
  `);
});

test('an agent who joins takes a conversation that waits, and only takes part in one that somebody has', async () => {
  const skills = [{ name: 'people', agents: [] }];
  const waiting = await made.v2.talk({}, { skills, start: { skill: 'people' } });
  await waiting.consumer.says('hello');
  expect(waiting.state).toBe('queued');
  await waiting.agent.joins('Ada');
  await waiting.consumer.says('hello, Ada');
  expect(told(waiting).split('\n').slice(-3)).toEqual([
    '0s Ada joins',
    '0s assigned to agent Ada (people) by agent',
    '0s consumer: hello, Ada → agent',
  ]);
  await waiting.agent.joins('Bob');
  expect(waiting.assignee).toEqual({ type: 'agent', name: 'Ada' });
  const taken = await made.v2.talk();
  await taken.consumer.says('hello');
  await taken.agent.joins('Ada');
  await taken.consumer.says('and now?');
  expect(seen(taken)).toEqual(['You said hello.', 'You said and now?.']);
});

test('what a conversation begins with is laid over the raw events', async () => {
  const visitor = { language: 'de-DE' };
  const start = { id: 'c1', lpEvent: { conversationContext: { campaignId: 7, visitor } } };
  const conversation = await made.v2.talk({}, { start });
  await conversation.consumer.says('hello');
  expect(requestsOf(conversation)[0]).toMatchObject({
    convId: 'c1',
    context: {
      lpEvent: {
        conversationContext: { campaignId: 7, type: 'MESSAGING', visitor: { language: 'de-DE', os: 'OSX' } },
      },
    },
  });
});

test('calls that are not waited for are worked off one after the other', async () => {
  const { consumer, transcript } = await made.v2.talk();
  await Promise.all(['one', 'two', 'three'].map((text) => consumer.says(text)));
  expect(seen({ transcript })).toEqual(['You said one.', 'You said two.', 'You said three.']);
  expect(transcript.map(({ step }) => step)).toEqual([1, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
});
