import { OrchestratorError } from '../errors.ts';
import { NetworkFailure, TimeoutFailure } from '../host/failures.ts';
import type { Invoked } from './types.ts';

/**
 * Source: github.com/LivePersonInc/faas-cli
 * src/shared/core-functions-toolbelt/orchestrator-client/OrchestratorClient.ts.
 */
const retriedStatuses = [500, 502, 504, 429];
const retriedCodes = ['ENOTFOUND', 'ECONNRESET', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'];

/** A failure as `fetch` reports it, which is what a caller's `retryFunction` looks at. */
export function asFetchError(thrown: unknown): unknown {
  if (thrown instanceof TimeoutFailure) {
    return new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  }
  if (!(thrown instanceof NetworkFailure)) return thrown;
  const cause = Object.assign(new Error(thrown.message), { code: thrown.code });
  return new TypeError('fetch failed', { cause });
}

/** Whether a call is tried again, unless its caller says otherwise. */
export function isRetried(statusCode?: number, error?: unknown): boolean {
  if (statusCode !== undefined) return retriedStatuses.includes(statusCode);
  const code = causeOf(error)?.code;
  if (code !== undefined) return retriedCodes.includes(code);
  return isNamed(error) && error.name === 'TimeoutError';
}

/** A failed call as a part of the answer. */
export function failedCall(uuid: string, error: unknown): Invoked {
  if (error instanceof OrchestratorError && error.statusCode !== undefined) {
    const { originalError: body, headers, statusCode, code, message } = error;
    return { uuid, body, headers, statusCode, error: { code, message } };
  }
  const cause = causeOf(error);
  if (cause) return { uuid, error: cause };
  if (error instanceof DOMException) return { uuid, error: { code: error.name, message: error.message } };
  const message = error instanceof Error ? error.message : 'unknown';
  return { uuid, body: error, error: { code: 'Unknown Error', message } };
}

function causeOf(error: unknown): { code: string; message: string } | undefined {
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) return undefined;
  const { code, message } = error.cause as Error & { code?: unknown };
  return typeof code === 'string' ? { code, message } : undefined;
}

function isNamed(error: unknown): error is { name: string } {
  return typeof error === 'object' && error !== null && 'name' in error;
}
