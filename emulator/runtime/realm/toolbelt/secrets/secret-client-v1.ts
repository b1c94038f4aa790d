import { limits } from '../../../../platform/limits.ts';
import type { RealmHooks } from '../../hooks.ts';
import { SecretError } from '../errors.ts';
import { type Secret, SecretRefusal, askStorage, assertStorable, codeOf } from './storage.ts';

/** Nothing is kept: every read asks the storage. */
export class SecretClientV1 {
  readonly #hooks: RealmHooks;
  readonly #used: Secret[] = [];

  constructor(hooks: RealmHooks) {
    this.#hooks = hooks;
  }

  readSecret(key: string): Promise<Secret> {
    return this.#use(key, () => askStorage(this.#hooks, { operation: 'read', key }));
  }

  updateSecret({ key, value }: Secret): Promise<Secret> {
    return this.#use(key, () => {
      assertStorable({ key, value }, limits.secretValue.v1);
      return askStorage(this.#hooks, { operation: 'update', key, value });
    });
  }

  /** Source: developers.liveperson.com/liveperson-functions-toolbelt-documentation-secret-client.html. */
  getUsedSecrets(): Secret[] {
    return [...this.#used];
  }

  async #use(key: string, ask: () => Promise<unknown>): Promise<Secret> {
    try {
      const secret = { key, value: await ask() };
      this.#used.push(secret);
      return secret;
    } catch (error) {
      throw error instanceof SecretRefusal ? new SecretError(codeOf(error), error.message) : error;
    }
  }
}
