import type { Mock } from '../../payload/mock.ts';
import type { OutboundAnswer, OutboundRequest } from '../../services/exchange.ts';
import type { Ask, Moment, OutboundTrace, Outside } from '../outside.ts';
import { findMock } from './match.ts';
import { respond } from './respond.ts';

/** The network as one call of a function sees it: declared mocks, and nothing else. */
export class Network implements Outside {
  readonly calls: OutboundTrace[] = [];
  readonly #mocks: readonly Mock[];

  constructor(mocks: readonly Mock[]) {
    this.#mocks = mocks;
  }

  async answer(ask: Ask, now: Moment, signal: AbortSignal): Promise<unknown> {
    if (ask.kind === 'http') return this.#request(ask.request, now, signal);
    this.#open({ method: 'CONNECT', url: `tcp://${ask.target}` }, now, null)({ error: ask.message });
    return null;
  }

  async #request(request: OutboundRequest, now: Moment, signal: AbortSignal): Promise<OutboundAnswer> {
    const index = findMock(this.#mocks, request);
    const mock = this.#mocks[index];
    const end = this.#open(request, now, mock ? index : null);
    if (!mock) {
      const message = `outbound request to ${request.method} ${request.url} refused: no mock declares it`;
      end({ error: message });
      return { failure: { code: 'ERR_OUTBOUND_REFUSED', message } };
    }
    const answer = await respond(mock, signal);
    if (signal.aborted) end({ error: 'aborted by the function' });
    else end({ status: answer.status });
    return answer;
  }

  /** Notes a request; what it answers notes how the request ended. */
  #open(
    { method, url }: Pick<OutboundRequest, 'method' | 'url'>,
    now: Moment,
    mock: number | null,
  ): (ended: Partial<OutboundTrace>) => void {
    const start = now();
    const source = mock === null ? 'refused' : 'mock';
    const call: OutboundTrace = { method, url, status: null, source, mock, start, duration: null };
    this.calls.push(call);
    return (ended) => Object.assign(call, { duration: now() - start }, ended);
  }
}
