import { createHmac } from 'node:crypto';
import { contentOf, signed, type TokenClaims, type TokenHeader } from './jwt.ts';
import type { SigningKey } from './signing-key.ts';
import type { TokenFault } from './token-faults.ts';

/** Seconds; ours: more than any leeway that a service may grant to clocks that differ. */
const far = 600;

/** A token with `claims` that is as good as `key` makes it, but for its fault. */
export async function faultyToken(fault: TokenFault, claims: TokenClaims, key: SigningKey): Promise<string> {
  const header = headerFor(key);
  switch (fault) {
    case 'expired':
    case 'not-yet-valid':
    case 'wrong-issuer':
    case 'wrong-scope':
    case 'no-scope':
    case 'wrong-account':
      return signed(contentOf(header, { ...claims, ...wrongClaims(fault, claims) }), key);
    case 'unknown-key': {
      const { strangersKey } = await import('./first-key.ts');
      const stranger = await strangersKey();
      return signed(contentOf(headerFor(stranger), claims), stranger);
    }
    case 'wrong-signature':
      return prolonged(await signed(contentOf(header, claims), key), header, claims);
    case 'alg-none':
      return `${contentOf({ ...header, alg: 'none' }, claims)}.`;
    case 'alg-hs256':
      return signedWithPublicKey(contentOf({ ...header, alg: 'HS256' }, claims), key);
  }
}

/** The header of a token that `key` signs. */
export function headerFor({ kid }: SigningKey): TokenHeader {
  return { kid, typ: 'JWT', alg: 'RS256' };
}

type ClaimFault = Exclude<TokenFault, 'unknown-key' | 'wrong-signature' | 'alg-none' | 'alg-hs256'>;

function wrongClaims(fault: ClaimFault, { iat, exp, aud }: TokenClaims): Partial<TokenClaims> {
  const life = exp - iat;
  switch (fault) {
    case 'expired':
      return { iat: iat - life - far, exp: iat - far };
    case 'not-yet-valid':
      return { iat: iat + far, nbf: iat + far, exp: exp + far };
    case 'wrong-issuer':
      return { iss: 'Somebody' };
    case 'wrong-scope':
      // Of the documentation's sample: an app of another kind.
      return { scope: 'msg.consumer' };
    case 'no-scope':
      return { scope: undefined };
    case 'wrong-account':
      // It begins like the right one, for services that compare too little.
      return { aud: `${aud}0` };
  }
}

/** A good token whose claims were changed after it was signed: it holds a day longer. */
function prolonged(token: string, header: TokenHeader, claims: TokenClaims): string {
  const signature = token.slice(token.lastIndexOf('.'));
  return `${contentOf(header, { ...claims, exp: claims.exp + 86_400 })}${signature}`;
}

/** What a verifier falls for that goes by the token's own `alg`: the public key, known to everybody, as an HMAC's secret. */
function signedWithPublicKey(content: string, { publicKey }: SigningKey): string {
  const secret = publicKey.export({ type: 'spki', format: 'pem' });
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
