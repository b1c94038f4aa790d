import { createPrivateKey, generatePrime, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

/** RFC 7518, section 3.3, asks for a modulus of no less, and verifiers refuse less. */
const modulusLength = 2_048;

/** The usual public exponent. */
const exponent = 65_537n;

/**
 * A private RSA key, made on other threads. Put together from its primes, as RFC 8017, section 3.2, has it:
 * `generateKeyPair` takes four times as long (a median of 129 ms against 36 ms, with peaks of half a second), and the
 * function whose first token waits for it would seem slow. Good enough for keys that live in one process of a test.
 */
export async function makeRsaKey(): Promise<KeyObject> {
  const [p, q] = await Promise.all([makePrime(), makePrime()]);
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const encoded = Object.entries(numbers).map(([name, value]) => [name, asBase64Url(value)]);
  return createPrivateKey({ key: { kty: 'RSA', ...Object.fromEntries(encoded) }, format: 'jwk' });
}

const generate = promisify<number, { bigint: true }, bigint>(generatePrime);

/** A prime that the exponent fits. OpenSSL sets the two bits in front, so that the product of two has its full length. */
async function makePrime(): Promise<bigint> {
  const prime = await generate(modulusLength / 2, { bigint: true });
  return prime % exponent === 1n ? makePrime() : prime;
}

/** What `value` is to be multiplied with to be 1 modulo `modulus`: the extended Euclidean algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, value % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next > 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [factor, nextFactor] = [nextFactor, factor - times * nextFactor];
  }
  return factor < 0n ? factor + modulus : factor;
}

function asBase64Url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
