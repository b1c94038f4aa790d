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
  interceptUndici();
}

/**
 * Puts `http`, `https` and whatever opens connections by itself behind the host as well, once. To load what that needs
 * is the emulator's time and not that of the call, should one be the first to need it.
 */
export function openNetwork(): void {
  if (open) return;
  open = true;
  exclude(intercept);
}

function intercept(): void {
  // Node loads its `fetch` at its first use, which takes as long.
  void globalThis.Response;
  const { interceptHttp } = require('./http.ts') as typeof import('./http.ts');
  interceptHttp({
    send,
    play,
    refuse(target) {
      const error = refusal(target);
      tellRefused(target, error);
      return error;
    },
  });
}
