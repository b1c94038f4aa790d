import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';
import { storedPayloads } from '../../emulator/payload/payloads.ts';
import type { Payload } from '../../emulator/payload/payload.ts';
import type { CustomIntegration } from '../../functions/lib/events.ts';
import { toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

const logs = (['info', 'warn', 'error'] as const).map((level) =>
  jest.spyOn(console, level).mockImplementation(() => {}),
);

beforeAll(() => {
  process.env['ORDERS_URL'] = 'http://127.0.0.1:9';
  process.env['BOT_AGENT_IDS'] = '1000000001';
  process.env['OFF_HOURS_SKILL_ID'] = '1000000020';
});

beforeEach(() => logs.forEach((spy) => spy.mockClear()));

afterAll(() => {
  for (const name of ['ORDERS_URL', 'BOT_AGENT_IDS', 'OFF_HOURS_SKILL_ID']) delete process.env[name];
});

/** One line for each payload of the event, once its answer has been found good. */
async function linesOf(
  event: string,
  answerTo: (input: never) => Promise<unknown>,
  line: (answer: never) => string,
): Promise<string> {
  const { payloads } = await storedPayloads(process.cwd(), event);
  const lines = payloads.map(async (payload: Payload) => {
    const answer = await answerTo(payload.input as never);
    const context = { payload: payload.input.payload, generation: 'v2' } as const;
    expect(await judgeAnswer(event, answer, context)).toEqual([]);
    return `${payload.name}: ${line(answer as never)}`;
  });
  return `\n${(await Promise.all(lines)).toSorted().join('\n')}\n`;
}

/** What the stored payloads say about the consumer, found in any log entry. */
function personalData(): string[] {
  const entries = JSON.stringify(logs.flatMap((spy) => spy.mock.calls));
  return entries.match(/471100|John|Doe|Test User|example\.com/g) ?? [];
}

/** Intent, action and the first line that the consumer reads. */
function gist({ messages, context }: CustomIntegration.Response): string {
  const first = messages?.[0];
  const text = typeof first === 'string' ? first.split('\n')[0] : 'structured content';
  return `${context?.intentId} ${context?.action ?? '-'} | ${text}`;
}

test('customIntegration, its backend unreachable', async () => {
  const { lambda } = await import('../../functions/customIntegration/index.ts');
  expect(await linesOf('bot_connectors_custom_integration', lambda, gist)).toMatchInlineSnapshot(`
    "
    click: order - | Happy to look that up. What is your order number? It has six to ten digits.
    file: file TRANSFER | Thank you for the file. I cannot open it myself, so I am connecting you with a colleague.
    goodbye: goodbye CLOSE_CONVERSATION | Thank you for your visit. Have a nice day!
    location: rich-content - | structured content
    message-emoji: fallback - | structured content
    message-empty: nothing - | structured content
    message-long: order - | Happy to look that up. What is your order number? It has six to ten digits.
    message-markup: order - | Happy to look that up. What is your order number? It has six to ten digits.
    name-hostile: greeting - | Hello!
    order-backend-down: order - | structured content
    order-backend-garbled: order - | structured content
    order-backend-slow: order - | structured content
    order-unknown: order - | structured content
    order: order - | structured content
    text-chat: agent TRANSFER | One moment please, I am connecting you with a colleague.
    text-minimal: greeting - | Hello!
    text-without-context: greeting - | Hello!
    text: greeting - | Hello John!
    urgent: urgent CHANGE_TTR | I have marked this conversation as urgent. A colleague will be with you soon.
    welcome-after-transfer: order - | Hello John!
    welcome-chat: welcome - | Hello Test!
    welcome-messaging: welcome - | Hello Robin!
    "
  `);
  expect(personalData()).toEqual([]);
});

test('participantsChange', async () => {
  const { lambda } = await import('../../functions/participantsChange/index.ts');
  expect(await linesOf('controllerbot_messaging_participants_change', lambda, JSON.stringify))
    .toMatchInlineSnapshot(`
    "
    agent-connected: [{"type":"systemMessage","text":"You are now connected with a colleague."}]
    agent-joined: [{"type":"systemMessage","text":"Another colleague has joined the conversation."}]
    agent-left: []
    back-to-queue-off-hours: [{"type":"systemMessage","text":"We are closed at the moment. We have kept your conversation and will answer when we open again."},{"type":"transfer","skillId":"1000000020"}]
    back-to-queue: [{"type":"systemMessage","text":"You are back in line. The next free colleague will take over."}]
    bot-connected: []
    bot-to-agent: [{"type":"systemMessage","text":"A colleague takes over and can read what you have written so far."}]
    documented-spelling: [{"type":"systemMessage","text":"You are now connected with a colleague."}]
    nothing-changed: []
    "
  `);
  expect(personalData()).toEqual([]);
});

test('errorHook', async () => {
  const { lambda } = await import('../../functions/errorHook/index.ts');
  await linesOf('bot_connectors_error_hook', lambda, () => '');
  const entries = logs.flatMap((spy) => spy.mock.calls as unknown as [string, { code: string | null }][]);
  expect(`\n${entries.map(([text, { code }]) => `${text} | ${code}`).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    Bot error: conversation | connector.messaging.conversation-closed
    Bot error: limit | pipes.conversation-limit-checker.max-conv-limit-reached
    Bot error: function | aivendor.faas.missing-response-body
    Bot error: unknown | pipes.something-new
    Bot error: function | connector.messaging.send-message
    Bot error: function | aivendor.faas.invoke-lambda
    Bot error: function | pipes.verify-ai-response.missing-action-and-messages
    Bot error: unknown | events-queue.not-catched-pipeline-error
    Bot error: configuration | pipes.messaging-handle-bot-action.transfer-skill-not-existing
    "
  `);
  expect(personalData()).toEqual([]);
});
