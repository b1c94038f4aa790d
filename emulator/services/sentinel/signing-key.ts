import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { makeRsaKey } from './rsa.ts';

/** A pair of RSA keys, and the name by which a token's header tells which one signed it. */
export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** A public key as a key set lists it. Source: RFC 7517, section 4. */
export interface PublicJwk {
  kty: 'RSA';
  kid: string;
  alg: 'RS256';
  use: 'sig';
  n: string;
  e: string;
}

/** Makes a key, on other threads. */
export async function makeKey(): Promise<SigningKey> {
  const privateKey = await makeRsaKey();
  const publicKey = createPublicKey(privateKey);
  const fingerprint = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' }));
  return { kid: `appjwt-${fingerprint.digest('hex').slice(0, 12)}`, privateKey, publicKey };
}

/** The public half of `key`, as a key set lists it. */
export function publicJwk({ kid, publicKey }: SigningKey): PublicJwk {
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  return { kty: 'RSA', kid, alg: 'RS256', use: 'sig', n, e };
}
