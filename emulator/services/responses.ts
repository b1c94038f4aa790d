import { accountId } from '../platform/environment.ts';
import { type OutboundResponse, textContent } from './exchange.ts';

/** A response of JSON. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): OutboundResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: textContent(JSON.stringify(value)),
  };
}

/** A response without a body. */
export function empty(status: number, headers: Record<string, string> = {}): OutboundResponse {
  return { status, headers, body: null };
}

/**
 * A refusal in words. The toolbelt's client of the Context Service reads `message`; that the other services have the
 * same shape is inferred, and the words are ours.
 */
export function refusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): OutboundResponse {
  return json(status, { message }, headers);
}

/** The refusal of a request whose path names another account than the service's `own`, which functions have for theirs. */
export function foreign(status: number, account: string, own: string = accountId): OutboundResponse {
  const hint = 'a function has it in BRAND_ID, on v2 in X_LIVEPERSON_BRAND_ID';
  return refusal(status, `account ${account} is not this account, which is ${own}: ${hint}`);
}
