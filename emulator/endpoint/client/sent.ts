import type { IncomingHttpHeaders } from 'node:http';

/** One request as it goes out. */
export interface Sending {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/**
 * Why there is no answer. `lost`: a connection that had been used before was closed without a word; `unreachable`: no
 * connection, or one that broke; `tls`: the certificate; `too-large`: more than is read.
 */
export type SendFault = 'lost' | 'unreachable' | 'timeout' | 'tls' | 'too-large';

/** What came of one request; `connect` and `server` in milliseconds. */
export type Sent = { connect: number; server: number } & (
  | { kind: 'answer'; status: number; headers: IncomingHttpHeaders; body: Buffer }
  | { kind: 'failed'; fault: SendFault; message: string }
);
