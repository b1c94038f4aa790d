import { isObject, type JsonObject, kindOf } from './json.ts';
import { intentsOf } from './intents-of.ts';
import { itemOf } from './item-of.ts';
import type { Lost } from './lost.ts';
import { names, swapped, swappedParameters } from './names.ts';
import type { ResponseItem } from './response.ts';

/** What a service answers, all of it there. */
export interface MadeResponse {
  response: ResponseItem[];
  analytics: { intents: unknown[] };
}

/**
 * A function's answer on the wire. `unfit`: it is malformed, the connector would end in an error with it, and the wire has
 * nothing that means the same; a service should fail the request with a 4xx then, which the connector does not repeat.
 */
export type ToResponse =
  | { kind: 'response'; response: MadeResponse; lost: readonly Lost[] }
  | { kind: 'unfit'; lost: readonly [Lost, ...Lost[]] };

/** The answer to an event that no function is told of. */
export const nothing: MadeResponse = { response: [], analytics: { intents: [] } };

/**
 * What a function returned, as a response. Unknown actions and wrong parameters go along: the connector passes over
 * them.
 */
export function toResponse(answer: unknown): ToResponse {
  if (!isObject(answer)) return unfit('', `the answer is ${kindOf(answer)}, expected an object`);
  const { messages = [], context = {} } = answer;
  if (!Array.isArray(messages))
    return unfit('messages', `messages is ${kindOf(messages)}, expected an array`);
  if (!isObject(context)) return unfit('context', `context is ${kindOf(context)}, expected an object`);
  const all = withLegacy(messages, context);
  const items = all.map(({ message }) => itemOf(message, context['encodedMetadata']));
  const [bad, ...more] = all.filter((_, index) => items[index] === null).map(({ path }) => malformed(path));
  if (bad) return { kind: 'unfit', lost: [bad, ...more] };
  const sent = pausesOf(
    items.filter((item) => item !== null),
    all,
  );
  const { intents, lost } = intentsOf(context);
  return {
    kind: 'response',
    response: { response: [...sent.items, ...actionOf(context)], analytics: { intents } },
    lost: [...sent.lost, ...lost],
  };
}

interface Placed {
  message: unknown;
  path: string;
}

/** The content of the context is sent last. */
function withLegacy(messages: readonly unknown[], { structuredContent, metadata }: JsonObject): Placed[] {
  const placed = messages.map((message, index) => ({ message, path: `messages[${index}]` }));
  if (structuredContent === undefined) return placed;
  const legacy = { structuredContent, ...(metadata !== undefined && { metadata }) };
  return [...placed, { message: legacy, path: 'context.structuredContent' }];
}

/** Pauses of no seconds are left out, but where an answer is nothing but pauses: then it says nothing, on purpose. */
function pausesOf(
  items: readonly ResponseItem[],
  all: readonly Placed[],
): { items: ResponseItem[]; lost: Lost[] } {
  const silent = items.every(({ type }) => type === 'DELAY');
  const lost = items.flatMap((item, index) =>
    isNoPause(item)
      ? [
          {
            code: 'zero-delay' as const,
            path: all[index]?.path ?? '',
            message: 'the shortest pause on the wire is one second',
          },
        ]
      : [],
  );
  if (!silent) return { items: items.filter((item) => !isNoPause(item)), lost };
  return { items: items.map((item) => (isNoPause(item) ? onePause : item)), lost };
}

const onePause: ResponseItem = { type: 'DELAY', data: { seconds: 1 } };

function isNoPause(item: ResponseItem): boolean {
  return item.type === 'DELAY' && item.data.seconds === 0;
}

/** An action that is no text is unknown to the connector, and stays so as JSON. */
function actionOf({ action, actionParameters }: JsonObject): ResponseItem[] {
  if (action === undefined || action === null || action === '') return [];
  const name = swapped(typeof action === 'string' ? action : JSON.stringify(action), names.action);
  const parameters = swappedParameters(name, actionParameters);
  return [{ type: 'ACTION', data: { name, ...(parameters !== undefined && { parameters }) } }];
}

function unfit(path: string, message: string): ToResponse {
  return { kind: 'unfit', lost: [{ code: 'malformed-answer', path, message }] };
}

function malformed(path: string): Lost {
  return { code: 'malformed-message', path, message: 'it is no message that the connector reads' };
}
