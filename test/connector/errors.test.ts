import { answer, obedient, project } from './made.ts';
import { errorsOf, seen } from './told.ts';

const made = project(
  {
    bot: obedient,
    failing: "throw new Error('no luck');",
    undefinedBot: 'return undefined;',
    text: "return 'just a text';",
  },
  {
    files: {
      'functions/unbuildable/index.ts': 'export async function lambda() { return 1; ',
      'functions/unbuildable/config.json': { name: 'unbuildable', description: 'unbuildable' },
    },
  },
);
const impatient = project(
  { slow: 'await new Promise((done) => setTimeout(done, 60_000));' },
  { limits: { deadline: 300 } },
);

const quickReplies = {
  structuredContent: {
    message: 'Well?',
    quickReplies: {
      type: 'quickReplies',
      itemsPerRow: 2,
      replies: [{ type: 'button', title: 'Yes', click: { actions: [{ type: 'publishText', text: 'yes' }] } }],
    },
  },
};
const badCard = { structuredContent: { type: 'vertical', elements: [{ type: 'buton', title: 'x' }] } };
const httpImage = {
  structuredContent: { type: 'vertical', elements: [{ type: 'image', url: 'http://example.com/a.png' }] },
};

/** The errors that an answer leads to. */
async function errorsFor(
  value: unknown,
  conversationType: 'messaging' | 'chat' = 'messaging',
): Promise<string[]> {
  const skills = [{ name: 'People' }, { name: 'Nobody', agents: [] }];
  const conversation = await made.talk({ conversationType, escalation: { skill: 'People' } }, { skills });
  await conversation.consumer.says(answer(value));
  await conversation.settle();
  return errorsOf(conversation);
}

const act = (action: unknown, actionParameters?: unknown) => ({ context: { action, actionParameters } });
const acting = (action: unknown, actionParameters?: unknown) => ({
  messages: ['hi'],
  ...act(action, actionParameters),
});

test.each([
  [
    'neither a message nor an action',
    { messages: [], context: {} },
    'pipes.verify-ai-response.missing-action-and-messages',
  ],
  [
    'an intent alone',
    { context: { intentId: 'x', confidenceScore: 1 } },
    'pipes.verify-ai-response.missing-action-and-messages',
  ],
  ['an unknown action alone', act('DANCE'), 'pipes.verify-ai-response.no-messages-and-not-supported-action'],
  [
    'an action with wrong parameters alone',
    act('TRANSFER', {}),
    'pipes.verify-ai-response.no-messages-and-not-supported-action',
  ],
  ['no body', null, 'aivendor.faas.missing-response-body'],
  ['a list in place of a body', [], 'aivendor.faas.missing-response-body'],
  ['messages that are no list', { messages: 'hi' }, 'events-queue.not-catched-pipeline-error'],
  [
    'a context that is no object',
    { messages: ['hi'], context: [] },
    'events-queue.not-catched-pipeline-error',
  ],
  [
    'malformed alternative intents',
    { messages: ['hi'], context: { alternativeIntents: [{}] } },
    'aivendor.faas.parse-message.malformed-alternative-intents',
  ],
  [
    'a skill that does not exist',
    acting('TRANSFER', { skill: 'people' }),
    'pipes.messaging-handle-bot-action.transfer-skill-not-existing',
  ],
  ['a wrong time to respond', acting('CHANGE_TTR', { ttrType: 'SOON' }), 'connector.messaging.change-ttr'],
  ['a card with an unknown element', { messages: [badCard] }, 'connector.messaging.send-message'],
  ['an image without https', { messages: [httpImage] }, 'connector.messaging.send-message'],
  [
    'a card that is too large',
    { messages: [{ structuredContent: { type: 'text', text: 'x'.repeat(15_001) } }] },
    'connector.messaging.send-message',
  ],
  ['a bad card in the legacy place', { context: badCard }, 'connector.messaging.send-message'],
  ['a message that cannot be read', { messages: [{ txt: 'hi' }] }, 'connector.messaging.send-message'],
  ['a delay that is no number', { messages: ['hi', { delay: 'soon' }] }, 'connector.messaging.send-message'],
  [
    'metadata that is no list',
    { messages: [{ structuredContent: { type: 'text', text: 'x' }, metadata: 'x' }] },
    'connector.messaging.send-message',
  ],
])('on messaging: %s', async (_, value, error) => {
  expect(await errorsFor(value)).toEqual([error]);
});

test.each([
  [
    'quick replies',
    { messages: ['first', quickReplies] },
    'pipes.verify-ai-response.quick-replies-not-supported',
  ],
  [
    'a skill that does not exist',
    acting('TRANSFER', { skill: 'people' }),
    'pipes.chat-handle-bot-action.transfer-skill-not-existing',
  ],
  ['a skill without an agent', acting('TRANSFER', { skill: 'Nobody' }), 'connector.chat.transfer-to-skill'],
  ['a bad card', { messages: [badCard] }, 'connector.chat.send-message'],
  [
    'a time to respond alone',
    act('CHANGE_TTR', { ttrType: 'URGENT' }),
    'pipes.verify-ai-response.no-messages-and-not-supported-action',
  ],
])('on chat: %s', async (_, value, error) => {
  expect(await errorsFor(value, 'chat')).toEqual([error]);
});

test.each([
  ['an unknown action', acting('DANCE'), 'the connector passes over the action "DANCE".'],
  [
    'a list of actions',
    acting(['TRANSFER', 'CLOSE_CONVERSATION']),
    'the connector passes over an action that is an array.',
  ],
  [
    'an action with wrong parameters',
    acting('TRANSFER', { skill: 7 }),
    'skill is 7, expected a string (liveperson-functions-invalid-action-body)',
  ],
])('beside a message the connector passes over %s, and says why', async (_, value, why) => {
  const conversation = await made.talk();
  await conversation.consumer.says(answer(value));
  expect(errorsOf(conversation)).toEqual([]);
  expect(conversation.transcript.at(-1)).toMatchObject({
    kind: 'action',
    outcome: 'ignored',
    findings: [{ message: why }],
  });
  expect(conversation.state).toBe('bot');
});

test('what comes before a message that cannot be sent is sent, what comes after it and the action are not', async () => {
  const conversation = await made.talk({ escalation: { skill: 'People', messageToCustomer: 'Sorry.' } });
  await conversation.consumer.says(
    answer({ messages: ['before', badCard, 'after'], context: { action: 'CLOSE_CONVERSATION' } }),
  );
  expect(seen(conversation)).toEqual(['before', 'Sorry.']);
  expect(conversation.transcript.find((entry) => entry.kind === 'error')).toMatchObject({
    code: 'com.liveperson.bot-connectors-worker.error.connector.messaging.send-message',
    findings: [{ code: 'bad-answer', path: 'messages[1].structuredContent.elements[0].type' }],
  });
  expect(conversation.state).toBe('agent');
});

test('nothing is sent of an answer that fails the checks as a whole', async () => {
  const conversation = await made.talk({ conversationType: 'chat', escalation: { messageToCustomer: '' } });
  await conversation.consumer.says(answer({ messages: ['first', quickReplies] }));
  expect(seen(conversation)).toEqual(['Welcome.']);
});

test.each([
  ['failing', 'aivendor.faas.invoke-lambda', 'the function failing ended with failed: no luck'],
  ['slow', 'aivendor.faas.invoke-lambda', 'the function slow ended with timeout: no answer within 300 ms'],
  [
    'unbuildable',
    'aivendor.faas.failed-faas-request',
    expect.stringMatching(
      /^the function unbuildable cannot be used: .+ at functions\/unbuildable\/index\.ts:1:44$/,
    ),
  ],
  ['undefinedBot', 'aivendor.faas.missing-response-body', expect.any(String)],
  ['text', 'aivendor.faas.missing-response-body', expect.any(String)],
])('a bot that cannot answer: %s', async (name, error, message) => {
  const from = name === 'slow' ? impatient : made;
  const conversation = await from.talk({}, { bots: [{ function: name }] });
  await conversation.consumer.says('hello');
  expect(conversation.transcript.find((entry) => entry.kind === 'error')).toMatchObject({ error, message });
  await conversation.consumer.says('still there?');
  expect(errorsOf(conversation)).toEqual([error, error]);
});
