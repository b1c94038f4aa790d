/** One declared outbound answer; the first that matches a request wins. */
export interface Mock {
  /** HTTP method; any method where it is missing. */
  method?: string;
  /** Whole URL; `*` stands for any run of characters. */
  url: string;
  /** HTTP status of the answer; 200 where it is missing. */
  status?: number;
  headers?: Record<string, string>;
  /** Text as it is; anything else is sent as JSON. */
  body?: unknown;
  /** Milliseconds until the answer. */
  delay?: number;
}
