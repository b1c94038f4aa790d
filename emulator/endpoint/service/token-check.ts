import { type JWTPayload, jwtVerify } from 'jose';
import { KeysUnavailable } from './keys-unavailable.ts';
import { Refusal, unavailable } from './refusal.ts';
import { tokenCache } from './token-cache.ts';
import type { TokenKeys } from './token-keys.ts';

/** Resolves for a good `Authorization` header; throws a refusal (401, or 503 while there are no keys) for any other. */
export type TokenCheck = (authorization: string | undefined) => Promise<void>;

/** What a good token says. */
export interface TokenDemands {
  keys: TokenKeys;
  /** The brand's account: a token of another account is a good token, but not for this service. */
  account: string;
  /** Any one of them has to be among the token's own. */
  scopes: readonly string[];
  /** Milliseconds that the clocks of both sides may differ by. */
  tolerance: number;
  now?: () => number;
}

/** Bounds of what is remembered: tokens, and milliseconds, so that a key taken out of use does not live on for an hour. */
const remembered = { tokens: 1_000, longest: 5 * 60_000 };

/** Checks signature (RS256 alone), issuer, times, account and scope; a good token is not checked again for a while. */
export function createTokenCheck(demands: TokenDemands): TokenCheck {
  const { now = Date.now } = demands;
  const cache = tokenCache(remembered.tokens, now);
  return async (authorization) => {
    const token = bearer(authorization);
    if (cache.has(token)) return;
    const claims = await verified(token, demands);
    assertScope(claims, demands.scopes);
    const expiry = (claims.exp ?? 0) * 1000 + demands.tolerance;
    cache.add(token, Math.min(expiry, now() + remembered.longest));
  };
}

function bearer(authorization: string | undefined): string {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
  if (token !== undefined) return token;
  throw new Refusal(401, 'no-token', 'send the token of Sentinel as "Authorization: Bearer <token>"', {
    'www-authenticate': 'Bearer',
  });
}

async function verified(token: string, demands: TokenDemands): Promise<JWTPayload> {
  const { keys, account, tolerance, now = Date.now } = demands;
  try {
    const { payload } = await jwtVerify(token, keys.find, {
      algorithms: ['RS256'],
      issuer: 'Sentinel',
      audience: account,
      requiredClaims: ['exp'],
      clockTolerance: tolerance / 1000,
      currentDate: new Date(now()),
    });
    return payload;
  } catch (error) {
    if (error instanceof KeysUnavailable) {
      const { message, retryAfter } = error;
      throw unavailable('keys-unavailable', `the token cannot be checked now: ${message}`, retryAfter);
    }
    throw badToken(error as { code?: string; claim?: string; reason?: string });
  }
}

const wrongClaim: Record<string, [code: string, message: string]> = {
  aud: ['wrong-account', 'the token is for another account'],
  iss: ['wrong-issuer', 'the token is not from Sentinel'],
  nbf: ['token-not-yet-valid', 'the token is not valid yet'],
  exp: ['bad-token', 'the token never expires'],
};

function badToken({ code = '', claim = '' }: { code?: string; claim?: string }): Refusal {
  if (code === 'ERR_JWT_EXPIRED') return refused('expired-token', 'the token has expired');
  if (code === 'ERR_JWKS_NO_MATCHING_KEY') {
    return refused('unknown-key', 'the token is signed with a key that Sentinel does not publish');
  }
  const [name, message] = wrongClaim[claim] ?? ['bad-token', 'the token cannot be verified'];
  return refused(name, message);
}

function assertScope({ scope }: JWTPayload, accepted: readonly string[]): void {
  const scopes = typeof scope === 'string' ? scope.split(' ') : [];
  if (scopes.some((each) => accepted.includes(each))) return;
  throw refused('wrong-scope', `the token needs the scope ${accepted.join(' or ')}`, 'insufficient_scope');
}

function refused(code: string, message: string, error = 'invalid_token'): Refusal {
  return new Refusal(401, code, message, { 'www-authenticate': `Bearer error="${error}"` });
}
