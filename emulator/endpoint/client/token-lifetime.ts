import * as z from 'zod/mini';

/** Milliseconds before its end at which a token is no longer used; ours. */
const margin = 30_000;

/** Seconds that a token of Sentinel holds, as the documentation's own example does. */
const documented = 3_600;

const claims = z.object({ iat: z.number(), exp: z.number() });

/**
 * Milliseconds for which a token can be used from now on. Counted from when it came, by how long it holds rather than by
 * when it ends: the clock of this machine may be wrong.
 */
export function tokenLifetime(token: string, expiresIn?: unknown): number {
  const seconds = lifetimeIn(token) ?? secondsOf(expiresIn) ?? documented;
  return Math.max(0, seconds * 1_000 - margin);
}

function secondsOf(expiresIn: unknown): number | undefined {
  const seconds = typeof expiresIn === 'string' ? Number(expiresIn || Number.NaN) : expiresIn;
  return typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds) ? seconds : undefined;
}

function lifetimeIn(token: string): number | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const { success, data } = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    return success ? data.exp - data.iat : undefined;
  } catch {
    return undefined;
  }
}
