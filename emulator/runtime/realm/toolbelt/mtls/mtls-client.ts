import type { RealmHooks } from '../../hooks.ts';
import { requestId } from '../host/request-id.ts';
import { type MtlsResponse, asMtlsError, exchange, mtlsResponse } from './exchange.ts';
import { type ClientTls, assertPem } from './pem.ts';

/** `timeout` in milliseconds. `allowSelfSigned` is false where it is missing, as the page has it; the source has true. */
interface Options {
  timeout?: number;
  json?: boolean;
  allowSelfSigned?: boolean;
}

type Headers = Record<string, string>;

/**
 * Calls with a client certificate. `timeout` holds, as in the sources from before they were made to run locally:
 * github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/mtls-client/mtlsClient.ts at its commit 6b22aab.
 */
export class MtlsClient {
  readonly #hooks: RealmHooks;

  constructor(hooks: RealmHooks, client: ClientTls) {
    assertPem(client);
    this.#hooks = hooks;
  }

  get(url: string, headers?: Headers, body?: unknown, options?: Options): Promise<MtlsResponse> {
    return this.#call('GET', url, { headers, body, options });
  }

  post(url: string, headers?: Headers, body?: unknown, options?: Options): Promise<MtlsResponse> {
    return this.#call('POST', url, { headers, body, options });
  }

  put(url: string, headers?: Headers, body?: unknown, options?: Options): Promise<MtlsResponse> {
    return this.#call('PUT', url, { headers, body, options });
  }

  delete(url: string, headers?: Headers, body?: unknown, options?: Options): Promise<MtlsResponse> {
    return this.#call('DELETE', url, { headers, body, options });
  }

  patch(url: string, headers?: Headers, body?: unknown, options?: Options): Promise<MtlsResponse> {
    return this.#call('PATCH', url, { headers, body, options });
  }

  /** Whatever body comes is left out. */
  async head(url: string, headers?: Headers, options?: Options): Promise<MtlsResponse> {
    return { ...(await this.#call('HEAD', url, { headers, options })), body: undefined };
  }

  /** Whatever body comes is left out. */
  async options(url: string, headers?: Headers, options?: Options): Promise<MtlsResponse> {
    return { ...(await this.#call('OPTIONS', url, { headers, options })), body: undefined };
  }

  async #call(
    method: string,
    url: string,
    given: { headers?: Headers | undefined; body?: unknown; options?: Options | undefined },
  ): Promise<MtlsResponse> {
    const { json = false, timeout, allowSelfSigned: trusting } = given.options ?? {};
    const own = json ? { 'content-type': 'application/json', 'x-request-id': requestId() } : {};
    const headers = { ...given.headers, ...own };
    try {
      const response = await exchange(this.#hooks, {
        method,
        url,
        headers,
        body: given.body,
        json,
        timeout,
        trusting,
      });
      return mtlsResponse(response, json);
    } catch (error) {
      throw asMtlsError('MTLS', error);
    }
  }
}
