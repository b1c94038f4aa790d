import type { AppKey } from './credentials.ts';

/** What of Node's `crypto` a signature needs. */
interface Crypto {
  createHmac(
    algorithm: string,
    key: string,
  ): { update(text: string): { digest(encoding: 'base64'): string } };
}

/** The request that a signature is for; its body has no part in it. */
interface Signed {
  method: string;
  url: string;
}

/** The `Authorization` header of OAuth 1.0 with HMAC-SHA1. Source: RFC 5849, section 3.4. */
export function authorizationHeader({ method, url }: Signed, key: AppKey, crypto: Crypto): string {
  const oauth: Record<string, string> = {
    oauth_consumer_key: key.consumerKey,
    oauth_nonce: nonce(),
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(Math.floor(Date.now() / 1_000)),
    oauth_token: key.token,
    oauth_version: '1.0',
  };
  const base = baseString(method, new URL(url), oauth);
  const signingKey = [key.consumerSecret, key.tokenSecret].map(encode).join('&');
  const signature = crypto.createHmac('sha1', signingKey).update(base).digest('base64');
  const parts = sorted({ ...oauth, oauth_signature: signature });
  return `OAuth ${parts.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(', ')}`;
}

function baseString(method: string, url: URL, oauth: Record<string, string>): string {
  const pairs = [...url.searchParams, ...Object.entries(oauth)].map(([name, value]) => [
    encode(name),
    encode(value),
  ]);
  const parameters = pairs
    .toSorted(([a = '', x = ''], [b = '', y = '']) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
  return [method.toUpperCase(), `${url.origin}${url.pathname}`, parameters].map(encode).join('&');
}

function sorted(parts: Record<string, string>): [string, string][] {
  return Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function nonce(): string {
  return Array.from({ length: 32 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
