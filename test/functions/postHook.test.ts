import type { PostHook } from '../../functions/lib/events.ts';
import { lambda } from '../../functions/postHook/index.ts';
import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';

beforeEach(() => {
  process.env['FORBIDDEN_WORDS'] = 'damn, c++ , 50%';
  delete process.env['LOW_CONFIDENCE'];
  delete process.env['CHANNEL'];
});

afterAll(() => {
  for (const name of ['FORBIDDEN_WORDS', 'LOW_CONFIDENCE', 'CHANNEL']) delete process.env[name];
});

/** The answer as the connector goes on with it; it has to take it. */
async function passedOn(answer: unknown): Promise<{ messages: unknown[]; context?: unknown }> {
  const before = JSON.stringify(answer);
  const given = await lambda({ headers: [], payload: answer as PostHook.Request });
  const context = { payload: answer, generation: 'v2' } as const;
  expect(await judgeAnswer('bot_connectors_post_hook', given, context)).toEqual([]);
  expect(JSON.stringify(answer)).toBe(before);
  return given as never;
}

const said = async (text: string) => (await passedOn({ messages: [text], context: {} })).messages[0];

const button = (title: string, text: string): object => ({
  type: 'button',
  title,
  click: { actions: [{ type: 'publishText', text }], metadata: [{ type: 'ExternalId', id: 'damn' }] },
});

const structured = (word: string): object => ({
  context: { intentId: 'damn', confidenceScore: 1 },
  messages: [
    { structuredContent: { type: 'vertical', elements: [{ type: 'text', text: word, tooltip: word }] } },
    {
      structuredContent: {
        message: word,
        quickReplies: { type: 'quickReplies', itemsPerRow: 8, replies: [button(word, word)] },
      },
    },
    { text: word, messageAudience: 'AGENTS_AND_MANAGERS' },
  ],
});

const offer = 'I am not sure that this helps. Would you rather talk to a colleague?\n- Talk to a colleague';

const unsure = (confidenceScore: unknown, rest: object = {}): object => ({
  messages: ['What can I do for you?'],
  context: { intentId: 'fallback', confidenceScore, ...rest },
});

describe('a bot that is not sure of itself', () => {
  test.each([0, 0.2, 0.49])('offers a colleague below its answer at %d', async (confidence) => {
    expect((await passedOn(unsure(confidence))).messages).toEqual(['What can I do for you?', offer]);
  });

  test('keeps its intent', async () => {
    expect((await passedOn(unsure(0.2))).context).toEqual({ intentId: 'fallback', confidenceScore: 0.2 });
  });

  test('offers quick replies where it is on messaging only', async () => {
    process.env['CHANNEL'] = 'messaging';
    expect((await passedOn(unsure(0.2))).messages[1]).toMatchInlineSnapshot(`
      {
        "structuredContent": {
          "message": "I am not sure that this helps. Would you rather talk to a colleague?",
          "quickReplies": {
            "itemsPerRow": 8,
            "replies": [
              {
                "click": {
                  "actions": [
                    {
                      "text": "Talk to a colleague",
                      "type": "publishText",
                    },
                  ],
                  "metadata": [
                    {
                      "id": "agent",
                      "type": "ExternalId",
                    },
                  ],
                },
                "title": "Talk to a colleague",
                "tooltip": "Talk to a colleague",
                "type": "button",
              },
            ],
            "type": "quickReplies",
          },
        },
      }
    `);
  });

  test('offers nothing from the given confidence on', async () => {
    process.env['LOW_CONFIDENCE'] = '0.2';
    expect((await passedOn(unsure(0.2))).messages).toHaveLength(1);
    process.env['LOW_CONFIDENCE'] = 'high';
    expect((await passedOn(unsure(0.5))).messages).toHaveLength(1);
    expect((await passedOn(unsure(0.4))).messages).toHaveLength(2);
  });

  test('offers it once, however often the hook is called', async () => {
    const once = await passedOn(unsure(0.2));
    expect(await passedOn(once)).toEqual(once);
  });

  test('offers nothing while it does something', async () => {
    const action = { action: 'TRANSFER', actionParameters: { skill: 'customer_care' } };
    expect((await passedOn(unsure(0, action))).messages).toEqual(['What can I do for you?']);
  });

  test('goes on saying nothing where it says nothing', async () => {
    const silent = { messages: [{ delay: 1 }], context: { intentId: 'wait', confidenceScore: 0 } };
    expect(await passedOn(silent)).toEqual(silent);
  });
});

test.each([undefined, null, '0.1', Number.NaN, {}])(
  'a confidence of %p says nothing about how sure the bot is',
  async (confidenceScore) => {
    const answer = { messages: ['Hi'], context: { confidenceScore } };
    expect(await lambda({ payload: answer as never })).toEqual(answer);
  },
);

describe('forbidden words', () => {
  test.each([
    ['Damn, that is DAMN fast', '***, that is *** fast'],
    ['damned damnation goddamn', 'damned damnation goddamn'],
    ['We speak C++ and c', 'We speak *** and c'],
    ['50% off, not 150%', '*** off, not 150%'],
  ])('%s becomes %s', async (text, expected) => {
    expect(await said(text)).toBe(expected);
  });

  test('are taken out of structured content, quick replies and private texts, and out of nothing else', async () => {
    expect(await passedOn(structured('damn'))).toEqual(structured('***'));
  });

  test('without a list nothing is taken out', async () => {
    process.env['FORBIDDEN_WORDS'] = ' , ';
    expect(await said('Damn')).toBe('Damn');
  });
});

test.each([
  [
    'Dialogflow ES',
    { responseId: 'r', queryResult: { fulfillmentText: 'Damn', intentDetectionConfidence: 0.1 } },
  ],
  ['Amazon Lex', { message: 'Damn', dialogState: 'ElicitIntent', intentName: null }],
  ['Microsoft Bot Framework', { type: 'message', text: 'Damn' }],
  ['Microsoft Bot Framework, as a list', [{ type: 'message', text: 'Damn' }]],
  ['IBM Watson', { output: { text: ['Damn'] }, intents: [{ intent: 'x', confidence: 0.1 }] }],
])('the answer of %s goes on as it is', async (_, answer) => {
  expect(await passedOn(answer)).toEqual(answer);
});

test.each([
  [undefined],
  [null],
  ['hi'],
  [[]],
  [{}],
  [{ messages: null }],
  [{ messages: [] }],
  [{ context: 'x' }],
])('garbage goes on as it came: %j', async (answer) => {
  expect(await lambda({ payload: answer as never })).toEqual(answer);
});

test('messages and a context of the wrong kind never fail', async () => {
  const odd = { messages: [null, 7, { delay: 1 }], context: { confidenceScore: 0 } };
  expect((await lambda({ payload: odd as never })) as unknown).toMatchObject({
    messages: [null, 7, { delay: 1 }, offer],
  });
});
