import { performance } from 'node:perf_hooks';
import type { Mock } from '../../payload/mock.ts';
import type { ChildCall } from '../protocol.ts';
import { tell } from './channel.ts';
import { guardSockets } from './guard.ts';
import type { Traffic } from './network.ts';

/** The call that is open, or was last: what runs on after an answer still belongs to it. */
interface OpenCall {
  id: number;
  began: number;
  mocks: Mock[];
  exclude(work: () => void): void;
}

let open = false;
let current: () => OpenCall | undefined = () => undefined;
let keys = 0;
const nativeFetch = globalThis.fetch;

/**
 * Closes the network: connections are refused at the socket, beneath every client, from the first moment on, and the
 * first `fetch` opens what answers from mocks. `call` tells the call at hand.
 */
export function closeNetwork(call: () => OpenCall | undefined): void {
  current = call;
  guardSockets((target, error) => refuseConnection(target, error, traffic()));
  globalThis.fetch = (...request) => {
    openNetwork();
    return globalThis.fetch(...request);
  };
}

/**
 * Puts every HTTP client behind the mocks, once. The interceptors take 25 ms to load, which is the emulator's time and
 * not that of the call, should one be the first to need them.
 */
export function openNetwork(): void {
  if (open) return;
  open = true;
  globalThis.fetch = nativeFetch;
  const call = current();
  if (call) call.exclude(intercept);
  else intercept();
}

function intercept(): void {
  const { interceptRequests } = require('./network.ts') as typeof import('./network.ts');
  interceptRequests(traffic);
}

function newKey(): number {
  keys += 1;
  return keys;
}

function traffic(): Traffic {
  const { id, began, mocks } = current() ?? { id: 0, began: performance.now(), mocks: [] };
  return { mocks, began, newKey, report: (one: ChildCall) => tell({ type: 'call', id, call: one }) };
}

/** A connection that came past every HTTP client, such as one of a bundled undici. */
function refuseConnection(target: string, error: Error, { began, report }: Traffic): void {
  const start = performance.now() - began;
  const common = {
    method: 'CONNECT',
    url: `tcp://${target}`,
    status: null,
    source: 'refused',
    mock: null,
  } as const;
  report({ key: newKey(), ...common, start, duration: 0, error: error.message });
}
