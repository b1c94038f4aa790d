import type { RealmHooks } from '../../hooks.ts';
import { send } from '../host/send.ts';
import { fullResponse } from './decode.ts';
import { encode } from './encode.ts';
import { requestError, statusError, transformError } from './errors.ts';
import { type FullResponse, type HttpOptions, optionsOf } from './options.ts';
import { redirectOf } from './redirect.ts';
import { type Load, unpacked } from './unpack.ts';

/** `(url, options?)` or `(options)`: a promise of the body, or of the full response. */
export type HttpClient = (first: string | HttpOptions, second?: HttpOptions) => Promise<unknown>;

/**
 * The HTTP client of v1: request-promise's function, without the shortcuts (`.get`, `.defaults` …) that the toolbelt's
 * own does not have. Source: github.com/LivePersonInc/faas-cli (branch legacy)
 * src/shared/lp-faas-toolbelt/http-client/httpClient.ts.
 */
export function createHttpClient(hooks: RealmHooks, load: Load): HttpClient {
  return async (first, second) => {
    const options = optionsOf(first, second);
    const response = await answerTo(hooks, load, options).catch((error: unknown) => {
      throw requestError(error, options);
    });
    return deliver(response, options);
  };
}

async function answerTo(hooks: RealmHooks, load: Load, options: HttpOptions): Promise<FullResponse> {
  let request = encode(options);
  for (let followed = 0; ; followed += 1) {
    const response = await send(hooks, request, { timeout: options.timeout, until: 'headers' });
    const next = redirectOf(request, response, options, followed);
    if (!next) return fullResponse(options.gzip ? unpacked(response, load) : response, options);
    request = next;
  }
}

async function deliver(response: FullResponse, options: HttpOptions): Promise<unknown> {
  const { simple = true, resolveWithFullResponse = false, transform, transform2xxOnly = false } = options;
  const good = response.statusCode >= 200 && response.statusCode < 300;
  const transformed =
    transform && (good || !transform2xxOnly)
      ? await run(() => transform(response.body, response, resolveWithFullResponse), response, options)
      : undefined;
  if (simple && !good) throw statusError(response, options, transformed?.value);
  if (transformed) return transformed.value;
  return resolveWithFullResponse ? response : response.body;
}

async function run(
  transform: () => unknown,
  response: FullResponse,
  options: HttpOptions,
): Promise<{ value: unknown }> {
  try {
    return { value: await transform() };
  } catch (error) {
    throw transformError(error, response, options);
  }
}
