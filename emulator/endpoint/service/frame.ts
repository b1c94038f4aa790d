import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { requestIdFrom } from './request-id.ts';
import type { Level, Log } from './log.ts';

/** What is known about one request while it is served, and goes into its one line of the log. */
export interface Frame {
  requestId: string;
  /** Beside status and time: the conversation's id and codes, never what was said. */
  facts: Record<string, unknown>;
  /** Milliseconds that each part took, for `Server-Timing`. */
  spans: [name: string, milliseconds: number][];
}

/** What hono hands to every route here. */
export interface ServiceEnv {
  Bindings: HttpBindings;
  Variables: { frame: Frame };
}

/** Adds to the frame how long `work` takes, also when it fails. */
export async function measured<T>(frame: Frame, name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    frame.spans.push([name, performance.now() - began]);
  }
}

/** Around every request: its id, its timings, its line in the log. `isStopping` ends connections that would stay open. */
export function framed(log: Log, isStopping: () => boolean): MiddlewareHandler<ServiceEnv> {
  return async (context, next) => {
    const began = performance.now();
    const frame = { requestId: requestIdFrom(context.req.header('x-request-id')), facts: {}, spans: [] };
    context.set('frame', frame);
    await next();
    finish(context, frame, isStopping());
    report(log, context, frame, performance.now() - began);
  };
}

function finish({ res }: Context<ServiceEnv>, { requestId, spans }: Frame, last: boolean): void {
  res.headers.set('x-request-id', requestId);
  if (spans.length > 0) {
    res.headers.set(
      'server-timing',
      spans.map(([name, time]) => `${name};dur=${time.toFixed(2)}`).join(', '),
    );
  }
  if (last) res.headers.set('connection', 'close');
}

/** Probes come every few seconds: they say nothing while all is well, and what fails then has a line of its own. */
const probes = ['/health', '/ready'];

function levelOf(path: string, status: number): Level {
  if (probes.includes(path)) return status < 400 ? 'debug' : 'warn';
  return status >= 500 ? 'error' : 'info';
}

/** Characters: the address is anybody's to choose, also without a token. */
const longestPath = 256;

function report(
  log: Log,
  context: Context<ServiceEnv>,
  { requestId, facts, spans }: Frame,
  time: number,
): void {
  const { status } = context.res;
  const { method, path } = context.req;
  log(levelOf(path, status), 'request', {
    requestId,
    method,
    path: path.slice(0, longestPath),
    status,
    ms: rounded(time),
    ...Object.fromEntries(spans.map(([name, span]) => [`${name}Ms`, rounded(span)])),
    ...facts,
  });
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
