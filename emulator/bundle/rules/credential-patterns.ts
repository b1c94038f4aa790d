const patterns: { kind: string; pattern: RegExp }[] = [
  { kind: 'an AWS access key', pattern: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/ },
  { kind: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { kind: 'a JSON web token', pattern: /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/ },
  { kind: 'a bearer token', pattern: /\bBearer\s+(?=\S*\d)[\w.~+/-]{20,}/i },
  { kind: 'a GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36}/ },
  { kind: 'a Slack token', pattern: /\bxox[abprs]-[\w-]{10,}/ },
  { kind: 'a Google API key', pattern: /\bAIza[\w-]{35}/ },
  { kind: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}/ },
  { kind: 'a URL with a password in it', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@${}]+:[^\s/:@${}]+@/i },
];

/** What kind of credential `text` is known to be by its form, or `null`. */
export function knownCredential(text: string): string | null {
  const known = patterns.find(({ pattern }) => pattern.test(text))?.kind;
  return known ?? (isBasic(text) ? 'a user name with its password' : null);
}

function isBasic(text: string): boolean {
  const encoded = /\bBasic\s+([A-Za-z0-9+/]{8,}={0,2})/.exec(text)?.[1];
  return (
    encoded !== undefined &&
    /^[\x20-\x7E]+:[\x20-\x7E]+$/.test(Buffer.from(encoded, 'base64').toString('latin1'))
  );
}

const secretNames =
  /(?:password|passwd|pwd|passphrase|secret|apikey|accesskey|privatekey|signingkey|token|credentials?)$/i;

/** Whether a thing of that name with that value is likely to be a credential: named like one, and looks random. */
export function likelyCredential(name: string, value: string): boolean {
  if (!secretNames.test(name.replaceAll(/[_-]/g, ''))) return false;
  if (value.length < 8 || /\s|^\$\{|^<|\.\.\./.test(value) || isName(value)) return false;
  return /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) >= 2.75;
}

/** `ORDER_API_KEY_2` is the name of a secret, not the secret. */
function isName(value: string): boolean {
  return (
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) ||
    /^(?:your|my|test|example|dummy|change)[-_]?/i.test(value)
  );
}

/** Shannon's, in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}
