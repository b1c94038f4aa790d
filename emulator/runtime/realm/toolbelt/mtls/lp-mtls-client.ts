import type { OutboundResponse } from '../../../../services/exchange.ts';
import { type Access, Tokens, defaultAppKey } from '../access/tokens.ts';
import { MTLSError } from '../errors.ts';
import { brandId } from '../host/brand.ts';
import { textOf } from '../host/fetch-like.ts';
import { requestId } from '../host/request-id.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import { type MtlsResponse, asMtlsError, exchange, mtlsResponse } from './exchange.ts';

const codes = ErrorCodes.Mtls;
const fault = (code: string, message: string, body?: string) => new MTLSError('LP-MTLS', code, message, body);

/** `timeout` in milliseconds. */
interface Options {
  timeout?: number;
  json?: boolean;
}

type Headers = Record<string, string>;

/**
 * LivePerson's own mTLS service: it holds the certificates and forwards.
 * Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/mtls-client/lpMtlsClient.ts.
 */
export class LpMtlsClient {
  readonly #access: Access;
  readonly #tokens: Tokens;

  constructor(access: Access) {
    this.#access = access;
    this.#tokens = new Tokens(access, {
      error: fault,
      format: codes.Creds.Format,
      failure: codes.Creds.Failure,
    });
  }

  get(url: string, headers?: Headers, body?: unknown, options?: Options): Promise<MtlsResponse> {
    return this.#call('GET', url, { headers, body, options });
  }

  post(url: string, headers?: Headers, body?: unknown, options?: Options): Promise<MtlsResponse> {
    return this.#call('POST', url, { headers, body, options });
  }

  async #call(
    method: string,
    forwardUrl: string,
    given: { headers?: Headers | undefined; body?: unknown; options?: Options | undefined },
  ): Promise<MtlsResponse> {
    const { hooks, csds } = this.#access;
    const { json = false, timeout } = given.options ?? {};
    try {
      const authorization = await this.#tokens.header(defaultAppKey);
      const headers = { ...forwarded(forwardUrl, json, given.headers), authorization };
      const url = `https://${await csds.get('mtlsGateway')}/mtls/account/${brandId(hooks.generation)}`;
      const response = await exchange(hooks, { method, url, headers, body: given.body, json, timeout });
      assertForwarded(response);
      return mtlsResponse(response, json);
    } catch (error) {
      throw asMtlsError('LP-MTLS', error);
    }
  }
}

/** The service's own headers, and the caller's with their authorization moved out of the way. */
function forwarded(url: string, json: boolean, given: Headers = {}): Headers {
  const theirs = Object.entries(given).find(([name]) => name.toLowerCase() === 'authorization');
  const others = Object.fromEntries(
    Object.entries(given).filter((entry) => entry !== theirs && entry[0] !== theirs?.[0]),
  );
  return {
    'lp-stop-if-certificate-not-found': 'true',
    'lp-service-name': 'FAAS',
    'lp-forward-url': url,
    'x-request-id': requestId(),
    ...(json && { 'content-type': 'application/json' }),
    ...(theirs && { 'lp-authorization-override': theirs[1] }),
    ...others,
  };
}

/** Throws where the answer is the service's own and not that of the forwarded request. */
function assertForwarded(response: OutboundResponse): void {
  const { 'lp-message-from-transport': transport, 'www-authenticate': refusal } = response.headers;
  if (transport !== undefined) throw fault(codes.Remote, transport, textOf(response));
  if (refusal !== undefined) {
    throw fault(codes.BadRequest, `Authentication to LP MTLS failed due to ${refusal}`);
  }
  if (response.status === 400) {
    throw fault(codes.Missing, 'no mTLS configuration is set up for the given forward URL');
  }
}
