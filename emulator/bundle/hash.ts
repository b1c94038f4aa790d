import { createHash } from 'node:crypto';

/** First 12 hexadecimal digits of the SHA-256 of `text`. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
