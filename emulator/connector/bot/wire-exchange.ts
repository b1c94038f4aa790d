/** What a request to a bot elsewhere is for. */
export type WirePurpose = 'token' | 'state' | 'create' | 'event' | 'close';

/** Where the time of a request went; milliseconds. */
export interface WireDurations {
  /** Until there was a token. */
  auth: number;
  /** Until there was a connection; 0 for one that was open already. */
  connect: number;
  /** From sending the request to the last byte of the answer. */
  server: number;
}

/** One request to a bot elsewhere, as a transcript shows it: without token, secret and bodies. */
export interface WireExchange {
  purpose: WirePurpose;
  method: string;
  /** Such as `https://bot.example.com/api/v1/bots/…`, without a query. */
  url: string;
  /** Counts from 1. */
  attempt: number;
  /** `null` where nothing was answered. */
  status: number | null;
  durations: WireDurations;
  /** The durations that the service tells of itself by a `Server-Timing` header, in milliseconds by their names. */
  serverTiming?: Readonly<Record<string, number>>;
  /** What went wrong. */
  error?: string;
}
