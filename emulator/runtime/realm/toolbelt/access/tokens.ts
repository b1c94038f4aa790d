import type { RealmHooks } from '../../hooks.ts';
import { ToolBeltError, messageOf } from '../errors.ts';
import { perAccount } from '../host/per-account.ts';
import type { SecretClientV2 } from '../secrets/secret-client-v2.ts';
import { type ClientCredentials, isClientCredentials, wrongFormat } from './credentials.ts';
import type { CsdsClient } from './csds-client.ts';
import { type AccessToken, fetchToken } from './oauth2.ts';

/** The secret that the platform provides. Source: developers.liveperson.com/liveperson-functions-v2-provisioning.html. */
export const defaultAppKey = 'LIVEPERSON_DEFAULT_APP_KEY';

/** What a client of v2 needs to authorise its requests. */
export interface Access {
  hooks: RealmHooks;
  csds: CsdsClient;
  /** Reads system secrets too. */
  secrets: SecretClientV2;
}

/** How a client says that its credentials are no good. */
export interface CredentialFaults {
  error(code: string, message: string): Error;
  format: string;
  failure: string;
}

/** The token of one client, kept until a minute before it expires. */
export class Tokens {
  readonly #access: Access;
  readonly #faults: CredentialFaults;
  readonly #kept: () => { token: AccessToken | undefined };

  constructor(access: Access, faults: CredentialFaults) {
    this.#access = access;
    this.#faults = faults;
    this.#kept = perAccount(access.hooks, () => ({ token: undefined }));
  }

  /** The `authorization` header; `fresh` reads the secret and fetches a token whatever is kept. */
  async header(secretName: string, fresh = false): Promise<string> {
    const { hooks, csds } = this.#access;
    const credentials = await this.#credentials(secretName, !fresh);
    const kept = this.#kept();
    if (fresh || !kept.token || Date.now() >= kept.token.expires) {
      kept.token = await fetchToken(hooks, csds, credentials);
    }
    return kept.token.header;
  }

  async #credentials(secretName: string, useCache: boolean): Promise<ClientCredentials> {
    try {
      const { value } = await this.#access.secrets.readSecret(secretName, { useCache });
      if (isClientCredentials(value)) return value;
      throw this.#faults.error(this.#faults.format, wrongFormat(secretName, 'v2'));
    } catch (error) {
      if (error instanceof ToolBeltError) throw error;
      const reason = `Could not fetch App Key credentials from secret storage: ${messageOf(error)}`;
      throw this.#faults.error(this.#faults.failure, reason);
    }
  }
}
