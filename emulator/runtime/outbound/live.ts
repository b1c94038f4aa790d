import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { type OutboundAnswer, type OutboundRequest, bytesOf, contentOf } from '../../services/exchange.ts';

/** Ours: a function has 256 MB for everything. */
const largestBody = 32 * 1024 * 1024;

/** Headers that belong to one connection, or that hold no longer for a body that came whole and decoded. */
const ofConnection =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|host|content-length)$/;

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes),
  deflate: (bytes) => inflateSync(bytes),
  br: (bytes) => brotliDecompressSync(bytes),
};

/**
 * Sends a request to the real network, from this process: the instance stays closed. Redirects are the function's to
 * follow. The body comes whole and decoded. What Node refuses to send fails as what does not come through.
 */
export function sendLive(request: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
  return new Promise<OutboundAnswer>((resolve, reject) => {
    const { url, method, headers, body } = request;
    const bytes = body && bytesOf(body);
    const sent = (url.startsWith('https:') ? https : http).request(url, {
      method,
      signal,
      headers: { ...kept(headers), ...(bytes && { 'content-length': bytes.length }) },
    });
    sent.on('error', reject);
    sent.on('response', (response) => void collect(response).then(resolve, reject));
    sent.end(bytes);
  }).catch(failureOf);
}

async function collect(response: IncomingMessage): Promise<OutboundAnswer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > largestBody) throw tooLarge();
  }
  const { statusCode: status = 0, headers } = response;
  const { 'set-cookie': cookies, ...rest } = headers;
  const { bytes, decoded } = decode(Buffer.concat(parts), String(headers['content-encoding']));
  const names = Object.entries(kept(rest)).filter(([name]) => !(decoded && name === 'content-encoding'));
  return {
    status,
    headers: Object.fromEntries(names.map(([name, value]) => [name, String(value)])),
    ...(cookies && { cookies }),
    body: bytes.length > 0 ? contentOf(bytes) : null,
  };
}

/** A body in an encoding that is not known here stays as it is, under its header. */
function decode(bytes: Buffer, encoding: string): { bytes: Buffer; decoded: boolean } {
  const decoder = decoders[encoding];
  if (!decoder || bytes.length === 0) return { bytes, decoded: false };
  return { bytes: decoder(bytes), decoded: true };
}

function kept<T>(headers: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.test(name)));
}

function tooLarge(): Error {
  const message = `the answer has more than ${largestBody / 1024 / 1024} MB`;
  return Object.assign(new Error(message), { code: 'ERR_BODY_TOO_LARGE' });
}

/** Where a name has several addresses, each has failed by itself. */
function failureOf(error: unknown): OutboundAnswer {
  const all = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  const { code = 'ECONNRESET', message } = all[0] as NodeJS.ErrnoException;
  return { failure: { code, message } };
}
