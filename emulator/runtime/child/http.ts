import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { Agent, get } from 'node:https';
import type { Duplex } from 'node:stream';
import {
  type OutboundRequest,
  type OutboundResponse,
  bytesOf,
  contentOf,
  isFailure,
} from '../../services/exchange.ts';
import type { send } from './ask.ts';
import { hasBody, type play, type Playing } from './body.ts';
import { nodeError } from './failure.ts';
import { type Link, interceptSockets } from './sockets.ts';

/** What the rest of the instance does for this file, which is loaded later and shares no state with it. */
export interface Means {
  send: typeof send;
  play: typeof play;
  /** Tells of a connection that speaks no HTTP, or wants a path that is none, and answers with the error that it gets. */
  refuse(target: string, path?: string): Error;
}

/** More than any server takes, so that it is never this one that objects. */
const maxHeaderSize = 1024 * 1024;

/**
 * Has the host answer whatever goes through Node's `http` and `https`, through agents and pools of any package: their
 * connections end at a server in this very process, which speaks HTTP with them and asks the host for the answers.
 */
export function interceptHttp(means: Means): void {
  const links = new WeakMap<Duplex, Link>();
  const linkOf = (socket: Duplex): Link => links.get(socket) ?? fail();
  const refuse = ({ client, target: { host, port } }: Link, path?: string): void => {
    if (!client.destroyed) client.destroy(means.refuse(`${host}:${port}`, path));
  };
  const server = createServer(
    { maxHeaderSize, requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0, insecureHTTPParser: true },
    (request, response) => void exchange(request, response, linkOf(request.socket), means),
  );
  server.on('clientError', (error, socket) => refuse(linkOf(socket), pathWithoutSlash(error)));
  server.on('connect', (_request, socket) => refuse(linkOf(socket)));
  interceptSockets((link) => {
    links.set(link.far, link);
    server.emit('connection', link.far);
    // A client of Node's own is told by its request; any other writes as soon as it is connected.
    setImmediate(() => {
      if (!link.client.spoken && !('_httpMessage' in link.client)) refuse(link);
    });
  });
}

/** The path of a request that cannot be read, where it is for this that it lacks its slash. */
function pathWithoutSlash({ rawPacket }: Error & { rawPacket?: Buffer }): string | undefined {
  return /^[A-Z]+ (?<path>[^/ ]\S*) HTTP\//.exec(rawPacket?.toString('latin1') ?? '')?.groups?.['path'];
}

/** Sends one request: Node loads and compiles what it takes at the first one. */
export function warmHttp(url: string): Promise<void> {
  return new Promise((resolve) => {
    get(url, { agent: new Agent() }, (response) => response.on('end', resolve).resume());
  });
}

function fail(): never {
  throw new Error('a connection without its two ends');
}

async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  { target, client }: Link,
  { send, play }: Means,
): Promise<void> {
  let playing: Playing | undefined;
  let giveUp: (() => void) | undefined;
  response.on('close', () => {
    giveUp?.();
    playing?.stop();
  });
  const body = await collect(request);
  if (body === undefined) return;
  const { method = 'GET', url: path = '/', headers } = request;
  const host = target.host.includes(':') ? `[${target.host}]` : target.host;
  const outbound: OutboundRequest = {
    method,
    url: new URL(path, `${target.secure ? 'https' : 'http'}://${host}:${target.port}`).href,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: body.length > 0 ? contentOf(body) : null,
  };
  giveUp = send(outbound, { trusting: target.trusting }, (answer) => {
    giveUp = undefined;
    if (isFailure(answer)) client.destroy(nodeError(answer));
    else playing = respond(response, answer, play);
  });
}

/** The whole body; `undefined` when the function gave up while it was still sending. */
function collect(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', () => resolve(undefined));
  });
}

function respond(response: ServerResponse, answer: OutboundResponse, play: Means['play']): Playing {
  response.sendDate = false;
  response.writeHead(answer.status, headersOf(answer, response.req.method));
  const playing = play(answer, {
    data: (piece) => response.write(piece),
    end: () => response.end(),
  });
  response.on('drain', () => playing.resume());
  return playing;
}

/** The length is the body's own, whatever was declared, unless there is none to be sent. */
function headersOf(answer: OutboundResponse, method: string | undefined): OutgoingHttpHeaders {
  const { status, headers, cookies, body, pace } = answer;
  const known = body !== null && !pace && hasBody(method, status);
  return {
    ...headers,
    ...(known && { 'content-length': bytesOf(body).length }),
    ...(cookies && { 'set-cookie': cookies }),
  };
}
