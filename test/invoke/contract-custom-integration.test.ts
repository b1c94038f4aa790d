import { card, chat, judged, messaging } from './contract-judge.ts';

const button = (action: object) => ({ type: 'button', title: 'Yes', click: { actions: [action] } });
const replies = {
  type: 'quickReplies',
  itemsPerRow: 8,
  replies: [button({ type: 'publishText', text: 'yes' })],
};

describe('answers that the connector accepts', () => {
  test.each<[string, unknown]>([
    ['texts only, without any intent', { messages: ['One', 'Two'] }],
    ['an action without messages', { context: { action: 'CLOSE_CONVERSATION' } }],
    ['a sole delay, which means no response', { messages: [{ delay: 1, typing: false }] }],
    [
      'a card with metadata as an object',
      {
        messages: [
          {
            structuredContent: { type: 'vertical', elements: [button({ type: 'publishText', text: 'a' })] },
            metadata: { type: 'ExternalId', id: '1' },
            encodedMetadata: 'ZGlmZmVyZW50IGVuY29kZWQgbWV0YWRhdGE=',
          },
        ],
      },
    ],
    [
      'quick replies in their wrapper',
      { messages: [{ structuredContent: { message: 'Well?', quickReplies: replies } }] },
    ],
    [
      'one card in the legacy place and nothing else',
      {
        context: {
          structuredContent: { type: 'vertical', elements: [button({ type: 'publishText', text: 'a' })] },
        },
      },
    ],
    [
      'a private text beside a transfer',
      {
        messages: ['Wait', { text: 'VIP', messageAudience: 'AGENTS_AND_MANAGERS' }],
        context: { action: 'TRANSFER', actionParameters: { skill: 'human', agentId: '1' } },
      },
    ],
    [
      'a close without survey',
      {
        messages: ['Bye'],
        context: { action: 'CLOSE_CONVERSATION', actionParameters: { withoutPcs: true } },
      },
    ],
    [
      'a changed time to response',
      { messages: ['Ok'], context: { action: 'CHANGE_TTR', actionParameters: { ttrType: 'URGENT' } } },
    ],
    [
      'an invocation of another function',
      {
        messages: ['Ok'],
        context: {
          action: 'INVOCATION',
          actionParameters: {
            lambdaUuid: '4ec49ffc-080b-4e59-b302-18d6b826191b',
            payload: {},
            failOnError: true,
          },
        },
      },
    ],
    [
      'an intent with alternatives',
      {
        messages: ['Hi'],
        context: {
          intentId: 'main',
          intentName: 'Main',
          confidenceScore: 1,
          alternativeIntents: [{ intentId: 'other', confidenceScore: 0 }],
        },
      },
    ],
    [
      'keys that are merely passed along',
      { messages: ['Hi'], context: { lpEvent: {}, lpSdes: {} }, trace: 1 },
    ],
  ])('%s', async (_, answer) => {
    expect(await judged(answer)).toBe('');
  });
});

describe('an answer as a whole', () => {
  test.each([undefined, null, 'hi', ['hi']])('%j is no body', async (answer) => {
    expect(await judged(answer)).toContain(
      'com.liveperson.bot-connectors-worker.error.aivendor.faas.missing-response-body',
    );
  });

  test('with no messages and no action is an error', async () => {
    expect(await judged({ messages: [], context: {} })).toMatchInlineSnapshot(`
      "error bad-answer at -
        the answer holds neither messages nor an action (com.liveperson.bot-connectors-worker.error.pipes.verify-ai-response.missing-action-and-messages)
        → add a message or an action; to say nothing on purpose, answer with a sole { "delay": 1 }"
    `);
  });

  test('with an intent only is an error', async () => {
    expect(await judged({ context: { intentId: 'x', confidenceScore: 1 } })).toMatchInlineSnapshot(`
      "error bad-answer at -
        the answer holds neither messages nor an action; an intent alone is none (com.liveperson.bot-connectors-worker.error.pipes.verify-ai-response.missing-action-and-messages)
        → add a message or an action; to say nothing on purpose, answer with a sole { "delay": 1 }"
    `);
  });

  test('with a misspelt key is told what was meant', async () => {
    expect(await judged({ Messages: ['hi'] })).toMatchInlineSnapshot(`
      "error bad-answer at -
        the answer holds neither messages nor an action (com.liveperson.bot-connectors-worker.error.pipes.verify-ai-response.missing-action-and-messages)
        → add a message or an action; to say nothing on purpose, answer with a sole { "delay": 1 }
      warning answer-ignored at Messages
        "Messages" is no key that is read here. Did you mean "messages"?
        → rename it to messages; keys are case-sensitive"
    `);
  });

  test('with messages or context of the wrong kind cannot be read', async () => {
    expect(await judged({ messages: 'hi' })).toMatchInlineSnapshot(`
      "error bad-answer at messages
        messages is a string, expected an array (liveperson-functions-invalid-body)
        → return { messages: ["…"] }; v1 hands it to callback(null, answer)"
    `);
    expect(await judged({ messages: ['hi'], context: [] })).toMatchInlineSnapshot(`
      "error bad-answer at context
        context is an array, expected an object (liveperson-functions-invalid-body)
        → return { messages: ["…"] }; v1 hands it to callback(null, answer)"
    `);
  });

  test('with an action outside of context is told where it belongs', async () => {
    expect(await judged({ messages: ['hi'], action: 'TRANSFER' })).toMatchInlineSnapshot(`
      "warning answer-ignored at action
        action is not read here
        → put it into context: { "context": { "action": … } }"
    `);
  });
});

describe('a chat', () => {
  const answer = { messages: [{ structuredContent: { message: 'Well?', quickReplies: replies } }] };

  test('takes no quick replies', async () => {
    expect(await judged(answer, chat)).toMatchInlineSnapshot(`
      "error bad-answer at messages[0].structuredContent
        quick replies are for messaging only, and this is a chat (com.liveperson.bot-connectors-worker.error.pipes.verify-ai-response.quick-replies-not-supported)
        → offer the choices as text when context.lpEvent.conversationContext.type is CHAT"
    `);
  });

  test.each<[string, boolean, unknown]>([
    ['the type of the conversation', true, chat],
    ['the mark of the welcome event', true, { context: { lpEvent: { isWelcomeEvent: true } } }],
    ['the session key as conversation id', true, { convId: 'H4127499448709883677-x' }],
    ['a type that outweighs the id', false, { ...messaging, convId: 'H4127499448709883677-x' }],
    ['a UUID', false, { convId: messaging.convId }],
    ['no payload at all', false, undefined],
    ['a context of the wrong kind', false, { context: 'x' }],
  ])('is told by %s', async (_, isChat, payload) => {
    expect((await judged(answer, payload)).includes('quick-replies-not-supported')).toBe(isChat);
  });

  test('that gets a bad card is answered with the chat’s own code', async () => {
    expect(await judged(card({ type: 'txt' }), chat)).toContain('error.connector.chat.send-message');
  });
});
