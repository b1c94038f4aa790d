/** A JSON object, as opposed to an array, `null` or a plain value. */
export type JsonObject = Record<string, unknown>;

/** The own property `key`, `undefined` where there is none. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** What kind of thing `value` is, with its article. */
export function kind(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const shown = 60;

/** `value` as JSON, cut to a length that fits into a sentence; the kind of thing where it has none. */
export function quote(value: unknown): string {
  if (typeof value === 'object' || value === undefined) return kind(value);
  const text = JSON.stringify(value) ?? kind(value);
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}
