import type { Clock } from '../clock.ts';
import { faultyToken, headerFor } from './faulty-token.ts';
import { contentOf, isSignedBy, readToken, signed, type TokenClaims } from './jwt.ts';
import { KeyRing } from './key-ring.ts';
import { type PublicJwk, publicJwk } from './signing-key.ts';
import type { TokenFault } from './token-faults.ts';

/** Whom a token is for, and for how long. */
export interface Grant {
  client: string;
  scope?: string | undefined;
  seconds: number;
}

const issuer = 'Sentinel';

/** The access tokens that an account gives out: JWTs by RS256, with the claims of LivePerson's AppJWT. */
export class Tokens {
  readonly account: string;
  readonly #clock: Clock;
  readonly #ring = new KeyRing();

  constructor(clock: Clock, account: string) {
    this.#clock = clock;
    this.account = account;
  }

  /** A new token, with one thing wrong where a fault is named. The first of a process waits for its key to be made. */
  async issue({ client, scope, seconds }: Grant, fault?: TokenFault): Promise<string> {
    const iat = this.#now();
    const exp = iat + seconds;
    const claims: TokenClaims = { aud: this.account, azp: client, scope, iss: issuer, exp, iat };
    const key = await this.#ring.signer(exp);
    return fault ? faultyToken(fault, claims, key) : signed(contentOf(headerFor(key), claims), key);
  }

  /** Whether `token` was given out for this account and holds now. Scopes are not looked at. */
  async holds(token: string): Promise<boolean> {
    const read = readToken(token);
    if (!read) return false;
    const now = this.#now();
    const { aud, iss, exp = 0, nbf = 0 } = read.claims;
    if (aud !== this.account || iss !== issuer || now >= exp || now < nbf) return false;
    const key = await this.#ring.find(read.header.kid, now);
    return key !== undefined && isSignedBy(read, key);
  }

  /** The public keys by which tokens can be verified, the current one first. */
  async keySet(): Promise<{ keys: PublicJwk[] }> {
    return { keys: (await this.#ring.published(this.#now())).map(publicJwk) };
  }

  /** The public key that verifies the next token, as PEM: for services that take one key instead of the key set. */
  async publicKey(): Promise<string> {
    const { publicKey } = await this.#ring.signer(0);
    return publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  /**
   * Signs with a new key from now on. The old one stays published until its last token expires; with `retire` it goes at
   * once.
   */
  rotate(options: { retire?: boolean } = {}): Promise<void> {
    return this.#ring.rotate(options);
  }

  #now(): number {
    return Math.floor(this.#clock.now() / 1_000);
  }
}
