import { stringify } from 'node:querystring';
import { type OutboundAnswer, contentOf, isFailure } from '../../services/exchange.ts';
import { type send, tellRefused } from './ask.ts';
import { hasBody, type Playing, play, type Sink } from './body.ts';
import { type AnyHandler, type Listener, asHandler, listen } from './dispatch-handler.ts';
import { headersTimeout, undiciError } from './failure.ts';
import { refusal } from './guard.ts';
import { collect } from './request-body.ts';
import { assertMethod, headersOf } from './request-headers.ts';

/** What undici asks of a dispatcher. Source: github.com/nodejs/undici docs/docs/api/Dispatcher.md. */
interface DispatchOptions {
  origin?: string | URL;
  path: string;
  method: string;
  query?: Record<string, string>;
  headers?: unknown;
  body?: unknown;
  upgrade?: unknown;
  headersTimeout?: number;
  maxRedirections?: number;
}

/** How a request gets its answer; answers how to give up. */
type Sends = typeof send;

type Dispatch = (options: DispatchOptions, handler: AnyHandler) => boolean;
type Interceptor = (dispatch: Dispatch) => Dispatch;

/** Where undici, Node's own and every copy that a bundle holds, keeps the dispatcher that is used if no other is named. */
const globalDispatchers = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2'];

/** Has the host answer whatever goes through `fetch` or undici; each hop of a redirect is a request of its own. */
export function interceptUndici(sends: Sends): void {
  for (const name of globalDispatchers) {
    Object.defineProperty(globalThis, Symbol.for(name), {
      value: dispatcherOf(dispatchBy(sends)),
      writable: true,
    });
  }
}

function dispatcherOf(dispatches: Dispatch): object {
  return {
    dispatch: dispatches,
    close: async () => undefined,
    destroy: async () => undefined,
    compose: (...interceptors: (Interceptor | Interceptor[])[]) =>
      dispatcherOf(interceptors.flat().reduce(intercepted, dispatches)),
    on: () => undefined,
    once: () => undefined,
    off: () => undefined,
  };
}

function intercepted(inner: Dispatch, interceptor: Interceptor): Dispatch {
  const outer = interceptor(inner);
  return (options, handler) => outer(options, asHandler(handler));
}

function dispatchBy(sends: Sends): Dispatch {
  return (options, handler) => {
    new Exchange(options, handler, sends).begin();
    return true;
  };
}

/** One request on its way, from a client that is told by its handler. */
class Exchange implements Sink {
  readonly #options: DispatchOptions;
  readonly #listener: Listener;
  readonly #sends: Sends;
  #over = false;
  #giveUp: (() => void) | undefined;
  #playing: Playing | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DispatchOptions, handler: AnyHandler, sends: Sends) {
    this.#options = options;
    this.#sends = sends;
    this.#listener = listen(handler, {
      abort: (reason) => this.#fail(reason),
      resume: () => this.#playing?.resume(),
    });
  }

  begin(): void {
    const { method, upgrade, maxRedirections, origin } = this.#options;
    this.#listener.start();
    if (this.#over) return;
    if (upgrade || method === 'CONNECT') return this.#refuse(new URL(String(origin)).host);
    if (maxRedirections) return this.#fail(new Error(noRedirections));
    this.#send().catch((error: Error) => this.#fail(error));
  }

  async #send(): Promise<void> {
    const { origin, path, query, method, headersTimeout: patience } = this.#options;
    assertMethod(method);
    const { bytes, type } = await collect(this.#options.body);
    if (this.#over) return;
    const search = query ? `?${stringify(query)}` : '';
    const url = new URL(`${path}${search}`, origin).href;
    const headers = headersOf(this.#options.headers);
    if (type && headers['content-type'] === undefined) headers['content-type'] = type;
    if (patience) this.#timer = setTimeout(() => this.#fail(headersTimeout()), patience);
    const request = { method, url, headers, body: bytes && contentOf(bytes) };
    this.#giveUp = this.#sends(request, { trusting: false }, (answer) => this.#deliver(answer));
  }

  #deliver(answer: OutboundAnswer): void {
    this.#giveUp = undefined;
    clearTimeout(this.#timer);
    if (this.#over) return;
    if (isFailure(answer)) return this.#fail(undiciError(answer));
    const whole = hasBody(this.#options.method, answer.status);
    try {
      this.#listener.headers(answer);
    } catch (error) {
      return this.#fail(error as Error);
    }
    if (this.#over) return;
    this.#playing = play(whole ? answer : { ...answer, body: null }, this);
  }

  /** Takes a piece of the body; what the client's own handler throws ends its request. */
  data(piece: Buffer): boolean {
    try {
      return !this.#over && this.#listener.data(piece);
    } catch (error) {
      this.#fail(error as Error);
      return false;
    }
  }

  /** The body is all there. */
  end(): void {
    if (this.#over) return;
    try {
      this.#listener.end();
      this.#over = true;
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  #refuse(target: string): void {
    const error = refusal(target);
    tellRefused(target, error);
    this.#fail(error);
  }

  #fail(error: Error): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#timer);
    this.#giveUp?.();
    this.#playing?.stop();
    this.#listener.error(error);
  }
}

const noRedirections =
  'undici’s maxRedirections is not imitated: use fetch, or the redirect interceptor of undici 7';
