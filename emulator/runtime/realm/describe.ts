import type { ThrownError } from '../protocol.ts';
import { toJson } from './json.ts';

/** What was thrown, as text. Anything can be thrown, getters that throw included. */
export function describe(thrown: unknown): ThrownError {
  try {
    return isErrorLike(thrown) ? fromError(thrown) : fromValue(thrown);
  } catch {
    return { name: 'Error', message: 'the thrown value cannot be read', stack: '', thrown: 'unreadable' };
  }
}

/** The platform takes anything with a message for an error. Source: github.com/LivePersonInc/faas-cli rewire.js. */
function isErrorLike(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && typeof (thrown as Error).message === 'string';
}

function fromError(error: Error): ThrownError {
  const { message } = error;
  const cause = isErrorLike(error.cause) ? error.cause.message : '';
  const more = message.includes(cause) ? '' : ` (cause: ${cause})`;
  // The platform compares constructors, so the name of the class counts and not a name that was set later.
  const name: unknown = error.constructor?.name;
  return {
    name: typeof name === 'string' ? name : 'Error',
    message: message + more,
    stack: stackOf(error),
  };
}

/** An `Error.prepareStackTrace` of the function's own writes what it likes, or throws. */
function stackOf(error: Error): string {
  try {
    const { stack } = error;
    return typeof stack === 'string' ? stack : '';
  } catch {
    return '';
  }
}

function fromValue(thrown: unknown): ThrownError {
  const shown = toJson(thrown) ?? String(thrown);
  return { name: typeof thrown, message: shown, stack: '', thrown: shown };
}
