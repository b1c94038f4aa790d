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
}

let open = false;
const nativeFetch = globalThis.fetch;

/**
 * Puts all outbound traffic behind the mocks and the socket guard, once. The interceptors take about 25 ms to load, so
 * this is done ahead for a bundle that speaks of the network, and otherwise at the first request.
 */
export function openNetwork(current: () => OpenCall | undefined): void {
  if (open) return;
  open = true;
  globalThis.fetch = nativeFetch;
  const { interceptRequests, refusedConnection } = require('./network.ts') as typeof import('./network.ts');
  const traffic = () => trafficOf(current());
  interceptRequests(traffic);
  guardSockets((target, error) => refusedConnection(target, error, traffic()));
}

/** Until the network is open, `fetch` opens it. */
export function openNetworkOnFetch(current: () => OpenCall | undefined): void {
  if (open) return;
  globalThis.fetch = (...request) => {
    openNetwork(current);
    return globalThis.fetch(...request);
  };
}

function trafficOf(call: OpenCall = { id: 0, began: performance.now(), mocks: [] }): Traffic {
  const report = (one: ChildCall): void => tell({ type: 'call', id: call.id, call: one });
  return { mocks: call.mocks, began: call.began, report };
}
