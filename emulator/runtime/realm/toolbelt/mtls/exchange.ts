import type { OutboundResponse } from '../../../../services/exchange.ts';
import type { RealmHooks } from '../../hooks.ts';
import { MTLSError, ToolBeltError } from '../errors.ts';
import { NetworkFailure, TimeoutFailure } from '../host/failures.ts';
import { fetchLike, headersOf, textOf } from '../host/fetch-like.ts';
import { lowerCased } from '../host/headers.ts';
import { parsed } from '../host/parsed.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import { BadBody, prepareBody } from '../host/body.ts';

const codes = ErrorCodes.Mtls;

/** What one call of an mTLS client is. */
export interface MtlsCall {
  method: string;
  url: string;
  headers: Record<string, unknown>;
  body?: unknown;
  json: boolean;
  timeout?: number | undefined;
  /** Whether the server's certificate may be one that nobody vouches for. */
  trusting?: boolean | undefined;
}

/** What an mTLS client answers. */
export interface MtlsResponse {
  statusCode: number;
  headers: Record<string, string>;
  body?: unknown;
}

/**
 * Sends a call; the client's own certificate is nobody's to check here. A body in a GET is what v2's `fetch` refuses and what v1's
 * client sends. Rejects with what `asMtlsError` makes of it.
 */
export async function exchange(hooks: RealmHooks, call: MtlsCall): Promise<OutboundResponse> {
  const { method, url, json, timeout, trusting } = call;
  const { content, type } = await prepareBody(call.body, json);
  if (content && method === 'GET' && hooks.generation === 'v2') {
    throw new TypeError('Request with GET/HEAD method cannot have body.');
  }
  const headers = lowerCased({
    ...(type !== undefined && { 'content-type': type }),
    ...lowerCased(call.headers),
  });
  return fetchLike(hooks, { method, url, headers, body: content }, { timeout, trusting });
}

/** The answer as the clients give it: with `json` parsed, where it can be. */
export function mtlsResponse(response: OutboundResponse, json: boolean): MtlsResponse {
  const text = textOf(response);
  return { statusCode: response.status, headers: headersOf(response), body: json ? parsed(text) : text };
}

/** What went wrong, as the clients throw it. */
export function asMtlsError(component: 'MTLS' | 'LP-MTLS', thrown: unknown): ToolBeltError {
  const fault = (code: string, message: string) => new MTLSError(component, code, message);
  if (thrown instanceof ToolBeltError) return thrown;
  if (thrown instanceof BadBody) return fault(codes.BadRequest, thrown.message);
  if (thrown instanceof TimeoutFailure) {
    return fault(codes.Timeout, 'TimeoutError: The operation was aborted due to timeout');
  }
  if (thrown instanceof NetworkFailure) return fault(codes.General, `fetch failed. Cause: ${thrown.message}`);
  return fault(codes.General, thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'unknown');
}
