import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lambda } from '../../functions/errorHook/index.ts';
import type { ErrorHook } from '../../functions/lib/events.ts';
import { warmFetch } from './server.ts';

const prefix = 'com.liveperson.bot-connectors-worker.error.';
const consumer = { convId: '11111111-2222-4333-8444-555555555555', message: 'I am Robin, robin@example.com' };

const spies = {
  info: jest.spyOn(console, 'info').mockImplementation(() => {}),
  warn: jest.spyOn(console, 'warn').mockImplementation(() => {}),
  error: jest.spyOn(console, 'error').mockImplementation(() => {}),
};

beforeEach(() => Object.values(spies).forEach((spy) => spy.mockClear()));

/** All log entries of one call: level, message, extras. */
async function logsOf(payload: unknown): Promise<unknown[][]> {
  expect(await lambda({ headers: [], payload: payload as ErrorHook.Request })).toBeNull();
  return Object.entries(spies).flatMap(([level, spy]) => spy.mock.calls.map((entry) => [level, ...entry]));
}

test('one entry says what happened, where, and what to do, and nothing about the consumer', async () => {
  const logs = await logsOf({
    error: {
      errorId: '7f0e6f9e-0000-4000-8000-000000000000',
      name: `${prefix}pipes.verify-ai-response.missing-action-and-messages`,
    },
    vendor: 'faas',
    faasPayload: { ...consumer, context: { lpSdes: { personalInfo: { name: 'Robin' } } } },
    faas: { messages: [], context: {} },
  });
  expect(JSON.stringify(logs)).not.toMatch(/robin/i);
  expect(logs).toMatchInlineSnapshot(`
    [
      [
        "error",
        "Bot error: function",
        {
          "advice": "Answer every message with a message or an action, also those that are not understood.",
          "answer": {
            "action": null,
            "messages": 0,
          },
          "class": "function",
          "code": "pipes.verify-ai-response.missing-action-and-messages",
          "convId": "11111111-2222-4333-8444-555555555555",
          "errorId": "7f0e6f9e-0000-4000-8000-000000000000",
          "vendor": "faas",
        },
      ],
    ]
  `);
});

test.each([
  ['connector.messaging.conversation-closed', 'info', 'conversation'],
  ['aivendor.faas.testConnection', 'warn', 'retryable'],
  ['pipes.conversation-limit-checker.max-conv-limit-reached', 'warn', 'limit'],
  ['pipes.messaging-handle-bot-action.transfer-skill-not-existing', 'error', 'configuration'],
  ['aivendor.faas.invoke-lambda', 'error', 'function'],
  ['events-queue.not-catched-pipeline-error', 'error', 'unknown'],
  ['connector.messaging.brand-new', 'error', 'unknown'],
])('%s is logged as %s and classed as %s', async (code, level, cause) => {
  for (const error of [{ name: prefix + code }, { name: code }, { name: 'Error', errorId: prefix + code }]) {
    spies.info.mockClear();
    spies.warn.mockClear();
    spies.error.mockClear();
    expect(await logsOf({ error })).toMatchObject([[level, `Bot error: ${cause}`, { code, class: cause }]]);
  }
});

test.each([
  ['Custom Integration', { faasPayload: { convId: 'conv-1' } }],
  ['Amazon Lex', { lexQuery: { sessionAttributes: { convId: 'conv-1' } } }],
  ['Microsoft', { msPayload: { channelData: { context: { convId: 'conv-1' } } } }],
  ['IBM Watson', { watsonV2Payload: { context: { convId: 'conv-1' } } }],
])('the conversation is found in the request of %s', async (_, payload) => {
  expect(await logsOf(payload)).toMatchObject([['error', 'Bot error: unknown', { convId: 'conv-1' }]]);
});

test.each([
  [undefined],
  [null],
  [''],
  ['Robin'],
  [7],
  [[]],
  [{ error: null }],
  [{ error: 'Robin' }],
  [{ error: { name: 'Robin said no', errorId: { name: 'Robin' } }, vendor: ['Robin'] }],
  [{ error: { name: 'constructor', errorId: '__proto__' } }],
  [{ faasPayload: 'Robin', faas: 'Robin' }],
  [
    {
      faasPayload: { convId: 'Robin Example' },
      faas: { messages: 'Robin', context: { action: 'to Robin' } },
    },
  ],
])('garbage never fails and never gets into the log: %j', async (payload) => {
  const logs = await logsOf(payload);
  expect(logs).toHaveLength(1);
  expect(logs).toMatchObject([['error', 'Bot error: unknown', { code: null, convId: null }]]);
  expect(JSON.stringify(logs)).not.toContain('Robin');
});

test('an input without anything never fails', async () => {
  await expect(lambda(undefined as never)).resolves.toBeNull();
});

describe('the webhook', () => {
  let server: Server;
  let webhook: (request: IncomingMessage, response: ServerResponse) => void;

  beforeAll(async () => {
    server = createServer((request, response) => webhook(request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    process.env['ERROR_WEBHOOK_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bot`;
    await warmFetch();
  });

  afterAll(() => {
    delete process.env['ERROR_WEBHOOK_URL'];
    server.closeAllConnections();
    server.close();
  });

  test('gets the same report, with a readable line', async () => {
    let body = '';
    webhook = (request, response) => {
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => response.writeHead(204).end());
    };
    await logsOf({ error: { name: `${prefix}aivendor.faas.invoke-lambda` }, faasPayload: consumer });
    expect(JSON.parse(body)).toMatchInlineSnapshot(`
      {
        "advice": "Look for errors and slow calls in the logs of the function, then check its quota.",
        "answer": null,
        "class": "function",
        "code": "aivendor.faas.invoke-lambda",
        "convId": "11111111-2222-4333-8444-555555555555",
        "errorId": null,
        "text": "Bot error aivendor.faas.invoke-lambda (function). Look for errors and slow calls in the logs of the function, then check its quota.",
        "vendor": null,
      }
    `);
  });

  test.each([
    ['refuses', (_: unknown, response: ServerResponse) => response.writeHead(500).end(), { status: 500 }],
    ['hangs up', (request: IncomingMessage) => request.socket.destroy(), { outcome: 'unreachable' }],
    ['never answers', () => {}, { outcome: 'timeout' }],
  ])('that %s is a warning and no failure', async (_, handler, extras) => {
    webhook = handler;
    const logs = await logsOf({ error: { name: `${prefix}aivendor.faas.failed-hook` } });
    expect(logs.at(0)).toEqual(['warn', expect.stringMatching(/^error webhook /), extras]);
    expect(logs).toHaveLength(2);
  });

  test('with an address that is none is a warning and no failure', async () => {
    const kept = process.env['ERROR_WEBHOOK_URL'];
    process.env['ERROR_WEBHOOK_URL'] = 'no address';
    try {
      expect(await logsOf({})).toHaveLength(2);
    } finally {
      process.env['ERROR_WEBHOOK_URL'] = kept;
    }
  });
});

test('every documented error code has a class and an advice', async () => {
  const { causeOf } = await import('../../functions/errorHook/causes.ts');
  const { connectorErrors } = await import('../../emulator/platform/connector-errors.ts');
  const codes = Object.keys(connectorErrors);
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => causeOf(code).advice === causeOf(null).advice)).toEqual([]);
});
