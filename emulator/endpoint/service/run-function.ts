import { Refusal } from './refusal.ts';

/** What a function is called with. `headers` are pairs of key and value, `timestamp` is in milliseconds since 1970. */
export interface FunctionInput {
  headers: unknown[];
  timestamp: number;
  payload: unknown;
}

/**
 * Runs a Custom Integration function: input as the platform gives it, answer as it returned it. Rejects where the
 * function failed. `signal` says when nobody waits any more.
 */
export type RunFunction = (input: FunctionInput, signal: AbortSignal) => Promise<unknown>;

/** What a function threw, apart from all that the service itself may throw. */
export class FunctionFailed extends Error {
  constructor(cause: unknown) {
    super('the function failed', { cause });
    this.name = 'FunctionFailed';
  }
}

/**
 * The answer of `run`. Throws `FunctionFailed`, and a refusal (504) after `limit` milliseconds: what the function does
 * from then on is lost, since code in the same process cannot be stopped.
 */
export async function runWithin(run: RunFunction, payload: unknown, limit: number): Promise<unknown> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const refusal = new Refusal(504, 'function-timeout', `the function gave no answer within ${limit} ms`);
      stop.abort(refusal);
      reject(refusal);
    }, limit).unref();
  });
  try {
    return await Promise.race([called(run, payload, stop.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function called(run: RunFunction, payload: unknown, signal: AbortSignal): Promise<unknown> {
  try {
    return await run({ headers: [], timestamp: Date.now(), payload }, signal);
  } catch (error) {
    throw new FunctionFailed(error);
  }
}
