import type { ServiceChange } from './change.ts';
import type { OutboundAnswer, OutboundRequest } from './exchange.ts';

/** What a function asks of the account's secret storage; `value` is the new one of an `update`. */
export interface SecretAsk {
  operation: 'read' | 'update';
  key: string;
  value?: unknown;
}

/** What the secret storage says: a secret, or why there is none. */
export type SecretReply =
  { value: unknown } | { failure: 'not-found' | 'forbidden' | 'invalid-format' | 'op-failed' };

/**
 * The LivePerson account that a function runs in: its services, reached over the network, and its secrets. State lives
 * as long as the account does.
 */
export interface Account {
  /** Told to instances, so that a toolbelt forgets what it knew of another account. */
  readonly id: number;
  /** The answer of the service that `request` goes to; `undefined` when it goes to none of the account's. */
  answer(request: OutboundRequest, now: () => number): Promise<OutboundAnswer | undefined>;
  secret(ask: SecretAsk, now: () => number): Promise<SecretReply>;
  /** Everything that was changed so far, in order. */
  readonly changes: readonly ServiceChange[];
}
