import type { ConversationRecord } from '../../emulator/payload/account/account-presets.ts';
import type { Account } from '../../emulator/services/account.ts';
import { accountWith, brand, type Reply, send, tokenOf } from './account.ts';

const record = {
  info: { status: 'CLOSE' },
  messageRecords: [
    { type: 'TEXT_PLAIN', messageData: { msg: { text: 'hi' } }, timeL: 1, sentBy: 'Consumer' },
  ],
  sdes: { events: [] },
  unAuthSdes: { events: [] },
};

const url = (account = brand, query = '?v=2') =>
  `https://local.msghist.liveperson.net/messaging_history/api/account/${account}/conversations/conversation/search${query}`;

async function search(account: Account, body: unknown, address = url()): Promise<Reply | undefined> {
  const headers = { authorization: await tokenOf(account) };
  return send(account, address, { method: 'POST', headers, body });
}

const withRecord = (): Account => accountWith({ conversations: { 'conv-1': record } });

function recordsIn(reply: Reply | undefined): ConversationRecord[] {
  const body = reply?.body as { conversationHistoryRecords?: ConversationRecord[] } | undefined;
  return body?.conversationHistoryRecords ?? [];
}

test('a conversation is found by its id, and knows its id and brand', async () => {
  const reply = await search(withRecord(), { conversationId: 'conv-1' });
  expect(reply).toMatchObject({
    status: 200,
    body: {
      _metadata: {
        count: 1,
        self: { rel: 'self', href: url() },
        shardsStatusResult: { partialResult: false },
      },
    },
  });
  expect(recordsIn(reply)).toEqual([
    { ...record, info: { conversationId: 'conv-1', brandId: brand, status: 'CLOSE' } },
  ]);
});

test('an unknown conversation is an empty list', async () => {
  for (const conversationId of ['conv-2', 'constructor']) {
    const reply = await search(withRecord(), { conversationId });
    expect(reply?.body).toMatchObject({ _metadata: { count: 0 }, conversationHistoryRecords: [] });
  }
});

test('only the content that is asked for comes, and what the conversation is', async () => {
  const reply = await search(withRecord(), {
    conversationId: 'conv-1',
    contentToRetrieve: ['sdes', 'transfers'],
  });
  expect(recordsIn(reply).map((found) => Object.keys(found))).toEqual([['info', 'sdes']]);
});

test('version 1 of the API knows no unauthenticated attributes', async () => {
  const [found] = recordsIn(await search(withRecord(), { conversationId: 'conv-1' }, url(brand, '')));
  expect(Object.keys(found ?? {})).toEqual(['info', 'messageRecords', 'sdes']);
});

test.each([
  [{}, '"conversationId" must be text'],
  ['{', '"conversationId" must be text'],
  [{ conversationId: 'c', contentToRetrieve: 'sdes' }, '"contentToRetrieve" must be a list'],
  [
    { conversationId: 'c', contentToRetrieve: ['messageRecord'] },
    '"contentToRetrieve" holds "messageRecord", which is no content type. Did you mean "messageRecords"?',
  ],
])('a bad search is a 400: %p', async (body, message) => {
  expect(await search(withRecord(), body)).toMatchObject({ status: 400, body: { message } });
});

test('other accounts are refused, other searches left to mocks', async () => {
  expect(await search(withRecord(), {}, url('12345678'))).toMatchObject({ status: 401 });
  expect(await search(withRecord(), {}, url().replace('/conversation/', '/consumer/'))).toBeUndefined();
});
