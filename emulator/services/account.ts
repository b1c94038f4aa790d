import type { Finding } from '../errors.ts';
import type { SecretFailure } from '../platform/secret-failures.ts';
import type { ServiceChange } from './change.ts';
import type { OutboundAnswer, OutboundRequest } from './exchange.ts';
import type { FunctionPort } from './functions.ts';

/** What a function asks of the account's secret storage; `value` is the new one of an `update`. */
export interface SecretAsk {
  operation: 'read' | 'update';
  key: string;
  value?: unknown;
  /** Whether the toolbelt asks for a client of its own: system secrets are hidden from functions, not from it. */
  system?: boolean;
}

/** What the secret storage says: a secret, or why there is none; `absent` where that is nobody's declared fault. */
export type SecretReply = { value: unknown } | { failure: SecretFailure; absent?: true };

/** What a service of the account may use while it answers. */
export interface ServiceCall {
  /** Milliseconds since the invocation began. */
  now: () => number;
  /** Sends a request on, as if the function had sent it itself. */
  forward: (request: OutboundRequest) => Promise<OutboundAnswer>;
  /** Notes what is to be said about the request. */
  tell?: ((finding: Finding) => void) | undefined;
  /** The functions of the account; none where it is missing. */
  functions?: FunctionPort | undefined;
}

/**
 * The LivePerson account that a function runs in: its services, reached over the network, and its secrets. State lives
 * as long as the account does.
 */
export interface Account {
  /** Told to instances, so that a toolbelt forgets what it knew of another account. */
  readonly id: number;
  /** The answer of the service that `request` goes to; `undefined` when it goes to none that is imitated. */
  answer(request: OutboundRequest, call: ServiceCall): Promise<OutboundAnswer | undefined>;
  secret(ask: SecretAsk, now: () => number): Promise<SecretReply>;
  /** Everything that was changed so far, in order. */
  readonly changes: readonly ServiceChange[];
  /** The secrets that were updated so far, by key. */
  readonly updatedSecrets: ReadonlyMap<string, unknown>;
  /** Moves the account's clock forward: tokens and properties expire by it. */
  advance(milliseconds: number): void;
}
