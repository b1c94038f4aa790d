import { ClientRequestInterceptor } from '@mswjs/interceptors/ClientRequest';
import { contentOf, isFailure } from '../../services/exchange.ts';
import { errorOf, type send } from './ask.ts';
import { bodyOf } from './body.ts';

/** Statuses that carry no body. Source: fetch.spec.whatwg.org, "null body status". */
const bodiless = [101, 103, 204, 205, 304];

/**
 * Has the host answer whatever goes through Node's `http` and `https`. This file is loaded later than the rest and
 * shares no state with it, so what sends comes with the call.
 */
export function interceptHttp(sendToHost: typeof send): void {
  const interceptor = new ClientRequestInterceptor();
  interceptor.on('request', async ({ request, controller }) => {
    const { method, url, signal } = request;
    const headers = Object.fromEntries(request.headers.entries());
    const bytes = new Uint8Array(await request.arrayBuffer());
    await new Promise<void>((done) => {
      const body = bytes.length > 0 ? contentOf(bytes) : null;
      const giveUp = sendToHost({ method, url, headers, body }, (answer) => {
        if (isFailure(answer)) controller.errorWith(errorOf(answer));
        else controller.respondWith(responseOf(answer));
        done();
      });
      signal.addEventListener('abort', () => {
        giveUp();
        done();
      });
    });
  });
  interceptor.apply();
}

function responseOf(answer: Parameters<typeof bodyOf>[0]): Response {
  const { status, headers } = answer;
  return new Response(bodiless.includes(status) ? null : bodyOf(answer), { status, headers });
}
