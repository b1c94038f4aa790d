import { planAnswer } from '../../../emulator/connector/answer/plan.ts';
import { checkResponse } from '../../../emulator/endpoint/contract/response.ts';
import { toAnswer } from '../../../emulator/endpoint/contract/to-answer.ts';
import { toResponse } from '../../../emulator/endpoint/contract/to-response.ts';
import { judgeAnswer } from '../../../emulator/invoke/contract/judge.ts';

type Channel = 'messaging' | 'chat';

/** What the connector does with an answer, without the places that its findings name. */
async function planned(answer: unknown, channel: Channel): Promise<unknown> {
  const payload = { context: { lpEvent: { conversationContext: { type: channel.toUpperCase() } } } };
  const findings = await judgeAnswer('bot_connectors_custom_integration', answer, {
    payload,
    generation: 'v2',
  });
  const plan = planAnswer(answer, findings, { bot: 'bot', channel });
  return JSON.parse(JSON.stringify(plan), (key, value: unknown) => (key === 'path' ? undefined : value));
}

/** The answer after it went over the wire; `unfit` where it cannot. */
function afterTheWire(answer: unknown): unknown {
  const made = toResponse(answer);
  if (made.kind === 'unfit') return 'unfit';
  const sent = checkResponse(JSON.parse(JSON.stringify(made.response)));
  if (!sent.ok) throw new Error(JSON.stringify(sent.complaints));
  return toAnswer(sent.value).answer;
}

const card = { type: 'vertical', elements: [{ type: 'text', text: 'hi' }] };
const badCard = { type: 'vertical', elements: [{ type: 'nonsense' }] };
const encoded = Buffer.from('{"a":1}').toString('base64');
const replies = {
  message: 'Which one?',
  quickReplies: {
    type: 'quickReplies',
    itemsPerRow: 8,
    replies: [{ type: 'button', title: 'A', click: { actions: [{ type: 'publishText', text: 'a' }] } }],
  },
};

const note = { text: 'for agents', messageAudience: 'AGENTS_AND_MANAGERS' };

const answers: Record<string, unknown> = {
  'a text': { messages: ['hi'] },
  'an empty text': { messages: [''] },
  'texts, a pause and a note': { messages: ['a', { delay: 2, typing: false }, note, 'b'] },
  'an empty note': { messages: [{ ...note, text: '' }] },
  'a sole pause': { messages: [{ delay: 1 }] },
  'a sole pause of nothing': { messages: [{ delay: 0 }] },
  'a card with metadata': {
    messages: [{ structuredContent: card, metadata: [{ type: 'ExternalId', id: '1' }] }],
  },
  'a card with one object of metadata': { messages: [{ structuredContent: card, metadata: { type: 'x' } }] },
  'a card that cannot be sent, after a text': { messages: ['a', { structuredContent: badCard }] },
  'quick replies': { messages: [{ structuredContent: replies }] },
  'quick replies without their text': {
    messages: [{ structuredContent: { quickReplies: replies.quickReplies } }],
  },
  'legacy content': { messages: ['a'], context: { structuredContent: card, metadata: [] } },
  'encoded metadata for all': {
    messages: ['a', note, { structuredContent: card }, { structuredContent: card, encodedMetadata: 'YQ==' }],
    context: { encodedMetadata: encoded },
  },
  'encoded metadata that cannot be used': { messages: ['a', note], context: { encodedMetadata: '?' } },
  'encoded metadata that is no text': { messages: ['a'], context: { encodedMetadata: 7 } },
  'encoded metadata of a card alone': {
    messages: ['a', { structuredContent: card, encodedMetadata: encoded }],
  },
  'a transfer': {
    messages: ['a'],
    context: { action: 'TRANSFER', actionParameters: { skill: 'x', agentId: '1' } },
  },
  'a transfer by the name of the wire': {
    messages: ['a'],
    context: { action: 'TRANSFER', actionParameters: { skillName: 'x' } },
  },
  'an invocation': {
    context: { action: 'INVOCATION', actionParameters: { lambdaUuid: 'u', payload: {}, failOnError: true } },
  },
  'an invocation by the name of the wire, alone': {
    context: { action: 'INVOKE_FUNCTION', actionParameters: { lambdaUuid: 'u', payload: {} } },
  },
  'a close': {
    messages: ['bye'],
    context: { action: 'CLOSE_CONVERSATION', actionParameters: { withoutPcs: true } },
  },
  'a close with a wrong parameter': {
    messages: ['bye'],
    context: { action: 'CLOSE_CONVERSATION', actionParameters: { withoutPcs: 'yes' } },
  },
  'a time to respond': { context: { action: 'CHANGE_TTR', actionParameters: { ttrType: 'URGENT' } } },
  'a time to respond that there is not': {
    messages: ['a'],
    context: { action: 'CHANGE_TTR', actionParameters: { ttrType: 'NOW' } },
  },
  'parameters that are none': { messages: ['a'], context: { action: 'TRANSFER', actionParameters: 'x' } },
  'an unknown action': { messages: ['a'], context: { action: 'DANCE' } },
  'an unknown action alone': { context: { action: 'DANCE' } },
  'no action': { messages: ['a'], context: { action: '', actionParameters: {} } },
  'an intent with alternatives': {
    messages: ['a'],
    context: {
      intentId: 'a',
      intentName: 'A',
      confidenceScore: 1,
      alternativeIntents: [{ intentId: 'b', confidenceScore: 0.5 }],
    },
  },
  'an intent that is malformed': { messages: ['a'], context: { intentId: 'a' } },
  'an intent alone': { context: { intentId: 'a', confidenceScore: 1 } },
  'malformed alternatives': {
    messages: ['a'],
    context: { intentId: 'a', confidenceScore: 1, alternativeIntents: [{ intentId: 'b' }] },
  },
  'nothing at all': {},
  'no messages': { messages: [], context: {} },
  'keys in the wrong place': { messages: ['a'], action: 'TRANSFER', text: 'b' },
};

describe.each(['messaging', 'chat'] as const)('in %s', (channel) => {
  test.each(Object.entries(answers))('%s means the same after the wire', async (_, answer) => {
    expect(await planned(afterTheWire(answer), channel)).toEqual(await planned(answer, channel));
  });
});

test('several actions are one text on the wire, and passed over all the same', async () => {
  const answer = { messages: ['a'], context: { action: ['TRANSFER', 'CLOSE_CONVERSATION'] } };
  const name = '["TRANSFER","CLOSE_CONVERSATION"]';
  for (const each of [answer, afterTheWire(answer)]) {
    const findings = [expect.objectContaining({ code: 'answer-ignored' })];
    expect(await planned(each, 'messaging')).toMatchObject({ action: { name, parameters: {}, findings } });
    expect(await planned(each, 'messaging')).not.toHaveProperty('action.action');
  }
});

test('alternatives that are no list stay what the connector cannot read', async () => {
  const alternativeIntents = { intentId: 'b', confidenceScore: 1 };
  const answer = { messages: ['a'], context: { intentId: 'a', confidenceScore: 1, alternativeIntents } };
  const error = 'aivendor.faas.parse-message.malformed-alternative-intents';
  expect(await planned(answer, 'messaging')).toMatchObject({ error });
  expect(await planned(afterTheWire(answer), 'messaging')).toMatchObject({ error });
});

const unfit: Record<string, unknown> = {
  'no answer': undefined,
  'an answer that is a text': 'hi',
  'messages that are no list': { messages: 'hi' },
  'a context that is no object': { messages: ['a'], context: 'x' },
  'a number among the messages': { messages: ['a', 42] },
  'an object without a meaning': { messages: [{ message: 'hi' }] },
  'a message that is two at once': { messages: [{ ...note, delay: 1 }] },
  'a pause of half a second': { messages: [{ delay: 0.5 }] },
  'a pause of no number': { messages: [{ delay: '2' }] },
  'a note whose audience is everybody': { messages: [{ text: 'a', messageAudience: 'ALL' }] },
  'a note without an audience, which must not become a text': { messages: [{ text: 'a' }] },
  'content that is no object': { messages: [{ structuredContent: 'card' }] },
  'legacy content that is no object': { context: { structuredContent: null } },
  'metadata that is a text': { messages: [{ structuredContent: card, metadata: 'x' }] },
};

test.each(Object.entries(unfit))(
  '%s is unfit for the wire, and an error of the connector too',
  async (_, answer) => {
    expect(toResponse(answer)).toMatchObject({ kind: 'unfit', lost: [{ path: expect.any(String) }] });
    expect(JSON.stringify(await planned(answer, 'messaging'))).toContain('"error"');
  },
);

test.each([
  [{ messages: ['a', { delay: 0 }] }, 'zero-delay', 'messages[1]'],
  [
    { messages: ['a'], context: { intentId: 'a b', confidenceScore: 1 } },
    'intent-renamed',
    'context.intentId',
  ],
  [
    { messages: ['a'], context: { alternativeIntents: [{ intentId: 'b', confidenceScore: 1 }] } },
    'alternatives-without-intent',
    'context.alternativeIntents',
  ],
])('what is lost on the wire is told: %j', (answer, code, path) => {
  expect(toResponse(answer)).toMatchObject({ kind: 'response', lost: [{ code, path }] });
});

test('encoded metadata that only some texts have is told when it is lost', () => {
  const { answer, notices } = toAnswer({
    response: [
      { type: 'TEXT', data: { message: 'a', encodedMetadata: encoded } },
      { type: 'TEXT', data: { message: 'b' } },
    ],
    analytics: {},
  });
  expect(answer).toEqual({ messages: ['a', 'b'], context: {} });
  expect(notices.map(({ path }) => path)).toEqual(['response[0].data.encodedMetadata']);
});

test('encoded metadata of texts does not spread to a card that has none', () => {
  const { answer } = toAnswer({
    response: [
      { type: 'TEXT', data: { message: 'a', encodedMetadata: encoded } },
      { type: 'STRUCTURED_CONTENT', data: { structuredContent: card } },
    ],
  });
  expect(answer.context).toEqual({});
});
