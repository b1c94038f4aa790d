import { isPath } from '../../emulator/conversation/match/value.ts';
import { lines } from './contract-judge.ts';

const pre = (answer: unknown, request: unknown) => lines('bot_connectors_pre_hook', answer, request);
const post = (answer: unknown, original: unknown) => lines('bot_connectors_post_hook', answer, original);

const requests = {
  'Custom Integration': { convId: 'conv-1', message: 'hi', context: { lpEvent: {}, lpSdes: {} } },
  'Dialogflow ES': {
    session: 's',
    queryInput: { text: { text: 'hi', languageCode: 'en' } },
    queryParams: {},
  },
  'Amazon Lex': { inputText: 'hi', userId: 'conv-1', requestAttributes: {}, sessionAttributes: {} },
  'Microsoft Bot Framework': { text: 'hi', channelData: { context: { convId: 'conv-1' } } },
  'IBM Watson': { message: 'hi', context: { convId: 'conv-1', conversation_id: 'x', system: {} } },
};

const answers = {
  'Dialogflow ES': { responseId: 'r', queryResult: { fulfillmentText: 'Hi' }, webhookStatus: null },
  'Amazon Lex': { message: 'Hi', dialogState: 'ElicitIntent', intentName: null },
  'Microsoft Bot Framework': { type: 'message', text: 'Hi' },
  'IBM Watson': { output: { text: ['Hi'] }, context: {}, intents: [] },
};

describe('the pre hook', () => {
  test.each(Object.entries(requests))(
    'may give back the request to %s, changed or not',
    async (_, request) => {
      expect(await pre(request, request)).toBe('');
      expect(await pre({ ...request, added: 1 }, request)).toBe('');
    },
  );

  test.each(Object.entries(requests))(
    'must leave every part of the request to %s',
    async (vendor, request) => {
      for (const key of Object.keys(request)) {
        const { [key]: _, ...rest } = request as Record<string, unknown>;
        expect(await pre(rest, request)).toContain(
          `error bad-answer at -\n  ${key} is missing from the request to ${vendor}\n`,
        );
      }
    },
  );

  test('must give back something', async () => {
    expect(await pre(undefined, requests['Amazon Lex'])).toMatchInlineSnapshot(`
      "error bad-answer at -
        the answer is missing, expected the request to Amazon Lex, changed or not
        → change input.payload and answer with the whole of it; v1: callback(null, payload)"
    `);
    expect(await pre('hi', requests['IBM Watson'])).toMatchInlineSnapshot(`
      "error bad-answer at -
        the answer is a string, expected the request to IBM Watson, changed or not
        → change input.payload and answer with the whole of it; v1: callback(null, payload)"
    `);
    expect(await pre([requests['IBM Watson']], requests['IBM Watson'])).toContain('the answer is an array');
  });

  test('must give back the payload, and not the input around it', async () => {
    const request = requests['Microsoft Bot Framework'];
    expect(await pre({ headers: [], payload: request }, request)).toMatchInlineSnapshot(`
      "error bad-answer at payload
        text, channelData are missing from the request to Microsoft Bot Framework
        → answer with input.payload itself, not with input"
    `);
  });

  test('must not answer in place of the bot', async () => {
    const request = requests['Custom Integration'];
    expect(await pre({ messages: ['Hello'], context: {} }, request)).toMatchInlineSnapshot(`
      "error bad-answer at -
        convId, message are missing from the request to Custom Integration
        → change input.payload and answer with the whole of it; v1: callback(null, payload)"
    `);
  });

  test('must leave what it changes of the same kind', async () => {
    const request = requests['Custom Integration'];
    expect(await pre({ ...request, message: 5, context: null }, request)).toMatchInlineSnapshot(`
      "error bad-answer at message
        message is a number, and a string in the request to Custom Integration
        → change input.payload and answer with the whole of it; v1: callback(null, payload)"
    `);
    expect(await pre({ ...request, message: null }, request)).toMatchInlineSnapshot(`
      "error bad-answer at message
        message is null, and Custom Integration gets the consumer’s message there
        → leave a text there, an empty one if need be"
    `);
  });

  test('names a place as conversation files and differences do', async () => {
    const found = await pre({ 'a-b': 1, 'c d': 1 }, { 'a-b': '', 'c d': '' });
    const places = found.split('\n').flatMap((line) => line.split('error bad-answer at ')[1] ?? []);
    expect(places).toEqual(['a-b', '["c d"]']);
    expect(places.every(isPath)).toBe(true);
  });

  test('must leave a text where the vendor looks for one, however deep', async () => {
    const request = requests['Dialogflow ES'];
    expect(await pre({ ...request, queryInput: {} }, request)).toMatchInlineSnapshot(`
      "error bad-answer at queryInput.text.text
        queryInput.text.text is missing, and Dialogflow ES gets the consumer’s message there
        → leave a text there, an empty one if need be"
    `);
    expect(await pre({ ...request, queryInput: { text: { text: '' } } }, request)).toBe('');
  });

  test('is asked for no text where the request had none', async () => {
    const welcome = { convId: 'conv-1', event: { name: 'WELCOME' }, context: {} };
    expect(await pre(welcome, welcome)).toBe('');
  });
});

describe('the post hook', () => {
  test.each(Object.entries(answers))(
    'may give back the answer of %s, changed or not',
    async (_, original) => {
      expect(await post(original, original)).toBe('');
      expect(await post({ ...original, added: 1 }, original)).toBe('');
    },
  );

  test('may set what was null, and change the number of activities in a list', async () => {
    expect(await post({ ...answers['Amazon Lex'], intentName: 'x' }, answers['Amazon Lex'])).toBe('');
    const activity = answers['Microsoft Bot Framework'];
    expect(await post([activity, activity], [activity])).toBe('');
  });

  test('must not turn a list into one, or one into a list', async () => {
    const activity = answers['Microsoft Bot Framework'];
    expect(await post(activity, [activity])).toMatchInlineSnapshot(`
      "error bad-answer at -
        the answer is an object, expected the answer of Microsoft Bot Framework, changed or not
        → change input.payload and answer with the whole of it; v1: callback(null, payload)"
    `);
    expect(await post([activity], activity)).toContain('the answer is an array');
  });

  test('must give back something', async () => {
    expect(await post(undefined, answers['IBM Watson'])).toMatchInlineSnapshot(`
      "error bad-answer at -
        the answer is missing, expected the answer of IBM Watson, changed or not
        → change input.payload and answer with the whole of it; v1: callback(null, payload)"
    `);
    expect(await post(null, answers['Dialogflow ES'])).toContain('the answer is null');
  });

  test('must leave every part of another vendor’s answer', async () => {
    expect(await post({ output: {} }, answers['IBM Watson'])).toMatchInlineSnapshot(`
      "error bad-answer at -
        context, intents are missing from the answer of IBM Watson
        → change input.payload and answer with the whole of it; v1: callback(null, payload)"
    `);
  });

  test('of a Custom Integration is judged as its bot is', async () => {
    const original = { context: {}, messages: ['Hi'] };
    expect(await post(original, original)).toBe('');
    expect(await post(undefined, original)).toContain('aivendor.faas.missing-response-body');
    expect(await post({ context: {}, messages: [] }, original)).toContain('missing-action-and-messages');
    expect(await post({ context: { action: 'TRANFER' }, messages: ['Hi'] }, original)).toContain('TRANFER');
  });

  test('may send quick replies, because nothing tells that it is a chat', async () => {
    const reply = {
      type: 'button',
      title: 'Yes',
      click: { actions: [{ type: 'publishText', text: 'Yes' }] },
    };
    const quickReplies = { type: 'quickReplies', itemsPerRow: 8, replies: [reply] };
    const messages = [{ structuredContent: { message: 'Sure?', quickReplies } }];
    expect(await post({ context: {}, messages }, { context: {}, messages: ['Sure?'] })).toBe('');
  });
});
