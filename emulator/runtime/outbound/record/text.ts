import { replaceCredentials, replaceInHeaders } from './credentials.ts';
import { replaceInMarkup } from './markup.ts';
import type { IsSensitive } from './sensitive.ts';

/** `"name": "value"`, the same inside a JSON text that is a text itself, and numbers. */
const inJson = /(\\?")([\w.-]+)\1(\s*:\s*)(?:\1((?:[^"\\]|\\[^"])*?)\1|(-?\d[\d.]*))/g;

/** `name=value` as in a form, a query string or a cookie, and `name="value"`. */
const inForm = /([\w.-]+)=("?)([^&;,\s"'<>]+)\2/g;

/** Gets a value that is replaced, and the name that it has, if it is known by that. */
export type Found = (value: unknown, name?: string) => void;

/** Text in which what stands behind a sensitive name, or is a token by its form, is replaced; `found` gets each value. */
export function scrubText(text: string, isSensitive: IsSensitive, by: string, found: Found): string {
  const replaced = (value: string, name?: string): string => {
    found(value, name);
    return by;
  };
  const unnamed = (value: string): string => replaced(value);
  const inQuotes = replaceInHeaders(text, unnamed).replaceAll(
    inJson,
    (all, quote: string, name: string, colon: string, value?: string, number?: string) => {
      const given = value ?? number ?? '';
      return isSensitive(name, given)
        ? `${quote}${name}${quote}${colon}${quote}${replaced(given, name)}${quote}`
        : all;
    },
  );
  const byName = replaceInMarkup(inQuotes, isSensitive, replaced).replaceAll(
    inForm,
    (all, name: string, quote: string, value: string) =>
      isSensitive(name, value) ? `${name}=${quote}${replaced(value, name)}${quote}` : all,
  );
  return replaceCredentials(byName, unnamed);
}

/** A value in which every sensitive field, and whatever its texts hold, is replaced. */
export function scrubData(value: unknown, isSensitive: IsSensitive, by: string, found: Found): unknown {
  if (typeof value === 'string') return scrubText(value, isSensitive, by, found);
  if (typeof value !== 'object' || value === null) return value;
  const within = (inner: unknown): unknown => scrubData(inner, isSensitive, by, found);
  if (Array.isArray(value)) return value.map(within);
  const scrubbed = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    if (inner === null || typeof inner === 'boolean' || !isSensitive(key, inner)) return [key, within(inner)];
    found(inner, key);
    return [key, by];
  });
  return Object.fromEntries(scrubbed) as unknown;
}
