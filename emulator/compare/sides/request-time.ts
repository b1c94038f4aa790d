import type { WireExchange } from '../../connector/bot/wire-exchange.ts';

/**
 * Milliseconds of the requests to a service that it answered. A request that timed out is in the conversation's own time
 * already, and one without a connection took none; a token is waited for by the request that needs it.
 */
export function requestTime(exchanges: readonly WireExchange[]): number {
  return exchanges
    .filter(({ purpose, status }) => purpose !== 'token' && status !== null)
    .reduce((sum, { durations }) => sum + durations.connect + durations.server, 0);
}
