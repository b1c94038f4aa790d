import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBotState } from '../../../emulator/endpoint/contract/bot-state.ts';
import { checkEvent } from '../../../emulator/endpoint/contract/event.ts';
import { checkNewConversation } from '../../../emulator/endpoint/contract/new-conversation.ts';
import { checkResponse } from '../../../emulator/endpoint/contract/response.ts';
import { toAnswer } from '../../../emulator/endpoint/contract/to-answer.ts';
import { toResponse } from '../../../emulator/endpoint/contract/to-response.ts';
import { judgeAnswer } from '../../../emulator/invoke/contract/judge.ts';

const folder = join(__dirname, 'samples');
const samples = readdirSync(folder).map((file): [string, unknown] => [
  file,
  JSON.parse(readFileSync(join(folder, file), 'utf8')),
]);
const of = (kind: string): [string, unknown][] => samples.filter(([file]) => file.startsWith(kind));

test.each(of('post-event'))('%s is an event', (_, body) => {
  expect(checkEvent(body).ok).toBe(true);
});

test.each(of('put-conversation'))('%s creates a conversation', (_, body) => {
  expect(checkNewConversation(body)).toEqual({ ok: true, value: body });
});

test.each(of('get-state'))('%s is a state', (_, body) => {
  expect(checkBotState(body)).toEqual({ ok: true, value: body });
});

test.each(of('response'))(
  '%s is a response, as good as a function’s answer, and comes back',
  async (_, body) => {
    const checked = checkResponse(body);
    if (!checked.ok) throw new Error(JSON.stringify(checked.complaints));
    const { answer, notices } = toAnswer(checked.value);
    expect(notices).toEqual([]);
    const findings = await judgeAnswer('bot_connectors_custom_integration', answer, {
      payload: {},
      generation: 'v2',
    });
    expect(findings).toEqual([]);
    expect(toResponse(answer)).toEqual({ kind: 'response', response: body, lost: [] });
  },
);

test.each([
  ['a conversation without engagement attributes', checkNewConversation({ context: { skillId: 7 } })],
  ['a conversation of which nothing is known', checkNewConversation({})],
  ['a response without analytics', checkResponse({ response: [] })],
  ['analytics without intents', checkResponse({ response: [], analytics: {} })],
  [
    'metadata that is one object',
    checkResponse({ response: [{ type: 'TEXT', data: { message: 'a', metadata: { type: 'ExternalId' } } }] }),
  ],
  ['an event without source and context', checkEvent({ type: 'TEXT', data: { message: '' } })],
  [
    'a conversation that was handed over',
    checkEvent({ type: 'CONVERSATION', data: { name: 'TRANSFERRED' } }),
  ],
])('%s is fine', (_, { ok }) => {
  expect(ok).toBe(true);
});

test.each([
  [checkEvent({ type: 'TEXT', data: {} }), 'data.message', 'message is missing, expected a string'],
  [checkEvent({ type: 'TEXT' }), 'data', 'data is missing, expected an object with message'],
  [
    checkEvent({ type: 'RICH_CONTENT', data: { content: [] } }),
    'data.content',
    'content is an array, expected an object',
  ],
  [
    checkEvent({ type: 'text' }),
    'type',
    'type is "text", expected TEXT, RICH_CONTENT, START, CLOSE_CONVERSATION, CONVERSATION or hosted-file',
  ],
  [checkEvent('TEXT'), '', 'the body is "TEXT", expected an object with type, source, data and context'],
  [
    checkEvent({ type: 'START', source: 'BOT' }),
    'source',
    'source is "BOT", expected CONSUMER or CONVERSATION',
  ],
  [
    checkEvent({ type: 'hosted-file', data: { relativePath: '/x' } }),
    'data.fileType',
    'fileType is missing, expected a string',
  ],
  [
    checkNewConversation({ context: { skillId: true } }),
    'context.skillId',
    'skillId is true, expected a string or a number',
  ],
  [checkNewConversation([]), '', 'the body is an array, expected an object'],
  [
    checkBotState({ state: 'sleeping' }),
    'state',
    'state is "sleeping", expected one of online, offline, error, maintenance',
  ],
])('a body that does not fit is told with its place %#', (checked, path, message) => {
  expect(checked).toEqual({ ok: false, complaints: [{ path, message }] });
});
