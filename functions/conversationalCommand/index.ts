import type { ConversationalCommand, Input } from '../lib/events';
import { field } from '../lib/field';
import { identifier } from '../lib/identifier';
import { lookUpOrder } from '../lib/outbound/orders';
import { texts } from './texts';

/** Each is one request to the backend, and an agent waits. */
const most = 3;

/** `/order 471100`: tells the agent how orders are doing. Also what goes wrong is told in words the agent can use. */
export async function lambda(
  input: Input<ConversationalCommand.Request>,
): Promise<ConversationalCommand.Response> {
  const words = wordsIn(field(input, 'payload', 'arguments'));
  const numbers = [...new Set(words.flatMap((word) => orderNumber(word) ?? []))];
  if (numbers.length === 0) return texts.usage;
  const lines = await Promise.all(numbers.slice(0, most).map(lineOf));
  const ignored = words.filter((word) => orderNumber(word) === null).length;
  console.info('orders looked up for an agent', {
    conversationId: identifier(field(input, 'payload', 'conversationId')),
    orders: lines.length,
  });
  return [
    ...lines,
    ...(numbers.length > most ? [texts.tooMany(most)] : []),
    ...(ignored > 0 ? [texts.ignored(ignored)] : []),
  ].join('\n');
}

/** The agent may have pasted a list as one argument. Of a novel only the beginning is read. */
function wordsIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  const given = list.slice(0, 20).filter((each): each is string => typeof each === 'string');
  return given.flatMap((text) => text.slice(0, 200).split(/[\s,;]+/)).filter((word) => word !== '');
}

/** Only what is an order number goes on: to the backend, and back to the agent. */
function orderNumber(word: string): string | null {
  return /^#?(\d{6,10})$/.exec(word)?.[1] ?? null;
}

async function lineOf(number: string): Promise<string> {
  const order = await lookUpOrder(number);
  if (order.outcome === 'found') return texts.found(number, order.status, order.expected);
  if (order.outcome === 'not-found') return texts.notFound(number);
  console.warn('order backend gave no usable answer', { reason: order.reason });
  return texts.unavailable(number);
}
