import type { OutboundRequest, OutboundResponse } from '../../../../services/exchange.ts';
import { fullResponse } from './decode.ts';
import type { HttpOptions } from './options.ts';

const usualMost = 10;

/** Methods whose redirects are followed without being asked for. */
const harmless = ['GET', 'HEAD', 'OPTIONS'];

/**
 * The request that a redirect leads to, or `undefined` where the answer is the last one. Throws when there were too
 * many. Source: github.com/request/request lib/redirect.js and its README.
 */
export function redirectOf(
  request: OutboundRequest,
  response: OutboundResponse,
  options: HttpOptions,
  followed: number,
): OutboundRequest | undefined {
  const { status, headers } = response;
  const location = headers['location'];
  if (status < 300 || status >= 400 || location === undefined) return undefined;
  const { followRedirect = true, followAllRedirects = false, maxRedirects = usualMost } = options;
  if (!followAllRedirects && (!followRedirect || !harmless.includes(request.method))) return undefined;
  if (typeof followRedirect === 'function' && !followRedirect(fullResponse(response, options)))
    return undefined;
  if (followed >= maxRedirects) {
    throw new Error(`Exceeded maxRedirects. Probably stuck in a redirect loop ${request.url}`);
  }
  return next(request, status, location, options);
}

function next(
  { method, url, headers, body }: OutboundRequest,
  status: number,
  location: string,
  { followAllRedirects = false, followOriginalHttpMethod = false, removeRefererHeader = false }: HttpOptions,
): OutboundRequest {
  const target = new URL(location, url);
  const referer = removeRefererHeader ? {} : { referer: url };
  if (status === 307) return { method, url: target.href, headers: { ...headers, ...referer }, body };
  const toGet = followAllRedirects && !followOriginalHttpMethod && method !== 'HEAD';
  const { 'content-type': _type, 'content-length': _length, authorization, ...others } = headers;
  const stays = authorization !== undefined && target.hostname === new URL(url).hostname;
  return {
    method: toGet ? 'GET' : method,
    url: target.href,
    headers: { ...others, ...(stays && { authorization }), ...referer },
    body: null,
  };
}
