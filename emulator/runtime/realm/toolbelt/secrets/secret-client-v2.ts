import { limits } from '../../../../platform/limits.ts';
import { systemSecretPrefix } from '../../../../platform/system-secrets.ts';
import type { RealmHooks } from '../../hooks.ts';
import { ToolBeltError } from '../errors.ts';
import { parsed } from '../host/parsed.ts';
import type { SecretCache } from './secret-cache.ts';
import { type Secret, SecretRefusal, askStorage, assertStorable, codeOf, isKey } from './storage.ts';

/** As the toolbelt documents it; `timeout` in milliseconds. */
export interface SecretOptions {
  useCache?: boolean;
  timeout?: number;
}

const usual = { useCache: true, timeout: 5_000 };

/**
 * Secrets, kept for a while as text and parsed at each read, so that nobody changes what another one reads.
 * Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/secret-storage/secretClient.ts.
 */
export class SecretClientV2 {
  readonly #hooks: RealmHooks;
  readonly #cache: SecretCache;
  readonly #system: boolean;

  /** `system`: whether the toolbelt reads for a client of its own, which may have the system's secrets. */
  constructor(hooks: RealmHooks, cache: SecretCache, system = false) {
    this.#hooks = hooks;
    this.#cache = cache;
    this.#system = system;
  }

  async readSecret(key: string, options?: SecretOptions): Promise<Secret> {
    const { useCache, timeout } = { ...usual, ...options };
    const cached = useCache && this.#mayKnow(key) ? this.#cache.get(key) : null;
    if (cached) return { key, value: parsed(cached.value) };
    const read = { operation: 'read', key, ...(this.#system && { system: true }) } as const;
    const value = await refusalsAsErrors(() => askStorage(this.#hooks, read, timeout));
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    this.#cache.set(key, { key, value: text });
    return { key, value: parsed(text) };
  }

  async updateSecret({ key, value }: Secret, options?: SecretOptions): Promise<Secret> {
    const { timeout } = { ...usual, ...options };
    await refusalsAsErrors(() => {
      assertStorable({ key, value }, limits.secretValue.v2);
      return askStorage(this.#hooks, { operation: 'update', key, value: storedAs(value) }, timeout);
    });
    this.#cache.set(key, { key, value: JSON.stringify(value) });
    return { key, value };
  }

  /** The toolbelt's own reads share the cache, but do not open a system secret to functions. */
  #mayKnow(key: string): boolean {
    return isKey(key) && (this.#system || !key.startsWith(systemSecretPrefix));
  }
}

async function refusalsAsErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SecretRefusal)) throw error;
    throw new ToolBeltError('SecretClient', codeOf(error), error.message);
  }
}

/** Text that would be read as something else is stored as JSON, as the platform stores every new value. */
function storedAs(value: unknown): unknown {
  return typeof value === 'string' && parsed(value) !== value ? JSON.stringify(value) : value;
}
