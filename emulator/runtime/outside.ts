import type { Finding } from '../errors.ts';
import type { SecretAsk } from '../services/account.ts';
import type { ServiceChange } from '../services/change.ts';
import type { OutboundRequest } from '../services/exchange.ts';

/** What an instance asks of its host: `http` gets an `OutboundAnswer`, `secret` a `SecretReply`, `connect` nothing. */
export type Ask =
  | HttpAsk
  | { kind: 'secret'; secret: SecretAsk }
  | { kind: 'connect'; target: string; message: string; path?: string };

/** One outbound request, and what its client is like. */
export interface HttpAsk {
  kind: 'http';
  request: OutboundRequest;
  /**
   * Whether the client has a connection that can be closed under it, as `fetch` and `http` have. The toolbelt's own
   * clients have none: they get a response where those see their connection closed.
   */
  connected?: true;
  /** Whether the client takes any certificate. */
  trusting?: true;
}

/** Why a wait ends early: the function does not wait any longer, which is not the same as its end. */
export const gaveUp = 'the function gave up';

/** What a call has for an error then. */
export const abandoned = 'aborted by the function';

/** When a question was asked: milliseconds since its call began. */
export type Moment = () => number;

/** One outbound request as the host saw it. */
export interface OutboundTrace {
  method: string;
  url: string;
  status: number | null;
  source: 'mock' | 'service' | 'replay' | 'live' | 'refused';
  /** Index of the mock that answered. */
  mock: number | null;
  /** Milliseconds since the call began. */
  start: number;
  /** Milliseconds; `null` while it is open. */
  duration: number | null;
  error?: string;
  /** Tells of an open one that the function waits no longer, before that is noted. */
  signal?: AbortSignal;
  /** What is to be said about it: why it was refused, or what the account lacks. */
  finding?: Finding;
}

/** All that a function reaches outside of itself during one call. */
export interface Outside {
  /** The answer, as JSON can carry it; `signal` ends the wait when the function gives up. */
  answer(ask: Ask, now: Moment, signal: AbortSignal): Promise<unknown>;
  /** Every outbound request so far, in the order in which they started. */
  readonly calls: readonly OutboundTrace[];
  /** Every change of the imitated account so far. */
  readonly changes: readonly ServiceChange[];
  /** Keys of the secrets that it asked for and that the project does not have. */
  readonly absentSecrets: ReadonlySet<string>;
  /** The account behind it. */
  readonly account: number;
}
