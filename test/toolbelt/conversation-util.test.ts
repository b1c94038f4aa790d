import { engines } from '../runtime/made.ts';
import { access, callsOf, inFunction } from './in-function.ts';

const history =
  'https://msghist.example/messaging_history/api/account/00000000/conversations/conversation/search';

const found = {
  _metadata: { count: 1 },
  conversationHistoryRecords: [
    {
      messageRecords: [
        {
          type: 'TEXT_PLAIN',
          messageData: { msg: { text: 'I want a Refund\nplease' } },
          timeL: 1,
          sentBy: 'Consumer',
        },
        {
          type: 'HOSTED_FILE',
          messageData: { file: { caption: 'refund.png' } },
          timeL: 2,
          sentBy: 'Consumer',
        },
        { type: 'TEXT_PLAIN', messageData: { msg: { text: 'Which order?' } }, timeL: 3, sentBy: 'Agent' },
        {
          type: 'RICH_CONTENT',
          messageData: { richContent: { content: 'refund' } },
          timeL: 4,
          sentBy: 'Agent',
        },
      ],
    },
  ],
};

/** The history answers with the parts that are asked for, else with all. */
const parts = (url: string) => [
  {
    method: 'POST',
    url,
    requestBody: { conversationId: 'one', contentToRetrieve: ['messageRecords'] },
    body: found,
  },
  {
    method: 'POST',
    url,
    requestBody: { conversationId: 'one' },
    body: { ...found, _metadata: { count: 2 } },
  },
];

const scan = `const util = Toolbelt.ConversationUtil();
const { ConversationContentTypes: types } = toolbelt;
const conversation = await util.getConversationById('one', [types.MESSAGE_RECORDS]);
const whole = await util.getConversationById('one');
return { counts: [conversation, whole].map(({ _metadata }) => _metadata.count), matches: util.scanConversationForKeywords(conversation, ['refund', '^please$', 'nothing']) };`;

const matches = [
  { message: 'I want a Refund\nplease', sentTimestamp: 1, sentBy: 'Consumer', tag: 'keywordRef:refund' },
  { message: 'refund.png', sentTimestamp: 2, sentBy: 'Consumer', tag: 'keywordRef:refund' },
  { message: 'I want a Refund\nplease', sentTimestamp: 1, sentBy: 'Consumer', tag: 'keywordRef:^please$' },
];

test.each(engines)('a conversation is fetched and scanned, by both generations, on %s', async (engine) => {
  const v2 = await inFunction(scan, {
    engine,
    mocks: [...access, ...parts(`${history}?v=2&company=lp&source=FaaS_Toolbelt`)],
  });
  expect(v2.result).toEqual({ counts: [1, 2], matches });
  expect(callsOf(v2).map((call) => call.split('/')[0])).toEqual([
    'GET api.liveperson.net',
    'POST sentinel.example',
    'POST msghist.example',
    'POST msghist.example',
  ]);
  const v1 = await inFunction(scan, {
    engine,
    generation: 'v1',
    mocks: [...access, ...parts(`${history}?v=2`)],
  });
  expect(v1.result).toEqual({ counts: [1, 2], matches });
  expect(callsOf(v1).map((call) => call.split('/')[0])).toEqual([
    'GET api.liveperson.net',
    'POST msghist.example',
    'POST msghist.example',
  ]);
});

const failures = `const util = Toolbelt.ConversationUtil();
const fetched = [];
for (const id of ['', 'one']) fetched.push(await told(() => util.getConversationById(id)));
const scanned = [];
const empty = { _metadata: {}, conversationHistoryRecords: [] };
const bare = { _metadata: {}, conversationHistoryRecords: [{}] };
for (const [conversation, keywords] of [[undefined, ['a']], [bare, ['a']], [empty, ['a']], [{ conversationHistoryRecords: [{ messageRecords: [] }] }, []]]) {
  scanned.push(await told(() => util.scanConversationForKeywords(conversation, keywords)));
}
return { fetched, scanned };`;

const noRecords = { body: { _metadata: {}, conversationHistoryRecords: [] } };

test('v2 says what is wrong with a conversation by code', async () => {
  const mocks = [...access, { url: `${history}*`, ...noRecords }];
  const { result } = await inFunction(failures, { mocks });
  const component = 'Conversation-Util';
  const general = {
    error: 'ToolBeltError',
    component,
    code: 'com.liveperson.faas.conversation-util-general',
  };
  const withoutRecords = { ...general, message: 'Please provide conversation object with message records.' };
  expect(result).toEqual({
    fetched: [
      { ...general, message: 'Please provide a conversation ID.' },
      {
        ...general,
        code: 'com.liveperson.faas.conversation-util.conversation.not-found',
        message: 'Conversation "one" not found.',
      },
    ],
    scanned: [
      withoutRecords,
      withoutRecords,
      withoutRecords,
      { ...general, message: 'Please provide array containing keywords.' },
    ],
  });
});

test('v1 says what is wrong with a conversation in words', async () => {
  const mocks = [...access, { url: `${history}*`, ...noRecords }];
  const { result } = await inFunction(failures, { generation: 'v1', mocks });
  const withoutRecords = { error: 'Error', message: 'the conversation has no messageRecords' };
  expect(result).toEqual({
    fetched: [
      { error: 'Error', message: 'Please provide a conversation ID.' },
      { error: 'Error', message: 'Error while fetching conversation "one": Conversation "one" not found.' },
    ],
    scanned: [
      { error: 'Error', message: 'Please provide conversation object.' },
      withoutRecords,
      withoutRecords,
      { error: 'Error', message: 'Please provide array containing keywords.' },
    ],
  });
});

const fetchOne = `return told(() => Toolbelt.ConversationUtil().getConversationById('one'));`;

test.each([
  [
    { status: 500, body: { reason: 'broken' } },
    'com.liveperson.faas.conversation-util.unexpected-response',
    'Unexpected response: {"reason":"broken"}. Status Code: 500',
    'Error while fetching conversation "one": 500 - {"reason":"broken"}',
  ],
  [
    { body: '<html>' },
    'com.liveperson.faas.conversation-util-general',
    expect.stringMatching(/^Error while fetching conversation "one": SyntaxError: /),
    expect.stringMatching(/^Error while fetching conversation "one": /),
  ],
] as const)('a history that answers something else', async (answer, code, v2: unknown, v1: unknown) => {
  const mocks = [...access, { url: `${history}*`, ...answer }];
  const record = await inFunction(fetchOne, { mocks });
  expect(record.result).toMatchObject({ component: 'Conversation-Util', code, message: v2 });
  const old = await inFunction(fetchOne, { generation: 'v1', mocks });
  expect(old.result).toEqual({ error: 'Error', message: v1 });
});

test('a history that cannot be reached', async () => {
  const { result } = await inFunction(fetchOne, { mocks: access });
  expect(result).toMatchObject({
    code: 'com.liveperson.faas.conversation-util-general',
    message: expect.stringMatching(/^fetch failed\. Cause: outbound request to POST .* refused/) as string,
  });
});
