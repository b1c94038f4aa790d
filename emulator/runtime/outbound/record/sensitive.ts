const exact = new Set([
  'authorization',
  'proxyauthorization',
  'cookie',
  'setcookie',
  'pwd',
  'passwd',
  'passphrase',
  'sessionid',
  'sid',
  'jwt',
  'otp',
  'assertion',
  'clientassertion',
  'codeverifier',
  'signature',
  'oauthsignature',
  'oauthconsumerkey',
  'mavenapikey',
]);

const endings = /(token|secret|password|apikey|accesskey|privatekey|secretkey|signingkey|credentials?)$/;

/** Tells by its name whether a header, a parameter or a field holds what must not be kept. */
export type IsSensitive = (name: string) => boolean;

/** Names of tokens, passwords and keys however they are spelt, and `more` names. */
export function sensitiveNames(more: readonly string[] = []): IsSensitive {
  const own = new Set(more.map(plain));
  return (name) => {
    const bare = plain(name);
    return own.has(bare) || exact.has(bare) || endings.test(bare);
  };
}

/** `X-API-Key`, `api_key` and `apiKey` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
