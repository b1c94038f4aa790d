import { NetworkFailure, TimeoutFailure } from '../host/failures.ts';
import type { FullResponse, HttpOptions } from './options.ts';

/** What request-promise rejects with when no answer came, with the reason as `cause` and `error`. */
export function requestError(thrown: unknown, options: HttpOptions): Error {
  const cause = causeOf(thrown);
  return Object.assign(new Error(String(cause)), { name: 'RequestError', cause, error: cause, options });
}

/** What it rejects with for a status other than 2xx. */
export function statusError(response: FullResponse, options: HttpOptions, given: unknown = response): Error {
  const { statusCode, body } = response;
  const message = `${statusCode} - ${JSON.stringify(body)}`;
  return Object.assign(new Error(message), {
    name: 'StatusCodeError',
    statusCode,
    error: body,
    response: given,
    options,
  });
}

/** What it rejects with when the caller's `transform` threw. */
export function transformError(cause: unknown, response: FullResponse, options: HttpOptions): Error {
  const message = String(cause);
  return Object.assign(new Error(message), {
    name: 'TransformError',
    cause,
    error: cause,
    response,
    options,
  });
}

function causeOf(thrown: unknown): unknown {
  if (thrown instanceof TimeoutFailure) {
    const code = 'ESOCKETTIMEDOUT';
    return Object.assign(new Error(code), { code, connect: false });
  }
  if (thrown instanceof NetworkFailure)
    return Object.assign(new Error(thrown.message), { code: thrown.code });
  return thrown;
}
