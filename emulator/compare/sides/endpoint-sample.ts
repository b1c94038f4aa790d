import type { BotReply } from '../../connector/bot/bot.ts';
import type { WireExchange } from '../../connector/bot/wire-exchange.ts';
import type { InvocationRecord } from '../../invoke/record.ts';
import type { Sample } from '../sample.ts';
import { requestTime } from './request-time.ts';

/** What is known of an answer beside the reply itself. */
interface Around extends Pick<Sample, 'start' | 'first'> {
  /** Of the function behind a service on this machine. */
  records: readonly InvocationRecord[];
}

/**
 * The wait for one answer of an endpoint. What the service tells of itself by `Server-Timing` is its part, and the
 * function's waiting for others is known where it runs here; the rest of the time went into transport, pauses between
 * attempts with it. A service that tells nothing has all the time from request to answer. What the connector does
 * itself is left out, as it is for functions.
 */
export function endpointSample(reply: BotReply, { start, first, records }: Around): Sample {
  const exchanges = reply.exchanges ?? [];
  // Starting an instance of the emulator is no part of a service, whose process is up already.
  const started = sum(records.map(({ timings }) => timings.coldStart));
  const tokens = sum(exchanges.map(tokenTime));
  const whole = Math.max(0, requestTime(exchanges) + tokens - started) + (reply.waited ?? 0);
  const waits = records.map(({ timings }) => timings.waiting).filter((wait) => wait !== null);
  const outbound = waits.length > 0 ? sum(waits) : null;
  const auth = tokens + sum(exchanges.map(({ serverTiming }) => serverTiming?.['auth'] ?? 0));
  const bot = Math.max(0, sum(exchanges.map(botTime)) - started - (outbound ?? 0));
  const transport = Math.max(0, whole - auth - bot - (outbound ?? 0));
  return {
    approach: 'endpoint',
    start,
    first,
    parts: { start: null, transport, auth, bot, outbound },
    measured: whole,
  };
}

/** All attempts have the token that the first one waited for. */
function tokenTime({ durations, attempt }: WireExchange): number {
  return attempt === 1 ? durations.auth : 0;
}

function botTime({ durations, serverTiming, purpose }: WireExchange): number {
  if (purpose === 'token') return 0;
  if (!serverTiming) return durations.server;
  return sum(Object.entries(serverTiming).map(([name, time]) => (name === 'auth' ? 0 : time)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
