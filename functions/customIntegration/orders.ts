import { Toolbelt } from 'core-functions-toolbelt';
import { requestJson } from '../lib/request-json';
import { setting } from '../lib/setting';

/** Name of the secret that holds the backend's token; secrets are created in the Functions UI. */
const tokenSecret = 'orders-backend';

/** Milliseconds for the secret and for the backend, each; together they leave room within the second that a bot has. */
const secretTimeout = 300;
const backendTimeout = 400;

/** What the backend can say about an order; texts.ts has the words for it. */
const statuses = ['received', 'packed', 'shipped', 'delivered', 'cancelled'] as const;

export type OrderStatus = (typeof statuses)[number];

/** What is known about an order; `unavailable` names the reason for the log. */
export type OrderLookup =
  | { outcome: 'found'; status: OrderStatus; expected: string | null }
  | { outcome: 'not-found' }
  | { outcome: 'unavailable'; reason: string };

/**
 * Asks the backend: `GET {ORDERS_URL}/orders/{number}` answers `{ "status": "shipped", "expected": "2026-12-01" }` or
 * 404. Never rejects. Anybody can type any number, so ask for nothing here that only the buyer may know.
 */
export async function lookUpOrder(number: string): Promise<OrderLookup> {
  const token = await readToken();
  if (token === null) return { outcome: 'unavailable', reason: 'secret' };
  const answer = await requestJson({
    method: 'GET',
    url: `${setting('ORDERS_URL', 'https://orders.example.com').replace(/\/+$/, '')}/orders/${encodeURIComponent(number)}`,
    headers: { authorization: `Bearer ${token}` },
    timeout: backendTimeout,
  });
  if (answer.outcome !== 'answered') return { outcome: 'unavailable', reason: answer.outcome };
  if (answer.status === 404) return { outcome: 'not-found' };
  if (answer.status !== 200) return { outcome: 'unavailable', reason: `status ${answer.status}` };
  return orderIn(answer.body) ?? { outcome: 'unavailable', reason: 'unreadable' };
}

/** The secret is a plain text; v2 keeps it for five minutes. */
async function readToken(): Promise<string | null> {
  try {
    const { value } = await Toolbelt.SecretClient().readSecret(tokenSecret, {
      timeout: secretTimeout,
    });
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    return null;
  }
}

/** The order in the backend's answer; null where it says something that this bot has no words for. */
function orderIn(body: unknown): OrderLookup | null {
  if (typeof body !== 'object' || body === null || !('status' in body)) return null;
  const status = statuses.find((known) => known === body.status);
  if (status === undefined) return null;
  const expected = 'expected' in body ? body.expected : null;
  const isDate = typeof expected === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(expected);
  return { outcome: 'found', status, expected: isDate ? expected : null };
}
