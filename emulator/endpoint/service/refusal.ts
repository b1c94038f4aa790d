/**
 * A request that is not served: its status, a code for programs and a sentence for people; the caller may read all of
 * it.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** What cannot be served for the moment (503), and after how many seconds it is worth another try. */
export function unavailable(code: string, message: string, retryAfter = 1): Refusal {
  return new Refusal(503, code, message, { 'retry-after': String(retryAfter) });
}
