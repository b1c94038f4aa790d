import type { Hono } from 'hono';
import { bytesOf, type OutboundResponse, textContent } from '../services/exchange.ts';
import { empty, refusal } from '../services/responses.ts';
import type { Sentinel } from '../services/sentinel/sentinel.ts';
import { type AnswerFault, answerFaults, type NextFaults } from './sentinel-faults.ts';

/** One request to Sentinel, without its query, its body and the token: credentials stand in each of these. */
export interface SentinelLog {
  method: string;
  path: string;
  status: number;
  /** Milliseconds until it was answered. */
  duration: number;
}

/** What the HTTP side of a Sentinel is made of. */
interface AppOptions {
  answer: Sentinel;
  faults: NextFaults;
  log: (entry: SentinelLog) => void;
}

/** Bytes; a form with credentials is far smaller. */
const largestForm = 16_384;

/** Serves `answer` over HTTP. */
export async function sentinelApp({ answer, faults, log }: AppOptions): Promise<Hono> {
  const [{ Hono: App }, { bodyLimit }] = await Promise.all([import('hono'), import('hono/body-limit')]);
  const app = new App();
  app.use(async (context, next) => {
    const began = performance.now();
    await next();
    const { method, path } = context.req;
    log({ method, path, status: context.res.status, duration: performance.now() - began });
  });
  app.use(
    bodyLimit({ maxSize: largestForm, onError: () => toResponse(refusal(413, 'the form is too large')) }),
  );
  app.post('/sentinel/api/*', async (_context, next) => {
    const fault = faults.take(answerFaults);
    return fault ? faultyAnswers[fault]() : next();
  });
  app.all('*', async ({ req }) => {
    const body = textContent(await req.text());
    const { method, url } = req;
    const raw = { method, url, headers: req.header(), body };
    return toResponse((await answer({ method, url: new URL(url), raw })) ?? refusal(404, 'nothing is here'));
  });
  return app;
}

const faultyAnswers: Record<AnswerFault, () => Response> = {
  unavailable: () => toResponse(empty(503)),
  'not-json': () => new Response('<html>It works!</html>', { headers: { 'content-type': 'text/html' } }),
};

function toResponse({ status, headers, body }: OutboundResponse): Response {
  return new Response(body && bytesOf(body), { status, headers });
}
