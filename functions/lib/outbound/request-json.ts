/** One request to a backend; `timeout` is milliseconds until the last byte of the answer. */
export interface JsonRequest {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent in place of a body, as web forms are; token endpoints ask for it. */
  form?: Record<string, string>;
  timeout: number;
}

/** What became of it. `body` is `undefined` where the answer is not JSON. */
export type JsonAnswer =
  { outcome: 'answered'; status: number; body: unknown } | { outcome: 'timeout' | 'unreachable' };

/**
 * Sends the request and never rejects: a bot has about one second, and its consumer is better off with a fallback than
 * with an error. On v1 the bundler maps `fetch` to the toolbelt's HTTPClient.
 */
export async function requestJson({
  method,
  url,
  headers,
  body,
  form,
  timeout,
}: JsonRequest): Promise<JsonAnswer> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(form && { body: new URLSearchParams(form) }),
      signal,
    });
    return { outcome: 'answered', status: response.status, body: parsed(await response.text()) };
  } catch {
    // Asked of the signal, because each runtime names the error in its own way.
    return { outcome: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
