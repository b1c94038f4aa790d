import { askBackend } from './backend';
import { field } from '../field';
import { setting } from '../setting';

/** The secret that holds the backend's token; secrets are created in the Functions UI. */
const secret = 'orders-backend';

/** Together they leave room within the second that a bot has. */
const timeouts = { secret: 300, backend: 400 };

/** What the backend can say about an order. */
const statuses = ['received', 'packed', 'shipped', 'delivered', 'cancelled'] as const;

export type OrderStatus = (typeof statuses)[number];

/** What is known about an order; `unavailable` names the reason for the log. */
export type OrderLookup =
  | { outcome: 'found'; status: OrderStatus; expected: string | null }
  | { outcome: 'not-found' }
  | { outcome: 'unavailable'; reason: string };

/**
 * Asks the backend: `GET {ORDERS_URL}/orders/{number}` answers `{ "status": "shipped", "expected": "2026-12-01" }` or
 * 404. Never rejects. A consumer can type any number, so a bot must ask for nothing here that only the buyer may know.
 */
export async function lookUpOrder(number: string): Promise<OrderLookup> {
  const base = setting('ORDERS_URL', 'https://orders.example.com');
  const answer = await askBackend({ base, path: ['orders', number], secret, timeouts });
  if (answer.outcome !== 'found') return answer;
  return orderIn(answer.body) ?? { outcome: 'unavailable', reason: 'unreadable' };
}

/** The order in the backend's answer; null where its status is none that is known here. */
function orderIn(body: unknown): OrderLookup | null {
  const status = statuses.find((known) => known === field(body, 'status'));
  if (status === undefined) return null;
  const expected = field(body, 'expected');
  const isDate = typeof expected === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(expected);
  return { outcome: 'found', status, expected: isDate ? expected : null };
}
