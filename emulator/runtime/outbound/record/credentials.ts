/** What a credential looks like in a text, whatever stands before it. */
interface Form {
  pattern: RegExp;
  /** Words look like that too. */
  isOne?: (value: string) => boolean;
}

const forms: readonly Form[] = [
  { pattern: /(?<=\bBearer\s{1,8})[\w.~+/-]{7,}[\w~+/=-]/gi, isOne: (value) => /\d|\w\.\w/.test(value) },
  { pattern: /(?<=\bBasic\s{1,8})[\w+/-]{8,}={0,2}/gi, isOne: (value) => partsOfBasic(value).length > 0 },
  { pattern: /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g },
  { pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\s\S]*?-----END (?:[A-Z]+ )*PRIVATE KEY-----/g },
];

/** A header as text: whatever stands there is one. */
const inHeader = /(?<=\bauthorization\s?[:=]\s?["']?(?:Bearer|Basic)\s{1,8})[^\s"'<>,;]+/gi;

/** Text whose credentials after `Authorization: Bearer` and the like are as `replaced` makes them. */
export function replaceInHeaders(text: string, replaced: (value: string) => string): string {
  return text.replaceAll(inHeader, replaced);
}

/** Text whose credentials are as `replaced` makes them. */
export function replaceCredentials(text: string, replaced: (value: string) => string): string {
  return forms.reduce(
    (clean, { pattern, isOne = () => true }) =>
      clean.replaceAll(pattern, (value) => (isOne(value) ? replaced(value) : value)),
    text,
  );
}

/** `user:password` and the password in the credentials of Basic; none in what is no such thing. */
export function partsOfBasic(base64: string): string[] {
  const both = Buffer.from(base64, 'base64').toString();
  const [, password] = /^[^:\p{C}\uFFFD]*:([^\p{C}\uFFFD]*)$/u.exec(both) ?? [];
  return password === undefined ? [] : [both, password];
}
