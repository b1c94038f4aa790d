/** What can go wrong between a function and a server. */
export const faults = ['refused', 'reset', 'timeout', 'slow-body', 'endless-body', 'bad-tls'] as const;

/** One of them. */
export type Fault = (typeof faults)[number];

type Scalar = string | number | boolean;

/**
 * One declared outbound answer; the first that matches a request wins. In every text `*` stands for any run of
 * characters.
 */
export interface Mock {
  /** HTTP method; any method where it is missing. */
  method?: string;
  /** Whole URL. */
  url: string;
  /** Parameters that the URL must have, a list for several of one name; with it the query string is no part of `url`. */
  query?: Record<string, Scalar | Scalar[]>;
  /** Headers that the request must have. */
  requestHeaders?: Record<string, string>;
  /** Text that the request's body must be; anything else is JSON that the body must hold, in JSON or in a form. */
  requestBody?: unknown;
  /** HTTP status of the answer; 200 where it is missing. */
  status?: number;
  /** A list for several of one name; an empty text for one that there is not, such as the type that a body has by itself. */
  headers?: Record<string, string | string[]>;
  /** Text as it is; anything else is sent as JSON. */
  body?: unknown;
  /** Bytes of the body as base64. */
  base64?: string;
  /** A file that holds the body; its path counts from the file that declares the mock. */
  file?: string;
  /** Milliseconds until the answer; for a slow body, until its end. */
  delay?: number;
  fault?: Fault;
  /** How many requests it answers; any number where it is missing. */
  times?: number;
}

/** What to do about one that is not written as it should be. */
export const mockHint =
  'write it like { method: GET, url: https://orders.example.com/*, status: 200, body: { id: 7 } }';

/** A mock in a few words. */
export function mockName({ method, url }: Pick<Mock, 'method' | 'url'>): string {
  return `${method?.toUpperCase() ?? 'any method'} ${url}`;
}
