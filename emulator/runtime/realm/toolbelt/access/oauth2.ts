import { textContent } from '../../../../services/exchange.ts';
import type { RealmHooks } from '../../hooks.ts';
import { ToolBeltError, messageOf } from '../errors.ts';
import { brandId } from '../host/brand.ts';
import { fetchLike, textOf } from '../host/fetch-like.ts';
import { requestId } from '../host/request-id.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import type { ClientCredentials } from './credentials.ts';
import type { CsdsClient } from './csds-client.ts';

/** A token, and when to fetch another one, in epoch milliseconds. */
export interface AccessToken {
  header: string;
  expires: number;
}

/** A token is not used in its last minute. */
const margin = 60_000;

/**
 * Fetches a token with the credentials of an app.
 * Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/oauth2-client/oauth2Client.ts.
 */
export async function fetchToken(
  hooks: RealmHooks,
  csds: CsdsClient,
  { client_id, client_secret }: ClientCredentials,
): Promise<AccessToken> {
  try {
    const host = await csds.get('sentinel');
    const form = new URLSearchParams({ client_id, client_secret, grant_type: 'client_credentials' });
    const response = await fetchLike(hooks, {
      method: 'POST',
      url: `https://${host}/sentinel/api/v2/account/${brandId(hooks.generation)}/app/token?v=2.0`,
      headers: { 'x-request-id': requestId(), 'content-type': 'application/x-www-form-urlencoded' },
      body: textContent(form.toString()),
    });
    return tokenIn(JSON.parse(textOf(response)), response.status);
  } catch (error) {
    if (error instanceof ToolBeltError) throw error;
    const reason = `Obtaining OAuth2 Access Token from sentinel failed due to: ${messageOf(error)}`;
    throw new ToolBeltError('Oauth2Client', ErrorCodes.OAuth2.General, reason);
  }
}

function tokenIn(body: unknown, status: number): AccessToken {
  const { access_token, token_type, expires_in } = (body ?? {}) as Record<string, unknown>;
  const known = [access_token, token_type].every((part) => typeof part === 'string');
  // Sentinel gives the seconds as text, others as a number; both are taken.
  const seconds = Number.parseInt(String(expires_in), 10);
  if (!known || Number.isNaN(seconds)) {
    const reason = `AuthServer unexpected response: ${JSON.stringify(body)}. Status Code: ${status}`;
    throw new ToolBeltError('Oauth2Client', ErrorCodes.OAuth2.UnexpectedResponse, reason);
  }
  return {
    header: `${String(token_type)} ${String(access_token)}`,
    expires: Date.now() + seconds * 1_000 - margin,
  };
}
