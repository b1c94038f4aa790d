import type { Channel } from '../lib/bot/channel';
import { choices } from '../lib/bot/choices';
import type { CustomIntegration } from '../lib/events';
import { card } from '../lib/bot/messages';
import { lookUpOrder } from '../lib/outbound/orders';
import { buttons, orderStates, texts } from './texts';

/** What to say about an order: ask for its number, show its status, or fall back when the backend cannot tell. */
export async function orderReply(
  channel: Channel,
  number: string | null,
): Promise<CustomIntegration.Message> {
  if (number === null) return texts.askOrderNumber;
  const order = await lookUpOrder(number);
  if (order.outcome === 'not-found') return texts.orderNotFound(number);
  if (order.outcome === 'unavailable') {
    console.warn('order backend gave no usable answer', { reason: order.reason });
    return choices(channel, texts.backendDown, [buttons.agent, buttons.goodbye]);
  }
  return card({
    title: texts.orderTitle(number),
    lines: [orderStates[order.status], ...(order.expected ? [texts.orderExpected(order.expected)] : [])],
    buttons: [buttons.agent],
    externalId: 'order-status',
  });
}
