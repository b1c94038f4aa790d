import { isObject } from '../../../payload/document/path.ts';

const exact = new Set([
  'authorization',
  'proxyauthorization',
  'cookie',
  'setcookie',
  'passphrase',
  'sid',
  'jwt',
  'otp',
  'assertion',
  'clientassertion',
  'codeverifier',
  'signature',
  'oauthsignature',
  'mavenapikey',
]);

const endings =
  /(token|secret|password|passwd|pwd|apikey|accesskey|consumerkey|privatekey|secretkey|signingkey|credentials?|sessionid|bearer)$/;

/** These name whole objects and plain words too: `auth: { type, … }`, `auth: required`. */
const ambiguous = new Set(['auth', 'xauth', 'appkey', 'pass', 'pin']);

/** Tells by its name whether a header, a parameter or a field with this value holds what must not be kept. */
export type IsSensitive = (name: string, value: unknown) => boolean;

/** Names of tokens, passwords and keys however they are spelt, and `more` names. */
export function sensitiveNames(more: readonly string[] = []): IsSensitive {
  const own = new Set(more.map(plain));
  return (name, value) => {
    const bare = plain(name);
    if (own.has(bare) || exact.has(bare) || endings.test(bare)) return true;
    return ambiguous.has(bare) && !isObject(value);
  };
}

/** Whether what stands behind a sensitive name is to be looked for elsewhere too: it may be a plain word. */
export function isTelling(name: string, value: unknown): boolean {
  return !ambiguous.has(plain(name)) || /\d/.test(String(value));
}

/** `X-API-Key`, `api_key` and `apiKey` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
