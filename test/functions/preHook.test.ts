import type { PreHook } from '../../functions/lib/events.ts';
import { lambda } from '../../functions/preHook/index.ts';
import { mask, type Kind } from '../../functions/preHook/mask.ts';
import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';

const info = jest.spyOn(console, 'info').mockImplementation(() => {});

beforeEach(() => info.mockClear());

/** The request as it goes on to the vendor, which has to take it. */
async function sent(request: unknown): Promise<unknown> {
  const before = JSON.stringify(request);
  const answer = await lambda({ headers: [], payload: request as PreHook.Request });
  const context = { payload: request, generation: 'v2' } as const;
  expect(await judgeAnswer('bot_connectors_pre_hook', answer, context)).toEqual([]);
  expect(JSON.stringify(request)).toBe(before);
  return answer;
}

function masked(text: string): [string, ...Kind[]] {
  const kinds: Kind[] = [];
  return [mask(text, (kind) => kinds.push(kind)), ...kinds];
}

describe('what is taken out of a text', () => {
  test.each([
    ['4111111111111111', '[card]', 'card'],
    ['pay with 4111 1111 1111 1111.', 'pay with [card].', 'card'],
    ['5500-0000-0000-0004', '[card]', 'card'],
    ['3400.000000.00009', '[card]', 'card'],
    ['６０１１ ００００ ００００ ０００４', '[card]', 'card'],
    ['order 471100 4111 1111 1111 1111 123', 'order 471100 [card] 123', 'card'],
    ['robin@example.com', '[email]', 'email'],
    ['<robin.roe+shop@mail.example.co.uk>,', '<[email]>,', 'email'],
    ['jürgen@müller.example', '[email]', 'email'],
    ['+1 212-555-0188', '[phone]', 'phone'],
    ['+49 (0) 30 1234567!', '[phone]!', 'phone'],
    ['call 0171/1234567 now', 'call [phone] now', 'phone'],
    ['(212) 555-0188', '[phone]', 'phone'],
    ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '[phone]', 'phone'],
  ])('%s becomes %s', (text, expected, kind) => {
    expect(masked(text)).toEqual([expected, kind]);
    expect(masked(expected)).toEqual([expected]);
  });

  test.each([
    '',
    'order 471100',
    'order 1234567890',
    '4111 1111 1111 1112',
    'on 01.02.2026 10:30',
    '2026-12-01 10:30',
    'between 09:00 and 17:00',
    'robin at example dot com',
    '@robin, 5 @ 3.50',
    '12345678901234567890',
    'com.liveperson.bot-connectors.consumer.send-file',
  ])('%s stays', (text) => {
    expect(masked(text)).toEqual([text]);
  });

  test('several things in one text are all found', () => {
    expect(masked('4111111111111111 a@example.com 5500000000000004 +1 212-555-0188')).toEqual([
      '[card] [email] [card] [phone]',
      'email',
      'card',
      'card',
      'phone',
    ]);
  });

  test('a hundred thousand characters are worked through', () => {
    for (const text of ['a', '1', '1 ', '0', 'a@', '(', '+1', '٣', 'a.'].map((part) => part.repeat(50_000))) {
      expect(typeof masked(text)[0]).toBe('string');
    }
  });
});

const lpEvent = (message: string) => ({
  event: { message, contentType: 'text/plain' },
  serverTimestamp: 1,
});
const protobuf = (stringValue: string) => ({ kind: 'stringValue', stringValue });
const struct = (fields: object) => ({ kind: 'structValue', structValue: { fields } });

const dialogflow = (text: string, fields: object) => ({
  session: 'projects/p/agent/sessions/s',
  queryInput: { text: { text, languageCode: 'en' } },
  queryParams: { payload: { fields } },
});

describe('each vendor', () => {
  const said = 'mail robin@example.com';
  const kept = 'mail [email]';
  test('Custom Integration: message, raw event and field', async () => {
    const request = { convId: 'c', message: said, context: { lpEvent: lpEvent(said), lpSdes: { a: said } } };
    expect(await sent(request)).toEqual({
      convId: 'c',
      message: kept,
      context: { lpEvent: lpEvent(kept), lpSdes: { a: said }, maskedData: 'email' },
    });
  });

  test('Dialogflow ES: everything in protobuf’s form', async () => {
    const event = (text: string) => struct({ event: struct({ message: protobuf(text) }) });
    expect(await sent(dialogflow(said, { lpEvent: event(said), lpSdes: struct({}) }))).toEqual(
      dialogflow(kept, { lpEvent: event(kept), lpSdes: struct({}), maskedData: protobuf('email') }),
    );
  });

  test('Amazon Lex: the context inside its text too, whose numbers stay numbers', async () => {
    const number = 4111111111111111;
    const request = (text: string, attributes: object) => ({
      inputText: text,
      userId: 'c',
      requestAttributes: {
        'BC-LP-CONTEXT': JSON.stringify({ lpEvent: { event: { message: text }, number }, lpSdes: {} }),
      },
      sessionAttributes: { convId: 'c', ...attributes },
    });
    expect(await sent(request(said, {}))).toEqual(request(kept, { maskedData: 'email' }));
  });

  test.each(['', said, '{"message":"mail robin@example.com"'])(
    'Amazon Lex: a context that is no JSON is taken for a text: %j',
    async (text) => {
      const request = { inputText: '', userId: 'c', requestAttributes: { 'BC-LP-CONTEXT': text } };
      expect(await sent(request)).toMatchObject({
        requestAttributes: { 'BC-LP-CONTEXT': text.replace('robin@example.com', '[email]') },
      });
    },
  );

  test('Microsoft Bot Framework', async () => {
    const request = { text: said, channelData: { context: { convId: 'c', lpEvent: lpEvent(said) } } };
    expect(await sent(request)).toEqual({
      text: kept,
      channelData: { context: { convId: 'c', lpEvent: lpEvent(kept), maskedData: 'email' } },
    });
  });

  test('IBM Watson', async () => {
    const context = { convId: 'c', conversation_id: 'w', system: { initialized: true } };
    expect(await sent({ message: said, context })).toEqual({
      message: kept,
      context: { ...context, maskedData: 'email' },
    });
  });

  test('the field says that nothing was taken out, too: vendors keep it from turn to turn', async () => {
    expect(await sent({ convId: 'c', message: 'hi', context: {} })).toMatchObject({
      context: { maskedData: '' },
    });
  });

  test('a vendor that no page knows gets its texts masked and no field', async () => {
    expect(await sent({ query: { text: said } })).toEqual({ query: { text: kept } });
  });
});

test('one entry says what was found, and not what it was', async () => {
  await sent({ convId: 'c', message: 'a@example.com +1 212-555-0188 b@example.com', context: {} });
  expect(info.mock.calls).toEqual([['masked data of the consumer', { kinds: ['email', 'phone'] }]]);
  info.mockClear();
  await sent({ convId: 'c', message: 'hi', context: {} });
  expect(info).not.toHaveBeenCalled();
});

test('a chat line, a file’s caption and the last message of a welcome are masked too', async () => {
  const chatLine = {
    text: 'a@example.com',
    lastConsumerMessage: 'a@example.com',
    event: { message: { caption: 'a@example.com', relativePath: '/4111111111111111.png' } },
  };
  const answer = JSON.stringify(await sent({ convId: 'c', message: 'hi', context: { lpEvent: chatLine } }));
  expect(answer).not.toContain('a@example.com');
  expect(answer).toContain('/4111111111111111.png');
});

test.each<[unknown, unknown]>([
  [undefined, undefined],
  [null, null],
  ['hi', 'hi'],
  [7, 7],
  [[], []],
  [{}, {}],
  [{ message: null }, { message: null, context: { maskedData: '' } }],
  [
    { message: ['a'], context: 'none' },
    { message: ['a'], context: 'none' },
  ],
  [
    { convId: 'c', context: [] },
    { convId: 'c', context: [] },
  ],
  [
    { queryInput: 'x', queryParams: 'y' },
    { queryInput: 'x', queryParams: 'y' },
  ],
  [
    { inputText: 5, sessionAttributes: 6 },
    { inputText: 5, sessionAttributes: 6 },
  ],
  [{ channelData: null }, { channelData: { context: { maskedData: '' } } }],
])(
  'garbage never fails, and goes on as it came where the field finds no place: %j',
  async (request, expected) => {
    expect(await lambda({ payload: request as PreHook.Request })).toEqual(expected);
  },
);

test('a request nested a hundred thousand deep does not end the call', async () => {
  const deep = JSON.parse(`{"message":${'['.repeat(100_000)}${']'.repeat(100_000)}}`) as PreHook.Request;
  await expect(lambda({ payload: deep })).resolves.toHaveProperty('message');
});

test('a key of the prototype’s name is carried along and changes nothing', async () => {
  const request = JSON.parse('{"message":"hi","__proto__":{"polluted":true}}') as PreHook.Request;
  expect(JSON.stringify(await lambda({ payload: request }))).toContain('"__proto__":{"polluted":true}');
  expect({}).not.toHaveProperty('polluted');
});
