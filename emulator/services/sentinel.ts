import type { OutboundResponse } from './exchange.ts';
import { clientsOf } from './credentials.ts';
import { json, refusal } from './responses.ts';
import { isOwn, partsOf, type Service, type ServiceRequest, type Surroundings, textOf } from './service.ts';

/** Seconds; ours, as no public page says how long the tokens of an app hold. */
const lifetime = 3_600;

/**
 * The token endpoint, for the grant `client_credentials`. Sources:
 * developers.liveperson.com/liveperson-functions-external-invocations-client-credentials.html, the fields of its answer
 * github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/oauth2-client/oauth2Client.ts (`expires_in` is
 * text); refusals as in RFC 6749, section 5.2 (inferred).
 */
export function sentinel(surroundings: Surroundings): Service {
  return (request) => {
    const account = accountOf(request);
    if (request.method !== 'POST' || account === undefined) return undefined;
    if (!isOwn(account)) return refusal(401, `account ${account} is not this account`);
    return tokenFor(fieldsOf(request), surroundings);
  };
}

function accountOf({ url: { pathname } }: ServiceRequest): string | undefined {
  const v2 = partsOf('/sentinel/api/v2/account/:account/app/token', pathname);
  return (v2 ?? partsOf('/sentinel/api/account/:account/app/token', pathname))?.['account'];
}

/** Fields of the form; those that an older form of the request has in its query count too. */
function fieldsOf(request: ServiceRequest): URLSearchParams {
  return new URLSearchParams([...request.url.searchParams, ...new URLSearchParams(textOf(request))]);
}

function tokenFor(fields: URLSearchParams, surroundings: Surroundings): OutboundResponse {
  const [id, secret, grant] = [
    fields.get('client_id'),
    fields.get('client_secret'),
    fields.get('grant_type'),
  ];
  if (id === null || secret === null || grant === null) {
    return denied(400, 'invalid_request', 'client_id, client_secret and grant_type are needed');
  }
  if (grant !== 'client_credentials') return denied(400, 'unsupported_grant_type', `no grant "${grant}"`);
  const client = clientsOf(surroundings).find((known) => known.id === id && known.secret === secret);
  if (!client) return denied(401, 'invalid_client', 'no client has this id and secret');
  const seconds = client.expiresIn ?? lifetime;
  return json(200, {
    access_token: surroundings.tokens.issue(id, seconds),
    token_type: 'Bearer',
    expires_in: String(seconds),
  });
}

function denied(status: number, error: string, description: string): OutboundResponse {
  return json(status, { error, error_description: description });
}
