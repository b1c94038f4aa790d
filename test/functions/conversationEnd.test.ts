import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { asAutomaticMessages, garbage, settingsFor } from './automatic-messages.ts';
import { warmFetch } from './server.ts';
import { account, failure, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const info = jest.spyOn(console, 'info').mockImplementation(() => {});
const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});

interface Posted {
  key: string | string[] | undefined;
  body: Record<string, unknown>;
}

const posted: Posted[] = [];
let status = 200;

/** The webhook, a real one, because that is how a function meets it. */
const server = createServer((request, response) => {
  void json(request).then((body) => {
    posted.push({ key: request.headers['idempotency-key'], body: body as Posted['body'] });
    response.writeHead(status).end();
  });
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await warmFetch();
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  info.mockClear();
  warn.mockClear();
  posted.length = 0;
  status = 200;
  account.outage = undefined;
  account.conversations = {
    'c-1': [
      { text: 'I will CANCEL my contract, says Jane Roe', sentBy: 'Consumer', timeL: 1 },
      { text: 'You want to cancel my contract with (c++)?', sentBy: 'Agent', timeL: 2 },
      { text: 'Call me on 0123456789', sentBy: 'Consumer', timeL: 3 },
    ],
    'c-2': [{ text: 'All good', sentBy: 'Consumer', timeL: 4 }],
  };
});

settingsFor({
  KEYWORDS: 'cancel my contract, (c++), lawyer',
  KEYWORD_WEBHOOK_URL: '',
  SERVICE_TIMEOUT_MS: '10',
});

beforeEach(() => {
  process.env['KEYWORD_WEBHOOK_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keywords`;
});

async function ended(payload: unknown) {
  const { lambda } = await import('../../functions/conversationEnd/index.ts');
  return asAutomaticMessages('controllerbot_messaging_conversation_end', lambda)(payload);
}

const general = {
  cbotEventType: 'CONSUMER_END_CONVERSATION',
  convId: 'c-1',
  campaignInfo: { campaignId: 10, engagementId: '11' },
};

test('the keywords that were written are posted, with who wrote them when', async () => {
  expect(await ended({ general, end: { closeReason: 'CONSUMER' } })).toEqual([]);
  expect(posted).toEqual([
    {
      key: 'c-1',
      body: {
        text: 'Conversation c-1 has ended. Keywords: cancel my contract, (c++).',
        convId: 'c-1',
        closeReason: 'CONSUMER',
        campaignId: '10',
        engagementId: '11',
        hits: [
          { keyword: 'cancel my contract', sentBy: 'Consumer', sentAt: 1 },
          { keyword: 'cancel my contract', sentBy: 'Agent', sentAt: 2 },
          { keyword: '(c++)', sentBy: 'Agent', sentAt: 2 },
        ],
      },
    },
  ]);
});

test('what people wrote is neither posted nor logged', async () => {
  await ended({ general });
  const out = JSON.stringify([posted, info.mock.calls, warn.mock.calls]);
  expect(out).toContain('cancel my contract');
  expect(out).not.toMatch(/Jane|Roe|0123456789|CANCEL/);
});

test('without a section the event’s name says who closed it', async () => {
  await ended({ general, end: {} });
  expect(posted[0]?.body['closeReason']).toBe('CONSUMER');
});

test('without a hit nothing is posted', async () => {
  expect(await ended({ general: { ...general, convId: 'c-2' } })).toEqual([]);
  expect(posted).toEqual([]);
  expect(info.mock.calls[0]?.[1]).toMatchObject({ convId: 'c-2', hits: 0 });
});

test('without keywords the history is not asked, without a webhook nothing is posted', async () => {
  process.env['KEYWORDS'] = ' , ';
  account.outage = () => Promise.reject(failure('asked'));
  expect(await ended({ general })).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
  account.outage = undefined;
  process.env['KEYWORDS'] = 'contract';
  delete process.env['KEYWORD_WEBHOOK_URL'];
  expect(await ended({ general })).toEqual([]);
  expect(posted).toEqual([]);
  expect(info.mock.calls.at(-1)?.[1]).toMatchObject({ hits: 2 });
});

test.each([
  ['does not have it yet', undefined, 'com.liveperson.faas.conversation-util.conversation.not-found'],
  ['refuses', () => Promise.reject(failure('faas.lp-client.x')), 'com.liveperson.faas.lp-client.x'],
  ['never answers', () => new Promise<never>(() => {}), 'timeout'],
])('when the history %s, the log says so and nothing is posted', async (_, outage, code) => {
  account.outage = outage;
  account.conversations = {};
  expect(await ended({ general })).toEqual([]);
  expect(warn.mock.calls).toEqual([['conversation not scanned', { convId: 'c-1', code }]]);
  expect(posted).toEqual([]);
});

test('when the webhook refuses, the log says so', async () => {
  status = 503;
  expect(await ended({ general })).toEqual([]);
  expect(warn.mock.calls).toEqual([['keyword webhook refused the report', { status: 503 }]]);
});

test.each(garbage.map((payload) => [payload]))('garbage is not looked for: %j', async (payload) => {
  expect(await ended(payload)).toEqual([]);
  expect(posted).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
});
