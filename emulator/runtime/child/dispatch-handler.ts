import type { OutboundResponse } from '../../services/exchange.ts';

type Headers = Record<string, string | string[]>;

/** How undici is told what happens to a request: as Node 20 and 22 and undici up to 6 do. */
interface EarlierHandler {
  onConnect?(abort: (reason?: Error) => void, context: unknown): void;
  onResponseStarted?(): void;
  onHeaders?(
    status: number,
    headers: (Buffer | Buffer[])[],
    resume: () => void,
    statusText: string,
  ): boolean | undefined;
  onData?(chunk: Buffer): boolean | undefined;
  onComplete?(trailers: Buffer[]): void;
  onError?(error: Error): void;
}

/** The same as undici 7 has it. Source: github.com/nodejs/undici docs/docs/api/Dispatcher.md. */
interface Handler {
  onRequestStart(controller: Controller, context: unknown): void;
  onResponseStart?(controller: Controller, status: number, headers: Headers, statusText: string): void;
  onResponseData?(controller: Controller, chunk: Buffer): void;
  onResponseEnd?(controller: Controller, trailers: Headers): void;
  onResponseError?(controller: Controller, error: Error): void;
}

/** Either of them. */
export type AnyHandler = EarlierHandler | Handler;

/** What a handler of undici 7 holds a request by. */
interface Controller {
  rawHeaders: (Buffer | Buffer[])[] | null;
  rawTrailers: Buffer[] | null;
  readonly paused: boolean;
  readonly aborted: boolean;
  readonly reason: Error | null;
  pause(): void;
  resume(): void;
  abort(reason: Error): void;
}

/** What the client can do to its request. */
interface Hold {
  abort: (reason: Error) => void;
  resume: () => void;
}

/** A handler as undici 7 has it, whatever it was: its interceptors know no other. */
export function asHandler(handler: AnyHandler): Handler {
  if ('onRequestStart' in handler) return handler;
  return {
    onRequestStart: (controller, context) =>
      handler.onConnect?.((reason) => controller.abort(reason ?? aborted()), context),
    onResponseStart(controller, status, headers, text) {
      const go = (): void => controller.resume();
      if (handler.onHeaders?.(status, rawPairs(headers), go, text) === false) controller.pause();
    },
    onResponseData(controller, chunk) {
      if (handler.onData?.(chunk) === false) controller.pause();
    },
    onResponseEnd: () => handler.onComplete?.([]),
    onResponseError: (_controller, error) => handler.onError?.(error),
  };
}

/** The two ways as one. */
export interface Listener {
  start(): void;
  /** `false` when the client wants no data yet; so for `data`. */
  headers(answer: OutboundResponse): boolean;
  data(piece: Buffer): boolean;
  end(): void;
  error(error: Error): void;
}

/** Makes a listener of a handler of either kind. */
export function listen(handler: AnyHandler, hold: Hold): Listener {
  return 'onRequestStart' in handler ? listenNow(handler, hold) : listenEarlier(handler, hold);
}

function listenEarlier(handler: EarlierHandler, { abort, resume }: Hold): Listener {
  return {
    start: () => handler.onConnect?.((reason) => abort(reason ?? aborted()), null),
    headers(answer) {
      handler.onResponseStarted?.();
      return handler.onHeaders?.(answer.status, rawPairs(allHeaders(answer)), resume, '') !== false;
    },
    data: (piece) => handler.onData?.(piece) !== false,
    end: () => handler.onComplete?.([]),
    error: (error) => handler.onError?.(error),
  };
}

function listenNow(handler: Handler, hold: Hold): Listener {
  const state: { paused: boolean; reason: Error | null } = { paused: false, reason: null };
  const controller: Controller = {
    rawHeaders: null,
    rawTrailers: null,
    get paused() {
      return state.paused;
    },
    get aborted() {
      return state.reason !== null;
    },
    get reason() {
      return state.reason;
    },
    pause: () => (state.paused = true),
    resume() {
      if (!state.paused) return;
      state.paused = false;
      hold.resume();
    },
    abort(reason) {
      state.reason ??= reason ?? aborted();
      hold.abort(state.reason);
    },
  };
  return {
    start: () => handler.onRequestStart(controller, {}),
    headers(answer) {
      controller.rawHeaders = rawPairs(allHeaders(answer));
      handler.onResponseStart?.(controller, answer.status, allHeaders(answer), '');
      return !state.paused;
    },
    data(piece) {
      handler.onResponseData?.(controller, piece);
      return !state.paused;
    },
    end: () => handler.onResponseEnd?.(controller, {}),
    error: (error) => handler.onResponseError?.(controller, error),
  };
}

function allHeaders({ headers, cookies }: OutboundResponse): Headers {
  return cookies ? { ...headers, 'set-cookie': cookies } : headers;
}

/** A flat list of names and values; several values of a name are several pairs. */
function rawPairs(headers: Headers): Buffer[] {
  const raw: Buffer[] = [];
  for (const [name, values] of Object.entries(headers)) {
    for (const value of typeof values === 'string' ? [values] : values) {
      raw.push(Buffer.from(name, 'latin1'), Buffer.from(value, 'latin1'));
    }
  }
  return raw;
}

function aborted(): Error {
  const error = new Error('Request aborted');
  return Object.assign(error, { name: 'AbortError', code: 'UND_ERR_ABORTED' });
}
