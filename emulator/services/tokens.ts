import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { accountId } from '../platform/environment.ts';
import type { Clock } from './clock.ts';

/** Signs the tokens of this process: a function may keep one while it is warm, whichever account its next call has. */
const key = randomBytes(32);

/** The access tokens that the account gives out. */
export class Tokens {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A new token, which holds for so many seconds. It looks like a JWT; only the account can read its signature. */
  issue(client: string, seconds: number): string {
    const now = inSeconds(this.#clock.now());
    const claims = {
      sub: client,
      aud: `acc:${accountId}`,
      iat: now,
      exp: now + seconds,
      jti: randomBytes(8).toString('hex'),
    };
    const content = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) => encoded(JSON.stringify(part)));
    return [...content, signature(content.join('.')).toString('base64url')].join('.');
  }

  /** Whether `token` was given out and has not expired. */
  holds(token: string): boolean {
    const [head = '', claims = '', signed = ''] = token.split('.');
    const given = Buffer.from(signed, 'base64url');
    const own = signature(`${head}.${claims}`);
    if (given.length !== own.length || !timingSafeEqual(given, own)) return false;
    const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number };
    return inSeconds(this.#clock.now()) < exp;
  }
}

function signature(content: string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}

function inSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
