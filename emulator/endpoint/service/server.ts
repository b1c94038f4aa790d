import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ServiceEnv } from './frame.ts';

/** A server that listens. */
export interface Listening {
  /** Without a slash at the end. */
  url: string;
  /** Takes no new connections, lets answers in the making finish for `limit` milliseconds, then ends what is left. */
  close(limit: number): Promise<void>;
}

/**
 * Times in milliseconds. A connection outlives the idle time of usual load balancers (60 s), so that it is they who close
 * it and no request runs into a closing one.
 */
const times = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 75_000 };

/** Serves `app` over HTTP; port 0 takes a free one. Rejects with Node's own error when it cannot listen there. */
export async function listen(app: Hono<ServiceEnv>, port: number, hostname: string): Promise<Listening> {
  const server = createServer(times, getRequestListener(app.fetch, { hostname, errorHandler: badRequest }));
  const endSilent = silentOnes(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => resolve());
  });
  const { port: taken } = server.address() as AddressInfo;
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return { url: `http://${host}:${taken}`, close: (limit) => close(server, endSilent, limit) };
}

/** Milliseconds that a connection without a whole request has, once the server closes. */
const lastWords = 1_000;

async function close(server: Server, endSilent: () => void, limit: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timers = [setTimeout(endSilent, lastWords), setTimeout(() => server.closeAllConnections(), limit)];
  await closed;
  for (const timer of timers) clearTimeout(timer);
}

/**
 * Ends connections whose headers have not come: load balancers open some ahead. To Node they are as busy as those that an
 * answer is made for.
 */
function silentOnes(server: Server): () => void {
  const requests = new Map<Socket, number>();
  const count = (socket: Socket, more: number): void => {
    const before = requests.get(socket);
    if (before !== undefined) requests.set(socket, before + more);
  };
  server.on('connection', (socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return () => {
    for (const [socket, open] of requests) if (open === 0) socket.destroy();
  };
}

/** What is no request at all, such as one with a host that cannot be, reaches no route. */
function badRequest(): Response {
  return Response.json({ code: 'bad-request', message: 'the request cannot be read' }, { status: 400 });
}
