import type { Secret } from '../project/settings.ts';
import type { SecretAsk, SecretReply } from './account.ts';
import type { ServiceChange } from './change.ts';

/** System secrets, which a function may not touch. Source: developers.liveperson.com/liveperson-functions-v2-features-secrets.html. */
const forbiddenPrefix = 'LIVEPERSON_DEFAULT_';

/** The account's secret storage, filled from `functions/settings.json`. */
export class SecretStorage {
  readonly #values: Map<string, unknown>;
  readonly #note: (change: Omit<ServiceChange, 'at'>) => void;

  constructor(secrets: readonly Secret[], note: (change: Omit<ServiceChange, 'at'>) => void) {
    this.#values = new Map(secrets.map(({ key, value }) => [key, value]));
    this.#note = note;
  }

  answer({ operation, key, value }: SecretAsk): SecretReply {
    if (key.startsWith(forbiddenPrefix)) return { failure: 'forbidden' };
    if (!this.#values.has(key)) return { failure: 'not-found' };
    if (operation === 'update') {
      this.#values.set(key, value);
      this.#note({ service: 'secrets', operation: 'update', target: key });
    }
    return { value: this.#values.get(key) };
  }
}
