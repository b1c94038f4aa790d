import { chat, judged } from './contract-judge.ts';

const button = (action: object) => ({ type: 'button', title: 'Yes', click: { actions: [action] } });
const replies = {
  type: 'quickReplies',
  itemsPerRow: 8,
  replies: [button({ type: 'publishText', text: 'yes' })],
};

describe('messages', () => {
  test('each entry of a wrong shape is named', async () => {
    const messages = [
      5,
      null,
      ['a'],
      {},
      { privateText: 'a' },
      { type: 'vertical', elements: [] },
      { quickReplies: replies },
      { delay: 1, text: 'a' },
      '',
    ];
    expect(await judged({ messages })).toMatchInlineSnapshot(`
      "error bad-answer at messages[0]
        a message is a number (liveperson-functions-invalid-body)
        → a message is a string, { structuredContent, metadata }, { delay, typing } or { text, messageAudience }; one of them each
      error bad-answer at messages[1]
        a message is null (liveperson-functions-invalid-body)
        → a message is a string, { structuredContent, metadata }, { delay, typing } or { text, messageAudience }; one of them each
      error bad-answer at messages[2]
        a message is an array (liveperson-functions-invalid-body)
        → a message is a string, { structuredContent, metadata }, { delay, typing } or { text, messageAudience }; one of them each
      error bad-answer at messages[3]
        a message is an object with no keys (liveperson-functions-invalid-body)
        → a message is a string, { structuredContent, metadata }, { delay, typing } or { text, messageAudience }; one of them each
      error bad-answer at messages[4]
        a message is an object with "privateText" (liveperson-functions-invalid-body)
        → a message is a string, { structuredContent, metadata }, { delay, typing } or { text, messageAudience }; one of them each
      error bad-answer at messages[5]
        structured content lies open (liveperson-functions-invalid-body)
        → wrap it: { "structuredContent": … }
      error bad-answer at messages[6]
        structured content lies open (liveperson-functions-invalid-body)
        → wrap it: { "structuredContent": … }
      error bad-answer at messages[7]
        one message is several things at once (liveperson-functions-invalid-body)
        → a message is a string, { structuredContent, metadata }, { delay, typing } or { text, messageAudience }; one of them each
      warning bad-answer at messages[8]
        a text message is empty; what the consumer sees then is not documented
        → leave the message out"
    `);
  });

  test('a delay is in whole seconds, and typing is true or false', async () => {
    expect(
      await judged({
        messages: [
          { delay: 1.5 },
          { delay: '2' },
          { delay: -1 },
          { delay: 1, typing: 'no' },
          { delay: 1, Typing: false },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "error bad-answer at messages[0].delay
        delay is 1.5, expected a whole number of seconds (liveperson-functions-invalid-body)
        → write { "delay": 2, "typing": true }; without typing, the typing indicator shows
      error bad-answer at messages[1].delay
        delay is "2", expected a whole number of seconds (liveperson-functions-invalid-body)
        → write { "delay": 2, "typing": true }; without typing, the typing indicator shows
      error bad-answer at messages[2].delay
        delay is -1, expected a whole number of seconds (liveperson-functions-invalid-body)
        → write { "delay": 2, "typing": true }; without typing, the typing indicator shows
      error bad-answer at messages[3].typing
        typing is "no", expected true or false (liveperson-functions-invalid-body)
        → write { "delay": 2, "typing": true }; without typing, the typing indicator shows
      warning answer-ignored at messages[4].Typing
        "Typing" is no key that is read here. Did you mean "typing"?
        → rename it to typing; keys are case-sensitive"
    `);
  });

  test('a private text needs both keys, in their exact case', async () => {
    const messages = [
      { text: 'a' },
      { messageAudience: 'AGENTS_AND_MANAGERS' },
      { text: 'a', messageAudience: 'agents_and_managers' },
      { text: 'a', messageaudience: 'AGENTS_AND_MANAGERS' },
    ];
    expect(await judged({ messages })).toMatchInlineSnapshot(`
      "error bad-answer at messages[0].messageAudience
        messageAudience is missing, expected "AGENTS_AND_MANAGERS" (liveperson-functions-invalid-body)
        → a private text is { "text": "…", "messageAudience": "AGENTS_AND_MANAGERS" }; a text for the consumer is a plain string
      error bad-answer at messages[1].text
        text is missing, expected a string (liveperson-functions-invalid-body)
        → a private text is { "text": "…", "messageAudience": "AGENTS_AND_MANAGERS" }; a text for the consumer is a plain string
      error bad-answer at messages[2].messageAudience
        messageAudience is "agents_and_managers", expected "AGENTS_AND_MANAGERS" (liveperson-functions-invalid-body)
        → a private text is { "text": "…", "messageAudience": "AGENTS_AND_MANAGERS" }; a text for the consumer is a plain string
      error bad-answer at messages[3].messageAudience
        messageAudience is missing, expected "AGENTS_AND_MANAGERS" (liveperson-functions-invalid-body)
        → a private text is { "text": "…", "messageAudience": "AGENTS_AND_MANAGERS" }; a text for the consumer is a plain string
      warning answer-ignored at messages[3].messageaudience
        "messageaudience" is no key that is read here. Did you mean "messageAudience"?
        → rename it to messageAudience; keys are case-sensitive"
    `);
  });

  test('metadata is an array of objects, encoded metadata is base64 of at most 5,000 characters', async () => {
    const structuredContent = { type: 'vertical', elements: [] };
    const messages = [
      { structuredContent, metadata: 'x' },
      { structuredContent, encodedMetadata: 'not base64!' },
      { structuredContent, encodedMetadata: { a: 1 } },
      { structuredContent, encodedMetadata: 'QUFB'.repeat(1251) },
    ];
    expect(await judged({ messages })).toMatchInlineSnapshot(`
      "error bad-answer at messages[0].metadata
        metadata is a string, expected an array of objects (liveperson-functions-invalid-body)
        → send an array such as [{ "type": "ExternalId", "id": "1234" }]
      error bad-answer at messages[1].encodedMetadata
        encodedMetadata is "not base64!", expected base64; the connector drops the message without an error code
        → encode it with Buffer.from(text).toString('base64') and keep it within 5000 characters
      error bad-answer at messages[2].encodedMetadata
        encodedMetadata is an object, expected base64; the connector drops the message without an error code
        → encode it with Buffer.from(text).toString('base64') and keep it within 5000 characters
      error bad-answer at messages[3].encodedMetadata
        encodedMetadata has 5004 characters, at most 5000 are allowed; the connector drops the message without an error code
        → encode it with Buffer.from(text).toString('base64') and keep it within 5000 characters"
    `);
  });

  test('encoded metadata is not for chats', async () => {
    expect(await judged({ messages: ['a'], context: { encodedMetadata: 'QUFB' } }, chat))
      .toMatchInlineSnapshot(`
      "warning answer-ignored at context.encodedMetadata
        encodedMetadata is for messaging only, and this is a chat
        → leave it out for chats"
    `);
  });
});
