import type { IsSensitive } from './sensitive.ts';

/** `"name": "value"`, the same inside a JSON text that is a text itself, and numbers. */
const inJson = /(\\?")([\w.-]+)\1(\s*:\s*)(?:\1((?:[^"\\]|\\[^"])*?)\1|(-?\d[\d.]*))/g;

/** `name=value` as in a form, a query string or a cookie, and `name="value"`. */
const inForm = /([\w.-]+)=("?)([^&;,\s"'<>]+)\2/g;

/** `<ns:name>value</ns:name>`. */
const inXml = /<((?:[\w-]+:)?([\w.-]+))((?:\s[^<>]*)?)>([^<>]+)<\/\1>/g;

const byForm = [
  /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g,
  /(?<=\b(?:Bearer|Basic)\s+)[\w.~+/=-]{8,}/gi,
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\s\S]*?-----END (?:[A-Z]+ )*PRIVATE KEY-----/g,
];

/** Text in which what stands behind a sensitive name, or is a token by its form, is replaced; `found` gets each value. */
export function scrubText(
  text: string,
  isSensitive: IsSensitive,
  by: string,
  found: (value: string) => void,
): string {
  const replaced = (value: string): string => {
    found(value);
    return by;
  };
  const byName = text
    .replaceAll(inJson, (all, quote: string, name: string, colon: string, value?: string, number?: string) =>
      isSensitive(name)
        ? `${quote}${name}${quote}${colon}${quote}${replaced(value ?? number ?? '')}${quote}`
        : all,
    )
    .replaceAll(inXml, (all, tag: string, name: string, attributes: string, value: string) =>
      isSensitive(name) ? `<${tag}${attributes}>${replaced(value)}</${tag}>` : all,
    )
    .replaceAll(inForm, (all, name: string, quote: string, value: string) =>
      isSensitive(name) ? `${name}=${quote}${replaced(value)}${quote}` : all,
    );
  return byForm.reduce((clean, pattern) => clean.replaceAll(pattern, replaced), byName);
}

/** A value in which every sensitive field, and whatever its texts hold, is replaced. */
export function scrubData(
  value: unknown,
  isSensitive: IsSensitive,
  by: string,
  found: (value: unknown) => void,
): unknown {
  if (typeof value === 'string') return scrubText(value, isSensitive, by, found);
  if (typeof value !== 'object' || value === null) return value;
  const within = (inner: unknown): unknown => scrubData(inner, isSensitive, by, found);
  if (Array.isArray(value)) return value.map(within);
  const scrubbed = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    if (!isSensitive(key) || inner === null || typeof inner === 'boolean') return [key, within(inner)];
    found(inner);
    return [key, by];
  });
  return Object.fromEntries(scrubbed) as unknown;
}
