import { engines } from '../runtime/made.ts';
import { access, callsOf, inFunction } from './in-function.ts';

const conversation = `const file = (relativePath) => ({ type: 'HOSTED_FILE', messageData: { file: { relativePath } } });
const text = { type: 'TEXT_PLAIN', messageData: { msg: { text: 'hello' } } };
const conversation = { conversationHistoryRecords: [{ messageRecords: [file('/a/one.png'), text, file('/a/two.png')] }] };
const credentials = { username: 'user', password: 'pass' };
const util = Toolbelt.GDPRUtil();
`;

const replaceAll = `${conversation}
const all = await util.replaceConversationFiles(conversation, credentials);
const own = { body: Buffer.from([0xff, 0x00]), contentType: 'image/gif' };
const some = await util.replaceConversationFiles(conversation, credentials, (path) => path.endsWith('two.png'), own);
const none = await util.replaceConversationFiles(conversation, credentials, () => false);
const empty = await util.replaceConversationFiles({ conversationHistoryRecords: [] }, credentials);
return { all, some, none, empty };`;

const swift = [
  ...access,
  { method: 'GET', url: 'https://swift.example/auth/v1.0', headers: { 'x-auth-token': 'token' } },
  { method: 'PUT', url: 'https://swift.example/a/*', status: 201 },
];

const replaced = { all: ['/a/one.png', '/a/two.png'], some: ['/a/two.png'], none: [], empty: [] };

test.each(engines)('v2 replaces files with one token for all of them on %s', async (engine) => {
  const record = await inFunction(replaceAll, { engine, mocks: swift });
  expect(record.result).toEqual(replaced);
  expect(callsOf(record).slice(1)).toEqual([
    'GET swift.example/auth/v1.0 200 mock',
    'PUT swift.example/a/one.png 201 mock',
    'PUT swift.example/a/two.png 201 mock',
    'GET swift.example/auth/v1.0 200 mock',
    'PUT swift.example/a/two.png 201 mock',
  ]);
});

test.each(engines)('v1 replaces files with a token for each on %s', async (engine) => {
  const record = await inFunction(replaceAll, { engine, generation: 'v1', mocks: swift });
  expect(record.result).toEqual(replaced);
  const calls = callsOf(record);
  expect(calls.filter((call) => call === 'GET swift.example/auth/v1.0 200 mock')).toHaveLength(3);
  expect(calls.filter((call) => call.startsWith('PUT'))).toEqual([
    'PUT swift.example/a/one.png 201 mock',
    'PUT swift.example/a/two.png 201 mock',
    'PUT swift.example/a/two.png 201 mock',
  ]);
});

test.each(engines)('v2 replaces a file with bytes of any kind on %s', async (engine) => {
  const replaceOne = `${conversation}
const bytes = Uint8Array.of(0xff, 0x00);
const replace = (body) => util.replaceConversationFiles(conversation, credentials, (path) => path === '/a/one.png', { body, contentType: 'image/gif' });
return told(async () => [await replace(bytes), await replace(bytes.buffer), await replace(new Blob([bytes]))]);`;
  const { result } = await inFunction(replaceOne, { engine, mocks: swift });
  expect(result).toEqual([['/a/one.png'], ['/a/one.png'], ['/a/one.png']]);
});

const tellAll = `${conversation}
return told(() => util.replaceConversationFiles(conversation, credentials, (path) => path === '/a/one.png'));`;
const gdpr = { error: 'ToolBeltError', component: 'GDPR-Util' };

test.each([
  [
    { method: 'GET', status: 401, body: 'who?' },
    {
      ...gdpr,
      code: 'com.liveperson.faas.gdpr-util.auth-failed',
      message: 'Authentication failed with response: who?. Status Code: 401',
    },
    'Unable to replace image /a/one.png: Unable to authorize at Swift: 401 - "who?"',
  ],
  [
    { method: 'GET', status: 200 },
    { ...gdpr, code: 'com.liveperson.faas.gdpr-util.auth-failed', message: 'No Auth token returned' },
    undefined,
  ],
  [
    { method: 'PUT', status: 403, body: 'no' },
    {
      ...gdpr,
      code: 'com.liveperson.faas.gdpr-util-general',
      message: 'File replacement failed with response: no. Status Code: 403',
    },
    'Unable to replace image /a/one.png: 403 - "no"',
  ],
] as const)('a storage of files that refuses', async (answer, v2, v1) => {
  const mocks = [{ url: 'https://swift.example/*', ...answer }, ...swift];
  expect((await inFunction(tellAll, { mocks })).result).toEqual(v2);
  if (v1 === undefined) return;
  expect((await inFunction(tellAll, { generation: 'v1', mocks })).result).toEqual({
    error: 'Error',
    message: v1,
  });
});

test('a storage of files that cannot be reached, and conversations without messages', async () => {
  const { result } = await inFunction(
    `${conversation}
const bare = { conversationHistoryRecords: [{}] };
return [await told(() => util.replaceConversationFiles(conversation, credentials)), await told(() => util.replaceConversationFiles(bare, credentials))];`,
    { mocks: [...access, ...swift.slice(2, 3)] },
  );
  expect(result).toEqual([
    {
      ...gdpr,
      code: 'com.liveperson.faas.gdpr-util.replace-file-failed',
      message: expect.stringMatching(/^fetch failed\. Cause: outbound request to PUT/) as string,
    },
    { ...gdpr, code: 'com.liveperson.faas.gdpr-util-general', message: 'No message records provided' },
  ]);
});

test.each(['v1', 'v2'] as const)('%s takes text in place of a file', async (generation) => {
  const body = `${conversation}
return util.replaceConversationFiles(conversation, credentials, undefined, { body: 'gone', contentType: 'text/plain' });`;
  const [mocks, put] = [swift.slice(0, -1), swift.at(-1)];
  const requestHeaders = { 'content-type': 'text/plain' };
  const text = { ...put, url: 'https://swift.example/a/*', requestBody: 'gone', requestHeaders };
  expect((await inFunction(body, { generation, mocks: [...mocks, text] })).result).toEqual(replaced.all);
});
