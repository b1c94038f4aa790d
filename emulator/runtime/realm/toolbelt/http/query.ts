import type { QueryValue } from './options.ts';

/** `a=1&b[0]=2`, encoded, as request's `qs` and `form` are written; `repeated` writes `b=2` instead of `b[0]=2`. */
export function queryText(values: Record<string, QueryValue>, repeated = false): string {
  return Object.entries(values)
    .flatMap(([key, value]) => pairs(key, value, repeated))
    .map((pair) => pair.map(encode).join('='))
    .join('&');
}

function pairs(key: string, value: QueryValue, repeated: boolean): [string, string][] {
  if (value === undefined) return [];
  if (value === null) return [[key, '']];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => pairs(repeated ? key : `${key}[${index}]`, item, repeated));
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([inner, item]) => pairs(`${key}[${inner}]`, item, repeated));
  }
  return [[key, String(value)]];
}

/** By RFC 3986, where `!'()*` are encoded too. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
