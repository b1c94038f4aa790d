import { performance } from 'node:perf_hooks';
import { ClientRequestInterceptor } from '@mswjs/interceptors/ClientRequest';
import { FetchInterceptor } from '@mswjs/interceptors/fetch';
import type { Mock } from '../../payload/mock.ts';
import type { ChildCall } from '../protocol.ts';
import { refusal } from './guard.ts';
import { findMock } from './match.ts';
import { respond } from './respond.ts';

/** What a request needs to know of the call it belongs to. */
export interface Traffic {
  mocks: Mock[];
  /** `performance.now()` at the start of the call. */
  began: number;
  report: (call: ChildCall) => void;
}

let keys = 0;

/** Puts every HTTP client (fetch, http, https) behind the declared mocks. `traffic` tells the call that is open. */
export function interceptRequests(traffic: () => Traffic): void {
  intercept(new ClientRequestInterceptor(), traffic, (error) => error);
  // What `fetch` rejects with when nothing answers, with the reason below it. Source: fetch.spec.whatwg.org.
  intercept(new FetchInterceptor(), traffic, (cause) => new TypeError('fetch failed', { cause }));
}

function intercept(
  interceptor: ClientRequestInterceptor | FetchInterceptor,
  traffic: () => Traffic,
  asClientError: (error: Error) => Error,
): void {
  interceptor.on('request', async ({ request, controller }) => {
    const { mocks, began, report } = traffic();
    const start = performance.now() - began;
    const call = open(request, mocks, start);
    report(call);
    const end = (ended: Partial<ChildCall>): void =>
      report({ ...call, duration: performance.now() - began - start, ...ended });

    const mock = call.mock === null ? undefined : mocks[call.mock];
    if (!mock) {
      const error = refusal(`${request.method} ${request.url}`);
      end({ error: error.message });
      return controller.errorWith(asClientError(error));
    }
    const response = await respond(mock, request.signal);
    if (!response) return end({ error: 'aborted by the function' });
    end({ status: response.status });
    controller.respondWith(response);
  });
  interceptor.apply();
}

function open({ method, url }: Request, mocks: Mock[], start: number): ChildCall {
  const index = findMock(mocks, method, url);
  const found = index >= 0;
  const source = found ? 'mock' : 'refused';
  return {
    key: (keys += 1),
    method,
    url,
    status: null,
    source,
    mock: found ? index : null,
    start,
    duration: null,
  };
}

/** A connection that came past every HTTP client, such as one of a bundled undici. */
export function refusedConnection(target: string, error: Error, { began, report }: Traffic): void {
  const start = performance.now() - began;
  const url = `tcp://${target}`;
  const common = { method: 'CONNECT', url, status: null, source: 'refused', mock: null } as const;
  report({ key: (keys += 1), ...common, start, duration: 0, error: error.message });
}
