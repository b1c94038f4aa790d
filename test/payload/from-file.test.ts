import { payloadFromFile } from '../../emulator/payload/payloads.ts';
import { temporaryFolder } from '../temporary.ts';
import { refusal } from './finding.ts';

const custom = 'bot_connectors_custom_integration';
const participants = 'controllerbot_messaging_participants_change';

const read = (text: string, event: string | null = custom) =>
  payloadFromFile(temporaryFolder(), '-', text, event);

test('a bare payload is taken as it is', async () => {
  expect(await read('{"convId": "c", "message": "hi", "mine": [1]}')).toEqual({
    name: '-',
    event: custom,
    file: '-',
    input: { headers: [], payload: { convId: 'c', message: 'hi', mine: [1] } },
    mocks: [],
    source: '',
    inferred: null,
  });
});

test('a whole payload file has headers, mocks and an origin', async () => {
  const text = `
source: https://example.com
headers: [{key: X-A, value: b}]
payload: {convId: c, message: hi}
mocks:
  - {method: get, url: 'https://orders.example.com/*', status: 503, headers: {a: b}, body: {x: 1}, delay: 5}
  - {url: 'https://other.example.com'}
`;
  expect(await read(text)).toMatchObject({
    source: 'https://example.com',
    input: { headers: [{ key: 'X-A', value: 'b' }], payload: { convId: 'c', message: 'hi' } },
    mocks: [
      {
        method: 'get',
        url: 'https://orders.example.com/*',
        status: 503,
        headers: { a: 'b' },
        body: { x: 1 },
        delay: 5,
      },
      { url: 'https://other.example.com' },
    ],
  });
});

test('a whole payload file may say when the call is made', async () => {
  const payload = 'payload: {convId: c, message: hi}\n';
  expect((await read(`${payload}timestamp: 1675245920288\n`)).input.timestamp).toBe(1675245920288);
  expect((await read(payload)).input).not.toHaveProperty('timestamp');
});

test('without an event of a known shape any object will do', async () => {
  expect((await read('a: 1\n', null)).input.payload).toEqual({ a: 1 });
  expect((await read('a: 1\n', 'crm_widget')).input.payload).toEqual({ a: 1 });
});

test('both spellings of a participants change are good', async () => {
  const rest = 'participantChange: {oldParticipants: [], newParticipants: [{id: 1, role: CONSUMER}]}\n';
  const documented =
    'general: {cbotEventType: BACK_TO_QUEUE, convId: c, sessionId: 1, contexttype: x, campaignInfo: {id: 1, engangementId: 2}}\n';
  const captured =
    'general: {cbotEventType: BACK_TO_QUEUE, convId: c, sessionId: s, contextType: x, campaignInfo: {campaignId: 1, engagementId: 2}}\n';
  await expect(read(documented + rest, participants)).resolves.toBeDefined();
  await expect(read(captured + rest, participants)).resolves.toBeDefined();
});

const good = 'compare it with a good one: lpf-emulator payload new ';

test.each([
  [
    'a text',
    custom,
    'hello',
    `bad-payload at -:1:1: -: it must be an object, it is the text "hello" → ${good}${custom}`,
  ],
  ['a list', custom, '[1]', 'bad-payload at -:1:1: -: it must be an object, it is a list'],
  [
    'null',
    null,
    '~',
    'bad-payload at -:1:1: -: it must be an object, it is null → give an object with keys and values',
  ],
  [
    'a number in a whole file',
    custom,
    'payload: 7\n',
    'bad-payload at -:1:10: -: it must be an object, it is 7',
  ],
  [
    'a missing field',
    custom,
    'message: hi\n',
    `bad-payload at -:1:1 (convId): -: convId is missing, it must be text → ${good}${custom}`,
  ],
  [
    'a misspelt field',
    custom,
    'message: hi\nconvID: c\n',
    'bad-payload at -:2:1 (convId): -: convId is missing, it must be text → "convID" stands there: did you mean "convId"?',
  ],
  [
    'no message and no welcome',
    custom,
    'convId: c\n',
    'bad-payload at -:1:1 (message): -: message is missing, and nothing else says that this is a welcome event',
  ],
  [
    'a misspelt message',
    custom,
    'convId: c\nmesage: hi\n',
    'bad-payload at -:2:1 (message): -: message is missing, and nothing else says that this is a welcome event → ' +
      '"mesage" stands there: did you mean "message"?',
  ],
  [
    'an empty conversation id',
    custom,
    'convId: ""\nmessage: hi\n',
    '-:1:9 (convId): -: convId must be text that is not empty',
  ],
  [
    'several faults',
    custom,
    'convId: 1\nmessage: 2\nevent: {}\n',
    'bad-payload at -:1:9 (convId): -: convId must be text, it is 1 (and 2 more)',
  ],
  [
    'an unknown kind of change',
    participants,
    'general: {cbotEventType: BACK_TO_QUEU, convId: c}\nparticipantChange: {oldParticipants: [], newParticipants: []}\n',
    'general.cbotEventType must be one of YOU_ARE_CONNECTED_TO, BACK_TO_QUEUE, JOINED_AGENT_LEFT_CONVERSATION, ' +
      'ANOTHER_AGENT_JOINED_CONVERSATION, it is the text "BACK_TO_QUEU" → did you mean "BACK_TO_QUEUE"?',
  ],
  [
    'an id that is neither text nor number',
    participants,
    'general: {cbotEventType: BACK_TO_QUEUE, convId: c, sessionId: []}\nparticipantChange: {oldParticipants: [], newParticipants: [{id: c}]}\n',
    'bad-payload at -:1:52 (general.sessionId): -: general.sessionId must be text or a number, it is a list (and 1 more)',
  ],
  [
    'a time of the call that is none',
    custom,
    'timestamp: noon\npayload: {convId: c, message: hi}\n',
    'bad-payload at -:1:12 (timestamp): -: timestamp must be a number, it is the text "noon"',
  ],
  [
    'a misspelt payload key',
    custom,
    'source: x\npaylod: {convId: c, message: hi}\n',
    'bad-payload at -:2:1 (payload): -: payload is missing (and 1 more) → "paylod" stands there: did you mean "payload"?',
  ],
  [
    'headers as a map',
    custom,
    'headers: {a: b}\npayload: {convId: c, message: hi}\n',
    '(headers): -: headers must be a list, it is an object',
  ],
])('%s is refused with its place', async (_, event, text, expected) => {
  expect(await refusal(read(text, event))).toContain(expected);
});

const mocked = (mock: string) => `payload: {convId: c, message: hi}\nmocks:\n  - ${mock}\n`;

test.each([
  ['no URL', '{method: GET}', '-:3:5 (mocks[0].url): -: mocks[0].url is missing, it must be text'],
  ['a relative URL', '{url: /orders}', '-:3:11 (mocks[0].url): -: mocks[0].url must be a whole URL'],
  [
    'a misspelt key',
    '{url: "https://a.example", staus: 200}',
    '-:3:32 (mocks[0].staus): -: mocks[0].staus is not a known key → did you mean "status"?',
  ],
  [
    'a status that no answer has',
    '{url: "https://a.example", status: 42}',
    '(mocks[0].status): -: mocks[0].status must be at least 200, it is 42',
  ],
  [
    'an unknown method',
    '{url: "https://a.example", method: FETCH}',
    '(mocks[0].method): -: mocks[0].method must be one of GET, HEAD',
  ],
  [
    'a delay in words',
    '{url: "https://a.example", delay: 2s}',
    '(mocks[0].delay): -: mocks[0].delay must be a number, it is the text "2s"',
  ],
  [
    'a delay backwards',
    '{url: "https://a.example", delay: -1}',
    '(mocks[0].delay): -: mocks[0].delay must be at least 0, it is -1',
  ],
  [
    'a mock that is a text',
    'https://a.example',
    '(mocks[0]): -: mocks[0] must be an object, it is the text "https://a.example"',
  ],
])('a mock with %s is refused', async (_, mock, expected) => {
  const said = await refusal(read(mocked(mock)));
  expect(said).toContain(`bad-mock at `);
  expect(said).toContain(expected);
});
