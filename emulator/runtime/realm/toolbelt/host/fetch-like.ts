import {
  type Content,
  type OutboundRequest,
  type OutboundResponse,
  bytesOf,
} from '../../../../services/exchange.ts';
import type { RealmHooks } from '../../hooks.ts';
import { NetworkFailure } from './failures.ts';
import { addressed, sendable } from './fetchable.ts';
import { type Patience, send } from './send.ts';

/** As `fetch` has it. Source: fetch.spec.whatwg.org, "HTTP-redirect fetch". */
const redirects = [301, 302, 303, 307, 308];
const mostRedirects = 20;

/** A request whose headers may have capitals. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: Content | null;
}

/**
 * Sends a request and follows redirects as `fetch` does: what cannot be sent throws what it throws there. Each hop is a
 * request of its own, one time-out holds for all.
 */
export async function fetchLike(
  hooks: RealmHooks,
  { method, url, headers, body = null }: Sent,
  patience: Patience = {},
): Promise<OutboundResponse> {
  const ends = patience.timeout === undefined ? undefined : Date.now() + patience.timeout;
  let request: OutboundRequest = { method, url: addressed(url), headers: sendable(headers), body };
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const timeout = ends === undefined ? undefined : ends - Date.now();
    const response = await send(hooks, request, { ...patience, timeout });
    const location = response.headers['location'];
    if (!redirects.includes(response.status) || location === undefined) return response;
    request = redirected(request, response.status, location);
  }
  throw new NetworkFailure('ERR_REDIRECT', 'redirect count exceeded');
}

function redirected(request: OutboundRequest, status: number, location: string): OutboundRequest {
  const { method, url, headers, body } = request;
  const target = new URL(location, url);
  const { authorization, ...others } = headers;
  const sameOrigin = target.origin === new URL(url).origin;
  const kept = sameOrigin && authorization !== undefined ? headers : others;
  const toGet = status === 303 ? !['GET', 'HEAD'].includes(method) : status < 303 && method === 'POST';
  if (!toGet) return { method, url: target.href, headers: kept, body };
  const { 'content-type': _type, 'content-length': _length, ...rest } = kept;
  return { method: 'GET', url: target.href, headers: rest, body: null };
}

/** The body of an answer as text; empty where there is none. */
export function textOf({ body }: Pick<OutboundResponse, 'body'>): string {
  if (body === null) return '';
  return body.encoding === 'utf8' ? body.text : bytesOf(body).toString();
}

/** The headers of an answer, cookies in one line, as `fetch` joins them. */
export function headersOf({ headers, cookies }: OutboundResponse): Record<string, string> {
  return cookies ? { ...headers, 'set-cookie': cookies.join(', ') } : headers;
}

/** Whether a status is a good one. */
export function isOk(status: number): boolean {
  return status >= 200 && status <= 299;
}
