/** How a Custom Endpoint is set up in Third-Party Bots, and how the emulator treats it. */
export interface EndpointOptions {
  /** Such as `https://bot.example.com/api`; `/v1/bots/…` is added. */
  baseUrl: string;
  /** Of the app installation. */
  clientId: string;
  clientSecret: string;
  /** Letters, digits and hyphens, at most 36. */
  botId: string;
  /** `draft` where it is missing. */
  environment?: string;
  /** Such as `https://sentinel.example.com`, without `/sentinel/…`. */
  sentinelUrl: string;
  accountId: string;
  /** Version of Sentinel's API; v2 where it is missing. */
  tokenVersion?: 'v1' | 'v2';
  /**
   * Milliseconds that one request really may take; 60,000 where it is missing, as documented. A shorter time stands for
   * those: the conversation's own time goes on by all of them.
   */
  timeout?: number;
  /** Milliseconds between two attempts, one for each attempt after the first; 5,000 and 10,000 where it is missing. */
  pauses?: readonly number[];
  /** Certificates to trust beside those of the system, in PEM. */
  ca?: string;
  /** Really waits between two attempts. Without it only the conversation's own time goes on. */
  pause?: (milliseconds: number) => Promise<void>;
  /** Epoch milliseconds; by it tokens expire. */
  now?: () => number;
}

/** Options with what is missing filled in. */
export type Endpoint = Required<Omit<EndpointOptions, 'ca'>> & Pick<EndpointOptions, 'ca'>;

/**
 * What is documented: 60 s a request, and "after three attempts no further request"; the "Retry Policy" that the page
 * goes by says "3 times with 5, 10, 15 s pause". Three attempts leave room for two pauses, so 15 s are never waited
 * (ours). Source: developers.liveperson.com/third-party-bots-custom-endpoint-service-implementation.html.
 */
export const endpointDefaults = {
  environment: 'draft',
  tokenVersion: 'v2',
  timeout: 60_000,
  pauses: [5_000, 10_000],
  pause: () => Promise.resolve(),
  now: Date.now,
} as const satisfies Partial<Endpoint>;

/** Bytes of an answer that are read at most; ours, no page names a limit. A hundred full messages are smaller. */
export const largestAnswer = 2 * 1024 * 1024;
