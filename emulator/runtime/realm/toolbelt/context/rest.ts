import { type OutboundResponse, textContent } from '../../../../services/exchange.ts';
import type { RealmHooks } from '../../hooks.ts';
import { SDKError, messageOf } from '../errors.ts';
import { NetworkFailure, TimeoutFailure } from '../host/failures.ts';
import { fetchLike, textOf } from '../host/fetch-like.ts';
import { parsed } from '../host/parsed.ts';
import { requestId } from '../host/request-id.ts';

/**
 * Milliseconds and attempts. Source: github.com/LivePersonInc/faas-cli
 * src/shared/core-functions-toolbelt/context-service-client/context-service-sdk.
 */
const deadline = 10_000;
const pause = 2_000;
const attempts = 3;

/** Broken connections after which the request is sent again. Source: as above. */
const retried = [
  'ECONNRESET',
  'ENOTFOUND',
  'ESOCKETTIMEDOUT',
  'ETIMEDOUT',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EPIPE',
  'EAI_AGAIN',
];

const prefix = 'com.liveperson.context-service-sdk';

/** What can be wrong with a call. Source: as above. */
export const contextCodes = {
  issue: `${prefix}.internal-server-error`,
  unknown: `${prefix}.unknown`,
  timeout: `${prefix}.response-timeout`,
  parameter: `${prefix}.parameter.invalid`,
  authorization: `${prefix}.authorization.invalid`,
  notFound: `${prefix}.data.does-not-exist`,
};

/** One request to the Context Session Store, and the one status that is good. */
export interface ContextRequest {
  method: string;
  url: string;
  body?: unknown;
  accepted: number;
}

/** Sends it with the developer's key. Rejects with an `SDKError`. */
export async function askContext(
  hooks: RealmHooks,
  apiKey: string,
  { method, url, body, accepted }: ContextRequest,
): Promise<OutboundResponse> {
  const content = body === undefined ? null : textContent(JSON.stringify(body));
  const request = { method, url, headers: headersFor(apiKey), body: content };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetchLike(hooks, request, { timeout: deadline });
      if (response.status !== accepted) throw refusal(response);
      return response;
    } catch (error) {
      if (!(error instanceof NetworkFailure) || !retried.includes(error.code) || attempt === attempts) {
        throw asSdkError(error);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, attempt * pause));
  }
}

function headersFor(apiKey: string): Record<string, string> {
  return {
    'maven-api-key': apiKey,
    'content-type': 'application/json',
    accept: 'application/json',
    'x-request-id': requestId(),
    'user-agent': '@liveperson/context-service v0.1.0',
  };
}

function refusal(response: OutboundResponse): SDKError {
  const message = messageIn(response);
  switch (response.status) {
    case 403:
      return new SDKError(
        contextCodes.authorization,
        `Provided API Key is either invalid or lacks permission${message === undefined ? '' : `: ${message}`}`,
      );
    case 404:
      return new SDKError(contextCodes.notFound, 'Requested Resource does not exist');
    case 500:
    case 503:
      return new SDKError(contextCodes.issue, 'Internal Server Error occurred during processing request');
    default:
      return new SDKError(contextCodes.unknown, `Unknown Error ${message ?? textOf(response)} occurred`);
  }
}

/** What the service says of the matter. */
function messageIn(response: OutboundResponse): string | undefined {
  const message = (parsed(textOf(response)) as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : undefined;
}

/** What was thrown as the clients' callers know it. */
export function asSdkError(thrown: unknown): SDKError {
  if (thrown instanceof SDKError) return thrown;
  if (thrown instanceof TimeoutFailure) {
    return new SDKError(contextCodes.timeout, `Request exceeded Deadline of ${deadline}ms`);
  }
  if (thrown instanceof NetworkFailure) return new SDKError(thrown.code, thrown.message);
  return new SDKError(contextCodes.unknown, `Unknown Error ${messageOf(thrown)} occurred`);
}
