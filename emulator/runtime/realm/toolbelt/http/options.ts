/** A value of a query or a form; objects and lists go in brackets. */
export type QueryValue =
  string | number | boolean | null | undefined | QueryValue[] | { [key: string]: QueryValue };

/** A field of a multipart form. */
export type FormField =
  | string
  | number
  | Uint8Array
  | { value: string | number | Uint8Array; options?: { filename?: string; contentType?: string } }
  | FormField[];

/**
 * The options of request-promise that v1 functions use. What only concerns sockets, proxies and certificates is taken
 * and means nothing here. Source: developers.liveperson.com/liveperson-functions-toolbelt-documentation-toolbelt.html
 * names request-promise; its options are those of github.com/request/request.
 */
export interface HttpOptions {
  url?: string | { href: string };
  uri?: string | { href: string };
  baseUrl?: string;
  method?: string;
  headers?: Record<string, unknown>;
  body?: unknown;
  form?: string | Record<string, QueryValue>;
  formData?: Record<string, FormField>;
  qs?: Record<string, QueryValue>;
  useQuerystring?: boolean;
  json?: unknown;
  /** Whether a packed body is asked for, and unpacked. */
  gzip?: boolean;
  auth?: {
    user?: string;
    username?: string;
    pass?: string;
    password?: string;
    bearer?: string | (() => string);
  };
  /** `null` for a Buffer. */
  encoding?: BufferEncoding | null;
  /** Milliseconds until the answer begins. */
  timeout?: number;
  /** Whether a status other than 2xx rejects; true where it is missing. */
  simple?: boolean;
  resolveWithFullResponse?: boolean;
  followRedirect?: boolean | ((response: FullResponse) => boolean);
  followAllRedirects?: boolean;
  followOriginalHttpMethod?: boolean;
  maxRedirects?: number;
  removeRefererHeader?: boolean;
  transform?: (body: unknown, response: FullResponse, resolveWithFullResponse: boolean) => unknown;
  transform2xxOnly?: boolean;
}

/** The answer with `resolveWithFullResponse`. */
export interface FullResponse {
  statusCode: number;
  statusMessage: string;
  headers: Record<string, string | string[]>;
  body: unknown;
}

/** Options that would change what is sent, and that are not imitated: better told than ignored. */
const notImitated = ['oauth', 'aws', 'hawk', 'httpSignature', 'jar', 'multipart', 'har'];

/** The one set of options that `(url, options)` or `(options)` mean. Throws what request-promise rejects with. */
export function optionsOf(first: string | HttpOptions, second: HttpOptions = {}): HttpOptions {
  const options: HttpOptions =
    typeof first === 'string' ? { ...second, uri: first } : { ...second, ...first };
  const stray = notImitated.find((name) => {
    const value = (options as Record<string, unknown>)[name];
    return value !== undefined && value !== false && value !== null;
  });
  if (stray !== undefined)
    throw new Error(`HTTPClient: the option "${stray}" is not imitated by the emulator`);
  return options;
}
