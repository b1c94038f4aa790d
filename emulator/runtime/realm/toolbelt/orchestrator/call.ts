import { textContent } from '../../../../services/exchange.ts';
import type { RealmHooks } from '../../hooks.ts';
import { OrchestratorError } from '../errors.ts';
import { brandId } from '../host/brand.ts';
import type { Cancellation } from '../host/cancellation.ts';
import { CancelledFailure } from '../host/failures.ts';
import { fetchLike, headersOf, isOk, textOf } from '../host/fetch-like.ts';
import { parsed } from '../host/parsed.ts';
import { requestId } from '../host/request-id.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import { ErrorStrategy } from '../names/error-strategy.ts';
import type { CsdsClient } from '../access/csds-client.ts';
import { asFetchError, failedCall, isRetried } from './failed.ts';
import type { Invocation, Invoked, Options } from './types.ts';

const usualRetries = 3;
/** Milliseconds for each attempt so far. */
const pause = 100;

/** What a call of another function needs; the header is that of the generation. */
export interface OrchestratorAccess {
  hooks: RealmHooks;
  csds: CsdsClient;
  authorization(request: { method: string; url: string }): Promise<string>;
}

/** Calls one function, again and again as it takes, until it answers, may not be tried again, or all is over. */
export async function callFunction(
  access: OrchestratorAccess,
  invocation: Invocation,
  options: Options,
  cancellation: Cancellation,
): Promise<Invoked> {
  const { retryFunction = isRetried } = invocation;
  const retries = invocation.retries || usualRetries;
  for (let attempt = 1; ; attempt += 1) {
    // Outside of what is tried again: CSDS has a cache of its own.
    const url = invocationUrl(await access.csds.get('faasGW'), access.hooks, invocation.uuid);
    try {
      return await attemptOnce(access, url, invocation, options, cancellation);
    } catch (thrown) {
      if (thrown instanceof CancelledFailure) throw thrown;
      const error = asFetchError(thrown);
      const status = error instanceof OrchestratorError ? error.statusCode : undefined;
      if (attempt === retries || !retryFunction(status, error)) {
        if (options.errorStrategy === ErrorStrategy.EXIT_ON_ERROR) throw error;
        return failedCall(invocation.uuid, error);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, attempt * pause));
    if (cancellation.cancelled) throw new CancelledFailure();
  }
}

async function attemptOnce(
  access: OrchestratorAccess,
  url: string,
  { uuid, payload, headers = {} }: Invocation,
  { timeout, json = false }: Options,
  cancellation: Cancellation,
): Promise<Invoked> {
  const pairs = Object.entries(headers).map(([key, value]) => ({ key, value }));
  const request = {
    method: 'POST',
    url,
    headers: {
      authorization: await access.authorization({ method: 'POST', url }),
      'x-request-id': requestId(),
      'content-type': 'application/json',
    },
    body: textContent(JSON.stringify({ timestamp: Date.now(), payload, headers: pairs })),
  };
  const response = await fetchLike(access.hooks, request, { timeout, cancellation });
  const answer = { statusCode: response.status, headers: headersOf(response) };
  const text = textOf(response);
  if (isOk(response.status)) return { uuid, body: json ? parsed(text) : text, ...answer };
  throw new OrchestratorError(
    ErrorCodes.OrchestratorFN.Invocation.StatusError,
    'Invocation failed with a non 2XX error',
    { ...answer, originalError: text },
  );
}

function invocationUrl(host: string, { generation }: RealmHooks, uuid: string): string {
  const brand = brandId(generation);
  return `https://${host}/api/account/${brand}/lambdas/${uuid}/invoke?v=1&externalSystem=${uuid}_${brand}`;
}
