import { composePayload, type Parts } from '../../emulator/payload/parts.ts';
import type { Payload } from '../../emulator/payload/payload.ts';
import { storedPayloads } from '../../emulator/payload/payloads.ts';
import { temporaryFolder } from '../temporary.ts';
import { refusal } from './finding.ts';

const custom = 'bot_connectors_custom_integration';

async function payloadOf(parts: Partial<Parts>): Promise<unknown> {
  return (await composePayload(temporaryFolder(), { event: custom, ...parts })).input.payload;
}

const file: Payload = {
  name: 'own',
  event: custom,
  file: 'own.yaml',
  input: { headers: [{ key: 'a', value: 'b' }], payload: { convId: 'mine', message: 'hi', extra: 1 } },
  mocks: [{ url: 'https://a.example' }],
  source: '',
  inferred: null,
};

test('a message is enough for a consumer’s turn', async () => {
  expect(await payloadOf({ message: 'hi' })).toEqual({
    convId: '00000000-0000-4000-8000-000000000001',
    message: 'hi',
  });
});

test('the message goes where the raw event of the messaging API has it', async () => {
  expect(await payloadOf({ message: 'hi there', lpEvent: 'messaging', lpSdes: 'none' })).toMatchObject({
    message: 'hi there',
    context: { lpEvent: { sequence: 0, event: { type: 'ContentEvent', message: 'hi there' } }, lpSdes: {} },
  });
});

test('the message goes where the raw event of the chat API has it', async () => {
  expect(await payloadOf({ message: 'hi there', lpEvent: 'chat-text', lpSdes: 'chat' })).toMatchObject({
    message: 'hi there',
    context: { lpEvent: { '@type': 'line', text: 'hi there' } },
  });
});

test('the line that opens a chat keeps its own text', async () => {
  expect(await payloadOf({ lpEvent: 'chat', eventFragment: 'WELCOME' })).toMatchObject({
    event: { name: 'WELCOME' },
    context: { lpEvent: { text: 'You are now chatting with bot_chat.' } },
  });
});

test('without a message the raw event says what the connector would send', async () => {
  expect(await payloadOf({ lpEvent: 'messaging' })).toMatchObject({ message: 'hi' });
  expect(await payloadOf({ lpEvent: 'lpEvent/file' })).toMatchObject({
    message: 'com.liveperson.bot-connectors.consumer.send-file',
  });
  expect(await payloadOf({ lpEvent: 'rich-content' })).toMatchObject({
    message: 'com.liveperson.bot-connectors.consumer.send-rich-content',
  });
});

test('a base keeps all that is not changed, and is not changed itself', async () => {
  const before = structuredClone(file);
  const payload = await composePayload(temporaryFolder(), {
    event: custom,
    base: file,
    message: 'bye',
    set: ['context.lpEvent.dialogId=d', 'extra={"x":[1]}'],
  });
  expect(payload).toEqual({
    ...file,
    input: {
      headers: [{ key: 'a', value: 'b' }],
      payload: { convId: 'mine', message: 'bye', extra: { x: [1] }, context: { lpEvent: { dialogId: 'd' } } },
    },
  });
  expect(file).toEqual(before);
});

test('other events start from the most usual payload that comes with the package', async () => {
  const event = 'controllerbot_messaging_participants_change';
  const payload = await payloadOf({ event, set: ['general.cbotEventType=BACK_TO_QUEUE'] });
  expect(payload).toMatchObject({ general: { cbotEventType: 'BACK_TO_QUEUE', type: 'UPSERT' } });
});

test('an event without a known shape takes what is set', async () => {
  expect(await payloadOf({ event: 'crm_widget', set: ['arguments=["a"]'] })).toEqual({
    arguments: ['a'],
  });
});

test('a value is set in the function’s own input where no payload of its event comes with the package', async () => {
  const own = { ...file, file: 'functions/lead/config.json', mocks: [] };
  const set = ['extra=2'];
  for (const event of [null, 'crm_widget']) {
    const expected = { convId: 'mine', message: 'hi', extra: 2 };
    expect(await payloadOf({ event, own, set })).toEqual(expected);
  }
  expect(await payloadOf({ own, set: ['message=new'] })).not.toHaveProperty('extra');
  expect(await payloadOf({ event: null, own, message: 'new' })).not.toHaveProperty('extra');
});

test.each([
  [
    { lpEvent: 'mesaging' },
    'unknown-fragment: there is no fragment "lpEvent/mesaging". Did you mean "lpEvent/messaging"?',
  ],
  [{ lpSdes: '../settings' }, 'unknown-fragment: there is no fragment "lpSdes/../settings".'],
  [{ eventFragment: 'GOODBYE' }, 'unknown-fragment: there is no fragment "event/GOODBYE".'],
  [{ lpSdes: 'none' }, 'bad-payload at command line (message): command line: message is missing'],
  [
    { message: 'hi', set: ['convId=5'] },
    `bad-payload: --set convId must be text, it is 5 → text that looks like JSON needs quotes: --set 'convId="5"'`,
  ],
  [
    { base: file, set: ['convId=5', 'message=bye'] },
    `bad-payload: --set convId must be text, it is 5 → text that looks like JSON needs quotes: --set 'convId="5"'`,
  ],
  [
    { base: file, set: ['context={"lpEvent":7}'] },
    'bad-payload: --set context: context.lpEvent must be an object, it is 7 → compare it with a good one',
  ],
  [
    {
      base: { ...file, input: { headers: [], payload: { message: 'hi' } } },
      event: 'conversational_command',
      set: ['a=1'],
    },
    'bad-payload at own.yaml',
  ],
  [
    { event: null, own: { ...file, input: { headers: [], payload: 'hi' } }, set: ['a=1'] },
    'bad-usage: --set a: the payload is "hi" and has no keys → give another one with --payload',
  ],
  [{ message: 'hi', set: ['oops'] }, 'bad-usage: --set oops: not a path and a value'],
])('%j is refused', async (parts, expected) => {
  expect(await refusal(payloadOf(parts))).toContain(expected);
});

test.each([
  ['dialogflow', { queryInput: { text: { text: 'hi there', languageCode: 'en' } } }],
  ['lex', { inputText: 'hi there', sessionAttributes: { convId: '11111111-2222-4333-8444-555555555555' } }],
  ['microsoft', { text: 'hi there' }],
  ['watson', { message: 'hi there' }],
])(
  'of a request to %s the message goes where its vendor has it, and nothing is added',
  async (name, expected) => {
    const event = 'bot_connectors_pre_hook';
    const { payloads } = await storedPayloads(process.cwd(), event);
    const base = payloads.find((payload) => payload.name === name);
    const payload = await payloadOf({ event, base, message: 'hi there' });
    expect(payload).toMatchObject(expected);
    expect(Object.keys(payload as object)).toEqual(Object.keys(base?.input.payload as object));
  },
);
