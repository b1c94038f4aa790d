import { randomBytes } from 'node:crypto';
import { accountId } from '../platform/environment.ts';
import type { Clock } from './clock.ts';

/** The access tokens that the account has given out. */
export class Tokens {
  readonly #clock: Clock;
  /** Token to the moment at which it expires. */
  readonly #expiries = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A new token, which holds for so many seconds. It looks like a JWT and means nothing. */
  issue(client: string, seconds: number): string {
    const now = this.#clock.now();
    const claims = {
      sub: client,
      aud: `acc:${accountId}`,
      iat: inSeconds(now),
      exp: inSeconds(now) + seconds,
    };
    const parts = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) => encoded(JSON.stringify(part)));
    const token = [...parts, randomBytes(32).toString('base64url')].join('.');
    this.#expiries.set(token, now + seconds * 1_000);
    return token;
  }

  /** Whether the account gave `token` out and it has not expired. */
  holds(token: string): boolean {
    return this.#clock.now() < (this.#expiries.get(token) ?? -Infinity);
  }
}

function inSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
