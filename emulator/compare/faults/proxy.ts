import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenHere } from '../../endpoint/local-server.ts';

/** How the proxy treats requests. `lost`: the conversation is unknown until it is created again. */
export type Misbehaviour =
  'none' | 'slow' | 'down' | 'error-500' | 'error-404' | 'malformed' | 'expired-token' | 'lost';

/** A server in front of an endpoint that passes everything on until it is told to misbehave. */
export interface FaultProxy {
  /** Its address, without a slash at the end. */
  url: string;
  /** From now on. */
  behave(how: Misbehaviour): void;
  /** Passes on to another address from now on. */
  moveTo(target: string): void;
  close(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. `target` is a base URL. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const state = new State(target);
  const server = createServer((request, response) => {
    serve(state, request, response).catch(() => response.destroy());
  });
  const { url, close } = await listenHere(server, 0);
  return {
    url,
    behave: (how) => state.behave(how),
    moveTo: (next) => {
      state.target = next;
    },
    close,
  };
}

class State {
  target: string;
  how: Misbehaviour = 'none';
  /** Whether the next request comes with a token that has expired; the one after it has another. */
  expired = false;
  /** Conversations that were created again since they were lost. */
  readonly found = new Set<string>();

  constructor(target: string) {
    this.target = target;
  }

  behave(how: Misbehaviour): void {
    this.how = how;
    this.expired = how === 'expired-token';
    this.found.clear();
  }
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const isEvent = method === 'POST' && url.endsWith('/events');
  if (state.how === 'down') {
    request.socket.destroy();
    return;
  }
  const body = await buffer(request);
  if (state.expired) {
    // Told by their order, not by the token: Sentinel signs the same one twice within a second.
    state.expired = false;
    return answer(response, 401, { message: 'the token has expired' });
  }
  if (method === 'PUT') state.found.add(url);
  const wrong = isEvent ? misbehaved(state, url) : undefined;
  if (wrong === 'never') return;
  if (wrong) return answer(response, wrong.status, wrong.body);
  await passOn(state.target, { method, url, headers, body }, response);
}

/** What an event is answered instead of what the endpoint says; `never` for nothing at all. */
function misbehaved(
  { how, found }: State,
  url: string,
): { status: number; body: unknown } | 'never' | undefined {
  switch (how) {
    case 'slow':
      return 'never';
    case 'error-500':
      return { status: 500, body: { message: 'internal error' } };
    case 'error-404':
      return { status: 404, body: { message: 'not found' } };
    case 'malformed':
      return { status: 200, body: '{"response": [' };
    case 'lost':
      return found.has(url.replace(/\/events$/, ''))
        ? undefined
        : { status: 404, body: { message: 'no such conversation' } };
    case 'none':
    case 'down':
    case 'expired-token':
      return undefined;
    default:
      return how satisfies never;
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
}

/** Headers that belong to one connection, or that the next one sets for itself. */
const own = new Set([
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
]);

interface Passed {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

async function passOn(
  target: string,
  { method, url, headers, body }: Passed,
  response: ServerResponse,
): Promise<void> {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    own.has(name) || value === undefined ? [] : [[name, [value].flat().join(', ')]],
  );
  const answered = await fetch(`${target}${url}`, {
    method,
    headers: kept,
    redirect: 'manual',
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  const back = [...answered.headers].filter(([name]) => !own.has(name));
  response.writeHead(answered.status, Object.fromEntries(back));
  response.end(Buffer.from(await answered.arrayBuffer()));
}
