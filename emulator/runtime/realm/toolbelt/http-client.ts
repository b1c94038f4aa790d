/** The request-promise options that v1 functions use. Source: developers.liveperson.com, Functions toolbelt pages. */
interface HttpOptions {
  url?: string;
  uri?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  form?: Record<string, string>;
  qs?: Record<string, string>;
  json?: unknown;
  timeout?: number;
  /** Whether a status other than 2xx rejects; true where it is missing. */
  simple?: boolean;
  resolveWithFullResponse?: boolean;
  followRedirect?: boolean;
}

interface FullResponse {
  statusCode: number;
  statusMessage: string;
  headers: Record<string, string>;
  body: unknown;
}

/** The v1 HTTP client: `(url, options?)` or `(options)`, a promise of the body or of the full response. */
export function createHttpClient() {
  return async (first: string | HttpOptions, second: HttpOptions = {}): Promise<unknown> => {
    const options = typeof first === 'string' ? { ...second, url: first } : first;
    const response = await send(options);
    const good = response.statusCode >= 200 && response.statusCode < 300;
    if (!good && options.simple !== false) throw statusError(response, options);
    return options.resolveWithFullResponse ? response : response.body;
  };
}

async function send(options: HttpOptions): Promise<FullResponse> {
  const { body, headers } = encode(options);
  const response = await fetch(address(options), {
    method: options.method ?? 'GET',
    headers,
    redirect: options.followRedirect === false ? 'manual' : 'follow',
    ...(body === undefined ? {} : { body }),
    ...(options.timeout === undefined ? {} : { signal: AbortSignal.timeout(options.timeout) }),
  }).catch((error: Error) => {
    throw requestError(error, options);
  });
  return {
    statusCode: response.status,
    statusMessage: response.statusText,
    headers: Object.fromEntries(response.headers.entries()),
    body: decode(await response.text(), options),
  };
}

function address({ url, uri, qs }: HttpOptions): string {
  const target = new URL(url ?? uri ?? '');
  for (const [key, value] of Object.entries(qs ?? {})) target.searchParams.set(key, value);
  return target.href;
}

function encode({ body, form, json, headers = {} }: HttpOptions): {
  body?: string;
  headers: Record<string, string>;
} {
  if (form) {
    const type = 'application/x-www-form-urlencoded';
    return { body: new URLSearchParams(form).toString(), headers: { 'content-type': type, ...headers } };
  }
  const given = typeof json === 'object' && json !== null ? json : body;
  if (!json) return given === undefined ? { headers } : { body: given as string, headers };
  const accept = { accept: 'application/json', ...headers };
  if (given === undefined) return { headers: accept };
  return { body: JSON.stringify(given), headers: { 'content-type': 'application/json', ...accept } };
}

/** With `json` set the body is parsed if it can be, and left as text if not. */
function decode(text: string, { json }: HttpOptions): unknown {
  if (!json) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What request-promise rejects with when no answer came, with the reason as `cause` and `error`. */
function requestError(error: Error, options: HttpOptions): Error {
  const reason = error.cause instanceof Error ? error.cause : error;
  const cause = error.name === 'TimeoutError' ? timedOut() : reason;
  return Object.assign(new Error(String(cause)), { name: 'RequestError', cause, error: cause, options });
}

function timedOut(): Error {
  const code = 'ESOCKETTIMEDOUT';
  return Object.assign(new Error(code), { code, connect: false });
}

function statusError(response: FullResponse, options: HttpOptions): Error {
  const message = `${response.statusCode} - ${JSON.stringify(response.body)}`;
  return Object.assign(new Error(message), {
    name: 'StatusCodeError',
    statusCode: response.statusCode,
    error: response.body,
    response,
    options,
  });
}
