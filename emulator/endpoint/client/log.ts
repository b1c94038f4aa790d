import type { WireExchange } from '../../connector/bot/wire-exchange.ts';

/** What is noted of the requests that one event leads to. */
export interface WireLog {
  exchanges: WireExchange[];
  /** Milliseconds that the consumer's time goes on by. */
  waited: number;
}

/** A log in which nothing is noted yet. */
export function emptyLog(): WireLog {
  return { exchanges: [], waited: 0 };
}
