import type { Recording } from '../../payload/recording.ts';
import type { OutboundAnswer, OutboundRequest } from '../../services/exchange.ts';

/** Sends a request to the real network; `signal` gives up. */
export type SendLive = (request: OutboundRequest, signal: AbortSignal) => Promise<OutboundAnswer>;

/** Keeps what the real network answered to one call. */
export interface Tape {
  keep(request: OutboundRequest, answer: OutboundAnswer): void;
}

/** What answers a request that neither a mock nor a service of the account does. */
export interface Passage {
  /** Answers of an earlier run. */
  recording?: Recording | undefined;
  /** The real network. */
  live?: SendLive | undefined;
  /** A new tape, for one call. */
  newTape?: (() => Tape) | undefined;
}
