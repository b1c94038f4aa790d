import { presetsOf } from '../../emulator/payload/account/account-file.ts';
import type { AccountPresets } from '../../emulator/payload/account/account-presets.ts';
import { payloadFromFile } from '../../emulator/payload/payloads.ts';
import { loadSettings } from '../../emulator/project/settings.ts';
import { temporaryFolder } from '../temporary.ts';
import { refusal } from './finding.ts';

/** Reads `account.yaml` of a project with the function `greet` and `files`. */
async function read(
  account: string,
  files: Record<string, unknown> = {},
): Promise<AccountPresets | undefined> {
  const root = temporaryFolder({ 'functions/greet/index.js': '', 'account.yaml': account, ...files });
  return presetsOf(loadSettings(root), root);
}

const record = { messageRecords: [{ type: 'TEXT_PLAIN', messageData: {}, timeL: 1, sentBy: 'Agent' }] };

test('a project without account.yaml says nothing, and one with nothing in it neither', async () => {
  const root = temporaryFolder({ 'functions/greet/index.js': '' });
  expect(await presetsOf(loadSettings(root), root)).toBeUndefined();
  for (const text of ['{}', '', '# clock: 2026-03-01T09:00:00Z\n\n  # later\n']) {
    expect(await read(text)).toEqual({});
  }
});

test('every key has its place', async () => {
  const text = `
clock: 2026-03-01T09:00:00Z
functions: { greet: 11111111-2222-4333-8444-555555555555 }
services: { loyalty: loyalty.example, smt: false }
clients: [{ id: a, secret: b, expiresIn: 60 }]
conversations:
  c1: { messageRecords: [{ type: TEXT_PLAIN, messageData: { msg: { text: hi } }, timeL: 1, sentBy: Consumer }] }
context:
  apiKeys: [k]
  namespaces: { shop: { ttl: 60, sessions: { s1: { tier: gold } } } }
monitoring: { visits: [{ visitorId: v, sessionId: s }] }
files: { user: u, key: k, stored: { /v1/a.txt: { text: hi, contentType: text/plain } } }
mtls: [https://bank.example/]
secrets: { delay: 5, keys: { api: { fault: op-failed } } }
`;
  expect(await read(text)).toMatchObject({
    clock: '2026-03-01T09:00:00Z',
    services: { loyalty: 'loyalty.example', smt: false },
    context: { namespaces: { shop: { ttl: 60, sessions: { s1: { tier: 'gold' } } } } },
    secrets: { keys: { api: { fault: 'op-failed' } } },
  });
});

test('a conversation comes from a file: a record, or the whole answer of the API', async () => {
  const text =
    'conversations: { c1: { file: conversations/c1.json }, c2: { file: all.yaml, summary: { text: own } } }\n';
  const presets = await read(text, {
    'conversations/c1.json': record,
    'all.yaml': JSON.stringify({ _metadata: {}, conversationHistoryRecords: [record] }),
  });
  expect(presets?.conversations).toEqual({ c1: record, c2: { ...record, summary: { text: 'own' } } });
});

test.each([
  [
    'contxt: {}',
    'bad-account at account.yaml:1:1 (contxt): account.yaml: contxt is not a known key → did you mean "context"?',
  ],
  [
    'context:\n  namespaces:\n    shop: { tll: 60 }',
    'bad-account at account.yaml:3:13 (context.namespaces.shop.tll): account.yaml: context.namespaces.shop.tll is not a known key → did you mean "ttl"?',
  ],
  [
    'context: { namespaces: { shop: { ttl: soon } } }',
    'bad-account at account.yaml:1:39 (context.namespaces.shop.ttl): account.yaml: context.namespaces.shop.ttl must be a number, it is the text "soon" → an account has the keys clock, services, clients, conversations, context, monitoring, files, mtls and secrets; the project’s own has functions and mocks too',
  ],
  [
    'secrets: { fault: op-faild }',
    'bad-account at account.yaml:1:19 (secrets.fault): account.yaml: secrets.fault must be one of not-found, forbidden, invalid-format, op-failed, op-timed-out, auth-failed, it is the text "op-faild" → did you mean "op-failed"?',
  ],
  [
    'functions: { gret: 11111111-2222-4333-8444-555555555555 }',
    'bad-account at account.yaml:1:14 (functions.gret): account.yaml: functions.gret is no function of this project. Did you mean "greet"? → name the folder of a function in functions/',
  ],
  [
    'mocks: [{ ulr: https://a.example/ }]',
    'bad-mock at account.yaml:1:11 (mocks[0].url): account.yaml: mocks[0].url is missing, it must be text (and 1 more) → "ulr" stands there: did you mean "url"?',
  ],
  [
    'mocks: [{ url: "*", file: gone.json }]',
    'bad-mock at account.yaml:1:27 (mocks[0].file): account.yaml: mocks[0].file names "gone.json", which does not exist → give the path of a file in the project, seen from the file that names it',
  ],
  [
    'mocks:\n  - url: "*"\n  - url: https://a.example/',
    'bad-mock at account.yaml:3:5 (mocks[1]): account.yaml: overlapping mocks: mocks[1] (any method https://a.example/) never answers, because mocks[0] at 2:5 takes every request that it would → put the narrower one first, give the earlier one times, or remove one of the two',
  ],
])('what is wrong is told with its place and what was meant: %s', async (text, told) => {
  expect(await refusal(read(text))).toBe(told);
});

test.each([
  ['clock: yesterday', 'clock must be a time such as 2026-03-01T09:00:00Z'],
  ['functions: { greet: abc }', 'functions.greet must be a uuid'],
  ['services: { smt: https://a.example/x }', 'services.smt must be a host without https:// or a path'],
  ['services: { smt: true }', 'services.smt must be text or false, it is true'],
  ['clients: [{ id: a }]', 'clients[0].secret is missing, it must be text'],
  ['clients: { id: a }', 'clients must be a list, it is an object'],
  ['context: { apiKeys: k }', 'context.apiKeys must be a list, it is the text "k"'],
  [
    'monitoring: { visits: [{ visitorId: 1, sessionId: s }] }',
    'monitoring.visits[0].visitorId must be text, it is 1',
  ],
  ['files: { stored: { /a: text } }', 'files.stored["/a"] must be an object, it is the text "text"'],
  ['secrets: { delay: -1 }', 'secrets.delay must be at least 0, it is -1'],
  [
    'conversations: { c: { messageRecords: [{}] } }',
    'conversations.c.messageRecords[0].type is missing, it must be text',
  ],
  ['conversations: { c: { sdes: [] } }', 'conversations.c.sdes must be an object, it is a list'],
  ['[]', 'it must be an object, it is a list'],
])('a value of the wrong kind is refused: %s', async (text, message) => {
  expect(await refusal(read(text))).toContain(`account.yaml: ${message}`);
});

test('a file that is no YAML is refused with its position', async () => {
  expect(await refusal(read('context: {\nclock: [}'))).toMatch(/^unparsable-payload at account\.yaml:2:1: /);
});

test('a conversation’s file is checked where it stands, and missed where it is named', async () => {
  const named = 'conversations:\n  c1: { file: c1.json }\n';
  expect(await refusal(read(named))).toBe(
    'bad-account at account.yaml:2:15 (conversations.c1.file): c1.json does not exist → the path counts from the file that names it',
  );
  expect(await refusal(read(named, { 'c1.json': '{\n  "messageRecords": {}\n}' }))).toBe(
    'bad-account at c1.json:2:3 (messageRecords): c1.json: messageRecords must be a list, it is an object → a conversation is a record of the Messaging Interactions API, such as { messageRecords: [...] }',
  );
  expect(await refusal(read(named, { 'c1.json': '{ "conversationHistoryRecords": [] }' }))).toMatch(
    /^bad-account at c1\.json:1:3 /,
  );
});

const payload = (account: string, root = temporaryFolder()) =>
  payloadFromFile(root, '-', `payload: {}\naccount:\n  ${account}\n`, null);

test('a payload file has presets of its own, with files that count from it', async () => {
  expect((await payload('clock: 2026-03-01T09:00:00Z')).account).toEqual({ clock: '2026-03-01T09:00:00Z' });
  const root = temporaryFolder({ 'c1.json': record });
  expect((await payload('conversations: { c1: { file: c1.json } }', root)).account).toEqual({
    conversations: { c1: record },
  });
});

test('what is wrong with them is told as for the project’s, but functions are the project’s alone', async () => {
  expect(await refusal(payload('contxt: {}'))).toContain('bad-account at -:3:3 (account.contxt): ');
  expect(await refusal(payload('functions: {}'))).toContain('account.functions is not a known key');
  expect(await refusal(payload('conversations: { c1: { file: none.json } }'))).toContain(
    'bad-account at -:3:32 (account.conversations.c1.file): none.json does not exist',
  );
});
