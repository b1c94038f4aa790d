import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isStoreUnavailable } from './conversation-store.ts';
import type { ServiceEnv } from './frame.ts';
import { type Level, type Log, factsOf } from './log.ts';
import { Refusal, unavailable } from './refusal.ts';
import { FunctionFailed } from './run-function.ts';

/** Answers whatever went wrong with a status and `{ code, message, requestId }`; a stack stays in the log. */
export function failureHandler(log: Log, least: Level) {
  return (error: unknown, context: Context<ServiceEnv>): Response => {
    const { requestId, facts } = context.get('frame');
    const refusal = refusalOf(error);
    const cause = error instanceof Refusal ? undefined : error instanceof Error && (error.cause ?? error);
    if (cause) log('error', refusal.message, { requestId, ...factsOf(cause, least) });
    facts['code'] = refusal.code;
    for (const [name, value] of Object.entries(refusal.headers)) context.header(name, value);
    const { code, message, status } = refusal;
    return context.json({ code, message, requestId }, status as ContentfulStatusCode);
  };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isStoreUnavailable(error)) return unavailable('store-unavailable', error.message);
  if (error instanceof FunctionFailed) return new Refusal(500, 'function-failed', 'the function failed');
  return new Refusal(500, 'internal-error', 'the service failed');
}
