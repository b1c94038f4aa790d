import { Socket } from 'node:net';

/** A refusal as the function sees it. */
export function refusal(target: string, why = 'no mock declares it'): Error {
  return Object.assign(new Error(`outbound request to ${target} refused: ${why}`), {
    code: 'ERR_OUTBOUND_REFUSED',
  });
}

/**
 * Refuses every connection at the socket, beneath every client: requests that a mock answers never come this far, so
 * whatever does is undeclared.
 */
export function guardSockets(onRefused: (target: string, error: Error) => void): void {
  Socket.prototype.connect = function connect(this: Socket, ...args: unknown[]): Socket {
    const target = targetOf(args);
    const error = refusal(target);
    onRefused(target, error);
    process.nextTick(() => this.destroy(error));
    return this;
  };
}

/** `connect` takes a port, a path, an options object, or an already normalised list of either. */
function targetOf(args: unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as { host?: string; port?: number; path?: string };
    return path ?? `${host ?? 'localhost'}:${port}`;
  }
  return typeof second === 'string' ? `${second}:${first}` : `localhost:${first}`;
}
