import type { RealmHooks } from '../../hooks.ts';
import { InternalError, messageOf } from '../errors.ts';
import { assertSendable } from '../http/assert-sendable.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { HttpOptions } from '../http/options.ts';
import { ErrorCodes } from '../names/error-codes.ts';
import type { SecretClientV1 } from '../secrets/secret-client-v1.ts';
import { type AppKey, isAppKey, wrongFormat } from './credentials.ts';
import type { CsdsClient } from './csds-client.ts';
import { authorizationHeader } from './oauth1.ts';

/** The secret that the platform provides. Source: developers.liveperson.com/liveperson-functions-provisioning.html. */
const defaultAppKey = 'lp-faas-default-app-key';

/** What v1's LpClient is made of. */
export interface AccessV1 {
  hooks: RealmHooks;
  csds: CsdsClient;
  secrets: SecretClientV1;
  http: HttpClient;
  /** Loads a module of Node. */
  load(name: string): unknown;
}

/** As for HTTPClient, and the secret that holds the API key. */
export type LpOptionsV1 = HttpOptions & { appKeySecretName?: string };

/** LpClient of v1: HTTPClient with the service's host and a signature of OAuth 1.0. */
export type LpClientV1 = (service: string, path: string, options: LpOptionsV1) => Promise<unknown>;

/**
 * Source: github.com/LivePersonInc/faas-cli (branch legacy) src/shared/lp-faas-toolbelt/lp-client/LpClient.ts. That a
 * key of another shape is refused before anything is sent is ours: there the request goes out with a bad signature.
 */
export function createLpClientV1(access: AccessV1): LpClientV1 {
  return async (service, path, { appKeySecretName = defaultAppKey, method = 'GET', ...options }) => {
    assertSendable(method, {});
    const baseUrl = `https://${await access.csds.get(service)}`;
    const key = await appKey(access.secrets, appKeySecretName);
    const authorization = sign(access, { method, url: `${baseUrl}${path}` }, key);
    const headers = { ...options.headers, Authorization: authorization };
    return access.http(path, { ...options, baseUrl, method, headers });
  };
}

/** The signature of a request. */
export function sign(
  { load }: Pick<AccessV1, 'load'>,
  request: { method: string; url: string },
  key: AppKey,
): string {
  return authorizationHeader(request, key, load('crypto') as Parameters<typeof authorizationHeader>[2]);
}

/** The API key that a secret holds. */
export async function appKey(
  secrets: SecretClientV1,
  secretName: string,
  codes: { Format: string; Failure: string } = ErrorCodes.LpClient.Creds,
): Promise<AppKey> {
  const { value } = await secrets.readSecret(secretName).catch((error: unknown) => {
    const reason = `Could not fetch App Key credentials from secret storage: ${messageOf(error)}`;
    throw new InternalError(codes.Failure, reason);
  });
  if (isAppKey(value)) return value;
  throw new InternalError(codes.Format, wrongFormat(secretName, 'v1'));
}
