import { type OutboundAnswer, contentOf, isFailure } from '../../services/exchange.ts';
import { bodyOf } from './body.ts';
import { errorOf, send } from './ask.ts';

/** What undici asks of a dispatcher. Source: github.com/nodejs/undici docs/docs/api/Dispatcher.md. */
interface DispatchOptions {
  origin?: string | URL;
  path: string;
  method: string;
  headers?: unknown;
  body?: unknown;
}

/** How undici is told what happens to a request; the form that Node 20 and 22 use. */
interface DispatchHandler {
  onConnect?(abort: (reason?: Error) => void, context: object | null): void;
  onHeaders?(status: number, headers: Buffer[], resume: () => void, statusText: string): boolean;
  onData?(chunk: Buffer): boolean;
  onComplete?(trailers: string[] | null): void;
  onError?(error: Error): void;
}

/** Where undici, Node's own and every copy that a bundle holds, keeps the dispatcher that is used if no other is named. */
const globalDispatcher = Symbol.for('undici.globalDispatcher.1');

/** Has the host answer whatever goes through `fetch` or undici; each hop of a redirect is a request of its own. */
export function interceptUndici(): void {
  const dispatcher = { dispatch, close: async () => undefined, destroy: async () => undefined };
  Object.defineProperty(globalThis, globalDispatcher, { value: dispatcher, writable: true });
}

function dispatch(options: DispatchOptions, handler: DispatchHandler): boolean {
  let giveUp: (() => void) | undefined;
  let over = false;
  const fail = (error: Error): void => {
    if (over) return;
    over = true;
    giveUp?.();
    handler.onError?.(error);
  };
  handler.onConnect?.((reason) => fail(reason ?? new Error('aborted')), null);
  void collect(options.body).then((body) => {
    if (over) return;
    const url = new URL(options.path, options.origin).href;
    const headers = headersOf(options.headers);
    giveUp = send({ method: options.method, url, headers, body: body && contentOf(body) }, (answer) => {
      if (over) return;
      over = true;
      deliver(answer, handler);
    });
  }, fail);
  return true;
}

function deliver(answer: OutboundAnswer, handler: DispatchHandler): void {
  if (isFailure(answer)) return handler.onError?.(errorOf(answer));
  const raw = Object.entries(answer.headers)
    .flat()
    .map((text) => Buffer.from(text));
  handler.onHeaders?.(answer.status, raw, () => undefined, '');
  const body = bodyOf(answer);
  if (body) handler.onData?.(body);
  handler.onComplete?.([]);
}

/** Headers come as a flat list, as pairs or as an object. */
function headersOf(headers: unknown): Record<string, string> {
  const flat = Array.isArray(headers) && !Array.isArray(headers[0]);
  const pairs = flat ? pairsOf(headers) : isIterable(headers) ? [...headers] : Object.entries(headers ?? {});
  return Object.fromEntries(pairs.map(([name, value]) => [String(name).toLowerCase(), String(value)]));
}

function pairsOf(flat: unknown[]): [unknown, unknown][] {
  return flat.flatMap((name, index) =>
    index % 2 === 0 ? [[name, flat[index + 1]] as [unknown, unknown]] : [],
  );
}

function isIterable(value: unknown): value is Iterable<[unknown, unknown]> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

async function collect(body: unknown): Promise<Buffer | null> {
  if (body === null || body === undefined) return null;
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  const parts: Uint8Array[] = [];
  for await (const part of body as AsyncIterable<Uint8Array | string>) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
