import { appKeysOf } from './credentials.ts';
import type { OutboundResponse } from './exchange.ts';
import { refusal } from './responses.ts';
import type { ServiceRequest, Surroundings } from './service.ts';

/** What an OAuth 1.0 header must carry. Source: RFC 5849, section 3.1; LivePerson takes HMAC-SHA1. */
const oauth1 = {
  oauth_consumer_key: /./,
  oauth_token: /./,
  oauth_signature_method: /^HMAC-SHA1$/,
  oauth_timestamp: /^\d+$/,
  oauth_nonce: /./,
  oauth_signature: /./,
};

/**
 * Why a request may not use the account's services; `undefined` when it may. A bearer token must be one that the account
 * gave out; of an OAuth 1.0 header the parts and the key are looked at, the signature is taken as it is.
 */
export async function unauthorized(
  { headers: { authorization } }: ServiceRequest,
  surroundings: Surroundings,
): Promise<OutboundResponse | undefined> {
  const fault = await faultIn(authorization, surroundings);
  return fault === undefined ? undefined : refusal(401, fault, { 'www-authenticate': 'Bearer' });
}

async function faultIn(
  authorization: string | undefined,
  surroundings: Surroundings,
): Promise<string | undefined> {
  if (!authorization) return 'the header "authorization" is missing';
  const [scheme = '', rest = ''] = authorization.split(/ (.*)/s);
  if (/^bearer$/i.test(scheme)) {
    return (await surroundings.tokens.holds(rest.trim()))
      ? undefined
      : 'the access token is unknown or expired';
  }
  if (/^oauth$/i.test(scheme)) return faultInKey(fieldsOf(rest), surroundings);
  return `there is no authorization scheme "${scheme}"`;
}

function faultInKey(fields: Map<string, string>, surroundings: Surroundings): string | undefined {
  const bad = Object.entries(oauth1).find(([name, shape]) => !shape.test(fields.get(name) ?? ''));
  if (bad) return `the OAuth header has no good ${bad[0]}`;
  const known = appKeysOf(surroundings).some(
    ({ consumerKey, token }) =>
      consumerKey === fields.get('oauth_consumer_key') && token === fields.get('oauth_token'),
  );
  return known ? undefined : 'the account has no such app key';
}

function fieldsOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/(?<name>\w+)="(?<value>[^"]*)"/g)];
  return new Map(pairs.map(({ groups: { name = '', value = '' } = {} }) => [name, decoded(value)]));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
