import { answer, obedient, project } from './made.ts';
import { errorsOf, seen, told } from './told.ts';

const made = project({ bot: obedient });
const card = { type: 'vertical', elements: [{ type: 'text', text: 'A card' }] };
const base64 = 'eyJhIjoxfQ==';

/** What comes of one answer. */
async function answered(value: unknown, conversationType: 'messaging' | 'chat' = 'messaging') {
  const conversation = await made.talk({ conversationType });
  await conversation.consumer.says(answer(value));
  await conversation.settle();
  return conversation;
}

/** The lines behind the call of the bot. */
function afterCall(conversation: Parameters<typeof told>[0]): string {
  return told(conversation)
    .split('\n')
    .slice(conversation.transcript.findLastIndex(({ kind }) => kind === 'bot-call') + 1)
    .join('\n');
}

test('messages are delivered in order, each at its time, and the action comes last', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says(
    answer({
      messages: ['one', { delay: 5 }, { structuredContent: card }, { delay: 2, typing: false }, 'two'],
      context: { action: 'CHANGE_TTR', actionParameters: { ttrType: 'URGENT' } },
    }),
  );
  expect(seen(conversation)).toEqual(['one']);
  await conversation.advance(4_999);
  expect(seen(conversation)).toEqual(['one']);
  await conversation.settle();
  expect(afterCall(conversation)).toMatchInlineSnapshot(`
    "0s bot-text: one
    0s bot-delay 5s typing
    5s bot-card []
    5s bot-delay 2s
    7s bot-text: two
    7s CHANGE_TTR {"ttrType":"URGENT"} done"
  `);
});

test('time that passes during a delay costs none', async () => {
  const conversation = await answered({ messages: [{ delay: 86_400 }, 'tomorrow'] });
  expect(afterCall(conversation)).toContain('86400s bot-text: tomorrow');
});

test('a bot hears of the next message when its answer to the last one is delivered', async () => {
  const conversation = await made.talk();
  await conversation.consumer.says(answer({ messages: ['one', { delay: 3 }, 'two'] }));
  await conversation.consumer.says('and?');
  expect(conversation.transcript.at(-1)).toMatchObject({ kind: 'consumer-text', to: 'waiting' });
  await conversation.advance(3_000);
  expect(seen(conversation)).toEqual(['one', 'two', 'You said and?.']);
});

test('a sole delay says nothing on purpose, and is no error', async () => {
  const conversation = await answered({ messages: [{ delay: 1, typing: false }] });
  expect(afterCall(conversation)).toBe('0s bot-silent');
  expect(conversation.state).toBe('bot');
});

test('a delay before an action is a pause', async () => {
  const conversation = await answered({
    messages: [{ delay: 2 }],
    context: { action: 'CLOSE_CONVERSATION' },
  });
  expect(afterCall(conversation)).toMatchInlineSnapshot(`
    "0s bot-delay 2s typing
    2s CLOSE_CONVERSATION {} done
    2s closed by bot"
  `);
});

test('the legacy content of the context comes after all messages', async () => {
  const conversation = await answered({
    context: { structuredContent: card, metadata: [{ type: 'ExternalId', id: '1' }] },
    messages: ['first', 'second'],
  });
  expect(afterCall(conversation)).toMatchInlineSnapshot(`
    "0s bot-text: first
    0s bot-text: second
    0s bot-card []"
  `);
  expect(conversation.transcript.at(-1)).toMatchObject({ metadata: [{ type: 'ExternalId', id: '1' }] });
});

test('an answer of legacy content alone has a message', async () => {
  expect(errorsOf(await answered({ context: { structuredContent: card } }))).toEqual([]);
});

test('a private note is for agents, and no consumer sees it', async () => {
  const note = { text: 'a vip', messageAudience: 'AGENTS_AND_MANAGERS' };
  const conversation = await answered({ messages: [note, 'hello'] });
  expect(seen(conversation)).toEqual(['hello']);
  expect(conversation.transcript).toContainEqual(
    expect.objectContaining({ kind: 'bot-private-note', text: 'a vip' }),
  );
});

test('encoded metadata goes with every message that has none of its own', async () => {
  const conversation = await answered({
    context: { encodedMetadata: base64 },
    messages: ['text', { structuredContent: card, encodedMetadata: 'b3RoZXI=' }, { structuredContent: card }],
  });
  const encoded = conversation.transcript.flatMap((entry) =>
    'encodedMetadata' in entry ? [entry.encodedMetadata] : [],
  );
  expect(encoded).toEqual([base64, 'b3RoZXI=', base64]);
});

test('a message with encoded metadata that cannot be used is dropped, without an error', async () => {
  const conversation = await answered({
    messages: ['before', { structuredContent: card, encodedMetadata: 'no base64!' }, 'after'],
  });
  expect(afterCall(conversation)).toMatchInlineSnapshot(`
    "0s bot-text: before
    0s bot-dropped: encodedMetadata is "no base64!", expected base64; the connector drops the message without an error code
    0s bot-text: after"
  `);
});

test('encoded metadata of the whole answer takes the messages that would carry it with it, not the action', async () => {
  const conversation = await answered({
    context: {
      encodedMetadata: 'A'.repeat(5_004),
      action: 'TRANSFER',
      actionParameters: { skill: 'people' },
    },
    messages: ['lost', { structuredContent: card, encodedMetadata: base64 }],
  });
  expect(afterCall(conversation)).toMatchInlineSnapshot(`
    "0s bot-dropped: encodedMetadata has 5004 characters, at most 5000 are allowed; the connector drops the message without an error code
    0s bot-card []
    0s TRANSFER {"skill":"people"} done
    0s assigned to agent an agent of people (people) by bot"
  `);
});

test('chat takes no notice of encoded metadata', async () => {
  const conversation = await answered(
    { context: { encodedMetadata: 'no base64!' }, messages: ['seen'] },
    'chat',
  );
  expect(seen(conversation)).toEqual(['Welcome.', 'seen']);
});

test('an intent beside a message is only for the record', async () => {
  const intent = { intentId: 'x', intentName: 'X', confidenceScore: 2 };
  expect(errorsOf(await answered({ messages: ['hi'], context: intent }))).toEqual([]);
});
