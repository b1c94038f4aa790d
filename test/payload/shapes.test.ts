import { payloadFromFile } from '../../emulator/payload/payloads.ts';
import { callersWithoutEvent } from '../../emulator/platform/events.ts';
import { temporaryFolder } from '../temporary.ts';
import { refusal } from './finding.ts';

const read = (event: string, payload: unknown) =>
  payloadFromFile(temporaryFolder(), '-', JSON.stringify({ payload }, null, 1), event);
const refused = (event: string, payload: unknown) => refusal(read(event, payload));

describe('what a pre hook gets', () => {
  const pre = 'bot_connectors_pre_hook';

  test('is judged by the vendor that it is of', async () => {
    expect(await refused(pre, { queryInput: { text: { text: 5 } } })).toMatchInlineSnapshot(
      `"bad-payload at -:2:2 (session): -: session is missing, it must be text (and 1 more) → compare it with a good one: lpf-emulator payload new bot_connectors_pre_hook"`,
    );
    expect(
      await refused(pre, { inputText: 'hi', userId: 'c', sessionAttributes: { convId: 5 } }),
    ).toMatchInlineSnapshot(
      `"bad-payload at -:6:14 (sessionAttributes.convId): -: sessionAttributes.convId must be text, it is 5 → put it in quotes: "5""`,
    );
    expect(
      await refused(pre, { text: 'hi', channelData: { context: { convID: 'c' } } }),
    ).toMatchInlineSnapshot(
      `"bad-payload at -:6:5 (channelData.context.convId): -: channelData.context.convId is missing, it must be text → "convID" stands there: did you mean "convId"?"`,
    );
    expect(await refused(pre, { message: 'hi', context: { conversation_id: 'w' } })).toMatchInlineSnapshot(
      `"bad-payload at -:4:3 (context.convId): -: context.convId is missing, it must be text → compare it with a good one: lpf-emulator payload new bot_connectors_pre_hook"`,
    );
    expect(await refused(pre, { convId: 'c', mesage: 'hi' })).toMatchInlineSnapshot(
      `"bad-payload at -:4:3 (message): -: message is missing, and nothing else says that this is a welcome event → "mesage" stands there: did you mean "message"?"`,
    );
  });

  test('is an object', async () => {
    expect(await refused(pre, 'hi')).toMatchInlineSnapshot(
      `"bad-payload at -:2:13: -: it must be an object, it is the text "hi" → compare it with a good one: lpf-emulator payload new bot_connectors_pre_hook"`,
    );
    expect(await refused(pre, null)).toContain('must be an object');
  });

  test('may begin a conversation without a message', async () => {
    await expect(read(pre, { convId: 'c', event: { name: 'WELCOME' } })).resolves.toBeDefined();
  });
});

describe('what a post hook gets', () => {
  const post = 'bot_connectors_post_hook';

  test('is judged by the vendor that it is of', async () => {
    expect(await refused(post, { messages: 'hi', context: {} })).toMatchInlineSnapshot(
      `"bad-payload at -:3:15 (messages): -: messages must be a list, it is the text "hi" → compare it with a good one: lpf-emulator payload new bot_connectors_post_hook"`,
    );
    expect(
      await refused(post, { responseId: 'r', queryResult: { intentDetectionConfidence: '0.5' } }),
    ).toMatchInlineSnapshot(
      `"bad-payload at -:5:33 (queryResult.intentDetectionConfidence): -: queryResult.intentDetectionConfidence must be a number, it is the text "0.5" → compare it with a good one: lpf-emulator payload new bot_connectors_post_hook"`,
    );
    expect(await refused(post, { dialogState: 'ElicitIntent', message: 5 })).toMatchInlineSnapshot(
      `"bad-payload at -:4:14 (message): -: message must be text, it is 5 → put it in quotes: "5""`,
    );
    expect(await refused(post, [{ type: 'message', text: 5 }])).toMatchInlineSnapshot(
      `"bad-payload at -:5:12 ([0].text): -: [0].text must be text, it is 5 → put it in quotes: "5""`,
    );
    expect(await refused(post, { output: { text: 'Hi' } })).toMatchInlineSnapshot(
      `"bad-payload at -:4:12 (output.text): -: output.text must be a list, it is the text "Hi" → compare it with a good one: lpf-emulator payload new bot_connectors_post_hook"`,
    );
  });
});

test('a survey names its conversation and itself', async () => {
  for (const event of ['surveybot_messaging_survey_started', 'surveybot_messaging_survey_ended']) {
    await expect(read(event, { conversationId: 'c', surveyId: '1' })).resolves.toBeDefined();
    expect(await refused(event, { conversationID: 'c', surveyId: 1 })).toContain(
      'did you mean "conversationId"?',
    );
    expect(await refused(event, { conversationId: 'c', surveyId: 1, dialogs: [{}] })).toContain(
      'dialogs[0].dialogType is missing',
    );
  }
});

test('a command has a list of texts', async () => {
  const command = 'conversational_command';
  await expect(read(command, { conversationId: 'c', arguments: [] })).resolves.toBeDefined();
  expect(await refused(command, { conversationId: 'c', arguments: '471100' })).toMatchInlineSnapshot(
    `"bad-payload at -:4:16 (arguments): -: arguments must be a list, it is the text "471100" → compare it with a good one: lpf-emulator payload new conversational_command"`,
  );
  expect(await refused(command, { conversationId: 'c', arguments: [471100] })).toMatchInlineSnapshot(
    `"bad-payload at -:5:4 (arguments[0]): -: arguments[0] must be text, it is 471100 → put it in quotes: "471100""`,
  );
});

test('a transcript has a rank up to 5, and -1 for none', async () => {
  const transcript = 'denver_post_survey_email_transcript';
  const chat = { skillName: 's', agentName: 'a', questionWithAnswers: [] };
  await expect(read(transcript, { ...chat, csatRank: -1 })).resolves.toBeDefined();
  await expect(read(transcript, chat)).resolves.toBeDefined();
  expect(await refused(transcript, { ...chat, csatRank: 6 })).toMatchInlineSnapshot(
    `"bad-payload at -:6:15 (csatRank): -: csatRank must be at most 5, it is 6 → compare it with a good one: lpf-emulator payload new denver_post_survey_email_transcript"`,
  );
  expect(await refused(transcript, { ...chat, questionWithAnswers: [{ question: 'q' }] })).toContain(
    'questionWithAnswers[0].answer is missing',
  );
});

test.each(callersWithoutEvent.map((caller) => [caller]))(
  '%s sends whatever it was set up to',
  async (caller) => {
    for (const payload of [null, 'text', 7, [], {}, { any: ['thing'] }]) {
      expect((await read(caller, payload)).input.payload).toEqual(payload);
    }
  },
);
