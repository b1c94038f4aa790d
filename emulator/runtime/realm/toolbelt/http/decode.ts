import { type OutboundResponse, bytesOf } from '../../../../services/exchange.ts';
import { textOf } from '../host/fetch-like.ts';
import type { FullResponse, HttpOptions } from './options.ts';

/** Reason phrases that functions log or compare. Source: RFC 9110, section 15. */
const reasons: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The answer as request gives it. */
export function fullResponse(response: OutboundResponse, options: HttpOptions): FullResponse {
  const { status, headers, cookies } = response;
  return {
    statusCode: status,
    statusMessage: reasons[status] ?? '',
    headers: { ...headers, ...(cookies && { 'set-cookie': cookies }) },
    body: decode(response, options),
  };
}

/** With `json` set the body is parsed if it can be, and left as it is if not. */
function decode(response: OutboundResponse, { json, encoding }: HttpOptions): unknown {
  if (json === undefined || json === false || json === null) return read(response, encoding);
  try {
    return JSON.parse(textOf(response));
  } catch {
    return response.body === null ? undefined : read(response, encoding);
  }
}

function read(response: OutboundResponse, encoding: BufferEncoding | null | undefined): unknown {
  if (encoding === undefined) return textOf(response);
  const bytes = response.body === null ? Buffer.alloc(0) : bytesOf(response.body);
  return encoding === null ? bytes : bytes.toString(encoding);
}
