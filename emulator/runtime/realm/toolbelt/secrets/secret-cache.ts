import type { RealmHooks } from '../../hooks.ts';
import { perAccount } from '../host/per-account.ts';

/** Milliseconds. Source: developers.liveperson.com/liveperson-functions-v2-features-secrets.html. */
const fiveMinutes = 5 * 60 * 1_000;

/** A secret as it is kept: its value is the text that the storage holds. */
export interface CachedSecret {
  key: string;
  value: string;
}

/**
 * What v2 keeps of secrets: handed out as `globalSecretCache`, one for the whole instance, and empty again for another
 * account. Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/secret-storage/secretCache.ts.
 */
export class SecretCache {
  readonly #entries: () => Map<string, { secret: CachedSecret; expires: number }>;
  #ttl = fiveMinutes;

  constructor(hooks: RealmHooks) {
    this.#entries = perAccount(hooks, () => new Map());
  }

  /** `ttl` in milliseconds. */
  set(key: string, secret: CachedSecret, ttl?: number): void {
    this.#entries().set(key, { secret, expires: Date.now() + (ttl || this.#ttl) });
  }

  get(key: string): CachedSecret | null {
    const entry = this.#entries().get(key);
    if (!entry) return null;
    if (Date.now() < entry.expires) return entry.secret;
    this.#entries().delete(key);
    return null;
  }

  has(key: string): boolean {
    return this.get(key) !== null;
  }

  delete(key: string): boolean {
    return this.#entries().delete(key);
  }

  clear(): void {
    this.#entries().clear();
  }

  size(): number {
    return this.#entries().size;
  }

  /** Every entry, those past their time too. */
  getAll(): CachedSecret[] {
    return [...this.#entries().values()].map(({ secret }) => secret);
  }

  /** Holds for what is kept from now on. */
  setDefaultTtl(milliseconds: number): void {
    this.#ttl = milliseconds;
  }
}
