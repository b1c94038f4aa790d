import type { Mock } from '../../payload/mock.ts';
import { type OutboundResponse, textContent } from '../../services/exchange.ts';

/** The mock's answer, after its delay or as soon as the function gives up. */
export async function respond(mock: Mock, signal: AbortSignal): Promise<OutboundResponse> {
  if (mock.delay) await delay(mock.delay, signal);
  const { status = 200, body } = mock;
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  const headers = { ...(text === undefined ? {} : { 'content-type': type }), ...lowerCased(mock.headers) };
  return { status, headers, body: text === undefined ? null : textContent(text) };
}

function lowerCased(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
