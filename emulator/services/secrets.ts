import type { Generation } from '../platform/generations.ts';
import type { Limits } from '../platform/limits.ts';
import { systemSecretPrefix, systemSecrets } from '../platform/system-secrets.ts';
import { isSecretKey, type Secret, secretLength } from '../project/secret.ts';
import type { SecretFailure } from '../platform/secret-failures.ts';
import type { SecretAsk, SecretReply } from './account.ts';
import type { ServiceChange } from './change.ts';

/** The account's secret storage: the platform's own secrets, and those of `functions/settings.json` over them. */
export class SecretStorage {
  readonly #values: Map<string, unknown>;
  readonly #limits: Pick<Limits, 'secretKey' | 'secretValue'>;

  constructor(
    secrets: readonly Secret[],
    generation: Generation,
    limits: Pick<Limits, 'secretKey' | 'secretValue'>,
  ) {
    this.#limits = limits;
    this.#values = new Map(Object.entries(systemSecrets[generation]));
    for (const { key, value } of secrets) this.#values.set(key, value);
  }

  answer(ask: SecretAsk, note: (change: Omit<ServiceChange, 'at'>) => void): SecretReply {
    const { operation, key, value } = ask;
    const failure = this.#failure(ask);
    if (failure) {
      const absent = failure === 'not-found' && !key.startsWith(systemSecretPrefix);
      return absent ? { failure, absent } : { failure };
    }
    if (operation === 'update') {
      this.#values.set(key, value);
      note({ service: 'secrets', operation: 'update', target: key });
    }
    return { value: this.#values.get(key) };
  }

  /** Every value there is. */
  values(): Iterable<unknown> {
    return this.#values.values();
  }

  #failure({ operation, key, value, system = false }: SecretAsk): SecretFailure | undefined {
    if (!system && key.startsWith(systemSecretPrefix)) return 'forbidden';
    if (!this.#values.has(key)) return 'not-found';
    const stored = operation === 'update' ? value : this.#values.get(key);
    const { secretKey, secretValue } = this.#limits;
    const fits = isSecretKey(key, secretKey) && secretLength(stored) <= secretValue;
    return fits ? undefined : 'invalid-format';
  }
}
