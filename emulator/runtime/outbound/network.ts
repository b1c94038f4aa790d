import type { Mock } from '../../payload/mock.ts';
import type { Account } from '../../services/account.ts';
import type { ServiceChange } from '../../services/change.ts';
import { type OutboundAnswer, type OutboundRequest, isFailure } from '../../services/exchange.ts';
import type { Ask, Moment, OutboundTrace, Outside } from '../outside.ts';
import { findMock } from './match.ts';
import { respond } from './respond.ts';

/** The network as one call of a function sees it: declared mocks first, then the account's services, nothing else. */
export class Network implements Outside {
  readonly calls: OutboundTrace[] = [];
  readonly #mocks: readonly Mock[];
  readonly #account: Account;

  constructor(mocks: readonly Mock[], account: Account) {
    this.#mocks = mocks;
    this.#account = account;
  }

  get account(): number {
    return this.#account.id;
  }

  get changes(): readonly ServiceChange[] {
    return this.#account.changes;
  }

  async answer(ask: Ask, now: Moment, signal: AbortSignal): Promise<unknown> {
    if (ask.kind === 'http') return this.#request(ask.request, now, signal);
    if (ask.kind === 'secret') return this.#account.secret(ask.secret, now);
    this.#open({ method: 'CONNECT', url: `tcp://${ask.target}` }, now, null)({ error: ask.message });
    return null;
  }

  async #request(request: OutboundRequest, now: Moment, signal: AbortSignal): Promise<OutboundAnswer> {
    const index = findMock(this.#mocks, request);
    const mock = this.#mocks[index];
    const end = this.#open(request, now, mock ? index : null);
    if (!mock) {
      const served = await this.#account.answer(request, {
        now,
        forward: (next) => this.#request(next, now, signal),
      });
      if (served) {
        end({
          source: 'service',
          ...(isFailure(served) ? { error: served.failure.message } : { status: served.status }),
        });
        return served;
      }
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
