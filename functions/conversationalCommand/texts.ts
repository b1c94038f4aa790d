import type { OrderStatus } from '../lib/outbound/orders';

/** What the agent gets to read. */
export const texts = {
  usage: 'Give one to three order numbers of six to ten digits, such as 471100.',
  tooMany: (count: number) => `Only the first ${count} numbers were looked up.`,
  ignored: (count: number) =>
    `What else you typed is no order number (${count} ${count === 1 ? 'word' : 'words'}).`,
  found: (number: string, status: OrderStatus, expected: string | null) =>
    `Order ${number}: ${states[status]}${expected === null ? '' : `, expected on ${expected}`}.`,
  notFound: (number: string) => `Order ${number}: not known.`,
  unavailable: (number: string) => `Order ${number}: the order system did not answer, try again in a minute.`,
};

const states: Readonly<Record<OrderStatus, string>> = {
  received: 'received',
  packed: 'packed',
  shipped: 'on its way',
  delivered: 'delivered',
  cancelled: 'cancelled',
};
