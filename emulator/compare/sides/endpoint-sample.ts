import type { WireExchange } from '../../connector/wire-exchange.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import type { Sample } from '../sample.ts';
import type { Timed } from './timed-bot.ts';

/**
 * The wait for one answer of an endpoint. What the service tells of itself by `Server-Timing` is its part, and the
 * function's waiting for others is known where it runs here; the rest of the time went into transport, pauses between attempts
 * with it. A service that tells nothing has all the time from request to answer.
 */
export function endpointSample(
  { elapsed, first, exchanges, reply }: Timed,
  records: readonly InvocationRecord[],
  start: Sample['start'],
): Sample {
  // Starting an instance of the emulator is no part of a service, whose process is up already.
  const started = sum(records.map(({ timings }) => timings.coldStart));
  const whole = Math.max(0, elapsed - started) + (reply.waited ?? 0);
  const outbound = records.length > 0 ? sum(records.map(({ timings }) => timings.waiting)) : null;
  const auth = sum(exchanges.map(authOf));
  const bot = Math.max(0, sum(exchanges.map(botOf)) - started - (outbound ?? 0));
  const transport = Math.max(0, whole - auth - bot - (outbound ?? 0));
  return {
    approach: 'endpoint',
    start,
    first,
    parts: { start: null, transport, auth, bot, outbound },
    measured: whole,
  };
}

/** To get a token, which all attempts have from the first one, and to check it. */
function authOf({ durations, serverTiming, attempt }: WireExchange): number {
  return (attempt === 1 ? durations.auth : 0) + (serverTiming?.['auth'] ?? 0);
}

function botOf({ durations, serverTiming, purpose }: WireExchange): number {
  if (purpose === 'token') return 0;
  if (!serverTiming) return durations.server;
  return sum(Object.entries(serverTiming).map(([name, time]) => (name === 'auth' ? 0 : time)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
