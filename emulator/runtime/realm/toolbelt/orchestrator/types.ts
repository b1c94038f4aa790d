/** One call of another function. */
export interface Invocation {
  uuid: string;
  payload: unknown;
  headers?: Record<string, string>;
  retries?: number;
  retryFunction?: (statusCode?: number, error?: unknown) => boolean;
}

/** How all of them are called; `timeout` in milliseconds, for each. */
export interface Options {
  timeout?: number;
  json?: boolean;
  errorStrategy?: string;
  invokeParallel?: boolean;
}

/** What became of one call. */
export interface Invoked {
  uuid: string;
  body?: unknown;
  headers?: Record<string, string> | undefined;
  statusCode?: number | undefined;
  error?: { code: string; message: string };
}
