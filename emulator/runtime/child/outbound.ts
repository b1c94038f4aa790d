import { send, tellRefused } from './ask.ts';
import { play } from './body.ts';
import { interceptUndici } from './dispatcher.ts';
import { guardSockets, refusal } from './guard.ts';

let open = false;
let exclude: (work: () => void) => void = (work) => work();

/**
 * Closes the network, from the first moment on: connections are refused at the socket, beneath every client, and what
 * `fetch` sends goes to the host. `excluding` does work that is not the call's.
 */
export function closeNetwork(excluding: (work: () => void) => void): void {
  exclude = excluding;
  guardSockets(tellRefused);
  interceptUndici(means.send);
}

/**
 * Puts `http`, `https` and whatever opens connections by itself behind the host as well, once. To load what that needs
 * is the emulator's time and not that of the call, should one be the first to need it.
 */
export function openNetwork(): void {
  if (open) return;
  open = true;
  exclude(() => viaHttp().interceptHttp(means));
}

/** Has Node load what a request of `http` and `https` needs, with one that nobody hears of. */
export async function warmHttp(): Promise<void> {
  openNetwork();
  sends = sendToNobody;
  await viaHttp().warmHttp(nobody);
  sends = send;
}

/** The same for `fetch`. */
export async function warmFetch(): Promise<void> {
  sends = sendToNobody;
  await (await fetch(nobody)).json();
  sends = send;
}

const nobody = 'https://warm-up.invalid/';
let sends: typeof send = send;

const sendToNobody: typeof send = (_request, _manner, onAnswer) => {
  setImmediate(() => onAnswer({ status: 200, headers: {}, body: { text: '{}', encoding: 'utf8' } }));
  return () => undefined;
};

const means = {
  send: (...args: Parameters<typeof send>) => sends(...args),
  play,
  refuse(target: string, path?: string): Error {
    const why = path === undefined ? undefined : `its path "${path}" does not begin with a slash`;
    const error = refusal(target, why);
    tellRefused(target, error, path);
    return error;
  },
};

function viaHttp(): typeof import('./http.ts') {
  return require('./http.ts') as typeof import('./http.ts');
}
