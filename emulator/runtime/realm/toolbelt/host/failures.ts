/** No answer came: what Node's clients would say, and its code, such as `ECONNREFUSED`. */
export class NetworkFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** No answer came in time. */
export class TimeoutFailure extends Error {}

/** Nobody waits for the answer any longer. */
export class CancelledFailure extends Error {}
