import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What the server answers to one request. */
export interface Answer {
  status?: number;
  headers?: Record<string, string | string[]>;
  json?: unknown;
  bytes?: Buffer;
}

type Answers = Record<string, (request: IncomingMessage, body: string) => Answer>;

/** A real server on this machine, there while the tests of a file run. */
export interface LiveServer {
  readonly base: string;
  /** What reached it since the test began. */
  readonly requests: { method: string | undefined; url: string }[];
}

/** Starts a server with a few answers by path, and `more` of them; `/reset` has none but a cut. */
export function liveServer(more: Answers = {}): LiveServer {
  const state = { base: '', requests: [] as LiveServer['requests'] };
  const answers: Answers = {
    '/echo': ({ headers, url }, body) => ({ json: { headers, url, body } }),
    '/count': () => ({ json: { count: state.requests.length } }),
    '/packed': () => ({ headers: { 'content-encoding': 'gzip' }, bytes: gzipSync('{"packed":true}') }),
    '/bytes': () => ({
      headers: { 'content-type': 'image/png' },
      bytes: Buffer.from([137, 80, 78, 71, 0, 255]),
    }),
    '/empty': () => ({ status: 204 }),
    '/old': () => ({ status: 302, headers: { location: '/echo?token=in-location-1' } }),
    '/large': () => ({ bytes: Buffer.alloc(300_000, 'x') }),
    ...more,
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method, url = '' } = request;
      state.requests.push({ method, url });
      if (url.startsWith('/reset')) return request.socket.resetAndDestroy();
      const answer = answers[url.split('?')[0] ?? ''];
      const {
        status = 200,
        headers,
        json,
        bytes,
      }: Answer = answer ? answer(request, Buffer.concat(parts).toString()) : { status: 404 };
      response.writeHead(status, {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      });
      return response.end(json === undefined ? bytes : JSON.stringify(json));
    });
  });
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    state.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    state.requests = [];
  });
  afterAll(() => server.close());
  return state;
}
