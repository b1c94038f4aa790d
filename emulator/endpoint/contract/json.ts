/** A JSON object, as opposed to an array, `null` or a plain value. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether `value` is an object with keys, neither `null` nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What kind of thing `value` is, with its article. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
