import { outward } from './bytes.ts';

/** What a function can tell an error of `fetch` by. */
interface FetchError {
  name: string;
  message: string;
  code?: unknown;
  cause?: FetchError;
}

type Fetch = typeof fetch;

/** `fetch` for the other side of a guarded border: its errors have themselves as JSON text for a message. */
export function fetchInText(): Fetch {
  return (...request) =>
    fetch(...request).catch((error: FetchError) => {
      throw new Error(JSON.stringify(read(error)));
    });
}

/**
 * `fetch` inside the sandbox, over one that tells its errors as text. vm2 takes the cause of every error of the host,
 * and from a DOMException its name and message too, by which a function tells a time-out.
 */
export function fetchFromText(send: Fetch): Fetch {
  return (input, init) =>
    send(input, outward(init) as RequestInit | undefined).catch((error: Error) => {
      const { signal } = init?.signal ? init : (input as Partial<Request>);
      if (signal?.aborted && !(signal.reason instanceof DOMException)) throw signal.reason;
      throw rebuild(JSON.parse(error.message) as FetchError);
    });
}

function read({ name, message, code, cause }: FetchError): FetchError {
  return { name, message, code, ...(cause && { cause: read(cause) }) };
}

function rebuild({ name, message, code, cause }: FetchError): Error {
  const Kind = name === 'TypeError' ? TypeError : Error;
  const error = cause ? new Kind(message, { cause: rebuild(cause) }) : new Kind(message);
  return Object.assign(error, name !== error.name && { name }, code !== undefined && { code });
}
