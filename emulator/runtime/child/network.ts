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
  /** Tells one request from the next, across all calls of the instance. */
  newKey: () => number;
  report: (call: ChildCall) => void;
}

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
    const { mocks, began, newKey, report } = traffic();
    const start = performance.now() - began;
    const call: ChildCall = { key: newKey(), start, ...open(request, mocks) };
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

function open({ method, url }: Request, mocks: Mock[]): Omit<ChildCall, 'key' | 'start'> {
  const index = findMock(mocks, method, url);
  const found = index >= 0;
  const mock = found ? index : null;
  return { method, url, status: null, source: found ? 'mock' : 'refused', mock, duration: null };
}
