import { createPublicKey } from 'node:crypto';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { keyMayBeNew, KeysUnavailable } from './keys-unavailable.ts';
import { type Log, factsOf } from './log.ts';

/** The public keys that tokens are signed for. */
export interface TokenKeys {
  /** The key of a token; throws `KeysUnavailable` when keys cannot be fetched, an error of jose's when none fits. */
  find: JWTVerifyGetKey;
  /** Resolves when there are keys; throws `KeysUnavailable`. */
  reach(): Promise<void>;
}

/** One key that never changes, as the first version of Sentinel's tokens has it; `pem` is a public key (SPKI). */
export function fixedKey(pem: string): TokenKeys {
  const key = createPublicKey(pem);
  return { find: async () => key, reach: async () => {} };
}

/** What jose says when the keys are there and none of them fits. */
const noSuchKey = 'ERR_JWKS_NO_MATCHING_KEY';
const noneFits = [noSuchKey, 'ERR_JWKS_MULTIPLE_MATCHING_KEYS', 'ERR_JOSE_NOT_SUPPORTED'];

/**
 * Milliseconds. After `cooldown` an unknown key id is worth another look, which is soon enough for the connector's second
 * attempt after 5 s; after `maxAge` keys are fetched anew.
 */
export interface KeyTimes {
  cooldown: number;
  maxAge: number;
  timeout: number;
  /** After a fetch that failed, so long the next ones fail at once. */
  pause: number;
}

const usual: KeyTimes = { cooldown: 3_000, maxAge: 600_000, timeout: 5_000, pause: 1_000 };

/**
 * The keys that Sentinel publishes at `url`, fetched with the first token and kept. Sentinel may go away for hours: the
 * keys that are known stay good until it shows others.
 */
export function publishedKeys(url: URL, log: Log, times: Partial<KeyTimes> = {}): TokenKeys {
  const { cooldown, maxAge, timeout, pause } = { ...usual, ...times };
  const keys = createRemoteJWKSet(url, {
    cooldownDuration: cooldown,
    timeoutDuration: timeout,
    cacheMaxAge: Infinity,
  });
  let asked = 0;
  let failed = -Infinity;
  const fail = (error: unknown): KeysUnavailable => {
    failed = Date.now();
    log('error', 'keys of Sentinel cannot be fetched', { url: url.href, ...factsOf(error, 'debug') });
    return new KeysUnavailable(error);
  };
  const refresh = (): void => {
    if (Date.now() - asked < maxAge) return;
    asked = Date.now();
    keys.reload().catch(fail);
  };
  // While Sentinel is away strangers' tokens would have it asked without end.
  const assertWorthATry = (kid?: string): void => {
    const isKnown = keys.jwks()?.keys.some((key) => key.kid === kid) ?? false;
    if (Date.now() - failed < pause && !isKnown) throw new KeysUnavailable(undefined);
  };
  return {
    async find(header, token) {
      assertWorthATry(header?.kid);
      if (keys.jwks()) refresh();
      else asked = Date.now();
      const hasJustLooked = keys.coolingDown;
      try {
        return await keys(header, token);
      } catch (error) {
        const { code = '' } = error as { code?: string };
        if (hasJustLooked && code === noSuchKey) throw keyMayBeNew(cooldown);
        throw noneFits.includes(code) ? error : fail(error);
      }
    },
    async reach() {
      if (keys.jwks()) return;
      assertWorthATry();
      asked = Date.now();
      await keys.reload().catch((error: unknown) => Promise.reject(fail(error)));
    },
  };
}
