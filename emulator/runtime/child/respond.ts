import type { Mock } from '../../payload/mock.ts';

/** Statuses that carry no body. Source: fetch.spec.whatwg.org, "null body status". */
const bodiless = [101, 103, 204, 205, 304];

/** The mock's answer after its delay; `undefined` when the function gave up before. */
export async function respond(mock: Mock, signal: AbortSignal): Promise<Response | undefined> {
  if (mock.delay) await delay(mock.delay, signal);
  if (signal.aborted) return undefined;
  const { status = 200 } = mock;
  const text =
    typeof mock.body === 'string' || mock.body === undefined ? mock.body : JSON.stringify(mock.body);
  const type = typeof mock.body === 'string' ? 'text/plain' : 'application/json';
  const headers = { ...(text === undefined ? {} : { 'content-type': type }), ...lowerCased(mock.headers) };
  return new Response(bodiless.includes(status) ? null : (text ?? null), { status, headers });
}

function lowerCased(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Ends early when the function gives up, so that nothing of the call is left in the event loop. */
function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
