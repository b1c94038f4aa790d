import type { ClientPreset } from '../../payload/account/account-presets.ts';
import type { OutboundResponse } from '../exchange.ts';
import { foreign, json } from '../responses.ts';
import { partsOf, type ServiceRequest, textOf } from '../service.ts';
import type { TokenFault } from './token-faults.ts';
import type { Tokens } from './tokens.ts';

/** Seconds, from the documentation's sample token; `clients[].expiresIn` gives another time. */
export const tokenLifetime = 3_600;

/** The paths of Sentinel. Source: developers.liveperson.com, OAuth 2.0 client credentials and Connector API. */
export const sentinelPaths = {
  v1: '/sentinel/api/account/:account/app/token',
  v2: '/sentinel/api/v2/account/:account/app/token',
  keys: '/sentinel/well-known/jwks',
} as const;

/** What a Sentinel goes by. */
export interface SentinelOptions {
  tokens: Tokens;
  /** Who may fetch tokens, looked up anew for each request. */
  clients: () => readonly ClientPreset[];
  /** What is wrong with the next token, where something is to be. */
  fault?: () => TokenFault | undefined;
}

/** What of a request Sentinel looks at. */
export type SentinelRequest = Pick<ServiceRequest, 'method' | 'url' | 'raw'>;

/** Its answer, or `undefined` for what of it is not imitated. */
export type Sentinel = (request: SentinelRequest) => Promise<OutboundResponse | undefined>;

/**
 * Sentinel: the token endpoints of both versions, for the grant `client_credentials`, and the public keys. Both versions
 * sign with the same key, ours. Sources:
 * developers.liveperson.com/liveperson-functions-external-invocations-client-credentials.html, the fields of its answer
 * github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/oauth2-client/oauth2Client.ts (`expires_in` is
 * text); refusals as in RFC 6749, section 5.2 (inferred).
 */
export function sentinel(options: SentinelOptions): Sentinel {
  return async (request) => {
    const { method, url } = request;
    if (method === 'GET' && partsOf(sentinelPaths.keys, url.pathname)) {
      return json(200, await options.tokens.keySet());
    }
    const account = accountOf(request);
    if (method !== 'POST' || account === undefined) return undefined;
    if (account !== options.tokens.account) return foreign(401, account, options.tokens.account);
    return tokenFor(fieldsOf(request), options);
  };
}

function accountOf({ url: { pathname } }: SentinelRequest): string | undefined {
  return (partsOf(sentinelPaths.v2, pathname) ?? partsOf(sentinelPaths.v1, pathname))?.['account'];
}

/** Fields of the form; those that an older form of the request has in its query count too. */
function fieldsOf(request: SentinelRequest): URLSearchParams {
  return new URLSearchParams([...request.url.searchParams, ...new URLSearchParams(textOf(request))]);
}

async function tokenFor(
  fields: URLSearchParams,
  { tokens, clients, fault }: SentinelOptions,
): Promise<OutboundResponse> {
  const [id, secret, grant] = [
    fields.get('client_id'),
    fields.get('client_secret'),
    fields.get('grant_type'),
  ];
  if (id === null || secret === null || grant === null) {
    return denied(400, 'invalid_request', 'client_id, client_secret and grant_type are needed');
  }
  if (grant !== 'client_credentials') return denied(400, 'unsupported_grant_type', `no grant "${grant}"`);
  const client = clients().find((known) => known.id === id && known.secret === secret);
  if (!client) return denied(401, 'invalid_client', 'no client has this id and secret');
  const seconds = client.expiresIn ?? tokenLifetime;
  return json(200, {
    access_token: await tokens.issue({ client: id, scope: client.scope, seconds }, fault?.()),
    token_type: 'Bearer',
    expires_in: String(seconds),
  });
}

function denied(status: number, error: string, description: string): OutboundResponse {
  return json(status, { error, error_description: description });
}
