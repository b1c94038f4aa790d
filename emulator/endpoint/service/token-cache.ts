import { createHash } from 'node:crypto';

/** Remembers which tokens were good, by their hash: no token lies in memory, and none is checked for every event. */
export interface TokenCache {
  has(token: string): boolean;
  /** `until` in milliseconds since 1970. */
  add(token: string, until: number): void;
}

/** A cache of at most `most` tokens; the one that was added first makes room. */
export function tokenCache(most: number, now: () => number): TokenCache {
  const good = new Map<string, number>();
  return {
    has(token) {
      const hash = hashOf(token);
      const until = good.get(hash);
      if (until === undefined) return false;
      if (until > now()) return true;
      good.delete(hash);
      return false;
    },
    add(token, until) {
      const [oldest] = good.keys();
      if (good.size >= most && oldest !== undefined) good.delete(oldest);
      good.set(hashOf(token), until);
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
