import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CustomIntegration } from '../../functions/lib/events.ts';
import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { chat, messaging, messagingWelcome } from './payloads.ts';
import { warmFetch } from './server.ts';
import { account, toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

let server: Server;
let backend: (request: IncomingMessage, response: ServerResponse) => void;
const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});

beforeAll(async () => {
  server = createServer((request, response) => backend(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  process.env['ORDERS_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await warmFetch();
});

beforeEach(() => warn.mockClear());

afterAll(() => {
  delete process.env['ORDERS_URL'];
  server.closeAllConnections();
  server.close();
});

async function answerTo(payload: CustomIntegration.Request): Promise<CustomIntegration.Response> {
  const { lambda } = await import('../../functions/customIntegration/index.ts');
  return lambda({ headers: [], payload });
}

function answers(status: number, body: string): void {
  backend = (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

const down = /^I cannot reach our order system right now\. Shall I connect you with a colleague\?\n- /;

/** The fallback: no error, no action, a way on. Gives what the log says about the reason. */
async function reasonOfFallback(): Promise<unknown> {
  const answer = await answerTo(chat('1234567'));
  expect(answer.messages).toEqual([expect.stringMatching(down)]);
  expect(answer.context).not.toHaveProperty('action');
  expect(warn).toHaveBeenCalledTimes(1);
  return warn.mock.calls[0]?.[1];
}

test('an order is looked up with the account’s secret and shown as a card', async () => {
  const seen: unknown[] = [];
  backend = (request, response) => {
    seen.push(request.method, request.url, request.headers.authorization);
    response.end('{"status":"shipped","expected":"2026-12-01"}');
  };
  const payload = messaging('where is order 1234567?');
  const answer = await answerTo(payload);
  const context = { payload, generation: 'v2' } as const;
  expect(await judgeAnswer('bot_connectors_custom_integration', answer, context)).toEqual([]);
  expect(seen).toEqual(['GET', '/orders/1234567', 'Bearer synthetic-value-for-local-runs']);
  expect(answer).toMatchInlineSnapshot(`
    {
      "context": {
        "confidenceScore": 0.9,
        "intentId": "order",
        "intentName": "Order status",
      },
      "messages": [
        {
          "metadata": [
            {
              "id": "order-status",
              "type": "ExternalId",
            },
          ],
          "structuredContent": {
            "elements": [
              {
                "style": {
                  "bold": true,
                },
                "text": "Order 1234567",
                "tooltip": "Order 1234567",
                "type": "text",
              },
              {
                "text": "Your order is on its way.",
                "tooltip": "Your order is on its way.",
                "type": "text",
              },
              {
                "text": "Expected on 2026-12-01.",
                "tooltip": "Expected on 2026-12-01.",
                "type": "text",
              },
              {
                "click": {
                  "actions": [
                    {
                      "text": "Talk to a colleague",
                      "type": "publishText",
                    },
                  ],
                  "metadata": [
                    {
                      "id": "agent",
                      "type": "ExternalId",
                    },
                  ],
                },
                "title": "Talk to a colleague",
                "tooltip": "Talk to a colleague",
                "type": "button",
              },
            ],
            "type": "vertical",
          },
        },
      ],
    }
  `);
  expect(warn).not.toHaveBeenCalled();
});

test('a conversation that another bot handed over begins with the order', async () => {
  answers(200, '{"status":"delivered"}');
  const { messages } = await answerTo(messagingWelcome('1234567 has not arrived'));
  expect(messages).toHaveLength(2);
  expect(messages?.[0]).toBe('Hello!');
  expect(JSON.stringify(messages?.[1])).toContain('Your order was delivered.');
});

test('an order that the backend does not know: asks to check the number', async () => {
  answers(404, 'not found');
  expect((await answerTo(chat('1234567'))).messages).toEqual([
    'I cannot find an order 1234567. Could you check the number?',
  ]);
});

test('a date that is none is left out of the card', async () => {
  answers(200, '{"status":"packed","expected":"<b>tomorrow</b>"}');
  expect(JSON.stringify(await answerTo(chat('1234567')))).not.toContain('tomorrow');
});

test('a backend that never answers: falls back, offers quick replies on messaging', async () => {
  backend = () => {};
  expect(await reasonOfFallback()).toEqual({ reason: 'timeout' });
  expect((await answerTo(messaging('1234567'))).messages).toMatchInlineSnapshot(`
    [
      {
        "structuredContent": {
          "message": "I cannot reach our order system right now. Shall I connect you with a colleague?",
          "quickReplies": {
            "itemsPerRow": 8,
            "replies": [
              {
                "click": {
                  "actions": [
                    {
                      "text": "Talk to a colleague",
                      "type": "publishText",
                    },
                  ],
                  "metadata": [
                    {
                      "id": "agent",
                      "type": "ExternalId",
                    },
                  ],
                },
                "title": "Talk to a colleague",
                "tooltip": "Talk to a colleague",
                "type": "button",
              },
              {
                "click": {
                  "actions": [
                    {
                      "text": "No, thank you",
                      "type": "publishText",
                    },
                  ],
                  "metadata": [
                    {
                      "id": "goodbye",
                      "type": "ExternalId",
                    },
                  ],
                },
                "title": "No, thank you",
                "tooltip": "No, thank you",
                "type": "button",
              },
            ],
            "type": "quickReplies",
          },
        },
      },
    ]
  `);
});

test('a backend that stops in the middle of its answer: falls back', async () => {
  backend = (_, response) => response.write('{"status":');
  expect(await reasonOfFallback()).toEqual({ reason: 'timeout' });
});

test('a backend that hangs up: falls back', async () => {
  backend = (request) => request.socket.destroy();
  expect(await reasonOfFallback()).toEqual({ reason: 'unreachable' });
});

test.each([
  [500, '<h1>Oops</h1>', 'status 500'],
  [401, '{}', 'status 401'],
  [200, '<h1>Login</h1>', 'unreadable'],
  [200, 'null', 'unreadable'],
  [200, '[]', 'unreadable'],
  [200, '{"status":"constructor"}', 'unreadable'],
  [200, '{"status":7}', 'unreadable'],
])('a backend that answers %d %s: falls back', async (status, body, reason) => {
  answers(status, body);
  expect(await reasonOfFallback()).toEqual({ reason });
});

test.each([
  ['missing', []],
  ['empty', [{ key: 'orders-backend', value: '' }]],
  ['an object', [{ key: 'orders-backend', value: { token: 'x' } }]],
])('a secret that is %s: falls back and does not call the backend', async (_, secrets) => {
  const kept = account.secrets;
  account.secrets = secrets;
  backend = () => {
    throw new Error('called');
  };
  try {
    expect(await reasonOfFallback()).toEqual({ reason: 'secret' });
  } finally {
    account.secrets = kept;
  }
});

test('no log entry holds what the consumer wrote', async () => {
  answers(500, '');
  await answerTo(messaging('my order 7654321, I am Robin'));
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(/7654321|Robin/);
});
